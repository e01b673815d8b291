// Words that were hardly made out are read again, a run of them at a time, cut out of the page and alone on a line:
// what the division of the page into lines went wrong on - a fold, a stamp, print that stands close to a rule - is
// often plain where only the run itself is to be seen.
#pragma once

#include <functional>
#include <vector>

#include "adapters/tesseract/pix.h"
#include "layout/page.h"

namespace ap::ocr {

// Reads a picture of one line of print: its words, boxes on that picture in pixels. `raw`: the whole picture is the
// line, and is not divided before. Short runs are read now by the one, now by the other.
using ReadLine = std::function<std::vector<layout::Word>(const PixPtr& picture, bool raw)>;

// A run of words at word distance on a line, indices into the words of a page, from left to right.
using Run = std::vector<std::size_t>;

// The runs that hold a word hardly made out, worst first; none on a page of which most was hardly made out: that is no
// print, or none that a second look makes out. Pure.
std::vector<Run> doubtful_runs(const std::vector<layout::Word>& words);

// True where what was read again is clearly surer than what was read before. Pure.
bool is_surer(const std::vector<layout::Word>& again, const std::vector<layout::Word>& before);

// Reads such runs of `words` again, at most so many as a page is worth, and keeps what is surer; what stood there
// before is added to `others`. `page`: what they were read from.
void look_at_runs(Pix& page, std::vector<layout::Word>& words, std::vector<layout::Word>& others, const ReadLine& read);

}  // namespace ap::ocr
