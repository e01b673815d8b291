#include "stages/crop.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "bill_kit.h"

using namespace ap;
using namespace ap::test;

namespace {

// A page of 600 x 800 points with a pixel a point, white but for the value.
PageReading page_with(const Box& dark) {
  PageReading reading;
  reading.pages = {layout::Page{.number = 1, .width = 60000, .height = 80000}};
  PagePicture picture{600, 800, std::string(600 * 800, '\xff')};
  for (int y = dark.y0 / 100; y < dark.y1 / 100; ++y)
    for (int x = dark.x0 / 100; x < dark.x1 / 100; ++x) picture.gray[std::size_t(y) * 600 + std::size_t(x)] = '\0';
  reading.pictures = {picture};
  return reading;
}

Record read_at(const Box& box, int page = 1) {
  Record record = bill("RE-1");
  record.evidence["totals.gross"].page = page;
  record.evidence["totals.gross"].box = box;
  return record;
}

}  // namespace

TEST_CASE("the piece of the page holds the value, framed, with what stands around it") {
  Box box{30000, 40000, 34000, 41000};
  auto piece = crop_field(read_at(box), "totals.gross", page_with(box));
  REQUIRE(piece);
  const PagePicture& picture = piece->picture;
  CHECK(picture.gray.size() == std::size_t(picture.width) * std::size_t(picture.height));
  CHECK(picture.width == 40 + 2 * 144);
  CHECK(picture.height == 10 + 2 * 36);
  CHECK(std::ranges::count(picture.gray, '\0') == 40 * 10);
  REQUIRE(piece->marks.size() == 1);
  CHECK(piece->marks[0].box == Box{14400, 3600, 18400, 4600});
}

TEST_CASE("a value at the edge gives a smaller piece") {
  Box box{0, 0, 2000, 1000};
  auto piece = crop_field(read_at(box), "totals.gross", page_with(box));
  REQUIRE(piece);
  CHECK(piece->picture.width == 20 + 144);
  CHECK(piece->picture.height == 10 + 36);
}

TEST_CASE("what stands on no page, or on one that is not there, has no piece") {
  Box box{30000, 40000, 34000, 41000};
  auto reading = page_with(box);
  CHECK(crop_field(read_at(box), "totals.net", reading).error().find("stands on no page") != std::string::npos);
  CHECK(crop_field(read_at(box), "contract", reading).error().find("no value was read") != std::string::npos);
  CHECK(crop_field(read_at(box, 2), "totals.gross", reading).error() == "page 2 cannot be drawn");
  reading.pictures.clear();
  CHECK_FALSE(crop_field(read_at(box), "totals.gross", reading));
}
