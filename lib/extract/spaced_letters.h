// Words printed with blanks between their letters ("H A R G R E A V E  &  P O O L E"), as letterheads have them.
#pragma once

#include <vector>

#include "extract/sheet.h"

namespace ap::extract::reading {

// Joins runs of single letters on a row, ordered by x, into words: a gap clearly wider than the others of the run ends
// a word. Runs with fewer than five pieces, or in which no word of three letters arises, stay as they are; so do
// figures, and letters as far apart as columns are.
void join_spaced_letters(std::vector<Token>& row);

}  // namespace ap::extract::reading
