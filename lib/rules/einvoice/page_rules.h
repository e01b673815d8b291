// The business rules of EN 16931 for documents that are no e-invoices: what a page or scan says is checked by every
// rule that its content allows, as warnings; the others are listed as not applicable. Pure, thread-safe.
#pragma once

#include <vector>

#include "core/finding.h"
#include "core/invoice.h"

namespace ap::rules {

// Rules whose values the invoice states are run; their findings name fields. All others go into one entry of not_run.
void evaluate_page(const Invoice& invoice, std::vector<Finding>& findings, Checks& checks);

}  // namespace ap::rules
