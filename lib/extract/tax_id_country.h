// The country's letters of a tax number that was printed without them.
#pragma once

#include <string>
#include <string_view>

namespace ap::extract::reading {

// `label` is what names the number, as printed ("NIP", "P.IVA", "VAT Reg No"); `compact` its letters and digits.
// Returns the number with its letters in front where the label belongs to one country and the form fits, or where the
// label is common to several ("VAT", "TVA", "BTW") and the check digits of exactly that country's scheme hold; else
// `compact`. Numbers of schemes without letters (GSTIN, ABN, EIN) stay as they are.
std::string with_country_letters(std::string_view label, std::string_view compact);

}  // namespace ap::extract::reading
