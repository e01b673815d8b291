// All bytes of standard input, for commands that take one document there ("-").
#pragma once

#include <cstdint>
#include <expected>
#include <string>

#include "ports/files.h"

namespace ap::cli {

// too_large, having read at most `max_bytes` + 1, when there are more; io when reading fails.
std::expected<std::string, FileFailure> read_standard_input(std::uint64_t max_bytes);

}  // namespace ap::cli
