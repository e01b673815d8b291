#include "einvoice/names.h"

#include <array>
#include <cstring>

#include "core/short_text.h"

namespace ap::einvoice {
namespace {

constexpr std::string_view kNames[] = {
    "",
#define AP_NAME(name) #name,
#include "einvoice/names.inc"
#undef AP_NAME
};
constexpr std::size_t kSlots = 8192;
static_assert(std::size(kNames) * 3 < kSlots, "the table of names has become too full to be fast");

// Length, first and last bytes tell nearly all names apart.
std::size_t slot_of(std::string_view name) {
  std::uint64_t head = 0, tail = 0;
  std::size_t length = name.size();
  if (length >= 8) {
    std::memcpy(&head, name.data(), 8);
    std::memcpy(&tail, name.data() + length - 8, 8);
  } else {
    std::memcpy(&head, name.data(), length);
  }
  std::uint64_t mixed = (head ^ (tail * 0x9E3779B97F4A7C15ULL) ^ length) * 0xD6E8FEB86659FD93ULL;
  return static_cast<std::size_t>(mixed >> 51);
}

struct Table {
  std::array<std::uint16_t, kSlots> slots{};
  Table() {
    for (std::uint16_t i = 1; i < std::size(kNames); ++i) {
      std::size_t slot = slot_of(kNames[i]);
      while (slots[slot] != 0) slot = (slot + 1) % kSlots;
      slots[slot] = i;
    }
  }
};

}  // namespace

N find_name(std::string_view name) {
  static const Table table;
  for (std::size_t slot = slot_of(name); table.slots[slot] != 0; slot = (slot + 1) % kSlots)
    if (same_text(kNames[table.slots[slot]], name)) return static_cast<N>(table.slots[slot]);
  return N::none;
}

std::string_view name_text(N name) {
  auto index = static_cast<std::size_t>(name);
  return index < std::size(kNames) ? kNames[index] : std::string_view();
}

}  // namespace ap::einvoice
