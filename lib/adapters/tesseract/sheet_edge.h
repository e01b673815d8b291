// The sides of a photographed sheet, as exactly as the picture shows them.
#pragma once

#include "adapters/tesseract/warp.h"

namespace ap::ocr {

// The sheet whose corners were found on a small picture, with each side moved to where the paper ends in the picture
// itself, by at most `reach` pixels. A side that is a few pixels of the small picture off leaves lines of print that
// lean by a degree, and lines that lean are read as one with those above them. A side beside which no such end is to be
// seen along most of its length stays. For grey pictures; corners in the order of Quad, pixels.
Quad with_exact_sides(const Pix& pix, const Quad& sheet, double reach);

}  // namespace ap::ocr
