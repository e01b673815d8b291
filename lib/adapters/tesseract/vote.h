// Several readings of one picture brought together: slips are read more than once, each time prepared otherwise,
// because thermal print defeats each preparation in other places.
//
// Words at one place form a group, also where one reading has two words and another has one. The words of the reading
// that is surest, and that others agree with, are kept; what the others saw there instead is kept beside them, so that
// whoever knows what the text is about (an amount that must add up, a date) can choose otherwise.
#pragma once

#include <vector>

#include "layout/page.h"

namespace ap::ocr {

struct Agreed {
  std::vector<layout::Word> words;   // in the order of the first reading, then what only others saw
  std::vector<layout::Word> others;  // a word for each other text of a group, its words parted by blanks
};

// `readings`: boxes on the same page, the first the most trusted. One reading is given back as it is. Pure.
Agreed vote(std::vector<std::vector<layout::Word>> readings);

}  // namespace ap::ocr
