// The binary format between a command and its worker: frames of length-prefixed fields, little endian.
//
// A frame is 16 bytes (magic, kind, payload length) and a payload. A payload is a sequence of fields without names:
// integers of fixed width, booleans as one byte, strings and lists after a 32-bit count. Both ends are of one build,
// so there is no versioning beyond the magic number; page_file.h adds what a file needs.
//
// The decoder believes nothing: every length is checked against what is left, every enumerator against its range,
// text is made valid UTF-8. After the first violation it is `failed` for good and yields empty values.
#pragma once

#include <bit>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/utf8.h"

namespace ap::wire {

inline constexpr std::uint32_t kMagic = 0x31575041;  // "APW1"
inline constexpr std::size_t kHeaderBytes = 16;

enum class FrameKind : std::uint32_t {
  request = 1,   // command to worker: Request
  progress = 2,  // worker to command: a page is being worked on; payload: its number as 32 bits
  reply = 3,     // worker to command: what the verb yields
  failure = 4,   // worker to command: ReadFailure
  laid = 5,      // command to worker: LaidRequest, whose document lies in the window (window.h)
  page = 6,      // worker to command: a page in its packed form, ahead of the reply to verb pages
};

struct FrameHeader {
  FrameKind kind{};
  std::uint64_t length = 0;  // of the payload
};

std::string encode_header(const FrameHeader& header);
// nullopt when the magic number or the kind is wrong. Requires kHeaderBytes bytes.
std::optional<FrameHeader> decode_header(std::string_view bytes);

// Accepts T and const T, so that one describe() serves both directions.
template <class T, class U>
concept Either = std::same_as<std::remove_const_t<T>, U>;

// Number of enumerators, which run from 0. Specialised beside the messages that use it.
template <class E>
inline constexpr int kEnumerators = 0;

// Numbers are little endian, whatever the machine is.
constexpr std::uint64_t little_endian(std::uint64_t value) {
  return std::endian::native == std::endian::little ? value : __builtin_bswap64(value);
}
inline std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint64_t value = 0;
  std::memcpy(&value, bytes.data() + at, count);
  return little_endian(value);
}

class Encoder {
 public:
  template <class... Fields>
  void operator()(const Fields&... fields) {
    (put(fields), ...);
  }
  // Room for what is to come, where that is known about.
  void expect(std::size_t bytes) { out_.reserve(bytes); }
  void raw(std::string_view bytes) { put_string(bytes); }
  void check(bool) {}
  std::string take() { return std::move(out_); }

 private:
  template <class T>
  void put(const T& value) {
    if constexpr (std::same_as<T, bool>) {
      put_number(value ? 1 : 0, 1);
    } else if constexpr (std::integral<T>) {
      put_number(static_cast<std::uint64_t>(value), sizeof(T));
    } else if constexpr (std::is_enum_v<T>) {
      put_number(static_cast<std::uint64_t>(value), 1);
    } else {
      describe(*this, value);
    }
  }
  void put(const std::string& text) { put_string(text); }
  template <class T>
  void put(const std::vector<T>& list) {
    put_number(list.size(), 4);
    for (const T& item : list) put(item);
  }
  template <class T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <class A, class B>
  void put(const std::pair<A, B>& value) {
    put(value.first);
    put(value.second);
  }
  void put_number(std::uint64_t value, std::size_t bytes);
  void put_string(std::string_view text);

  std::string out_;
};

class Decoder {
 public:
  // `bytes` must outlive the decoder, and what it yields only where that is a view.
  explicit Decoder(std::string_view bytes) : rest_(bytes) {}

  template <class... Fields>
  void operator()(Fields&... fields) {
    (get(fields), ...);
  }
  // Bytes as they are, where they are no text.
  void raw(std::string& bytes) { bytes = get_string(); }
  void raw(std::string_view& bytes) { bytes = get_string(); }  // they stay where they are
  // A condition that the values read so far must meet.
  void check(bool holds) { failed_ = failed_ || !holds; }
  bool failed() const { return failed_; }
  // True when all went well and nothing is left over.
  bool finished() const { return !failed_ && rest_.empty(); }

 private:
  template <class T>
  void get(T& value) {
    if constexpr (std::same_as<T, bool>) {
      std::uint64_t byte = get_number(1);
      check(byte <= 1);
      value = byte == 1;
    } else if constexpr (std::integral<T>) {
      value = static_cast<T>(get_number(sizeof(T)));
    } else if constexpr (std::is_enum_v<T>) {
      static_assert(kEnumerators<T> > 0, "say how many enumerators there are");
      std::uint64_t byte = get_number(1);
      check(byte < kEnumerators<T>);
      value = failed_ ? T{} : static_cast<T>(byte);
    } else {
      describe(*this, value);
    }
  }
  // Invalid UTF-8 and NUL become U+FFFD.
  void get(std::string& text) { assign_valid_utf8(text, get_string()); }
  template <class T>
  void get(std::vector<T>& list) {
    std::uint64_t count = get_number(4);
    // Every item takes at least one byte, so a count beyond the rest is a lie; memory grows only with what was sent.
    check(count <= rest_.size());
    list.clear();
    for (std::uint64_t i = 0; i < count && !failed_; ++i) get(list.emplace_back());
  }
  template <class T>
  void get(std::optional<T>& value) {
    bool present = false;
    get(present);
    value.reset();
    if (present && !failed_) get(value.emplace());
  }
  template <class A, class B>
  void get(std::pair<A, B>& value) {
    get(value.first);
    get(value.second);
  }
  std::uint64_t get_number(std::size_t bytes) {
    check(bytes <= rest_.size());
    if (failed_) return 0;
    std::uint64_t value = number_at(rest_, 0, bytes);
    rest_.remove_prefix(bytes);
    return value;
  }
  std::string_view get_string() {
    std::uint64_t length = get_number(4);
    check(length <= rest_.size());
    if (failed_) return {};
    std::string_view text = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return text;
  }

  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace ap::wire
