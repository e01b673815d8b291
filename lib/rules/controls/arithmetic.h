// Controls of group arithmetic: the sums that a document states about itself.
//
// Amounts are compared by value, within the tolerances of Settings. What a document does not state is not compared.
// Sources: EN 16931-1 BR-CO-10 to BR-CO-16 (sums), BT-131 (line formula); the tolerances are AP practice.
#pragma once

#include "rules/rule.h"

namespace ap::rules {

// Lines, allowances and charges against the net total. Lines of a receipt may include the tax.
Outcome check_subtotal(const Invoice& invoice, const Facts& facts);

// Net, tax and rounding against gross; gross and prepaid against payable.
Outcome check_total(const Invoice& invoice, const Facts& facts);

// Quantity x unit price / base quantity - discount against the net amount of each line.
Outcome check_line_math(const Invoice& invoice, const Facts& facts);

// Decimals that the currency has, no zero or negative total.
Outcome check_amounts(const Invoice& invoice, const Facts& facts);

// The tax that the document states in all: its total, or the sum of its breakdown; nullopt when it says nothing.
std::optional<Decimal> stated_tax(const Invoice& invoice);

// The net total: stated, or what follows from gross and tax where both are stated.
std::optional<Decimal> stated_net(const Invoice& invoice);

}  // namespace ap::rules
