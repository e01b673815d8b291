#include "extract/totals.h"

#include <algorithm>
#include <set>

#include "extract/choice.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

const Decimal kCent = Decimal::scaled(1, 2);

// A sum that is chosen: printed (index of the amount) or derived (no index).
struct Pick {
  int amount = -1;
  std::optional<Decimal> value;
  double weight = 0;
};

struct Triple {
  Pick net, tax, gross;
  double score = -100;
  bool closes = false;
};

class Decoder {
 public:
  Decoder(const Context& context, const DocumentKind& kind, const LineSums& lines, Draft& draft)
      : context_(context), kind_(kind), lines_(lines), draft_(draft), weights_(weigh_sums(context)), rows_(find_tax_rows(context, weights_)) {
    for (const Amount& a : list())
      if (a.percent && a.value > Decimal(0L) && a.value <= Decimal(30L)) rates_.insert(a.value.normalized());
    largest();
    tax_sums();
  }

  void read() {
    Triple best = decode();
    if (!best.gross.value) return;
    put_triple(best);
    put_payable(best);
    put_taxes(best);
    put_rest(best);
  }

 private:
  const std::vector<Amount>& list() const { return context_.amounts.list; }

  Decimal size(std::size_t a) const { return list()[a].value.abs(); }
  Decimal size_of(int a) const { return size(static_cast<std::size_t>(a)); }

  void largest() {
    for (std::size_t a = 0; a < list().size(); ++a) {
      const Amount& amount = list()[a];
      if (amount.percent || std::max(weights_.of[a][kOtherSum], weights_.of[a][kCash]) > 0.5) continue;
      if (amount.decimals() != 2 && !amount.currency) continue;
      largest_ = std::max(largest_, amount.value.abs());
    }
  }

  // Sums of the tax amounts: the tax of the document when the breakdown is complete. A breakdown may be printed twice
  // (as a table and among the totals), and two taxes may have the same rate and amount (CGST and SGST): all readings.
  void tax_sums() {
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
      if (!sum.is_zero() && std::find(tax_sums_.begin(), tax_sums_.end(), sum) == tax_sums_.end()) tax_sums_.push_back(sum);
    if (with_basis > 0 && with_basis == static_cast<int>(seen.size())) basis_sum_ = basis;
  }

  bool is_one_rate(const Decimal& tax) const {
    return std::any_of(rows_.begin(), rows_.end(), [&](const TaxRow& row) { return size_of(row.tax) == tax; });
  }

  bool is_tax_sum(const Decimal& tax) const { return std::find(tax_sums_.begin(), tax_sums_.end(), tax) != tax_sums_.end(); }

  std::vector<Pick> picks(Sum sum, std::size_t most) const {
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
    if (sum == kGross) add_by_rate(out), add_by_sum(out);
    std::stable_sort(out.begin(), out.end(), [](const Pick& a, const Pick& b) { return a.weight > b.weight; });
    if (out.size() > most) out.resize(most);
    return out;
  }

  // Equal amounts are one option; each repetition supports it a little.
  static void add(std::vector<Pick>& out, Pick pick) {
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

  // An amount that includes a labelled tax at one of the rates printed is a total even without a label.
  void add_by_rate(std::vector<Pick>& out) const {
    for (std::size_t t = 0; t < list().size(); ++t) {
      if (list()[t].percent || weights_.of[t][kTax] < 0.25 || list()[t].value.is_zero()) continue;
      for (std::size_t a = 0; a < list().size(); ++a)
        if (a != t && !list()[a].percent && size(a) > size(t) && list()[a].decimals() == list()[t].decimals() && rate_fits(size(a) - size(t), size(t)))
          add(out, {static_cast<int>(a), size(a), 0.25});
    }
  }

  // A printed amount that is a labelled net and a labelled tax together is a total even without a label.
  void add_by_sum(std::vector<Pick>& out) const {
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

  bool rate_fits(const Decimal& net, const Decimal& tax) const {
    if (net.is_zero()) return false;
    for (const Decimal& rate : rates_)
      if ((net * rate - tax * Decimal(100L)).abs() <= Decimal(2L)) return true;
    return false;
  }

  double judge(const Triple& t) const {
    double score = 1.4 * t.gross.weight + t.net.weight + t.tax.weight;
    const auto &net = t.net.value, &tax = t.tax.value;
    const Decimal& gross = *t.gross.value;
    // Lines and single rates close as well; the document's total is the largest that does.
    if (gross < largest_) score -= gross + gross < largest_ ? 0.8 : 0.25;
    if (net && tax) {
      Decimal gap = (*net + *tax - gross).abs();
      if (gap <= kCent) score += tax->is_zero() ? 0.5 : 1.8 - (gap.is_zero() ? 0.0 : 0.5);
      else if (gap < Decimal::scaled(5, 2)) score += 0.5;
      else score -= 0.95;
      if (!tax->is_zero() && rate_fits(*net, *tax)) score += 0.4;
    } else if (tax) {
      if (*tax >= gross) return -50;
      if (rate_fits(gross - *tax, *tax)) score += 0.9;
      if (tax->is_zero()) score -= 0.1;
    } else if (net) {
      if (*net > gross) score -= 1.0;
      else if (*net == gross) score += 0.1;
      else if (rate_fits(*net, gross - *net)) score += 0.7;
      else score -= 0.7;
    }
    if (tax && is_tax_sum(*tax)) score += 0.5;
    else if (tax && several_rates_ && is_one_rate(*tax)) score -= 0.6;
    if (net && basis_sum_ && *net == *basis_sum_) score += 0.5;
    if (lines_.sum && ((net && *lines_.sum == *net) || *lines_.sum == gross)) score += lines_.closes ? 0.6 : 0.3;
    return score;
  }

  Triple decode() {
    auto gross = picks(kGross, 10), net = picks(kNet, 10), tax = picks(kTax, 10);
    for (const Decimal& sum : tax_sums_) add(tax, {-1, sum, several_rates_ ? 0.6 : 0.25});
    net.push_back({});
    tax.push_back({});
    Triple best;
    for (const Pick& g : gross) {
      double best_here = -100;
      for (const Pick& n : net) {
        for (const Pick& t : tax) {
          if (n.amount >= 0 && n.amount == t.amount) continue;
          if (g.amount == t.amount) continue;
          Triple triple{n, t, g, 0, false};
          triple.score = judge(triple);
          best_here = std::max(best_here, triple.score);
          if (triple.score > best.score) best = triple;
        }
      }
      gross_scores_.push_back({g, best_here});
    }
    if (best.gross.value && best.net.value && best.tax.value)
      best.closes = (*best.net.value + *best.tax.value - *best.gross.value).abs() <= kCent && !best.tax.value->is_zero();
    return best;
  }

  std::string printed(const Pick& pick) const {
    bool negative = list()[pick.amount].value.is_negative() && kind_.type != InvoiceType::credit_note && all_negative_;
    return (negative ? -*pick.value : *pick.value).str();
  }

  double certainty(const Pick& pick, const Triple& t) const {
    if (t.closes) return std::min(0.93 + 0.06 * std::min(pick.weight, 1.0), 0.995);
    return probability(std::min(pick.weight, 1.0) * 0.9, 0.1);
  }

  void put(const char* path, const Pick& pick, double sure, std::vector<Alternative> alternatives = {}) {
    if (!pick.value) return;
    if (pick.amount < 0) return draft_.derive(path, pick.value->str(), sure * 0.98);
    How how = weights_.of[pick.amount][kNet] + weights_.of[pick.amount][kTax] + weights_.of[pick.amount][kGross] > 0 ? How::label : How::layout;
    draft_.put(path, printed(pick), list()[pick.amount].first, list()[pick.amount].last, how, sure, std::move(alternatives));
  }

  void put_triple(Triple& t) {
    all_negative_ = list()[t.gross.amount].value.is_negative();
    double margin = 1.0;
    std::vector<Alternative> alternatives;
    for (const auto& [pick, score] : gross_scores_) {
      if (*pick.value == *t.gross.value) continue;
      margin = std::min(margin, t.score - score);
      if (t.score - score < 1.5 && alternatives.size() < 3) alternatives.push_back({pick.value->str(), to_confidence(0.25 - 0.15 * (t.score - score))});
    }
    double sure = t.closes ? std::min(0.9 + 0.09 * std::min(t.gross.weight + margin * 0.5, 1.0), 0.995)
                           : probability(std::min(t.gross.weight, 1.0) * 0.8, std::min(margin, 0.6));
    if (t.net.value && t.tax.value && (*t.net.value + *t.tax.value - *t.gross.value).abs() > Decimal::scaled(5, 2)) {
      // Labels disagree with arithmetic: the tax is kept only where it alone fits the gross.
      if (rate_fits(*t.gross.value - *t.tax.value, *t.tax.value)) t.net = {};
      else if (std::min(t.tax.weight, t.net.weight) < 0.6) (t.tax.weight < t.net.weight ? t.tax : t.net) = {};
    }
    put("totals.gross", t.gross, sure, std::move(alternatives));
    if (t.tax.value && !t.net.value) {
      Decimal net = *t.gross.value - *t.tax.value;
      t.net = {-1, net, 0};
    } else if (t.net.value && !t.tax.value && *t.net.value <= *t.gross.value) {
      t.tax = {-1, *t.gross.value - *t.net.value, 0};
    }
    double part = t.net.amount >= 0 && t.tax.amount >= 0 ? 1.0 : 0.85;
    put("totals.net", t.net, certainty(t.net, t) * part);
    put("totals.tax", t.tax, certainty(t.tax, t) * part);
  }

  Pick best_of(Sum sum, double least) const {
    Pick best;
    for (std::size_t a = 0; a < list().size(); ++a) {
      if (list()[a].percent || weights_.of[a][sum] < least || weights_.of[a][sum] <= best.weight) continue;
      best = {static_cast<int>(a), list()[a].value.abs(), weights_.of[a][sum]};
    }
    return best;
  }

  void put_payable(const Triple& t) {
    const Decimal& gross = *t.gross.value;
    Pick prepaid, rounding, payable;
    double best = 0.9;  // payable is the gross
    for (std::size_t a = 0; a < list().size(); ++a) {
      double w = weights_.of[a][kPayable];
      bool total = w < 0.3 && weights_.of[a][kGross] > 0.3;  // "Total" again, after rounding
      if (list()[a].percent || (w < 0.3 && !total)) continue;
      Decimal value = list()[a].value.abs();
      double score = w + (value == gross ? 1.0 : 0.0);
      Pick with_prepaid, with_rounding, with_balance;
      for (std::size_t p = 0; p < list().size(); ++p) {
        if (list()[p].percent || p == a) continue;
        bool paid = weights_.of[p][kPrepaid] > 0.2 || (list()[p].negative && !all_negative_ && list()[p].decimals() == 2);
        if (paid && !list()[p].value.is_zero() && gross - list()[p].value.abs() == value) with_prepaid = {static_cast<int>(p), list()[p].value.abs(), weights_.of[p][kPrepaid]};
        if (weights_.of[p][kOtherSum] > 0.4 && !list()[p].value.is_zero() && gross + list()[p].value == value) with_balance = {static_cast<int>(p), list()[p].value, 0};
        bool cents = list()[p].value.abs() < Decimal(1L) && list()[p].decimals() == 2 && !list()[p].value.is_zero();
        if ((weights_.of[p][kRounding] > 0.2 || cents) && gross + list()[p].value == value) with_rounding = {static_cast<int>(p), list()[p].value, weights_.of[p][kRounding]};
      }
      if (with_prepaid.amount >= 0 || with_rounding.amount >= 0 || with_balance.amount >= 0) score += 1.2;
      else if (total) continue;
      if (score <= best) continue;
      best = score;
      payable = {static_cast<int>(a), value, w};
      prepaid = with_prepaid;
      rounding = with_rounding;
    }
    if (prepaid.value) put("totals.prepaid", prepaid, 0.97);
    if (rounding.value) draft_.put("totals.rounding", rounding.value->str(), list()[rounding.amount].first, list()[rounding.amount].last, How::label, 0.97);
    if (payable.value) {
      bool proved = *payable.value == gross || prepaid.value || rounding.value;
      put("totals.payable", payable, proved ? 0.98 : 0.75);
      return;
    }
    Pick paid = best_of(kPrepaid, 0.6);
    if (paid.value && !paid.value->is_zero() && *paid.value < gross) {
      put("totals.prepaid", paid, 0.7);
      draft_.derive("totals.payable", (gross - *paid.value).str(), 0.6);
      return;
    }
    double sure = draft_.evidence().at("totals.gross").confidence / 1000.0;
    // Something else is called payable, and nothing explains the difference.
    Pick named = best_of(kPayable, 0.5);
    draft_.derive("totals.payable", get(t.gross), sure * (named.value && *named.value != gross ? 0.6 : 0.97));
  }

  std::string get(const Pick& pick) const { return pick.amount >= 0 ? printed(pick) : pick.value->str(); }

  void put_taxes(const Triple& t) {
    std::vector<const TaxRow*> chosen;
    Decimal sum;
    for (int pass = 0; pass < 3; ++pass) {  // each once, those with a basis, those without: whichever adds up
      std::set<std::pair<Decimal, Decimal>> seen;
      chosen.clear();
      sum = Decimal();
      for (const TaxRow& row : rows_) {
        if (pass == 0 && !seen.insert({row.rate.normalized(), size_of(row.tax)}).second) continue;
        if (pass > 0 && (row.basis >= 0) != (pass == 1)) continue;
        chosen.push_back(&row);
        sum += size_of(row.tax);
      }
      if (t.tax.value && sum == *t.tax.value) break;
    }
    // Lines that carry their own tax look like a breakdown; only what adds up to the tax is one.
    if (chosen.size() > 1 && t.tax.value && (sum - *t.tax.value).abs() > Decimal::scaled(5, 2)) {
      std::erase_if(chosen, [&](const TaxRow* row) { return size_of(row->tax) != *t.tax.value; });
      while (chosen.size() > 1) chosen.pop_back();
    }
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      const TaxRow& row = *chosen[i];
      std::string path = "taxes[" + std::to_string(i) + "].";
      auto at = [&](int a) -> const Amount& { return list()[a]; };
      draft_.put(path + "rate", row.rate.normalized().str(), at(row.rate_amount).first, at(row.rate_amount).last, How::label, 0.95);
      draft_.put(path + "amount", size_of(row.tax).str(), at(row.tax).first, at(row.tax).last, How::label, row.basis >= 0 ? 0.97 : 0.85);
      if (row.basis >= 0) draft_.put(path + "basis", size_of(row.basis).str(), at(row.basis).first, at(row.basis).last, How::layout, 0.95);
      else if (chosen.size() == 1 && t.net.value && rate_fits(*t.net.value, size_of(row.tax))) draft_.derive(path + "basis", t.net.value->str(), 0.9);
      if (row.rate > Decimal(0L)) draft_.put(path + "category", "S", at(row.rate_amount).first, at(row.rate_amount).last, How::layout, 0.85);
    }
  }

  // Sum of lines, allowances and charges, where they close with the net.
  void put_rest(const Triple& t) {
    Pick lines = best_of(kLines, 0.4), less = best_of(kAllowance, 0.4), more = best_of(kCharge, 0.4);
    if (!lines.value || !t.net.value) return;
    Decimal minus = less.value.value_or(Decimal(0L)), plus = more.value.value_or(Decimal(0L));
    if (*lines.value - minus + plus == *t.net.value) {
      put("totals.lines", lines, 0.97);
      if (less.value) put("totals.allowances", less, 0.95);
      if (more.value) put("totals.charges", more, 0.95);
    } else if (*lines.value == *t.net.value) {
      put("totals.lines", lines, 0.95);
    }
  }

  const Context& context_;
  const DocumentKind& kind_;
  const LineSums& lines_;
  Draft& draft_;
  SumWeights weights_;
  std::vector<TaxRow> rows_;
  std::set<Decimal> rates_;
  Decimal largest_;
  std::vector<Decimal> tax_sums_;
  std::optional<Decimal> basis_sum_;
  std::vector<std::pair<Pick, double>> gross_scores_;
  bool all_negative_ = false, several_rates_ = false;
};

}  // namespace

void read_totals(const Context& context, const DocumentKind& kind, const LineSums& lines, Draft& draft) {
  Decoder(context, kind, lines, draft).read();
}

}  // namespace ap::extract::reading
