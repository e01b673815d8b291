// What was paid: the total of a slip, chosen so that the arithmetic of the slip closes.
//
// Witnesses of a value: a label beside it; cash given less change; the column above it adds up to it (items, or
// sub-total with charges, tax and rounding); net and tax; the gross sums of the tax table; being printed again.
// Amounts that recognition damaged are weighed in all they may mean. Where only the arithmetic carries a value and a
// damaged print of it is there, the value is put in as derived, never in silence.
#pragma once

#include "extract/context.h"

namespace ap::extract::reading {

// Puts totals.gross and totals.payable, and takes net and tax out that do not go with them.
void read_receipt_total(const Context& context, Draft& draft);

}  // namespace ap::extract::reading
