// What a page says about where a document begins, read from this page alone. Internal to split.cc.
#pragma once

#include <optional>
#include <string>

#include "extract/extract.h"
#include "layout/page.h"

namespace ap::extract::reading {

struct PageSigns {
  bool blank = false;      // nothing on it but specks
  bool separator = false;  // a sheet put between documents: a code, or the word, and next to nothing else
  int place = 0, of = 0;   // "page 2 of 3"; `of` may be missing, both 0 when the page does not say
  std::string number;      // of the invoice, where a label names it surely
  bool other = false;      // calls itself something else than an invoice
  bool head = false;       // begins as an invoice does: title and date of issue
  bool sums = false;       // a total that a label names surely, or totals that add up
  std::string seller;      // the seller's VAT id, where its check digits hold
};

PageSigns signs_of(const layout::Page& page, const ExtractOptions& options);

// "Page 2 of 3", "Seite: 2/3", "Strona 2 z 3" anywhere on the page: place and count; zeros when there is none.
std::pair<int, int> page_mark(const layout::Page& page);

// The same number, but for characters that OCR takes for each other.
bool same_number(std::string_view a, std::string_view b);

}  // namespace ap::extract::reading
