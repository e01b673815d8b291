#include "adapters/tesseract/lost_mark.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace ap::ocr {
namespace {

constexpr std::size_t kFewestFigures = 2, kMostFigures = 6;
constexpr int kMostLooks = 16;       // of a page
constexpr Confidence kMended = 800;  // at most
constexpr float kWider = 1.6f;
constexpr l_uint32 kInk = 70;  // parts in hundred of the lightest: darker is print

PixPtr piece_of(Pix& pix, int left, int top, int right, int bottom) {
  ::Box* place = boxCreate(left, top, right - left, bottom - top);
  PixPtr piece(place ? pixClipRectangle(&pix, place, nullptr) : nullptr);
  boxDestroy(&place);
  if (piece) pixSetResolution(piece.get(), 300, 300);
  return piece;
}

Box pixels_of(const layout::Word& word, const Pix& page) {
  const auto pixels = [&](std::int32_t hundredths) {
    return static_cast<std::int32_t>(std::int64_t{hundredths} * page.xres / 7200);
  };
  return {pixels(word.box.x0), pixels(word.box.y0), pixels(word.box.x1), pixels(word.box.y1)};
}

PixPtr dark_of(const Pix& pix) {
  PixPtr ink(pixCreate(static_cast<l_int32>(pix.w), static_cast<l_int32>(pix.h), 1));
  if (!ink) return nullptr;
  auto at = [&](l_uint32 x, l_uint32 y) -> l_uint32 {
    return GET_DATA_BYTE(pix.data + std::ptrdiff_t{y} * pix.wpl, x);
  };
  l_uint32 lightest = 0;
  for (l_uint32 y = 0; y < pix.h; ++y)
    for (l_uint32 x = 0; x < pix.w; ++x) lightest = std::max(lightest, at(x, y));
  for (l_uint32 y = 0; y < pix.h; ++y)
    for (l_uint32 x = 0; x < pix.w; ++x)
      if (at(x, y) * 100 < lightest * kInk) SET_DATA_BIT(ink->data + std::ptrdiff_t{y} * ink->wpl, x);
  return ink;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_figures(const std::string& text) {
  return text.size() >= kFewestFigures && text.size() <= kMostFigures && std::ranges::all_of(text, is_digit);
}

}  // namespace

bool has_low_mark(Pix& page, const Box& place) {
  const int below = place.height() / 5;
  PixPtr piece = piece_of(page, place.x0, place.y0, place.x1, place.y1 + below);
  PixPtr ink = piece ? dark_of(*piece) : nullptr;
  Boxa* boxes = ink ? pixConnCompBB(ink.get(), 8) : nullptr;
  const int tall = place.height();
  std::vector<Box> figures, marks;
  for (int i = 0; boxes && i < boxaGetCount(boxes); ++i) {
    l_int32 x, y, width, height;
    boxaGetBoxGeometry(boxes, i, &x, &y, &width, &height);
    const Box box{x, y, x + width, y + height};
    if (10 * height >= 7 * tall) figures.push_back(box);
    if (10 * height <= 4 * tall && 12 * height >= tall && 2 * width <= tall && 10 * y >= 6 * tall) marks.push_back(box);
  }
  boxaDestroy(&boxes);
  return std::ranges::any_of(marks, [&](const Box& mark) {
    return std::ranges::any_of(figures, [&](const Box& box) { return box.center_x() < mark.center_x(); }) &&
           std::ranges::any_of(figures, [&](const Box& box) { return box.center_x() > mark.center_x(); });
  });
}

std::string with_mark(const std::string& read, const std::string& look) {
  const std::size_t mark = look.find_first_of(".,");
  if (mark == std::string::npos || mark == 0 || mark + 1 == look.size()) return "";
  std::string figures = look;
  figures.erase(mark, 1);
  return figures == read ? look : "";
}

void look_for_marks(Pix& page, std::vector<layout::Word>& words, std::vector<layout::Word>& others,
                    const ReadFigure& read, const ReadFigure& read_other) {
  int looks = 0;
  for (layout::Word& word : words) {
    const Box place = pixels_of(word, page);
    if (!is_figures(word.text) || !has_low_mark(page, place) || ++looks > kMostLooks) continue;
    const int across = place.height(), down = place.height() / 2;
    PixPtr piece = piece_of(page, place.x0 - across, place.y0 - down, place.x1 + across, place.y1 + down);
    PixPtr wide(piece ? pixScale(piece.get(), kWider, 1) : nullptr);
    if (!wide) continue;
    pixSetResolution(wide.get(), 300, 300);
    std::string marked = with_mark(word.text, read_other(piece).text);
    if (marked.empty()) marked = with_mark(word.text, read(wide).text);
    if (marked.empty()) continue;
    others.push_back(word);
    word.text = std::move(marked);
    word.confidence = std::min(word.confidence, kMended);
  }
}

}  // namespace ap::ocr
