#include "extract/totals_features.h"

#include <algorithm>

#include "extract/totals_search.h"

namespace ap::extract::reading {
namespace {

using namespace feature;

constexpr std::array<std::string_view, kTripleFeatures> kNames = {
#define X(name) #name,
    AP_TRIPLE_FEATURES(X)
#undef X
};

constexpr TripleFeatures learned() {
  TripleFeatures weights{};
#define AP_WEIGHT(name, value) weights[name] = value;
#include "extract/totals_learned.inc"
#undef AP_WEIGHT
  return weights;
}
constexpr TripleFeatures kWeights = learned();

const Decimal kCent = Decimal::scaled(1, 2);
const Decimal kLittle = Decimal::scaled(5, 2);

bool has(const std::vector<Decimal>& list, const Decimal& value) {
  return std::ranges::find(list, value) != list.end();
}

double more(double label, double than) { return std::max(0.0, label - than); }

}  // namespace

std::string_view triple_feature_name(int feature) { return kNames[feature]; }

double triple_score(const TripleFeatures& features) {
  double score = 0;
  for (int i = 0; i < kTripleFeatures; ++i) score += kWeights[i] * features[i];
  return score;
}

bool TripleJudge::rate_fits(const Decimal& net, const Decimal& tax) const {
  if (net.is_zero()) return false;
  Decimal hundredfold = tax * Decimal(100L);
  const Decimal slack = facts_.cents ? 2L : 99L;  // a currency without cents rounds to whole units
  return std::ranges::any_of(facts_.rates,
                             [&](const Decimal& rate) { return (net * rate - hundredfold).abs() <= slack; });
}

void TripleJudge::gross(const Pick& pick, TripleFeatures& f) const {
  const Value& v = *values_.find(*pick.value);
  const auto& sheet = context_.sheet;
  const Amount& last = context_.amounts.list[v.last];
  double label = v.named(kGross), payable = v.named(kPayable);
  f[gross_label] = label;
  f[gross_payable_label] = more(payable, label);
  f[gross_net_label] = more(std::max(v.named(kNet), v.named(kLines)), std::max(label, payable));
  f[gross_tax_label] = more(v.named(kTax), std::max(label, payable));
  f[gross_other_label] = more(v.other(), std::max(label, payable));
  f[gross_unnamed] = std::max(label, payable) < 0.05;
  f[gross_repeated] = std::min(v.times - 1, 3) / 3.0;
  f[gross_largest] = v.size >= values_.largest();
  f[gross_small] = v.size + v.size < values_.largest();
  f[gross_bold] = v.bold;
  f[gross_without_currency] = values_.any_currency() && !v.currency;
  f[gross_without_cents] = !v.cents;
  const layout::Page& page = sheet.page_of_row(last.row);
  f[gross_low] = std::clamp(static_cast<double>(last.box.y0) / std::max(page.height, 1), 0.0, 1.0);
  f[gross_on_last_page] = page.number == sheet.pages->back().number;
  f[gross_is_lines] = facts_.lines_sum && *facts_.lines_sum == v.size;
  this->payable(v.size, f);
}

void TripleJudge::net(const Pick& pick, TripleFeatures& f) const {
  if (!pick.value) {
    f[net_missing] = 1;
    return;
  }
  const Decimal& net = *pick.value;
  if (const Value* v = pick.amount >= 0 ? values_.find(net) : nullptr) {
    double label = v->named(kNet);
    f[net_label] = label;
    f[net_lines_label] = more(v->named(kLines), label);
    f[net_gross_label] = more(std::max(v->named(kGross), v->named(kPayable)), label);
    f[net_other_label] = more(std::max(v->other(), v->named(kTax)), label);
    f[net_unnamed] = std::max({label, v->named(kLines), v->named(kGross)}) < 0.05;
    f[net_without_cents] = facts_.cents && !v->cents;
  } else {
    f[net_unnamed] = 1;
  }
  f[net_is_basis_sum] = facts_.basis_sum && *facts_.basis_sum == net;
  f[net_is_one_basis] = !f[net_is_basis_sum] && facts_.several_rows && has(facts_.bases, net);
  f[net_is_lines] = has(facts_.from_lines, net);
  f[net_is_named_lines] = has(facts_.from_named_lines, net);
}

void TripleJudge::tax(const Pick& pick, TripleFeatures& f) const {
  if (!pick.value) {
    f[tax_missing] = 1;
    f[tax_missing_with_rows] = !facts_.row_sums.empty();
    f[exempt_untaxed] = facts_.exempt;
    return;
  }
  const Decimal& tax = *pick.value;
  if (const Value* v = pick.amount >= 0 ? values_.find(tax) : nullptr) {
    double label = v->named(kTax);
    f[tax_label] = label;
    f[tax_other_label] = more(std::max({v->other(), v->named(kNet), v->named(kLines), v->named(kGross)}), label);
    f[tax_unnamed] = label < 0.05;
    f[tax_without_cents] = facts_.cents && !v->cents;
  } else {
    f[tax_unnamed] = 1;
  }
  f[tax_is_row_sum] = has(facts_.row_sums, tax);
  f[tax_is_one_row] = !f[tax_is_row_sum] && facts_.several_rows && has(facts_.row_taxes, tax);
  f[tax_zero] = tax.is_zero();
  f[exempt_untaxed] = facts_.exempt && tax.is_zero();
  f[exempt_taxed] = facts_.exempt && !tax.is_zero();
}

void TripleJudge::together(const Triple& t, TripleFeatures& f) const {
  const Decimal& gross = *t.gross.value;
  const auto &net = t.net.value, &tax = t.tax.value;
  std::optional<Decimal> basis = net, share = tax;
  f[stacked] =
      (net || tax) && std::ranges::any_of(facts_.stacks, [&](const Stack& stack) {
        return stack.gross_size == gross && (!net || stack.net_size == *net) && (!tax || stack.tax_size == *tax);
      });
  f[net_is_not_lines] = net && facts_.lines_sum && *facts_.lines_sum != gross && !has(facts_.from_lines, *net);
  if (net && tax) {
    Decimal gap = (*net + *tax - gross).abs();
    f[gap.is_zero()   ? tax->is_zero() ? closes_zero : closes
      : gap <= kCent  ? off_by_a_cent
      : gap < kLittle ? off_by_little
                      : contradicts] = 1;
    f[rates_agree] = !tax->is_zero() && rate_fits(*net, *tax);
  } else if (tax) {
    basis = gross - *tax;
  } else if (net) {
    share = gross - *net;
    f[net_is_gross] = share->is_zero();
  }
  if (!basis || !share) return;
  f[net_above_gross] = basis->is_negative() || share->is_negative();
  bool fits = !share->is_zero() && !f[net_above_gross] && rate_fits(*basis, *share);
  f[rate_fits_rest] = fits && !(net && tax);
  f[rate_fits_none] =
      !fits && !share->is_zero() && (!facts_.rates.empty() || facts_.zero_rate) && !has(facts_.row_sums, *share);
  f[tax_large] = *share * Decimal(10L) > *basis * Decimal(3L);
}

void TripleJudge::payable(const Decimal& gross, TripleFeatures& f) const {
  if (facts_.payables.empty()) return;
  f[payable_same] = has(facts_.payables, gross);
  bool follows = std::ranges::any_of(
      facts_.steps, [&](const Decimal& step) { return !step.is_zero() && has(facts_.payables, gross + step); });
  f[payable_follows] = follows;
  f[payable_stray] = !f[payable_same] && !follows;
}

TripleFeatures TripleJudge::features(const Triple& triple) const {
  TripleFeatures f{};
  gross(triple.gross, f);
  net(triple.net, f);
  tax(triple.tax, f);
  together(triple, f);
  return f;
}

}  // namespace ap::extract::reading
