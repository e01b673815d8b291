// Takes out of a scan what keeps text from standing upright, its lines from running level, and its letters from being
// as tall as the recognizer likes them.
#pragma once

#include <optional>

#include "adapters/tesseract/pix.h"

namespace ap::ocr {

// Degrees clockwise to turn the picture so that its text stands upright: 0, 90, 180 or 270; nullopt when the shapes
// do not tell. Compares ascenders with descenders, so it needs letters of both cases. A fraction of the cost of
// reading the page. `ink`: see ink_of().
std::optional<int> sure_orientation(Pix& ink);

// Turned clockwise by 0, 90, 180 or 270 degrees.
PixPtr turned(PixPtr pix, int degrees);

// Cleaned as clean.h says; turned by the skew of its text lines where that is sure and between a quarter degree and
// ten, white where nothing was; and made larger or smaller where the letters are too small or much too large, with the
// resolution changed in proportion, so that the page keeps its size. Enlarging twice brought the totals found on
// receipts from 77 to 93 in a hundred; letters larger than the recognizer's own size only take longer.
struct Straightened {
  PixPtr pix;
  int letter = 0;  // pixels of a capital letter; 0 unknown
};
// `ink`: what ink_of() says of the picture, where it is known; nullptr else.
Straightened straightened(PixPtr pix, PixPtr ink = nullptr);

}  // namespace ap::ocr
