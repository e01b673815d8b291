// What bytes are, by what stands in them; names and the sender's claims count for nothing.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "ports/reader.h"

namespace ap::worker {

enum class Kind { pdf, tiff, jpeg, png, xml, message, mbox };

std::string_view media_type(Kind kind);

// Looks at the first few kilobytes. What we do not read is refused with unsupported_type and a message that names
// what it seems to be; nothing at all is unreadable.
std::expected<Kind, ReadFailure> sniff(std::string_view bytes);

}  // namespace ap::worker
