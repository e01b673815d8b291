#include "adapters/tesseract/crease.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace ap::ocr {
namespace {

constexpr int kStrips = 16;         // that the page is cut into, side by side
constexpr int kSamples = 48;        // pixels of a row of a strip that tell how light its paper is
constexpr int kRank = 80;           // parts in hundred of them: print is darker
constexpr int kDarkBelow = 95;      // parts in hundred of the paper around: a crease
constexpr int kDarkest = 50;        // likewise: darker is drawn
constexpr int kSmallestPart = 260;  // of the height of the picture: how far from its middle a crease has ended
constexpr int kLean = 5;            // rows by which a crease may run up or down over the page
constexpr int kMostStrips = kStrips * 8 / 10;
constexpr int kSoftEdge = 3;  // rows

// How light the paper is, by row, in each strip.
class Paper {
 public:
  explicit Paper(const Pix& pix) : height_(static_cast<int>(pix.h)), at_(static_cast<std::size_t>(height_) * kStrips) {
    std::vector<l_uint32> samples;
    for (int y = 0; y < height_; ++y) {
      const l_uint32* line = pix.data + static_cast<std::ptrdiff_t>(y) * pix.wpl;
      for (int strip = 0; strip < kStrips; ++strip) {
        const l_uint32 begin = pix.w * strip / kStrips, end = pix.w * (strip + 1) / kStrips;
        const l_uint32 step = std::max<l_uint32>(1, (end - begin) / kSamples);
        samples.clear();
        for (l_uint32 x = begin; x < end; x += step) samples.push_back(GET_DATA_BYTE(line, x));
        const auto rank = samples.begin() + static_cast<std::ptrdiff_t>(samples.size() * kRank / 100);
        std::ranges::nth_element(samples, rank);
        at_[index(y, strip)] = static_cast<int>(*rank);
      }
    }
  }

  int height() const { return height_; }
  int operator()(int y, int strip) const { return at_[index(y, strip)]; }

 private:
  static std::size_t index(int y, int strip) { return static_cast<std::size_t>(y) * kStrips + strip; }
  int height_;
  std::vector<int> at_;
};

// Rows in which most strips are a little darker than what lies `reach` rows above and below.
std::vector<std::pair<int, int>> creases_of(const Paper& paper, int reach) {
  const int height = paper.height();
  auto darkens = [&](int y, int strip) {
    const int around = std::min(paper(y - reach, strip), paper(y + reach, strip)), here = paper(y, strip);
    return here * 100 < around * kDarkBelow && here * 100 > around * kDarkest;
  };
  std::vector<std::pair<int, int>> out;
  std::vector<int> last(kStrips, -height);
  for (int y = reach; y + reach < height; ++y) {
    int dark = 0;
    for (int strip = 0; strip < kStrips; ++strip) {
      if (darkens(y, strip)) last[static_cast<std::size_t>(strip)] = y;
      dark += y - last[static_cast<std::size_t>(strip)] <= kLean;
    }
    if (dark < kMostStrips) continue;
    if (!out.empty() && y - out.back().second <= 2 * kLean) {
      out.back().second = y;
    } else {
      out.emplace_back(y, y);
    }
  }
  return out;
}

// Between the middles of two strips in proportion to their nearness.
double between_strips(const std::vector<double>& values, l_uint32 x, l_uint32 width) {
  const double at = (static_cast<double>(x) + 0.5) * kStrips / width - 0.5;
  const int left = std::clamp(static_cast<int>(at), 0, kStrips - 1), right = std::min(left + 1, kStrips - 1);
  const double part = std::clamp(at - left, 0.0, 1.0);
  return values[static_cast<std::size_t>(left)] * (1 - part) + values[static_cast<std::size_t>(right)] * part;
}

void lighten(Pix& pix, const Paper& paper, int first, int last, int reach) {
  const int from = std::max(0, first - kLean - kSoftEdge), to = std::min(paper.height() - 1, last + kSoftEdge);
  const int above = std::max(0, first - reach), below = std::min(paper.height() - 1, last + reach);
  std::vector<double> factors(kStrips);
  for (int y = from; y <= to; ++y) {
    for (int strip = 0; strip < kStrips; ++strip) {
      const double part = static_cast<double>(y - above) / (below - above);
      const double wanted = paper(above, strip) * (1 - part) + paper(below, strip) * part;
      // Beyond, the strip is print or drawn on this row.
      factors[static_cast<std::size_t>(strip)] =
          std::clamp(wanted / std::max(1, paper(y, strip)), 1.0, 100.0 / kDarkest);
    }
    l_uint32* line = pix.data + static_cast<std::ptrdiff_t>(y) * pix.wpl;
    for (l_uint32 x = 0; x < pix.w; ++x) {
      const double value = GET_DATA_BYTE(line, x) * between_strips(factors, x, pix.w);
      SET_DATA_BYTE(line, x, static_cast<l_uint32>(std::min(255.0, value)));
    }
  }
}

}  // namespace

PixPtr without_creases(PixPtr pix, int letter) {
  const int reach = std::max(letter, static_cast<int>(pix->h) / kSmallestPart);
  if (letter == 0 || static_cast<int>(pix->h) < 8 * reach || pix->w < kStrips * kStrips) return pix;
  const Paper paper(*pix);
  const auto creases = creases_of(paper, reach);
  if (creases.empty()) return pix;
  PixPtr copy(pixCopy(nullptr, pix.get()));
  if (!copy) return pix;
  for (const auto& [first, last] : creases)
    if (last - first < 2 * reach) lighten(*copy, paper, first, last, reach);
  return copy;
}

}  // namespace ap::ocr
