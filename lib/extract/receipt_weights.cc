#include "extract/receipt_weights.h"

#include <algorithm>
#include <string>

#include "extract/text.h"

namespace ap::extract::reading {
namespace {

// True when `word` is `wanted` with at most one letter mistaken or lost.
bool nearly(std::string_view word, std::string_view wanted) {
  if (word.size() > wanted.size() || word.size() + 1 < wanted.size()) return false;
  std::size_t same = 0;
  while (same < word.size() && word[same] == wanted[same]) ++same;
  return same == word.size() || word.substr(same + (word.size() == wanted.size())) == wanted.substr(same + 1);
}

// Weights by the labels; where a row has none, a first word that is nearly one counts half.
SumWeights labelled_weights(const Context& context) {
  SumWeights out = weigh_sums(context);
  const Sheet& sheet = context.sheet;
  for (std::size_t a = 0; a < context.amounts.list.size(); ++a) {
    const Amount& amount = context.amounts.list[a];
    const Row& row = sheet.rows[amount.row];
    int first = sheet.cells[row.first].first;
    if (sheet.tokens[first].confidence == kCertain || amount.first <= first || amount.percent) continue;
    // What a slip calls paid was given for it: no deposit.
    if (trim(sheet.tokens[first].folded, " .,:;") == "paid" && amount.first == first + 1)
      out.of[a][kCash] = std::max(out.of[a][kCash], 0.45);
    if (*std::max_element(out.of[a].begin(), out.of[a].end()) > 0.2 || sheet.cells[row.last - 1].last - first > 5)
      continue;
    std::string word(trim(sheet.tokens[first].folded, " .,:;|-_~'\"()[]*"));
    // "Tote l": a letter that stands apart belongs to the word before it.
    if (first + 1 < amount.first && sheet.tokens[first + 1].folded.size() == 1) word += sheet.tokens[first + 1].folded;
    if (nearly(word, "cash")) out.of[a][kCash] = 0.45;
    if (nearly(word, "change")) out.of[a][kChange] = 0.45;
    if (nearly(word, "total")) out.of[a][kGross] = 0.45;
    if (nearly(word, "subtotal") || nearly(word, "sub-total")) out.of[a][kNet] = 0.45;
    if (nearly(word, "rounding")) out.of[a][kRounding] = 0.45;
  }
  return out;
}

// "Rounding  22.90" below a total of 22.91 names the total after rounding.
void name_rounded_totals(const SlipAmounts& slip, SumWeights& weights) {
  const auto& list = slip.amounts.list;
  for (std::size_t a = 0; a < list.size(); ++a) {
    if (weights.of[a][kRounding] < 0.2 || !slip.usable(a) || list[a].value < Decimal(1L)) continue;
    for (std::size_t b = 0; b < a; ++b) {
      const Decimal gap = (list[a].value - list[b].value).abs();
      if (gap.is_zero() || gap > Decimal::scaled(5, 2) ||
          std::max(weights.of[b][kGross], weights.of[b][kPayable]) < 0.4)
        continue;
      weights.of[a][kRounding] = 0;
      weights.of[a][kGross] = 0.6;
    }
  }
}

// "Change (Cash)  0.70" is no cash: the word that a row begins with says what its amount is.
void name_change(const Context& context, SumWeights& weights) {
  for (std::size_t a = 0; a < context.amounts.list.size(); ++a) {
    auto& of = weights.of[a];
    if (of[kCash] < 0.2 || of[kChange] > 0.4) continue;
    int cell = context.sheet.rows[context.amounts.list[a].row].first;
    for (int h : context.labels.by_cell[cell])
      if (context.labels.hits[h].role == Role::change && context.labels.hits[h].before == 0)
        of[kChange] = of[kCash], of[kCash] = 0;
  }
}

}  // namespace

SumWeights slip_weights(const Context& context, const SlipAmounts& slip) {
  SumWeights out = labelled_weights(context);
  name_rounded_totals(slip, out);
  name_change(context, out);
  return out;
}

}  // namespace ap::extract::reading
