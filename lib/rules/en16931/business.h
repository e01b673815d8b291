// The rows of the business rules, visible at compile time so that row("BR-01") is a number and a wrong id does not
// compile.
#pragma once

#include "rules/einvoice/report.h"

namespace ap::rules::en16931 {

inline constexpr RuleInfo kBusiness[] = {
#include "rules/en16931/business.inc"
};

consteval Row row(std::string_view id) { return row_of(kBusiness, id); }

}  // namespace ap::rules::en16931
