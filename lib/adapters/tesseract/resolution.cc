#include "adapters/tesseract/resolution.h"

#include <algorithm>

namespace ap::ocr {
namespace {

constexpr int kLowestDpi = 50, kHighestDpi = 1200;
// Sheet sizes in hundredths of an inch.
constexpr int kShortestSide = 150, kLongestSide = 2400;
constexpr int kA4Width = 827, kA4Height = 1169, kTillRoll = 315;  // 210 mm, 297 mm, 80 mm

}  // namespace

int plausible_dpi(int width, int height, int x_dpi, int y_dpi) {
  const int shorter = std::min(width, height), longer = std::max(width, height);
  if (x_dpi >= kLowestDpi && x_dpi <= kHighestDpi &&
      (y_dpi == 0 || std::max(x_dpi, y_dpi) <= 2 * std::min(x_dpi, y_dpi))) {
    if (shorter * 100 / x_dpi >= kShortestSide && longer * 100 / x_dpi <= kLongestSide) return x_dpi;
  }
  const bool long_and_thin = longer >= 2 * shorter;
  int dpi = long_and_thin ? shorter * 100 / kTillRoll : std::min(shorter * 100 / kA4Width, longer * 100 / kA4Height);
  return std::clamp(dpi, kLowestDpi, kHighestDpi);
}

}  // namespace ap::ocr
