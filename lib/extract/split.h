// Several invoices in one scan or PDF: where each begins.
//
// Every page is read by itself, and a page begins a document only where witnesses agree: a number of its own, and the
// mark of a first page, another seller, or title, date and total of its own. Page numbers that go on ("2 of 3") speak
// against it whatever else there is. A separator sheet is enough by itself: somebody put it there.
//
// Pure and thread-safe. Costs about as much as reading the pages once more.
#pragma once

#include <string>
#include <vector>

#include "extract/extract.h"
#include "layout/packed_pages.h"

namespace ap::extract {

// Pages first to last, by their place among the pages given, from 1.
struct PageRange {
  int first = 0, last = 0;
  std::string reason;  // of a part: why it begins there, "" for the first; of skipped pages: "blank" or "separator"
  bool operator==(const PageRange&) const = default;
};

// Every page is in exactly one range. A blank page inside a part (a back) belongs to it.
struct SplitPlan {
  std::vector<PageRange> parts;
  std::vector<PageRange> skipped;
  bool several() const { return parts.size() > 1; }
};

SplitPlan plan_split(const layout::PackedPages& pages, const ExtractOptions& options);

// The pages of one range, numbered from 1, to be read as a document of their own.
layout::PackedPages pages_of(const layout::PackedPages& pages, int first, int last);

}  // namespace ap::extract
