// Pages of a document: from the text layer where there is a usable one, by OCR where there is none, and from both
// where part of a page is a picture.
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <string>

#include "adapters/poppler/pdf_document.h"
#include "adapters/sandbox/messages.h"
#include "ports/ocr_engine.h"
#include "supervise/supervisor.h"
#include "worker/uncovered.h"

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
  // To the command at once where it takes them so, else into the reading.
  void hand_over(const layout::Page& page, PageReading& reading) const;
  void keep_picture(const Picture& picture);  // where the request wants pictures
  layout::Page ocr_page(const Picture& picture, int number);
  // Looks at the places of a recognized page that no word accounts for; adds words found there. `cut` yields the
  // picture of a place.
  using Cut = std::function<Picture(const Box& place)>;
  void read_uncovered(layout::Page& page, const Uncovered& places, const Cut& cut);
  // The same for a page with a text layer: adds codes, and notes the places of print.
  std::expected<void, ReadFailure> look_at_pictures_on(layout::Page& page, const pdf::Document& document);
  // Reads the print at the places that are asked for.
  void read_print_on(layout::Page& page, const pdf::Document& document);
  void add_codes(layout::Page& page, const Box& place, const Picture& picture);
  void read_piece(layout::Page& page, const Box& place, const Picture& picture);
  void read_speck(layout::Page& page, const Box& place, const Picture& picture);
  void add_word(layout::Page& page, layout::Word word);

  const wire::Request& request_;
  OcrEngine& engine_;
  const Progress& progress_;
  bool has_pictures_ = true;
  bool ocr_ran_ = false;
  std::vector<PicturePlace> print_places_;
  std::vector<PagePicture> pictures_;
  std::string likely_;  // OCR model of the page before
};

}  // namespace ap::worker
