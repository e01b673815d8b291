// Two pages side by side on one landscape sheet: of one invoice, or of two.
//
// An empty strip down the middle is not enough, many tables have one. Both halves must be pages by themselves: their
// page numbers follow each other, both name the same invoice, or each has a number, head and total of its own.
//
// Pure and thread-safe.
#pragma once

#include <string>
#include <vector>

#include "core/evidence.h"
#include "extract/extract.h"
#include "layout/packed_pages.h"

namespace ap::extract {

// Where a page that is read stood on the sheets of the file.
struct Origin {
  int sheet = 0;        // from 1
  char half = 0;        // 'a' left, 'b' right, 0: the whole sheet
  std::int32_t dx = 0;  // its left edge on the sheet, hundredths of a point
  // "3", "3a": as it stands in names of parts.
  std::string name() const { return std::to_string(sheet) + (half ? std::string(1, half) : ""); }
};

struct Unfolded {
  layout::PackedPages pages;
  std::vector<Origin> origins;  // one per page
};

// The pages with two-up sheets cut into their halves, in reading order.
Unfolded unfold(const layout::PackedPages& sheets, const ExtractOptions& options);

// Evidence of an invoice read from pages `first`, `first` + 1, ... of `from` (index, from 0), given as places on the
// sheets again. Sheets are counted from the one on which the invoice begins.
void put_back(EvidenceMap& evidence, const Unfolded& from, std::size_t first);

}  // namespace ap::extract
