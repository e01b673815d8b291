// Whether a PDF draws something made of very many small areas, as a payment code is: told from its content streams
// alone, without rendering a page. A hint that costs little, for whether a page is worth the rendering.
//
// Worker only: it inflates foreign bytes. Bounded in memory and time; never throws for what the bytes are. Thread-safe.
#pragma once

#include <string_view>

namespace ap::zlib {

// True when a stream that is neither picture nor font closes at least as many small rectangles or outlines as the
// smallest payment code has dark runs (EPC069-12 allows QR versions up to 13; one of 25 modules has some 150), and when
// the streams cannot be looked at: encrypted, in a filter that is not known here, or larger than is worth it.
bool draws_many_shapes(std::string_view pdf);

}  // namespace ap::zlib
