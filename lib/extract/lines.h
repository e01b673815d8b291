// Line items: from pages to the rows of an invoice or receipt.
//
// Tables are found by geometry; the role of each column comes from its heading where there is one and otherwise, or
// in doubt, from which roles make quantity x price - discount = net in every row and the sum of the rows a printed
// total. Values that are not printed are derived only where arithmetic leaves one possibility, and say so
// (How::arithmetic). Sub-totals, carried sums, headings and totals are no lines.
//
// Pure and deterministic; thread-safe. Cost well below a millisecond for a page of ordinary size.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/evidence.h"
#include "core/invoice.h"
#include "extract/amount_reading.h"
#include "layout/page.h"

namespace ap::extract {

// What the caller knows already; every member may be left as it is. None is believed against closing arithmetic.
struct LineHints {
  std::string language;                  // ISO 639-1
  NumberStyle style = NumberStyle::any;  // convention of the document
  std::string currency;                  // ISO 4217
  std::optional<Decimal> net, gross;     // totals.net, totals.gross
  std::vector<Decimal> rates;            // tax rates of the document, in per cent
  bool receipt = false;                  // a shop receipt: narrow, lines without a table
  std::optional<Decimal> before;         // what the rows on earlier pages add up to, where a table goes on
};

// The lines of a document. `evidence` has keys as "lines[2].net"; every value in `lines` has its entry.
struct LineTable {
  std::vector<Line> lines;
  EvidenceMap evidence;
  // Document level allowances and charges that stand as rows among the lines or in a table of their own below.
  // Evidence keys "allowances_charges[0].amount". Amounts positive.
  std::vector<AllowanceCharge> allowances_charges;

  std::optional<Decimal> sum;  // of the lines' amounts, when there is at least one
  bool sum_closes = false;     // the sum (with allowances and charges) is the net, the gross or a total printed below
  bool gross_prices = false;   // the amounts include tax: the sum closes with the gross total
  NumberStyle style = NumberStyle::any;      // the convention under which the rows close
  std::vector<std::pair<int, Box>> regions;  // page and box of each part of the table, heading included
};

// For a credit note that prints its amounts with a minus: lines and sum become positive, as EN 16931 has them; what was
// printed stays in the evidence. A table whose sum is not negative is left as it is.
void make_positive(LineTable& table);

LineTable extract_lines(const std::vector<layout::Page>& pages, const LineHints& hints);

}  // namespace ap::extract
