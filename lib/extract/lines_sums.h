// Sums told by arithmetic alone, whatever words stand beside them: rows whose amounts are what the rows before add up
// to, for a section of the table or for all of it.
//
// Pure and thread-safe. Linear in the records.
#pragma once

#include <cstddef>
#include <vector>

#include "extract/lines.h"
#include "extract/lines_table.h"

namespace ap::extract::lines {

// Lines of `grid` that hold such sums, in order, and behind the last sum of the whole table what follows without being
// an item like those before. Empty where all rows together are the net or gross total that `hints` name: then every
// row is an item.
std::vector<std::size_t> sum_lines(const Grid& grid, const LineHints& hints);

// Moves them from the rows of the table to its totals.
void leave_out(Body& body, const std::vector<std::size_t>& lines);

}  // namespace ap::extract::lines
