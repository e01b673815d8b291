// Where in a building or an estate: words of an address that are no name. Pure, thread-safe.
#pragma once

#include "extract/sheet.h"

namespace ap::extract::reading {

// "Unit 4", "Suite 210", "2nd floor".
bool part_of_building(const Sheet& sheet, int first, int last);

// "53 High", "Plot No. 53": a street or a place begins with the token, and goes on before `last`.
bool begins_place(const Sheet& sheet, int token, int last);

}  // namespace ap::extract::reading
