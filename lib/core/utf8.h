// What is UTF-8 and what is not (RFC 3629: nothing overlong, no surrogates, nothing beyond U+10FFFF).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ap {

// Bytes of the character that `text` begins with, 1 to 4; 0 when none begins there.
std::size_t utf8_sequence(std::string_view text);

// The text with U+FFFD in place of every byte that belongs to no character, and of NUL.
std::string valid_utf8(std::string_view text);
void assign_valid_utf8(std::string& out, std::string_view text);  // which is no part of `out`

}  // namespace ap
