// JSON text put together member by member, without a tree of values in between: a record is written for every document,
// and a tree of it costs more than reading the document did.
//
// The caller keeps the grammar: a key before each value of an object, each begin with its end. Text is escaped as
// JSON asks and nothing more; bytes that are no UTF-8 become U+FFFD. Not thread-safe.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "core/short_text.h"

namespace ap {

class JsonWriter {
 public:
  using Sink = std::function<void(std::string_view)>;

  // Begins anew, and from here on what is written goes to `sink` in pieces: at pass_on() what has come together.
  void pass_to(Sink sink) {
    sink_ = std::move(sink);
    back_to({0, false});
  }

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  // `name` stands in the text as it is when `plain`; a key that comes from outside needs escaping.
  void key(std::string_view name) { key_and(name, ""); }
  // With JSON behind it that stands as it is.
  [[gnu::always_inline]] void key_and(std::string_view name, std::string_view json) {
    char* to = room(name.size() + json.size() + 4);
    if (comma_) *to++ = ',';
    *to++ = '"';
    to = copy_text(to, name);
    *to++ = '"';
    *to++ = ':';
    std::memcpy(to, json.data(), json.size());
    advance(to + json.size());
    comma_ = false;
  }
  void any_key(std::string_view name);

  void text(std::string_view value) {
    separate();
    quote(value);
  }
  void whole(std::int64_t value);
  void whole_unsigned(std::uint64_t value);
  void flag(bool value);
  void null();
  // value / 10^decimals as the shortest decimal that says it, with one digit after the point at least: 1.0, 0.997.
  void fraction(std::int64_t value, int decimals);

  // JSON text that stands as it is, whose commas the caller has seen to.
  void raw(std::string_view json) { put(json), comma_ = true; }
  void value_of(std::string_view text) { quote(text); }  // behind raw() that ends with a key

  // The members most objects are made of.
  void member(std::string_view name, std::string_view value) { key(name), text(value); }
  // The same of a value in which nothing needs escaping: digits, for one.
  void plain_member(std::string_view name, std::string_view value) {
    char* to = room(name.size() + value.size() + 6);
    if (comma_) *to++ = ',';
    *to++ = '"';
    to = copy_text(to, name);
    for (char c : {'"', ':', '"'}) *to++ = c;
    to = copy_text(to, value);
    *to++ = '"';
    advance(to);
    comma_ = true;
  }
  // Left out when empty.
  void given(std::string_view name, std::string_view value) {
    if (!value.empty()) member(name, value);
  }
  void member_or_null(std::string_view name, std::string_view value) {
    key(name);
    value.empty() ? null() : text(value);
  }

  // A place to go back to: what was written since is taken away, as where an object turned out to be empty.
  // Not across pass_on().
  struct Mark {
    std::size_t size;
    bool comma;
  };
  Mark mark() const { return {size_, comma_}; }
  void back_to(Mark mark) { size_ = mark.size, comma_ = mark.comma; }
  std::size_t size() const { return size_; }

  // A place that no mark goes back before: with a sink, a large piece leaves here.
  void pass_on() {
    if (sink_ && size_ >= kPieceBytes) pass();
  }
  // Ends the line and gives the sink all that is left of it. The room stays for the next, unless it has become large.
  void end_line();
  std::string take() { return {out_.get(), std::exchange(size_, 0)}; }

 private:
  // Where `bytes` more can be written; what was written there counts after advance().
  char* room(std::size_t bytes) {
    if (capacity_ - size_ < bytes) grow(bytes);
    return out_.get() + size_;
  }
  void advance(const char* end) { size_ = static_cast<std::size_t>(end - out_.get()); }
  void grow(std::size_t bytes);
  void put(char c) { *room(1) = c, ++size_; }
  void put(std::string_view text) { advance(copy_text(room(text.size()), text)); }
  void separate() {
    if (comma_) put(',');
    comma_ = true;
  }
  void open(char bracket) {
    separate();
    put(bracket);
    comma_ = false;
  }
  void close(char bracket) {
    put(bracket);
    comma_ = true;
  }
  void quote(std::string_view value);
  void quote_slowly(std::string_view value);
  template <class Int>
  void number(Int value);
  void pass();

  static constexpr std::size_t kPieceBytes = 1u << 20;

  Sink sink_;
  std::unique_ptr<char[]> out_;
  std::size_t size_ = 0, capacity_ = 0;  // of what is written, of the room there is
  bool comma_ = false;                   // something stands before the next value or key
};

}  // namespace ap
