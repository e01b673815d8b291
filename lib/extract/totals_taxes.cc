#include "extract/totals_taxes.h"

#include <algorithm>
#include <set>

namespace ap::extract::reading {
namespace {

// Subsets of more rows than this are not tried.
constexpr std::size_t kMostRows = 10;

class Breakdown {
 public:
  Breakdown(const SumSearch& search, const std::optional<Decimal>& net, const std::optional<Decimal>& tax)
      : search_(search), net_(net), tax_(tax) {
    all_negative_ = std::ranges::all_of(search.rows(), [&](const TaxRow& row) { return value(row.tax).is_negative(); });
  }

  std::vector<TaxRow> choose() {
    const auto& rows = search_.rows();
    if (!tax_ || rows.empty()) return once();
    // Each once, those with a basis, those without, all: whichever adds up.
    offer(once());
    for (bool with_basis : {true, false}) {
      std::vector<TaxRow> part = rows;
      std::erase_if(part, [&](const TaxRow& row) { return (row.basis >= 0) != with_basis; });
      offer(part);
    }
    auto distinct = once();
    if (best_score_ < 0 && distinct.size() <= kMostRows) {
      for (unsigned set = 1; set < 1U << distinct.size(); ++set) {
        std::vector<TaxRow> part;
        for (std::size_t i = 0; i < distinct.size(); ++i)
          if (set >> i & 1) part.push_back(distinct[i]);
        offer(part);
      }
    }
    if (best_score_ < 0 && distinct.size() == 1 && printed_as_tax(distinct.front())) return distinct;
    return best_;
  }

 private:
  const Decimal& value(int amount) const { return search_.value_of(amount); }
  Decimal of(int amount) const { return all_negative_ ? value(amount).abs() : value(amount); }

  // A row that does not fit is told only where a label calls it a tax and it is an amount to the cent of a plausible
  // size: "20 ... 22" is no tax, and of five pieces at 20 % the price is always 20 % of the amount.
  bool printed_as_tax(const TaxRow& row) const {
    return search_.weights().of[row.tax][kTax] > 0.2 && search_.decimals_of(row.tax) == 2 &&
           (!net_ || of(row.tax).abs() < net_->abs());
  }

  // The same rate and tax printed again is the same row.
  std::vector<TaxRow> once() const {
    std::set<std::pair<Decimal, Decimal>> seen;
    std::vector<TaxRow> out;
    for (const TaxRow& row : search_.rows())
      if (seen.insert({row.rate.normalized(), of(row.tax)}).second) out.push_back(row);
    return out;
  }

  void offer(const std::vector<TaxRow>& part) {
    if (part.empty()) return;
    Decimal tax, basis;
    double score = 0;
    bool complete = true, same_basis = true;
    for (const TaxRow& row : part) {
      tax += of(row.tax);
      complete &= row.basis >= 0;
      if (row.basis >= 0) basis += of(row.basis);
      same_basis &= row.basis >= 0 && of(row.basis) == of(part.front().basis >= 0 ? part.front().basis : row.basis);
      score += 0.01 * row.weight;
    }
    if ((tax - *tax_).abs() > Decimal::scaled(1, 2)) return;
    if (complete) score += 1;
    if (complete && net_ && (basis == *net_ || (same_basis && of(part.front().basis) == *net_))) score += 2;
    if (score <= best_score_) return;
    best_score_ = score;
    best_ = part;
  }

  const SumSearch& search_;
  const std::optional<Decimal>& net_;
  const std::optional<Decimal>& tax_;
  bool all_negative_ = false;
  double best_score_ = -1;
  std::vector<TaxRow> best_;
};

}  // namespace

std::vector<TaxRow> choose_breakdown(const SumSearch& search, const std::optional<Decimal>& net,
                                     const std::optional<Decimal>& tax) {
  return Breakdown(search, net, tax).choose();
}

}  // namespace ap::extract::reading
