#include "extract/totals.h"

#include <algorithm>
#include <initializer_list>
#include <set>

#include "core/fields.h"
#include "extract/choice.h"
#include "extract/totals_payable.h"
#include "extract/totals_reasons.h"
#include "extract/totals_restore.h"
#include "extract/totals_search.h"
#include "extract/totals_taxes.h"

namespace ap::extract::reading {
namespace {

// A choice that does not add up is never sure, however clear its labels are.
constexpr double kContradicted = 0.6;

class Decoder {
 public:
  Decoder(const Context& context, const DocumentKind& kind, const LineSums& lines, Draft& draft)
      : context_(context),
        kind_(kind),
        lines_(lines),
        draft_(draft),
        search_(context, lines),
        weights_(search_.weights()) {}

  void read() {
    Triple best = search_.decode();
    if (!best.gross.value) return;
    if ((restored_ = restore_totals(search_, best))) best = restored_->triple;
    put_triple(best);
    put_payable(best);
    put_taxes(best);
    put_rest(best);
  }

  void trace(TrainingTrace& out) const {
    constexpr std::size_t kMostTraced = 150;
    for (const Triple& triple : search_.best(kMostTraced)) {
      TripleFeatures features = search_.features(triple);
      out.triples.push_back(
          {triple.net.value, triple.tax.value, triple.gross.value, {features.begin(), features.end()}});
    }
  }

 private:
  const std::vector<Amount>& list() const { return context_.amounts.list; }

  std::string printed(const Pick& pick) const {
    bool negative = list()[pick.amount].value.is_negative() && kind_.type != InvoiceType::credit_note && all_negative_;
    return (negative ? -*pick.value : *pick.value).str();
  }

  void put(const char* path, const Pick& pick, double sure, std::vector<Alternative> alternatives = {}) {
    if (!pick.value) return;
    if (pick.amount < 0) return draft_.derive(path, pick.value->str(), sure);
    const auto& label = weights_.of[pick.amount];
    How how = label[kNet] + label[kTax] + label[kGross] > 0 ? How::label : How::layout;
    draft_.put(path, printed(pick), list()[pick.amount].first, list()[pick.amount].last, how, sure,
               std::move(alternatives));
    std::string_view name(path);
    Sum role = name.ends_with("net")       ? kNet
               : name.ends_with("tax")     ? kTax
               : name.ends_with("payable") ? kPayable
                                           : kGross;
    double own = std::max(label[role], role == kGross ? label[kPayable] : role == kPayable ? label[kGross] : 0.0);
    double other = 0;
    for (Sum sum : {kNet, kTax, kGross, kLines, kPrepaid, kOtherSum})
      if (sum != role && !(role == kPayable && sum == kGross)) other = std::max(other, label[sum]);
    draft_.sign(path, {.score = own, .margin = own - other, .label = own, .against = other});
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

  static std::string odds_text(double share) { return "odds " + two_places(share); }

  // Notes for the three what decided: labels, odds over all hypotheses, the arithmetic of the one that won.
  void explain(const Triple& won, const Triple& put) {
    std::string proof = proofs_of(won, search_.features(won), search_.facts());
    auto why = [&](const Odds& odds, const Pick& pick) { return odds_text(share_of(odds, pick.value)); };
    draft_.explain("totals.gross", label_of(put.gross.amount, {kGross, kPayable, kNet}),
                   why(search_.gross_odds(), put.gross), proof);
    std::string rest = put.gross.value->str() + " - ";
    if (put.net.value)
      draft_.explain("totals.net", label_of(put.net.amount, {kNet, kLines, kGross}), why(search_.net_odds(), put.net),
                     won.net.value || !put.tax.value ? proof : rest + put.tax.value->str());
    if (put.tax.value)
      draft_.explain("totals.tax", label_of(put.tax.amount, {kTax}), why(search_.tax_odds(), put.tax),
                     won.tax.value || !put.net.value ? proof : rest + put.net.value->str());
    auto found = draft_.evidence().find("totals.gross");
    if (found == draft_.evidence().end() || found->second.alternatives.empty()) return;
    constexpr std::size_t kMostLooked = 150;
    std::vector<Triple> all = search_.best(kMostLooked);
    for (Alternative& lost : found->second.alternatives) {
      auto around = std::ranges::find_if(all, [&](const Triple& t) { return t.gross.value->str() == lost.value; });
      lost.reason = odds_text(lost.confidence / 1000.0) + " against " +
                    two_places(share_of(search_.gross_odds(), put.gross.value));
      if (around == all.end()) continue;
      std::string doubts = doubts_of(*around, search_.features(*around));
      if (!doubts.empty()) lost.reason += "; " + doubts;
    }
  }

  // What else it may be, with how likely that is.
  static std::vector<Alternative> others(const Odds& odds, const Decimal& chosen) {
    std::vector<Alternative> out;
    for (const auto& [value, share] : odds)
      if (value != chosen && share >= 0.005 && out.size() < 3) out.push_back({value.str(), to_confidence(share)});
    return out;
  }

  void put_triple(Triple& t) {
    // Recognition makes a minus of a sign before the total; net and tax say which it is.
    auto above_zero = [&](const Pick& pick) { return pick.amount >= 0 && list()[pick.amount].value > Decimal(0L); };
    all_negative_ =
        t.gross.amount >= 0 && list()[t.gross.amount].value.is_negative() && !above_zero(t.net) && !above_zero(t.tax);
    double most = 1.0;
    if (t.net.value && t.tax.value && (*t.net.value + *t.tax.value - *t.gross.value).abs() > Decimal::scaled(5, 2)) {
      // Labels disagree with arithmetic: the tax is kept only where it alone fits the gross.
      if (search_.rate_fits(*t.gross.value - *t.tax.value, *t.tax.value))
        t.net = {};
      else
        most = kContradicted;
    }
    const Triple won = restored_ ? restored_->decoded : t;
    gross_sure_ = std::min(restored_ ? restored_->sure_of_gross : share_of(search_.gross_odds(), t.gross.value), most);
    put("totals.gross", t.gross, gross_sure_, others(search_.gross_odds(), *t.gross.value));
    if (!t.net.value && t.tax.value) t.net = {-1, t.net_value(), 0};
    if (!t.tax.value && t.net.value && *t.net.value <= *t.gross.value) t.tax = {-1, t.tax_value(), 0};
    if (t.net.value)
      put("totals.net", t.net,
          std::min(restored_ ? restored_->sure_of_parts : share_of(search_.net_odds(), t.net.value), most),
          others(search_.net_odds(), *t.net.value));
    if (t.tax.value)
      put("totals.tax", t.tax,
          std::min(restored_ ? restored_->sure_of_parts : share_of(search_.tax_odds(), t.tax.value), most),
          others(search_.tax_odds(), *t.tax.value));
    if (!restored_) return explain(won, t);
    std::string sum = t.net.value->str() + " + " + t.tax.value->str() + " = " + t.gross.value->str() + ", ";
    for (const char* path : {"totals.net", "totals.tax", "totals.gross"})
      draft_.explain(path, "", "", sum + restored_->why);
  }

  void put_payable(const Triple& t) {
    const Decimal& gross = *t.gross.value;
    Payable found = find_payable(context_, search_, gross, all_negative_);
    // "Total líquido": a name of both, and no way leads there from the gross.
    if (!found.explained && t.closes && found.payable.value == t.net.value) found = {};
    // "Total of the invoice 894.39    805.40    88.99": the net is no deposit, and the tax is not left to be paid.
    if (t.closes && found.prepaid && (found.prepaid->value == t.net.value || found.payable.value == t.tax.value))
      found = {};
    if (restored_ && restored_->rounding && (!found.explained || found.payable.value == gross)) {
      found = {};
      found.payable = restored_->decoded.gross, found.rounding = restored_->rounding, found.explained = true;
    }
    if (found.prepaid) put("totals.prepaid", *found.prepaid, found.explained ? 0.97 : 0.7);
    if (found.rounding)
      draft_.put("totals.rounding", found.rounding->value->str(), list()[found.rounding->amount].first,
                 list()[found.rounding->amount].last, How::label, 0.97);
    if (found.credit) {
      draft_.put("totals.payable", (-*found.payable.value).str(), list()[found.payable.amount].first,
                 list()[found.payable.amount].last, How::label, gross_sure_);
      draft_.explain("totals.payable", "", "",
                     gross.str() + " - " + found.prepaid->value->str() + " = -" + found.payable.value->str());
    } else if (found.payable.amount >= 0) {
      put("totals.payable", found.payable, found.explained ? gross_sure_ : std::min(gross_sure_, 0.75));
      std::string proof;
      if (found.prepaid) proof += " - " + found.prepaid->value->str();
      if (found.rounding) proof += " + " + found.rounding->value->str();
      if (!found.explained)
        proof.clear();
      else if (*found.payable.value == gross)
        proof = "it is the gross";
      else if (!proof.empty())
        proof = gross.str() + proof + " = " + found.payable.value->str();
      draft_.explain("totals.payable", label_of(found.payable.amount, {kPayable, kGross}), "", proof);
    } else if (found.prepaid) {
      draft_.derive("totals.payable", (gross - *found.prepaid->value).str(), std::min(gross_sure_, 0.6));
      draft_.explain("totals.payable", "", "", gross.str() + " - " + found.prepaid->value->str());
    } else {
      std::vector<Alternative> stray;
      if (found.unexplained) stray.push_back({found.unexplained->str(), to_confidence(0.3)});
      draft_.derive("totals.payable", printed_or_derived(t.gross), gross_sure_ * (found.unexplained ? 0.6 : 1.0),
                    std::move(stray));
      draft_.explain("totals.payable", "", "the gross: nothing paid before or rounded was found");
    }
  }

  std::string printed_or_derived(const Pick& pick) const {
    return pick.amount >= 0 ? printed(pick) : pick.value->str();
  }

  void put_taxes(const Triple& t) {
    auto chosen = choose_breakdown(search_, t.net.value, t.tax.value);
    // Several taxes on one basis, as CGST and SGST: each is its rate of the net.
    bool shared = t.net.value && std::ranges::all_of(chosen, [&](const TaxRow& row) {
                    Decimal due = *t.net.value * row.rate * Decimal::scaled(1, 2);
                    return (due.abs() - search_.size_of(row.tax)).abs() <= Decimal::scaled(1, 2);
                  });
    for (std::size_t i = 0; i < chosen.size(); ++i)
      put_tax(chosen[i], "taxes[" + std::to_string(i) + "].", t, chosen.size() == 1 || shared);
    if (chosen.empty()) put_fitting_rate(t);
    if (t.net.value && (!t.tax.value || t.tax.value->is_zero())) put_exemption(chosen.empty());
  }

  // The rate stands apart from its tax, as in the heading of a row of sums: the one printed that makes the tax of the
  // net.
  void put_fitting_rate(const Triple& t) {
    if (!t.net.value || t.tax.amount < 0 || t.tax.value->is_zero()) return;
    const Amount* best = nullptr;
    auto away = [&](const Amount& rate) { return std::abs(rate.row - list()[t.tax.amount].row); };
    for (const Amount& rate : list()) {
      if (!rate.percent || rate.value <= Decimal(0L) || rate.value > Decimal(40L)) continue;
      const Decimal due = *t.net.value * rate.value * Decimal::scaled(1, 2);
      if ((due - *t.tax.value).abs() > Decimal::scaled(1, 2)) continue;
      if (best == nullptr || away(rate) < away(*best)) best = &rate;
    }
    if (best == nullptr) return;
    draft_.put("taxes[0].rate", best->value.normalized().str(), best->first, best->last, How::layout, 0.9);
    draft_.put("taxes[0].category", "S", best->first, best->last, How::layout, 0.85);
    draft_.derive("taxes[0].basis", t.net.value->str(), 0.9);
    draft_.put("taxes[0].amount", t.tax.value->str(), list()[t.tax.amount].first, list()[t.tax.amount].last,
               How::layout, 0.93);
    draft_.explain("taxes[0].rate", "", "",
                   best->value.normalized().str() + " % of " + t.net.value->str() + " is " + t.tax.value->str());
  }

  // No tax, and words that say why: the reason is the line they stand on.
  void put_exemption(bool alone) {
    for (const LabelHit& hit : context_.labels.hits) {
      if (hit.role != Role::exempt) continue;
      const Cell& cell = context_.sheet.cells[hit.cell];
      if (alone) {
        draft_.put("taxes[0].rate", "0", hit.first, hit.last, How::layout, 0.9);
        draft_.derive("taxes[0].basis", get_field(draft_.invoice(), "totals.net").value_or(""), 0.9);
        draft_.derive("taxes[0].amount", "0.00", 0.9);
      }
      draft_.put("taxes[0].exemption_reason", context_.sheet.text(cell.first, cell.last), cell.first, cell.last,
                 How::label, 0.9);
      return;
    }
  }

  void put_tax(const TaxRow& row, const std::string& path, const Triple& t, bool only) {
    auto at = [&](int a) -> const Amount& { return list()[a]; };
    auto signed_text = [&](int a) { return (all_negative_ ? at(a).value.abs() : at(a).value).str(); };
    draft_.put(path + "rate", row.rate.normalized().str(), at(row.rate_amount).first, at(row.rate_amount).last,
               How::label, 0.95);
    draft_.put(path + "amount", signed_text(row.tax), at(row.tax).first, at(row.tax).last, How::label,
               row.basis >= 0 ? 0.97 : 0.85);
    std::string product =
        row.basis < 0 ? ""
                      : row.rate.normalized().str() + " % of " + signed_text(row.basis) + " is " + signed_text(row.tax);
    for (const char* field : {"rate", "amount"}) draft_.explain(path + field, label_of(row.tax, {kTax}), "", product);
    // Nothing times zero is zero: of a rate of zero only the net total proves the basis.
    int basis = only && row.rate.is_zero() && t.net.amount >= 0 ? t.net.amount : row.basis;
    if (basis >= 0)
      draft_.put(path + "basis", signed_text(basis), at(basis).first, at(basis).last, How::layout, 0.95);
    else if (only && t.net.value && search_.rate_fits(*t.net.value, search_.size_of(row.tax)))
      draft_.derive(path + "basis", t.net.value->str(), 0.9);
    if (row.rate > Decimal(0L))
      draft_.put(path + "category", "S", at(row.rate_amount).first, at(row.rate_amount).last, How::layout, 0.85);
  }

  // Sum of lines, allowances and charges, where they close with the net: one of each, or several of a kind.
  void put_rest(const Triple& t) {
    Pick lines = search_.named(kLines, 0.4), less = search_.named(kAllowance, 0.4), more = search_.named(kCharge, 0.4);
    if (!t.net.value || put_adjustments(*t.net.value)) return;
    if (!lines.value && (less.value || more.value)) lines = before_adjustments(*t.net.value, less, more);
    if (!lines.value) return;
    Decimal minus = less.value.value_or(Decimal(0L)), plus = more.value.value_or(Decimal(0L));
    if (*lines.value - minus + plus == *t.net.value) {
      put("totals.lines", lines, 0.97);
      draft_.explain("totals.lines", label_of(lines.amount, {kLines, kNet}), "",
                     lines.value->str() + (less.value ? " - " + minus.str() : "") +
                         (more.value ? " + " + plus.str() : "") + " = " + t.net.value->str());
      if (less.value) put("totals.allowances", less, 0.95);
      if (more.value) put("totals.charges", more, 0.95);
    } else if (*lines.value == *t.net.value) {
      put("totals.lines", lines, 0.95);
    }
  }

  // Between the sum of the lines that were read and the net: what is printed there and makes the difference is taken
  // off or added, whatever it is called.
  bool put_adjustments(const Decimal& net) {
    const auto& sum = search_.facts().lines_sum;
    if (!sum || *sum == net || lines_.allowances + lines_.charges != Decimal(0L)) return false;
    const std::vector<Chain> chains = find_chains(context_, *sum, net);
    Chain chain = chains.empty() ? Chain() : chains.front();
    Decimal gap = net - *sum;
    if (const Value* step = chain.steps.empty() ? search_.values().find(gap.abs()) : nullptr)
      if (step->cents && std::max({step->named(kNet), step->named(kTax), step->named(kGross)}) < 0.5)
        chain.steps.emplace_back(step->last, gap);
    if (chain.steps.empty()) return false;
    Pick less, more;
    for (const auto& [amount, change] : chain.steps) {
      Pick& pick = change.is_negative() ? less : more;
      pick = {pick.value ? -1 : amount, pick.value.value_or(Decimal(0L)) + change.abs(), 0};
    }
    if (const Value* printed = search_.values().find(*sum)) put("totals.lines", {printed->last, *sum, 0}, 0.95);
    put("totals.allowances", less, 0.93);
    put("totals.charges", more, 0.93);
    return true;
  }

  // A "Subtotal" above the discount is named as a net, but the net is what is left below.
  Pick before_adjustments(const Decimal& net, const Pick& less, const Pick& more) const {
    Decimal sum = net + less.value.value_or(Decimal(0L)) - more.value.value_or(Decimal(0L));
    const Value* printed = search_.values().find(sum);
    if (!printed || sum == net || printed->named(kNet) < 0.3) return {};
    return {printed->at[kNet], printed->size, printed->named(kNet)};
  }

  const Context& context_;
  const DocumentKind& kind_;
  const LineSums& lines_;
  Draft& draft_;
  SumSearch search_;
  const SumWeights& weights_;
  bool all_negative_ = false;
  double gross_sure_ = 0;
  std::optional<Restored> restored_;
};

}  // namespace

void read_totals(const Context& context, const DocumentKind& kind, const LineSums& lines, Draft& draft,
                 TrainingTrace* trace) {
  Decoder decoder(context, kind, lines, draft);
  decoder.read();
  if (trace) decoder.trace(*trace);
}

}  // namespace ap::extract::reading
