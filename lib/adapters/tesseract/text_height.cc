#include "adapters/tesseract/text_height.h"

#include <algorithm>
#include <array>

namespace ap::ocr {
namespace {

constexpr int kTile = 512;       // pixels that share a threshold: larger than the blackest logo
constexpr float kValley = 0.1f;  // Leptonica's way of preferring the middle between ink and paper
constexpr int kLowest = 6;       // pixels: below, print is not legible at any size
constexpr int kHighest = 200;
constexpr int kFewest = 30;         // letters
constexpr int kRank = 65;           // parts in hundred: small letters without ascenders lie below, figures above
constexpr l_uint32 kNear = 32;      // pixels: taller and wider than a stroke, so that there is paper within
constexpr l_uint32 kInkBelow = 85;  // parts in hundred of the paper: what is lighter is grain, the faintest print not

// A tile without print is divided too, into the lighter and the darker half of its grain: what is hardly darker than
// the paper around it is taken out again.
bool without_grain(Pix& ink, Pix& pix) {
  PixPtr paper(pixScaleGrayMinMax(&pix, kNear, kNear, L_CHOOSE_MAX));
  if (!paper) return false;
  static_assert(kNear == 32);  // bits of a word
  for (l_uint32 y = 0; y < pix.h; ++y) {
    const l_uint32* grey = pix.data + std::ptrdiff_t{y} * pix.wpl;
    const l_uint32* light = paper->data + std::ptrdiff_t{std::min(y / kNear, paper->h - 1)} * paper->wpl;
    l_uint32* marks = ink.data + std::ptrdiff_t{y} * ink.wpl;
    for (l_uint32 word = 0; word * kNear < pix.w; ++word) {
      if (marks[word] == 0) continue;
      const l_uint32 most = GET_DATA_BYTE(light, std::min(word, paper->w - 1)) * kInkBelow;
      const l_uint32 end = std::min((word + 1) * kNear, pix.w);
      for (l_uint32 x = word * kNear; x < end; ++x)
        if (GET_DATA_BYTE(grey, x) * 100 > most) CLEAR_DATA_BIT(marks, x);
    }
  }
  return true;
}

}  // namespace

PixPtr ink_of(Pix& pix) {
  Pix* binary = nullptr;
  if (pixOtsuAdaptiveThreshold(&pix, kTile, kTile, 0, 0, kValley, nullptr, &binary) != 0) return nullptr;
  PixPtr ink(binary);
  if (!without_grain(*ink, pix)) return nullptr;
  return ink;
}

int text_height(Pix& ink) {
  Boxa* boxes = pixConnCompBB(&ink, 8);
  if (!boxes) return 0;
  std::array<int, kHighest + 1> letters{};
  int all = 0;
  for (int i = 0; i < boxaGetCount(boxes); ++i) {
    l_int32 x, y, width, height;
    boxaGetBoxGeometry(boxes, i, &x, &y, &width, &height);
    // Letters are about as wide as they are tall; rules, frames, dust and halves of broken letters are not.
    if (height < kLowest || height > kHighest || 5 * width < height || width > 2 * height) continue;
    ++letters[height];
    ++all;
  }
  boxaDestroy(&boxes);
  if (all < kFewest) return 0;
  int below = 0;
  for (int height = kLowest; height <= kHighest; ++height) {
    below += letters[height];
    if (below * 100 >= all * kRank) return height;
  }
  return kHighest;
}

}  // namespace ap::ocr
