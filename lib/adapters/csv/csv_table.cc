#include "adapters/csv/csv_table.h"

#include <csv.h>

#include <algorithm>

#include "core/utf8.h"

namespace ap {
namespace {

char separator_of(std::string_view text) {
  std::string_view first = text.substr(0, text.find('\n'));
  char best = ',';
  for (char candidate : {',', ';', '\t'})
    if (std::ranges::count(first, candidate) > std::ranges::count(first, best)) best = candidate;
  return best;
}

// From the first byte that is no UTF-8; empty when there is none.
std::string_view first_foreign(std::string_view text) {
  while (!text.empty()) {
    std::size_t length = utf8_sequence(text);
    if (length == 0) return text;
    text.remove_prefix(length);
  }
  return {};
}

// Rows grow as libcsv calls back; bytes go in one at a time, so that the line of each is known.
struct Rows {
  std::vector<TableRow> rows;
  TableRow row;
  int line = 1, begun = 1;

  void end_cell(std::string_view cell) { row.cells.emplace_back(cell); }
  void end_row() {
    bool blank = std::ranges::all_of(
        row.cells, [](const std::string& cell) { return cell.find_first_not_of(" \t\r\n") == std::string::npos; });
    row.line = begun;
    if (!blank) rows.push_back(std::move(row));
    row = {};
    begun = line + 1;
  }
};

void on_cell(void* cell, std::size_t length, void* rows) {
  static_cast<Rows*>(rows)->end_cell({cell ? static_cast<const char*>(cell) : "", length});
}
void on_row(int, void* rows) { static_cast<Rows*>(rows)->end_row(); }

struct Parser {
  csv_parser parser;
  explicit Parser(char separator) {
    csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&parser, static_cast<unsigned char>(separator));
  }
  ~Parser() { csv_free(&parser); }
  Parser(const Parser&) = delete;
};

}  // namespace

std::expected<std::vector<TableRow>, std::string> read_csv(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  // What a spreadsheet saved in another encoding would come in as other letters, and as corrections of every name.
  if (std::string_view fault = first_foreign(text); !fault.empty())
    return std::unexpected("line " + std::to_string(std::count(text.data(), fault.data(), '\n') + 1) +
                           ": it is not UTF-8; save the table as CSV in UTF-8");
  Parser csv(separator_of(text));
  Rows rows;
  auto refuse = [&] {
    return std::unexpected("line " + std::to_string(rows.begun) + ": " + csv_strerror(csv_error(&csv.parser)) +
                           "; a quote inside a quoted cell is written twice");
  };
  for (const char& byte : text) {
    if (csv_parse(&csv.parser, &byte, 1, on_cell, on_row, &rows) != 1) return refuse();
    if (byte != '\n') continue;
    ++rows.line;
    // A blank line ends no row for libcsv.
    if (rows.row.cells.empty() && csv.parser.pstate == 0) rows.begun = rows.line;
  }
  if (csv_fini(&csv.parser, on_cell, on_row, &rows) != 0) return refuse();
  return std::move(rows.rows);
}

}  // namespace ap
