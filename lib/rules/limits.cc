#include "rules/limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "core/codes.h"
#include "rules/policy/subject.h"
#include "rules/registry.h"

namespace ap::rules {
namespace {

using enum LimitForm;

constexpr std::array kLimits = std::to_array<LimitInfo>({
    {"required_controls", group_list},
    {"total_tolerance", amount},
    {"tax_tolerance", amount},
    {"amount_limit", amount},
    {"amount_limits", by_name},
    {"old_invoice_days", whole, 1, 36500},
    {"confidence", likelihood},
    {"confidences", by_name},
    {"price_percent", amount},
    {"price_absolute", ceiling},
    {"amount_percent", amount},
    {"amount_absolute", ceiling},
    {"quantity_percent", amount},
    {"quantity_absolute", ceiling},
    {"receipt_percent", amount},
    {"extra_cost_limit", amount},
    {"sanctions_likeness", likelihood},
    {"terms_tolerance_days", whole, 0, 365},
    {"anomaly_percent", whole, 1, 100000},
    {"anomaly_count", whole, 1, 10000},
    {"split_percent", whole, 1, 100},
    {"split_days", whole, 0, 365},
});

// The member that a name stands for; nullptr when it is of another form.
template <class S>
auto amount_of(S& s, std::string_view name) -> decltype(&s.amount_limit) {
  if (name == "total_tolerance") return &s.total_tolerance;
  if (name == "tax_tolerance") return &s.tax_tolerance;
  if (name == "amount_limit") return &s.amount_limit;
  if (name == "price_percent") return &s.price_percent;
  if (name == "amount_percent") return &s.amount_percent;
  if (name == "quantity_percent") return &s.quantity_percent;
  if (name == "receipt_percent") return &s.receipt_percent;
  if (name == "extra_cost_limit") return &s.extra_cost_limit;
  return nullptr;
}

template <class S>
auto ceiling_of(S& s, std::string_view name) -> decltype(&s.price_absolute) {
  if (name == "price_absolute") return &s.price_absolute;
  if (name == "amount_absolute") return &s.amount_absolute;
  if (name == "quantity_absolute") return &s.quantity_absolute;
  return nullptr;
}

template <class S>
auto whole_of(S& s, std::string_view name) -> decltype(&s.split_days) {
  if (name == "old_invoice_days") return &s.old_invoice_days;
  if (name == "terms_tolerance_days") return &s.terms_tolerance_days;
  if (name == "anomaly_percent") return &s.anomaly_percent;
  if (name == "anomaly_count") return &s.anomaly_count;
  if (name == "split_percent") return &s.split_percent;
  if (name == "split_days") return &s.split_days;
  if (name == "confidence") return &s.confidence;
  if (name == "sanctions_likeness") return &s.sanctions_likeness;
  return nullptr;
}

using Failed = std::unexpected<std::string>;

std::expected<Decimal, std::string> parse_amount(const std::string& text) {
  auto value = Decimal::parse(text);
  if (!value || value->is_negative()) return Failed(fmt::format("'{}' is not a number such as 0.01", text));
  return *value;
}

std::expected<Confidence, std::string> parse_likelihood(const std::string& text) {
  auto value = Decimal::parse(text);
  if (!value || *value > Decimal(1) || value->is_negative())
    return Failed(fmt::format("'{}' is not between 0 and 1", text));
  return std::stoi((*value * Decimal(kCertain)).rounded(0).str());
}

std::expected<int, std::string> parse_whole(const LimitInfo& row, const std::string& text) {
  int value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size())
    return Failed(fmt::format("'{}' is not a whole number", text));
  if (value < row.lowest || value > row.highest)
    return Failed(fmt::format("{} is not between {} and {}", value, row.lowest, row.highest));
  return value;
}

std::expected<void, std::string> set_groups(Settings& settings, const std::vector<std::string>& values) {
  auto known = rules::groups();
  for (const std::string& group : values)
    if (std::ranges::find(known, group) == known.end())
      return Failed(fmt::format("there is no group of controls '{}'; they are {}", group, fmt::join(known, ", ")));
  settings.required_controls = {values.begin(), values.end()};
  return {};
}

std::expected<void, std::string> set_by_name(Settings& settings, std::string_view limit,
                                             const std::vector<std::string>& values) {
  for (const std::string& entry : values) {
    auto equals = entry.find('=');
    if (equals == std::string::npos || equals == 0)
      return Failed(fmt::format("'{}' is not NAME=VALUE, such as \"{}\"", entry,
                                limit == "confidences" ? "totals.gross=0.99" : "EUR=10000"));
    std::string name = entry.substr(0, equals), text = entry.substr(equals + 1);
    if (limit == "confidences") {
      auto value = parse_likelihood(text);
      if (!value) return Failed(value.error());
      if (!field_form(name)) return Failed(fmt::format("there is no field '{}' in an invoice", name));
      settings.confidences[name] = *value;
    } else {
      auto value = Decimal::parse(text);
      if (!value) return Failed(fmt::format("'{}' is no amount", text));
      if (!known_currency(name)) return Failed(fmt::format("there is no currency '{}'", name));
      settings.amount_limits[name] = *value;
    }
  }
  return {};
}

std::string thousandths(int value) { return Decimal::scaled(value, 3).normalized().str(); }

}  // namespace

std::span<const LimitInfo> limit_table() { return kLimits; }

const LimitInfo* find_limit(std::string_view name) {
  auto row = std::ranges::find(kLimits, name, &LimitInfo::name);
  return row == kLimits.end() ? nullptr : &*row;
}

bool is_list(LimitForm form) { return form == group_list || form == by_name; }

std::expected<void, std::string> set_limit(Settings& settings, std::string_view name,
                                           const std::vector<std::string>& values) {
  const LimitInfo* row = find_limit(name);
  if (row == nullptr) return Failed("is no limit");
  if (row->form == group_list) return set_groups(settings, values);
  if (row->form == by_name) return set_by_name(settings, name, values);
  if (values.size() != 1) return Failed("is one value, not a list");
  const std::string& text = values.front();
  if (row->form == whole || row->form == likelihood) {
    auto value = row->form == whole ? parse_whole(*row, text) : parse_likelihood(text);
    if (!value) return Failed(value.error());
    *whole_of(settings, name) = *value;
    return {};
  }
  auto value = parse_amount(text);
  if (!value) return Failed(value.error());
  if (row->form == ceiling)
    *ceiling_of(settings, name) = value->is_zero() ? std::nullopt : std::optional(*value);
  else
    *amount_of(settings, name) = *value;
  return {};
}

std::string limit_text(const Settings& settings, std::string_view name) {
  const LimitInfo* row = find_limit(name);
  if (row == nullptr) return "";
  if (row->form == group_list) return fmt::format("{}", fmt::join(settings.required_controls, ", "));
  if (row->form == whole) return std::to_string(*whole_of(settings, name));
  if (row->form == likelihood) return thousandths(*whole_of(settings, name));
  if (row->form == amount) return amount_of(settings, name)->str();
  if (row->form == ceiling) {
    const auto& value = *ceiling_of(settings, name);
    return value ? value->str() : "none";
  }
  std::string out;
  auto add = [&](const std::string& key, const std::string& value) {
    out.append(out.empty() ? "" : ", ").append(key).append("=").append(value);
  };
  if (name == "amount_limits")
    for (const auto& [currency, limit] : settings.amount_limits) add(currency, limit.str());
  else
    for (const auto& [field, confidence] : settings.confidences) add(field, thousandths(confidence));
  return out;
}

}  // namespace ap::rules
