#include <doctest/doctest.h>

#include "adapters/cairo/cairo_drawing.h"

using namespace ap;

namespace {

MarkedPage sample() {
  MarkedPage page{.picture = {60, 80, std::string(60 * 80, '\xFF')}, .width = 6000, .height = 8000};
  page.marks = {{{1000, 3000, 4000, 4000}, "number=RE-17 99.7", {200, 0, 0}, false},
                {{1000, 5000, 4000, 6000}, "due_date=2024-01-01 60.0", {0, 0, 200}, true}};
  page.head = {{"totals", {200, 0, 0}}};
  page.foot = {{"payable=119.00 97.0 (arithmetic)", {200, 0, 0}}};
  return page;
}

}  // namespace

TEST_CASE("a page becomes a PNG of the size of its picture, the same every time") {
  CairoDrawing drawing;
  std::string png = drawing.png(sample());
  REQUIRE(png.size() > 100);
  CHECK(png.starts_with("\x89PNG"));
  CHECK(static_cast<unsigned char>(png[19]) == 60);
  CHECK(static_cast<unsigned char>(png[23]) == 80);
  CHECK(png == drawing.png(sample()));
  MarkedPage bare = sample();
  bare.marks.clear();
  CHECK(png != drawing.png(bare));
}

TEST_CASE("pages become one PDF, the same every time") {
  CairoDrawing drawing;
  std::string pdf = drawing.pdf({sample(), sample()});
  CHECK(pdf.starts_with("%PDF"));
  CHECK(pdf == drawing.pdf({sample(), sample()}));
  CHECK(pdf.size() > drawing.pdf({sample()}).size());
}

TEST_CASE("a page that cannot be drawn is white, and marks off the page do no harm") {
  CairoDrawing drawing;
  MarkedPage page = sample();
  page.picture = {};
  page.marks.push_back({{-10'000'000, -10'000'000, 10'000'000, 10'000'000}, "", {}, true});
  CHECK(drawing.png(page).starts_with("\x89PNG"));
}
