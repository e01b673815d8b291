// Cash rounding: what it made of the total, and which of two totals came after it.
#include <algorithm>

#include "extract/receipt_sums.h"

namespace ap::extract::reading {

namespace {

// Where the smallest coin is a half or a whole, as in Sweden and Czechia.
bool of_large_coins(const Decimal& value) {
  const Decimal halves = value + value;
  return halves == halves.rounded(0);
}

}  // namespace

// What the row of rounding `r` makes of amount `a`; where its own figure cannot be right, the nearest coin.
Decimal SlipSums::rounded(std::size_t a, std::size_t r) const {
  const Decimal& value = list()[a].value;
  if (list()[r].value.abs() <= kMostRounding) return value + list()[r].value;
  const Decimal coin = Decimal::scaled(5, 2);
  return Decimal::divide(value, coin, 0) * coin;
}

// Net, tax and their table are of the time before cash rounding.
void SlipSums::round() {
  Decimal rounding;
  for (std::size_t r : named(kRounding, 0.3))
    if (slip_.quality[r] > 0.6 && list()[r].decimals() == 2 && list()[r].value.abs() <= kMostRounding &&
        !list()[r].value.is_zero())
      rounding = list()[r].value;
  if (rounding.is_zero()) return;
  for (auto* witnesses : {&split_, &table_})
    for (std::size_t i = 0, count = witnesses->size(); i < count; ++i) {
      Witness after = (*witnesses)[i];
      (*witnesses)[i].weight *= 0.5;
      after.value += rounding;
      witnesses->push_back(after);
      implied_.push_back(after.value);
    }
}

SlipSums::Rounded SlipSums::rounding(const Decimal& value) const {
  Rounded best;
  for (std::size_t a = 0; a < list().size(); ++a) {
    if (!slip_.usable(a) || list()[a].value != value || part(a) > 0.3) continue;
    Rounded found = two_totals(a);
    if (found.weight == 0) found = by_label(a);
    if (found.weight > best.weight || best.weight == 0) best = found;
  }
  if (best.weight != 0) return best;
  const bool paid = was_paid(value);
  for (std::size_t r : named(kRounding, 0.2)) {  // not printed, but paid: total and rounding make it
    const bool misread = list()[r].value.abs() > kMostRounding;
    if (list()[r].value.is_zero() || (!misread && !paid)) continue;
    for (std::size_t a = 0; a < list().size(); ++a)
      if (slip_.usable(a) && list()[a].value != value && rounded(a, r) == value &&
          (!misread || list()[a].row < list()[r].row) &&
          std::max(weights_.of[a][kGross], weights_.of[a][kPayable]) > 0.4)
        return {misread && !paid ? 0.2 : 0.3, list()[a].value};
  }
  return best;
}

bool SlipSums::rounded_between(int first, int last) const {
  return std::ranges::any_of(rounding_rows_, [&](int row) { return row > first && row < last; });
}

// Two totals some cents apart: the later is the rounded one.
SlipSums::Rounded SlipSums::two_totals(std::size_t a) const {
  auto total = [&](std::size_t i) {
    return slip_.usable(i) && std::max(weights_.of[i][kGross], weights_.of[i][kPayable]) > 0.4;
  };
  for (std::size_t b = 0; slip_.usable(a) && b < list().size(); ++b) {  // a row of rounding between them, unreadable
    const Decimal gap = (list()[a].value - list()[b].value).abs();
    if (gap.is_zero() || gap > kMostRounding || !slip_.usable(b)) continue;
    if (total(b) && rounded_between(list()[b].row, list()[a].row)) return {0.3, list()[b].value};
    if (total(a) && rounded_between(list()[a].row, list()[b].row)) return {-0.3, std::nullopt};
  }
  for (std::size_t b = 0; total(a) && b < list().size(); ++b) {
    if (!total(b) || list()[a].row == list()[b].row || part(b) > 0.3) continue;
    Decimal gap = (list()[a].value - list()[b].value).abs();
    if (gap.is_zero() || gap > kMostRounding) continue;
    return list()[a].row > list()[b].row ? Rounded{0.3, list()[b].value} : Rounded{-0.3, std::nullopt};
  }
  return {};
}

// An amount called rounding makes one of the other, and stands between them.
SlipSums::Rounded SlipSums::by_label(std::size_t a) const {
  Rounded best;
  for (std::size_t r : named(kRounding, 0.2)) {
    const Decimal size = list()[r].value.abs();
    if (size.is_zero() || size >= Decimal(1L)) continue;
    for (std::size_t b = 0; b < list().size(); ++b) {
      if (size > Decimal::scaled(10, 2) && !of_large_coins(list()[a].value) && !of_large_coins(list()[b].value))
        continue;
      if (b == a || !slip_.usable(b) || (list()[a].value - list()[b].value).abs() != size) continue;
      bool after = list()[a].row > list()[r].row, before = list()[b].row > list()[r].row;
      if (after && !before) return {0.3, list()[b].value};
      if (before && !after) best = {-0.3, std::nullopt};
    }
    if (list()[r].row > list()[a].row && was_paid(list()[a].value + list()[r].value)) best = {-0.3, std::nullopt};
  }
  return best;
}

}  // namespace ap::extract::reading
