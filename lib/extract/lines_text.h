// The text of items: which words belong to which item, and in which text column they stand.
//
// Pure and thread-safe.
#pragma once

#include <vector>

#include "extract/lines_items.h"
#include "extract/lines_roles.h"
#include "extract/lines_table.h"

namespace ap::extract::lines {

// Fills description, item id, unit and position as text from the words that are no numbers with a role. records[i]
// is what items[i] was made from. Text lines between two items go to the one above, unless the table puts text before
// its numbers; a line after a wide gap is a remark and stays out.
void attach_text(const Document& doc, const Body& body, const Grid& grid, const Assignment& assignment,
                 const std::vector<Record>& records, std::vector<Item>& items);

}  // namespace ap::extract::lines
