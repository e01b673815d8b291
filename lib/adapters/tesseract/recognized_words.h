// What Tesseract made out, in our own terms. Included by this folder alone.
#pragma once

#include <vector>

#include "layout/page.h"

namespace tesseract {
class TessBaseAPI;
}

namespace ap::ocr {

// Pixels to hundredths of a point.
std::int32_t hundredths(std::int64_t pixels, int dpi);

// The words of the last Recognize(), in its order.
std::vector<layout::Word> collect_words(tesseract::TessBaseAPI& model, int dpi);

// A row of dots that was taken for letters ("uuuunnsss"): many characters, hardly higher than a full stop in a line of
// that height. collect_words() gives such words the text of a leader.
bool is_leader(const layout::Word& word);

// The same for a row of dots that was taken off the picture before it was read.
layout::Word leader_word(const Box& pixels, int dpi);

// True where words stand above a row of dots: it is a rule between rows, and leads from nothing to nothing.
bool lies_below_words(const layout::Word& leader, const std::vector<layout::Word>& words);

// How much was made out surely: confidence times length over the words that are letters or digits for the most part.
std::int64_t legibility(const std::vector<layout::Word>& words);

// True when the picture may stand wrongly: little was made out, or most words are taller than they are wide.
bool may_stand_wrongly(const std::vector<layout::Word>& words);

}  // namespace ap::ocr
