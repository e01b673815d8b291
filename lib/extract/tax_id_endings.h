// Numbers of taxes that letters behind their figures tell: Norwegian and Canadian ones. Pure, for tax_ids.cc.
#pragma once

#include <string>

#include "extract/sheet.h"

namespace ap::extract::reading {

// "949 222 144 MVA" from token `first` on, without blanks and behind "NO"; "" when there is none. `end` becomes the
// last token.
std::string norwegian_tax_id(const Sheet& sheet, const Cell& cell, int first, int& end);

// "(844137158 RT0001)": the account of the Canadian tax on goods and services, without blanks; as above.
std::string canadian_tax_id(const Sheet& sheet, const Cell& cell, int first, int& end);

}  // namespace ap::extract::reading
