// Picture files (JPEG, PNG, TIFF) as grey pictures, and grey pictures as PNG. Leptonica behind it.
#pragma once

#include <expected>
#include <string>

#include "core/digest.h"
#include "ports/ocr_engine.h"
#include "ports/read_limits.h"
#include "ports/reader.h"

namespace ap::ocr {

// How many pictures the file holds: those of a TIFF, else 1. Reads headers only; refuses with resource_limit more
// than limits.pages, and a first picture with more than limits.page_pixels pixels.
std::expected<int, ReadFailure> count_pictures(Bytes bytes, const ReadLimits& limits);

// The picture `number`, from 1. Size limits are checked on its header before it is unpacked. Its resolution is that
// of the file where it can be true for a page or a receipt, else one worked out from its size.
std::expected<Picture, ReadFailure> read_picture(Bytes bytes, int number, const ReadLimits& limits);

// "" when memory is short.
std::string encode_png(const Picture& picture);

std::string picture_library_versions();

}  // namespace ap::ocr
