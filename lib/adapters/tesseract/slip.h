// Pictures of slips for their second and third reading.
#pragma once

#include <cstdint>
#include <vector>

#include "adapters/tesseract/pix.h"
#include "layout/page.h"

namespace ap::ocr {

// The words found stand no wider than the print of a till, however large the picture around them is.
bool is_slip(const std::vector<layout::Word>& words);

// The part of a page that has print on it.
struct Region {
  PixPtr pix;
  std::int32_t left = 0, top = 0;  // where it lies on the page, hundredths of a point
};

// `words`: what a first reading found. The whole page where they fill most of it.
Region printed_region(Pix& page, const std::vector<layout::Word>& words);

// By how much to enlarge or reduce a picture so that its letters have another size than they have now, and one that
// the recognizer likes.
float other_size(Pix& pix);

// Enlarged, and each pixel the mean of its neighbourhood. nullptr when there is no memory.
PixPtr softened(Pix& pix, float factor);

Box moved(const Box& box, std::int32_t right, std::int32_t down);

}  // namespace ap::ocr
