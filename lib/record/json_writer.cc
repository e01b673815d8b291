#include "record/json_writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
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

// The escape of a control character, a quote or a backslash: at most six bytes. Returned: where it ends.
char* write_escape(char* to, char c) {
  constexpr std::string_view kNamed = "\"\\\b\f\n\r\t", kLetters = "\"\\bfnrt", kHex = "0123456789abcdef";
  *to++ = '\\';
  if (std::size_t at = kNamed.find(c); at != kNamed.npos) {
    *to++ = kLetters[at];
    return to;
  }
  auto byte = static_cast<unsigned char>(c);
  for (char digit : {'u', '0', '0', kHex[byte >> 4], kHex[byte & 15]}) *to++ = digit;
  return to;
}

using Register = signed char __attribute__((vector_size(16)));

// Whether one of the bytes is none that stands for itself: beyond ASCII (negative) or a control character, a quote, a
// backslash.
bool any_special(Register bytes) {
  const auto special = (bytes < 0x20) | (bytes == '"') | (bytes == '\\');
  std::uint64_t halves[2];
  static_assert(sizeof halves == sizeof special);
  std::memcpy(halves, &special, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

// The same of the first and the last `half` bytes of a text of half to twice as many.
bool any_special(const char* from, std::size_t size, std::size_t half) {
  char both[sizeof(Register)];
  std::memset(both, ' ', sizeof both);
  std::memcpy(both, from, half);
  std::memcpy(both + sizeof both / 2, from + size - half, half);
  Register bytes;
  std::memcpy(&bytes, both, sizeof bytes);
  return any_special(bytes);
}

constexpr std::size_t kFirstRoom = 1u << 15;  // more than the record of an ordinary invoice needs

}  // namespace

void JsonWriter::grow(std::size_t bytes) {
  capacity_ = std::max({2 * capacity_, size_ + bytes, kFirstRoom});
  auto larger = std::make_unique_for_overwrite<char[]>(capacity_);
  if (size_ > 0) std::memcpy(larger.get(), out_.get(), size_);
  out_ = std::move(larger);
}

void JsonWriter::pass() {
  sink_(std::string_view(out_.get(), size_));
  size_ = 0;
}

void JsonWriter::end_line() {
  put('\n');
  pass();
  if (capacity_ <= 2 * kFirstRoom) return;
  out_.reset();
  capacity_ = 0;
}

// Copies as it looks, a register at a time, as long as all stand for themselves.
void JsonWriter::quote(std::string_view value) {
  char* to = room(value.size() + 2);
  *to++ = '"';
  const char* from = value.data();
  const std::size_t size = value.size();
  auto copy = [&](std::size_t at) {
    Register bytes;
    std::memcpy(&bytes, from + at, sizeof bytes);
    std::memcpy(to + at, &bytes, sizeof bytes);
    return !any_special(bytes);
  };
  if (size >= sizeof(Register)) {
    std::size_t at = 0;
    for (; size - at >= sizeof(Register); at += sizeof(Register))
      if (!copy(at)) return quote_slowly(value);
    if (at < size && !copy(size - sizeof(Register))) return quote_slowly(value);
  } else if (size >= 4) {
    if (size >= 8 ? any_special(from, size, 8) : any_special(from, size, 4)) return quote_slowly(value);
    copy_text(to, value);
  } else {
    for (std::size_t i = 0; i < size; ++i) {
      if (!kPlain[static_cast<unsigned char>(from[i])]) return quote_slowly(value);
      to[i] = from[i];
    }
  }
  to[size] = '"';
  advance(to + size + 1);
}

void JsonWriter::quote_slowly(std::string_view value) {
  const std::size_t before = size_;
  put('"');
  for (std::string_view rest = value; !rest.empty();) {
    std::size_t plain = plain_run(rest);
    put(rest.substr(0, plain));
    rest.remove_prefix(plain);
    if (rest.empty()) break;
    std::size_t length = utf8_sequence(rest);
    if (length == 0) {
      // Broken: the reading side's library says how many U+FFFD that makes, so that a line read and written again is
      // the same.
      size_ = before;
      put(nlohmann::json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
      return;
    }
    if (length == 1)
      advance(write_escape(room(6), rest.front()));
    else
      put(rest.substr(0, length));
    rest.remove_prefix(length);
  }
  put('"');
}

void JsonWriter::any_key(std::string_view name) {
  separate();
  quote(name);
  put(':');
  comma_ = false;
}

template <class Int>
void JsonWriter::number(Int value) {
  char* to = room(24);
  advance(std::to_chars(to, to + 24, value).ptr);
}

void JsonWriter::whole(std::int64_t value) {
  separate();
  number(value);
}

void JsonWriter::whole_unsigned(std::uint64_t value) {
  separate();
  number(value);
}

void JsonWriter::flag(bool value) {
  separate();
  put(value ? std::string_view("true") : std::string_view("false"));
}

void JsonWriter::null() {
  separate();
  put(std::string_view("null"));
}

void JsonWriter::fraction(std::int64_t value, int decimals) {
  separate();
  std::uint64_t size = value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  if (value < 0) put('-');
  std::uint64_t unit = 1;
  for (int i = 0; i < decimals; ++i) unit *= 10;
  number(size / unit);
  put('.');
  std::uint64_t rest = size % unit;
  do {
    unit /= 10;
    put(static_cast<char>('0' + (unit > 0 ? rest / unit : 0)));
    rest = unit > 0 ? rest % unit : 0;
  } while (rest > 0);
}

}  // namespace ap
