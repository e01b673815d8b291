// Brings the bytes of an XML document to UTF-8, strictly: what is not well-formed text is refused, never repaired.
//
// Byte order marks, UTF-16 without a mark, and the encoding declaration are honoured: UTF-8, US-ASCII, UTF-16,
// ISO-8859-1 (and -15), Windows-1252. Null bytes and control characters that XML 1.0 forbids are refused. Pure,
// thread-safe.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <string>

#include "core/digest.h"

namespace ap::xml {

// A writable copy of a document for parsing in place. The last byte is followed by a null.
struct Utf8Text {
  std::shared_ptr<char[]> data;
  std::size_t size = 0;
};

// Writes a character, one to four bytes, and goes behind it.
void append_utf8(char*& out, std::uint32_t character);

// Error: what is wrong, and at which byte.
std::expected<Utf8Text, std::string> to_utf8(Bytes bytes);

}  // namespace ap::xml
