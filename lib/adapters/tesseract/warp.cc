#include "adapters/tesseract/warp.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace ap::ocr {
namespace {

constexpr int kParts = 64;  // of a pixel, as finely as positions are told apart; a power of two
constexpr int kFar = 16;    // pixels added so that all positions are positive and rounding down is cutting off

// One byte a pixel, with the outermost pixels repeated around, so that all neighbours are always there.
struct Padded {
  static constexpr int kMargin = 2;
  int width, height, stride;
  std::vector<std::uint8_t> bytes;

  explicit Padded(const Pix& pix)
      : width(static_cast<int>(pix.w)), height(static_cast<int>(pix.h)), stride(width + 2 * kMargin + 1) {
    bytes.resize(static_cast<std::size_t>(stride) * (height + 2 * kMargin + 1));
    copy_bytes(pix, at(0, 0), static_cast<std::size_t>(stride));
    for (int y = 0; y < height; ++y) {
      std::fill_n(at(-kMargin, y), kMargin, *at(0, y));
      std::fill_n(at(width, y), kMargin + 1, *at(width - 1, y));
    }
    for (int y : {-2, -1}) std::copy_n(at(-kMargin, 0), stride, at(-kMargin, y));
    for (int y = height; y <= height + kMargin; ++y) std::copy_n(at(-kMargin, height - 1), stride, at(-kMargin, y));
  }
  std::uint8_t* at(int x, int y) {
    return bytes.data() + static_cast<std::ptrdiff_t>(y + kMargin) * stride + x + kMargin;
  }
  const std::uint8_t* at(int x, int y) const { return const_cast<Padded*>(this)->at(x, y); }
};

}  // namespace

std::optional<Projection> projection(const Quad& from, const Quad& to) {
  // Eight linear equations for the eight coefficients, by elimination with pivots.
  std::array<std::array<double, 9>, 8> m{};
  for (int i = 0; i < 4; ++i) {
    auto [x, y] = from[i];
    auto [u, v] = to[i];
    m[2 * i] = {x, y, 1, 0, 0, 0, -u * x, -u * y, u};
    m[2 * i + 1] = {0, 0, 0, x, y, 1, -v * x, -v * y, v};
  }
  for (int column = 0; column < 8; ++column) {
    auto best = std::max_element(m.begin() + column, m.end(), [&](const auto& one, const auto& other) {
      return std::fabs(one[column]) < std::fabs(other[column]);
    });
    if (std::fabs((*best)[column]) < 1e-9) return std::nullopt;
    std::swap(m[column], *best);
    for (int row = 0; row < 8; ++row) {
      if (row == column) continue;
      const double factor = m[row][column] / m[column][column];
      for (int i = column; i < 9; ++i) m[row][i] -= factor * m[column][i];
    }
  }
  std::array<double, 8> k;
  for (int i = 0; i < 8; ++i) k[i] = m[i][8] / m[i][i];
  return Projection{k[0], k[1], k[2], k[3], k[4], k[5], k[6], k[7]};
}

namespace {

// The mean of the four pixels around a place given in parts of a pixel, each by its nearness.
l_uint32 blended(const Padded& source, int fine_x, int fine_y) {
  const int right = fine_x % kParts, below = fine_y % kParts;
  const std::uint8_t* here = source.at(fine_x / kParts - kFar, fine_y / kParts - kFar);
  const std::uint8_t* next = here + source.stride;
  const int upper = here[0] * (kParts - right) + here[1] * right, lower = next[0] * (kParts - right) + next[1] * right;
  return static_cast<l_uint32>((upper * (kParts - below) + lower * below + kParts * kParts / 2) / (kParts * kParts));
}

// Without perspective each step along a line is the same, so that whole numbers will do.
void warp_flat(const Padded& source, const Projection& p, Pix& out) {
  constexpr double kOne = kParts * static_cast<double>(1 << 24);
  const auto fixed = [](double pixels) { return static_cast<std::int64_t>(pixels * kOne); };
  const std::int64_t step_x = fixed(p.a), step_y = fixed(p.d);
  const int least = (kFar - 1) * kParts, most_x = (source.width + kFar) * kParts,
            most_y = (source.height + kFar) * kParts;
  for (int y = 0; y < static_cast<int>(out.h); ++y) {
    l_uint32* line = out.data + static_cast<std::ptrdiff_t>(y) * out.wpl;
    std::int64_t u = fixed(p.b * y + p.c + kFar), v = fixed(p.e * y + p.f + kFar);
    for (int x = 0; x < static_cast<int>(out.w); ++x, u += step_x, v += step_y) {
      const auto fine_x = static_cast<int>(u >> 24), fine_y = static_cast<int>(v >> 24);
      const bool within = fine_x > least && fine_y > least && fine_x < most_x && fine_y < most_y;
      SET_DATA_BYTE(line, x, within ? blended(source, fine_x, fine_y) : 255u);
    }
  }
}

void warp_in_depth(const Padded& source, const Projection& p, Pix& out) {
  for (int y = 0; y < static_cast<int>(out.h); ++y) {
    l_uint32* line = out.data + static_cast<std::ptrdiff_t>(y) * out.wpl;
    double u = p.b * y + p.c, v = p.e * y + p.f, w = p.h * y + 1;
    for (int x = 0; x < static_cast<int>(out.w); ++x, u += p.a, v += p.d, w += p.g) {
      const double at_x = u / w, at_y = v / w;
      const bool within = at_x > -1 && at_y > -1 && at_x < source.width && at_y < source.height;
      const auto fine = [](double at) { return static_cast<int>((at + kFar) * kParts); };
      SET_DATA_BYTE(line, x, within ? blended(source, fine(at_x), fine(at_y)) : 255u);
    }
  }
}

}  // namespace

PixPtr warped(const Pix& pix, const Projection& to_source, int width, int height) {
  PixPtr out(pixCreate(width, height, 8));
  if (!out) return nullptr;
  const Padded source(pix);
  if (to_source.g == 0 && to_source.h == 0) {
    warp_flat(source, to_source, *out);
  } else {
    warp_in_depth(source, to_source, *out);
  }
  return out;
}

}  // namespace ap::ocr
