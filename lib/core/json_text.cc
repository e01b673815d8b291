#include "core/json_text.h"

namespace ap {
namespace {

// Length of the UTF-8 sequence at `at`, or 0 when there is none (RFC 3629: no surrogates, nothing overlong).
std::size_t sequence_length(std::string_view text, std::size_t at) {
  auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  unsigned first = byte(at), second = byte(at + 1);
  auto follows = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(at + 1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F)) return 0;
    return follows(at + 1) && follows(at + 2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F)) return 0;
    return follows(at + 1) && follows(at + 2) && follows(at + 3) ? 4 : 0;
  }
  return 0;
}

std::string escaped(char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      break;
  }
  auto byte = static_cast<unsigned char>(c);
  if (byte >= 0x20) return std::string(1, c);
  return std::string("\\u00") + kHex[byte >> 4] + kHex[byte & 15];
}

}  // namespace

std::string json_quote(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = sequence_length(text, at);
    if (length == 0)
      out += "\xEF\xBF\xBD", ++at;
    else if (length == 1)
      out += escaped(text[at++]);
    else
      out += text.substr(at, length), at += length;
  }
  return out + "\"";
}

JsonText& JsonText::raw(std::string_view key, std::string_view json) {
  if (!members_.empty()) members_ += ",";
  members_ += json_quote(key) + ":" + std::string(json);
  return *this;
}

}  // namespace ap
