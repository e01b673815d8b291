#include "adapters/tesseract/straighten.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "adapters/tesseract/clean.h"
#include "adapters/tesseract/text_height.h"
#include "adapters/tesseract/warp.h"

namespace ap::ocr {
namespace {

constexpr float kSureSkew = 2.0f;                               // Leptonica's ratio of best to worst line sharpness
constexpr float kSmallestAngle = 0.25f, kLargestAngle = 10.0f;  // degrees
constexpr float kRadians = 3.14159265f / 180.0f;
// In units of the standard deviation of the count. Below this, text in capitals and digits misleads.
constexpr float kSureOrientation = 8.0f;
constexpr float kRatio = 1.6f;  // of the better axis to the other
constexpr float kNoSide = 12.0f;
// Pixels of a capital letter. The recognizer brings every line to a height of 36 pixels, descenders included.
constexpr int kTooSmall = 21, kTooLarge = 52, kSuitable = 30;
constexpr int kWidestSlip = 1500;                 // pixels of the picture, enlarged
constexpr int kMostTimes = 4;                     // larger; beyond, there is nothing to be seen any more
constexpr std::int64_t kMostPixels = 36'000'000;  // an A4 page at 600 dpi

// Radians counterclockwise that the text lines run upwards; 0 where that is not sure.
double skew(Pix& ink) {
  l_float32 angle = 0, confidence = 0;
  if (pixFindSkew(&ink, &angle, &confidence) != 0 || confidence < kSureSkew) return 0;
  if (std::fabs(angle) < kSmallestAngle || std::fabs(angle) > kLargestAngle) return 0;
  return angle * kRadians;
}

// The resolution at which letters of so many pixels have a suitable size; 0 pixels: unknown.
int suitable_dpi(const Pix& pix, int letter) {
  const int dpi = static_cast<int>(pix.xres);
  if (letter == 0 || (letter >= kTooSmall && letter <= kTooLarge)) return dpi;
  int times = std::min(kSuitable * 100 / letter, kMostTimes * 100);  // in hundredths
  // A till prints at most some fifty letters beside each other: what seems smaller on a slip is the grain of its paper.
  if (times > 100 && 5 * pix.w < 3 * pix.h)
    times = std::min(times, std::max(100, kWidestSlip * 100 / static_cast<int>(pix.w)));
  int wanted = dpi * times / 100;
  while (static_cast<std::int64_t>(pix.w) * pix.h / dpi * wanted / dpi * wanted > kMostPixels) wanted = wanted * 9 / 10;
  return std::max(wanted, 1);
}

}  // namespace

std::optional<int> sure_orientation(Pix& ink) {
  l_float32 up = 0, left = 0;
  if (pixUpDownDetect(&ink, &up, 0, 0, 0) != 0) return std::nullopt;
  // So much is never seen on a page that lies on its side, which costs as much again to look for.
  if (std::fabs(up) > kNoSide) return up > 0 ? 0 : 180;
  if (pixOrientDetect(&ink, &up, &left, 0, 0) != 0) return std::nullopt;
  const float vertical = std::fabs(up), horizontal = std::fabs(left);
  if (vertical > kSureOrientation && vertical > kRatio * horizontal) return up > 0 ? 0 : 180;
  // Positive: the text's top points left, so a quarter turn clockwise brings it up.
  if (horizontal > kSureOrientation && horizontal > kRatio * vertical) return left > 0 ? 90 : 270;
  return std::nullopt;
}

PixPtr turned(PixPtr pix, int degrees) {
  if (degrees == 0) return pix;
  Pix* out = pixRotateOrth(pix.get(), degrees / 90);
  return successor(std::move(pix), out);
}

Straightened straightened(PixPtr pix, PixPtr ink) {
  if (!ink) ink = ink_of(*pix);
  if (!ink) return {std::move(pix), 0};
  const double angle = skew(*ink);
  const int letter = text_height(*ink);
  const int old_dpi = static_cast<int>(pix->xres), dpi = suitable_dpi(*pix, letter);
  const bool jagged = is_bilevel(*pix), grows = dpi > old_dpi;
  pix = cleaned(std::move(pix), *ink, letter);
  if (jagged && !grows) pix = without_jags(std::move(pix));
  if (angle == 0 && dpi == old_dpi) return {std::move(pix), letter};
  if (4 * dpi < 3 * old_dpi) {
    const float factor = static_cast<float>(dpi) / static_cast<float>(old_dpi);
    Pix* smaller = pixScaleAreaMap(pix.get(), factor, factor);
    if (!smaller) return {std::move(pix), letter};
    pixSetResolution(smaller, dpi, dpi);
    pix.reset(smaller);
  }
  const double factor = static_cast<double>(dpi) / pix->xres;
  const int width = static_cast<int>(std::lround(pix->w * factor)),
            height = static_cast<int>(std::lround(pix->h * factor));
  // About the middle, by the angle, from the new picture to the old one.
  const double c = std::cos(angle) / factor, s = std::sin(angle) / factor;
  const double x = (width - 1) / 2.0, y = (height - 1) / 2.0;
  const Projection back{.a = c,
                        .b = s,
                        .c = (pix->w - 1) / 2.0 - c * x - s * y,
                        .d = -s,
                        .e = c,
                        .f = (pix->h - 1) / 2.0 + s * x - c * y};
  PixPtr out = warped(*pix, back, width, height);
  if (!out) return {std::move(pix), letter};
  pixSetResolution(out.get(), dpi, dpi);
  if (jagged && grows) out = without_jags(std::move(out));
  return {std::move(out), letter * dpi / old_dpi};
}

}  // namespace ap::ocr
