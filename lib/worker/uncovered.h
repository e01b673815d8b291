// Where on a page is ink that no word accounts for? There may be text as a picture, or a payment code.
#pragma once

#include <vector>

#include "layout/page.h"
#include "ports/ocr_engine.h"

namespace ap::worker {

// Resolution that uncovered_ink() is made for: coarse, since only the places matter.
inline constexpr int kOverviewDpi = 36;

// Boxes on the page, in hundredths of a point, from the top.
struct Uncovered {
  std::vector<Box> pieces;  // as large as a word or larger
  std::vector<Box> specks;  // as large as a figure or two: page layout analysis drops lone digits as dirt
};

// `overview`: the page at kOverviewDpi, as upright as the words. Groups of ink close together; rules and frames, which
// are long and thin or empty inside, and what is smaller than print are left out. Pure.
Uncovered uncovered_ink(const Picture& overview, const std::vector<layout::Word>& words);

// The picture at a lower resolution, each pixel the mean of those it covers.
Picture shrunk(const Picture& picture, int dpi);

// The part of `picture` inside `box`; empty when nothing of it lies on the picture.
Picture cut_out(const Picture& picture, const Box& box);

}  // namespace ap::worker
