// Noughts with a dot or a stroke inside, drawn as tills set them.
#include "adapters/tesseract/zeros.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "unit/tesseract/drawn.h"

namespace {

using ap::ocr::at;
using ap::ocr::paint;
using ap::ocr::PixPtr;

constexpr int kWide = 16, kTall = 26, kThick = 3, kStep = 24;

// An upright ring with its upper left corner at (x, y).
void ring(Pix& pix, int x, int y, int height = kTall) {
  for (int row = 0; row < height; ++row)
    for (int column = 0; column < kWide; ++column) {
      const double across = (column - (kWide - 1) / 2.0) / (kWide / 2.0),
                   down = (row - (height - 1) / 2.0) / (height / 2.0);
      const double within_across = (column - (kWide - 1) / 2.0) / (kWide / 2.0 - kThick),
                   within_down = (row - (height - 1) / 2.0) / (height / 2.0 - kThick);
      if (across * across + down * down <= 1 && within_across * within_across + within_down * within_down > 1)
        pixSetPixel(&pix, x + column, y + row, 30);
    }
}

void dot(Pix& pix, int x, int y) { paint(pix, x + 6, y + 10, 4, 6, 30); }

void stroke(Pix& pix, int x, int y) {
  for (int row = 5; row < kTall - 5; ++row) paint(pix, x + 12 - (row - 5) * 10 / (kTall - 10), y + row, 2, 1, 30);
}

void eight(Pix& pix, int x, int y) {
  ring(pix, x, y, 14);
  ring(pix, x, y + 12, 14);
}

int middle_of(const Pix& pix, int x, int y) { return at(pix, x + kWide / 2, y + kTall / 2); }

// A row of figures that tells how tall letters are, and under it a row of what `draw` draws.
PixPtr page(void (*draw)(Pix&, int, int), int count) {
  PixPtr pix = ap::ocr::blank_sheet(40 * kStep, 120, 235, 300);
  for (int i = 0; i < 38; ++i) paint(*pix, 10 + i * kStep, 10, kWide / 3, kTall, 30);
  for (int i = 0; i < count; ++i) draw(*pix, 10 + i * kStep, 60);
  return pix;
}

}  // namespace

TEST_CASE("what stands inside noughts is taken away, dots and strokes") {
  for (auto mark : {&dot, &stroke}) {
    auto draw = mark == &dot ? +[](Pix& pix, int x, int y) { ring(pix, x, y), dot(pix, x, y); }
                             : +[](Pix& pix, int x, int y) { ring(pix, x, y), stroke(pix, x, y); };
    PixPtr before = page(draw, 5);
    REQUIRE(middle_of(*before, 10, 60) < 100);
    PixPtr after = ap::ocr::without_marks_in_noughts(PixPtr(pixCopy(nullptr, before.get())), kTall);
    for (int i = 0; i < 5; ++i) {
      CHECK(middle_of(*after, 10 + i * kStep, 60) > 200);
      CHECK(at(*after, 10 + i * kStep + 1, 60 + kTall / 2) < 100);  // the ring stays
    }
  }
}

TEST_CASE("eights stay eights, and two noughts with a dot are no print of a till") {
  PixPtr eights = page(&eight, 6);
  PixPtr same = ap::ocr::without_marks_in_noughts(PixPtr(pixCopy(nullptr, eights.get())), kTall);
  for (int i = 0; i < 6; ++i) CHECK(middle_of(*same, 10 + i * kStep, 60) < 100);
  PixPtr two = page(
      +[](Pix& pix, int x, int y) { ring(pix, x, y), dot(pix, x, y); }, 2);
  PixPtr kept = ap::ocr::without_marks_in_noughts(std::move(two), kTall);
  CHECK(middle_of(*kept, 10, 60) < 100);
}
