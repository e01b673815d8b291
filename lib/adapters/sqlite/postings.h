// In which versions of master data a trigram occurs, packed: a list of ascending numbers as the first one and the
// distances between them, seven bits a byte. A list that would be thousands of rows is one, and is walked in
// microseconds. Pure; safe to share between threads.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace ap::sqlite {

// The numbers without the first, which stands beside the list. Ascending, each once, at least one.
std::string pack_postings(std::span<const std::int64_t> numbers);

// Calls `visit` for each number of the list that begins with `first`. A damaged list ends early.
template <class Visit>
void for_each_posting(std::int64_t first, std::string_view packed, Visit visit) {
  visit(first);
  std::uint64_t distance = 0;
  int shift = 0;
  for (char c : packed) {
    auto byte = static_cast<unsigned char>(c);
    distance |= std::uint64_t(byte & 0x7F) << shift;
    if (byte & 0x80) {
      if ((shift += 7) > 56) return;
      continue;
    }
    first += static_cast<std::int64_t>(distance);
    visit(first);
    distance = 0;
    shift = 0;
  }
}

}  // namespace ap::sqlite
