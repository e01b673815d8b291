// CSV files (RFC 4180) by libcsv: separated by comma, semicolon or tab, whichever the first line has most of; cells may
// be quoted and hold line ends. A byte order mark is skipped; what is not UTF-8 is
// refused.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "ports/table.h"

namespace ap {

// Rows with at least one cell that is not blank; the header is the first. Error: what is wrong, with the line.
std::expected<std::vector<TableRow>, std::string> read_csv(std::string_view text);

}  // namespace ap
