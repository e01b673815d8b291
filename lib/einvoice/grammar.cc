#include "einvoice/grammar.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace ap::einvoice {
namespace {

#include "einvoice/grammar.inc"

// Eight names are compared at once.
using Names = std::uint16_t __attribute__((vector_size(16)));
constexpr std::size_t kTogether = sizeof(Names) / sizeof(N);

// The names alone, one behind the other, and room to read on behind the last.
template <std::size_t count>
constexpr auto names_of(const Child (&children)[count]) {
  std::array<N, count + kTogether> names{};
  for (std::size_t i = 0; i < count; ++i) names[i] = children[i].name;
  return names;
}
constexpr auto kUblNames = names_of(kUblChildren);
constexpr auto kCiiNames = names_of(kCiiChildren);

// The place of the first that is `wanted` of those from `at` to `end`; `end`: there is none.
std::size_t first_of(const N* names, std::size_t at, std::size_t end, N wanted) {
  for (; at < end; at += kTogether) {
    Names some;
    std::memcpy(&some, names + at, sizeof some);
    const auto equal = some == static_cast<std::uint16_t>(wanted);
    std::uint64_t halves[2];
    static_assert(sizeof halves == sizeof equal && std::endian::native == std::endian::little);
    std::memcpy(halves, &equal, sizeof halves);
    if ((halves[0] | halves[1]) == 0) continue;
    const int bits = halves[0] != 0 ? std::countr_zero(halves[0]) : 64 + std::countr_zero(halves[1]);
    return std::min(at + static_cast<std::size_t>(bits) / (8 * sizeof(N)), end);
  }
  return end;
}

}  // namespace

const Type& root_type(Syntax syntax) {
  if (!is_ubl(syntax)) return kCiiTypes[0];
  return kUblTypes[syntax == Syntax::ubl_credit_note ? 1 : 0];
}

const Type& type_of(bool ubl, const Child& child) { return ubl ? kUblTypes[child.type] : kCiiTypes[child.type]; }

std::span<const Child> children_of(bool ubl, const Type& type) {
  std::span<const Child> all = ubl ? std::span<const Child>(kUblChildren) : std::span<const Child>(kCiiChildren);
  return all.subspan(type.first, type.count);
}

std::size_t place_of(bool ubl, const Type& type, N name, std::size_t from) {
  const N* names = (ubl ? kUblNames.data() : kCiiNames.data()) + type.first;
  if (names[from] == name && from < type.count) return from;  // repeated
  if (std::size_t place = first_of(names, from, type.count, name); place < type.count) return place;
  const std::size_t place = first_of(names, 0, from, name);
  return place < from ? place : type.count;
}

}  // namespace ap::einvoice
