// Document numbers that have the form of a date: "FAKTURA 8/01/2026" is the eighth invoice of January.
#pragma once

#include "extract/dates.h"
#include "extract/labels.h"

namespace ap::extract::reading {

// Marks dates that stand directly behind the title or the name of the number as bare (a date only where a label says
// so), where another date is named as the date of issue, or the label asks for a number and another day is printed.
// `dates` are those of the sheet.
void mark_date_numbers(const Sheet& sheet, const Labels& labels, Dates& dates);

}  // namespace ap::extract::reading
