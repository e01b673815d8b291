// Sums found without any label: a net, one to three taxes and the total that they make, printed one after the other;
// and what follows the total down to the amount to pay. Internal to the search for the totals.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "extract/context.h"

namespace ap::extract::reading {

// Indices into Amounts::list; `net` and `tax` are -1 where they are the sum of several amounts.
struct Stack {
  int net = 0, tax = -1, gross = 0;
  Decimal net_size, tax_size, gross_size;
};

// Amounts of money on one page, in order and near each other, of which the last is the sum of the others, the later
// ones being small as taxes are.
std::vector<Stack> find_stacks(const Context& context);

// Columns that are added up to their last amount, with the taxes named among the amounts that are taxed: what is no tax
// is the net. `is_tax` by index into Amounts::list.
std::vector<Stack> find_columns(const Context& context, const std::vector<bool>& is_tax);

// A way from a total to a later amount: the amounts between them that make up the difference, with the sign they act
// with.
struct Chain {
  int end = 0;
  std::vector<std::pair<int, Decimal>> steps;
};

// The longest chain from each amount of size `total` that is printed near before its end, the longer ones first, else as
// they are printed. With `target` only chains to an amount of that size.
std::vector<Chain> find_chains(const Context& context, const Decimal& total,
                               const std::optional<Decimal>& target = std::nullopt);

}  // namespace ap::extract::reading
