#include "worker/read_pages.h"

#include "adapters/tesseract/picture_file.h"
#include "worker/text_quality.h"

namespace ap::worker {
namespace {

constexpr int kOcrDpi = 200;  // 300 reads hardly more words of a page and takes a third longer

}  // namespace

layout::Page PageReader::ocr_page(const Picture& picture, int number) {
  ocr_ran_ = true;
  layout::Page page = engine_.recognize(picture, {.languages = request_.pages.languages}).page;
  page.number = number;
  if (page.words.empty()) page.source = layout::PageSource::blank;
  return page;
}

std::expected<layout::Page, ReadFailure> PageReader::pdf_page(const pdf::Document& document, int number) {
  auto page = document.page(number);
  if (!page) return page;
  const OcrUse use = request_.pages.ocr;
  const bool wanted = use == OcrUse::always || (use == OcrUse::automatic && !usable_text(page->words));
  if (!wanted) {
    if (page->words.empty()) page->source = layout::PageSource::blank;
    return page;
  }
  auto picture = document.render(number, kOcrDpi);
  if (!picture) return std::unexpected(picture.error());
  if (picture->gray.empty()) return page;
  return ocr_page(*picture, number);
}

std::expected<PageReading, ReadFailure> PageReader::read_pdf() {
  auto document = pdf::Document::open(as_bytes(request_.bytes), request_.passwords, request_.limits);
  if (!document) return std::unexpected(document.error());
  PageReading reading;
  for (int number = 1; number <= document->pages(); ++number) {
    progress_(number);
    auto page = pdf_page(*document, number);
    if (!page) return std::unexpected(page.error());
    reading.pages.push_back(std::move(*page));
  }
  if (request_.pages.attachments) {
    auto attachments = document->attachments();
    if (!attachments) return std::unexpected(attachments.error());
    reading.attachments = std::move(*attachments);
  }
  reading.xmp = document->xmp();
  if (ocr_ran_) reading.ocr_engine = engine_.name();
  return reading;
}

std::expected<PageReading, ReadFailure> PageReader::read_pictures() {
  Bytes bytes = as_bytes(request_.bytes);
  auto count = ocr::count_pictures(bytes, request_.limits);
  if (!count) return std::unexpected(count.error());
  PageReading reading;
  for (int number = 1; number <= *count; ++number) {
    progress_(number);
    auto picture = ocr::read_picture(bytes, number, request_.limits);
    if (!picture) return std::unexpected(picture.error());
    reading.pages.push_back(ocr_page(*picture, number));
  }
  reading.ocr_engine = engine_.name();
  return reading;
}

}  // namespace ap::worker
