#include "extract/totals_payable.h"

#include <algorithm>

#include "extract/text.h"

namespace ap::extract::reading {
namespace {

enum class Kind { prepaid, rounding, balance };

struct Step {
  Kind kind;
  int amount;
  Decimal change;  // what it adds to the gross
  double weight;   // of the label
};

constexpr std::size_t kMostSteps = 12;
const Decimal kOne = 1;

class PayableFinder {
 public:
  PayableFinder(const Context& context, const SumSearch& search, const Decimal& gross, bool all_negative)
      : context_(context), list_(context.amounts.list), search_(search), gross_(gross), all_negative_(all_negative) {
    for (std::size_t a = 0; a < list_.size(); ++a) gather(static_cast<int>(a));
    std::ranges::stable_sort(steps_, [](const Step& a, const Step& b) { return a.weight > b.weight; });
    if (steps_.size() > kMostSteps) steps_.resize(kMostSteps);
  }

  Payable find() {
    for (const Value& value : search_.values().all()) consider(value);
    if (!best_.explained || best_.payable.value == gross_) take_withheld();
    if (!best_.explained || best_.payable.value == gross_) follow_chain();
    if (best_.payable.amount < 0) fall_back();
    if (!best_.prepaid) take_credit();
    doubt_total();
    return best_;
  }

 private:
  double label(int amount, Sum sum) const { return search_.weights().of[amount][sum]; }

  void gather(int a) {
    const Amount& amount = list_[a];
    if (amount.percent || amount.value.is_zero()) return;
    Decimal size = amount.value.abs();
    auto step = [&](Kind kind, const Decimal& change, double weight) { steps_.push_back({kind, a, change, weight}); };
    // A net or a tax printed with a minus, as on corrections, is no deposit.
    const Value* everywhere = search_.values().find(size);
    bool part = everywhere && std::max(everywhere->named(kTax), everywhere->named(kNet)) >= 0.5 &&
                everywhere->named(kPrepaid) < 0.3;
    bool minus = amount.negative && !all_negative_ && amount.decimals() == 2 && !part;
    if (label(a, kPrepaid) > 0.2 || minus) step(Kind::prepaid, -size, label(a, kPrepaid));
    if (label(a, kCash) > 0.2 && size == gross_) step(Kind::prepaid, -size, label(a, kCash));
    if (label(a, kWithheld) > 0.2) step(Kind::prepaid, -size, label(a, kWithheld));
    Decimal value = all_negative_ ? -amount.value : amount.value;  // where the sums are negative, signs are turned
    if (label(a, kOtherSum) > 0.4) step(Kind::balance, value, label(a, kOtherSum) - 0.2);
    bool cents = size < kOne && amount.decimals() == 2;
    if (label(a, kRounding) > 0.2 || cents) step(Kind::rounding, value, label(a, kRounding));
  }

  // What stands between the gross and the payable and makes the difference says so by that alone.
  void gather_between(const Value& value, int own) {
    Decimal gap = value.size - gross_;
    const Value* total = search_.values().find(gross_);
    if (!total || gap.is_zero()) return;
    for (std::size_t a = 0; a < list_.size(); ++a) {
      const Amount& amount = list_[a];
      if (amount.row <= list_[total->first].row || amount.row > list_[own].row + 1 || amount.percent) continue;
      const double payable = label(static_cast<int>(a), kPayable);  // "Balance b/f" is a lesser name than "Balance due"
      if (static_cast<int>(a) == own || payable >= std::max(0.5, value.named(kPayable) - 0.1)) continue;
      if (amount.value.abs() != gap.abs() || (amount.decimals() != 2 && !amount.currency)) continue;
      Kind kind = gap.is_negative() ? Kind::prepaid : Kind::balance;
      steps_.push_back({kind, static_cast<int>(a), gap, 0.1});
      return;
    }
  }

  // A way from the gross to `size` in one step or two of different kinds, or two deposits; the strongest labels win.
  struct Way {
    const Step* first = nullptr;
    const Step* second = nullptr;
    double weight = -1;
  };

  Way way_to(const Decimal& size, int own) const {
    Way best;
    Decimal gap = size - gross_;
    for (const Step& a : steps_) {
      if (a.amount == own) continue;
      if (a.change == gap && 1 + a.weight > best.weight) best = {&a, nullptr, 1 + a.weight};
      for (const Step& b : steps_) {
        bool pair = &b > &a && b.amount != own && a.change + b.change == gap &&
                    (a.kind != b.kind || list_[a.amount].row != list_[b.amount].row);
        if (pair && std::min(a.weight, b.weight) > 0.2 && std::min(a.weight, b.weight) > best.weight)
          best = {&a, &b, std::min(a.weight, b.weight)};
      }
    }
    return best;
  }

  void consider(const Value& value) {
    double named = value.named(kPayable);
    bool total = named < 0.3 && value.named(kGross) > 0.3;  // "Total" again, after rounding
    if ((named < 0.3 && !total) || (value.size.is_zero() && !settled(value))) return;
    bool same = value.size == gross_;
    int own = value.at[total ? kGross : kPayable];
    Way way = same ? Way() : way_to(value.size, own);
    if (!same && !way.first && !total) {
      gather_between(value, own);
      way = way_to(value.size, own);
    }
    if (!same && !way.first) {
      if (named >= 0.5) stray_ = value.size, stray_named_ = std::max(stray_named_, named);
      if (total) return;
    }
    double score = named + (same ? 1.0 : way.first ? 1.2 : 0.0);
    if (score <= score_) return;
    score_ = score;
    best_ = {};
    best_.payable = {own, value.size, named};
    best_.explained = same || way.first;
    for (const Step* step : {way.first, way.second})
      if (step) take(*step);
  }

  // "Balance 0.00" below a payment of the whole gross, which a card may have made, or a credit note and a card.
  bool settled(const Value& value) const {
    if (value.named(kPayable) < 0.5 || !value.cents) return false;
    Way way = way_to(Decimal(), value.at[kPayable]);
    return way.second || (way.first && way.first->weight > 0.2);
  }

  void take(const Step& step) {
    Pick pick{step.amount, step.change, step.weight};
    if (step.kind == Kind::rounding) best_.rounding = pick;
    if (step.kind == Kind::balance) best_.balance = true;
    if (step.kind != Kind::prepaid) return;
    pick.value = -step.change;
    if (best_.prepaid)  // a deposit and another one: the sum is derived
      best_.prepaid = Pick{-1, *best_.prepaid->value - step.change, step.weight};
    else
      best_.prepaid = pick;
  }

  // "Valor total 14.800,00, INSS retido 1.628,00, IR retido 148,00, valor líquido 13.024,00": what is left of the gross
  // without all that is withheld is to be paid, also where its name is that of a net.
  void take_withheld() {
    Decimal sum;
    for (std::size_t a = 0; a < list_.size(); ++a)
      if (!list_[a].percent && label(static_cast<int>(a), kWithheld) > 0.3) sum += list_[a].value.abs();
    const Value* rest = sum.is_zero() || sum >= gross_ ? nullptr : search_.values().find(gross_ - sum);
    if (!rest || !rest->cents) return;
    best_ = {};
    best_.payable = {rest->last, rest->size, rest->named(kPayable)};
    best_.explained = true;
    take({Kind::prepaid, -1, -sum, 0});
  }

  // "Total payable 23,005.81, Rounding 0.19, Outstanding 23,006.00"
  bool rounded(const Chain& chain) const {
    return std::ranges::all_of(
        chain.steps, [&](const auto& step) { return label(step.first, kRounding) > 0.3 && step.second.abs() < kOne; });
  }

  // "Zahlbar bis 21.09. mit 2 % Skonto (20,64 EUR) = 1.011,11 EUR": an offer for who pays early leads to no other
  // total.
  bool offered(const Chain& chain) const {
    static const WordSet words(
        "skonto skonta escompte sconto kassarabatt kontantrabat kontantrabatt betalingskorting betalingsrabat "
        "kredietbeperking prompt settlement");
    auto speaks = [&](int amount) {
      const Row& row = context_.sheet.rows[list_[amount].row];
      for (int t = context_.sheet.cells[row.first].first; t < context_.sheet.cells[row.last - 1].last; ++t)
        for (std::string_view word : runs(context_.sheet.tokens[t].folded))
          if (words.has(word)) return true;
      return false;
    };
    return speaks(chain.end) || std::ranges::any_of(chain.steps, [&](const auto& step) { return speaks(step.first); });
  }

  // No label that is known, but amounts below the total that lead from it to another one: that is what is to be paid.
  void follow_chain() {
    for (const Chain& chain : find_chains(context_, gross_))
      if (leads_to_payable(chain)) return take_chain(chain);
  }

  // A step that is named as a deposit is one, also where the heading of its column ("Net value") says something else.
  bool named_otherwise(int amount) const {
    const double other = std::max({label(amount, kPayable), label(amount, kNet), label(amount, kTax)});
    return other >= 0.5 && other > label(amount, kPrepaid);
  }

  bool leads_to_payable(const Chain& chain) const {
    const auto& end = search_.weights().of[chain.end];
    bool named = std::ranges::any_of(chain.steps, [&](const auto& step) { return named_otherwise(step.first); });
    bool other =
        named || std::max({end[kNet], end[kTax], end[kLines], end[kOtherSum], end[kPrepaid], end[kCash]}) >= 0.5;
    // Where the total itself is named payable, the way to another amount must be as clear:
    // named so as well, or by amounts printed with a minus.
    bool minus = std::ranges::all_of(
        chain.steps, [&](const auto& step) { return step.second.is_negative() && list_[step.first].negative; });
    if (other || offered(chain) || in_tax_table(chain)) return false;
    return best_.payable.weight < 0.5 || end[kPayable] >= 0.5 || (minus && !all_negative_) || rounded(chain);
  }

  void take_chain(const Chain& chain) {
    best_ = {};
    best_.payable = {chain.end, list_[chain.end].value.abs(), label(chain.end, kPayable)};
    best_.explained = true;
    for (const auto& [amount, change] : chain.steps) {
      const auto& label = search_.weights().of[amount];
      bool cents = change.abs() < kOne && label[kPrepaid] < 0.3;
      Kind kind = cents || label[kRounding] > 0.3 ? Kind::rounding
                  : change.is_negative()          ? Kind::prepaid
                                                  : Kind::balance;
      take({kind, amount, change, 0});
    }
  }

  // Bases and taxes of single rates add up to many things by chance.
  bool in_tax_table(const Chain& chain) const {
    auto listed = [&](int amount) {
      return label(amount, kPayable) < 0.3 && std::ranges::any_of(search_.rows(), [&](const TaxRow& row) {
               return row.basis >= 0 && (amount == row.basis || amount == row.tax || amount == row.gross);
             });
    };
    return listed(chain.end) || std::ranges::any_of(chain.steps, [&](const auto& step) { return listed(step.first); });
  }

  // "Gesamtbetrag 6.591,96, gezahlte Abschläge 7.040,00, Guthaben 448,04": more was paid than the gross, and what is
  // left is printed below.
  void take_credit() {
    for (const Step& step : steps_) {
      if (step.kind != Kind::prepaid || step.weight < 0.4 || -step.change <= gross_) continue;
      const Value* rest = search_.values().find(-step.change - gross_);
      if (!rest || !rest->cents || list_[rest->last].row <= list_[step.amount].row) continue;
      best_ = {};
      best_.payable = {rest->last, rest->size, rest->named(kPayable)};
      best_.explained = best_.credit = true;
      return take(step);
    }
  }

  // "Total 2 129.16" and far below "Still due 2 282.86", which nothing explains: the total need not be what is to be paid.
  void doubt_total() {
    constexpr double kClearlyNamed = 0.8;
    if (best_.payable.amount < 0 || best_.payable.value != gross_ || best_.payable.weight >= 0.3) return;
    if (stray_named_ < kClearlyNamed) return;
    best_.explained = false;
    best_.unexplained = stray_;
  }

  // Nothing is named payable: the gross less what was paid.
  void fall_back() {
    best_.unexplained = stray_;
    const Step* paid = nullptr;
    for (const Step& step : steps_)
      if (step.kind == Kind::prepaid && step.weight >= 0.6 && -step.change < gross_ &&
          (!paid || step.weight > paid->weight))
        paid = &step;
    if (paid) take(*paid);
  }

  const Context& context_;
  const std::vector<Amount>& list_;
  const SumSearch& search_;
  const Decimal& gross_;
  bool all_negative_;
  std::vector<Step> steps_;
  Payable best_;
  double score_ = 0.9;  // payable is the gross
  std::optional<Decimal> stray_;  // an amount named payable that nothing explains, and how clearly one is
  double stray_named_ = 0;
};

}  // namespace

Payable find_payable(const Context& context, const SumSearch& search, const Decimal& gross, bool all_negative) {
  return PayableFinder(context, search, gross, all_negative).find();
}

}  // namespace ap::extract::reading
