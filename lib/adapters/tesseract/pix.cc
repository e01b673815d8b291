#include "adapters/tesseract/pix.h"

namespace ap::ocr {

PixPtr successor(PixPtr original, Pix* transformed) {
  if (!transformed) return original;
  pixSetResolution(transformed, static_cast<l_int32>(original->xres), static_cast<l_int32>(original->yres));
  return PixPtr(transformed);
}

PixPtr to_pix(const Picture& picture) {
  PixPtr pix(pixCreate(picture.width, picture.height, 8));
  if (!pix) return nullptr;
  pixSetResolution(pix.get(), picture.dpi, picture.dpi);
  l_uint32* data = pixGetData(pix.get());
  const l_int32 words_per_line = pixGetWpl(pix.get());
  const std::uint8_t* source = picture.gray.data();
  for (int y = 0; y < picture.height; ++y) {
    l_uint32* line = data + static_cast<std::ptrdiff_t>(y) * words_per_line;
    for (int x = 0; x < picture.width; ++x) SET_DATA_BYTE(line, x, *source++);
  }
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
  const l_uint32* data = pixGetData(gray.get());
  const l_int32 words_per_line = pixGetWpl(gray.get());
  std::uint8_t* target = out.gray.data();
  for (int y = 0; y < out.height; ++y) {
    const l_uint32* line = data + static_cast<std::ptrdiff_t>(y) * words_per_line;
    for (int x = 0; x < out.width; ++x) *target++ = static_cast<std::uint8_t>(GET_DATA_BYTE(line, x));
  }
  return out;
}

}  // namespace ap::ocr
