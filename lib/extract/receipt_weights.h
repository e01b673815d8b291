// What the labels of a slip say for each of its amounts, damaged labels ("Tote l", "Chane") among them.
#pragma once

#include "extract/receipt_amounts.h"
#include "extract/totals.h"

namespace ap::extract::reading {

// As weigh_sums, over the amounts of `slip` (those of `context`). Pure and thread-safe.
SumWeights slip_weights(const Context& context, const SlipAmounts& slip);

}  // namespace ap::extract::reading
