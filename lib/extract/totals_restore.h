// Totals of which the gross is not printed: it is made of what was decoded. Internal to totals.cc.
#pragma once

#include <optional>
#include <string>

#include "extract/totals_search.h"

namespace ap::extract::reading {

struct Restored {
  Triple triple;                                // net, tax and a gross that follows from them
  Triple decoded;                               // what the search had found
  double sure_of_parts = 0, sure_of_gross = 0;  // of net and tax, and of the gross
  std::string why;                              // ends "net + tax = gross, "
  std::optional<Pick> rounding;                 // with its sign, where the decoded gross is the total after rounding
};

// nullopt where the decoded totals are to stay. Three cases: the printed total is without what the buyer withholds; it
// is rounded, by an amount that is named so; the total could not be read and the net was taken for it.
std::optional<Restored> restore_totals(const SumSearch& search, const Triple& decoded);

}  // namespace ap::extract::reading
