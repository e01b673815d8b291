// The documents that a mail brings. GMime behind it; hostile bytes, so only the worker program links this.
#pragma once

#include <expected>

#include "core/digest.h"
#include "ports/read_limits.h"
#include "ports/reader.h"

namespace ap::mail {

// Walks the MIME tree (RFC 2045, 2046), nested messages and TNEF (winmail.dat) included. Every leaf becomes a part to
// be taken as a document or is named as dropped with the reason; the text of a mail is named only where nothing else
// was found in it. Names are decoded after RFC 2231 and, as most programs write them, RFC 2047.
//
// Refuses with resource_limit a mail beyond limits.mail_parts, mail_depth or attachment_bytes, rather than take part
// of it. Not thread-safe on first use (GMime sets itself up).
std::expected<MailReading, ReadFailure> read_message(Bytes bytes, const ReadLimits& limits);

}  // namespace ap::mail
