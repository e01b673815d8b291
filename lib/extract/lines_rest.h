// What lies between the lines and the net: freight, postage or a discount that is printed among the totals, in a row of
// its own (EN 16931 BG-20, BG-21).
//
// Pure and thread-safe.
#pragma once

#include <optional>

#include "extract/lines_items.h"
#include "extract/lines_table.h"

namespace ap::extract::lines {

// The row below the last of `items` that names a charge and prints `rest`, or names a discount and prints it without
// its sign where `rest` is negative. Its amount is `rest`, its description what the row says. nullopt where no row or
// more than one does.
std::optional<Item> row_of_rest(const Document& doc, const std::vector<Item>& items, const Decimal& rest);

// Such a row as an adjustment of `reading`, where the lines, `before` on earlier pages among them, make the net with
// it.
void take_rest(const Document& doc, const LineHints& hints, const Decimal& before, Reading& reading);

}  // namespace ap::extract::lines
