#include "adapters/tesseract/clean.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace ap::ocr {
namespace {

constexpr int kSpeckShare = 9;    // a letter is so many times as tall as a speck; seven times as tall as a full stop
constexpr int kManySpecks = 100;  // of a page; a clean one has a few
constexpr int kBlack = 64, kWhite = 192;
constexpr int kFewGreys = 15;   // pixels in thousand between black and white
constexpr l_uint32 kTile = 32;  // pixels that have paper of one colour
constexpr int kEvery = 3;       // pixels and lines looked at, for the count

// The mean of what is no ink in each tile. Pure white on grey paper would be as good as print to whoever looks for
// steps.
void paint_as_paper(Pix& pix, Pix& places, Pix& ink) {
  const l_uint32 across = (pix.w + kTile - 1) / kTile;
  std::vector<l_uint32> sums(across), counts(across);
  for (l_uint32 top = 0; top < pix.h; top += kTile) {
    std::ranges::fill(sums, 0u);
    std::ranges::fill(counts, 0u);
    const l_uint32 bottom = std::min(pix.h, top + kTile);
    for (l_uint32 y = top; y < bottom; ++y) {
      const l_uint32* grey = pix.data + std::ptrdiff_t{y} * pix.wpl;
      const l_uint32* marks = ink.data + std::ptrdiff_t{y} * ink.wpl;
      for (l_uint32 x = 0; x < pix.w; ++x)
        if (!GET_DATA_BIT(marks, x)) sums[x / kTile] += GET_DATA_BYTE(grey, x), ++counts[x / kTile];
    }
    for (l_uint32 y = top; y < bottom; ++y) {
      l_uint32* grey = pix.data + std::ptrdiff_t{y} * pix.wpl;
      const l_uint32* wanted = places.data + std::ptrdiff_t{y} * places.wpl;
      for (l_uint32 x = 0; x < pix.w; ++x)
        if (GET_DATA_BIT(wanted, x))
          SET_DATA_BYTE(grey, x, counts[x / kTile] ? sums[x / kTile] / counts[x / kTile] : 255);
    }
  }
}

// Dust lies alone: what has other ink near may be a full stop, or one of the dots that thermal print is made of.
PixPtr without_specks(PixPtr pix, Pix& ink, int letter) {
  const int size = letter / kSpeckShare, reach = letter / 2;
  PixPtr wide(pixDilateBrick(nullptr, &ink, reach, reach));
  if (!wide) return pix;
  PixPtr lone(pixSelectBySize(wide.get(), size + reach, size + reach, 8, L_SELECT_IF_BOTH, L_SELECT_IF_LTE, nullptr));
  l_int32 count = 0;
  if (!lone || pixCountConnComp(lone.get(), 8, &count) != 0 || count < kManySpecks) return pix;
  // Whoever called may hold the picture too.
  PixPtr copy(pixCopy(nullptr, pix.get()));
  if (!copy) return pix;
  paint_as_paper(*copy, *lone, ink);
  return copy;
}

}  // namespace

PixPtr cleaned(PixPtr pix, Pix& ink, int letter) {
  return letter >= kSpeckShare ? without_specks(std::move(pix), ink, letter) : std::move(pix);
}

// Most pixels are black or white, also where a fax was enlarged.
bool is_bilevel(const Pix& pix) {
  std::int64_t greys = 0, all = 0;
  for (l_uint32 y = 0; y < pix.h; y += kEvery) {
    const l_uint32* line = pix.data + static_cast<std::ptrdiff_t>(y) * pix.wpl;
    for (l_uint32 x = 0; x < pix.w; x += kEvery, ++all) {
      const auto value = static_cast<int>(GET_DATA_BYTE(line, x));
      greys += value > kBlack && value < kWhite;
    }
  }
  return all > 0 && greys * 1000 < all * kFewGreys;
}

PixPtr without_jags(PixPtr pix) {
  const Picture sharp = to_picture(pix.get(), static_cast<int>(pix->xres));
  Picture soft = sharp;
  const auto width = static_cast<std::size_t>(sharp.width);
  for (std::size_t y = 1; y + 1 < static_cast<std::size_t>(sharp.height); ++y) {
    const std::uint8_t *here = sharp.gray.data() + y * width, *above = here - width, *below = here + width;
    std::uint8_t* to = soft.gray.data() + y * width;
    for (std::size_t x = 1; x + 1 < width; ++x) {
      const unsigned sum = above[x - 1] + above[x] + above[x + 1] + here[x - 1] + here[x] + here[x + 1] + below[x - 1] +
                           below[x] + below[x + 1];
      to[x] = static_cast<std::uint8_t>((sum * 2 + 9) / 18);
    }
  }
  PixPtr out = to_pix(soft);
  return out ? successor(std::move(pix), out.release()) : std::move(pix);
}

}  // namespace ap::ocr
