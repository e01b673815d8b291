// Where on a page is ink that no word accounts for? There may be text as a picture, or a payment code.
#pragma once

#include <vector>

#include "layout/page.h"
#include "ports/ocr_engine.h"

namespace ap::worker {

// Resolutions that uncovered_ink() is made for: coarse, since only the places matter. The bars of a bar code that is
// drawn, not scanned, are told from a grey ground at the finer one.
inline constexpr int kOverviewDpi = 36, kFineOverviewDpi = 72;

// Boxes on the page, in hundredths of a point, from the top.
struct Uncovered {
  std::vector<Box> pieces;  // as large as a word or larger
  std::vector<Box> specks;  // as large as a figure or two: page layout analysis drops lone digits as dirt
};

// A text layer knows all words of the page but those inside pictures, and these and codes are dense; what recognition
// missed may be anything.
enum class WordsFrom { text_layer, recognition };

// `overview`: the page at kOverviewDpi or kFineOverviewDpi, as upright as the words. Groups of ink close together;
// rules and frames, which are long and thin or empty inside, and what is smaller than print are left out. Pure.
Uncovered uncovered_ink(const Picture& overview, const std::vector<layout::Word>& words, WordsFrom from);

// Whether some place of the piece, as large as the smallest payment code, is about half dark and half light in steps as
// fine as the modules or bars of a code. Letters and drawings have more paper, emblems fewer steps. Looking for a code
// takes longer than this. Pure. `overview`: the page at kFineOverviewDpi.
bool may_be_code(const Picture& overview, const Box& piece);

// The picture at a lower resolution, each pixel the mean of those it covers.
Picture shrunk(const Picture& picture, int dpi);

// The part of `picture` inside `box`; empty when nothing of it lies on the picture.
Picture cut_out(const Picture& picture, const Box& box);

// Makes the words white on the picture that was cut out of the page at `place`, so that they are not read again.
void paint_out(Picture& picture, const Box& place, const std::vector<layout::Word>& words);

}  // namespace ap::worker
