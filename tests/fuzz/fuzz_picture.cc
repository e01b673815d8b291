// Picture files: their headers are counted before they are unpacked, and what is unpacked is a picture of the size it
// says. Leptonica itself is not instrumented; what it does with hostile bytes is the sandbox's concern.
#include <cstdlib>
#include <span>

#include "adapters/tesseract/picture_file.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  ap::ReadLimits limits;
  limits.pages = 3;
  limits.page_pixels = 1'000'000;
  auto bytes = std::as_bytes(std::span(data, size));
  auto count = ap::ocr::count_pictures(bytes, limits);
  if (!count) {
    if (count.error().message.empty()) std::abort();
    return 0;
  }
  for (int number = 1; number <= *count; ++number) {
    auto picture = ap::ocr::read_picture(bytes, number, limits);
    if (!picture) continue;
    if (picture->width <= 0 || picture->height <= 0 || picture->dpi <= 0) std::abort();
    if (picture->gray.size() != static_cast<std::size_t>(picture->width) * picture->height) std::abort();
  }
  return 0;
}
