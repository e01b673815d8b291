// How long documents must be kept.
//
// The table is a working copy of the law as of 2026 for the books of a company; years differ for closings and letters,
// which are no invoices. A company's own rule (master data "retention") goes before it. Pure, safe to share.
#pragma once

#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "core/master_data.h"

namespace ap::rules {

// A rule of the built-in table; the law and clause stand in `legal_basis`.
struct StatutoryRetention {
  std::string_view country, legal_basis;
  int years = 0;
  std::string_view clock;  // year_end, document_date, financial_year_end
};

// By country, for invoices, receipts and credit notes alike.
std::span<const StatutoryRetention> statutory_retention();

// The last day of a company's financial year, as in every year. 29 February counts as the last of February.
struct YearEnd {
  int month = 12, day = 31;
};
// "12-31", "03-31"; nullopt for what is no day of a year.
std::optional<YearEnd> year_end_from(std::string_view text);

// The rule for a country and class: one of `own` first, then the table. nullopt when neither knows the country.
// Class "other" (no invoice: a mail, a file that could not be read) is kept as invoices are unless `own` says less.
std::optional<RetentionRule> retention_rule(std::string_view country, std::string_view document_class,
                                            const std::vector<RetentionRule>& own);

// The last day on which a document of `day` must be kept. `day`: when it was issued or came in, the later one.
// nullopt when the rule has no years or the day lies outside the calendar (Date).
std::optional<Date> kept_until(const RetentionRule& rule, const Date& day, const YearEnd& financial_year);

// "DE invoice, 8 years from the end of the year (AO section 147(3))"
std::string describe(const RetentionRule& rule);

}  // namespace ap::rules
