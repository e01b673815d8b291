// Looks for the triple of net, tax and gross whose labels and arithmetic together are best. Internal to totals.cc.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "extract/totals.h"

namespace ap::extract::reading {

// A sum that is chosen: printed (index of the amount) or derived (no index).
struct Pick {
  int amount = -1;
  std::optional<Decimal> value;
  double weight = 0;
};

// Net, tax and gross taken together; `closes`: all three are there, net + tax = gross, and the tax is not zero.
struct Triple {
  Pick net, tax, gross;
  double score = -100;
  bool closes = false;
};

// What speaks for and against a triple, in words, as it was counted in its score.
struct Notes {
  std::vector<std::string> proofs, doubts;
};

// A total that was considered, with the best triple around it.
struct GrossOption {
  Pick pick;
  Triple best;
};

class SumSearch {
 public:
  // `context` and `lines` must outlive the search.
  SumSearch(const Context& context, const LineSums& lines);

  Triple decode();

  const SumWeights& weights() const { return weights_; }
  const std::vector<TaxRow>& rows() const { return rows_; }
  const std::vector<GrossOption>& gross_options() const { return gross_options_; }
  Notes notes(const Triple& triple) const;
  // One of the rates printed in the document makes this tax of this net.
  bool rate_fits(const Decimal& net, const Decimal& tax) const;
  Decimal size(std::size_t amount) const { return list()[amount].value.abs(); }
  Decimal size_of(int amount) const { return size(static_cast<std::size_t>(amount)); }

 private:
  const std::vector<Amount>& list() const { return context_.amounts.list; }
  void largest();
  void tax_sums();
  bool is_one_rate(const Decimal& tax) const;
  bool is_tax_sum(const Decimal& tax) const;
  std::vector<Pick> picks(Sum sum, std::size_t most) const;
  void add_by_rate(std::vector<Pick>& out) const;
  void add_by_sum(std::vector<Pick>& out) const;
  double judge(const Triple& triple, Notes* notes = nullptr) const;
  std::optional<Decimal> fitting_rate(const Decimal& net, const Decimal& tax) const;

  const Context& context_;
  const LineSums& lines_;
  SumWeights weights_;
  std::vector<TaxRow> rows_;
  std::set<Decimal> rates_;
  Decimal largest_;
  std::vector<Decimal> tax_sums_;
  std::optional<Decimal> basis_sum_;
  std::vector<GrossOption> gross_options_;
  bool several_rates_ = false;
};

}  // namespace ap::extract::reading
