// Through a picture of printed text, turned in every way. Reading takes a second, so there are few cases.
#include <doctest/doctest.h>

#include "adapters/poppler/pdf_document.h"
#include "adapters/tesseract/codes.h"
#include "adapters/tesseract/picture_file.h"
#include "adapters/tesseract/tesseract_engine.h"
#include "support/tiny_pdf.h"

namespace {

using ap::as_bytes;
using ap::Picture;

Picture printed(int turn = 0) {
  std::string text;
  for (int i = 0; i < 24; ++i)
    text += "This invoice is payable without deduction by the end of the month given below\n";
  std::string bytes = ap::testing::build({.pages = {text}});
  return *ap::pdf::Document::open(as_bytes(bytes), {}, {})->render(1, 150, turn);
}

int count(const ap::layout::Page& page, std::string_view text) {
  int found = 0;
  for (const auto& word : page.words) found += word.text == text;
  return found;
}

}  // namespace

TEST_CASE("text is read however the sheet lay in the scanner") {
  ap::ocr::TesseractEngine engine;
  for (int turn : {0, 90, 180, 270}) {
    CAPTURE(turn);
    auto result = engine.recognize(printed(turn), {.languages = {"eng"}});
    CHECK(result.page.rotation == (360 - turn) % 360);
    CHECK(count(result.page, "invoice") == 24);
    CHECK(std::abs(result.page.width - 59500) < 100);
    CHECK(std::abs(result.page.words.at(0).box.x0 - 7200) < 200);
    CHECK(result.upright.width < result.upright.height);
  }
  CHECK(engine.loaded_late().front() == "eng");
}

TEST_CASE("an empty sheet has no words") {
  ap::ocr::TesseractEngine engine;
  Picture white{.width = 800, .height = 1000, .dpi = 100, .gray = std::vector<std::uint8_t>(800'000, 255)};
  CHECK(engine.recognize(white, {.languages = {"eng"}}).page.words.empty());
}

TEST_CASE("a language that is not installed is told with the package to install") {
  ap::ocr::TesseractEngine engine;
  CHECK_THROWS_WITH(engine.recognize(printed(), {.languages = {"xxx"}}),
                    doctest::Contains("install tesseract-ocr-xxx"));
}

TEST_CASE("pictures go out as PNG and come back the same") {
  Picture picture{.width = 300, .height = 200, .dpi = 100, .gray = std::vector<std::uint8_t>(60'000, 255)};
  picture.gray[301] = 7;
  std::string png = ap::ocr::encode_png(picture);
  auto back = ap::ocr::read_picture(as_bytes(png), 1, {});
  REQUIRE(back);
  CHECK(back->gray == picture.gray);
  CHECK(back->width == 300);
  CHECK(*ap::ocr::count_pictures(as_bytes(png), {}) == 1);
  ap::ReadLimits limits;
  limits.page_pixels = 59'999;
  CHECK(ap::ocr::read_picture(as_bytes(png), 1, limits).error().kind == ap::ReadFailureKind::resource_limit);
  CHECK_FALSE(ap::ocr::read_picture(as_bytes(png.substr(0, 60)), 1, {}));
}

TEST_CASE("a picture without codes has none") {
  CHECK(ap::ocr::find_codes(printed()).empty());
  CHECK(ap::ocr::find_codes({}).empty());
}
