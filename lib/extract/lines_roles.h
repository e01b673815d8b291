// Which column is what: chosen together, so that headings, the look of the numbers and arithmetic agree.
//
// Pure and thread-safe.
#pragma once

#include <optional>
#include <vector>

#include "core/decimal.h"
#include "extract/lines.h"
#include "extract/lines_table.h"

namespace ap::extract::lines {

// How a column of discounts is to be read.
enum class DiscountKind { none, percent, amount };

struct Assignment {
  std::vector<Role> roles;  // per column of the grid
  NumberStyle style = NumberStyle::any;
  DiscountKind discount = DiscountKind::none;
  int score = 0;            // hundredths; only comparable within one document
  int closing = 0;          // records in which quantity x price (- discount) = net
  int checkable = 0;        // records that have all three
  bool headed = false;      // the net column stands under a heading that may mean it
  bool sum_closes = false;  // all nets together are a total of the document

  std::optional<std::size_t> column(Role role) const;
};

// The value in a column of a record under a convention; where the number cannot be read so, its likeliest reading.
std::optional<Decimal> value_at(const Grid& grid, const Record& record, std::size_t column, NumberStyle style);

// Whether quantity x price = net within what rounding of the printed figures explains. Signs do not count: a credit
// note may print a minus before the amount alone.
bool product_closes(const Decimal& quantity, const Decimal& price, const Decimal& net);

// `totals`: every amount that the sum of the lines may be.
Assignment assign_roles(const Grid& grid, const std::optional<Heading>& heading, const std::vector<Amount>& totals,
                        const LineHints& hints, NumberStyle style);

// The same for the convention that closes best; both are tried where the document does not say.
Assignment assign_roles(const Grid& grid, const std::optional<Heading>& heading, const std::vector<Amount>& totals,
                        const LineHints& hints);

}  // namespace ap::extract::lines
