// Dates by which one asks to be paid in a sentence: "Bitte überweisen Sie den Betrag bis zum 19.02.2026".
#pragma once

#include <optional>

#include "core/date.h"
#include "extract/context.h"

namespace ap::extract::reading {

// Words such as "bis zum", "avant le", "no later than" stand before the date, in its line or at the end of the one
// above, a word of paying stands near, and no period begins there ("vom 01.01. bis zum 31.01.").
bool paid_until(const Context& context, const PrintedDate& date);

// "senast 31 oktober", "payment by 1 September please": a day to pay by that is printed without its year, which is the
// first that does not lie before `issue`.
struct YearlessDay {
  Date date;
  int first = 0, last = 0;  // tokens, last is one past the end
};
std::optional<YearlessDay> due_without_year(const Context& context, const Date& issue);

}  // namespace ap::extract::reading
