#include "adapters/tesseract/text_height.h"

#include <algorithm>
#include <array>

namespace ap::ocr {
namespace {

constexpr int kTile = 512;       // pixels that share a threshold: larger than the blackest logo
constexpr float kValley = 0.1f;  // Leptonica's way of preferring the middle between ink and paper
constexpr int kLowest = 6;       // pixels: below, print is not legible at any size
constexpr int kHighest = 200;
constexpr int kFewest = 30;  // letters
constexpr int kRank = 65;    // parts in hundred: small letters without ascenders lie below, figures above

}  // namespace

PixPtr ink_of(Pix& pix) {
  Pix* binary = nullptr;
  if (pixOtsuAdaptiveThreshold(&pix, kTile, kTile, 0, 0, kValley, nullptr, &binary) != 0) return nullptr;
  return PixPtr(binary);
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
