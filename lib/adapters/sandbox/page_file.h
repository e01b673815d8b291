// Pages as a file: what the OCR cache keeps, and what developers dump to work on the extraction without reading again.
//
// The payload is the form that travels from the worker; before it stand a mark of that form and a hash. The mark is
// worked out from the form itself, so a file of another version of the program is not taken for one of this version.
// Pure and thread-safe.
#pragma once

#include <string>
#include <string_view>

#include "ports/reader.h"

namespace ap {

std::string encode_page_file(const PageReading& reading);

// False, and `reading` unusable, for anything but a whole, undamaged file of this version.
bool decode_page_file(std::string_view bytes, PageReading& reading);

}  // namespace ap
