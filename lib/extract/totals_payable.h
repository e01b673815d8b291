// From the gross to what is to be paid: deposits, rounding, earlier balances and tax withheld. Internal to totals.cc.
#pragma once

#include <optional>

#include "extract/totals_search.h"

namespace ap::extract::reading {

struct Payable {
  Pick payable;                        // no amount: nothing printed says it, the gross or what follows from it
  std::optional<Pick> prepaid;         // deposits, and tax that the buyer withholds and pays for the seller
  std::optional<Pick> rounding;        // with its sign
  bool balance = false;                // an earlier balance was added, for which the record has no field
  bool credit = false;                 // more was paid than the gross: the amount goes back to the buyer
  bool explained = false;              // the printed amount is the gross, or follows from it by printed steps
  std::optional<Decimal> unexplained;  // an amount that is named payable and does not follow
};

// `gross` is the chosen one. `all_negative`: the document prints its sums with a minus.
Payable find_payable(const Context& context, const SumSearch& search, const Decimal& gross, bool all_negative);

}  // namespace ap::extract::reading
