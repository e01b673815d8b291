// What is drawn on a page to guide the eye: rules, frames of cells, and leaders of dots.
#pragma once

#include <vector>

#include "adapters/tesseract/pix.h"
#include "core/evidence.h"

namespace ap::ocr {

struct Unguided {
  PixPtr pix;
  std::vector<Box> leaders;  // in pixels, as tall as a letter: where rows of dots were
};

// A copy without rules and leaders, or the picture itself where it has none. Where print touches a rule, the
// recognizer reads both as one, and dots that a camera has blurred it reads as letters. A stroke that crosses a rule
// stays whole; what only touches it loses at most the thickness of the rule. Expects level lines of text; rules may
// lean by a degree or two. `letter`: pixels of a capital letter, 0 unknown. Bar codes lose their bars: to be called for
// reading print alone.
Unguided without_guides(const PixPtr& pix, int letter);

}  // namespace ap::ocr
