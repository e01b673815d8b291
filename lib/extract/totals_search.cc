#include "extract/totals_search.h"

#include <algorithm>

namespace ap::extract::reading {
namespace {

const Decimal kCent = Decimal::scaled(1, 2);

// More amounts than any invoice has: such pages are not searched for unlabelled sums.
constexpr std::size_t kMostAmounts = 4000;

// Equal amounts are one option; each repetition supports it a little.
void add(std::vector<Pick>& out, Pick pick) {
  for (Pick& known : out) {
    if (*known.value != *pick.value) continue;
    if (pick.weight > known.weight) {
      double more = std::min(known.weight, 0.1);
      known = pick;
      known.weight += more;
    } else {
      known.weight += std::min(pick.weight, 0.1) * 0.5;
    }
    return;
  }
  out.push_back(pick);
}

}  // namespace

SumSearch::SumSearch(const Context& context, const LineSums& lines)
    : context_(context), lines_(lines), weights_(weigh_sums(context)), rows_(find_tax_rows(context, weights_)) {
  for (const Amount& a : list())
    if (a.percent && a.value > Decimal(0L) && a.value <= Decimal(30L)) rates_.insert(a.value.normalized());
  largest();
  tax_sums();
}

void SumSearch::largest() {
  for (std::size_t a = 0; a < list().size(); ++a) {
    const Amount& amount = list()[a];
    if (amount.percent || std::max(weights_.of[a][kOtherSum], weights_.of[a][kCash]) > 0.5) continue;
    if (amount.decimals() != 2 && !amount.currency) continue;
    largest_ = std::max(largest_, amount.value.abs());
  }
}

// Sums of the tax amounts: the tax of the document when the breakdown is complete. A breakdown may be printed twice
// (as a table and among the totals), and two taxes may have the same rate and amount (CGST and SGST): all readings.
void SumSearch::tax_sums() {
  std::set<std::pair<Decimal, Decimal>> seen;
  Decimal once, tabled, named, basis;
  int with_basis = 0;
  for (const TaxRow& row : rows_) {
    (row.basis >= 0 ? tabled : named) += size_of(row.tax);
    if (!seen.insert({row.rate.normalized(), size_of(row.tax)}).second) continue;
    once += size_of(row.tax);
    if (row.basis >= 0) basis += size_of(row.basis), ++with_basis;
  }
  several_rates_ = seen.size() > 1;
  for (const Decimal& sum : {once, tabled, named})
    if (!sum.is_zero() && std::find(tax_sums_.begin(), tax_sums_.end(), sum) == tax_sums_.end())
      tax_sums_.push_back(sum);
  if (with_basis > 0 && with_basis == static_cast<int>(seen.size())) basis_sum_ = basis;
}

bool SumSearch::is_one_rate(const Decimal& tax) const {
  return std::any_of(rows_.begin(), rows_.end(), [&](const TaxRow& row) { return size_of(row.tax) == tax; });
}

bool SumSearch::is_tax_sum(const Decimal& tax) const {
  return std::find(tax_sums_.begin(), tax_sums_.end(), tax) != tax_sums_.end();
}

std::vector<Pick> SumSearch::picks(Sum sum, std::size_t most) const {
  std::vector<Pick> out;
  for (std::size_t a = 0; a < list().size(); ++a) {
    const Amount& amount = list()[a];
    if (amount.percent) continue;
    double w = weights_.of[a][sum];
    if (sum == kGross) {
      w = std::max(w, 0.75 * weights_.of[a][kPayable]);
      w = std::max(w, 0.35 * weights_.of[a][kNet]);
      if (amount.value.abs() == largest_ && (amount.decimals() == 2 || amount.currency)) w = std::max(w + 0.15, 0.2);
    }
    if (sum == kNet) w = std::max({w, 0.6 * weights_.of[a][kLines], 0.45 * weights_.of[a][kGross]});
    w -= 0.5 * std::max(weights_.of[a][kOtherSum], weights_.of[a][kCash]);
    if (w <= 0) continue;
    add(out, {static_cast<int>(a), amount.value.abs(), w + 0.02 * context_.sheet.rows[amount.row].page});
  }
  for (const TaxRow& row : rows_) {
    if (sum == kNet && row.basis >= 0) add(out, {row.basis, size_of(row.basis), 0.3 * row.weight});
    if (sum == kTax) add(out, {row.tax, size_of(row.tax), 0.5 * row.weight});
    if (sum == kGross && row.gross >= 0) add(out, {row.gross, size_of(row.gross), 0.2});
  }
  if (sum == kGross && list().size() <= kMostAmounts) add_by_rate(out), add_by_sum(out);
  std::stable_sort(out.begin(), out.end(), [](const Pick& a, const Pick& b) { return a.weight > b.weight; });
  if (out.size() > most) out.resize(most);
  return out;
}

// An amount that includes a labelled tax at one of the rates printed is a total even without a label.
void SumSearch::add_by_rate(std::vector<Pick>& out) const {
  for (std::size_t t = 0; t < list().size(); ++t) {
    if (list()[t].percent || weights_.of[t][kTax] < 0.25 || list()[t].value.is_zero()) continue;
    for (std::size_t a = 0; a < list().size(); ++a)
      if (a != t && !list()[a].percent && size(a) > size(t) && list()[a].decimals() == list()[t].decimals() &&
          rate_fits(size(a) - size(t), size(t)))
        add(out, {static_cast<int>(a), size(a), 0.25});
  }
}

// A printed amount that is a labelled net and a labelled tax together is a total even without a label.
void SumSearch::add_by_sum(std::vector<Pick>& out) const {
  std::vector<Decimal> taxes = tax_sums_;
  for (std::size_t t = 0; t < list().size(); ++t)
    if (!list()[t].percent && weights_.of[t][kTax] >= 0.4 && !list()[t].value.is_zero()) taxes.push_back(size(t));
  for (std::size_t n = 0; n < list().size(); ++n) {
    if (list()[n].percent || weights_.of[n][kNet] < 0.4) continue;
    for (std::size_t a = n + 1; a < list().size(); ++a)
      for (const Decimal& tax : taxes)
        if (!list()[a].percent && size(n) + tax == size(a)) add(out, {static_cast<int>(a), size(a), 0.3});
  }
}

std::optional<Decimal> SumSearch::fitting_rate(const Decimal& net, const Decimal& tax) const {
  if (net.is_zero()) return std::nullopt;
  for (const Decimal& rate : rates_)
    if ((net * rate - tax * Decimal(100L)).abs() <= Decimal(2L)) return rate;
  return std::nullopt;
}

bool SumSearch::rate_fits(const Decimal& net, const Decimal& tax) const { return fitting_rate(net, tax).has_value(); }

Notes SumSearch::notes(const Triple& triple) const {
  Notes notes;
  judge(triple, &notes);
  return notes;
}

double SumSearch::judge(const Triple& t, Notes* notes) const {
  double score = 1.4 * t.gross.weight + t.net.weight + t.tax.weight;
  const auto &net = t.net.value, &tax = t.tax.value;
  const Decimal& gross = *t.gross.value;
  auto proof = [&](auto words) {
    if (notes) notes->proofs.push_back(words());
  };
  auto doubt = [&](auto words) {
    if (notes) notes->doubts.push_back(words());
  };
  auto by_rate = [&](const Decimal& basis, const Decimal& amount) {
    auto rate = fitting_rate(basis, amount);
    if (rate) proof([&] { return rate->str() + " % of " + basis.str() + " is " + amount.str(); });
    return rate.has_value();
  };
  // Lines and single rates close as well; the document's total is the largest that does.
  if (gross < largest_) {
    score -= gross + gross < largest_ ? 0.8 : 0.25;
    doubt([&] { return "it is less than the largest amount, " + largest_.str(); });
  }
  if (net && tax) {
    Decimal gap = (*net + *tax - gross).abs();
    std::string sum = notes ? net->str() + " + " + tax->str() : "";
    if (gap <= kCent) {
      score += tax->is_zero() ? 0.5 : 1.8 - (gap.is_zero() ? 0.0 : 0.5);
      proof([&] { return sum + " = " + gross.str() + (gap.is_zero() ? "" : " but for a cent"); });
    } else {
      score += gap < Decimal::scaled(5, 2) ? 0.5 : -0.95;
      doubt([&] { return sum + " is not " + gross.str(); });
    }
    if (!tax->is_zero() && by_rate(*net, *tax)) score += 0.4;
  } else if (tax) {
    if (*tax >= gross) return -50;
    if (by_rate(gross - *tax, *tax)) score += 0.9;
    if (tax->is_zero()) score -= 0.1;
  } else if (net) {
    if (*net > gross)
      score -= 1.0;
    else if (*net == gross)
      score += 0.1;
    else if (by_rate(*net, gross - *net))
      score += 0.7;
    else
      score -= 0.7;
  }
  if (tax && is_tax_sum(*tax)) {
    score += 0.5;
    if (several_rates_) proof([&] { return "the taxes of all rates add up to " + tax->str(); });
  } else if (tax && several_rates_ && is_one_rate(*tax)) {
    score -= 0.6;
    doubt([&] { return tax->str() + " is the tax of one rate among several"; });
  }
  if (net && basis_sum_ && *net == *basis_sum_) score += 0.5;
  if (lines_.sum && ((net && *lines_.sum == *net) || *lines_.sum == gross)) {
    score += lines_.closes ? 0.6 : 0.3;
    proof([&] { return "the lines add up to " + lines_.sum->str(); });
  }
  return score;
}

Triple SumSearch::decode() {
  auto gross = picks(kGross, 10), net = picks(kNet, 10), tax = picks(kTax, 10);
  for (const Decimal& sum : tax_sums_) add(tax, {-1, sum, several_rates_ ? 0.6 : 0.25});
  net.push_back({});
  tax.push_back({});
  Triple best;
  for (const Pick& g : gross) {
    Triple best_here{{}, {}, g};
    for (const Pick& n : net) {
      for (const Pick& t : tax) {
        if (n.amount >= 0 && n.amount == t.amount) continue;
        if (g.amount == t.amount) continue;
        Triple triple{n, t, g, 0, false};
        triple.score = judge(triple);
        if (triple.score > best_here.score) best_here = triple;
        if (triple.score > best.score) best = triple;
      }
    }
    gross_options_.push_back({g, best_here});
  }
  if (best.gross.value && best.net.value && best.tax.value)
    best.closes = (*best.net.value + *best.tax.value - *best.gross.value).abs() <= kCent && !best.tax.value->is_zero();
  return best;
}

}  // namespace ap::extract::reading
