// Stamps across print, drawn.
#include "adapters/tesseract/stamps.h"

#include <doctest/doctest.h>

#include "unit/tesseract/drawn.h"

namespace {

using ap::ocr::at;
using ap::ocr::paint;
using ap::ocr::PixPtr;

constexpr int kLetter = 24;

// Rows of letters, as blocks with a hollow.
PixPtr page() {
  PixPtr pix = ap::ocr::blank_sheet(1600, 2000, 240, 200);
  for (int y = 100; y < 1900; y += 3 * kLetter)
    for (int x = 100; x < 1500; x += kLetter) paint(*pix, x, y, 10, kLetter, 30);
  return pix;
}

// `rise`: pixels by which its right end lies lower.
void frame(Pix& pix, int value, int rise) {
  for (int edge : {600, 1090}) paint(pix, edge, 800 + (edge > 600 ? rise : 0), 8, 300, value);
  for (int edge : {800, 1092})
    for (int x = 0; x < 498; ++x) paint(pix, 600 + x, edge + x * rise / 498, 1, 8, value);
  paint(pix, 640, 837, 60, 16, value);  // a letter of the stamp, between rows of print
}

}  // namespace

TEST_CASE("a pale stamp goes and the print under it stays") {
  PixPtr before = page();
  frame(*before, 130, 40);
  for (int x = 100; x < 1500; x += kLetter) paint(*before, x, 820, 10, kLetter, 30);  // print over the stamp
  PixPtr after = ap::ocr::without_pale_stamps(PixPtr(pixCopy(nullptr, before.get())), kLetter);
  CHECK(at(*after, 604, 1000) > 200);
  CHECK(at(*after, 860, 804 + 260 * 40 / 498) > 200);
  CHECK(at(*after, 670, 848) > 200);
  CHECK(at(*after, 705, 830) < 60);
  CHECK(at(*after, 105, 105) < 60);
}

TEST_CASE("the level frame of a table is no stamp") {
  PixPtr before = page();
  frame(*before, 130, 0);
  PixPtr after = ap::ocr::without_pale_stamps(PixPtr(pixCopy(nullptr, before.get())), kLetter);
  CHECK(at(*after, 604, 1000) < 150);
}

TEST_CASE("frames as dark as the print, and pale words, are no stamps") {
  PixPtr dark = page();
  frame(*dark, 40, 40);
  PixPtr same = ap::ocr::without_pale_stamps(PixPtr(pixCopy(nullptr, dark.get())), kLetter);
  CHECK(at(*same, 604, 1000) < 60);
  PixPtr pale = page();
  for (int x = 700; x < 1000; x += kLetter) paint(*pale, x, 132, 10, kLetter, 150);
  PixPtr kept = ap::ocr::without_pale_stamps(PixPtr(pixCopy(nullptr, pale.get())), kLetter);
  CHECK(at(*kept, 705, 140) < 170);
}
