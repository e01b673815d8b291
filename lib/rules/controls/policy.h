// Controls of group policy: limits that the organisation sets itself.
#pragma once

#include "rules/rule.h"

namespace ap::rules {

// Total above the limit of its currency, or the general one.
Outcome check_amount_limit(const Invoice& invoice, const Facts& facts);

}  // namespace ap::rules
