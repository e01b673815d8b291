// Where a page may have rules: pixels that are darker than what lies on either hand of them.
#pragma once

#include "adapters/tesseract/pix.h"

namespace ap::ocr {

// What to look for, in pixels but for the contrast.
struct Thin {
  int half;      // of what is averaged along the rule: dots become a line, and grain goes
  int aside;     // from the middle of the rule to where there is none of it
  int contrast;  // grey values against either side
};

// A picture of one bit with the pixels that are darker than what lies above and below, for upright rules left and
// right, both of which are about as light as the paper around. Works on plain bytes, many at once, and never turns the
// page: this is done on each page, and most have few rules. nullptr when memory is short.
PixPtr thin_and_dark(const Pix& pix, const Thin& thin, bool upright);

}  // namespace ap::ocr
