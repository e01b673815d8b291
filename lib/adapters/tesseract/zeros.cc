#include "adapters/tesseract/zeros.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "adapters/tesseract/text_height.h"

namespace ap::ocr {
namespace {

constexpr int kFewest = 3;                       // noughts of the kind on a picture
constexpr int kLowest = 14;                      // pixels of a figure: below, its inside is a blur
constexpr int kLeastTall = 75, kMostTall = 240;  // parts in hundred of a letter; totals are printed twice as tall
constexpr int kNarrowest = 36, kWidest = 80;     // parts in hundred of the height
constexpr int kLeastContrast = 40;
constexpr int kDarkOnPage = 176;
constexpr int kInk = 50;    // parts in hundred between paper and ink: darker is ink
constexpr int kGap = 25;    // by which the paper beside the mark is lighter than the mark, likewise
constexpr int kAside = 18;  // parts in hundred of the width: no further from the sides does the oval keep

// A letter of the picture: how dark it is where, in parts in hundred between its paper and its ink.
class Glyph {
 public:
  Glyph(const Pix& pix, int x, int y, int width, int height) : pix_(pix), x_(x), y_(y), width_(width), height_(height) {
    std::vector<int> values;
    for (int row = 0; row < height; ++row)
      for (int column = 0; column < width; ++column) values.push_back(grey(column, row));
    std::ranges::sort(values);
    ink_ = values[values.size() / 20];
    paper_ = values[values.size() * 19 / 20];
  }

  int width() const { return width_; }
  int height() const { return height_; }
  int paper() const { return paper_; }
  bool is_clear() const { return paper_ - ink_ >= kLeastContrast; }
  int dark(int column, int row) const {
    return std::clamp((paper_ - grey(column, row)) * 100 / std::max(1, paper_ - ink_), 0, 100);
  }

  // The first dark column of a row from the left and from the right; the width where there is none.
  int left(int row) const {
    int column = 0;
    while (column < width_ && dark(column, row) < kInk) ++column;
    return column;
  }
  int right(int row) const {
    int column = width_ - 1;
    while (column >= 0 && dark(column, row) < kInk) --column;
    return column < 0 ? width_ : column;
  }

 private:
  int grey(int column, int row) const {
    return static_cast<int>(GET_DATA_BYTE(pix_.data + static_cast<std::ptrdiff_t>(y_ + row) * pix_.wpl, x_ + column));
  }

  const Pix& pix_;
  int x_, y_, width_, height_, ink_ = 0, paper_ = 255;
};

// The thinnest that a side of the oval is over the middle half of its height; 0 where a row is open at that side.
int side_of(const Glyph& glyph, bool left) {
  int thinnest = glyph.width();
  for (int row = glyph.height() / 4; row < glyph.height() * 3 / 4; ++row) {
    const int edge = left ? glyph.left(row) : glyph.right(row), step = left ? 1 : -1;
    const int away = left ? edge : glyph.width() - 1 - edge;
    if (edge == glyph.width() || away * 100 > glyph.width() * kAside) return 0;
    int column = edge, thick = 0;
    while (column >= 0 && column < glyph.width() && glyph.dark(column, row) >= kInk) column += step, ++thick;
    thinnest = std::min(thinnest, thick);
  }
  return thinnest;
}

// Ink within the upper or lower fifth of the middle column.
bool is_closed(const Glyph& glyph, bool above) {
  const int fifth = std::max(2, glyph.height() / 5), from = above ? 0 : glyph.height() - fifth;
  for (int row = from; row < from + fifth; ++row)
    if (glyph.dark(glyph.width() / 2, row) >= kInk) return true;
  return false;
}

// The darkest, or the lightest, of some columns, in the mean of three rows.
int extreme(const Glyph& glyph, int from, int to, int row, bool darkest) {
  int out = darkest ? 0 : 100;
  for (int column = from; column < to; ++column) {
    int sum = 0;
    for (int r = row - 1; r <= row + 1; ++r) sum += glyph.dark(column, r);
    out = darkest ? std::max(out, sum / 3) : std::min(out, sum / 3);
  }
  return out;
}

struct Nought {
  int x = 0, y = 0, width = 0, height = 0;
  int left = 0, right = 0;  // how thick its sides are
  int paper = 255;
};

std::optional<Nought> marked_nought(const Pix& pix, int x, int y, int width, int height) {
  const Glyph glyph(pix, x, y, width, height);
  if (!glyph.is_clear() || !is_closed(glyph, true) || !is_closed(glyph, false)) return std::nullopt;
  const int left = side_of(glyph, true), right = side_of(glyph, false);
  if (left == 0 || right == 0 || 3 * (left + right) > 2 * width) return std::nullopt;
  const int middle = height / 2, centre = width / 2, half = std::max(1, width / 10);
  const int mark = extreme(glyph, centre - half, centre + half + 1, middle, true);
  const int before = extreme(glyph, left, centre, middle, false);
  const int behind = extreme(glyph, centre + 1, width - right, middle, false);
  const int above = extreme(glyph, centre, centre + 1, height * 28 / 100, true);
  const int below = extreme(glyph, centre, centre + 1, height * 72 / 100, true);
  const bool stands_alone = mark >= kInk && std::max(before, behind) + kGap <= mark;
  if (!stands_alone || std::max(above, below) + kGap > mark) return std::nullopt;
  return Nought{x, y, width, height, left, right, glyph.paper()};
}

void clear_inside(Pix& pix, const Nought& nought) {
  const Glyph glyph(pix, nought.x, nought.y, nought.width, nought.height);
  const int first = std::max(2, nought.height / 5);
  struct Run {
    int row, from, to;
  };
  std::vector<Run> runs;
  for (int row = first; row < nought.height - first; ++row)
    runs.push_back({row, glyph.left(row) + nought.left + 1, glyph.right(row) - nought.right - 1});
  for (const Run& run : runs) {
    l_uint32* line = pix.data + static_cast<std::ptrdiff_t>(nought.y + run.row) * pix.wpl;
    for (int column = run.from; column <= run.to; ++column)
      SET_DATA_BYTE(line, nought.x + column, static_cast<l_uint32>(nought.paper));
  }
}

}  // namespace

PixPtr without_marks_in_noughts(PixPtr pix, int letter) {
  // Faint print is a slip's; on a page, whose paper is even by now, one threshold is enough and costs next to nothing.
  const bool narrow = 5 * pix->w < 3 * pix->h;
  PixPtr ink = narrow ? ink_of(*pix) : PixPtr(pixThresholdToBinary(pix.get(), kDarkOnPage));
  if (!ink) return pix;
  if (letter == 0) letter = text_height(*ink);
  Boxa* boxes = letter == 0 ? nullptr : pixConnCompBB(ink.get(), 8);
  if (!boxes) return pix;
  std::vector<Nought> noughts;
  for (int i = 0; i < boxaGetCount(boxes); ++i) {
    l_int32 x, y, width, height;
    boxaGetBoxGeometry(boxes, i, &x, &y, &width, &height);
    const bool tall = height >= kLowest && height * 100 >= letter * kLeastTall && height * 100 <= letter * kMostTall;
    if (!tall || width * 100 < height * kNarrowest || width * 100 > height * kWidest) continue;
    if (auto nought = marked_nought(*pix, x, y, width, height)) noughts.push_back(*nought);
  }
  boxaDestroy(&boxes);
  if (static_cast<int>(noughts.size()) < kFewest) return pix;
  PixPtr out(pixCopy(nullptr, pix.get()));
  if (!out) return pix;
  for (const Nought& nought : noughts) clear_inside(*out, nought);
  return out;
}

}  // namespace ap::ocr
