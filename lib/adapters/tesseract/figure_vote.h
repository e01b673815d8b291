// What several looks at one word of figures make of it. Faint and dotted print gives a look in one size one text and a
// look in another size another; what most of them see is what stands there far more often than what any one of them
// sees. A date must be one of the calendar, and an amount has two decimals: looks at something else count less.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "adapters/tesseract/second_look.h"
#include "layout/page.h"

namespace ap::ocr {

// Two numbers and a year between like signs, in figures, with letters that are taken for figures put right and strokes
// between the numbers that were read as a one: "25/12/2018" of "2511212018"; "" where it is no day of the calendar.
std::string as_date(std::string_view text);

// Weighs `looks` and the word itself. `others`: texts of earlier readings at its place, with their confidence; what was
// not chosen is in `rest` afterwards, surest first, each with its share of the votes as its confidence. Pure.
void settle(layout::Word& word, const std::vector<Look>& looks, const std::vector<Look>& others,
            std::vector<Look>& rest);

}  // namespace ap::ocr
