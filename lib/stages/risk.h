// How much money hangs on a document that waits, and until when somebody should have looked at it. Pure.
#pragma once

#include <cstdint>
#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/decimal.h"
#include "core/record.h"

namespace ap {

// When a document is due: so many hours after it came in, the fewest that apply.
struct DueRules {
  std::int64_t hours = 24;                                                        // any document
  std::map<std::string, std::int64_t, std::less<>> codes;                         // with a finding of this code
  std::vector<std::pair<std::pair<std::string, Decimal>, std::int64_t>> amounts;  // currency and total from which on
  // About the same worth in each currency, to compare amounts of several (validate.amount_limits).
  std::map<std::string, Decimal, std::less<>> yardsticks;
  Decimal yardstick = 50000;  // of every other currency
};

// Reads "BANK_DETAILS_CHANGED=4" and "EUR=10000:8". The error names what is wrong with which entry.
std::expected<void, std::string> add_due_code(DueRules& rules, std::string_view entry);
std::expected<void, std::string> add_due_amount(DueRules& rules, std::string_view entry);

// Milliseconds since 1970; nullopt where nobody knows when it came in, or nothing waits for a person.
std::optional<std::int64_t> due_ms(const Record& record, const DueRules& rules);

// Documents in review whose due time is over.
struct Overdue {
  std::int64_t count = 0;
  std::int64_t longest_ms = 0;  // over since
  std::string longest_id;
  void add(const Record& record, const DueRules& rules, std::int64_t now_ms);
};

// The money at risk, in the document's currency: the larger of gross and payable; but where all that holds the document
// are amounts that differ from what they should be (a total, a price), the largest of these differences, if less.
std::optional<Decimal> at_risk(const Record& record);

// An amount of the record as a share of the yardstick of its currency, to compare amounts in several; zero for none.
Decimal worth(const Record& record, const std::optional<Decimal>& amount, const DueRules& rules);

}  // namespace ap
