// The print of a document's content (core/content_print.h), from its pages or from an e-invoice.
//
// Pure; safe to share between threads.
#pragma once

#include <vector>

#include "core/content_printer.h"
#include "core/record.h"
#include "layout/packed_pages.h"

namespace ap {

// text, ocr or mixed; "" when nothing stands on any page.
std::string method_of(const layout::PackedPages& pages);

// The codes of pages read before go to the same pages read once more, for print alone.
void keep_codes(const layout::PackedPages& from, layout::PackedPages& to);

// Of the words of all pages in reading order of their lines. A line that says nothing but "Kopie", "Duplicate" or the
// like is the mark "copy": the word inside a sentence is not.
ContentPrint print_of_pages(const layout::PackedPages& pages);

// Of the values of an e-invoice, which the printer has seen in the order of the fields; the mark "copy" where UBL's
// CopyIndicator is true.
ContentPrint print_of_einvoice(ContentPrinter& values, const std::vector<KeptValue>& kept);

}  // namespace ap
