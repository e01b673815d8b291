#include "record/json_writer.h"

#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "core/utf8.h"

namespace ap {
namespace {

// Bytes that stand in a JSON string as they are and need no look at their neighbours.
constexpr std::array<bool, 256> plain_bytes() {
  std::array<bool, 256> plain{};
  for (int c = 0x20; c < 0x80; ++c) plain[static_cast<std::size_t>(c)] = c != '"' && c != '\\';
  return plain;
}
constexpr std::array<bool, 256> kPlain = plain_bytes();

std::size_t plain_run(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size() && kPlain[static_cast<unsigned char>(text[i])]) ++i;
  return i;
}

// The escape of a control character, a quote or a backslash.
void append_escape(std::string& out, char c) {
  constexpr std::string_view kNamed = "\"\\\b\f\n\r\t", kLetters = "\"\\bfnrt", kHex = "0123456789abcdef";
  out.push_back('\\');
  if (std::size_t at = kNamed.find(c); at != kNamed.npos) {
    out.push_back(kLetters[at]);
    return;
  }
  auto byte = static_cast<unsigned char>(c);
  for (char digit : {'u', '0', '0', kHex[byte >> 4], kHex[byte & 15]}) out.push_back(digit);
}

template <class Int>
void append_number(std::string& out, Int value) {
  std::array<char, 24> digits;
  auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

}  // namespace

void JsonWriter::quote(std::string_view value) {
  const std::size_t before = out_.size();
  out_.push_back('"');
  for (std::string_view rest = value; !rest.empty();) {
    std::size_t plain = plain_run(rest);
    out_.append(rest, 0, plain);
    rest.remove_prefix(plain);
    if (rest.empty()) break;
    std::size_t length = utf8_sequence(rest);
    if (length == 0) {
      // Broken: the reading side's library says how many U+FFFD that makes, so that a line read and written again is
      // the same.
      out_.resize(before);
      out_.append(nlohmann::json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
      return;
    }
    if (length == 1)
      append_escape(out_, rest.front());
    else
      out_.append(rest, 0, length);
    rest.remove_prefix(length);
  }
  out_.push_back('"');
}

void JsonWriter::key(std::string_view name) {
  separate();
  out_.push_back('"');
  out_.append(name);
  out_.append("\":");
  comma_ = false;
}

void JsonWriter::any_key(std::string_view name) {
  separate();
  quote(name);
  out_.push_back(':');
  comma_ = false;
}

void JsonWriter::text(std::string_view value) {
  separate();
  quote(value);
}

void JsonWriter::whole(std::int64_t value) {
  separate();
  append_number(out_, value);
}

void JsonWriter::whole_unsigned(std::uint64_t value) {
  separate();
  append_number(out_, value);
}

void JsonWriter::flag(bool value) {
  separate();
  out_.append(value ? "true" : "false");
}

void JsonWriter::null() {
  separate();
  out_.append("null");
}

void JsonWriter::fraction(std::int64_t value, int decimals) {
  separate();
  std::uint64_t size = value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  if (value < 0) out_.push_back('-');
  std::uint64_t unit = 1;
  for (int i = 0; i < decimals; ++i) unit *= 10;
  append_number(out_, size / unit);
  out_.push_back('.');
  std::uint64_t rest = size % unit;
  do {
    unit /= 10;
    out_.push_back(static_cast<char>('0' + (unit > 0 ? rest / unit : 0)));
    rest = unit > 0 ? rest % unit : 0;
  } while (rest > 0);
}

}  // namespace ap
