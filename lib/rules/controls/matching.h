// Controls of group matching: invoice against purchase order (two-way) and goods receipt (three-way), line by line,
// with earlier invoices of the same order counted. Tolerances: the vendor's, else those of Settings; of an absolute and
// a percent limit the stricter holds. Paying less than ordered is always fine.
#pragma once

#include "rules/rule.h"

namespace ap::rules {

// Orders that the document names and that do not exist; none named where the vendor must name one.
Outcome check_order_found(const Invoice& invoice, const Facts& facts);
// Another vendor's, closed or cancelled, another currency, or lines that are not on it.
Outcome check_order_fits(const Invoice& invoice, const Facts& facts);
// Unit prices, and amounts against what is open.
Outcome check_order_amounts(const Invoice& invoice, const Facts& facts);
// Quantities against what is open.
Outcome check_order_quantities(const Invoice& invoice, const Facts& facts);
// Nothing received for an order whose lines must be.
Outcome check_receipt_found(const Invoice& invoice, const Facts& facts);
// Something else was received.
Outcome check_receipt_fits(const Invoice& invoice, const Facts& facts);
// Less received than billed.
Outcome check_receipt_quantities(const Invoice& invoice, const Facts& facts);

}  // namespace ap::rules
