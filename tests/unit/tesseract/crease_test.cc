// Folds across a sheet, on pictures drawn for it.
#include "adapters/tesseract/crease.h"

#include <doctest/doctest.h>

#include "unit/tesseract/drawn.h"

namespace {

using ap::ocr::at;
using ap::ocr::paint;
using ap::ocr::PixPtr;

constexpr int kWidth = 1600, kHeight = 2000, kLetter = 24;

PixPtr paper() { return ap::ocr::blank_sheet(kWidth, kHeight, 230, 300); }

}  // namespace

TEST_CASE("a crease becomes paper, print on it stays print") {
  PixPtr page = paper();
  paint(*page, 0, 1000, kWidth, 10, 185);
  for (int x = 300; x < 900; x += 16) paint(*page, x, 992, 5, kLetter, 20);
  PixPtr flat = ap::ocr::without_creases(std::move(page), kLetter);
  CHECK(at(*flat, 100, 1005) > 222);
  CHECK(at(*flat, 310, 1005) > 215);
  CHECK(at(*flat, 302, 1005) < 40);
  CHECK(at(*flat, 100, 900) == 230);
}

TEST_CASE("a crease that leans a little goes as well") {
  PixPtr page = paper();
  for (int x = 0; x < kWidth; ++x) paint(*page, x, 1000 + x * 4 / kWidth, 1, 10, 185);
  PixPtr flat = ap::ocr::without_creases(std::move(page), kLetter);
  CHECK(at(*flat, 40, 1005) > 215);
  CHECK(at(*flat, kWidth - 40, 1008) > 215);
}

TEST_CASE("rules, shaded heads of tables and lines of print are no creases") {
  PixPtr page = paper();
  paint(*page, 0, 400, kWidth, 4, 60);
  paint(*page, 200, 800, 1100, 12, 185);
  for (int x = 100; x < 1500; x += 16) paint(*page, x, 1200, 5, kLetter, 20);
  Pix* given = page.get();
  PixPtr same = ap::ocr::without_creases(std::move(page), kLetter);
  CHECK(same.get() == given);
  CHECK(at(*same, 700, 805) == 185);
}

TEST_CASE("where the size of letters is unknown nothing is done") {
  PixPtr page = paper();
  paint(*page, 0, 1000, kWidth, 10, 185);
  CHECK(at(*ap::ocr::without_creases(std::move(page), 0), 100, 1005) == 185);
}
