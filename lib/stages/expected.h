// ap-report expected: recurring bills that did not come (EXPECTED_MISSING), from the calendar in the master data.
#pragma once

#include <string>
#include <vector>

#include "ports/store.h"

namespace ap {

// A bill that should have come and did not.
struct MissingBill {
  ExpectedBill expected;
  Date dated, late_since;  // when it would be dated, and from when it counts as missing
};

// Every day on which a bill of the calendar is dated, from its start until `today`, whose days of grace are over and
// for which the vendor sent no invoice dated in the same month, quarter or year; the oldest first. At most the last
// twelve dates of each are looked at. Throws what the store throws.
std::vector<MissingBill> missing_bills(Store& store, const Date& today);

// Why nobody can say whether a bill is missing: no calendar is loaded. "" when one is.
std::string expected_not_run(Store& store);

std::string missing_text(const std::vector<MissingBill>& missing);
std::string missing_json(const std::vector<MissingBill>& missing);  // one object a line

}  // namespace ap
