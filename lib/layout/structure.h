// From the words of a page to its structure, by geometry alone: text lines, cells, blocks, reading order, what is
// repeated on every page, and the neighbours of a label. The same for text layers and OCR; no word is understood here.
//
// All functions are pure and deterministic and keep no reference to their arguments. Cost is about n log n in words.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "layout/page.h"

namespace ap::layout {

// Words of one page on a common baseline, from left to right. Never empty.
struct TextLine {
  int page = 0;  // Page::number
  Box box;       // of all words
  std::vector<Word> words;

  std::string text() const;  // words with one blank between them
};

// A run of words of one line with no wide gap between them: what a person sees as one cell or phrase. Never empty.
struct Cell {
  int page = 0;
  Box box;
  std::vector<Word> words;
  std::size_t line = 0;  // index into the list of lines it was cut from

  std::string text() const;
};

// Cells that stand close below each other and share an edge or overlap: an address, a paragraph, one column of a
// table. `cells` from top to bottom, then left to right.
struct Block {
  int page = 0;
  Box box;
  std::vector<Cell> cells;

  std::string text() const;  // one line per text line
};

// Joins words into text lines, top to bottom. Words are on one line when their vertical centres lie within half of
// the smaller height, followed from neighbour to neighbour, so that the slight slope of a scan does no harm. Large
// words (a heading beside small print) do not swallow two lines.
std::vector<TextLine> text_lines(const Page& page);

// text_lines() of all pages, in page order.
std::vector<TextLine> text_lines(const std::vector<Page>& pages);

// Cuts each line where the gap between two words is wider than `gap_em` hundredths of the line's letter height.
// 100 separates columns of nearly all invoices and keeps phrases whole; smaller finds tight columns.
std::vector<Cell> cells(const std::vector<TextLine>& lines, int gap_em = 100);

// Cells gathered into blocks, in reading order (columns beside each other are read one after the other).
std::vector<Block> blocks(const std::vector<Cell>& cells);

// For each line, whether the same text (digits taken as equal, so that page numbers do not matter) stands at about
// the same place near the top or bottom edge on at least two pages: page header and footer.
// `lines` as text_lines(pages) gives them.
std::vector<bool> repeated(const std::vector<TextLine>& lines, const std::vector<Page>& pages);

// The usual height of a letter line of body text on these lines: the median box height. 0 when there are none.
std::int32_t body_height(const std::vector<TextLine>& lines);

// The cell next on the right on the same line, nullopt when there is none within `max_gap` hundredths of a point.
std::optional<std::size_t> right_of(const std::vector<Cell>& cells, std::size_t label, std::int32_t max_gap);

// The nearest cell below that overlaps the label horizontally (or starts or ends where it does), nullopt when there
// is none within `max_gap` hundredths of a point below its lower edge.
std::optional<std::size_t> below(const std::vector<Cell>& cells, std::size_t label, std::int32_t max_gap);

// Lengths that two intervals share; negative: the distance between them.
constexpr std::int32_t overlap(std::int32_t a0, std::int32_t a1, std::int32_t b0, std::int32_t b1) {
  return (a1 < b1 ? a1 : b1) - (a0 > b0 ? a0 : b0);
}

}  // namespace ap::layout
