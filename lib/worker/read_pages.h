// Pages of a document, from the text layer where there is a usable one, by OCR where there is none.
#pragma once

#include <expected>

#include "adapters/poppler/pdf_document.h"
#include "adapters/sandbox/messages.h"
#include "ports/ocr_engine.h"
#include "worker/supervisor.h"

namespace ap::worker {

// For one request; the request and the engine must outlive it.
class PageReader {
 public:
  PageReader(const wire::Request& request, OcrEngine& engine, const Progress& progress)
      : request_(request), engine_(engine), progress_(progress) {}

  std::expected<PageReading, ReadFailure> read_pdf();
  std::expected<PageReading, ReadFailure> read_pictures();

 private:
  std::expected<layout::Page, ReadFailure> pdf_page(const pdf::Document& document, int number);
  layout::Page ocr_page(const Picture& picture, int number);

  const wire::Request& request_;
  OcrEngine& engine_;
  const Progress& progress_;
  bool ocr_ran_ = false;
};

}  // namespace ap::worker
