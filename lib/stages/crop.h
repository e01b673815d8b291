// The piece of a page where a value was read, as a picture for people (ap-review show --crop). Pure.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "core/record.h"
#include "ports/drawing.h"
#include "ports/reader.h"

namespace ap {

inline constexpr int kCropDpi = 144;

// The place of `field` on its page with so much around it that one sees where it stands, the value framed. `reading`
// holds the pictures of all pages of the document. Error: why there is no such piece, as part of a sentence.
std::expected<MarkedPage, std::string> crop_field(const Record& record, std::string_view field,
                                                  const PageReading& reading);

}  // namespace ap
