// Print that no word accounts for. Dividing a page into blocks, the recognizer drops what stands alone - a quantity of
// one figure in its cell, the last amount of a column - as dirt or as the edge of something else. Cut out and shown
// alone, it is plain.
#pragma once

#include <vector>

#include "adapters/tesseract/pix.h"
#include "adapters/tesseract/second_look.h"
#include "adapters/tesseract/word_look.h"
#include "layout/page.h"

namespace ap::ocr {

// Places, in pixels, of ink about as tall as print beside all words. What is no wider than a letter counts only at the
// height of a word: dust lies anywhere. Nothing where there is more of it than print that was missed: that is a dirty
// sheet or a picture. `letter`: pixels of a capital letter, 0 unknown: nothing.
std::vector<Box> missed_print(const Pix& page, int letter, const std::vector<layout::Word>& words);

// Reads it and adds what was made out surely to `words`: figures where `figures` sees the same in two sizes, and what
// is longer than a sign as it is.
void read_missed_print(Pix& page, int letter, std::vector<layout::Word>& words, std::vector<layout::Word>& others,
                       const ReadLine& read, const ReadFigure& figures);

}  // namespace ap::ocr
