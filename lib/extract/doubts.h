// What speaks against values that were read, found once all of them are known: their confidences are bounded, the
// values stay as they are.
#pragma once

#include "extract/context.h"
#include "extract/extract.h"

namespace ap::extract::reading {

// On recognised pages: totals whose own print was not read, and numbers with a letter or bracket that is perhaps a
// figure.
void doubt_recognised(const Context& context, PageExtraction& out);

// In Canada some write the day first and some the month: a date that allows both, where nothing else tells.
void doubt_order(const Context& context, PageExtraction& out);

}  // namespace ap::extract::reading
