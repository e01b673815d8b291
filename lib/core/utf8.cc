#include "core/utf8.h"

#include <cstdint>
#include <cstring>

namespace ap {
namespace {

// The first bytes that are ASCII, eight at a time; a NUL ends them too.
std::size_t ascii_run(std::string_view text) {
  constexpr std::uint64_t kHigh = 0x8080808080808080, kOnes = 0x0101010101010101;
  std::size_t i = 0;
  for (std::uint64_t word; i + sizeof word <= text.size(); i += sizeof word) {
    std::memcpy(&word, text.data() + i, sizeof word);
    if ((word & kHigh) != 0 || ((word - kOnes) & ~word & kHigh) != 0) break;
  }
  while (i < text.size() && text[i] > 0) ++i;
  return i;
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

std::string valid_utf8(std::string_view text) {
  std::size_t plain = ascii_run(text);
  std::string out(text.substr(0, plain));
  if (plain == text.size()) return out;
  out.reserve(text.size());
  for (text.remove_prefix(plain); !text.empty();) {
    std::size_t length = text.front() == '\0' ? 0 : utf8_sequence(text);
    if (length == 0)
      out += "\xEF\xBF\xBD";
    else
      out += text.substr(0, length);
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return out;
}

}  // namespace ap
