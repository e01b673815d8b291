// Documents of any length: an ordinary one is looked at whole. Of a long one, what stands at its head and its end is
// looked at together, and the pages between for the lines alone, a few at a time: memory and time grow with what is
// read off the pages and not with the pages.
//
// Pure and thread-safe.
#pragma once

#include <cstddef>
#include <vector>

#include "extract/extract.h"
#include "layout/packed_pages.h"

namespace ap::extract {

// In pages.
struct LongPlan {
  std::size_t whole = 30;           // documents of so many are looked at whole
  std::size_t head = 16, tail = 8;  // of longer ones
  std::size_t step = 12;            // for the lines, at a time
};

// The pages that are looked at together, each with the number of its place.
std::vector<layout::Page> looked_at(const layout::PackedPages& pages, const LongPlan& plan = {});

// As extract_invoice() of all pages.
PageExtraction extract_document(const layout::PackedPages& pages, const ExtractOptions& options,
                                const LongPlan& plan = {});

}  // namespace ap::extract
