#include "adapters/tesseract/pix.h"

#include <bit>
#include <cstring>
#include <vector>

namespace ap::ocr {
namespace {

l_uint32* line_of(const Pix& pix, int y) { return pix.data + static_cast<std::ptrdiff_t>(y) * pix.wpl; }

}  // namespace

void copy_bytes(const Pix& pix, std::uint8_t* target, std::size_t stride) {
  std::vector<l_uint32> words(pix.wpl);
  for (int y = 0; y < static_cast<int>(pix.h); ++y, target += stride) {
    const l_uint32* line = line_of(pix, y);
    for (std::size_t i = 0; i < words.size(); ++i) {
      words[i] = std::endian::native == std::endian::little ? std::byteswap(line[i]) : line[i];
    }
    std::memcpy(target, words.data(), pix.w);
  }
}

PixPtr successor(PixPtr original, Pix* transformed) {
  if (!transformed) return original;
  pixSetResolution(transformed, static_cast<l_int32>(original->xres), static_cast<l_int32>(original->yres));
  return PixPtr(transformed);
}

PixPtr to_pix(const Picture& picture) {
  PixPtr pix(pixCreate(picture.width, picture.height, 8));
  if (!pix) return nullptr;
  pixSetResolution(pix.get(), picture.dpi, picture.dpi);
  const auto width = static_cast<std::size_t>(picture.width);
  for (int y = 0; y < picture.height; ++y) {
    std::memcpy(line_of(*pix, y), picture.gray.data() + static_cast<std::size_t>(y) * width, width);
  }
  pixEndianByteSwap(pix.get());
  return pix;
}

Picture to_picture(Pix* pix, int dpi) {
  PixPtr opaque(pixGetSpp(pix) == 4 ? pixAlphaBlendUniform(pix, 0xFFFFFF00) : pixClone(pix));
  PixPtr gray(opaque ? pixConvertTo8(opaque.get(), 0) : nullptr);
  Picture out;
  if (!gray) return out;
  out.width = pixGetWidth(gray.get());
  out.height = pixGetHeight(gray.get());
  out.dpi = dpi;
  out.gray.resize(static_cast<std::size_t>(out.width) * out.height);
  copy_bytes(*gray, out.gray.data(), static_cast<std::size_t>(out.width));
  return out;
}

}  // namespace ap::ocr
