#include "adapters/tesseract/straighten.h"

#include <cmath>

namespace ap::ocr {
namespace {

constexpr int kInkBelow = 130;
constexpr float kSureSkew = 2.0f;                               // Leptonica's ratio of best to worst line sharpness
constexpr float kSmallestAngle = 0.25f, kLargestAngle = 10.0f;  // degrees
constexpr float kRadians = 3.14159265f / 180.0f;
// In units of the standard deviation of the count. Below this, text in capitals and digits misleads.
constexpr float kSureOrientation = 8.0f;
constexpr float kRatio = 1.6f;  // of the better axis to the other

}  // namespace

std::optional<int> sure_orientation(const Pix& pix) {
  PixPtr binary(pixConvertTo1(const_cast<Pix*>(&pix), kInkBelow));
  l_float32 up = 0, left = 0;
  if (!binary || pixOrientDetect(binary.get(), &up, &left, 0, 0) != 0) return std::nullopt;
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

PixPtr deskewed(PixPtr pix) {
  PixPtr binary(pixConvertTo1(pix.get(), kInkBelow));
  l_float32 angle = 0, confidence = 0;
  if (!binary || pixFindSkew(binary.get(), &angle, &confidence) != 0) return pix;
  if (confidence < kSureSkew || std::fabs(angle) < kSmallestAngle || std::fabs(angle) > kLargestAngle) return pix;
  Pix* out = pixRotate(pix.get(), angle * kRadians, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0);
  return successor(std::move(pix), out);
}

}  // namespace ap::ocr
