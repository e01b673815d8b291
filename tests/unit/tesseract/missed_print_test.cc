// Print that no word accounts for, and marks between figures that were not seen.
#include "adapters/tesseract/missed_print.h"

#include <doctest/doctest.h>

#include "adapters/tesseract/lost_mark.h"
#include "adapters/tesseract/recognized_words.h"
#include "unit/tesseract/drawn.h"

namespace {

using ap::layout::Word;
using ap::ocr::Look;
using ap::ocr::paint;
using ap::ocr::PixPtr;

constexpr int kLetter = 30, kDpi = 300, kHundredths = 7200 / kDpi;

ap::Box in_hundredths(int x, int y, int width, int height) {
  return {x * kHundredths, y * kHundredths, (x + width) * kHundredths, (y + height) * kHundredths};
}

// Stems as tall as a capital letter.
void print(Pix& pix, int x, int y, int letters) {
  for (int i = 0; i < letters; ++i) paint(pix, x + i * 20, y, 8, kLetter, 20);
}

struct Sheet {
  PixPtr pix = ap::ocr::blank_sheet(1600, 600, 240, kDpi);
  std::vector<Word> words, others;

  void word(int x, int y, int letters, const char* text) {
    print(*pix, x, y, letters);
    words.push_back({.text = text, .box = in_hundredths(x, y, letters * 20 - 12, kLetter), .confidence = 950});
  }
};

Sheet table() {
  Sheet sheet;
  sheet.word(100, 100, 9, "Schrauben");
  sheet.word(1000, 100, 5, "12,00");
  sheet.word(100, 200, 6, "Montage");
  return sheet;
}

std::vector<Word> nothing(const PixPtr&, bool) { return {}; }

}  // namespace

TEST_CASE("ink beside all words is found, a lone sign only at the height of a word") {
  Sheet sheet = table();
  CHECK(ap::ocr::missed_print(*sheet.pix, kLetter, sheet.words).empty());
  print(*sheet.pix, 700, 100, 1);   // a quantity
  print(*sheet.pix, 1000, 200, 5);  // an amount
  print(*sheet.pix, 700, 400, 1);   // dust
  paint(*sheet.pix, 100, 500, 900, 3, 20);
  const std::vector<ap::Box> places = ap::ocr::missed_print(*sheet.pix, kLetter, sheet.words);
  REQUIRE(places.size() == 2);
  CHECK(std::abs(places[0].x0 - 700) <= 4);
  CHECK(std::abs(places[1].x1 - 1088) <= 4);
  CHECK(std::abs(places[1].height() - kLetter) <= 8);
  CHECK(ap::ocr::missed_print(*sheet.pix, 0, sheet.words).empty());
}

TEST_CASE("a sheet with more specks than words is not read again") {
  Sheet sheet = table();
  for (int i = 0; i < 5; ++i) print(*sheet.pix, 300 + i * 150, 500, 3);
  CHECK(ap::ocr::missed_print(*sheet.pix, kLetter, sheet.words).empty());
}

TEST_CASE("a lone figure is kept where two sizes show the same, and with a little doubt") {
  Sheet sheet = table();
  print(*sheet.pix, 700, 100, 1);
  ap::ocr::read_missed_print(*sheet.pix, kLetter, sheet.words, sheet.others, nothing, [](const PixPtr&) {
    return Look{"1", 960};
  });
  REQUIRE(sheet.words.size() == 4);
  CHECK(sheet.words.back().text == "1");
  CHECK(sheet.words.back().confidence <= 900);
  CHECK(std::abs(sheet.words.back().box.x0 - 700 * kHundredths) < 100);

  Sheet other = table();
  print(*other.pix, 700, 100, 1);
  int looks = 0;
  ap::ocr::read_missed_print(*other.pix, kLetter, other.words, other.others, nothing, [&](const PixPtr&) {
    return Look{++looks % 2 == 1 ? "1" : "7", 960};
  });
  CHECK(other.words.size() == 3);
}

TEST_CASE("of words that were missed only what is surely made out is kept, of numbers no part") {
  auto found = [](std::vector<Word> again) {
    Sheet sheet = table();
    print(*sheet.pix, 700, 200, 12);
    ap::ocr::read_missed_print(
        *sheet.pix, kLetter, sheet.words, sheet.others, [&](const PixPtr&, bool) { return again; },
        [](const PixPtr&) { return Look{}; });
    return sheet.words.size() - 3;
  };
  const Word sure{.text = "Stahl", .box = {0, 0, 300, 60}, .confidence = 940};
  const Word doubt{.text = "b1au", .box = {310, 0, 400, 60}, .confidence = 300};
  const Word number{.text = "1693,", .box = {0, 0, 300, 60}, .confidence = 940};
  CHECK(found({sure}) == 1);
  CHECK(found({sure, {.text = "blau", .box = {310, 0, 400, 60}, .confidence = 300}}) == 1);
  CHECK(found({sure, doubt}) == 0);
  CHECK(found({number, doubt}) == 0);
  CHECK(found({}) == 0);
}

TEST_CASE("two lines that were taken for one are read each for itself") {
  Sheet sheet = table();
  print(*sheet.pix, 1000, 300, 8);
  print(*sheet.pix, 1000, 345, 8);
  sheet.words.push_back({.text = "Donorops", .box = in_hundredths(1000, 298, 150, 80), .confidence = 0});
  const Word line{.text = "Nummer", .box = {0, 0, 400, 60}, .confidence = 940};
  auto blind = [](const PixPtr&) { return Look{}; };
  ap::ocr::read_missed_print(
      *sheet.pix, kLetter, sheet.words, sheet.others, [](const PixPtr&, bool) { return std::vector<Word>{}; }, blind);
  CHECK(sheet.words.back().text == "Donorops");
  ap::ocr::read_missed_print(
      *sheet.pix, kLetter, sheet.words, sheet.others, [&](const PixPtr&, bool) { return std::vector<Word>{line}; },
      blind);
  REQUIRE(sheet.words.size() == 5);
  CHECK(sheet.words.back().text == "Nummer");
  REQUIRE(sheet.others.size() == 1);
  CHECK(sheet.others[0].text == "Donorops");
}

TEST_CASE("a mark low between two figures is seen, the foot of a figure and a mark behind are none") {
  PixPtr page = ap::ocr::blank_sheet(300, 100, 240, kDpi);
  print(*page, 50, 30, 1);
  print(*page, 90, 30, 1);
  const ap::Box place{50, 30, 98, 60};
  CHECK_FALSE(ap::ocr::has_low_mark(*page, place));
  paint(*page, 104, 54, 6, 10, 20);
  CHECK_FALSE(ap::ocr::has_low_mark(*page, {50, 30, 112, 60}));
  paint(*page, 70, 54, 6, 10, 20);
  CHECK(ap::ocr::has_low_mark(*page, place));
}

TEST_CASE("a look at a number with a lost mark counts where its figures are the same") {
  CHECK(ap::ocr::with_mark("75", "7,5") == "7,5");
  CHECK(ap::ocr::with_mark("75", "75").empty());
  CHECK(ap::ocr::with_mark("75", "7,6").empty());
  CHECK(ap::ocr::with_mark("75", "75,").empty());
  CHECK(ap::ocr::with_mark("1234", "1,2.34").empty());

  PixPtr page = ap::ocr::blank_sheet(300, 100, 240, kDpi);
  print(*page, 50, 30, 1);
  print(*page, 90, 30, 1);
  paint(*page, 70, 54, 6, 10, 20);
  std::vector<Word> words{{.text = "75", .box = in_hundredths(50, 30, 48, 30), .confidence = 968}}, others;
  auto blind = [](const PixPtr&) { return Look{"75", 900}; };
  ap::ocr::look_for_marks(*page, words, others, blind, blind);
  CHECK(words[0].text == "75");
  ap::ocr::look_for_marks(
      *page, words, others,
      [](const PixPtr&) {
        return Look{"7,5", 700};
      },
      blind);
  CHECK(words[0].text == "7,5");
  CHECK(words[0].confidence <= 800);
  REQUIRE(others.size() == 1);
  CHECK(others[0].text == "75");
}

TEST_CASE("a row of dots below words is a rule between rows and leads nowhere") {
  const Word leader{.text = ".......", .box = {1000, 900, 9000, 1200}};
  CHECK(ap::ocr::lies_below_words(leader, {{.text = "Papier", .box = {2000, 500, 3000, 1000}}}));
  CHECK_FALSE(ap::ocr::lies_below_words(leader, {{.text = "Summe", .box = {300, 800, 950, 1200}}}));
  CHECK_FALSE(ap::ocr::lies_below_words(leader, {{.text = "Papier", .box = {2000, 100, 3000, 600}}}));
}
