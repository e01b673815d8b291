// Tables of national tax numbers, used by check_tax_id() alone.
//
// A scheme sees the number compact and without its country prefix. Algorithms are the published ones of the tax
// administrations (for the EU: "VIES VAT number algorithms", DG TAXUD).
#pragma once

#include <span>
#include <string_view>

#include "core/identifiers.h"

namespace ap {

struct TaxScheme {
  std::string_view country;  // ISO 3166
  std::string_view form;     // in words
  TaxIdVerdict (*check)(std::string_view number);
};

std::span<const TaxScheme> european_tax_schemes();  // EU, GB, XI; in order of country
std::span<const TaxScheme> other_tax_schemes();     // CH LI NO IN AU NZ CA BR MX US

inline TaxIdVerdict verdict(bool agrees) { return agrees ? TaxIdVerdict::valid : TaxIdVerdict::wrong_check; }

}  // namespace ap
