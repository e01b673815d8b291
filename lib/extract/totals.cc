#include "extract/totals.h"

#include <algorithm>
#include <initializer_list>
#include <set>

#include "extract/choice.h"
#include "extract/totals_search.h"

namespace ap::extract::reading {
namespace {

class Decoder {
 public:
  Decoder(const Context& context, const DocumentKind& kind, const LineSums& lines, Draft& draft)
      : context_(context), kind_(kind), draft_(draft), search_(context, lines), weights_(search_.weights()) {}

  void read() {
    Triple best = search_.decode();
    if (!best.gross.value) return;
    put_triple(best);
    put_payable(best);
    put_taxes(best);
    put_rest(best);
  }

 private:
  const std::vector<Amount>& list() const { return context_.amounts.list; }

  std::string printed(const Pick& pick) const {
    bool negative = list()[pick.amount].value.is_negative() && kind_.type != InvoiceType::credit_note && all_negative_;
    return (negative ? -*pick.value : *pick.value).str();
  }

  double certainty(const Pick& pick, const Triple& t) const {
    if (t.closes) return std::min(0.93 + 0.06 * std::min(pick.weight, 1.0), 0.995);
    return probability(std::min(pick.weight, 1.0) * 0.9, 0.1);
  }

  // The words of the label that spoke most for the amount, in the roles that were looked for.
  std::string label_of(int amount, std::initializer_list<Sum> roles) const {
    if (amount < 0) return "";
    const LabelHit* best = nullptr;
    double most = 0;
    for (Sum role : roles)
      if (weights_.of[amount][role] > most) most = weights_.of[amount][role], best = weights_.hit[amount][role];
    return best ? draft_.words(best->first, best->last) : "";
  }

  void put(const char* path, const Pick& pick, double sure, std::vector<Alternative> alternatives = {}) {
    if (!pick.value) return;
    if (pick.amount < 0) return draft_.derive(path, pick.value->str(), sure * 0.98);
    How how = weights_.of[pick.amount][kNet] + weights_.of[pick.amount][kTax] + weights_.of[pick.amount][kGross] > 0
                  ? How::label
                  : How::layout;
    draft_.put(path, printed(pick), list()[pick.amount].first, list()[pick.amount].last, how, sure,
               std::move(alternatives));
  }

  void put_triple(Triple& t) {
    all_negative_ = list()[t.gross.amount].value.is_negative();
    double margin = 1.0;
    std::vector<Alternative> alternatives;
    for (const auto& [pick, around] : search_.gross_options()) {
      if (*pick.value == *t.gross.value) continue;
      double less = t.score - around.score;
      margin = std::min(margin, less);
      if (less < 1.5 && alternatives.size() < 3)
        alternatives.push_back({pick.value->str(), to_confidence(0.25 - 0.15 * less), why_lost(around, t)});
    }
    double sure = t.closes ? std::min(0.9 + 0.09 * std::min(t.gross.weight + margin * 0.5, 1.0), 0.995)
                           : probability(std::min(t.gross.weight, 1.0) * 0.8, std::min(margin, 0.6));
    if (t.net.value && t.tax.value && (*t.net.value + *t.tax.value - *t.gross.value).abs() > Decimal::scaled(5, 2)) {
      // Labels disagree with arithmetic: the tax is kept only where it alone fits the gross.
      if (search_.rate_fits(*t.gross.value - *t.tax.value, *t.tax.value))
        t.net = {};
      else if (std::min(t.tax.weight, t.net.weight) < 0.6)
        (t.tax.weight < t.net.weight ? t.tax : t.net) = {};
    }
    put("totals.gross", t.gross, sure, std::move(alternatives));
    std::string proof = joined(search_.notes(t).proofs);
    draft_.explain("totals.gross", label_of(t.gross.amount, {kGross, kPayable, kNet}),
                   "weight " + two_places(t.score) + " with net and tax", proof);
    if (t.tax.value && !t.net.value) {
      Decimal net = *t.gross.value - *t.tax.value;
      t.net = {-1, net, 0};
    } else if (t.net.value && !t.tax.value && *t.net.value <= *t.gross.value) {
      t.tax = {-1, *t.gross.value - *t.net.value, 0};
    }
    double part = t.net.amount >= 0 && t.tax.amount >= 0 ? 1.0 : 0.85;
    put("totals.net", t.net, certainty(t.net, t) * part);
    put("totals.tax", t.tax, certainty(t.tax, t) * part);
    auto difference = [&](const Pick& other) { return t.gross.value->str() + " - " + other.value->str(); };
    bool net_derived = t.net.value && t.net.amount < 0, tax_derived = t.tax.value && t.tax.amount < 0;
    draft_.explain("totals.net", label_of(t.net.amount, {kNet, kLines, kGross}), "",
                   net_derived && t.tax.value ? difference(t.tax) : proof);
    draft_.explain("totals.tax", label_of(t.tax.amount, {kTax}), "",
                   tax_derived && t.tax.weight <= 0 && t.net.value ? difference(t.net) : proof);
  }

  static std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& each : words) out += (out.empty() ? "" : "; ") + each;
    return out;
  }

  std::string why_lost(const Triple& other, const Triple& best) const {
    std::string label = label_of(other.gross.amount, {kGross, kPayable, kNet});
    std::string out = reading::why_lost(label, other.score, best.score);
    std::string doubts = joined(search_.notes(other).doubts);
    return doubts.empty() ? out : out + "; " + doubts;
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
        bool paid =
            weights_.of[p][kPrepaid] > 0.2 || (list()[p].negative && !all_negative_ && list()[p].decimals() == 2);
        if (paid && !list()[p].value.is_zero() && gross - list()[p].value.abs() == value)
          with_prepaid = {static_cast<int>(p), list()[p].value.abs(), weights_.of[p][kPrepaid]};
        if (weights_.of[p][kOtherSum] > 0.4 && !list()[p].value.is_zero() && gross + list()[p].value == value)
          with_balance = {static_cast<int>(p), list()[p].value, 0};
        bool cents = list()[p].value.abs() < Decimal(1L) && list()[p].decimals() == 2 && !list()[p].value.is_zero();
        if ((weights_.of[p][kRounding] > 0.2 || cents) && gross + list()[p].value == value)
          with_rounding = {static_cast<int>(p), list()[p].value, weights_.of[p][kRounding]};
      }
      if (with_prepaid.amount >= 0 || with_rounding.amount >= 0 || with_balance.amount >= 0)
        score += 1.2;
      else if (total)
        continue;
      if (score <= best) continue;
      best = score;
      payable = {static_cast<int>(a), value, w};
      prepaid = with_prepaid;
      rounding = with_rounding;
    }
    if (prepaid.value) put("totals.prepaid", prepaid, 0.97);
    if (rounding.value)
      draft_.put("totals.rounding", rounding.value->str(), list()[rounding.amount].first, list()[rounding.amount].last,
                 How::label, 0.97);
    if (payable.value) {
      bool proved = *payable.value == gross || prepaid.value || rounding.value;
      put("totals.payable", payable, proved ? 0.98 : 0.75);
      bool adjusted = prepaid.value || rounding.value;
      std::string proof = adjusted ? gross.str() : proved ? "it is the gross" : "";
      if (prepaid.value) proof += " - " + prepaid.value->str();
      if (rounding.value) proof += (rounding.value->is_negative() ? " - " : " + ") + rounding.value->abs().str();
      if (adjusted) proof += " = " + payable.value->str();
      draft_.explain("totals.payable", label_of(payable.amount, {kPayable, kGross}), "", std::move(proof));
      return;
    }
    Pick paid = best_of(kPrepaid, 0.6);
    if (paid.value && !paid.value->is_zero() && *paid.value < gross) {
      put("totals.prepaid", paid, 0.7);
      draft_.derive("totals.payable", (gross - *paid.value).str(), 0.6, gross.str() + " - " + paid.value->str());
      return;
    }
    double sure = draft_.evidence().at("totals.gross").confidence / 1000.0;
    // Something else is called payable, and nothing explains the difference.
    Pick named = best_of(kPayable, 0.5);
    draft_.derive("totals.payable", get(t.gross), sure * (named.value && *named.value != gross ? 0.6 : 0.97),
                  "the gross: nothing paid before or rounded is printed");
  }

  std::string get(const Pick& pick) const { return pick.amount >= 0 ? printed(pick) : pick.value->str(); }

  void put_taxes(const Triple& t) {
    std::vector<const TaxRow*> chosen;
    Decimal sum;
    for (int pass = 0; pass < 3; ++pass) {  // each once, those with a basis, those without: whichever adds up
      std::set<std::pair<Decimal, Decimal>> seen;
      chosen.clear();
      sum = Decimal();
      for (const TaxRow& row : search_.rows()) {
        if (pass == 0 && !seen.insert({row.rate.normalized(), search_.size_of(row.tax)}).second) continue;
        if (pass > 0 && (row.basis >= 0) != (pass == 1)) continue;
        chosen.push_back(&row);
        sum += search_.size_of(row.tax);
      }
      if (t.tax.value && sum == *t.tax.value) break;
    }
    // Lines that carry their own tax look like a breakdown; only what adds up to the tax is one.
    if (chosen.size() > 1 && t.tax.value && (sum - *t.tax.value).abs() > Decimal::scaled(5, 2)) {
      std::erase_if(chosen, [&](const TaxRow* row) { return search_.size_of(row->tax) != *t.tax.value; });
      while (chosen.size() > 1) chosen.pop_back();
    }
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      const TaxRow& row = *chosen[i];
      std::string path = "taxes[" + std::to_string(i) + "].";
      std::string product = row.basis < 0 ? ""
                                          : row.rate.normalized().str() + " % of " + search_.size_of(row.basis).str() +
                                                " is " + search_.size_of(row.tax).str();
      auto at = [&](int a) -> const Amount& { return list()[a]; };
      draft_.put(path + "rate", row.rate.normalized().str(), at(row.rate_amount).first, at(row.rate_amount).last,
                 How::label, 0.95);
      draft_.put(path + "amount", search_.size_of(row.tax).str(), at(row.tax).first, at(row.tax).last, How::label,
                 row.basis >= 0 ? 0.97 : 0.85);
      for (const char* field : {"rate", "amount"}) draft_.explain(path + field, label_of(row.tax, {kTax}), "", product);
      if (row.basis >= 0)
        draft_.put(path + "basis", search_.size_of(row.basis).str(), at(row.basis).first, at(row.basis).last,
                   How::layout, 0.95),
            draft_.explain(path + "basis", label_of(row.basis, {kNet}), "", product);
      else if (chosen.size() == 1 && t.net.value && search_.rate_fits(*t.net.value, search_.size_of(row.tax)))
        draft_.derive(path + "basis", t.net.value->str(), 0.9, "the net; there is one rate");
      if (row.rate > Decimal(0L))
        draft_.put(path + "category", "S", at(row.rate_amount).first, at(row.rate_amount).last, How::layout, 0.85);
    }
  }

  // Sum of lines, allowances and charges, where they close with the net.
  void put_rest(const Triple& t) {
    Pick lines = best_of(kLines, 0.4), less = best_of(kAllowance, 0.4), more = best_of(kCharge, 0.4);
    if (!lines.value || !t.net.value) return;
    Decimal minus = less.value.value_or(Decimal(0L)), plus = more.value.value_or(Decimal(0L));
    if (*lines.value - minus + plus == *t.net.value) {
      put("totals.lines", lines, 0.97);
      draft_.explain("totals.lines", label_of(lines.amount, {kLines}), "",
                     lines.value->str() + (less.value ? " - " + minus.str() : "") +
                         (more.value ? " + " + plus.str() : "") + " = " + t.net.value->str());
      if (less.value) put("totals.allowances", less, 0.95);
      if (more.value) put("totals.charges", more, 0.95);
    } else if (*lines.value == *t.net.value) {
      put("totals.lines", lines, 0.95);
    }
  }

  const Context& context_;
  const DocumentKind& kind_;
  Draft& draft_;
  SumSearch search_;
  const SumWeights& weights_;
  bool all_negative_ = false;
};

}  // namespace

void read_totals(const Context& context, const DocumentKind& kind, const LineSums& lines, Draft& draft) {
  Decoder(context, kind, lines, draft).read();
}

}  // namespace ap::extract::reading
