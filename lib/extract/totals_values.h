// The distinct amounts of a document: equal ones are one value, whose labels and places are gathered. Internal to the
// search for the totals. Signs are left out: a credit note may print its sums with a minus.
#pragma once

#include <array>
#include <map>
#include <vector>

#include "extract/totals.h"

namespace ap::extract::reading {

struct Value {
  Decimal size;                         // without sign
  std::array<double, kSums> label{};    // the strongest label in each role
  std::array<int, kSums> at{};          // the amount that has it (index into Amounts::list)
  int first = 0;                        // the first amount with this value
  int last = 0;                         // the last one
  int times = 0;                        // how often it is printed
  bool currency = false, bold = false;  // at least once
  bool cents = false;                   // printed with two decimals

  double named(Sum sum) const { return label[sum]; }
  // The strongest label that says that this is none of net, tax and gross.
  double other() const;
};

class Values {
 public:
  Values(const Context& context, const SumWeights& weights);

  const std::vector<Value>& all() const { return all_; }
  // nullptr when no amount of that size is printed.
  const Value* find(const Decimal& size) const;
  // The largest amount that may be a total: not one that a label calls an other sum or cash.
  const Decimal& largest() const { return largest_; }
  bool any_currency() const { return any_currency_; }

 private:
  std::vector<Value> all_;  // in the order of the sheet
  std::map<Decimal, int> by_size_;
  Decimal largest_;
  bool any_currency_ = false;
};

// A tax of nothing is named, and none of something.
bool names_no_tax(const Values& values);

}  // namespace ap::extract::reading
