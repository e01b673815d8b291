// Names that are printed together for one value.
#pragma once

#include "extract/labels.h"

namespace ap::extract::reading {

// "Invoice / Tax invoice 123", "Cust. ref. / PO 4711": of names joined by a stroke each begins the cell as the first
// does, and what stands behind the last is the value of all.
void join_slashed(const Sheet& sheet, Labels& labels);

}  // namespace ap::extract::reading
