// Dates by which one asks to be paid in a sentence: "Bitte überweisen Sie den Betrag bis zum 19.02.2026".
#pragma once

#include "extract/context.h"

namespace ap::extract::reading {

// Words such as "bis zum", "avant le", "no later than" stand before the date, in its line or at the end of the one
// above, a word of paying stands near, and no period begins there ("vom 01.01. bis zum 31.01.").
bool paid_until(const Context& context, const PrintedDate& date);

}  // namespace ap::extract::reading
