// The key figures as text and as JSON.
#include <fmt/format.h>

#include <algorithm>

#include "core/json_text.h"
#include "report/figures.h"

namespace ap::report {
namespace {

constexpr std::string_view kNoData = "no data";

std::string percent(const Share& share) {
  auto ratio = share.ratio();
  return ratio ? (*ratio * Decimal(100)).rounded(1).str() + " %" : std::string(kNoData);
}

std::string row(std::string_view name, std::string_view value, std::string_view basis) {
  std::string out = fmt::format("{:<22} {:>12}", name, value);
  return out + (basis.empty() ? "" : "   ") + std::string(basis) + "\n";
}

std::string money(const Money& totals) {
  std::string out;
  for (const auto& [currency, sum] : totals)
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", sum.str(), currency.empty() ? "(no currency)" : currency);
  return out;
}

std::string worth_row(std::string_view name, const Worth& worth) {
  if (worth.documents == 0) return row(name, "0", "no document");
  std::string totals = money(worth.totals);
  if (worth.without_total > 0)
    totals += fmt::format("{}{} without a total", totals.empty() ? "" : ", ", worth.without_total);
  return row(name, std::to_string(worth.documents), totals);
}

std::string state_name(const std::pair<State, std::optional<Route>>& key) {
  std::string name(to_string(key.first));
  return key.second ? fmt::format("{}, {}", name, to_string(*key.second)) : name;
}

// Codes by falling number, then by name.
std::vector<std::pair<std::string, std::int64_t>> by_frequency(const std::map<std::string, std::int64_t>& codes) {
  std::vector<std::pair<std::string, std::int64_t>> sorted(codes.begin(), codes.end());
  std::ranges::stable_sort(sorted, [](const auto& a, const auto& b) { return a.second > b.second; });
  return sorted;
}

std::string json_or_null(const std::optional<Decimal>& value) { return value ? json_quote(value->str()) : "null"; }
std::string json_or_null(const std::optional<std::int64_t>& value) { return value ? std::to_string(*value) : "null"; }

std::string share_json(const Share& share) {
  JsonText out;
  out.number("n", share.n).number("count", share.count).raw("ratio", json_or_null(share.ratio()));
  return out.str();
}

std::string worth_json(const Worth& worth) {
  JsonText totals;
  for (const auto& [currency, sum] : worth.totals) totals.text(currency, sum.str());
  JsonText out;
  out.number("documents", worth.documents).number("without_total", worth.without_total).raw("totals", totals.str());
  return out.str();
}

}  // namespace

std::string duration_text(std::int64_t milliseconds) {
  if (milliseconds < 1000) return fmt::format("{} ms", milliseconds);
  struct Unit {
    std::int64_t seconds;
    std::string_view name;
  };
  constexpr Unit kUnits[] = {{86400, "d"}, {3600, "h"}, {60, "min"}, {1, "s"}};
  std::int64_t rest = milliseconds / 1000;
  std::string out;
  int told = 0;
  for (const Unit& unit : kUnits) {
    std::int64_t count = rest / unit.seconds;
    rest %= unit.seconds;
    if ((count > 0 || told > 0) && told < 2) {
      if (count > 0) out += fmt::format("{}{} {}", out.empty() ? "" : " ", count, unit.name);
      ++told;
    }
  }
  return out;
}

std::string kpi_text(const Kpis& k, std::string_view period) {
  std::string out = fmt::format("Key figures, {}\n\n", period);
  out += row("documents", std::to_string(k.documents),
             k.carriers > 0 ? fmt::format("and {} mails that only carried documents", k.carriers) : "");
  auto of_decided = [](const Share& share) { return fmt::format("{} of {} decided", share.count, share.n); };
  out += row("touchless", percent(k.touchless), of_decided(k.touchless));
  out += row("first pass", percent(k.first_pass), of_decided(k.first_pass));
  out += row("exceptions", percent(k.exceptions), of_decided(k.exceptions));
  auto duration = [](const std::optional<std::int64_t>& ms) { return ms ? duration_text(*ms) : std::string(kNoData); };
  std::string ready = fmt::format("n = {} ready", k.cycle.n);
  out += row("cycle time, median", duration(k.cycle.median), ready) +
         row("cycle time, 90 %", duration(k.cycle.p90), ready);
  out += "\n" + worth_row("ready", k.ready) + worth_row("exported", k.exported) + worth_row("in review", k.in_review) +
         worth_row("duplicates stopped", k.duplicates) + worth_row("exact repeats", k.exact_repeats);
  out += fmt::format("\nHeld by\n");
  if (k.exception_codes.empty()) out += fmt::format("  {}\n", k.exceptions.n == 0 ? kNoData : "nothing");
  for (const auto& [code, count] : by_frequency(k.exception_codes))
    out += row("  " + code, std::to_string(count), percent({count, k.exceptions.n}) + " of decided");
  out += "\nDocuments by state and route\n";
  if (k.by_state.empty()) out += fmt::format("  {}\n", kNoData);
  for (const auto& [key, count] : k.by_state) out += row("  " + state_name(key), std::to_string(count), "");
  return out;
}

std::string kpi_json(const Kpis& k, std::string_view period) {
  JsonText codes;
  for (const auto& [code, count] : by_frequency(k.exception_codes)) codes.number(code, count);
  std::vector<std::string> states;
  for (const auto& [key, count] : k.by_state) {
    JsonText state;
    state.text("state", to_string(key.first)).raw("route", key.second ? json_quote(to_string(*key.second)) : "null");
    states.push_back(state.number("count", count).str());
  }
  JsonText cycle;
  cycle.number("n", k.cycle.n).raw("median_ms", json_or_null(k.cycle.median)).raw("p90_ms", json_or_null(k.cycle.p90));
  cycle.raw("longest_ms", json_or_null(k.cycle.longest));
  JsonText out;
  out.text("schema", "ap.kpi/1").text("period", period).number("documents", k.documents).number("carriers", k.carriers);
  out.raw("touchless", share_json(k.touchless)).raw("first_pass", share_json(k.first_pass));
  out.raw("exceptions", share_json(k.exceptions)).raw("exception_codes", codes.str()).raw("cycle_time", cycle.str());
  out.raw("ready", worth_json(k.ready))
      .raw("exported", worth_json(k.exported))
      .raw("in_review", worth_json(k.in_review));
  out.raw("duplicates_stopped", worth_json(k.duplicates)).raw("exact_repeats", worth_json(k.exact_repeats));
  out.raw("by_state", json_array(states));
  return out.str() + "\n";
}

}  // namespace ap::report
