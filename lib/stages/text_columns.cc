#include "stages/text_columns.h"

#include <algorithm>

namespace ap {
namespace {

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// One character in UTF-8: U+0000 to U+001F, U+007F to U+009F; U+200E, U+200F, U+2028 to U+202E, U+2066 to U+2069.
bool steers(std::string_view c) {
  auto byte = [&](std::size_t at) { return static_cast<unsigned char>(c[at]); };
  if (c.size() == 1) return byte(0) < 0x20 || byte(0) == 0x7F;
  if (c.size() == 2) return byte(0) == 0xC2 && byte(1) < 0xA0;
  if (c.size() != 3 || byte(0) != 0xE2) return false;
  if (byte(1) == 0x80) return byte(2) == 0x8E || byte(2) == 0x8F || (byte(2) >= 0xA8 && byte(2) <= 0xAE);
  return byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9;
}

}  // namespace

std::string fit(std::string_view text, std::size_t width) {
  std::string out, cut;  // `cut`: all but the last character that fits
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t length = 1;
    while (i + length < text.size() && continues(text[i + length])) ++length;
    if (++count > width) return cut + "…";
    if (count == width) cut = out;
    std::string_view character = text.substr(i, length);
    out += steers(character) ? " " : character;
    i += length;
  }
  return out;
}

std::string plain_line(std::string_view text) { return fit(text, text.size() + 1); }

std::string padded(std::string_view text, std::size_t width) {
  std::string out = fit(text, width);
  auto count = std::size_t(std::ranges::count_if(out, [](char c) { return !continues(c); }));
  return out + std::string(count < width ? width - count : 0, ' ');
}

}  // namespace ap
