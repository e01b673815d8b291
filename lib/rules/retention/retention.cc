#include "rules/retention/retention.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace ap::rules {
namespace {

constexpr std::string_view kYear = "year_end", kDay = "document_date", kFinancial = "financial_year_end";

constexpr auto kStatutory = std::to_array<StatutoryRetention>({
    {"AE", "Federal Decree-Law 28/2022 on tax procedures", 5, kYear},
    {"AT", "BAO section 132(1)", 7, kYear},
    {"AU", "ITAA 1936 section 262A", 5, kDay},
    {"BE", "Code TVA article 60", 10, kYear},
    {"CA", "Income Tax Act section 230(4)", 6, kFinancial},
    {"CH", "OR article 958f", 10, kFinancial},
    {"DE", "AO section 147(3), UStG section 14b, HGB section 257(4)", 8, kYear},
    {"DK", "Bogforingsloven section 12", 5, kFinancial},
    {"ES", "Codigo de Comercio article 30", 6, kYear},
    {"FR", "Code de commerce article L123-22", 10, kFinancial},
    {"GB", "VATA 1994 schedule 11 paragraph 6, Companies Act 2006 section 388", 6, kFinancial},
    {"IN", "Companies Act 2013 section 128(5)", 8, kFinancial},
    {"IT", "Codice civile article 2220", 10, kYear},
    {"NL", "AWR article 52(4)", 7, kYear},
    {"NO", "Bokforingsloven section 13", 5, kFinancial},
    {"PL", "Ustawa o rachunkowosci article 74", 5, kFinancial},
    {"SE", "Bokforingslagen chapter 7 section 2", 7, kYear},
    {"US", "IRC section 6501 (the longest usual period)", 7, kFinancial},
});

// The day in `year`, or the last of its month where there is none.
std::optional<Date> day_in(int year, int month, int day) {
  auto first = Date::from_ymd(year, month, 1);
  if (!first) return std::nullopt;
  return first->plus_days(std::min(day, first->end_of_month().day()) - 1);
}

std::string_view clock_in_words(std::string_view clock) {
  if (clock == kDay) return "from its day";
  return clock == kFinancial ? "from the end of the financial year" : "from the end of the year";
}

}  // namespace

std::span<const StatutoryRetention> statutory_retention() { return kStatutory; }

std::optional<YearEnd> year_end_from(std::string_view text) {
  auto day = Date::parse("2024-" + std::string(text));  // a leap year
  if (!day) return std::nullopt;
  return YearEnd{day->month(), day->day()};
}

std::optional<RetentionRule> retention_rule(std::string_view country, std::string_view document_class,
                                            const std::vector<RetentionRule>& own) {
  auto given = [&](std::string_view wanted) {
    return std::ranges::find_if(
        own, [&](const RetentionRule& rule) { return rule.country == country && rule.document_class == wanted; });
  };
  if (auto found = given(document_class); found != own.end()) return *found;
  if (document_class != "invoice") {
    if (auto found = given("invoice"); found != own.end()) return *found;
  }
  auto law = std::ranges::find(kStatutory, country, &StatutoryRetention::country);
  if (law == kStatutory.end()) return std::nullopt;
  return RetentionRule{std::string(country), std::string(document_class), Decimal(law->years), std::string(law->clock),
                       std::string(law->legal_basis)};
}

std::optional<Date> kept_until(const RetentionRule& rule, const Date& day, const YearEnd& financial_year) {
  if (!rule.years || *rule.years < Decimal(0) || *rule.years > Decimal(200)) return std::nullopt;
  if (*rule.years != rule.years->rounded(0)) return std::nullopt;  // half years are nobody's law
  int years = std::stoi(rule.years->rounded(0).str());
  if (rule.clock == kDay) return day_in(day.year() + years, day.month(), day.day());
  if (rule.clock != kFinancial) return day_in(day.year() + years, 12, 31);
  auto end = day_in(day.year(), financial_year.month, financial_year.day);
  int ends = end && *end < day ? day.year() + 1 : day.year();
  return day_in(ends + years, financial_year.month, financial_year.day);
}

std::string describe(const RetentionRule& rule) {
  return fmt::format("{} {}, {} years {} ({})", rule.country, rule.document_class, rule.years ? rule.years->str() : "?",
                     clock_in_words(rule.clock), rule.legal_basis);
}

}  // namespace ap::rules
