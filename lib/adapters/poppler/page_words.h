// The words of one PDF page in our own terms.
#pragma once

#include <poppler-global.h>
#include <poppler-page.h>

#include <expected>
#include <string>

#include "layout/page.h"
#include "ports/read_limits.h"
#include "ports/reader.h"

namespace ap::pdf {

// In points, as the page is shown: its own /Rotate applied.
struct PageSize {
  double width = 0, height = 0;
};

PageSize upright_size(const poppler::page& page);

// Refuses with resource_limit a page beyond limits.page_points or with more than limits.words words.
std::expected<layout::Page, ReadFailure> read_words(const poppler::page& page, int number, const ReadLimits& limits);

// UTF-16 to UTF-8; unpaired surrogates become U+FFFD.
std::string utf8(const std::basic_string<unsigned short>& text);

}  // namespace ap::pdf
