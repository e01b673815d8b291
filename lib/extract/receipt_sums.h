// The arithmetic of a slip: which values its other amounts speak for.
#pragma once

#include <optional>
#include <vector>

#include "extract/receipt_amounts.h"
#include "extract/totals.h"

namespace ap::extract::reading {

// The smallest coin is of five or ten hundredths where sums are rounded to cents.
inline const Decimal kMostRounding = Decimal::scaled(5, 2);

// What is needed of a slip's amounts to ask for witnesses. The arguments must outlive it.
class SlipSums {
 public:
  SlipSums(const Context& context, const SlipAmounts& slip, const SumWeights& weights);

  // The items of the slip add up to `value`; `lines` of them, `proved` of which are quantity times price.
  void items(const Decimal& value, std::size_t lines, std::size_t proved);

  // Values that follow from others and need not be printed: cash less change, net and tax.
  const std::vector<Decimal>& implied() const { return implied_; }

  // About 0.4 for each independent witness of `value` as the total, less where it rests on repaired amounts. What
  // leads to `before`, the sum that cash rounding made `value` of, speaks for `value` too.
  double proof(const Decimal& value, const std::optional<Decimal>& before = std::nullopt) const;

  // Cash rounding: weight above zero for the total after it, which `before` led to, below for the one before.
  struct Rounded {
    double weight = 0;
    std::optional<Decimal> before;
  };
  Rounded rounding(const Decimal& value) const;

  // A row of cash rounding stands between two rows of the sheet: what is to be paid below it ends in a coin.
  bool rounded_between(int first, int last) const;

  // How much speaks for an amount's being a part of something: a row of the tax table, an item of a column that closes,
  // not the last amount on its row. 0 nothing.
  double part(std::size_t amount) const;

  struct Split {
    Decimal net, tax;
    int net_amount = -1, tax_amount = -1;  // -1: derived
  };
  // Net and tax that make up `gross`, by the tax table or by labels.
  std::optional<Split> net_and_tax(const Decimal& gross) const;

 private:
  struct Witness {
    Decimal value;
    double weight = 0;
  };

  const std::vector<Amount>& list() const { return slip_.amounts.list; }
  std::vector<std::size_t> named(Sum sum, double least) const;
  void paid();
  void net_plus_tax();
  void table();
  void round();
  Decimal rounded(std::size_t amount, std::size_t rounding) const;
  void columns();
  void running_sums();
  std::vector<RepairedAmount> coins(std::size_t amount) const;
  double taxed(const Decimal& value) const;
  double supposed(std::size_t amount, const Decimal& sum) const;
  void leads_to(const Decimal& total, double weight, const Decimal& subtotal);
  void three_in_a_row();
  double column_above(std::size_t index, const RepairedAmount& total);
  double closing(std::size_t first, std::size_t last, const Decimal& missing) const;
  bool printed_as(std::size_t amount, const Decimal& value) const;
  Rounded two_totals(std::size_t amount) const;
  Rounded by_label(std::size_t amount) const;
  bool included(std::size_t tax, const Decimal& gross) const;
  bool included_at_any_rate(std::size_t tax, const Decimal& gross) const;
  std::optional<Decimal> included_in_all(const Decimal& gross) const;
  bool was_paid(const Decimal& value) const;
  bool larger_total_below(std::size_t amount) const;
  bool total_row(int row) const;

  const Context& context_;
  const SlipAmounts& slip_;
  const SumWeights& weights_;
  std::vector<TaxRow> rows_;
  std::vector<bool> in_table_, in_column_, last_in_row_;
  std::vector<int> rounding_rows_;
  std::vector<std::size_t> column_;  // the last amount of each row, top to bottom
  std::vector<Decimal> implied_;
  std::vector<Witness> paid_, split_, table_, columns_;
};

}  // namespace ap::extract::reading
