#include "adapters/tesseract/warp.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace ap::ocr {
namespace {

constexpr int kParts = 64;  // of a pixel, as finely as positions are told apart; a power of two
constexpr int kOne = 128;   // weights of interpolation are in these parts
constexpr int kFar = 1024;  // pixels added so that all positions are positive and rounding down is cutting off

using Weights = std::array<int, 4>;

// Cubic convolution (Keys 1981, a = -1/2) for a point `t` of a pixel past the second of four samples.
Weights cubic(float t) {
  const std::array<float, 4> exact{-0.5f * t + t * t - 0.5f * t * t * t, 1 - 2.5f * t * t + 1.5f * t * t * t,
                                   0.5f * t + 2 * t * t - 1.5f * t * t * t, -0.5f * t * t + 0.5f * t * t * t};
  Weights out;
  for (int i = 0; i < 4; ++i) out[i] = static_cast<int>(std::lround(exact[i] * kOne));
  out[1] += kOne - out[0] - out[1] - out[2] - out[3];
  return out;
}

std::array<Weights, kParts> cubic_table() {
  std::array<Weights, kParts> out;
  for (int i = 0; i < kParts; ++i) out[i] = cubic(static_cast<float>(i) / kParts);
  return out;
}

// One byte a pixel, with the outermost pixels repeated around, so that four samples are always there.
struct Padded {
  static constexpr int kMargin = 2;
  int width, height, stride;
  std::vector<std::uint8_t> bytes;

  explicit Padded(const Pix& pix)
      : width(static_cast<int>(pix.w)), height(static_cast<int>(pix.h)), stride(width + 2 * kMargin + 1) {
    bytes.resize(static_cast<std::size_t>(stride) * (height + 2 * kMargin + 1));
    for (int y = -kMargin; y <= height + kMargin; ++y) {
      const l_uint32* line = pix.data + static_cast<std::ptrdiff_t>(std::clamp(y, 0, height - 1)) * pix.wpl;
      std::uint8_t* out = at(-kMargin, y);
      for (int x = -kMargin; x <= width + kMargin; ++x) {
        *out++ = static_cast<std::uint8_t>(GET_DATA_BYTE(line, std::clamp(x, 0, width - 1)));
      }
    }
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

PixPtr warped(const Pix& pix, const Projection& to_source, int width, int height) {
  const auto table = cubic_table();
  PixPtr out(pixCreate(width, height, 8));
  if (!out) return nullptr;
  const Padded source(pix);
  const Projection& p = to_source;
  for (int y = 0; y < height; ++y) {
    l_uint32* line = pixGetData(out.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(out.get());
    double u = p.b * y + p.c, v = p.e * y + p.f, w = p.h * y + 1;
    for (int x = 0; x < width; ++x, u += p.a, v += p.d, w += p.g) {
      const double at_x = u / w, at_y = v / w;
      if (!(at_x > -1 && at_y > -1 && at_x < source.width && at_y < source.height)) {
        SET_DATA_BYTE(line, x, 255);
        continue;
      }
      const int fine_x = static_cast<int>((at_x + kFar) * kParts), fine_y = static_cast<int>((at_y + kFar) * kParts);
      const Weights &across = table[fine_x % kParts], &down = table[fine_y % kParts];
      const std::uint8_t* corner = source.at(fine_x / kParts - kFar - 1, fine_y / kParts - kFar - 1);
      int sum = kOne * kOne / 2;
      for (int row = 0; row < 4; ++row, corner += source.stride) {
        sum +=
            down[row] * (across[0] * corner[0] + across[1] * corner[1] + across[2] * corner[2] + across[3] * corner[3]);
      }
      SET_DATA_BYTE(line, x, std::clamp(sum / (kOne * kOne), 0, 255));
    }
  }
  return out;
}

}  // namespace ap::ocr
