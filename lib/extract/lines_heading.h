// Column headings of line tables: lines of known labels, possibly over several text lines.
//
// Pure and thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "extract/lines_tokens.h"
#include "extract/lines_words.h"
#include "layout/structure.h"

namespace ap::extract::lines {

// One label with the roles it may mean, likeliest first; roles are empty for a label that is not known.
struct HeadingCell {
  Box box;
  std::string label;  // folded
  std::vector<Role> roles;
};

struct Heading {
  int page = 0;
  std::size_t first = 0, last = 0;  // lines it stands on, both included
  std::vector<HeadingCell> cells;   // from left to right
  bool over_numbers = false;        // numbers stand in columns under its labels, an amount under the last of them

  bool has(Role role) const;
  int known() const;  // number of different likeliest roles
  // Whether it can stand over line items: an amount or price, and what it is for.
  bool over_items() const;
  // Labels of a tax summary, which lists rates and not items.
  bool over_taxes() const;
  // Where the table ends on the right: what stands beyond is a side column of the page. No limit where no amount
  // column has a label.
  std::int32_t right_limit() const;
};

// All headings of the document in order of lines; also those of tax summaries and payment tables, which are no item
// tables but end one. tokens[i] are the numbers of lines[i].
std::vector<Heading> find_headings(const std::vector<layout::TextLine>& lines,
                                   const std::vector<std::vector<NumberToken>>& tokens);

// Whether both have about the same labels: the heading of a table continued on the next page.
bool same_heading(const Heading& a, const Heading& b);

}  // namespace ap::extract::lines
