// Rows of master data as JSON: how stores keep an item, and one line of an NDJSON import.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "core/master_kinds.h"

namespace ap {

// [{"name":"value"}, ...] with columns in order of their names: equal items have equal text.
std::string to_master_json(const std::vector<MasterRow>& rows);
// Error: no JSON of that form.
std::expected<std::vector<MasterRow>, std::string> master_from_json(std::string_view text);

// One line of NDJSON: an object whose members are columns; strings, numbers, yes/no as booleans, and arrays of these
// where a column holds several. A member "lines" holds the rows of an item, which the other members join.
// Error: what is wrong, as a sentence without the line number.
std::expected<std::vector<MasterRow>, std::string> master_rows_from_line(std::string_view line);

}  // namespace ap
