// What the document is: invoice, credit note, receipt, or something that is none of these.
#pragma once

#include <string>

#include "core/invoice.h"
#include "extract/labels.h"
#include "extract/sheet.h"

namespace ap::extract::reading {

struct DocumentKind {
  InvoiceType type = InvoiceType::invoice;
  bool other = false;         // a statement, reminder, pro-forma, order, delivery note: not payable as an invoice
  int first = -1, last = -1;  // tokens of the words that say so, -1 when none do
  int title_cell = -1;        // the cell of the title, -1 when there is none
  double confidence = 0.5;
  double title = -1;  // how much like a title those words stand there, about 1 to 4; -1 when there are none
  double margin = 0;  // over words that say otherwise
};

DocumentKind kind_of(const Sheet& sheet, const Labels& labels);

// The median font size of the pages, hundredths of a point.
int body_size(const Sheet& sheet);

}  // namespace ap::extract::reading
