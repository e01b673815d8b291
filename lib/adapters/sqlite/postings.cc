#include "adapters/sqlite/postings.h"

namespace ap::sqlite {

std::string pack_postings(std::span<const std::int64_t> numbers) {
  std::string packed;
  packed.reserve(numbers.size());
  for (std::size_t i = 1; i < numbers.size(); ++i) {
    auto distance = static_cast<std::uint64_t>(numbers[i] - numbers[i - 1]);
    for (; distance > 0x7F; distance >>= 7) packed.push_back(static_cast<char>(0x80 | (distance & 0x7F)));
    packed.push_back(static_cast<char>(distance));
  }
  return packed;
}

}  // namespace ap::sqlite
