// Strict reading of one JSON object: every key is asked for by name and type, the rest is kept as unknown.
#pragma once

#include <cmath>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "record/ordered_object.h"

namespace ap {

using Json = nlohmann::basic_json<OrderedObject>;

// Thrown inside the codec only; record_from_json turns it into its error value.
struct JsonRefusal {
  std::string pointer, message;
};

using UnknownKeys = std::vector<std::pair<std::string, std::string>>;

// Reads members of `object`, which must outlive this. Members that are absent or null leave the target untouched.
class JsonObject {
 public:
  JsonObject(const Json& object, std::string pointer, UnknownKeys& unknown)
      : object_(object), pointer_(std::move(pointer)), unknown_(unknown) {
    if (!object.is_object()) throw JsonRefusal{pointer_, "must be an object"};
  }

  // The member, or nullptr when it is absent or null. Marks the key as known.
  const Json* get(std::string_view key) {
    known_.push_back(key);
    auto it = object_.find(key);
    return it == object_.end() || it->is_null() ? nullptr : &*it;
  }

  const Json* get(std::string_view key, Json::value_t type, std::string_view wanted) {
    const Json* value = get(key);
    if (!value) return nullptr;
    bool ok = value->type() == type || (type == Json::value_t::number_integer && value->is_number_integer());
    if (!ok) refuse(key, "must be " + std::string(wanted));
    return value;
  }

  void text(std::string_view key, std::string& out) {
    if (const Json* v = get(key, Json::value_t::string, "a string")) out = v->get_ref<const std::string&>();
  }

  // A count, a size or a page: never below zero.
  template <class Int>
  void integer(std::string_view key, Int& out) {
    const Json* v = get(key, Json::value_t::number_integer, "a whole number");
    if (!v) return;
    if (v->is_number_unsigned() && v->template get<std::uint64_t>() > std::uint64_t(INT64_MAX))
      refuse(key, "is too large");
    auto number = v->template get<std::int64_t>();
    if (number < 0) refuse(key, "is below zero");
    if (!std::in_range<Int>(number)) refuse(key, "is out of range");
    out = Int(number);
  }

  // A value of an enumeration by its name.
  template <class Enum, class From>
  bool name(std::string_view key, Enum& out, From from) {
    std::string text_value;
    text(key, text_value);
    if (text_value.empty()) return false;
    auto value = from(text_value);
    if (!value) refuse(key, "'" + text_value + "' is not known here");
    out = *value;
    return true;
  }

  // Calls read(JsonObject&) for an object member.
  template <class Read>
  void object(std::string_view key, Read read) {
    const Json* v = get(key);
    if (!v) return;
    JsonObject inner(*v, child(key), unknown_);
    read(inner);
    inner.finish();
  }

  // Calls read(JsonObject&) for each entry of an array of objects.
  template <class Read>
  void objects(std::string_view key, Read read) {
    const Json* v = get(key, Json::value_t::array, "an array");
    if (!v) return;
    for (std::size_t i = 0; i < v->size(); ++i) {
      JsonObject inner((*v)[i], child(key) + "/" + std::to_string(i), unknown_);
      read(inner);
      inner.finish();
    }
  }

  void texts(std::string_view key, std::vector<std::string>& out) {
    const Json* v = get(key, Json::value_t::array, "an array");
    if (!v) return;
    for (const Json& entry : *v) {
      if (!entry.is_string()) refuse(key, "must hold strings");
      out.push_back(entry.get<std::string>());
    }
  }

  // Calls read(name, JsonObject&) for each member of an object of objects, whatever their names.
  template <class Read>
  void members(std::string_view key, Read read) {
    const Json* v = get(key, Json::value_t::object, "an object");
    if (!v) return;
    const std::string pointer = child(key);
    for (auto it = v->begin(); it != v->end(); ++it) {
      if (it->is_null()) continue;
      JsonObject inner(*it, join(pointer, it.key()), unknown_);
      read(it.key(), inner);
      inner.finish();
    }
  }

  // Collects the keys nobody asked for.
  void finish() {
    for (auto it = object_.begin(); it != object_.end(); ++it)
      if (std::find(known_.begin(), known_.end(), it.key()) == known_.end())
        unknown_.emplace_back(child(it.key()), it.value().dump(-1, ' ', false, Json::error_handler_t::replace));
  }

  [[noreturn]] void refuse(std::string_view key, std::string message) const {
    throw JsonRefusal{child(key), std::move(message)};
  }

  // The JSON pointer (RFC 6901) of a member.
  std::string child(std::string_view key) const { return join(pointer_, key); }

 private:
  static std::string join(const std::string& pointer, std::string_view key) {
    std::string out = pointer + "/";
    for (char c : key) {
      if (c == '~')
        out += "~0";
      else if (c == '/')
        out += "~1";
      else
        out += c;
    }
    return out;
  }

  const Json& object_;
  std::string pointer_;
  UnknownKeys& unknown_;
  std::vector<std::string_view> known_;
};

}  // namespace ap
