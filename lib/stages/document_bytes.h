// The bytes of a document again: from the blob store, else from where it came, if they are still the same.
#pragma once

#include <cstdint>
#include <expected>
#include <string>

#include "core/record.h"
#include "ports/blob_store.h"
#include "ports/files.h"

namespace ap {

// The bytes whose SHA-256 is the record's id, or why there are none. Ports may be null. A part of a mail or scan has
// no file of its own, so only the blob store can give it.
std::expected<std::string, std::string> document_bytes(const Record& record, BlobStore* blobs, Files* files,
                                                       std::uint64_t max_bytes);

}  // namespace ap
