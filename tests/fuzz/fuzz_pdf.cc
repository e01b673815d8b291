// PDFs as far as we handle what Poppler yields: words in their boxes on the page, attachments, small pictures. Poppler
// itself is not instrumented; what it does with hostile bytes is the sandbox's concern.
#include <cstdlib>

#include "adapters/poppler/pdf_document.h"
#include "worker/text_quality.h"
#include "worker/uncovered.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  ap::ReadLimits limits;
  limits.pages = 3;
  limits.page_pixels = 1'000'000;
  limits.words = 5000;
  auto document = ap::pdf::Document::open(std::as_bytes(std::span(data, size)), {"secret"}, limits);
  if (!document) {
    if (document.error().message.empty()) std::abort();
    return 0;
  }
  for (int number = 1; number <= document->pages(); ++number) {
    auto page = document->page(number);
    if (!page) continue;
    for (const auto& word : page->words) {
      if (word.text.empty() || word.box.x0 > word.box.x1 || word.box.y0 > word.box.y1) std::abort();
    }
    ap::worker::usable_text(page->words);
    if (auto overview = document->render(number, ap::worker::kOverviewDpi, page->rotation)) {
      ap::worker::uncovered_ink(*overview, page->words, ap::worker::WordsFrom::text_layer);
    }
  }
  document->attachments();
  document->xmp();
  return 0;
}
