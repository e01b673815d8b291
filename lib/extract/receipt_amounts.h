// Amounts of a slip that recognition damaged: "8091" for 80.91, "4O.00", "93:07", "RH13.60", "42 50".
//
// A till prints two decimals, so that a lost or mistaken decimal mark leaves few possibilities. Each repaired reading
// carries how much it supposes; whether it holds is decided by the arithmetic of the slip (receipt_total.h). Numbers
// that read well are never touched, and pages with a text layer have nothing to repair.
//
// Pure and thread-safe.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extract/context.h"

namespace ap::extract::reading {

struct RepairedAmount {
  Decimal value;       // two decimals, not negative
  double quality = 0;  // 1 as good as printed, 0.3 a mere possibility
};

// The one amount that a damaged word may mean; nullopt where it does not look like one.
std::optional<RepairedAmount> repair_amount(std::string_view text);

// The amounts of the document with those of damaged words among them, in the order of the sheet.
struct SlipAmounts {
  Amounts amounts;
  std::vector<double> quality;                      // of each of `amounts.list`
  std::vector<std::vector<RepairedAmount>> others;  // of each: what another look saw in its place
  // What is printed there by any look, the kept one first.
  std::vector<RepairedAmount> readings(std::size_t a) const;
  bool usable(std::size_t a) const;  // an amount of money above zero
};

SlipAmounts slip_amounts(const Context& context);

}  // namespace ap::extract::reading
