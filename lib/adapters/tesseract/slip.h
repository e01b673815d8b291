// Pictures of slips for their second and third reading.
#pragma once

#include <cstdint>
#include <vector>

#include "adapters/tesseract/pix.h"
#include "layout/page.h"

namespace ap::ocr {

// How wide the print is, without the few specks at its edges: in letters of usual width (a till prints 24 to 56, a
// letter 75 and more), and in hundredths of a point. Zero where there are too few words to tell.
struct PrintWidth {
  std::int32_t letters = 0, width = 0;
};
PrintWidth print_width(const std::vector<layout::Word>& words);

// The words found stand no wider than the print of a till, on a page (`width`: hundredths of a point) that is wider: a
// slip on a scanner's bed or a table. A letter fills its page.
bool is_slip(const std::vector<layout::Word>& words, std::int32_t width);

// True where nearly all words were read so surely that reading them again would hardly show anything.
bool is_clear(const std::vector<layout::Word>& words);

// The part of a page that has print on it.
struct Region {
  PixPtr pix = nullptr;
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
