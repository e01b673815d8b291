// One table of numbers: the rows below a heading (or above the totals where there is none), its columns by alignment,
// and its records: the rows that belong to one item.
//
// Pure and thread-safe.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "extract/lines_heading.h"
#include "extract/lines_tokens.h"
#include "extract/lines_words.h"
#include "layout/structure.h"

namespace ap::extract::lines {

// The document as the tables look at it. tokens[i], words[i] belong to lines[i].
struct Document {
  std::vector<layout::TextLine> lines;
  std::vector<std::vector<NumberToken>> tokens;
  std::vector<RowWords> words;
  std::vector<bool> repeated;    // page header and footer
  std::vector<bool> sum_labels;  // names sums that stand in a row of their own, above or below
  std::vector<Heading> headings;
};

Document read_document(const std::vector<layout::Page>& pages);

// Lines of a table between its heading and its totals, over pages.
struct Body {
  std::optional<Heading> heading;
  std::int32_t right = INT32_MAX;   // where the table ends: what stands beyond is a side column of the page
  std::vector<std::size_t> rows;    // lines that may hold items or text of items, in order
  std::vector<std::size_t> totals;  // lines that name a sum, inside (sub-totals) and after the rows
  std::vector<std::size_t>
      after;                     // lines behind the first sum that stand in the table's frame: rows follow a sub-total
  bool on_earlier_page = false;  // the heading is none of the document's lines: the table began on pages before these
  bool summed = false;           // at the last line: past the first sum
  bool ended = false;            // and behind a heading of another kind
};

Body body_below(const Document& doc, std::size_t heading);

// The same for a table that began on earlier pages under `own` and goes on with the first line, or where it was past
// its end already (`ended`), behind a heading like its own.
Body body_going_on(const Document& doc, const Heading& own, bool ended);

// Without a heading: the lines above the first sum that hold amounts, with the text between them.
Body body_above_totals(const Document& doc);

struct Column {
  std::int32_t x0 = 0, x1 = 0;
  std::optional<std::size_t> heading;  // cell of the heading above it
  int count = 0;                       // tokens in it
};

// The tokens of one item, one per column at most, as index into Grid::tokens.
struct Record {
  std::vector<std::optional<std::size_t>> cells;
  std::size_t first_row = 0, last_row = 0;  // lines of its first and last token
};

struct Grid {
  std::vector<NumberToken> tokens;
  std::vector<Column> columns;  // from left to right
  std::vector<Record> records;
};

// Columns by overlap of the numbers that stand free; records by order: a column met again begins a new one.
Grid build_grid(const Document& doc, const Body& body);

// The rows behind the first sum, in the columns of `grid`.
Grid later_rows(const Document& doc, const Body& body, const Grid& grid);

}  // namespace ap::extract::lines
