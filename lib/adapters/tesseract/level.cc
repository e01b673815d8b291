#include "adapters/tesseract/level.h"

#include <algorithm>
#include <vector>

namespace ap::ocr {
namespace {

constexpr int kTile = 32;         // pixels: wider than a stroke, narrower than a shadow
constexpr int kUnevenAbove = 22;  // parts in hundred
constexpr int kWhite = 230;       // what paper becomes
constexpr int kInkBelow = 60;     // for Leptonica: darker is ink, whatever the paper
constexpr int kFewestPaper = 40;  // pixels of a tile that must be paper to count
constexpr int kSmoothing = 2;     // tiles on each side

}  // namespace

int unevenness(Pix& pix, int darkest) {
  PixPtr brightest(pixScaleGrayMinMax(&pix, kTile, kTile, L_CHOOSE_MAX));
  if (!brightest) return 0;
  std::vector<int> paper;
  for (l_uint32 y = 0; y < brightest->h; ++y) {
    const l_uint32* line = pixGetData(brightest.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(brightest.get());
    for (l_uint32 x = 0; x < brightest->w; ++x) paper.push_back(static_cast<int>(GET_DATA_BYTE(line, x)));
  }
  if (paper.size() < 20) return 0;
  std::ranges::sort(paper);
  const int dark = paper[paper.size() * static_cast<std::size_t>(darkest) / 100],
            light = std::max(1, paper[paper.size() * 9 / 10]);
  return (light - dark) * 100 / light;
}

PixPtr levelled(PixPtr pix, int darkest) {
  return unevenness(*pix, darkest) < kUnevenAbove ? std::move(pix) : surely_levelled(std::move(pix));
}

PixPtr surely_levelled(PixPtr pix) {
  Pix* out = pixBackgroundNorm(pix.get(), nullptr, nullptr, kTile / 2, kTile / 2, kInkBelow, kFewestPaper, kWhite,
                               kSmoothing, kSmoothing);
  return successor(std::move(pix), out);
}

}  // namespace ap::ocr
