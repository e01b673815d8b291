#include "core/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace ap {
namespace {

constexpr std::uint64_t kHigh = 0x8080808080808080, kOnes = 0x0101010101010101;

// Whether a byte of these is beyond ASCII, or NUL.
bool any_other(std::uint64_t bytes) { return ((bytes | ((bytes - kOnes) & ~bytes)) & kHigh) != 0; }

bool any_other(const char* at, std::size_t size) {
  std::uint64_t bytes = kOnes;
  std::memcpy(&bytes, at, size);
  return any_other(bytes);
}

// Whether all is ASCII without NUL: eight bytes at a time, the last of them once more with what is left behind them.
bool is_plain(std::string_view text) {
  const char* const at = text.data();
  const std::size_t size = text.size();
  if (size < 4) return std::ranges::all_of(text, [](char c) { return c > 0; });
  if (size < 8) return !any_other(at, 4) && !any_other(at + size - 4, 4);
  for (std::size_t i = 0; i + 8 < size; i += 8)
    if (any_other(at + i, 8)) return false;
  return !any_other(at + size - 8, 8);
}

}  // namespace

std::size_t utf8_sequence(std::string_view text) {
  auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
    return byte(i) >= low && byte(i) <= high;
  };
  if (text.empty()) return 0;
  unsigned first = byte(0);
  if (first <= 0x7F) return 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    unsigned low = first == 0xE0 ? 0xA0 : 0x80, high = first == 0xED ? 0x9F : 0xBF;
    return follows(1, low, high) && follows(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    unsigned low = first == 0xF0 ? 0x90 : 0x80, high = first == 0xF4 ? 0x8F : 0xBF;
    return follows(1, low, high) && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

void assign_valid_utf8(std::string& out, std::string_view text) {
  if (is_plain(text)) {
    out.assign(text);
    return;
  }
  out.clear();
  out.reserve(text.size());
  while (!text.empty()) {
    std::size_t length = text.front() == '\0' ? 0 : utf8_sequence(text);
    if (length == 0)
      out += "\xEF\xBF\xBD";
    else
      out += text.substr(0, length);
    text.remove_prefix(length == 0 ? 1 : length);
  }
}

std::string valid_utf8(std::string_view text) {
  std::string out;
  assign_valid_utf8(out, text);
  return out;
}

}  // namespace ap
