#include "core/field_values.h"

#include <algorithm>

#include "core/fields.h"

namespace ap {
namespace {

// Business terms of addresses after those of the seller, which the field table names.
std::string address_term(std::string_view prefix, std::string_view term) {
  constexpr std::string_view kSeller[] = {"BT-35", "BT-37", "BT-38", "BT-39", "BT-40"};
  constexpr std::string_view kBuyer[] = {"BT-50", "BT-52", "BT-53", "BT-54", "BT-55"};
  constexpr std::string_view kDelivery[] = {"BT-75", "BT-77", "BT-78", "BT-79", "BT-80"};
  auto at = std::ranges::find(kSeller, term);
  if (at == std::end(kSeller)) return std::string(term);
  auto place = static_cast<std::size_t>(at - std::begin(kSeller));
  if (prefix.starts_with("buyer.")) return std::string(kBuyer[place]);
  if (prefix.starts_with("delivery.")) return std::string(kDelivery[place]);
  return std::string(term);
}

// "BT-27, BT-44, BT-59" stands for seller, buyer and payee; "BT-92, BT-99" for allowance and charge.
std::string one_term(std::string_view prefix, std::string_view terms, bool charge) {
  std::size_t place = prefix.starts_with("buyer.") || (prefix.starts_with("allowances_charges") && charge) ? 1
                      : prefix.starts_with("payee.")                                                       ? 2
                                                                                                           : 0;
  for (; place > 0 && terms.find(", ") != terms.npos; --place) terms.remove_prefix(terms.find(", ") + 2);
  return address_term(prefix, terms.substr(0, terms.find(", ")));
}

class Collector {
 public:
  Collector(std::vector<FieldValue>& values, EmptyFields empty) : values_(values), empty_(empty) {}

  void text(std::string_view name, std::string_view term, const std::string& value) { add(name, term, value); }
  void number(std::string_view name, std::string_view term, const std::optional<Decimal>& value) {
    add(name, term, value ? value->str() : "");
  }
  void date(std::string_view name, std::string_view term, const std::optional<Date>& value) {
    add(name, term, value ? value->str() : "");
  }
  void flag(std::string_view name, std::string_view term, const bool& value) {
    charge_ = value;
    add(name, term, value ? "true" : "false");
  }
  void type(std::string_view name, std::string_view term, const InvoiceType& value) {
    add(name, term, std::string(to_string(value)));
  }
  template <class T>
  void object(std::string_view name, std::string_view, const T& value) {
    std::string before = prefix_;
    prefix_ += std::string(name) + ".";
    visit_fields(*this, value);
    prefix_ = before;
  }
  template <class T>
  void optional(std::string_view name, std::string_view term, const std::optional<T>& value) {
    if (value) object(name, term, *value);
  }
  template <class T>
  void list(std::string_view name, std::string_view term, const std::vector<T>& list) {
    for (std::size_t i = 0; i < list.size(); ++i)
      object(std::string(name) + "[" + std::to_string(i) + "]", term, list[i]);
  }

 private:
  void add(std::string_view name, std::string_view terms, std::string value) {
    if (!value.empty() || empty_ == EmptyFields::keep)
      values_.push_back({prefix_ + std::string(name), std::move(value), one_term(prefix_, terms, charge_)});
  }
  std::vector<FieldValue>& values_;
  const EmptyFields empty_;
  std::string prefix_;
  bool charge_ = false;
};

}  // namespace

std::vector<FieldValue> field_values(const Invoice& invoice, EmptyFields empty) {
  std::vector<FieldValue> values;
  Collector collector(values, empty);
  visit_fields(collector, invoice);
  return values;
}

}  // namespace ap
