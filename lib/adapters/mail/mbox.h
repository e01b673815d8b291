// The messages of an mbox file.
#pragma once

#include <expected>
#include <string>
#include <vector>

#include "core/digest.h"
#include "ports/read_limits.h"
#include "ports/reader.h"

namespace ap::mail {

// Cuts where a line "From ..." follows a blank line, or begins the file, and a header field comes after it (RFC 4155).
// The dividing lines are left out; one '>' is taken from quoted lines ">From " ("mboxrd"). Refuses with resource_limit
// more than limits.mbox_messages.
std::expected<std::vector<std::string>, ReadFailure> split_mbox(Bytes bytes, const ReadLimits& limits);

}  // namespace ap::mail
