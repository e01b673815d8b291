// ap-validate import: files of vendors, orders and so on become versions of master data in the store.
//
// Rows are checked one by one; what is wrong is refused with its line and reason, and the rest is taken. Of orders and
// receipts, one refused line refuses the whole item: half an order would make its invoices look wrong.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ports/clock.h"
#include "ports/master_data.h"
#include "ports/table.h"

namespace ap {

struct RefusedRow {
  int line = 0;
  std::string reason;
  bool operator==(const RefusedRow&) const = default;
};

// A row of the file with its line.
struct MasterLine {
  int line = 0;
  MasterRow row;
};

struct ImportFile {
  std::vector<MasterLine> rows;
  std::vector<RefusedRow> refused;  // lines that are no row at all
};

// A table with a header; columns that are not known are an error that names them and what is known.
std::expected<ImportFile, std::string> import_file_of_table(MasterKind kind, std::vector<TableRow> table);
// NDJSON (record/master_json.h). The same error for members that are no columns.
std::expected<ImportFile, std::string> import_file_of_ndjson(MasterKind kind, std::string_view text);

struct ImportOptions {
  std::string source, actor;  // name of the file; who imports
  bool replace = false, dry_run = false;
  std::optional<Date> effective;
};

struct ImportOutcome {
  ImportInfo info;
  std::vector<RefusedRow> refused;  // by line
};

// With `replace`, nothing is kept when a row was refused: what could not be taken would be removed.
ImportOutcome import_master(MasterData& data, const Clock& clock, MasterKind kind, ImportFile file,
                            const ImportOptions& options);

// ---- texts

std::string import_report(const ImportOutcome& outcome, bool dry_run);
std::string import_json(const ImportOutcome& outcome);
std::string import_history(const std::vector<ImportInfo>& imports);  // table, newest first
std::string master_kind_list();                                      // kinds with their meaning
std::string master_example(MasterKind kind);                         // a template: header and one row, as CSV
// Columns of a kind with meaning, for the manual: name, form, meaning.
std::string master_columns_text(MasterKind kind);

}  // namespace ap
