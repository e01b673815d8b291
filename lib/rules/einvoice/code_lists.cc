#include "rules/einvoice/code_lists.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "einvoice/tree.h"

namespace ap::rules {
namespace {

#include "rules/einvoice/code_lists.inc"

constexpr std::span<const std::string_view> kLists[] = {
#define AP_CODE_LIST(name) k_##name,
#include "rules/einvoice/code_list_names.inc"
#undef AP_CODE_LIST
};

}  // namespace

std::span<const std::string_view> codes_of(CodeList list) { return kLists[static_cast<std::size_t>(list)]; }

bool contains(CodeList list, std::string_view code) {
  // Documents ask for the same few codes again and again, and a search takes a dozen turns that nobody foresees.
  struct Asked {
    std::uint64_t code = 0;
    std::uint8_t size = 0;
    CodeList list{};
    bool found = false;  // "" is in no list
  };
  static thread_local std::array<Asked, 256> lately;
  auto search = [&] {
    auto codes = codes_of(list);
    return std::binary_search(codes.begin(), codes.end(), code);
  };
  if (code.size() > sizeof Asked::code) return search();
  std::uint64_t key = 0;
  for (char c : code) key = key << 8 | static_cast<unsigned char>(c);
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15;
  Asked& before = lately[((key + static_cast<std::uint64_t>(list)) * kOdd) >> 56];
  const auto size = static_cast<std::uint8_t>(code.size());
  if (before.code != key || before.size != size || before.list != list) before = {key, size, list, search()};
  return before.found;
}

bool contains_trimmed(CodeList list, std::string_view text) { return contains(list, einvoice::trim(text)); }

}  // namespace ap::rules
