#include "core/json_text.h"

#include "core/utf8.h"

namespace ap {
namespace {

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
    std::size_t length = utf8_sequence(text.substr(at));
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
