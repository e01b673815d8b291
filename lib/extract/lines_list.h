// Line items without a table: shop receipts, and letters that list "what ... amount" above a sum.
//
// Pure and thread-safe.
#pragma once

#include "extract/lines.h"
#include "extract/lines_items.h"
#include "extract/lines_table.h"

namespace ap::extract::lines {

// The rows right above a sum whose amounts add up to it; without such a sum, the rows above the first one. A row
// "2 x 3,50" above or below, or in the row itself, gives quantity and price where their product is the amount.
Reading read_list(const Document& doc, const LineHints& hints);

}  // namespace ap::extract::lines
