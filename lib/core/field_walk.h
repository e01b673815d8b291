// The values of an invoice one after the other, lent and not given away: for what is done with every document, where a
// string of its own for each path would cost more than what is done with it. field_values.h has them to keep, with
// their terms.
#pragma once

#include <charconv>
#include <string>
#include <string_view>

#include "core/fields.h"

namespace ap {

// The visitor behind walk_values().
template <class Take>
class ValueWalk {
 public:
  explicit ValueWalk(Take& take) : take_(take) {}

  void text(std::string_view name, std::string_view, const std::string& value) {
    if (!value.empty()) give(name, value);
  }
  void number(std::string_view name, std::string_view, const std::optional<Decimal>& value) {
    if (value) give(name, value->str());
  }
  void date(std::string_view name, std::string_view, const std::optional<Date>& value) {
    if (value) give(name, value->str());
  }
  void flag(std::string_view name, std::string_view, const bool& value) { give(name, value ? "true" : "false"); }
  void type(std::string_view name, std::string_view, const InvoiceType& value) { give(name, to_string(value)); }
  template <class T>
  void object(std::string_view name, std::string_view, const T& value) {
    const std::size_t before = path_.size();
    path_.append(name);
    descend(value, before);
  }
  template <class T>
  void optional(std::string_view name, std::string_view term, const std::optional<T>& value) {
    if (value) object(name, term, *value);
  }
  template <class T>
  void list(std::string_view name, std::string_view, const std::vector<T>& list) {
    const std::size_t before = path_.size();
    for (std::size_t i = 0; i < list.size(); ++i) {
      char digits[20];
      path_.append(name).push_back('[');
      path_.append(digits, std::to_chars(digits, digits + sizeof digits, i).ptr).push_back(']');
      descend(list[i], before);
    }
  }

 private:
  // `before`: how long the path was without the object.
  template <class T>
  void descend(const T& value, std::size_t before) {
    path_.push_back('.');
    visit_fields(*this, value);
    path_.resize(before);
  }
  void give(std::string_view name, std::string_view value) {
    const std::size_t before = path_.size();
    path_.append(name);
    take_(std::string_view(path_), value);
    path_.resize(before);
  }

  Take& take_;
  std::string path_;
};

// Calls take(path, value) for every field that has a value, in the order of the table, with the same paths and texts as
// field_values(). Both views end with the call.
template <class Take>
void walk_values(const Invoice& invoice, Take take) {
  ValueWalk<Take> walk(take);
  visit_fields(walk, invoice);
}

}  // namespace ap
