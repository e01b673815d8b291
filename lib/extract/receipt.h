// Receipts of shops: narrow slips with the merchant on top and a total below, mostly photographed or scanned.
#pragma once

#include "extract/context.h"
#include "extract/doctype.h"

namespace ap::extract::reading {

// The document looks like a shop's receipt: a narrow page, words of paying at a till, nobody it is addressed to.
bool is_receipt(const Context& context, const DocumentKind& kind);

// Merchant and what was paid. The gross total of a receipt is the amount that was due at the till, cash rounding
// included: cash given less change proves it.
void read_receipt(const Context& context, Draft& draft);

}  // namespace ap::extract::reading
