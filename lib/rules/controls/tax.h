// Controls of group arithmetic about tax: the amount under every rounding convention, and the rates of a country.
#pragma once

#include "rules/rule.h"

namespace ap::rules {

// The stated tax against what follows from rates and bases, under {per rate, per line} x {half up, half even, half to
// plus infinity, down}; one convention that closes is enough. Also the breakdown against the total tax.
// Source: EN 16931-1 BR-CO-14, BR-CO-17; national practice allows rounding per line as well as per rate.
Outcome check_tax(const Invoice& invoice, const Facts& facts);

// Rates that the seller's country had on the date of the supply, and a reason for every zero.
// Source: directive 2006/112/EC art. 93 to 105 and the acts of each country (controls/vat_rates.cc).
Outcome check_tax_rates(const Invoice& invoice, const Facts& facts);

}  // namespace ap::rules
