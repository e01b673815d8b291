#include "adapters/tesseract/picture_file.h"

#include <cstdlib>

#include "adapters/tesseract/pix.h"
#include "adapters/tesseract/resolution.h"

namespace ap::ocr {
namespace {

std::unexpected<ReadFailure> failure(ReadFailureKind kind, std::string message) {
  return std::unexpected(ReadFailure{kind, std::move(message)});
}

std::unexpected<ReadFailure> damaged(int number) {
  return failure(ReadFailureKind::unreadable, "picture " + std::to_string(number) +
                                                  " of the file is damaged or of an unknown kind; ask for it again as "
                                                  "PDF, PNG or JPEG");
}

const l_uint8* data_of(Bytes bytes) { return reinterpret_cast<const l_uint8*>(bytes.data()); }

bool is_tiff(Bytes bytes) {
  std::string_view text = as_text(bytes);
  return text.starts_with("II*") || text.starts_with(std::string_view("MM\0*", 4)) || text.starts_with("II+");
}

struct Size {
  l_int32 width = 0, height = 0;
};

std::expected<Size, ReadFailure> header_size(Bytes bytes, int number, const ReadLimits& limits) {
  Size size;
  bool known;
  if (is_tiff(bytes)) {
    l_int32 bits = 0, samples = 0, dpi = 0, colors = 0, format = 0;
    known = readHeaderMemTiff(data_of(bytes), bytes.size(), number - 1, &size.width, &size.height, &bits, &samples,
                              &dpi, &colors, &format) == 0;
  } else {
    l_int32 format = 0, bits = 0, samples = 0, colors = 0;
    known = pixReadHeaderMem(data_of(bytes), bytes.size(), &format, &size.width, &size.height, &bits, &samples,
                             &colors) == 0;
  }
  if (!known || size.width < 1 || size.height < 1) return damaged(number);
  std::int64_t pixels = std::int64_t{size.width} * size.height;
  if (pixels > limits.page_pixels) {
    return failure(ReadFailureKind::resource_limit,
                   "picture " + std::to_string(number) + " has " + std::to_string(size.width) + " x " +
                       std::to_string(size.height) + " pixels, more than page_pixels = " +
                       std::to_string(limits.page_pixels) + " allows; scan it at 300 dpi or less");
  }
  return size;
}

}  // namespace

std::expected<int, ReadFailure> count_pictures(Bytes bytes, const ReadLimits& limits) {
  setMsgSeverity(L_SEVERITY_NONE);
  if (auto size = header_size(bytes, 1, limits); !size) return std::unexpected(size.error());
  if (!is_tiff(bytes)) return 1;
  // libtiff walks the chain of directories and stops where it loops.
  for (int count = 1;; ++count) {
    if (count > limits.pages) {
      return failure(ReadFailureKind::resource_limit,
                     "the TIFF has more pictures than pages = " + std::to_string(limits.pages) +
                         " allows; split it or raise the limit");
    }
    l_int32 width = 0, height = 0, bits = 0, samples = 0, dpi = 0, colors = 0, format = 0;
    if (readHeaderMemTiff(data_of(bytes), bytes.size(), count, &width, &height, &bits, &samples, &dpi, &colors,
                          &format) != 0) {
      return count;
    }
  }
}

std::expected<Picture, ReadFailure> read_picture(Bytes bytes, int number, const ReadLimits& limits) {
  setMsgSeverity(L_SEVERITY_NONE);
  if (auto size = header_size(bytes, number, limits); !size) return std::unexpected(size.error());
  PixPtr pix(is_tiff(bytes) ? pixReadMemTiff(data_of(bytes), bytes.size(), number - 1)
                            : pixReadMem(data_of(bytes), bytes.size()));
  if (!pix) return damaged(number);
  Picture picture = to_picture(pix.get(), plausible_dpi(pixGetWidth(pix.get()), pixGetHeight(pix.get()),
                                                        pixGetXRes(pix.get()), pixGetYRes(pix.get())));
  if (picture.gray.empty()) return damaged(number);
  return picture;
}

std::string encode_png(const Picture& picture) {
  PixPtr pix = to_pix(picture);
  l_uint8* data = nullptr;
  std::size_t size = 0;
  if (!pix || pixWriteMemPng(&data, &size, pix.get(), 0) != 0) return "";
  std::string out(reinterpret_cast<char*>(data), size);
  std::free(data);
  return out;
}

std::string picture_library_versions() {
  char* leptonica = getLeptonicaVersion();
  char* formats = getImagelibVersions();
  std::string out = std::string(leptonica ? leptonica : "leptonica") + ", " + (formats ? formats : "");
  std::free(leptonica);
  std::free(formats);
  return out;
}

}  // namespace ap::ocr
