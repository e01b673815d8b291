#define ZX_USE_UTF8 1
#include "adapters/tesseract/codes.h"

#include <ZXing/ReadBarcode.h>

#include <algorithm>

#include "adapters/tesseract/recognized_words.h"

namespace ap::ocr {
namespace {

constexpr int kMostCodes = 20;

Box box_of(const ZXing::Position& position, int dpi) {
  auto [left, right] = std::minmax({position[0].x, position[1].x, position[2].x, position[3].x});
  auto [top, bottom] = std::minmax({position[0].y, position[1].y, position[2].y, position[3].y});
  return {hundredths(left, dpi), hundredths(top, dpi), hundredths(right, dpi), hundredths(bottom, dpi)};
}

void find(const Picture& picture, const ZXing::DecodeHints& hints, std::vector<layout::Code>& codes) {
  ZXing::ImageView view(picture.gray.data(), picture.width, picture.height, ZXing::ImageFormat::Lum);
  for (const ZXing::Result& result : ZXing::ReadBarcodes(view, hints)) {
    if (!result.isValid()) continue;
    codes.push_back({ZXing::ToString(result.format()), result.text(), box_of(result.position(), picture.dpi)});
  }
}

}  // namespace

std::vector<layout::Code> find_codes(const Picture& picture) {
  std::vector<layout::Code> codes;
  if (picture.gray.empty()) return codes;
  using ZXing::BarcodeFormat;
  ZXing::DecodeHints hints;
  hints.setTryHarder(true).setTryRotate(true).setMaxNumberOfSymbols(kMostCodes);
  hints.setFormats(BarcodeFormat::QRCode | BarcodeFormat::DataMatrix | BarcodeFormat::Aztec | BarcodeFormat::PDF417);
  find(picture, hints, codes);
  // A bar code that is large enough to be found a second time on the shrunk picture makes ZXing 1.4 abort when it
  // compares the two (Result.cpp: lineCount() == 1), so bars are looked for on the picture as it is.
  hints.setFormats(BarcodeFormat::Code128 | BarcodeFormat::Code39 | BarcodeFormat::EAN13).setTryDownscale(false);
  find(picture, hints, codes);
  return codes;
}

}  // namespace ap::ocr
