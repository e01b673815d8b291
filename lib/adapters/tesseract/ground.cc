#include "adapters/tesseract/ground.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace ap::ocr {
namespace {

constexpr int kTimes = 8;           // smaller: letters become grey, only areas stay dark
constexpr int kDark = 45;           // parts in hundred of the paper
constexpr int kOpening = 3;         // small pixels: what is thinner is a rule or a stroke
constexpr int kClosing = 7;         // likewise: what is lighter within is print on the dark
constexpr int kSmallest = 5;        // parts in thousand of the picture
constexpr int kMostPrint = 4;       // parts in hundred of the dark area
constexpr int kMostOfPicture = 60;  // parts in hundred: then it is no slip on a ground

// How light the paper is: of all pixels the ninth tenth.
int paper_of(const Pix& small) {
  std::vector<std::uint8_t> values;
  for (l_uint32 y = 0; y < small.h; ++y) {
    const l_uint32* line = small.data + std::ptrdiff_t{y} * small.wpl;
    for (l_uint32 x = 0; x < small.w; ++x) values.push_back(static_cast<std::uint8_t>(GET_DATA_BYTE(line, x)));
  }
  if (values.empty()) return 0;
  auto at = values.begin() + static_cast<std::ptrdiff_t>(values.size() * 7 / 10);
  std::ranges::nth_element(values, at);
  return *at;
}

std::int64_t count(Pix& pix) {
  l_int32 pixels = 0;
  return pixCountPixels(&pix, &pixels, nullptr) == 0 ? pixels : 0;
}

// The dark that can be reached from the edge; nullptr where there is none worth it.
PixPtr ground_of(Pix& small, int paper) {
  PixPtr dark(pixThresholdToBinary(&small, paper * kDark / 100));
  if (!dark) return nullptr;
  // As if there were more of it outside, so that opening keeps what touches the edge.
  PixPtr framed(pixAddBorder(dark.get(), kOpening, 1));
  PixPtr open(framed ? pixOpenBrick(nullptr, framed.get(), kOpening, kOpening) : nullptr);
  PixPtr areas(open ? pixRemoveBorder(open.get(), kOpening) : nullptr);
  PixPtr edge(areas ? pixCreateTemplate(areas.get()) : nullptr);
  if (!edge) return nullptr;
  pixSetOrClearBorder(edge.get(), 1, 1, 1, 1, PIX_SET);
  PixPtr seed(pixAnd(nullptr, edge.get(), areas.get()));
  PixPtr ground(seed ? pixSeedfillBinary(nullptr, seed.get(), areas.get(), 8) : nullptr);
  if (!ground) return nullptr;
  const std::int64_t all = std::int64_t{small.w} * small.h, pixels = count(*ground);
  if (pixels * 1000 < all * kSmallest || pixels * 100 > all * kMostOfPicture) return nullptr;
  PixPtr closed(pixCloseSafeBrick(nullptr, ground.get(), kClosing, kClosing));
  if (!closed || (count(*closed) - pixels) * 100 > pixels * kMostPrint) return nullptr;
  return ground;
}

}  // namespace

PixPtr without_dark_ground(PixPtr pix) {
  PixPtr small(pixScaleAreaMap(pix.get(), 1.0f / kTimes, 1.0f / kTimes));
  if (!small || pixGetDepth(small.get()) != 8) return pix;
  const int paper = paper_of(*small);
  PixPtr ground = ground_of(*small, paper);
  // Beyond its edge too, where it mixes with the paper.
  PixPtr wide(ground ? pixDilateBrick(nullptr, ground.get(), 3, 3) : nullptr);
  PixPtr mask(wide ? pixExpandReplicate(wide.get(), kTimes) : nullptr);
  PixPtr out(mask ? pixCopy(nullptr, pix.get()) : nullptr);
  if (!out || pixSetMasked(out.get(), mask.get(), static_cast<l_uint32>(paper)) != 0) return pix;
  return out;
}

}  // namespace ap::ocr
