#include "adapters/tesseract/thin_lines.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace ap::ocr {
namespace {

constexpr int kTile = 32;   // pixels whose lightest is paper
constexpr int kBlank = 80;  // parts in hundred of the paper: lines of print, averaged, are darker

// A picture of eight bits as plain bytes, which many pixels at once can be worked out from.
struct Grey {
  int width, height;
  std::vector<std::uint8_t> at;

  Grey(int w, int h) : width(w), height(h), at(static_cast<std::size_t>(w) * h) {}
  std::uint8_t* line(int y) { return at.data() + static_cast<std::ptrdiff_t>(y) * width; }
  const std::uint8_t* line(int y) const { return at.data() + static_cast<std::ptrdiff_t>(y) * width; }
};

Grey grey_of(const Pix& pix) {
  Grey out(static_cast<int>(pix.w), static_cast<int>(pix.h));
  copy_bytes(pix, out.at.data(), pix.w);
  return out;
}

// Divides sums of `count` bytes by `count`, exactly up to 64 of them.
struct Mean {
  static constexpr int kBits = 20;
  std::uint32_t reciprocal;
  explicit Mean(int count) : reciprocal((1u << kBits) / static_cast<std::uint32_t>(count) + 1) {}
  std::uint8_t operator()(std::uint32_t sum) const { return static_cast<std::uint8_t>(sum * reciprocal >> kBits); }
};

// The mean along the rows over `half` pixels to both sides.
Grey smeared_along(const Grey& grey, int half) {
  Grey out(grey.width, grey.height);
  const Mean whole(2 * half + 1);
  for (int y = 0; y < grey.height; ++y) {
    const std::uint8_t* from = grey.line(y);
    std::uint8_t* to = out.line(y);
    std::uint32_t sum = 0;
    int count = 0;
    auto step = [&](int x) {
      if (x + half < grey.width) sum += from[x + half], ++count;
      if (x - half - 1 >= 0) sum -= from[x - half - 1], --count;
      if (x >= 0) to[x] = Mean(count)(sum);
    };
    int x = -half;
    for (; x <= half && x < grey.width; ++x) step(x);
    for (; x + half < grey.width; ++x) {
      sum += static_cast<std::uint32_t>(from[x + half]) - from[x - half - 1];
      to[x] = whole(sum);
    }
    for (; x < grey.width; ++x) step(x);
  }
  return out;
}

// The same along the columns.
Grey smeared_down(const Grey& grey, int half) {
  Grey out(grey.width, grey.height);
  std::vector<std::uint32_t> sums(static_cast<std::size_t>(grey.width));
  int count = 0;
  for (int y = -half; y < grey.height; ++y) {
    if (y + half < grey.height) {
      const std::uint8_t* next = grey.line(y + half);
      for (std::size_t x = 0; x < sums.size(); ++x) sums[x] += next[x];
      ++count;
    }
    if (y - half - 1 >= 0) {
      const std::uint8_t* last = grey.line(y - half - 1);
      for (std::size_t x = 0; x < sums.size(); ++x) sums[x] -= last[x];
      --count;
    }
    if (y < 0) continue;
    std::uint8_t* to = out.line(y);
    const Mean mean(count);
    for (std::size_t x = 0; x < sums.size(); ++x) to[x] = mean(sums[x]);
  }
  return out;
}

// How light the paper is: the lightest of a tile and of those around it.
Grey paper_around(const Grey& grey) {
  // What is left of a tile at the right and at the foot belongs to the one before.
  Grey tiles(std::max(1, grey.width / kTile), std::max(1, grey.height / kTile));
  for (int y = 0; y < grey.height; ++y) {
    const std::uint8_t* from = grey.line(y);
    std::uint8_t* to = tiles.line(std::min(y / kTile, tiles.height - 1));
    for (int tile = 0; tile < tiles.width; ++tile) {
      const int end = tile + 1 < tiles.width ? (tile + 1) * kTile : grey.width;
      std::uint8_t lightest = to[tile];
      for (int x = tile * kTile; x < end; ++x) lightest = std::max(lightest, from[x]);
      to[tile] = lightest;
    }
  }
  Grey out(tiles.width, tiles.height);
  for (int y = 0; y < tiles.height; ++y) {
    for (int x = 0; x < tiles.width; ++x) {
      std::uint8_t lightest = 0;
      for (int b = std::max(0, y - 1); b <= std::min(tiles.height - 1, y + 1); ++b)
        for (int a = std::max(0, x - 1); a <= std::min(tiles.width - 1, x + 1); ++a)
          lightest = std::max(lightest, tiles.line(b)[a]);
      out.line(y)[x] = lightest;
    }
  }
  return out;
}

}  // namespace

PixPtr thin_and_dark(const Pix& pix, const Thin& thin, bool upright) {
  const Grey mean = upright ? smeared_down(grey_of(pix), thin.half) : smeared_along(grey_of(pix), thin.half);
  const Grey paper = paper_around(mean);
  PixPtr out(pixCreate(static_cast<l_int32>(pix.w), static_cast<l_int32>(pix.h), 1));
  if (!out) return nullptr;
  std::vector<std::uint8_t> flags(static_cast<std::size_t>(mean.width));
  const int across = upright ? thin.aside : 0, down = upright ? 0 : thin.aside;
  for (int y = down; y + down < mean.height; ++y) {
    const std::uint8_t* here = mean.line(y);
    const std::uint8_t* before = upright ? here - thin.aside : mean.line(y - thin.aside);
    const std::uint8_t* behind = upright ? here + thin.aside : mean.line(y + thin.aside);
    l_uint32* marks = out->data + static_cast<std::ptrdiff_t>(y) * out->wpl;
    for (int tile = 0; tile < paper.width; ++tile) {
      const int around = paper.line(std::min(y / kTile, paper.height - 1))[tile], blank = (around * kBlank + 99) / 100;
      const int begin = std::max(across, tile * kTile),
                end = std::min(mean.width - across, tile + 1 < paper.width ? (tile + 1) * kTile : mean.width);
      // Along a line of print the feet of the letters are dark, but their bodies above are dark as well.
      int found = 0;
      for (int x = begin; x < end; ++x) {
        const int lesser = std::min(before[x], behind[x]), contrast = lesser - here[x];
        const bool is_one = (contrast >= thin.contrast) & (lesser >= blank) & (contrast >= around - lesser);
        flags[static_cast<std::size_t>(x)] = is_one;
        found += is_one;
      }
      for (int x = begin; found > 0 && x < end; ++x)
        if (flags[static_cast<std::size_t>(x)]) SET_DATA_BIT(marks, x);
    }
  }
  return out;
}

}  // namespace ap::ocr
