// Columns that stand so near to each other that their words run together on some rows.
#pragma once

#include "extract/sheet.h"

namespace ap::extract::reading {

// Cuts a cell at a word where the rows next to it begin a cell of their own at the same place, on both sides or twice
// on one: "Petra Horáčková Nakladatelství Zubr" below "DODAVATEL   ODBĚRATEL". Indices of cells change; call it before
// anything keeps them.
void part_columns(Sheet& sheet);

}  // namespace ap::extract::reading
