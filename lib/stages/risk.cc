#include "stages/risk.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "stages/authority.h"
#include "stages/decide.h"
#include "stages/received.h"

namespace ap {
namespace {

constexpr std::int64_t kHourMs = 3600000;

std::optional<std::int64_t> hours_from(std::string_view text) {
  std::int64_t hours = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), hours);
  bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && hours >= 0 && hours <= 24 * 366 ? std::optional(hours) : std::nullopt;
}

}  // namespace

std::expected<void, std::string> add_due_code(DueRules& rules, std::string_view entry) {
  auto equals = entry.find('=');
  auto hours = equals == std::string_view::npos || equals == 0 ? std::nullopt : hours_from(entry.substr(equals + 1));
  if (!hours) return std::unexpected(fmt::format("'{}' is not CODE=HOURS, as in BANK_DETAILS_CHANGED=4", entry));
  rules.codes[std::string(entry.substr(0, equals))] = *hours;
  return {};
}

std::expected<void, std::string> add_due_amount(DueRules& rules, std::string_view entry) {
  auto equals = entry.find('='), colon = entry.rfind(':');
  bool form = equals == 3 && colon != std::string_view::npos && colon > equals;
  auto amount = form ? Decimal::parse(entry.substr(equals + 1, colon - equals - 1)) : std::nullopt;
  auto hours = form ? hours_from(entry.substr(colon + 1)) : std::nullopt;
  if (!amount || !hours)
    return std::unexpected(fmt::format("'{}' is not CURRENCY=AMOUNT:HOURS, as in EUR=10000:8", entry));
  rules.amounts.push_back({{std::string(entry.substr(0, 3)), *amount}, *hours});
  return {};
}

std::optional<std::int64_t> due_ms(const Record& record, const DueRules& rules) {
  auto received = received_ms(record);
  if (!received || record.route() != Route::review || record.state != State::validated) return std::nullopt;
  std::int64_t hours = rules.hours;
  for (const Finding& finding : record.findings)
    if (auto code = rules.codes.find(finding.rule); code != rules.codes.end()) hours = std::min(hours, code->second);
  auto amount = amount_of(record);
  for (const auto& [from, after] : rules.amounts)
    if (amount && record.invoice->currency == from.first && *amount >= from.second) hours = std::min(hours, after);
  return *received + hours * kHourMs;
}

void Overdue::add(const Record& record, const DueRules& rules, std::int64_t now_ms) {
  auto due = due_ms(record, rules);
  if (!due || *due >= now_ms) return;
  ++count;
  if (now_ms - *due <= longest_ms) return;
  longest_ms = now_ms - *due;
  longest_id = record.id;
}

std::optional<Decimal> at_risk(const Record& record) {
  auto total = amount_of(record);
  if (!total) return std::nullopt;
  std::optional<Decimal> largest;
  for (const Finding& finding : record.findings) {
    if (!holds(finding)) continue;
    bool money =
        finding.field.starts_with("totals.") || finding.field.ends_with(".net") || finding.field.ends_with(".amount");
    auto expected = Decimal::parse(finding.expected), actual = Decimal::parse(finding.actual);
    if (!money || !expected || !actual) return total;
    Decimal difference = (*expected - *actual).abs();
    if (!largest || *largest < difference) largest = difference;
  }
  return largest && *largest < *total ? largest : total;
}

Decimal worth(const Record& record, const std::optional<Decimal>& amount, const DueRules& rules) {
  if (!amount || !record.invoice) return 0;
  auto found = rules.yardsticks.find(record.invoice->currency);
  const Decimal& yardstick = found == rules.yardsticks.end() ? rules.yardstick : found->second;
  constexpr int kDecimals = 12;
  return yardstick.is_zero() ? *amount : Decimal::divide(*amount, yardstick, kDecimals);
}

}  // namespace ap
