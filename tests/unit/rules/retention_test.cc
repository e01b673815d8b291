#include "rules/retention/retention.h"

#include <doctest/doctest.h>

#include "core/codes.h"

using namespace ap;
using namespace ap::rules;

namespace {

Date day(const char* text) { return *Date::parse(text); }

std::string until(std::string_view country, const char* of, YearEnd end = {}) {
  auto rule = retention_rule(country, "invoice", {});
  return rule ? kept_until(*rule, day(of), end)->str() : "no rule";
}

}  // namespace

TEST_CASE("years count from the end of the calendar year, the financial year, or the day") {
  CHECK(until("DE", "2026-01-01") == "2034-12-31");  // AO section 147(3) and (4)
  CHECK(until("DE", "2026-12-31") == "2034-12-31");
  CHECK(until("DE", "2027-01-01") == "2035-12-31");
  CHECK(until("AU", "2026-05-17") == "2031-05-17");
  CHECK(until("AU", "2024-02-29") == "2029-02-28");
  CHECK(until("GB", "2026-03-31", {3, 31}) == "2032-03-31");
  CHECK(until("GB", "2026-04-01", {3, 31}) == "2033-03-31");
  CHECK(until("GB", "2026-04-01") == "2032-12-31");
  CHECK(until("XX", "2026-04-01") == "no rule");
}

TEST_CASE("one's own rule goes before the table, for its class and no other") {
  std::vector<RetentionRule> own{{"DE", "receipt", Decimal(10), "year_end", "bank supervision"}};
  CHECK(*retention_rule("DE", "receipt", own)->years == Decimal(10));
  CHECK(*retention_rule("DE", "invoice", own)->years == Decimal(8));
  own.push_back({"DE", "invoice", Decimal(9), "year_end", "bank supervision"});
  CHECK(*retention_rule("DE", "invoice", own)->years == Decimal(9));
  CHECK(*retention_rule("DE", "other", own)->years == Decimal(9));
}

TEST_CASE("a rule without whole years within reason gives no day") {
  RetentionRule rule{"DE", "invoice", std::nullopt, "year_end", ""};
  CHECK_FALSE(kept_until(rule, day("2026-01-01"), {}));
  rule.years = Decimal::parse("7.5");
  CHECK_FALSE(kept_until(rule, day("2026-01-01"), {}));
  rule.years = Decimal(-1);
  CHECK_FALSE(kept_until(rule, day("2026-01-01"), {}));
  rule.years = Decimal(190);
  CHECK_FALSE(kept_until(rule, day("2026-01-01"), {}));  // beyond the calendar
}

TEST_CASE("the last day of a financial year") {
  CHECK(year_end_from("03-31")->month == 3);
  CHECK(year_end_from("02-29")->day == 29);
  for (const char* wrong : {"", "31-03", "02-30", "3-31", "2026-03-31"}) CHECK_FALSE(year_end_from(wrong));
}

TEST_CASE("every row of the table names a country once, and its law") {
  std::string before;
  for (const auto& row : statutory_retention()) {
    CHECK(known_country(row.country));
    CHECK(std::string(row.country) > before);
    CHECK(row.legal_basis.size() > 5);
    before = row.country;
  }
}
