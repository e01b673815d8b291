// The documents that wait, as a table to be edited in a spreadsheet and read back (ap-review worklist).
//
// A row names a document and the version of its record. Whoever fills the column `action` (approve, reject, reopen,
// release, with `reason`), fills `assign_to`, or changes the value of a field has it done when the table is read back,
// with the rights of who reads it back. A row whose record has changed since is refused, whatever it asks for; rows
// that ask for nothing are left alone. Columns that are no field of an invoice are for the eye only.
//
// No cell can start a formula: text that a spreadsheet would evaluate or take for a number is written with an
// apostrophe before it, which is taken off again. Amounts are compared by value, since spreadsheets drop zeros.
#pragma once

#include <cstdint>
#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ports/table.h"
#include "stages/review.h"

namespace ap {

// First 16 digits of the SHA-256 of the record's line: another one once anything in it is.
std::string record_version(const Record& record);

// A cell of a CSV file, guarded and quoted; and the text of such a cell, its quotes gone already.
std::string guarded_cell(std::string_view text);
std::string plain_cell(std::string_view cell);

std::string worklist_csv(const std::vector<Record>& records, const ReviewTable& how);
std::string worklist_ndjson(const std::vector<Record>& records, const ReviewTable& how);

struct WorklistRow {
  int line = 0;
  std::map<std::string, std::string, std::less<>> cells;  // by column; without apostrophes
};

// Error: a name that is no column, or id or version missing.
std::expected<void, std::string> check_worklist_columns(const std::vector<std::string>& names);

// Error: no header, a column that is none, id or version missing; for NDJSON a line that is no object of texts.
std::expected<std::vector<WorklistRow>, std::string> worklist_of_table(const std::vector<TableRow>& table);
std::expected<std::vector<WorklistRow>, std::string> worklist_of_ndjson(std::string_view text);

struct WorklistLine {
  int line = 0;
  std::string id;    // as far as it was given
  std::string done;  // "corrected, approved"; "" for a refused line
  std::string refused;
  ErrorKind kind = ErrorKind::bad_input;  // of the refusal
};

struct WorklistOutcome {
  std::vector<WorklistLine> lines;  // those that asked for something, in the order of the file
  std::int64_t done = 0, refused = 0, untouched = 0;
};

// Row by row; one that is refused does not stop the others. What a row asks for is done in the order correct, assign,
// action, up to the first that is refused.
WorklistOutcome apply_worklist(Review& review, const std::vector<WorklistRow>& rows,
                               const std::function<bool(std::string_view)>& known_user);

}  // namespace ap
