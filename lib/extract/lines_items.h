// Records of a table with known roles become line items: values, wrapped text, what is no line left out.
//
// Pure and thread-safe.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/evidence.h"
#include "core/invoice.h"
#include "extract/lines_roles.h"
#include "extract/lines_table.h"

namespace ap::extract::lines {

struct Item {
  Line line;
  std::map<std::string, Evidence> evidence;  // by field of Line: "net", "quantity"
  std::size_t first_row = 0, last_row = 0;   // lines of the document, text included
  bool checked = false;                      // quantity x price = net was there to be checked
  bool closes = false;                       // and held
  bool only_amount = false;                  // the row printed neither quantity nor price
  RowWords words;                            // of its description

  std::optional<Decimal> net() const { return line.net; }
};

// A table read under one assignment.
struct Reading {
  std::vector<Item> items;
  std::vector<Item> adjustments;  // rows that name a discount or a charge and print only an amount
  std::vector<Decimal> sums;      // amounts of rows that are no lines: sub-totals and the like
  Assignment assignment;
  std::vector<std::pair<int, Box>> regions;
};

// Carried sums and sub-totals inside the table are left out; rows after a sub-total are taken where they close.
Reading read_items(const Document& doc, const Body& body, const Grid& grid, const Assignment& assignment,
                   const LineHints& hints);

// Cuts rows off the end that are no lines: where the rows before them add up to a total, or to one of them.
void cut_to_sum(Reading& reading, const std::vector<Amount>& totals, const LineHints& hints);

// The amounts printed on the lines that name a sum.
std::vector<Amount> totals_of(const Document& doc, const Body& body);

// Fills what arithmetic leaves only one value for, and says so in the evidence: unit price = net / quantity,
// quantity = net / price where that comes out with at most three decimals, net = quantity x price. A row that prints
// nothing but an amount is one unit of what it names.
void derive_missing(Item& item);

}  // namespace ap::extract::lines
