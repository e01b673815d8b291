// Account numbers as they are written within a country, which an IBAN can be made of.
#pragma once

#include <string>

#include "extract/sheet.h"

namespace ap::extract::reading {

// "konto 15 1092 5661 ...": within Poland accounts are written without their country's letters. The IBAN of the
// account that begins at token `first`, `end` behind it; "" when the check digits do not hold. Clear text only.
std::string polish_account(const Sheet& sheet, const Cell& cell, int first, int& end);

}  // namespace ap::extract::reading
