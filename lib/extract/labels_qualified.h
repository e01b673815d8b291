// "Total factura (IVA incluido)", "Summe inkl. 19 % MwSt.", "Total (ex VAT)": a total and whether tax is in it.
#pragma once

#include "extract/labels.h"

namespace ap::extract::reading {

// Joins the words that say whether tax is included to the label of a total before them: without tax a gross is a net
// total, with tax it stays what it is, and the name of the tax in the remark is no label of its own. A remark with an
// amount of its own ("incl. VAT 7.67   48.05") stays a label of that amount.
void join_qualifiers(const Sheet& sheet, Labels& labels);

// "Invoice / Tax invoice 123", "Cust. ref. / PO 4711": of names joined by a stroke each begins the cell as the first
// does, and what stands behind the last is the value of all.
void join_slashed(const Sheet& sheet, Labels& labels);

}  // namespace ap::extract::reading
