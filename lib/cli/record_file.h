// Records that stand for files named as arguments, and for input that is no record at all.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/file_content.h"
#include "core/record.h"
#include "ports/clock.h"

namespace ap::cli {

// State received, id and source filled; `media_type` is left to the stage that looks inside. A file that cannot be
// read gives a failed record with id "" and a finding; one larger than `limit_bytes` a failed record with its id.
// `content` gets the bytes of a record that is received, so that nobody has to read and hash them again.
Record record_from_file(const std::string& path, std::int64_t limit_bytes, Clock& clock, std::string& content);

// The same for several files. nullopt for files of more than `most_bytes`.
std::vector<std::optional<FileRecord>> records_from_small_files(const std::vector<std::string>& paths,
                                                                std::size_t most_bytes, std::int64_t limit_bytes,
                                                                Clock& clock);

// A failed record with id "" for line `number` of standard input, which is no record for `reason`.
Record record_from_broken_line(std::int64_t number, const std::string& reason, Clock& clock);

// Names ended by NUL (the last one may lack it), from a file or standard input ("-"). Throws Error(no_input, io).
std::vector<std::string> read_files0(const std::string& path);

}  // namespace ap::cli
