#include "worker/uncovered.h"

#include <doctest/doctest.h>

namespace {

using ap::Box;
using ap::Picture;
using ap::worker::WordsFrom;

// A sheet of 8 x 10 inches at the overview's resolution.
Picture paper() {
  Picture picture{.width = 288, .height = 360, .dpi = ap::worker::kOverviewDpi};
  picture.gray.assign(288 * 360, 255);
  return picture;
}

// Something that looks like print: every other pixel black.
void print(Picture& picture, int x0, int y0, int x1, int y1) {
  for (int y = y0; y < y1; ++y) {
    for (int x = x0; x < x1; ++x) picture.gray[static_cast<std::size_t>(y) * picture.width + x] = (x + y) % 2 ? 255 : 0;
  }
}

void fill(Picture& picture, int x0, int y0, int x1, int y1, std::uint8_t gray) {
  for (int y = y0; y < y1; ++y) {
    for (int x = x0; x < x1; ++x) picture.gray[static_cast<std::size_t>(y) * picture.width + x] = gray;
  }
}

constexpr int kPixel = 200;  // hundredths of a point

bool inside(const Box& inner, const Box& outer) {
  return inner.x0 >= outer.x0 && inner.y0 >= outer.y0 && inner.x1 <= outer.x1 && inner.y1 <= outer.y1;
}

}  // namespace

TEST_CASE("ink without words is found, ink under words is not") {
  Picture page = paper();
  print(page, 20, 20, 80, 40);
  print(page, 20, 100, 80, 110);
  ap::layout::Word word{.text = "known", .box = {20 * kPixel, 100 * kPixel, 80 * kPixel, 110 * kPixel}};
  auto found = ap::worker::uncovered_ink(page, {word}, WordsFrom::recognition);
  REQUIRE(found.pieces.size() == 1);
  CHECK(inside({20 * kPixel, 20 * kPixel, 80 * kPixel, 40 * kPixel}, found.pieces[0]));
  CHECK(ap::worker::uncovered_ink(page, {}, WordsFrom::recognition).pieces.size() == 2);
}

TEST_CASE("rules, frames and coloured grounds are no ink") {
  Picture page = paper();
  fill(page, 10, 50, 280, 51, 0);    // a rule
  fill(page, 10, 100, 280, 101, 0);  // a frame
  fill(page, 10, 200, 280, 201, 0);
  fill(page, 10, 100, 11, 201, 0);
  fill(page, 279, 100, 280, 201, 0);
  fill(page, 10, 300, 280, 310, 150);  // the head of a table on grey
  auto found = ap::worker::uncovered_ink(page, {}, WordsFrom::recognition);
  CHECK(found.pieces.empty());
  CHECK(found.specks.empty());
}

TEST_CASE("with a text layer, a table whose words touch its rules is no ink, and a code in a frame is") {
  Picture page = paper();
  std::vector<ap::layout::Word> words;
  for (int x = 20; x <= 260; x += 60) fill(page, x, 50, x + 1, 131, 0);
  for (int y = 50; y <= 130; y += 20) fill(page, 20, y, 261, y + 1, 0);
  for (int x = 20; x < 260; x += 60) {
    for (int y = 50; y < 130; y += 20) {
      print(page, x + 2, y + 6, x + 30, y + 12);
      words.push_back(
          {.text = "known", .box = {(x + 2) * kPixel, (y + 6) * kPixel, (x + 30) * kPixel, (y + 12) * kPixel}});
    }
  }
  CHECK(ap::worker::uncovered_ink(page, words, WordsFrom::text_layer).pieces.empty());
  fill(page, 100, 200, 160, 201, 0);
  fill(page, 100, 259, 160, 260, 0);
  fill(page, 100, 200, 101, 260, 0);
  fill(page, 159, 200, 160, 260, 0);
  print(page, 106, 206, 154, 254);
  auto found = ap::worker::uncovered_ink(page, words, WordsFrom::text_layer);
  REQUIRE(found.pieces.size() == 1);
  CHECK(inside({106 * kPixel, 206 * kPixel, 154 * kPixel, 254 * kPixel}, found.pieces[0]));
}

TEST_CASE("a lone figure is a speck") {
  Picture page = paper();
  print(page, 100, 100, 103, 104);
  auto found = ap::worker::uncovered_ink(page, {}, WordsFrom::recognition);
  CHECK(found.pieces.empty());
  REQUIRE(found.specks.size() == 1);
  CHECK(inside({100 * kPixel, 100 * kPixel, 103 * kPixel, 104 * kPixel}, found.specks[0]));
}

TEST_CASE("lone figures above each other in a column are specks, each for itself") {
  Picture page = paper();
  for (int y = 100; y < 130; y += 6) print(page, 100, y, 103, y + 4);
  auto found = ap::worker::uncovered_ink(page, {}, WordsFrom::recognition);
  CHECK(found.pieces.empty());
  CHECK(found.specks.size() == 5);
}

TEST_CASE("letters and lines close together are one piece, paragraphs apart are two") {
  Picture page = paper();
  for (int x = 20; x < 100; x += 5) print(page, x, 20, x + 3, 24);
  for (int x = 20; x < 100; x += 5) print(page, x, 30, x + 3, 34);
  CHECK(ap::worker::uncovered_ink(page, {}, WordsFrom::recognition).pieces.size() == 1);
  for (int x = 20; x < 100; x += 5) print(page, x, 60, x + 3, 64);
  CHECK(ap::worker::uncovered_ink(page, {}, WordsFrom::recognition).pieces.size() == 2);
}

TEST_CASE("modules and bars may be a code; letters, an emblem and grey may not") {
  constexpr Box kPlace{20 * kPixel, 20 * kPixel, 80 * kPixel, 80 * kPixel};  // 60 pixels at twice the resolution
  auto sheet = [](auto&& dark) {
    Picture picture{.width = 200, .height = 200, .dpi = ap::worker::kFineOverviewDpi};
    picture.gray.assign(200 * 200, 255);
    for (int y = 40; y < 160; ++y) {
      for (int x = 40; x < 160; ++x) {
        if (dark(x, y)) picture.gray[static_cast<std::size_t>(y) * 200 + x] = 40;
      }
    }
    return picture;
  };
  CHECK(ap::worker::may_be_code(
      sheet([](int x, int y) { return ((x / 2 * 2654435761u ^ y / 2 * 2246822519u) >> 15) % 2 == 0; }), kPlace));
  CHECK(ap::worker::may_be_code(sheet([](int x, int) { return x % 3 == 0 || x % 7 < 2; }), kPlace));
  CHECK_FALSE(ap::worker::may_be_code(sheet([](int x, int y) { return x % 7 < 2 && y % 16 < 11; }), kPlace));
  CHECK_FALSE(ap::worker::may_be_code(sheet([](int x, int y) { return x + y < 200; }), kPlace));
  CHECK_FALSE(ap::worker::may_be_code(sheet([](int, int) { return false; }), kPlace));
  CHECK_FALSE(ap::worker::may_be_code({}, kPlace));
}

TEST_CASE("an empty picture has nothing on it") {
  CHECK(ap::worker::uncovered_ink({}, {}, WordsFrom::recognition).pieces.empty());
  CHECK(ap::worker::uncovered_ink(paper(), {}, WordsFrom::recognition).pieces.empty());
}

TEST_CASE("shrinking takes the mean, cutting keeps within the picture") {
  Picture picture{.width = 4, .height = 4, .dpi = 72, .gray = std::vector<std::uint8_t>(16, 100)};
  picture.gray[0] = 200;
  Picture half = ap::worker::shrunk(picture, 36);
  CHECK(half.width == 2);
  CHECK(half.gray == std::vector<std::uint8_t>{125, 100, 100, 100});
  Picture cut = ap::worker::cut_out(picture, {-500, -500, 200, 100});
  CHECK(cut.width == 2);
  CHECK(cut.height == 1);
  CHECK(cut.gray == std::vector<std::uint8_t>{200, 100});
  CHECK(ap::worker::cut_out(picture, {1000, 1000, 2000, 2000}).gray.empty());
}
