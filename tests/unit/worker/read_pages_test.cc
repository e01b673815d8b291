// Which way each page is read. OCR takes its time, so the pages are small.
#include "worker/read_pages.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>
#include <doctest/doctest.h>

#include <algorithm>

#include "adapters/tesseract/codes.h"
#include "adapters/tesseract/tesseract_engine.h"
#include "support/tiny_pdf.h"

namespace {

using ap::layout::PageSource;
using ap::testing::build;
using ap::testing::TinyPdf;

ap::PageReading read(const std::string& bytes, ap::OcrUse use = ap::OcrUse::automatic,
                     const std::vector<ap::PicturePlace>& print_places = {}) {
  ap::ocr::TesseractEngine engine;
  ap::wire::Request request{.verb = ap::wire::Verb::pages,
                            .pages = {.ocr = use, .languages = {"eng"}, .print_places = print_places},
                            .bytes = bytes};
  ap::worker::Progress progress = [](int) {};
  auto reading = ap::worker::PageReader(request, engine, progress).read_pdf();
  REQUIRE(reading);
  return *reading;
}

std::string words_of(const ap::layout::Page& page) {
  std::string out;
  for (const auto& word : page.words) out += (out.empty() ? "" : " ") + word.text;
  return out;
}

// A PDF that shows `picture` with its lower left corner at (x, y), points, `width` wide; and a line of text.
std::string with_picture(const ap::Picture& picture, int x, int y, int width, const std::string& text) {
  int height = width * picture.height / picture.width;
  std::string matrix = std::to_string(width) + " 0 0 " + std::to_string(height) + " " + std::to_string(x) + " " +
                       std::to_string(y) + " cm";
  TinyPdf pdf{.pages = {text + ") Tj ET q " + matrix + " /Im1 Do Q BT ("}};
  pdf.resources = "/XObject << /Im1 100 0 R >>";
  std::string data(picture.gray.begin(), picture.gray.end());
  pdf.objects = {"<< /Type /XObject /Subtype /Image /Width " + std::to_string(picture.width) + " /Height " +
                 std::to_string(picture.height) + " /ColorSpace /DeviceGray /BitsPerComponent 8 /Length " +
                 std::to_string(data.size()) + " >>\nstream\n" + data + "\nendstream"};
  return build(pdf);
}

// The top of a page with `text` on it, as a scanner would see it.
ap::Picture picture_of(const std::string& text) {
  std::string bytes = build({.pages = {text}});
  auto page = *ap::pdf::Document::open(ap::as_bytes(bytes), {}, {})->render(1, 300);
  return ap::worker::cut_out(page, {6000, 4500, 50000, 12000});
}

ap::Picture qr_code(const std::string& text) {
  ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
  ZXing::BitMatrix matrix = writer.setMargin(4).encode(text, 200, 200);
  ap::Picture picture{.width = matrix.width(), .height = matrix.height(), .dpi = 300};
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) picture.gray.push_back(matrix.get(x, y) ? 0 : 255);
  }
  return picture;
}

// A bar code across a page at 300 dpi, as separator sheets have it.
ap::Picture bar_code(const std::string& text) {
  ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::Code128);
  ZXing::BitMatrix matrix = writer.setMargin(0).encode(text, 1400, 330);
  ap::Picture picture{.width = 2480, .height = 3508, .dpi = 300};
  picture.gray.assign(static_cast<std::size_t>(picture.width) * picture.height, 255);
  for (int y = 0; y < matrix.height(); ++y)
    for (int x = 0; x < matrix.width(); ++x)
      if (matrix.get(x, y)) picture.gray[static_cast<std::size_t>(y + 1200) * picture.width + x + 500] = 0;
  return picture;
}

constexpr const char* kText = "Please pay the amount of 119.00 within thirty days";

}  // namespace

TEST_CASE("a page with text is read from its text alone") {
  auto reading = read(build({.pages = {kText}}));
  CHECK(reading.pages[0].source == PageSource::text);
  CHECK(words_of(reading.pages[0]) == kText);
  CHECK(reading.ocr_engine.empty());
}

TEST_CASE("a picture of text on a page with text is read besides") {
  auto bytes = with_picture(picture_of("Hammer and Sons Limited\nYork"), 60, 600, 440, kText);
  auto first = read(bytes);
  CHECK(first.pages[0].source == PageSource::text);
  CHECK(first.ocr_engine.empty());
  REQUIRE(first.print_places.size() == 1);
  auto reading = read(bytes, ap::OcrUse::automatic, first.print_places);
  REQUIRE(reading.pages[0].source == PageSource::mixed);
  CHECK(reading.print_places.empty());
  CHECK(words_of(reading.pages[0]) == std::string(kText) + " Hammer and Sons Limited York");
  CHECK(reading.ocr_engine.starts_with("tesseract"));
  // The picture's own left margin is 12 points of 440.
  const ap::Box& box = reading.pages[0].words[9].box;
  CHECK(std::abs(box.x0 - 7200) < 300);
  CHECK(box.y0 > 16700);
  CHECK(box.y1 < 24200);
  auto plain = read(bytes, ap::OcrUse::never);
  CHECK(plain.pages[0].source == PageSource::text);
  CHECK(plain.pages[0].words.size() == 9);
  CHECK(plain.print_places.empty());
}

TEST_CASE("a payment code on a page is decoded, whatever reads the words") {
  const std::string payload = "BCD\n002\n1\nSCT\n\nHammer\nDE02120300000000202051\nEUR119.00";
  for (ap::OcrUse use : {ap::OcrUse::automatic, ap::OcrUse::never, ap::OcrUse::always}) {
    auto reading = read(with_picture(qr_code(payload), 300, 300, 100, kText), use);
    REQUIRE(reading.pages[0].codes.size() == 1);
    CHECK(reading.pages[0].codes[0].format == "QRCode");
    CHECK(reading.pages[0].codes[0].text == payload);
    const ap::Box& box = reading.pages[0].codes[0].box;
    CHECK(std::abs(box.center_x() - 35000) < 300);
    CHECK(std::abs(box.center_y() - (84200 - 35000)) < 300);
  }
}

TEST_CASE("a page that is a picture is read by OCR, an empty one is blank") {
  auto reading = read(with_picture(picture_of("Invoice 2026-0017\nTotal 119.00"), 60, 600, 440, ""));
  CHECK(reading.pages[0].source == PageSource::ocr);
  CHECK(words_of(reading.pages[0]) == "Invoice 2026-0017 Total 119.00");
  CHECK(reading.pages[0].language == "en");
  auto empty = read(build({.pages = {""}}));
  CHECK(empty.pages[0].source == PageSource::blank);
  CHECK(empty.ocr_engine.empty());
  CHECK(empty.pages[0].width == 59500);
}

TEST_CASE("a text layer that is none is replaced by OCR of what the page shows") {
  // Printed in a font of its own encoding that maps every letter to one of private use.
  TinyPdf pdf{.pages = {kText}, .font = "Helvetica /ToUnicode 100 0 R"};
  std::string map =
      "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
      "1 begincodespacerange <00> <FF> endcodespacerange\n1 beginbfrange <21> <7E> <E021> endbfrange\n"
      "endcmap end end\n";
  pdf.objects = {"<< /Length " + std::to_string(map.size()) + " >>\nstream\n" + map + "\nendstream"};
  auto reading = read(build(pdf));
  CHECK(reading.pages[0].source == PageSource::ocr);
  CHECK(words_of(reading.pages[0]) == kText);
}

TEST_CASE("a bar code as wide as a page is read, which once made the library abort") {
  auto codes = ap::ocr::find_codes(bar_code("SEPARATOR"));
  REQUIRE(codes.size() == 1);
  CHECK(codes[0].text == "SEPARATOR");
}

TEST_CASE("pictures of the pages come along where they are wanted, one a page, in the resolution asked for") {
  ap::ocr::TesseractEngine engine;
  const std::string bytes = build({.pages = {kText, ""}});
  ap::wire::Request request{
      .verb = ap::wire::Verb::pages, .pages = {.languages = {"eng"}, .picture_dpi = 36}, .bytes = bytes};
  auto reading = ap::worker::PageReader(request, engine, [](int) {}).read_pdf();
  REQUIRE(reading);
  REQUIRE(reading->pictures.size() == 2);
  for (const ap::PagePicture& picture : reading->pictures) {
    CHECK(picture.width > 250);
    CHECK(picture.width < 320);
    CHECK(picture.gray.size() == static_cast<std::size_t>(picture.width) * picture.height);
  }
  auto ink = [](unsigned char gray) { return gray < 200; };
  CHECK(std::ranges::any_of(reading->pictures[0].gray, ink));
  CHECK(std::ranges::none_of(reading->pictures[1].gray, ink));
}
