// Rows of a corrected invoice that state what was said before and what shall hold now: only the difference is billed.
#pragma once

#include <vector>

#include "extract/sheet.h"

namespace ap::extract::reading {

// By row: it belongs to the earlier or the later state of a table that prints both ("przed korektą" / "po korekcie",
// "alt" / "neu"), as a word of the row or as a heading over rows, down to the difference. All false where the sheet has
// not words of both kinds.
std::vector<bool> stated_rows(const Sheet& sheet);

}  // namespace ap::extract::reading
