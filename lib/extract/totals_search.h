// Looks for net, tax and gross together: every combination of candidates is a hypothesis with learned odds
// (totals_features.h). Internal to totals.cc.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extract/totals.h"
#include "extract/totals_features.h"
#include "extract/totals_values.h"

namespace ap::extract::reading {

// A sum that is chosen: printed (index of the amount) or derived (no index).
struct Pick {
  int amount = -1;
  std::optional<Decimal> value;
  double weight = 0;  // for the order in which candidates are taken; no probability
};

// Net, tax and gross taken together; `closes`: all three are there, net + tax = gross, and the tax is not zero.
struct Triple {
  Pick net, tax, gross;
  double score = -1000;
  bool closes = false;

  // What follows for the net and the tax where one of them is not picked.
  std::optional<Decimal> net_value() const;
  std::optional<Decimal> tax_value() const;
};

// How likely each value is, over all hypotheses. Probabilities add up to at most 1.
using Odds = std::vector<std::pair<Decimal, double>>;

// The probability of `value`, never certain; 0 where it is none.
double share_of(const Odds& odds, const std::optional<Decimal>& value);

class SumSearch {
 public:
  // `context` and `lines` must outlive the search.
  SumSearch(const Context& context, const LineSums& lines);

  // The likeliest hypothesis; without a gross value when no amount can be one.
  Triple decode();

  const SumWeights& weights() const { return weights_; }
  const std::vector<TaxRow>& rows() const { return rows_; }
  const Values& values() const { return values_; }
  const TripleFacts& facts() const { return facts_; }
  bool rate_fits(const Decimal& net, const Decimal& tax) const { return judge_.rate_fits(net, tax); }

  // After decode(), likeliest first.
  const Odds& gross_odds() const { return gross_odds_; }
  const Odds& net_odds() const { return net_odds_; }
  const Odds& tax_odds() const { return tax_odds_; }

  // The hypotheses with the highest scores, for training.
  std::vector<Triple> best(std::size_t most) const;
  TripleFeatures features(const Triple& triple) const { return judge_.features(triple); }

  // The value that a label names most strongly, at least so much; none where no label does.
  Pick named(Sum sum, double least) const;

  Decimal size(std::size_t amount) const { return list()[amount].value.abs(); }
  const Decimal& value_of(int amount) const { return list()[amount].value; }
  int decimals_of(int amount) const { return list()[amount].decimals(); }
  Decimal size_of(int amount) const { return size(static_cast<std::size_t>(amount)); }

 private:
  const std::vector<Amount>& list() const { return context_.amounts.list; }
  void gather_rows();
  void gather_parts_of_rows();
  void gather_lines();
  void gather_payables();
  void gather_stacks();
  double stack_weight(const Stack& stack) const;
  std::vector<Pick> net_picks() const;
  std::vector<Pick> tax_picks() const;
  std::vector<Pick> gross_picks(const std::vector<Pick>& net, const std::vector<Pick>& tax) const;
  Decimal included_tax() const;
  bool is_without(const Pick& net, const Pick& tax, const Pick& gross) const;
  bool is_allowance(const Decimal& between) const;
  bool is_part_of_taxes(const Triple& triple) const;
  bool is_one_rate(const Triple& triple) const;
  void enumerate(const std::vector<Pick>& net, const std::vector<Pick>& tax, const std::vector<Pick>& gross);
  void weigh_odds();

  const Context& context_;
  const LineSums& lines_;
  SumWeights weights_;
  std::vector<TaxRow> rows_;
  Values values_;
  TripleFacts facts_;
  TripleJudge judge_;
  Decimal included_;
  std::vector<Triple> all_;
  Odds gross_odds_, net_odds_, tax_odds_;
};

}  // namespace ap::extract::reading
