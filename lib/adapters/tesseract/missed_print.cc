#include "adapters/tesseract/missed_print.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <functional>
#include <string>

#include "adapters/tesseract/recognized_words.h"

namespace ap::ocr {
namespace {

constexpr int kEnough = 14;  // pixels of a letter in the picture in which ink is looked for
constexpr l_uint32 kTile = 16;
constexpr l_uint32 kInk = 70;    // parts in hundred of the paper: darker is print
constexpr int kAroundWord = 20;  // what belongs to a word, and all below in parts in hundred of a letter
constexpr int kJoined = 200;     // signs no further apart are one piece
constexpr int kLowest = 60, kHighest = 170, kNarrowest = 12, kWidest = 4000;
constexpr int kSingle = 125;   // at most as wide: one sign
constexpr int kLeastInk = 10;  // parts in hundred of its place
constexpr std::size_t kMostPieces = 60, kMostRead = 24;
constexpr Confidence kSure = 750, kMost = 900;
// Two lines that were taken for one: read with so little confidence, and so many hundredths of a letter tall.
constexpr Confidence kJumble = 300;
constexpr int kTwoLines = 190;
constexpr int kTall = 44, kMostTimes = 4;
constexpr float kCovered = 0.8f;  // of the width of a piece
constexpr int kAround = 45;       // paper around it, in hundredths of its height

Box to_pixels(const Box& box, int dpi) {
  auto pixels = [&](std::int32_t length) { return static_cast<std::int32_t>(std::int64_t{length} * dpi / 7200); };
  return {pixels(box.x0), pixels(box.y0), pixels(box.x1), pixels(box.y1)};
}

// One bit a pixel: what is clearly darker than the paper around it.
PixPtr dark_of(Pix& pix) {
  PixPtr paper(pixScaleGrayMinMax(&pix, kTile, kTile, L_CHOOSE_MAX));
  PixPtr ink(pixCreate(static_cast<l_int32>(pix.w), static_cast<l_int32>(pix.h), 1));
  if (!paper || !ink) return nullptr;
  for (l_uint32 y = 0; y < pix.h; ++y) {
    const l_uint32* grey = pix.data + std::ptrdiff_t{y} * pix.wpl;
    const l_uint32* light = paper->data + std::ptrdiff_t{std::min(y / kTile, paper->h - 1)} * paper->wpl;
    l_uint32* marks = ink->data + std::ptrdiff_t{y} * ink->wpl;
    for (l_uint32 x = 0; x < pix.w; ++x)
      if (GET_DATA_BYTE(grey, x) * 100 < GET_DATA_BYTE(light, std::min(x / kTile, paper->w - 1)) * kInk)
        SET_DATA_BIT(marks, x);
  }
  return ink;
}

PixPtr piece_of(Pix& pix, const Box& box) {
  ::Box* place = boxCreate(box.x0, box.y0, box.width(), box.height());
  PixPtr piece(place ? pixClipRectangle(&pix, place, nullptr) : nullptr);
  boxDestroy(&place);
  return piece;
}

// Two things on one line of print: neither stands above the other, and they are about as tall.
bool on_one_line(const Box& one, const Box& other) {
  const std::int32_t shared = std::min(one.y1, other.y1) - std::max(one.y0, other.y0);
  return 10 * shared > 6 * std::max(one.height(), other.height());
}

std::ptrdiff_t count_figures(const std::string& text) {
  return std::ranges::count_if(text, [](unsigned char c) { return std::isdigit(c); });
}

// A place to be shown, with the paper around it, and how many times larger.
struct Shown {
  PixPtr pix;
  Box cut;
  float times = 1;
};

// Lines may stand so close that a little of those above and below would be seen with it: there is blank paper around.
Shown shown(Pix& page, const Box& place, int tall) {
  const int around = place.height() * kAround / 100;
  Shown out;
  out.cut = {place.x0 - around, place.y0 - around, place.x1 + around, place.y1 + around};
  PixPtr piece = piece_of(page, place);
  l_int32 paper = 255;
  if (piece) pixGetExtremeValue(piece.get(), 1, L_SELECT_MAX, nullptr, nullptr, nullptr, &paper);
  if (piece)
    out.pix.reset(pixAddBorderGeneral(piece.get(), around, around, around, around, static_cast<l_uint32>(paper)));
  const float factor = std::min(static_cast<float>(tall) / static_cast<float>(std::max(1, place.height())),
                                static_cast<float>(kMostTimes));
  if (out.pix && (factor > 1.1f || factor < 0.8f)) {
    out.times = factor;
    out.pix.reset(pixScale(out.pix.get(), factor, factor));
  }
  if (out.pix) pixSetResolution(out.pix.get(), 300, 300);
  return out;
}

// Figures that two sizes agree on, of at least so many; "" else.
Look read_figures(const PixPtr& large, const PixPtr& small, std::ptrdiff_t fewest, const ReadFigure& figures) {
  const Look one = figures(large);
  if (count_figures(one.text) < fewest || one.confidence < kSure) return {};
  const Look other = figures(small);
  if (other.text != one.text) return {};
  return {one.text, std::min({one.confidence, other.confidence, kMost})};
}

bool is_readable(const layout::Word& word) {
  return word.confidence >= kSure &&
         std::ranges::any_of(word.text, [](unsigned char c) { return std::isalnum(c) || c >= 0xC0; });
}

bool has_letter(const layout::Word& word) {
  return std::ranges::any_of(word.text, [](unsigned char c) { return std::isalpha(c) || c >= 0xC0; });
}

Box to_hundredths(const Box& box, int dpi) {
  return {hundredths(box.x0, dpi), hundredths(box.y0, dpi), hundredths(box.x1, dpi), hundredths(box.y1, dpi)};
}

// False where a part of what is shown was left out.
bool is_covered(const Shown& view, const Box& place, const std::vector<layout::Word>& found) {
  std::int32_t left = found.front().box.x0, right = found.front().box.x1;
  for (const layout::Word& word : found) left = std::min(left, word.box.x0), right = std::max(right, word.box.x1);
  return static_cast<float>(right - left) >= kCovered * view.times * static_cast<float>(place.width());
}

// What is shown alone loses a mark or a figure at times: where there is nothing but figures, a recognizer of figures
// must say the same twice.
void read_piece(Pix& page, const Box& place, bool single, std::vector<layout::Word>& words, const ReadLine& read,
                const ReadFigure& figures) {
  constexpr int kOtherTall = 32;
  const Shown large = shown(page, place, kTall), small = shown(page, place, kOtherTall);
  if (!large.pix || !small.pix) return;
  const int dpi = static_cast<int>(page.xres);
  std::vector<layout::Word> found;
  if (!single) found = read(large.pix, false);
  const bool readable = !found.empty() && std::ranges::all_of(found, is_readable) && is_covered(large, place, found);
  if (!readable || std::ranges::none_of(found, has_letter)) {
    std::ptrdiff_t fewest = 1;
    if (readable) {
      fewest = 0;
      for (const layout::Word& word : found) fewest += count_figures(word.text);
    }
    const Look look = read_figures(large.pix, small.pix, fewest, figures);
    if (!look.text.empty()) {
      words.push_back({.text = look.text, .box = to_hundredths(place, dpi), .confidence = look.confidence});
      words.back().font_size = words.back().box.height();
      return;
    }
  }
  // Of words, those that were made out; a part of a number would be another number.
  if (!readable && std::ranges::any_of(found, [](const layout::Word& word) { return count_figures(word.text) > 0; }))
    return;
  std::erase_if(found, [](const layout::Word& word) { return !is_readable(word); });
  for (layout::Word& word : found) {
    auto back = [&](std::int32_t at, int from) {
      return from + static_cast<std::int32_t>(static_cast<float>(at) / large.times);
    };
    const Box& cut = large.cut;
    word.box =
        to_hundredths({std::max(back(word.box.x0, cut.x0), place.x0), std::max(back(word.box.y0, cut.y0), place.y0),
                       std::min(back(word.box.x1, cut.x0), place.x1), std::min(back(word.box.y1, cut.y0), place.y1)},
                      dpi);
    word.font_size = hundredths(place.height(), dpi);
    word.confidence = std::min(word.confidence, kMost);
    words.push_back(std::move(word));
  }
}

}  // namespace

std::vector<Box> missed_print(const Pix& page, int letter, const std::vector<layout::Word>& words) {
  std::vector<Box> out;
  const int times = std::max(1, letter / kEnough), dpi = static_cast<int>(page.xres);
  if (letter < times * kEnough / 2 || words.empty()) return out;
  Pix* given = const_cast<Pix*>(&page);  // Leptonica does not say what it leaves as it is
  const float factor = 1.0f / static_cast<float>(times);
  PixPtr small(times > 1 ? pixScaleAreaMap(given, factor, factor) : pixClone(given));
  PixPtr ink = small ? dark_of(*small) : nullptr;
  if (!ink) return out;
  const int unit = letter / times;
  std::vector<Box> places;
  for (const layout::Word& word : words) {
    const Box box = to_pixels(word.box, dpi);
    places.push_back(box);
    const int more = letter * kAroundWord / 100;
    ::Box* covered = boxCreate((box.x0 - more) / times, (box.y0 - more) / times, (box.width() + 2 * more) / times + 1,
                               (box.height() + 2 * more) / times + 1);
    if (covered) pixClearInRect(ink.get(), covered);
    boxDestroy(&covered);
  }
  PixPtr joined(pixCloseSafeBrick(nullptr, ink.get(), std::max(1, unit * kJoined / 100), 1));
  Boxa* boxes = joined ? pixConnCompBB(joined.get(), 4) : nullptr;
  for (int i = 0; boxes && i < boxaGetCount(boxes); ++i) {
    l_int32 x, y, width, height, count = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &width, &height);
    if (height * 100 < unit * kLowest || height * 100 > unit * kHighest || width * 100 < unit * kNarrowest ||
        width * 100 > unit * kWidest)
      continue;
    PixPtr piece = piece_of(*ink, {x, y, x + width, y + height});
    if (!piece) continue;
    pixCountPixels(piece.get(), &count, nullptr);
    if (std::int64_t{count} * 100 < std::int64_t{width} * height * kLeastInk) continue;
    const Box box{(x - 1) * times, (y - 1) * times, (x + width + 1) * times, (y + height + 1) * times};
    const bool single = width * 100 <= unit * kSingle;
    if (!single || std::ranges::any_of(places, [&](const Box& place) { return on_one_line(box, place); }))
      out.push_back(box);
  }
  boxaDestroy(&boxes);
  if (out.size() > std::min(kMostPieces, words.size())) out.clear();
  return out;
}

void read_missed_print(Pix& page, int letter, std::vector<layout::Word>& words, std::vector<layout::Word>& others,
                       const ReadLine& read, const ReadFigure& figures) {
  const int dpi = static_cast<int>(page.xres);
  const auto is_jumble = [&](const layout::Word& word) {
    return word.confidence < kJumble && to_pixels(word.box, dpi).height() * 100 > letter * kTwoLines;
  };
  const auto jumbled = std::stable_partition(words.begin(), words.end(), std::not_fn(is_jumble));
  std::vector<layout::Word> jumble(jumbled, words.end());
  words.erase(jumbled, words.end());
  const auto before = static_cast<std::ptrdiff_t>(words.size());
  std::vector<Box> places = missed_print(page, letter, words);
  if (places.size() > kMostRead) places.resize(kMostRead);
  for (const Box& place : places)
    read_piece(page, place, place.width() * 100 <= letter * kSingle, words, read, figures);
  for (layout::Word& word : jumble) {
    const bool made_out = std::any_of(words.begin() + before, words.end(), [&](const layout::Word& found) {
      return found.box.center_y() > word.box.y0 && found.box.center_y() < word.box.y1 &&
             std::min(found.box.x1, word.box.x1) > std::max(found.box.x0, word.box.x0);
    });
    (made_out ? others : words).push_back(std::move(word));
  }
}

}  // namespace ap::ocr
