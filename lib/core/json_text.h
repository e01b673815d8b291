// JSON for small outputs that are written, never read here: strings quoted, objects put together in order.
// Records have their own codec (record/codec.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ap {

// The text as a JSON string with its quotes. Bytes that are no UTF-8 become U+FFFD.
std::string json_quote(std::string_view text);

// {"a":"x","n":3}: members in the order in which they are added.
class JsonText {
 public:
  JsonText& text(std::string_view key, std::string_view value) { return raw(key, json_quote(value)); }
  JsonText& number(std::string_view key, std::int64_t value) { return raw(key, std::to_string(value)); }
  JsonText& flag(std::string_view key, bool value) { return raw(key, value ? "true" : "false"); }
  // `json` is put in as it is: a number as decimal text, an array, another object, null.
  JsonText& raw(std::string_view key, std::string_view json);
  std::string str() const { return "{" + members_ + "}"; }

 private:
  std::string members_;
};

// "[a,b]" from JSON values.
template <class Values>
std::string json_array(const Values& values) {
  std::string out = "[";
  for (const auto& value : values) out += (out.size() > 1 ? "," : "") + std::string(value);
  return out + "]";
}

}  // namespace ap
