// Controls of group policy: limits that the organisation sets itself, and what is unusual for the vendor.
#pragma once

#include "rules/rule.h"

namespace ap::rules {

// Total above the vendor's limit, that of its currency, or the general one.
Outcome check_amount_limit(const Invoice& invoice, const Facts& facts);

// Total far from the mean of the vendor's invoices of the last twelve months.
Outcome check_anomaly(const Invoice& invoice, const Facts& facts);

// Several invoices of a vendor within days, each just below an approval limit and together above it.
Outcome check_split(const Invoice& invoice, const Facts& facts);

}  // namespace ap::rules
