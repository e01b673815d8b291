// Text of documents in columns on a terminal. What a document says must not steer the terminal: control characters, and
// those that turn the direction of writing, become blanks. Pure.
#pragma once

#include <string>
#include <string_view>

namespace ap {

// The whole text on one line.
std::string plain_line(std::string_view text);

// At most `width` characters (not bytes), cut with an ellipsis.
std::string fit(std::string_view text, std::size_t width);

// The same, filled with blanks to `width`.
std::string padded(std::string_view text, std::size_t width);

}  // namespace ap
