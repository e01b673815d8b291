// Export formats: records to bytes. A format is one row of the table in registry.cc; all functions are pure, and the
// same records give the same bytes.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/record.h"

namespace ap::exporting {

// One file is head(batch), then document(record, first) for each record, then tail(); or, where `own_file` is set,
// every document is a file of its own: <batch>-<number from 1><suffix>.
struct Format {
  std::string_view name;         // as --format has it
  std::string_view suffix;       // the file is named <batch><suffix>
  std::string_view description;  // for help
  std::string (*head)(std::string_view batch);
  std::string (*document)(const Record& record, bool first);
  std::string (*tail)();
  bool own_file = false;
};

std::span<const Format> formats();

// The formats of a comma-separated list, in its order, each at most once; empty when one of them is unknown.
std::vector<const Format*> formats_from(std::string_view list);

// ---- csv.cc
std::string csv_head(std::string_view batch);
std::string csv_document(const Record& record, bool first);
std::string csv_lines_head(std::string_view batch);
std::string csv_lines_document(const Record& record, bool first);

// One row, RFC 4180: CRLF; cells with comma, quote, line end or outer blanks are quoted. A cell that a spreadsheet
// would take for a formula (it begins with = + - @ TAB or CR and is no number) gets a leading apostrophe.
std::string csv_row(std::span<const std::string> cells);

// ---- json.cc
std::string json_head(std::string_view batch);
std::string json_document(const Record& record, bool first);
std::string json_tail();

// ---- einvoice.cc. What an e-invoice of the same syntax said beyond the fields is put back in.
std::string ubl_document(const Record& record, bool first);
std::string cii_document(const Record& record, bool first);
// CII with the guideline of Factur-X, profile EN 16931: the XML that a hybrid PDF carries as factur-x.xml.
std::string factur_x_document(const Record& record, bool first);

// Text as a JSON string, quotes included. Broken UTF-8 is passed on as it is: records hold none.
std::string json_string(std::string_view text);

}  // namespace ap::exporting
