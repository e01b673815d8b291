// Leptonica's picture, owned; and the way from and to our own Picture. Included by this folder alone.
#pragma once

#include <allheaders.h>

#include <cstddef>
#include <cstdint>
#include <memory>

#include "ports/ocr_engine.h"

namespace ap::ocr {

struct PixDeleter {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using PixPtr = std::unique_ptr<Pix, PixDeleter>;

// Eight bits a pixel. nullptr when memory is short.
PixPtr to_pix(const Picture& picture);
// Any depth; transparent parts become white. An empty picture when it cannot be converted.
Picture to_picture(Pix* pix, int dpi);

// The pixels of a picture of eight bits, line by line, each line `stride` bytes behind the one before.
void copy_bytes(const Pix& pix, std::uint8_t* target, std::size_t stride);

// What became of `original`, with its resolution; the original where memory was short and it is nullptr.
PixPtr successor(PixPtr original, Pix* transformed);

}  // namespace ap::ocr
