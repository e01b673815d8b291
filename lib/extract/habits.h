// Vendor memory: what a person's correction teaches, and what was learned put to use.
//
// Pure and thread-safe. Learning looks at where the corrected value stands on the pages and beside which words; using
// a habit looks for these words again and takes what stands there when it has the learned shape.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/habit.h"
#include "core/invoice.h"
#include "layout/page.h"

namespace ap::extract {

// The marks by which a vendor is known, strongest first: "tax:DE123456789", "iban:DE89...", "name:ACMEGMBH".
std::vector<std::string> vendor_marks(const Invoice& invoice);

// One corrected field: its path, and the values before and after ("" for none).
struct Correction {
  std::string field, before, after;
};

// What the corrections teach about documents like this one: nothing for values that the pages do not show, for lines,
// and for bank accounts, which are read anew each time. Members of vendor, document, actor and time stay empty.
std::vector<Habit> learn_habits(const std::vector<layout::Page>& pages, const std::vector<Correction>& corrections);

}  // namespace ap::extract
