// Rules, leaders of dots and bands of light print, on pictures drawn for it.
#include "adapters/tesseract/guides.h"

#include <doctest/doctest.h>

#include "adapters/tesseract/bands.h"
#include "adapters/tesseract/second_look.h"
#include "unit/tesseract/drawn.h"

namespace {

using ap::layout::Word;
using ap::ocr::at;
using ap::ocr::paint;
using ap::ocr::PixPtr;

constexpr int kWidth = 900, kHeight = 600, kLetter = 24;

PixPtr paper() { return ap::ocr::blank_sheet(kWidth, kHeight, 230, 300); }

// Stems as tall as a capital letter.
void print(Pix& pix, int x0, int x1, int y, int value = 20) {
  for (int x = x0; x < x1; x += kLetter * 2 / 3) paint(pix, x, y, 5, kLetter, value);
}

}  // namespace

TEST_CASE("a row of dots is taken off and its place is told, the words beside it stay") {
  PixPtr page = paper();
  print(*page, 40, 200, 100);
  for (int x = 220; x < 620; x += 9) paint(*page, x, 120, 4, 4, 90);
  print(*page, 640, 800, 100);
  const auto bare = ap::ocr::without_guides(page, kLetter);
  REQUIRE(bare.leaders.size() == 1);
  CHECK(bare.leaders[0].x0 < 260);
  CHECK(bare.leaders[0].x1 > 580);
  CHECK(at(*bare.pix, 400, 121) > 200);
  CHECK(at(*bare.pix, 42, 110) == 20);
  CHECK(at(*page, 400, 121) == 90);
}

TEST_CASE("a fine row of dots between close rows is taken off, though some of its dots are pale") {
  PixPtr page = paper();
  print(*page, 40, 800, 84);
  print(*page, 40, 800, 138);
  for (int x = 640; x < 800; x += 24) paint(*page, x, 108, 5, 8, 20);  // letters that reach down
  for (int x = 40, i = 0; x < 800; x += 4, ++i) paint(*page, x, 123, 2, 2, i % 5 < 3 ? 80 : 200);
  const auto bare = ap::ocr::without_guides(page, kLetter);
  CHECK(at(*bare.pix, 200, 123) > 200);
  CHECK(at(*bare.pix, 440, 123) > 200);
  CHECK(at(*bare.pix, 42, 90) == 20);
}

TEST_CASE("what is left of a rule that fades out at one end goes too") {
  PixPtr page = paper();
  print(*page, 40, 400, 90);
  for (int i = 0; i < 240; ++i) paint(*page, 40 + i, 130, 1, 3, std::min(225, 60 + i * 2 / 3));
  CHECK(at(*ap::ocr::without_guides(page, kLetter).pix, 60, 131) > 200);
}

TEST_CASE("pale and strong rules are taken off, a stroke that crosses one stays whole") {
  PixPtr page = paper();
  paint(*page, 40, 200, 700, 3, 150);
  paint(*page, 300, 190, 5, kLetter, 20);
  paint(*page, 40, 400, 700, 4, 10);
  const auto bare = ap::ocr::without_guides(page, kLetter);
  CHECK(bare.leaders.empty());
  CHECK(at(*bare.pix, 500, 201) > 200);
  CHECK(at(*bare.pix, 302, 201) < 60);
  CHECK(at(*bare.pix, 500, 402) > 200);
}

TEST_CASE("a pale upright rule is taken off, a column of stems is not") {
  PixPtr page = paper();
  paint(*page, 400, 100, 3, 300, 150);
  for (int y = 100; y < 400; y += 40) paint(*page, 600, y, 5, kLetter, 20);
  const auto bare = ap::ocr::without_guides(page, kLetter);
  CHECK(at(*bare.pix, 401, 250) > 200);
  CHECK(at(*bare.pix, 602, 110) == 20);
}

TEST_CASE("an upright rule of a fax, which has holes, is taken off") {
  PixPtr page = paper();
  for (int y = 100; y < 400; y += 9) paint(*page, 400, y, 3, 7, 20);
  CHECK(at(*ap::ocr::without_guides(page, kLetter).pix, 401, 253) > 200);
}

TEST_CASE("the feet and heads of letters of light print are no rules") {
  PixPtr page = paper();
  for (int x = 40; x < 800; x += 20) paint(*page, x, 100, 14, 2, 90), paint(*page, x + 5, 100, 2, kLetter, 90);
  for (int x = 40; x < 800; x += 20)
    paint(*page, x, 198 + kLetter, 14, 2, 90), paint(*page, x + 5, 200, 2, kLetter, 90);
  CHECK(at(*ap::ocr::without_guides(page, kLetter).pix, 42, 101) == 90);
  CHECK(at(*ap::ocr::without_guides(page, kLetter).pix, 42, 199 + kLetter) == 90);
}

TEST_CASE("a page without rules is given back as it is, and so is one whose letters are unknown") {
  PixPtr page = paper();
  print(*page, 40, 800, 100);
  CHECK(ap::ocr::without_guides(page, kLetter).pix.get() == page.get());
  paint(*page, 40, 200, 700, 3, 150);
  CHECK(ap::ocr::without_guides(page, 0).pix.get() == page.get());
}

TEST_CASE("light print on a dark band becomes dark on light, also where the light falls off") {
  PixPtr page = paper();
  for (int x = 0; x < kWidth; ++x) paint(*page, x, 0, 1, 140, 40 + x / 30);
  for (int x = 100; x < 500; x += 24) paint(*page, x, 50, 6, 36, 150 + x / 10);
  print(*page, 40, 800, 300);
  PixPtr lightened = ap::ocr::bands_lightened(PixPtr(pixClone(page.get())));
  CHECK(at(*lightened, 700, 20) > 180);
  CHECK(at(*lightened, 102, 60) < 90);
  CHECK(at(*lightened, 42, 310) == 20);
}

TEST_CASE("a dark area without print and bold print on paper are no bands") {
  PixPtr page = paper();
  paint(*page, 0, 0, kWidth, 140, 40);
  for (int x = 100; x < 400; x += 44) paint(*page, x, 300, 26, 60, 20);
  PixPtr same = ap::ocr::bands_lightened(PixPtr(pixClone(page.get())));
  CHECK(at(*same, 400, 60) == 40);
  CHECK(at(*same, 110, 320) == 20);
  CHECK(at(*same, 134, 320) == 230);
}

TEST_CASE("a shadow that comes slowly over print is no band") {
  PixPtr page = paper();
  for (int y = 0; y < kHeight; ++y) paint(*page, 500, y, 400, 1, std::max(60, 230 - y / 2));
  for (int x = 520; x < 880; x += 24) paint(*page, x, 500, 6, 36, 20);
  CHECK(at(*ap::ocr::bands_lightened(PixPtr(pixClone(page.get()))), 522, 510) == 20);
}

TEST_CASE("numbers in which letters and figures meet are looked at again") {
  auto doubtful = [](std::string text, int confidence = 960) {
    return ap::ocr::is_doubtful_number(Word{.text = std::move(text), .confidence = confidence});
  };
  CHECK(doubtful("S1/2026/17"));
  CHECK(doubtful("MO73784"));
  CHECK_FALSE(doubtful("SI/2026/17"));
  CHECK(doubtful("SI/2026/17", 700));
  CHECK_FALSE(doubtful("2026-17"));
  CHECK_FALSE(doubtful("info@1234.example"));
}

TEST_CASE("two later looks outvote the first where they differ in look-alikes alone") {
  Word word{.text = "MO73784", .confidence = 940};
  ap::ocr::weigh_number(word, {"M073784", 900}, {"M073784", 920});
  CHECK(word.text == "M073784");
  CHECK(word.confidence <= 780);
  Word other{.text = "MO73784", .confidence = 940};
  ap::ocr::weigh_number(other, {"M078784", 900}, {"M078784", 920});
  CHECK(other.text == "MO73784");
  CHECK(other.confidence <= 700);
}

TEST_CASE("an upright rule is taken off like a level one, also at the edge of a tile") {
  for (const int x : {300, 319, 448}) {
    PixPtr page = paper();
    print(*page, 40, 250, 100);
    paint(*page, x, 40, 3, 500, 120);
    print(*page, x + 2, x + 200, 100);  // the first stem touches the rule
    const auto bare = ap::ocr::without_guides(page, kLetter);
    INFO("at " << x);
    CHECK(at(*bare.pix, x + 1, 300) > 200);
    CHECK(at(*bare.pix, x + 4, 110) < 60);
    CHECK(at(*bare.pix, 42, 110) < 60);
  }
}
