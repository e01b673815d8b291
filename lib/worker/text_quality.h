// Is a text layer worth using?
#pragma once

#include <vector>

#include "layout/page.h"

namespace ap::worker {

// False for a page with hardly any text, and for text that is none: fonts without a proper map to Unicode yield
// private or replacement characters, or letters shifted into words without vowels.
bool usable_text(const std::vector<layout::Word>& words);

}  // namespace ap::worker
