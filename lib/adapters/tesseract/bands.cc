#include "adapters/tesseract/bands.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace ap::ocr {
namespace {

constexpr int kPaperTile = 8;        // of the dots that areas are looked for with
constexpr int kTile = 32;            // pixels whose lightest is paper
constexpr int kPaperReach = 17;      // tiles around, of which the lightest tells how light the paper is
constexpr l_uint32 kDarkBelow = 60;  // parts in hundred of the paper
constexpr int kPerInch = 75;         // dots an inch that areas are looked for with
constexpr int kLetterGap = 11;       // of these dots: holes that letters of a title leave
constexpr int kSolid = 3;            // likewise: what is thinner is a rule or a stroke
constexpr int kLeastHeight = 8, kLeastWidth = 36;
constexpr int kFilled = 80;       // parts in hundred of its frame that an area takes up
constexpr int kFramed = 85;       // parts in hundred of its sides that are dark: those of bold letters are not
constexpr int kStep = 135;        // parts in hundred: how much lighter it is beyond a side
constexpr int kPrintRank = 997;   // parts in thousand of an area: the lightest are print, where it holds any
constexpr int kLeastRatio = 150;  // parts in hundred: how much lighter print is than its ground
constexpr int kLeastPrint = 2, kMostPrint = 250;  // parts in thousand of an area
constexpr int kLeastGround = 8;                   // a grey value, for dividing by it
constexpr int kPaper = 230, kInk = 20;            // what ground and print become

PixPtr dark_pixels(Pix& pix) {
  PixPtr lightest(pixScaleGrayMinMax(&pix, kPaperTile, kPaperTile, L_CHOOSE_MAX));
  PixPtr paper(lightest ? pixDilateGray(lightest.get(), kPaperReach, kPaperReach) : nullptr);
  PixPtr dark(paper ? pixCreate(static_cast<l_int32>(pix.w), static_cast<l_int32>(pix.h), 1) : nullptr);
  if (!dark) return nullptr;
  for (l_uint32 y = 0; y < pix.h; ++y) {
    const l_uint32* grey = pix.data + std::ptrdiff_t{y} * pix.wpl;
    const l_uint32* around = paper->data + std::ptrdiff_t{std::min(y / kPaperTile, paper->h - 1)} * paper->wpl;
    l_uint32* marks = dark->data + std::ptrdiff_t{y} * dark->wpl;
    for (l_uint32 x = 0; x < pix.w; ++x) {
      const l_uint32 light = GET_DATA_BYTE(around, std::min(x / kPaperTile, paper->w - 1));
      if (GET_DATA_BYTE(grey, x) * 100 < light * kDarkBelow) SET_DATA_BIT(marks, x);
    }
  }
  return dark;
}

// The upper and lower sides of the area are dark nearly all along, and at one of them at least it ends sharply: the
// side of a shadow does not.
bool is_framed(Pix& picture, Pix& dark, Pix& area, int left, int top) {
  constexpr int kInside = 2, kOutside = 3;
  int marks = 0, all = 0, columns = 0, sharp_above = 0, sharp_below = 0;
  auto grey = [&](int x, int y) {
    return static_cast<int>(GET_DATA_BYTE(picture.data + static_cast<std::ptrdiff_t>(top + y) * picture.wpl, left + x));
  };
  auto steps_up = [&](int x, int inside, int outside) {
    if (top + outside < 0 || top + outside >= static_cast<int>(picture.h)) return 1;
    return static_cast<int>(grey(x, outside) * 100 >= grey(x, inside) * kStep);
  };
  auto look = [&](int x, int y) {
    marks += GET_DATA_BIT(dark.data + static_cast<std::ptrdiff_t>(top + y) * dark.wpl, left + x) != 0;
    ++all;
  };
  auto within = [&](int x, int y) {
    return GET_DATA_BIT(area.data + static_cast<std::ptrdiff_t>(y) * area.wpl, x) != 0;
  };
  const int width = static_cast<int>(area.w), height = static_cast<int>(area.h);
  for (int x = kInside; x < width - kInside; ++x) {
    int first = 0, last = height - 1;
    while (first < height && !within(x, first)) ++first;
    while (last > first && !within(x, last)) --last;
    if (last - first < 2 * kInside) continue;
    look(x, first + kInside);
    look(x, last - kInside);
    ++columns;
    sharp_above += steps_up(x, first + kInside, first - kOutside);
    sharp_below += steps_up(x, last - kInside, last + kOutside);
  }
  return marks * 100 >= all * kFramed && std::max(sharp_above, sharp_below) * 100 >= columns * kFramed;
}

// Softened before, so that grain does not count.
PixPtr darkest_of(Pix& pix) {
  PixPtr soft(pixBlockconvGray(&pix, nullptr, 2, 2));
  return PixPtr(soft ? pixScaleGrayMinMax(soft.get(), kTile, kTile, L_CHOOSE_MIN) : nullptr);
}

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

// Light print is so many times as light as the ground beside it, however the band is lit.
class Band {
 public:
  // `ground`: the darkest of each tile.
  Band(Pix& pix, Pix& ground, Pix& area, int left, int top, int times)
      : ground_(ground), area_(area), left_(left), top_(top), times_(times) {
    std::array<std::int64_t, kMostRatio + 1> counts{};
    std::int64_t all = 0;
    each_pixel(pix, area, left, top, times, [&](const l_uint32* grey, int x, int y) {
      ++counts[ratio(grey, x, y)];
      ++all;
    });
    auto rank = [&](std::int64_t parts) {
      int at = 0;
      for (std::int64_t below = counts[0]; below * 1000 < all * parts && at < kMostRatio;) below += counts[++at];
      return at;
    };
    usual_ = rank(500);
    print_ = rank(kPrintRank);
    std::int64_t light = 0;
    for (int at = (usual_ + print_) / 2; at <= kMostRatio; ++at) light += counts[at];
    holds_print_ =
        print_ * 100 >= usual_ * kLeastRatio && light * 1000 >= all * kLeastPrint && light * 1000 <= all * kMostPrint;
  }

  bool holds_print() const { return holds_print_; }

  void lighten(Pix& pix) const {
    each_pixel(pix, area_, left_, top_, times_, [&](l_uint32* grey, int x, int y) {
      const int value = kPaper - (kPaper - kInk) * (ratio(grey, x, y) - usual_) / (print_ - usual_);
      SET_DATA_BYTE(grey, x, static_cast<l_uint32>(std::clamp(value, 0, 255)));
    });
  }

 private:
  static constexpr int kMostRatio = 1600;

  // In parts of hundred of the ground.
  int ratio(const l_uint32* grey, int x, int y) const {
    const l_uint32* line = ground_.data + std::ptrdiff_t{std::min<l_uint32>(y / kTile, ground_.h - 1)} * ground_.wpl;
    const auto ground = static_cast<int>(GET_DATA_BYTE(line, std::min<l_uint32>(x / kTile, ground_.w - 1)));
    return std::min(kMostRatio, static_cast<int>(GET_DATA_BYTE(grey, x)) * 100 / std::max(ground, kLeastGround));
  }

  Pix &ground_, &area_;
  const int left_, top_, times_;
  int usual_ = 0, print_ = 0;
  bool holds_print_ = false;
};

}  // namespace

PixPtr bands_lightened(PixPtr pix) {
  const int times = std::max(1, static_cast<int>(pix->xres) / kPerInch);
  PixPtr sample(pixScaleByIntSampling(pix.get(), times));
  PixPtr small = sample ? dark_pixels(*sample) : nullptr;
  PixPtr solid(small ? pixOpenBrick(nullptr, small.get(), kSolid, kSolid) : nullptr);
  PixPtr whole(solid ? pixCloseSafeBrick(nullptr, solid.get(), kLetterGap, kLetterGap) : nullptr);
  // What is left of the ground beside a photographed sheet is thin.
  PixPtr areas(whole ? pixOpenBrick(nullptr, whole.get(), kLeastWidth, kLeastHeight) : nullptr);
  Pixa* pieces = nullptr;
  Boxa* boxes = areas ? pixConnComp(areas.get(), &pieces, 4) : nullptr;
  PixPtr copy, ground;
  for (int i = 0; boxes && i < boxaGetCount(boxes); ++i) {
    l_int32 left, top, width, height, count = 0;
    boxaGetBoxGeometry(boxes, i, &left, &top, &width, &height);
    if (height < kLeastHeight || width < kLeastWidth) continue;
    PixPtr area(pixaGetPix(pieces, i, L_CLONE));
    pixCountPixels(area.get(), &count, nullptr);
    if (std::int64_t{count} * 100 < std::int64_t{width} * height * kFilled) continue;
    if (!is_framed(*sample, *small, *area, left, top)) continue;
    if (!ground) ground = darkest_of(*pix);
    if (!copy) copy.reset(pixCopy(nullptr, pix.get()));
    if (!ground || !copy) break;
    const Band band(*pix, *ground, *area, left, top, times);
    if (band.holds_print()) band.lighten(*copy);
  }
  boxaDestroy(&boxes);
  pixaDestroy(&pieces);
  return copy ? std::move(copy) : std::move(pix);
}

}  // namespace ap::ocr
