#include "worker/read_pages.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <iterator>
#include <optional>
#include <string_view>

#include "adapters/tesseract/codes.h"
#include "adapters/tesseract/picture_file.h"
#include "adapters/zlib/drawn_shapes.h"
#include "worker/text_quality.h"
#include "worker/uncovered.h"

namespace ap::worker {
namespace {

// Of 200, 300 dpi and the scan's own resolution, 300 reads most words and most of the digits.
constexpr int kOcrDpi = 300;
constexpr int kCodeDpi = 150;            // modules of payment codes are four pixels and more
constexpr int kCodeDpiMost = 240;        // finer pictures of codes only take longer
constexpr std::size_t kMostPieces = 24;  // of a page, read besides; a stained scan has many more
constexpr std::size_t kMostParts = 3;    // of a page, drawn each for itself; more are cut out of one picture
// Hundredths of a point. What is smaller on a page with text is an icon; payment codes are half an inch at least.
constexpr std::int32_t kSmallestPicture = 3600;
constexpr std::int32_t kMargin = 1000;
constexpr std::size_t kMostSpecks = 60;
constexpr Confidence kBelievable = 600;  // of words read there: logos and stains yield nonsense

unsigned char byte_of(char c) { return static_cast<unsigned char>(c); }

// Picture data in a PDF is always in a stream of its own, whose dictionary is never packed away (PDF 32000-1, 7.5.7),
// so a file that does not say this has none but inline ones. Drawing a page costs more than reading its text.
bool mentions_pictures(std::string_view pdf) {
  for (std::size_t at = pdf.find("/Image"); at != std::string_view::npos; at = pdf.find("/Image", at + 1)) {
    // "/ImageC" and the like are procedure sets, which say nothing.
    if (at + 6 < pdf.size() && !std::isalnum(static_cast<unsigned char>(pdf[at + 6]))) return true;
  }
  return false;
}

// Payment codes are often drawn with lines, not as a picture, but the page says what they are for: scan it, Girocode,
// the titles of a Swiss payment slip in its languages, or a Swiss account, which hardly comes without a slip.
bool mentions_code(const std::vector<layout::Word>& words) {
  constexpr std::array<std::string_view, 10> kSigns{"QR",        "iroCode",  "irocode",        "GIROCODE", "Zahlteil",
                                                    "Récépissé", "Ricevuta", "Empfangsschein", "scan",     "Scan"};
  auto is_swiss_account = [](std::string_view text) {
    return (text.starts_with("CH") || text.starts_with("LI")) && text.size() >= 4 && std::isdigit(byte_of(text[2])) &&
           std::isdigit(byte_of(text[3]));
  };
  return std::ranges::any_of(words, [&](const layout::Word& word) {
    return is_swiss_account(word.text) || std::ranges::any_of(kSigns, [&](std::string_view sign) {
             return word.text.find(sign) != std::string::npos;
           });
  });
}

bool overlap(const Box& a, const Box& b) {
  return a.center_x() > b.x0 && a.center_x() < b.x1 && a.center_y() > b.y0 && a.center_y() < b.y1;
}

bool is_known(const layout::Page& page, const layout::Word& word) {
  return std::ranges::any_of(page.words, [&](const layout::Word& known) {
    return overlap(word.box, known.box) || overlap(known.box, word.box);
  });
}

// Figures of a table have others beside them; dirt seldom has.
bool stands_in_a_row(const layout::Page& page, const layout::Word& word) {
  return std::ranges::count_if(page.words, [&](const layout::Word& other) {
           return other.box.y0 < word.box.center_y() && other.box.y1 > word.box.center_y();
         }) >= 2;
}

// A lone stroke or ring without neighbours is read as a letter; in a row of a table it is a 1 or a 0.
std::optional<std::string> as_figure(std::string_view text) {
  for (std::string_view stroke : {"I", "l", "i", "|", "\u0131"}) {
    if (text == stroke) return "1";
  }
  if (text == "O" || text == "o") return "0";
  bool figure = std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c); });
  return figure && text.size() <= 3 ? std::optional(std::string(text)) : std::nullopt;
}

// From the piece of the page that was cut out at `place` to the page.
Box moved(const Box& box, const Box& place) {
  const std::int32_t left = std::max(0, place.x0), top = std::max(0, place.y0);
  return {box.x0 + left, box.y0 + top, box.x1 + left, box.y1 + top};
}

// A letterhead or a name as a picture is wide; emblems, icons and codes are not, and reading one costs more than
// reading the text of the page.
bool may_be_print(const Box& piece) {
  constexpr std::int32_t kWidest = 5500, kTallest = 900;
  return piece.width() >= kWidest && piece.height() >= kTallest && 4 * piece.width() >= 5 * piece.height();
}

// Codes need white around them to be found.
Box with_margin(const Box& ink) { return {ink.x0 - kMargin, ink.y0 - kMargin, ink.x1 + kMargin, ink.y1 + kMargin}; }

std::vector<Box> largest_of(std::vector<Box> pieces) {
  auto area = [](const Box& box) { return std::int64_t{box.width()} * box.height(); };
  std::ranges::stable_sort(pieces, std::greater(), area);
  if (pieces.size() > kMostPieces) pieces.resize(kMostPieces);
  return pieces;
}

bool has_code(const layout::Page& page, const Box& place) {
  return std::ranges::any_of(page.codes, [&](const auto& code) { return overlap(code.box, place); });
}

// At least two letters or digits.
bool says_something(const std::string& text) {
  return std::ranges::count_if(text, [](unsigned char c) { return std::isalnum(c) || c >= 0xC0; }) >= 2;
}

}  // namespace

void PageReader::hand_over(const layout::Page& page, PageReading& reading) const {
  if (progress_.takes_pages())
    progress_.page(layout::pack(page));
  else
    reading.pages.push_back(page);
}

void PageReader::keep_picture(const Picture& picture) {
  if (request_.pages.picture_dpi <= 0) return;
  Picture small = picture.dpi > request_.pages.picture_dpi ? shrunk(picture, request_.pages.picture_dpi) : picture;
  pictures_.push_back({small.width, small.height, std::string(small.gray.begin(), small.gray.end())});
}

layout::Page PageReader::ocr_page(const Picture& picture, int number) {
  if (Uncovered ink = uncovered_ink(shrunk(picture, kOverviewDpi), {}, WordsFrom::recognition);
      ink.pieces.empty() && ink.specks.empty()) {
    keep_picture(picture);
    return {.number = number,
            .width = picture.width * 7200 / picture.dpi,
            .height = picture.height * 7200 / picture.dpi,
            .source = layout::PageSource::blank};
  }
  ocr_ran_ = true;
  OcrResult result = engine_.recognize(picture, {.languages = request_.pages.languages, .likely = likely_});
  likely_ = result.model;
  keep_picture(result.upright);
  layout::Page page = std::move(result.page);
  page.number = number;
  const bool fine = result.upright.dpi > kCodeDpiMost;
  page.codes = ocr::find_codes(fine ? shrunk(result.upright, kCodeDpiMost) : result.upright);
  // Rules reach from figure to figure, and would hide lone ones.
  const Picture& print = result.print.gray.empty() ? result.upright : result.print;
  read_uncovered(page, uncovered_ink(shrunk(print, kOverviewDpi), page.words, WordsFrom::recognition),
                 [&](const Box& place) { return cut_out(print, place); });
  page.source = page.words.empty() && page.codes.empty() ? layout::PageSource::blank : layout::PageSource::ocr;
  return page;
}

void PageReader::read_uncovered(layout::Page& page, const Uncovered& places, const Cut& cut) {
  for (const Box& ink : largest_of(places.pieces)) {
    const Box place = with_margin(ink);
    Picture picture = cut(place);
    paint_out(picture, place, page.words);
    if (picture.gray.empty() || has_code(page, place) || request_.pages.ocr == OcrUse::never) continue;
    read_piece(page, place, picture);
  }
  // A scan with very many of them is stained.
  if (places.specks.size() > kMostSpecks) return;
  for (const Box& place : places.specks) read_speck(page, place, cut(place));
}

void PageReader::read_piece(layout::Page& page, const Box& place, const Picture& picture) {
  ocr_ran_ = true;
  OcrResult result =
      engine_.recognize(picture, {.languages = request_.pages.languages, .likely = likely_, .scope = OcrScope::piece});
  if (likely_.empty()) likely_ = result.model;
  for (layout::Word& word : result.page.words) {
    word.box = moved(word.box, place);
    if (word.confidence >= kBelievable && says_something(word.text)) add_word(page, std::move(word));
  }
}

void PageReader::read_speck(layout::Page& page, const Box& place, const Picture& picture) {
  if (picture.gray.empty()) return;
  OcrResult result =
      engine_.recognize(picture, {.languages = request_.pages.languages, .likely = likely_, .scope = OcrScope::figure});
  if (result.page.words.size() != 1) return;
  layout::Word word = std::move(result.page.words.front());
  word.box = moved(word.box, place);
  std::optional<std::string> figure = as_figure(word.text);
  if (!figure || word.confidence < kBelievable || !stands_in_a_row(page, word)) return;
  if (*figure != word.text) word.confidence = kBelievable;
  word.text = std::move(*figure);
  add_word(page, std::move(word));
}

void PageReader::add_word(layout::Page& page, layout::Word word) {
  if (is_known(page, word)) return;
  page.words.push_back(std::move(word));
  if (page.source == layout::PageSource::text) page.source = layout::PageSource::mixed;
}

std::expected<layout::Page, ReadFailure> PageReader::pdf_page(const pdf::Document& document, int number) {
  auto page = document.page(number);
  if (!page) return page;
  const OcrUse use = request_.pages.ocr;
  if (use == OcrUse::always || (use == OcrUse::automatic && !usable_text(page->words))) {
    auto picture = document.render(number, kOcrDpi);
    if (!picture) return std::unexpected(picture.error());
    if (!picture->gray.empty()) {
      layout::Page read = ocr_page(*picture, number);
      // Pixels are rounded; the page says exactly how large it is.
      bool sideways = (read.rotation + page->rotation) % 180 != 0;
      read.width = sideways ? page->height : page->width;
      read.height = sideways ? page->width : page->height;
      return read;
    }
  }
  if (page->words.empty()) page->source = layout::PageSource::blank;
  if (request_.pages.picture_dpi > 0) {
    auto picture = document.render(number, request_.pages.picture_dpi, page->rotation);
    if (!picture) return std::unexpected(picture.error());
    keep_picture(*picture);
  }
  if (!request_.pages.print_places.empty()) {
    read_print_on(*page, document);
  } else if (has_pictures_ || mentions_code(page->words)) {
    if (auto done = look_at_pictures_on(*page, document); !done) return std::unexpected(done.error());
  }
  return page;
}

// Drawing a page costs mostly its pixels: all of it is drawn coarsely, to find the places, and then the places alone.
std::expected<void, ReadFailure> PageReader::look_at_pictures_on(layout::Page& page, const pdf::Document& document) {
  auto overview = document.render(page.number, kFineOverviewDpi, page.rotation);
  if (!overview) return std::unexpected(overview.error());
  auto pieces = largest_of(uncovered_ink(*overview, page.words, WordsFrom::text_layer).pieces);
  std::erase_if(pieces, [](const Box& box) { return std::max(box.width(), box.height()) < kSmallestPicture; });
  std::vector<Box> codes;
  std::ranges::copy_if(pieces, std::back_inserter(codes), [&](const Box& box) { return may_be_code(*overview, box); });
  Picture whole;
  if (codes.size() > kMostParts) whole = document.render(page.number, kCodeDpi, page.rotation).value_or(Picture{});
  for (const Box& ink : codes) {
    const Box place = with_margin(ink);
    Picture picture = whole.gray.empty()
                          ? document.render_part(page.number, kCodeDpi, page.rotation, place).value_or(Picture{})
                          : cut_out(whole, place);
    paint_out(picture, place, page.words);
    add_codes(page, place, picture);
  }
  if (request_.pages.ocr == OcrUse::never) return {};
  for (const Box& ink : pieces) {
    const Box place = with_margin(ink);
    if (may_be_print(ink) && !has_code(page, place)) print_places_.push_back({page.number, place});
  }
  return {};
}

void PageReader::read_print_on(layout::Page& page, const pdf::Document& document) {
  for (const auto& [number, place] : request_.pages.print_places) {
    if (number != page.number) continue;
    Picture picture = document.render_part(number, kOcrDpi, page.rotation, place).value_or(Picture{});
    paint_out(picture, place, page.words);
    if (!picture.gray.empty()) read_piece(page, place, picture);
  }
}

void PageReader::add_codes(layout::Page& page, const Box& place, const Picture& picture) {
  if (picture.gray.empty() || has_code(page, place)) return;
  for (layout::Code& code : ocr::find_codes(picture)) {
    code.box = moved(code.box, place);
    page.codes.push_back(std::move(code));
  }
}

std::expected<PageReading, ReadFailure> PageReader::read_pdf() {
  auto document = pdf::Document::open(as_bytes(request_.bytes), request_.passwords, request_.limits);
  if (!document) return std::unexpected(document.error());
  // A payment code drawn with lines is no picture, and the page need not say that it is one.
  if (request_.pages.print_places.empty())
    has_pictures_ = mentions_pictures(request_.bytes) || zlib::draws_many_shapes(request_.bytes);
  PageReading reading;
  for (int number = 1; number <= document->pages(); ++number) {
    progress_(number);
    auto page = pdf_page(*document, number);
    if (!page) return std::unexpected(page.error());
    hand_over(*page, reading);
  }
  if (request_.pages.attachments) {
    auto attachments = document->attachments();
    if (!attachments) return std::unexpected(attachments.error());
    reading.attachments = std::move(*attachments);
  }
  reading.xmp = document->xmp();
  reading.print_places = std::move(print_places_);
  if (ocr_ran_) reading.ocr_engine = engine_.name();
  reading.pictures = std::move(pictures_);
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
    hand_over(ocr_page(*picture, number), reading);
  }
  reading.ocr_engine = engine_.name();
  reading.pictures = std::move(pictures_);
  return reading;
}

}  // namespace ap::worker
