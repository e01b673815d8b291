// --explain CODE FILE: a rule with the figures of the invoice at hand.
#include <fmt/format.h>

#include <algorithm>

#include "core/fields.h"
#include "rules/registry.h"
#include "stages/validate.h"

namespace ap {
namespace {

struct Value {
  std::string term, path, value;
};

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
  std::vector<Value> values;

  void text(std::string_view name, std::string_view term, const std::string& value) { add(name, term, value); }
  void number(std::string_view name, std::string_view term, const std::optional<Decimal>& value) {
    add(name, term, value ? value->str() : "");
  }
  void date(std::string_view name, std::string_view term, const std::optional<Date>& value) {
    add(name, term, value ? value->str() : "");
  }
  void flag(std::string_view, std::string_view, const bool& value) { charge_ = value; }
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
    for (std::size_t i = 0; i < list.size(); ++i) object(fmt::format("{}[{}]", name, i), term, list[i]);
  }

 private:
  void add(std::string_view name, std::string_view terms, std::string value) {
    if (!value.empty())
      values.push_back({one_term(prefix_, terms, charge_), prefix_ + std::string(name), std::move(value)});
  }
  std::string prefix_;
  bool charge_ = false;
};

bool names_term(std::string_view terms, std::string_view term) {
  for (auto at = terms.find(term); at != terms.npos; at = terms.find(term, at + 1)) {
    auto end = at + term.size();
    if (end == terms.size() || terms[end] == ' ' || terms[end] == ',') return true;
  }
  return false;
}

constexpr std::size_t kMostValues = 40;  // of a rule that looks at every line

std::string figures(const Record& record, std::string_view terms) {
  if (!record.invoice) return "";
  Collector collector;
  visit_fields(collector, *record.invoice);
  std::string out;
  std::size_t count = 0;
  for (const Value& value : collector.values) {
    if (value.term.empty() || !names_term(terms, value.term)) continue;
    if (++count <= kMostValues) out += fmt::format("  {:<7} {:<28} {}\n", value.term, value.path, value.value);
  }
  if (count > kMostValues) out += fmt::format("  ... and {} more\n", count - kMostValues);
  return out;
}

bool same_code(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return (x | 32) == (y | 32); });
}

}  // namespace

std::string explain_in(const Record& record, std::string_view code) {
  std::string out = fmt::format("\n{}: ", record.source.name), found;
  for (const Finding& f : record.findings) {
    if (!same_code(f.rule, code)) continue;
    std::string where = f.path.empty() ? f.field : f.field.empty() ? f.path : f.path + " (" + f.field + ")";
    found += fmt::format("  {}{}{}\n", where.empty() ? "the document" : where,
                         f.expected.empty() ? "" : ": expected " + f.expected,
                         f.actual.empty() ? "" : (f.expected.empty() ? ": " : ", stated ") + f.actual);
  }
  std::string terms;
  for (const rules::RuleInfo* rule : rules::find_rules(code))
    terms += (terms.empty() ? "" : " ") + std::string(rule->terms);
  if (!found.empty()) {
    out += "the rule found something\n" + found;
  } else {
    const NotRun* skipped = nullptr;
    if (record.checks)
      for (const NotRun& rule : record.checks->not_run)
        if (same_code(rule.rule, code)) skipped = &rule;
    out += skipped ? "not run: " + skipped->reason + "\n" : "nothing found\n";
  }
  return out + figures(record, terms);
}

}  // namespace ap
