// The number of a slip where no label of an invoice names it: "Bon 4711", "# 4711", "Ref 4711", "Chk 4711".
#pragma once

#include "extract/context.h"

namespace ap::extract::reading {

// Puts `number` unless the draft has one already.
void read_receipt_number(const Context& context, Draft& draft);

}  // namespace ap::extract::reading
