// Items become lines of the table, and how sure their values are follows from what holds.
//
// Pure and thread-safe.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "extract/lines.h"
#include "extract/lines_items.h"

namespace ap::extract::lines {

// "lines[2]."
std::string path_of(std::size_t line);

// Behind the lines that are there, with its evidence as the item has it: not graded yet.
void put(LineTable& table, const Item& item);
void put_adjustment(LineTable& table, const Item& item);

// Confidence by what holds: the row's own product, the sum of all rows. The sum speaks for the amounts alone; a factor
// without its product rests on the heading above it.
struct Grade {
  bool sum_closes = false, headed = false;
  // The evidence of a value of `line`; `closes`: its product holds.
  void operator()(std::string_view field, const Line& line, bool closes, Evidence& evidence) const;
};

}  // namespace ap::extract::lines
