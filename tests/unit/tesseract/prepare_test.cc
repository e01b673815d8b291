// What is done to a picture before it is read, on pictures whose damage is known.
#include <doctest/doctest.h>

#include <cmath>

#include "adapters/tesseract/clean.h"
#include "adapters/tesseract/ground.h"
#include "adapters/tesseract/pix.h"
#include "adapters/tesseract/second_look.h"
#include "adapters/tesseract/sheet.h"
#include "adapters/tesseract/straighten.h"
#include "adapters/tesseract/text_height.h"
#include "adapters/tesseract/warp.h"
#include "unit/tesseract/drawn.h"

namespace {

using ap::layout::Word;
using ap::ocr::at;
using ap::ocr::paint;
using ap::ocr::PixPtr;
using ap::ocr::Quad;
using ap::ocr::Spot;

constexpr int kWidth = 600, kHeight = 800;

PixPtr filled(int value) { return ap::ocr::blank_sheet(kWidth, kHeight, value, 100); }

// Rows of blocks as tall as letters.
void print(Pix& pix, int letter, int x0, int y0, int x1, int y1) {
  for (int y = y0; y + letter < y1; y += 3 * letter) {
    for (int x = x0; x + letter < x1; x += letter) paint(pix, x, y, letter / 2, letter, 20);
  }
}

// A light sheet, printed on, in perspective on a dark table.
PixPtr photographed(const Quad& sheet) {
  PixPtr page = filled(235);
  print(*page, 12, 60, 60, kWidth - 60, kHeight - 60);
  const Quad whole{Spot{0, 0}, Spot{kWidth - 1, 0}, Spot{kWidth - 1, kHeight - 1}, Spot{0, kHeight - 1}};
  PixPtr photo = ap::ocr::warped(*page, *ap::ocr::projection(sheet, whole), kWidth, kHeight);
  // What warped() made white outside is the table.
  for (int y = 0; y < kHeight; ++y) {
    for (int x = 0; x < kWidth; ++x) {
      if (at(*photo, x, y) == 255) pixSetPixel(photo.get(), x, y, 90);
    }
  }
  pixSetResolution(photo.get(), 100, 100);
  return photo;
}

const Quad kTilted{Spot{40, 60}, Spot{560, 35}, Spot{540, 760}, Spot{65, 745}};

double distance(Spot a, Spot b) { return std::hypot(a.x - b.x, a.y - b.y); }

Word figure(std::string text, int confidence) { return {.text = std::move(text), .confidence = confidence}; }

}  // namespace

TEST_CASE("a projection takes corners to corners, and three corners on a line have none") {
  const Quad square{Spot{0, 0}, Spot{100, 0}, Spot{100, 100}, Spot{0, 100}};
  auto map = ap::ocr::projection(square, kTilted);
  REQUIRE(map);
  for (int i = 0; i < 4; ++i) CHECK(distance((*map)(square[i]), kTilted[i]) < 1e-6);
  CHECK_FALSE(ap::ocr::projection({Spot{0, 0}, Spot{1, 1}, Spot{2, 2}, Spot{3, 3}}, kTilted));
}

TEST_CASE("a shift is the same in whole numbers and in depth, and half a pixel is the mean of two") {
  PixPtr page = filled(200);
  print(*page, 12, 60, 60, kWidth - 60, kHeight - 60);
  const ap::ocr::Projection half{1, 0, 0.505, 0, 1, 0.005};  // not between two 64ths
  ap::ocr::Projection deep = half;
  deep.g = 1e-12;
  PixPtr flat = ap::ocr::warped(*page, half, kWidth, kHeight), other = ap::ocr::warped(*page, deep, kWidth, kHeight);
  int differing = 0, means = 0;
  for (int y = 0; y < kHeight; ++y) {
    for (int x = 0; x + 1 < kWidth; ++x) {
      differing += at(*flat, x, y) != at(*other, x, y);
      means += at(*flat, x, y) == (at(*page, x, y) + at(*page, x + 1, y) + 1) / 2;
    }
  }
  CHECK(differing == 0);
  CHECK(means == kHeight * (kWidth - 1));
  // Beyond the picture it is white.
  PixPtr far = ap::ocr::warped(*page, {1, 0, -50, 0, 1, 0}, kWidth, kHeight);
  CHECK(at(*far, 40, 300) == 255);
  CHECK(at(*far, 60, 300) == at(*page, 10, 300));
}

TEST_CASE("bytes of a picture go out and come back in their order") {
  ap::Picture picture{.width = 5, .height = 2, .dpi = 100, .gray = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}};
  PixPtr pix = ap::ocr::to_pix(picture);
  CHECK(at(*pix, 4, 0) == 5);
  CHECK(at(*pix, 0, 1) == 6);
  CHECK(ap::ocr::to_picture(pix.get(), 100).gray == picture.gray);
}

TEST_CASE("softening takes the mean of nine pixels as Leptonica does") {
  PixPtr page = filled(255);
  print(*page, 12, 60, 60, kWidth - 60, kHeight - 60);
  PixPtr theirs(pixBlockconvGray(page.get(), nullptr, 1, 1));
  PixPtr ours = ap::ocr::without_jags(PixPtr(pixCopy(nullptr, page.get())));
  int differing = 0;
  for (int y = 2; y + 2 < kHeight; ++y)
    for (int x = 2; x + 2 < kWidth; ++x) differing += at(*ours, x, y) != at(*theirs, x, y);
  CHECK(differing == 0);
  CHECK(at(*ours, 60, 60) > at(*page, 60, 60));
}

TEST_CASE("the corners of a photographed sheet are found, and it is laid flat") {
  PixPtr photo = photographed(kTilted);
  auto found = ap::ocr::find_sheet(*photo);
  REQUIRE(found);
  for (int i = 0; i < 4; ++i) CHECK(distance((*found)[i], kTilted[i]) < 2);
  PixPtr flat = ap::ocr::rectified(std::move(photo), *found);
  CHECK(at(*flat, 5, 400) > 220);   // where the table was
  CHECK(at(*flat, 300, 60) > 200);  // the sheet's margin
  CHECK(flat->xres == 100);
}

TEST_CASE("the short sides of a narrow slip, and of a small one, are found on a wide photo") {
  const Quad narrow{Spot{230, 50}, Spot{405, 58}, Spot{400, 745}, Spot{222, 752}};
  const Quad small{Spot{180, 230}, Spot{420, 222}, Spot{428, 590}, Spot{172, 600}};
  for (const Quad& quad : {narrow, small}) {
    PixPtr photo = photographed(quad);
    auto found = ap::ocr::find_sheet(*photo);
    REQUIRE(found);
    for (int i = 0; i < 4; ++i) CHECK(distance((*found)[i], quad[i]) < 4);
  }
}

TEST_CASE("a page without ground around it is no photographed sheet") {
  PixPtr scan = filled(240);
  print(*scan, 12, 60, 60, kWidth - 60, kHeight - 60);
  CHECK_FALSE(ap::ocr::find_sheet(*scan));
  // A coloured band with print on it, and a frame: parts of the page.
  paint(*scan, 0, 0, 120, kHeight, 150);
  print(*scan, 12, 10, 30, 110, kHeight - 30);
  paint(*scan, 130, 40, 2, kHeight - 80, 0);
  paint(*scan, 570, 40, 2, kHeight - 80, 0);
  paint(*scan, 130, 40, 440, 2, 0);
  paint(*scan, 130, kHeight - 40, 440, 2, 0);
  CHECK_FALSE(ap::ocr::find_sheet(*scan));
}

TEST_CASE("the height of letters is measured, whatever rules and dust lie about") {
  for (int letter : {12, 24}) {
    PixPtr page = filled(240);
    print(*page, letter, 40, 40, kWidth - 40, kHeight - 40);
    paint(*page, 10, 20, kWidth - 20, 2, 0);
    for (int i = 0; i < 200; ++i) paint(*page, (i * 37) % kWidth, (i * 53) % 30, 1, 1, 0);
    PixPtr ink = ap::ocr::ink_of(*page);
    REQUIRE(ink);
    CHECK(std::abs(ap::ocr::text_height(*ink) - letter) <= 1);
  }
  PixPtr empty = filled(240);
  paint(*empty, 100, 100, 20, 20, 0);
  PixPtr ink = ap::ocr::ink_of(*empty);
  CHECK(ap::ocr::text_height(*ink) == 0);
}

TEST_CASE("the grain of empty paper is no ink, faint print is") {
  PixPtr page = filled(240);
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x)
      pixSetPixel(page.get(), x, y, static_cast<l_uint32>(232 + (x * 7 + y * 13 + x * y) % 17));
  paint(*page, 100, 100, 12, 24, 190);
  PixPtr ink = ap::ocr::ink_of(*page);
  REQUIRE(ink);
  l_int32 pixels = 0;
  pixCountPixels(ink.get(), &pixels, nullptr);
  CHECK(pixels >= 250);
  CHECK(pixels <= 320);
}

TEST_CASE("letters are not lost to a recognizer that knows figures alone") {
  Word number = figure("S1/2026/40256", 700);
  ap::ocr::weigh(number, {"1/2026/40256", 950}, {"1/2026/40256", 950});
  CHECK(number.text == "S1/2026/40256");
}

TEST_CASE("dates and years are known, and a year stays one") {
  CHECK(ap::ocr::is_dated(figure("24/12/2018", 990)));
  CHECK(ap::ocr::is_dated(figure("2018", 990)));
  CHECK_FALSE(ap::ocr::is_dated(figure("20.18", 990)));
  Word year = figure("2016", 960);
  ap::ocr::weigh(year, {"12018", 950}, {"12018", 950});
  CHECK(year == figure("2016", 500));
}

TEST_CASE("only figures that were read with doubt are looked at again") {
  CHECK(ap::ocr::is_doubtful_figure(figure("1.234,50", 700)));
  CHECK(ap::ocr::is_doubtful_figure(figure("3O/04/2018", 700)));
  CHECK(ap::ocr::is_doubtful_figure(figure("30/64/2018", 990)));
  CHECK_FALSE(ap::ocr::is_doubtful_figure(figure("1.234,50", 950)));
  CHECK_FALSE(ap::ocr::is_doubtful_figure(figure("Total", 300)));
  CHECK_FALSE(ap::ocr::is_doubtful_figure(figure("CS-20242", 300)));
}

TEST_CASE("three looks at a figure are weighed") {
  SUBCASE("agreed: surer") {
    Word word = figure("14.85", 700);
    ap::ocr::weigh(word, {"14.85", 950}, {"14.85", 920});
    CHECK(word == figure("14.85", 920));
  }
  SUBCASE("outvoted: changed, and not sure") {
    Word word = figure("14.05", 700);
    ap::ocr::weigh(word, {"14.85", 950}, {"14.85", 990});
    CHECK(word == figure("14.85", 780));
  }
  SUBCASE("three opinions: the first, with more doubt") {
    Word word = figure("14.05", 700);
    ap::ocr::weigh(word, {"14.85", 950}, {"14.35", 990});
    CHECK(word == figure("14.05", 500));
  }
  SUBCASE("a point within is not given up") {
    Word word = figure("7.5", 700);
    ap::ocr::weigh(word, {"75", 950}, {"75", 990});
    CHECK(word.text == "7.5");
    Word speck = figure("59,97:", 700);
    ap::ocr::weigh(speck, {"59,97", 950}, {"59,97", 990});
    CHECK(speck.text == "59,97");
  }
  SUBCASE("an impossible date gives way to a possible one") {
    Word word = figure("30/64/2018", 950);
    ap::ocr::weigh(word, {"30/04/2018", 800}, {"", 0});
    CHECK(word == figure("30/04/2018", 700));
  }
  SUBCASE("figures are not dropped") {
    Word word = figure("2123.60", 700);
    ap::ocr::weigh(word, {"23.60", 950}, {"23.60", 950});
    CHECK(word == figure("2123.60", 500));
  }
}

TEST_CASE("dust is taken off where there is much of it, full stops are not") {
  PixPtr page = filled(240);
  print(*page, 27, 40, 40, kWidth - 40, 400);
  paint(*page, 40 + 14, 63, 4, 4, 20);  // a full stop at the foot of the first letter
  for (int i = 0; i < 200; ++i) paint(*page, 20 + (i * 37) % 560, 450 + (i * 7) % 300, 2, 2, 20);
  PixPtr ink = ap::ocr::ink_of(*page);
  PixPtr clean = ap::ocr::cleaned(PixPtr(pixCopy(nullptr, page.get())), *ink, 27);
  CHECK(at(*page, 20, 450) == 20);
  CHECK(at(*clean, 20, 450) > 200);
  CHECK(at(*clean, 56, 65) < 60);
  // A few marks are no dust.
  PixPtr few = filled(240);
  print(*few, 27, 40, 40, kWidth - 40, 400);
  for (int i = 0; i < 20; ++i) paint(*few, 20 + i * 20, 450, 2, 2, 20);
  ink = ap::ocr::ink_of(*few);
  clean = ap::ocr::cleaned(PixPtr(pixCopy(nullptr, few.get())), *ink, 27);
  CHECK(at(*clean, 20, 450) < 200);
}

TEST_CASE("the dark ground of a slip becomes paper, its print stays") {
  PixPtr page = filled(220);
  paint(*page, 450, 0, 150, 200, 5);
  print(*page, 16, 60, 240, 400, 700);
  const int letter = at(*page, 62, 242);
  page = ap::ocr::without_dark_ground(std::move(page));
  CHECK(at(*page, 550, 50) > 200);
  CHECK(at(*page, 452, 195) > 200);
  CHECK(at(*page, 62, 242) == letter);
  CHECK(at(*page, 300, 30) == 220);
}

TEST_CASE("a dark head with light print on it is no ground, nor is a black frame within") {
  PixPtr page = filled(220);
  paint(*page, 0, 0, kWidth, 160, 20);
  for (int x = 60; x < 540; x += 24) paint(*page, x, 60, 14, 30, 240);
  paint(*page, 200, 400, 150, 150, 20);
  page = ap::ocr::without_dark_ground(std::move(page));
  CHECK(at(*page, 20, 20) == 20);
  CHECK(at(*page, 62, 70) == 240);
  CHECK(at(*page, 300, 450) == 20);
}

TEST_CASE("small black-and-white print keeps the gaps in its letters when it is enlarged") {
  PixPtr page = filled(255);
  for (int y = 40; y < kHeight - 40; y += 30)
    for (int x = 40; x < kWidth - 40; x += 20) {
      paint(*page, x, y, 3, 10, 0);
      paint(*page, x + 5, y, 3, 10, 0);  // two pixels between them
      paint(*page, x, y, 8, 2, 0);
    }
  CHECK(ap::ocr::is_bilevel(*page));
  PixPtr large = ap::ocr::straightened(std::move(page)).pix;
  const double times = static_cast<double>(large->w) / kWidth;
  REQUIRE(times > 2);
  const int y = static_cast<int>((40 + 30 * 10 + 6) * times);
  const int stroke = at(*large, static_cast<int>((240 + 1.5) * times), y);
  const int gap = at(*large, static_cast<int>((240 + 4) * times), y);
  CHECK(gap - stroke > 210);
}
