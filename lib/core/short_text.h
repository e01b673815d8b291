// Copying and comparing the short texts that invoices are made of, where a call of the C library costs more than the
// work. Pure, thread-safe.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace ap {

// Puts `text` at `to`, where there is room for it and which it does not overlap. Returned: where it ends.
inline char* copy_text(char* to, std::string_view text) {
  const char *from = text.data(), *const last = from + text.size();
  char* const end = to + text.size();
  if (text.size() > 16) {
    std::memcpy(to, from, text.size());
  } else if (text.size() >= 8) {
    std::memcpy(to, from, 8), std::memcpy(end - 8, last - 8, 8);
  } else if (text.size() >= 4) {
    std::memcpy(to, from, 4), std::memcpy(end - 4, last - 4, 4);
  } else {
    while (from != last) *to++ = *from++;
  }
  return end;
}

// a == b
inline bool same_text(std::string_view a, std::string_view b) {
  const std::size_t size = a.size();
  if (size != b.size()) return false;
  auto differ = [&](auto bytes, std::size_t at) {
    auto other = bytes;
    std::memcpy(&bytes, a.data() + at, sizeof bytes);
    std::memcpy(&other, b.data() + at, sizeof other);
    return bytes != other;
  };
  if (size >= 8) {
    for (std::size_t at = 0; at + 8 < size; at += 8)
      if (differ(std::uint64_t{}, at)) return false;
    return !differ(std::uint64_t{}, size - 8);
  }
  if (size >= 4) return !differ(std::uint32_t{}, 0) && !differ(std::uint32_t{}, size - 4);
  for (std::size_t at = 0; at < size; ++at)
    if (a[at] != b[at]) return false;
  return true;
}

}  // namespace ap
