// Controls of group dates. Civil days; today comes from Facts.
#pragma once

#include "rules/rule.h"

namespace ap::rules {

// Issue date after today.
Outcome check_future_date(const Invoice& invoice, const Facts& facts);

// Issue date more than Settings::old_invoice_days before today.
Outcome check_old_invoice(const Invoice& invoice, const Facts& facts);

// Due date before the issue date.
Outcome check_due_date(const Invoice& invoice, const Facts& facts);

// Issue date in a posting period that is closed, of all our entities or of the buyer.
Outcome check_period(const Invoice& invoice, const Facts& facts);

}  // namespace ap::rules
