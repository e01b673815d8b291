// Limits of amounts and percentages: how they are written, whose they are, and what is refused by them.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "stages/authority.h"
#include "stages/decide.h"

namespace ap {
namespace {

// Findings that say by how much something differs from what it should be, and that an approver may answer for.
constexpr std::array<std::string_view, 7> kVariances = {
    "SUBTOTAL_MISMATCH",  "TOTAL_MISMATCH",       "LINE_MATH_MISMATCH",   "TAX_MISMATCH",
    "PO_AMOUNT_MISMATCH", "PO_QUANTITY_MISMATCH", "GRN_QUANTITY_MISMATCH"};

constexpr int kPercentDecimals = 1;  // of what people are told

std::unexpected<Refusal> refuse(std::string message) {
  return std::unexpected(Refusal{ErrorKind::permission, std::move(message)});
}

// "ann:" or "@group:" before an entry, taken off it. False: nobody is named before the colon.
bool take_who(std::string_view& entry, std::string& who) {
  auto colon = entry.rfind(':');
  if (colon == std::string_view::npos) return true;
  who = entry.substr(0, colon);
  entry.remove_prefix(colon + 1);
  return !who.empty() && who != "@";
}

LimitsByCurrency& place_of(LimitTable& table, const std::string& who) {
  if (who.empty()) return table.everyone;
  return who.starts_with('@') ? table.groups[who.substr(1)] : table.users[who];
}

std::optional<Limit> limit_from(std::string_view text) {
  if (text == "any") return Limit{true, {}};
  auto amount = Decimal::parse(text);
  if (!amount || amount->is_negative()) return std::nullopt;
  return Limit{false, *amount};
}

bool higher(const Limit& a, const Limit& b) { return a.any || (!b.any && b.amount < a.amount); }

std::optional<Limit> in(const LimitsByCurrency& limits, std::string_view currency) {
  auto found = limits.find(currency);
  if (found == limits.end() && currency != kPercent) found = limits.find(kEveryCurrency);
  return found == limits.end() ? std::nullopt : std::optional(found->second);
}

// "ask ann, or a member of the group directors": whose limit covers the amount; what else to do where nobody's does.
std::string who_may(const LimitTable& table, std::string_view currency, const Decimal& amount, std::string_view key) {
  std::vector<std::string> who;
  for (const auto& [user, limits] : table.users)
    if (auto limit = in(limits, currency); limit && limit->covers(amount)) who.push_back(user);
  for (const auto& [group, limits] : table.groups)
    if (auto limit = in(limits, currency); limit && limit->covers(amount))
      who.push_back("a member of the group " + group);
  if (who.empty()) return fmt::format("have a higher limit set in {}: nobody has one", key);
  return fmt::format("ask {}", fmt::join(who, ", or "));
}

// By how many percent of what is expected a finding differs; nullopt: it says no figures.
struct Variance {
  bool any = false;  // nothing is expected, so that no percentage says how far it is off
  Decimal percent;
};
std::optional<Variance> variance_of(const Finding& finding) {
  if (!holds(finding) || std::ranges::find(kVariances, finding.rule) == kVariances.end()) return std::nullopt;
  auto expected = Decimal::parse(finding.expected), actual = Decimal::parse(finding.actual);
  if (!expected || !actual) return std::nullopt;
  Decimal difference = (*actual - *expected).abs();
  if (expected->is_zero() || expected->is_negative()) return Variance{!difference.is_zero(), 0};
  // Never rounded down: a variance just above a limit is above it.
  constexpr int kDecimals = 12;
  Decimal hundredfold = difference * Decimal(100);
  Decimal percent = Decimal::divide(hundredfold, *expected, kDecimals, Rounding::down);
  return Variance{false, percent * *expected == hundredfold ? percent : percent + Decimal::scaled(1, kDecimals)};
}

}  // namespace

std::expected<void, std::string> add_limit(LimitTable& table, std::string_view entry) {
  auto wrong = [&](std::string_view what) {
    return std::unexpected(fmt::format("'{}': {}; write EUR=10000, ann:EUR=50000, @group:EUR=any", entry, what));
  };
  std::string_view rest = entry;
  std::string who;
  if (!take_who(rest, who)) return wrong("nobody is named before the colon");
  auto equals = rest.find('=');
  if (equals == std::string_view::npos) return wrong("no amount is given");
  std::string currency(rest.substr(0, equals));
  bool letters = std::ranges::all_of(currency, [](char c) { return c >= 'A' && c <= 'Z'; });
  if (currency != kEveryCurrency && (currency.size() != 3 || !letters))
    return wrong("the currency is no code such as EUR, nor *");
  auto limit = limit_from(rest.substr(equals + 1));
  if (!limit) return wrong("the amount is no number");
  place_of(table, who)[currency] = *limit;
  return {};
}

std::expected<void, std::string> add_percentage(LimitTable& table, std::string_view entry) {
  std::string_view rest = entry;
  std::string who;
  auto limit = take_who(rest, who) ? limit_from(rest) : std::nullopt;
  if (!limit) return std::unexpected(fmt::format("'{}' is no percentage; write 10, ann:25, @group:any", entry));
  place_of(table, who)[std::string(kPercent)] = *limit;
  return {};
}

std::optional<Limit> LimitTable::of(const Person& person, std::string_view currency) const {
  if (auto own = users.find(person.name); own != users.end())
    if (auto limit = in(own->second, currency)) return limit;
  std::optional<Limit> best;
  for (const std::string& group : person.groups) {
    auto limits = groups.find(group);
    auto limit = limits == groups.end() ? std::nullopt : in(limits->second, currency);
    if (limit && (!best || higher(*limit, *best))) best = limit;
  }
  return best ? best : in(everyone, currency);
}

std::expected<void, Refusal> Authority::may_adjust(const Person& person, const Record& record,
                                                   const std::optional<Adjustment>& largest) const {
  if (!configured() || !largest) return {};
  auto limit = rules_.adjustments.of(person, largest->currency);
  if (limit && limit->covers(largest->by)) return {};
  std::string currency = largest->currency.empty() ? "without a currency" : largest->currency;
  return refuse(fmt::format(
      "{} may not correct {} of document {} from {} to {}: that adjusts it by {} {}, and {} may adjust amounts by {} "
      "(authority.adjustments); reject the document and ask for a right one, or {}",
      person.name, largest->field, record.id.substr(0, 12), largest->from,
      largest->to.empty() ? "nothing" : largest->to, largest->by.str(), currency, person.name,
      limit ? fmt::format("up to {} {}", limit->amount.str(), currency) : "nothing in that currency",
      who_may(rules_.adjustments, largest->currency, largest->by, "authority.adjustments")));
}

std::expected<void, Refusal> Authority::may_accept(const Person& person, const Record& record) const {
  auto limit = rules_.variances.of(person, kPercent);
  for (const Finding& finding : record.findings) {
    auto variance = variance_of(finding);
    if (!variance || (limit && (limit->any || (!variance->any && variance->percent <= limit->amount)))) continue;
    std::string far = variance->any ? "nothing of it was expected"
                                    : "it is off by " + variance->percent.rounded(kPercentDecimals).str() + " %";
    // Only who has no limit may let pass what was not expected at all.
    Decimal wanted = variance->any ? Decimal(1000000000) : variance->percent;
    return refuse(
        fmt::format("{} may not approve document {} with {}: {} instead of {}, {}, and {} may accept {} "
                    "(authority.variances); have it "
                    "corrected if it was misread, or ask the seller for a right one; to have it accepted, {}",
                    person.name, record.id.substr(0, 12), finding.rule, finding.actual, finding.expected, far,
                    person.name, limit ? "up to " + limit->amount.normalized().str() + " %" : "no variance",
                    who_may(rules_.variances, kPercent, wanted, "authority.variances")));
  }
  return {};
}

}  // namespace ap
