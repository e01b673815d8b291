// The rules of EN 16931 1.3.16 as people see them, for UBL and CII: one table of business rules, one of syntax rules
// each.
#pragma once

#include <span>

#include "rules/rule.h"

namespace ap::rules::en16931 {

// Business, VAT and code list rules (BR-...), of both syntaxes.
std::span<const RuleInfo> business_table();
// Rules on the binding to UBL (UBL-...) and CII (CII-...).
std::span<const RuleInfo> ubl_syntax_table();
std::span<const RuleInfo> cii_syntax_table();

}  // namespace ap::rules::en16931
