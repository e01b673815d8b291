// Grey pictures drawn by tests.
#pragma once

#include <allheaders.h>

#include <cstddef>

#include "adapters/tesseract/pix.h"

namespace ap::ocr {

// One grey all over.
inline PixPtr blank_sheet(int width, int height, int value, int dpi) {
  PixPtr pix(pixCreate(width, height, 8));
  pixSetAllArbitrary(pix.get(), static_cast<l_uint32>(value));
  pixSetResolution(pix.get(), dpi, dpi);
  return pix;
}

inline void paint(Pix& pix, int x, int y, int width, int height, int value) {
  ::Box* box = boxCreate(x, y, width, height);
  pixSetInRectArbitrary(&pix, box, static_cast<l_uint32>(value));
  boxDestroy(&box);
}

// The grey of a pixel.
inline int at(const Pix& pix, int x, int y) {
  return static_cast<int>(GET_DATA_BYTE(pix.data + static_cast<std::ptrdiff_t>(y) * pix.wpl, x));
}

}  // namespace ap::ocr
