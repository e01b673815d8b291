// The pages as extraction looks at them: tokens, and rows of cells.
//
// A token is a word, cut where a label and its value are glued ("Datum:31.01.2014"). A cell is a run of tokens at
// word distance on one row. Everything is kept in
// flat vectors and named by index; indices are ordered by page, row and column. Built once per document, then only
// read; positions are hundredths of a point.
#pragma once

#include <string>
#include <vector>

#include "layout/page.h"

namespace ap::extract::reading {

struct Token {
  std::string text;    // as printed
  std::string folded;  // for comparison, see text.h
  Box box;
  Confidence confidence = kCertain;
  int font_size = 0;
  bool bold = false;
  int cell = 0;
};

struct Cell {
  int row = 0;
  int first = 0, last = 0;  // tokens, last is one past the end
  Box box;
};

struct Row {
  int page = 0;             // index into `pages`
  int first = 0, last = 0;  // cells, last is one past the end
  Box box;
};

// Another text that recognition saw in the place of some tokens of a row.
struct Variant {
  std::string text;  // as read, blanks within where it was several words
  Confidence confidence = 0;
  int first = 0, last = 0;  // tokens, last is one past the end
};

struct Sheet {
  const std::vector<layout::Page>* pages = nullptr;
  std::vector<Token> tokens;
  std::vector<Variant> variants;  // by their first token; none on pages with a text layer
  std::vector<Cell> cells;
  std::vector<Row> rows;

  const layout::Page& page_of_row(int row) const { return (*pages)[rows[row].page]; }
  const layout::Page& page_of_cell(int cell) const { return page_of_row(cells[cell].row); }
  const layout::Page& page_of_token(int token) const { return page_of_cell(tokens[token].cell); }

  // Tokens first to last - 1 with single blanks between them; without the given trailing or leading characters.
  std::string text(int first, int last, std::string_view strip = "") const;
  std::string cell_text(int cell) const { return text(cells[cell].first, cells[cell].last); }
  Box box(int first, int last) const;
  // The least recognition confidence among the tokens.
  Confidence confidence(int first, int last) const;
};

// What is looked at of a document; the words behind that are left out. No invoice comes near.
inline constexpr std::size_t kMostTokensOnPage = 20'000, kMostTokens = 100'000;

// `pages` must outlive the sheet.
Sheet build_sheet(const std::vector<layout::Page>& pages);

}  // namespace ap::extract::reading
