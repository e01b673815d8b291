// The sums of the invoice and its taxes, chosen together so that the arithmetic closes.
//
// Labels give every printed amount a weight in each role; rows in which rate x basis = tax are found without labels.
// Then net, tax and gross are taken as that triple whose labels and arithmetic together are best: an amount that
// arithmetic proves is worth more than one that a label names. What is not printed but follows is derived and says so.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "extract/context.h"
#include "extract/doctype.h"
#include "extract/trace.h"

namespace ap::extract::reading {

enum Sum {
  kNet,
  kTax,
  kGross,
  kPayable,
  kPrepaid,
  kRounding,
  kLines,
  kAllowance,
  kCharge,
  kOtherSum,
  kCash,
  kChange,
  kWithheld,
  kSums
};

// Weights of each amount (index as in Amounts::list) in each role, 0 where no label speaks for it.
struct SumWeights {
  std::vector<std::array<double, kSums>> of;
  std::vector<std::array<const LabelHit*, kSums>> hit;  // the label that gave the weight
};
SumWeights weigh_sums(const Context& context);

// One rate of the tax breakdown. Indices into Amounts::list, -1 where nothing is printed.
struct TaxRow {
  Decimal rate;
  int rate_amount = -1, basis = -1, tax = -1, gross = -1;
  double weight = 0;
};
// Rows that state a tax: by arithmetic (rate x basis = tax, to a hundredth) or by a label with a rate.
std::vector<TaxRow> find_tax_rows(const Context& context, const SumWeights& weights);

// What the lines say, where they were read; optional.
struct LineSums {
  std::optional<Decimal> sum;
  bool closes = false;          // the lines' own arithmetic holds
  Decimal allowances, charges;  // of the document, as far as they were read as rows of the table
  std::vector<Decimal> nets;    // of each line
};

void read_totals(const Context& context, const DocumentKind& kind, const LineSums& lines, Draft& draft,
                 TrainingTrace* trace = nullptr);

}  // namespace ap::extract::reading
