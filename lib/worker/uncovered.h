// Where on a page is ink that no word accounts for? There may be text as a picture, or a payment code.
#pragma once

#include <vector>

#include "layout/page.h"
#include "ports/ocr_engine.h"

namespace ap::worker {

// Resolution that uncovered_ink() is made for: coarse, since only the places matter.
inline constexpr int kOverviewDpi = 36;

// `overview`: the page at kOverviewDpi, as upright as the words. Yields boxes on the page, in hundredths of a point,
// from the top: groups of ink close together, at least as large as a word of small print. Rules and frames, which are
// long and thin or empty inside, are left out. Pure.
std::vector<Box> uncovered_ink(const Picture& overview, const std::vector<layout::Word>& words);

// The picture at a lower resolution, each pixel the mean of those it covers.
Picture shrunk(const Picture& picture, int dpi);

// The part of `picture` inside `box`; empty when nothing of it lies on the picture.
Picture cut_out(const Picture& picture, const Box& box);

}  // namespace ap::worker
