// Which table of a document holds its lines: every reading with what speaks for it.
//
// Pure and thread-safe.
#pragma once

#include <optional>
#include <vector>

#include "extract/lines.h"
#include "extract/lines_items.h"
#include "extract/lines_table.h"

namespace ap::extract::lines {

// A reading of the lines with what speaks for it.
struct Candidate {
  Reading reading;
  std::vector<Amount> totals;
  std::optional<Heading> heading;  // of the table that was read
  bool ended = false;              // another table follows it
  bool sum_closes = false;
  int closing = 0;  // rows in which quantity x price = net
  int score = 0;
};

// The usual convention of the numbers printed.
NumberStyle style_of(const Document& doc);

Decimal sum_of(const std::vector<Item>& items);

// Whether one of the totals may say `value`, whatever its sign.
bool names(const std::vector<Amount>& totals, const Decimal& value);

// One table, and how well it holds together.
Candidate read_table(const Document& doc, Body body, const LineHints& hints);

// The readings that are worth a look, never none; a score of zero means that nothing supports it.
std::vector<Candidate> candidates(const Document& doc, const LineHints& hints);

}  // namespace ap::extract::lines
