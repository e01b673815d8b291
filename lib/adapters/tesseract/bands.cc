#include "adapters/tesseract/bands.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace ap::ocr {
namespace {

constexpr int kTile = 32;           // pixels whose lightest is paper
constexpr int kPaperReach = 17;     // tiles around, of which the lightest tells how light the paper is
constexpr l_uint32 kDarkBelow = 60;  // parts in hundred of the paper
constexpr int kPerInch = 75;        // dots an inch that areas are looked for with
constexpr int kLetterGap = 11;      // of these dots: holes that letters of a title leave
constexpr int kSolid = 3;           // likewise: what is thinner is a rule or a stroke
constexpr int kLeastHeight = 8, kLeastWidth = 36;
constexpr int kFilled = 80;                       // parts in hundred of its frame that an area takes up
constexpr int kLeastDark = 60, kMostDark = 995;   // parts in hundred, and in thousand: between is room for print
constexpr int kLeastContrast = 40;
constexpr int kInk = 20;  // what light print becomes

PixPtr dark_pixels(Pix& pix) {
  PixPtr lightest(pixScaleGrayMinMax(&pix, kTile, kTile, L_CHOOSE_MAX));
  PixPtr paper(lightest ? pixDilateGray(lightest.get(), kPaperReach, kPaperReach) : nullptr);
  PixPtr dark(paper ? pixCreate(static_cast<l_int32>(pix.w), static_cast<l_int32>(pix.h), 1) : nullptr);
  if (!dark) return nullptr;
  for (l_uint32 y = 0; y < pix.h; ++y) {
    const l_uint32* grey = pix.data + std::ptrdiff_t{y} * pix.wpl;
    const l_uint32* around = paper->data + std::ptrdiff_t{std::min(y / kTile, paper->h - 1)} * paper->wpl;
    l_uint32* marks = dark->data + std::ptrdiff_t{y} * dark->wpl;
    for (l_uint32 x = 0; x < pix.w; ++x) {
      const l_uint32 light = GET_DATA_BYTE(around, std::min(x / kTile, paper->w - 1));
      if (GET_DATA_BYTE(grey, x) * 100 < light * kDarkBelow) SET_DATA_BIT(marks, x);
    }
  }
  return dark;
}

// Grey values within an area: the ground's and the print's; nothing where it is no ground with print on it.
struct Tones {
  int ground = 0, print = 0;
};

template <typename Visit>
void each_pixel(Pix& pix, Pix& mask, int left, int top, int times, Visit visit) {
  for (int y = top * times; y < std::min<int>(pix.h, (top + static_cast<int>(mask.h)) * times); ++y) {
    l_uint32* grey = pix.data + static_cast<std::ptrdiff_t>(y) * pix.wpl;
    const l_uint32* inside = mask.data + static_cast<std::ptrdiff_t>(y / times - top) * mask.wpl;
    for (int x = left * times; x < std::min<int>(pix.w, (left + static_cast<int>(mask.w)) * times); ++x) {
      if (GET_DATA_BIT(inside, x / times - left)) visit(grey, x, y);
    }
  }
}

std::optional<Tones> tones_of(Pix& pix, Pix& dark, Pix& area, int left, int top, int times) {
  std::array<std::int64_t, 256> grounds{}, prints{};
  std::int64_t ground_count = 0, print_count = 0;
  each_pixel(pix, area, left, top, times, [&](const l_uint32* grey, int x, int y) {
    const l_uint32 value = GET_DATA_BYTE(grey, x);
    const bool is_dark = GET_DATA_BIT(dark.data + static_cast<std::ptrdiff_t>(y) * dark.wpl, x) != 0;
    ++(is_dark ? grounds : prints)[value];
    ++(is_dark ? ground_count : print_count);
  });
  const std::int64_t all = ground_count + print_count;
  if (all == 0 || ground_count * 100 < all * kLeastDark || ground_count * 1000 > all * kMostDark) return std::nullopt;
  auto rank = [](const std::array<std::int64_t, 256>& counts, std::int64_t wanted) {
    int value = 0;
    for (std::int64_t below = counts[0]; below < wanted && value < 255;) below += counts[++value];
    return value;
  };
  Tones out{rank(grounds, ground_count / 2), rank(prints, print_count * 3 / 4)};
  if (out.print - out.ground < kLeastContrast) return std::nullopt;
  return out;
}

}  // namespace

PixPtr bands_lightened(PixPtr pix) {
  PixPtr dark = dark_pixels(*pix);
  const int times = std::max(1, static_cast<int>(pix->xres) / kPerInch);
  PixPtr small(dark ? pixScaleByIntSampling(dark.get(), times) : nullptr);
  PixPtr solid(small ? pixOpenBrick(nullptr, small.get(), kSolid, kSolid) : nullptr);
  PixPtr areas(solid ? pixCloseSafeBrick(nullptr, solid.get(), kLetterGap, kLetterGap) : nullptr);
  Pixa* pieces = nullptr;
  Boxa* boxes = areas ? pixConnComp(areas.get(), &pieces, 4) : nullptr;
  const int paper = 230;
  PixPtr copy;
  for (int i = 0; boxes && i < boxaGetCount(boxes); ++i) {
    l_int32 left, top, width, height, count = 0;
    boxaGetBoxGeometry(boxes, i, &left, &top, &width, &height);
    if (height < kLeastHeight || width < kLeastWidth) continue;
    PixPtr area(pixaGetPix(pieces, i, L_CLONE));
    pixCountPixels(area.get(), &count, nullptr);
    if (std::int64_t{count} * 100 < std::int64_t{width} * height * kFilled) continue;
    const std::optional<Tones> tones = tones_of(*pix, *dark, *area, left, top, times);
    if (!tones) continue;
    if (!copy) copy.reset(pixCopy(nullptr, pix.get()));
    if (!copy) break;
    each_pixel(*copy, *area, left, top, times, [&](l_uint32* grey, int x, int) {
      const int value = static_cast<int>(GET_DATA_BYTE(grey, x));
      const int light = paper - (value - tones->ground) * (paper - kInk) / (tones->print - tones->ground);
      SET_DATA_BYTE(grey, x, static_cast<l_uint32>(std::clamp(light, 0, 255)));
    });
  }
  boxaDestroy(&boxes);
  pixaDestroy(&pieces);
  return copy ? std::move(copy) : std::move(pix);
}

}  // namespace ap::ocr
