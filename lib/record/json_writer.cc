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

constexpr std::uint64_t kOnes = 0x0101010101010101, kHighs = 0x80 * kOnes;

// Whether one of eight bytes is none that stands for itself: beyond ASCII, a control character, a quote, a backslash.
bool any_special(std::uint64_t eight) {
  auto has_zero = [](std::uint64_t x) { return (x - kOnes) & ~x; };
  return ((eight | (eight - 0x20 * kOnes) | has_zero(eight ^ '"' * kOnes) | has_zero(eight ^ '\\' * kOnes)) & kHighs) !=
         0;
}

constexpr std::size_t kFirstRoom = 1u << 15;  // more than the record of an ordinary invoice needs

}  // namespace

void JsonWriter::grow(std::size_t bytes) {
  capacity_ = std::max({2 * capacity_, size_ + bytes, kFirstRoom});
  auto larger = std::make_unique_for_overwrite<char[]>(capacity_);
  if (size_ > 0) std::memcpy(larger.get(), out_.get(), size_);
  out_ = std::move(larger);
}

void JsonWriter::put(std::string_view text) {
  std::memcpy(room(text.size()), text.data(), text.size());
  size_ += text.size();
}

// Copies as it looks, eight bytes at a time, as long as all stand for themselves.
void JsonWriter::quote(std::string_view value) {
  char* to = room(value.size() + sizeof(std::uint64_t) + 2);
  *to++ = '"';
  const char *from = value.data(), *const end = from + value.size();
  std::uint64_t eight;
  auto copy_eight = [&] {
    std::memcpy(&eight, from, sizeof eight);
    std::memcpy(to, &eight, sizeof eight);
    return !any_special(eight);
  };
  if (value.size() >= sizeof eight) {
    for (; end - from >= 8; from += sizeof eight, to += sizeof eight)
      if (!copy_eight()) return quote_slowly(value);
    // The last of them once more, with what is left behind them.
    to -= sizeof eight - static_cast<std::size_t>(end - from), from = end - sizeof eight;
    if (!copy_eight()) return quote_slowly(value);
    to += sizeof eight;
  } else {
    for (; from != end; ++from) {
      if (!kPlain[static_cast<unsigned char>(*from)]) return quote_slowly(value);
      *to++ = *from;
    }
  }
  *to++ = '"';
  advance(to);
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

void JsonWriter::key(std::string_view name) {
  char* to = room(name.size() + 4);
  if (comma_) *to++ = ',';
  *to++ = '"';
  std::memcpy(to, name.data(), name.size());
  to += name.size();
  *to++ = '"';
  *to++ = ':';
  advance(to);
  comma_ = false;
}

void JsonWriter::any_key(std::string_view name) {
  separate();
  quote(name);
  put(':');
  comma_ = false;
}

void JsonWriter::text(std::string_view value) {
  separate();
  quote(value);
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
