#include "adapters/tesseract/straighten.h"

#include <cmath>

namespace ap::ocr {
namespace {

constexpr float kSureEnough = 2.0f;                             // Leptonica's ratio of best to worst line sharpness
constexpr float kSmallestAngle = 0.25f, kLargestAngle = 10.0f;  // degrees
constexpr float kRadians = 3.14159265f / 180.0f;

}  // namespace

PixPtr deskewed(PixPtr pix) {
  PixPtr binary(pixConvertTo1(pix.get(), 130));
  l_float32 angle = 0, confidence = 0;
  if (!binary || pixFindSkew(binary.get(), &angle, &confidence) != 0) return pix;
  if (confidence < kSureEnough || std::fabs(angle) < kSmallestAngle || std::fabs(angle) > kLargestAngle) return pix;
  PixPtr turned(pixRotate(pix.get(), angle * kRadians, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
  return turned ? std::move(turned) : std::move(pix);
}

}  // namespace ap::ocr
