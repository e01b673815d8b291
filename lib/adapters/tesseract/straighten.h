// Takes out of a scan what keeps text from standing upright and its lines from running level.
#pragma once

#include <optional>

#include "adapters/tesseract/pix.h"

namespace ap::ocr {

// Degrees clockwise to turn the picture so that its text stands upright: 0, 90, 180 or 270; nullopt when the shapes
// do not tell. Compares ascenders with descenders, so it needs letters of both cases. A fraction of the cost of
// reading the page.
std::optional<int> sure_orientation(const Pix& pix);

// Turned clockwise by 0, 90, 180 or 270 degrees.
PixPtr turned(PixPtr pix, int degrees);

// Turned by the skew of its text lines where that is sure and between a quarter degree and ten; same size, white
// where nothing was. Measured on photographed receipts, this alone of the usual preparations (binarising, enlarging,
// sharpening, levelling the background) brings in more words than it loses.
PixPtr deskewed(PixPtr pix);

}  // namespace ap::ocr
