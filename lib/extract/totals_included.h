// Taxes that the total is said to include: "Total 1,234.00, includes GST of 160.96". Pure, for totals_search.cc.
#pragma once

#include "extract/context.h"

namespace ap::extract::reading {

// `tax_label` is the label that names the amount as a tax, nullptr where none before it does; the name may also stand
// behind it, in brackets: "149,70 EUR (inkl. 23,90 EUR MwSt.)".
bool said_included(const Context& context, const Amount& amount, const LabelHit* tax_label);

// The name of the tax behind such an amount in brackets; nullptr where there is none.
const LabelHit* tax_in_brackets(const Context& context, const Amount& amount);

}  // namespace ap::extract::reading
