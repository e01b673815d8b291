// A mail's bytes to its parts, and an mbox to its messages. Uses GMime; what it parses is of unknown intent, so call
// it inside the sandbox only. Not thread-safe across threads of one process (GMime keeps process-wide state).
#pragma once

#include <expected>
#include <functional>
#include <string>
#include <vector>

#include "core/digest.h"
#include "ports/read_limits.h"
#include "ports/reader.h"

namespace ap::mail {

// Told after each part, with its number from 1: work goes on.
using Progress = std::function<void(int)>;

// Walks the MIME tree (RFC 2045 to 2049, RFC 2183), nested messages included, in order.
//  * Taken as parts: every leaf that a person attached, inline or not, whatever its name or claimed type says, and XML
//    or a PDF that stands inline. Each is decoded; `locator` is its place in the tree ("2.1"), stable for the same mail.
//  * Dropped, with the reason: text and HTML bodies, small inline pictures (logos, tracking pixels), signatures and
//    keys, calendar entries, and empty parts.
// Refuses what is no mail (unreadable), and a mail beyond the limits on parts, depth and bytes (resource_limit).
std::expected<MailReading, ReadFailure> read_mail(Bytes bytes, const ReadLimits& limits, const Progress& progress);

// The messages of an mbox (RFC 4155, "From " lines; ">From " unquoted), each as the bytes of one message.
std::expected<std::vector<std::string>, ReadFailure> split_mbox(Bytes bytes, const ReadLimits& limits);

}  // namespace ap::mail
