#include "extract/receipt_total.h"

#include <algorithm>

#include "extract/choice.h"
#include "extract/receipt_amounts.h"
#include "extract/receipt_likeness.h"
#include "extract/receipt_sums.h"
#include "extract/receipt_weights.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

constexpr double kMostProof = 1.2;  // three witnesses; more add nothing

struct Candidate {
  Decimal value;
  double label = -1, near = 0, again = 0, rounding = 0;
  bool total = false;  // a label calls it so
  double proof = 0;    // of the arithmetic: 0.35 one witness, 0.7 two
  int amount = -1;     // where it is printed best, -1 nowhere

  double score() const {
    return std::max(label, 0.0) + (proof > 0.2 ? near : 0.3 * near) + again + std::min(proof, kMostProof) + rounding;
  }
  // Printed, or carried by arithmetic and a damaged print, or by arithmetic twice over.
  bool founded() const { return amount >= 0 || (proof + rounding >= 0.25 && near > 0.05) || proof >= 0.65; }
};

// The smallest coin is five hundredths wherever sums are rounded for cash, or a multiple of that.
bool ends_in_coin(const Decimal& value) {
  const std::string text = value.str();
  return value.scale() < 2 || text.ends_with('0') || text.ends_with('5');
}

// Where the smallest coin is of five hundredths or more.
bool has_no_cents(std::string_view currency) {
  return in_list(currency, "MYR SGD AUD NZD CAD CHF ZAR ILS HKD SEK NOK DKK CZK HUF");
}

class TotalReader {
 public:
  TotalReader(const Context& context, Draft& draft)
      : slip_(slip_amounts(context)),
        context_{context.sheet, context.labels,  context.dates,  slip_.amounts,
                 context.ibans, context.tax_ids, context.options},
        draft_(draft),
        weights_(named_weights()),
        sums_(context_, slip_, weights_) {}

  void read() {
    if (auto returned = negative_total(); returned >= 0)
      return put_negative(list()[static_cast<std::size_t>(returned)]);
    collect();
    for (std::size_t a = 0; a < list().size(); ++a)
      no_change_ |= weights_.of[a][kChange] > 0.3 && list()[a].value.is_zero();
    for (Candidate& c : candidates_) weigh(c);
    dispute();
    dispute_coins();
    const Candidate* best = nullptr;
    for (const Candidate& c : candidates_)
      if (c.founded() && (best == nullptr || c.score() > best->score())) best = &c;
    if (best == nullptr || best->score() < 0.2) return doubt();
    put(*best);
  }

 private:
  const std::vector<Amount>& list() const { return slip_.amounts.list; }

  SumWeights named_weights() const {
    SumWeights out = slip_weights(context_, slip_);
    for (std::size_t a = 0; a < list().size(); ++a) name_by_row(a, out);
    return out;
  }

  // More was taken back than sold: an amount printed with a minus, called the total, and the sum of two others above
  // it, one of which is negative too. -1 none.
  int negative_total() const {
    for (std::size_t a = list().size(); a-- > 0;) {
      const Amount& total = list()[a];
      if (!total.value.is_negative() || total.percent || total.decimals() != 2) continue;
      if (std::max(weights_.of[a][kGross], weights_.of[a][kPayable]) < 0.5) continue;
      for (std::size_t b = 0; b < list().size(); ++b)
        for (std::size_t c = 0; c < list().size(); ++c) {
          const bool above = list()[b].row < total.row && list()[c].row < total.row;
          const bool two = b != c && list()[b].value.is_negative() && slip_.usable(c);
          if (above && two && list()[b].value + list()[c].value == total.value) return static_cast<int>(a);
        }
    }
    return -1;
  }

  void put_negative(const Amount& total) {
    draft_.put("totals.gross", total.value.str(), total.first, total.last, How::arithmetic, 0.9);
    draft_.derive("totals.payable", total.value.str(), 0.9);
    Totals& totals = draft_.invoice().totals;
    totals.net.reset(), totals.tax.reset();
    draft_.evidence().erase("totals.net");
    draft_.evidence().erase("totals.tax");
  }

  void collect() {
    Decimal items;
    std::size_t lines = 0, proved = 0;  // that are not for nothing
    for (const Line& line : draft_.invoice().lines) {
      if (!line.net || line.net->is_zero()) continue;
      items += *line.net;
      ++lines;
      proved += line.quantity && line.unit_price && *line.quantity * *line.unit_price == *line.net;
    }
    if (!items.is_zero()) sums_.items(items, lines, proved);
    if (proved > 1 && proved == lines) at(items);
    for (std::size_t a = 0; a < list().size(); ++a)
      if (slip_.usable(a)) at(list()[a].value);
    for (std::size_t a = 0; a < list().size(); ++a)
      for (const RepairedAmount& other : slip_.others[a])
        if (slip_.usable(a) && !other.value.is_negative()) at(other.value);
    for (const Decimal& value : sums_.implied()) at(value);
  }

  Candidate& at(const Decimal& value) {
    for (Candidate& c : candidates_)
      if (c.value == value) return c;
    candidates_.push_back({.value = value});
    return candidates_.back();
  }

  // What the row begins with names its amount: "Total sales (inclusive of GST)" is no tax.
  void name_by_row(std::size_t a, SumWeights& weights) const {
    auto& w = weights.of[a];
    const Role head = list()[a].percent ? Role::none : row_head(list()[a].row);
    if (head == Role::other_amount) w[kGross] *= 0.3, w[kPayable] *= 0.3;
    if (head == Role::gross || head == Role::payable) w[kTax] = w[kOtherSum] = 0, w[kGross] = std::max(w[kGross], 0.7);
  }

  // What the label of one printed amount says for its being the total.
  double labelled(std::size_t a) const {
    const auto& w = weights_.of[a];
    double score = std::max({w[kGross], w[kPayable], 0.45 * w[kNet], 0.45 * w[kLines], 0.35 * w[kCash]}) * 0.6;
    score -= 0.4 * w[kOtherSum] + 0.3 * w[kChange] + 0.2 * w[kTax] + 0.3 * w[kRounding];
    score -= sums_.part(a);
    double place = static_cast<double>(list()[a].row) / static_cast<double>(context_.sheet.rows.size());
    return score * (score > 0 ? slip_.quality[a] : 1.0) + 0.08 * place;
  }

  // The label that the row of an amount begins with; other_amount where quantities or savings are totalled.
  Role row_head(int row) const {
    const Sheet& sheet = context_.sheet;
    int cell = sheet.rows[row].first;
    for (int h : context_.labels.by_cell[cell]) {
      const LabelHit& hit = context_.labels.hits[h];
      if (hit.before > 0) continue;
      int next = hit.last < sheet.cells[sheet.rows[row].last - 1].last ? hit.last : -1;
      bool counted = next >= 0 && in_list(trim(sheet.tokens[next].folded, " .,:;()"),
                                          "qty oty aty gty quantity qtys item items pcs pieces saving savings points");
      return counted ? Role::other_amount : hit.role;
    }
    return Role::none;
  }

  double closest_label(std::size_t a) const {
    const auto& w = weights_.of[a];
    // Where no change was given, the cash is the total.
    return std::max({w[kGross], w[kPayable], 0.6 * w[kNet], no_change_ ? 0.7 * w[kCash] : 0.0});
  }

  void weigh(Candidate& c) {
    int rows = 0, last_row = -1;
    for (std::size_t a = 0; a < list().size(); ++a) {
      if (list()[a].percent) continue;
      if (slip_.usable(a) && list()[a].value == c.value) {
        double score = labelled(a);
        if (c.amount < 0 || score > c.label) c.label = score, c.amount = static_cast<int>(a);
        c.total |= score > 0.2 && std::max(weights_.of[a][kGross], weights_.of[a][kPayable]) > 0.3;
        if (list()[a].row != last_row && slip_.quality[a] > 0.5) ++rows, last_row = list()[a].row;
      } else if (double w = closest_label(a); w > 0.2) {
        double like = damaged_likeness(context_.sheet.text(list()[a].first, list()[a].last), c.value);
        for (const RepairedAmount& other : slip_.others[a])  // seen there by another look
          if (other.value == c.value) like = std::max(like, 1.2 * other.quality);
        c.near = std::max(c.near, 0.5 * w * like);
      }
    }
    c.again = 0.1 * std::clamp(rows - 1, 0, 3);
    auto rounded = sums_.rounding(c.value);
    c.rounding = rounded.weight;
    c.proof = sums_.proof(c.value, rounded.before);
    if (c.total && c.value + Decimal::scaled(5, 2) >= largest()) c.again += 0.15;
    // Without something taken off again, each of them is a part of the total.
    if (const int larger = c.amount >= 0 ? larger_above(c) : 0; larger >= 2) c.again -= larger >= 3 ? 0.4 : 0.12;
    // Below a row of cash rounding no cents are left that no coin pays: a figure was misread.
    if (c.amount >= 0 && !ends_in_coin(c.value) &&
        sums_.rounded_between(-1, list()[static_cast<std::size_t>(c.amount)].row))
      c.label *= 0.5, c.again = 0;
  }

  // Change was given back, so what was paid ends in a coin: of two readings that differ in one figure, the one that
  // does. Below a row of cash rounding it need not be seen anywhere: total and cash lose the same figure.
  void dispute_coins() {
    const bool cents_unknown = draft_.invoice().currency.empty();
    if (!cents_unknown && !has_no_cents(draft_.invoice().currency)) return;
    given_ = false;
    for (std::size_t a = 0; a < list().size(); ++a)
      given_ |= weights_.of[a][kChange] > 0.3 && !list()[a].value.is_zero();
    for (Candidate& c : candidates_) {
      if (ends_in_coin(c.value) || c.amount < 0) continue;
      if (cents_unknown && !sums_.rounded_between(-1, row_of(c))) continue;
      Candidate* coined = nullptr;
      for (Candidate& other : candidates_) {
        if (!ends_in_coin(other.value) || damaged_likeness(c.value.str(), other.value) < 0.6) continue;
        if (!paid_instead(c, other) && !rounded_to(c, other)) continue;
        if (coined == nullptr || other.score() > coined->score()) coined = &other;
      }
      if (coined == nullptr) continue;
      coined->label = std::max(coined->label, 0.7 * c.label);
      coined->near = std::max(coined->near, 0.1);
      c.label *= 0.5, c.proof *= 0.5, c.again = 0;
    }
  }

  int row_of(const Candidate& c) const { return list()[static_cast<std::size_t>(c.amount)].row; }

  // Change was given, and what is left of the cash may as well be `coins`.
  bool paid_instead(const Candidate& c, const Candidate& coins) const {
    return given_ && (coins.founded() || sums_.rounded_between(-1, row_of(c))) && coins.proof >= 0.1 &&
           coins.proof >= 0.5 * c.proof;
  }

  // The total below the row of rounding is further away than rounding goes.
  bool rounded_to(const Candidate& c, const Candidate& coins) const {
    return coins.amount >= 0 && coins.total && sums_.rounded_between(row_of(c), row_of(coins)) &&
           (c.value - coins.value).abs() > Decimal::scaled(5, 2);
  }

  // What a label calls the total, while the slip adds up to what is one digit away from it, was misread.
  void dispute() {
    for (Candidate& c : candidates_) {
      if (c.amount < 0 || c.label < 0.2) continue;
      const Amount& amount = list()[static_cast<std::size_t>(c.amount)];
      const std::string printed = context_.sheet.text(amount.first, amount.last);
      for (const Candidate& other : candidates_) {
        if (other.value == c.value || other.proof < c.proof + 0.3) continue;
        if (damaged_likeness(printed, other.value) < 0.6) continue;
        if (context_.sheet.tokens[amount.first].confidence == kCertain) continue;
        c.label *= 0.6;
        break;
      }
    }
  }

  // Rows above that are more than all together.
  int larger_above(const Candidate& c) const {
    const int row = list()[static_cast<std::size_t>(c.amount)].row;
    int rows = 0, last = -1;
    for (std::size_t a = 0; a < list().size() && list()[a].row < row; ++a) {
      if (!slip_.usable(a) || slip_.quality[a] < 0.8 || list()[a].row == last || list()[a].value <= c.value) continue;
      if (std::max({weights_.of[a][kCash], weights_.of[a][kOtherSum], weights_.of[a][kAllowance]}) > 0.3) continue;
      ++rows, last = list()[a].row;
    }
    return rows;
  }

  // Of the amounts that a label calls a total.
  Decimal largest() {
    if (!largest_) {
      Decimal most;
      for (std::size_t a = 0; a < list().size(); ++a)
        if (slip_.usable(a) && slip_.quality[a] > 0.8 && weights_.of[a][kCash] < 0.3 &&
            weights_.of[a][kOtherSum] < 0.4 && std::max(weights_.of[a][kGross], weights_.of[a][kPayable]) > 0.3)
          most = std::max(most, list()[a].value);
      largest_ = most;
    }
    return *largest_;
  }

  void put(const Candidate& best) {
    double next = 0;
    std::vector<Alternative> others;
    for (const Candidate& c : candidates_)
      if (c.value != best.value && c.founded()) next = std::max(next, c.score());
    double margin = best.score() - next;
    double sure = best.proof >= 0.65 && margin > 0.2 ? 0.985
                  : best.proof >= 0.35               ? std::min(probability(best.score(), margin), 0.95)
                                                     : std::min(probability(best.score(), margin), 0.85);
    for (const Candidate& c : candidates_)
      if (c.value != best.value && c.founded() && c.score() > 0.5 * best.score() && others.size() < 3)
        others.push_back({c.value.str(), to_confidence((1 - sure) * c.score() / best.score())});
    if (best.amount < 0) {
      draft_.derive("totals.gross", best.value.str(), std::min(sure, 0.8));
    } else {
      const Amount& amount = list()[static_cast<std::size_t>(best.amount)];
      double quality = slip_.quality[static_cast<std::size_t>(best.amount)];
      draft_.put("totals.gross", best.value.str(), amount.first, amount.last,
                 best.label > 0.2 ? How::label : How::arithmetic, quality >= 1 ? sure : sure * (0.6 + 0.35 * quality),
                 std::move(others));
    }
    draft_.derive("totals.payable", best.value.str(), draft_.evidence().at("totals.gross").confidence / 1000.0);
    drop_unless_plausible();
  }

  // Nothing on the slip speaks for a total: what was read as for an invoice is a guess.
  void doubt() {
    for (const char* path : {"totals.gross", "totals.payable", "totals.net", "totals.tax"})
      if (auto it = draft_.evidence().find(path); it != draft_.evidence().end())
        it->second.confidence = std::min<Confidence>(it->second.confidence, 300);
  }

  // Net and tax were chosen with another total in mind: what does not go with this one is taken out.
  void drop_unless_plausible() {
    Totals& totals = draft_.invoice().totals;
    if (!totals.gross) return;
    auto drop = [&](const char* path, std::optional<Decimal>& value) {
      value.reset();
      draft_.evidence().erase(path);
    };
    const Decimal& gross = *totals.gross;
    // A slip is paid where it is written: its tax summary is no deposit.
    drop("totals.prepaid", totals.prepaid);
    const Decimal others = totals.charges.value_or(Decimal()) - totals.allowances.value_or(Decimal());
    if (!totals.lines || !totals.net || *totals.lines + others != *totals.net) {
      drop("totals.charges", totals.charges);
      drop("totals.allowances", totals.allowances);
    }
    if (totals.lines && *totals.lines > gross) drop("totals.lines", totals.lines);
    bool closes = totals.net && totals.tax && (*totals.net + *totals.tax - gross).abs() <= Decimal::scaled(5, 2);
    bool named = false;  // two items may add up to the total as well
    for (std::size_t a = 0; totals.tax && a < list().size(); ++a)
      named |= list()[a].value == *totals.tax && weights_.of[a][kTax] > 0.1;
    if (closes && named && !totals.tax->is_zero()) return settle_cents(*totals.net, *totals.tax, gross);
    if (auto found = sums_.net_and_tax(gross)) {
      auto put_sum = [&](const char* path, const Decimal& value, int amount) {
        if (amount < 0) return draft_.derive(path, value.str(), 0.85);
        const Amount& at = list()[static_cast<std::size_t>(amount)];
        draft_.put(path, value.str(), at.first, at.last, How::label, 0.93);
      };
      put_sum("totals.net", found->net, found->net_amount);
      put_sum("totals.tax", found->tax, found->tax_amount);
      return;
    }
    if (closes && !totals.tax->is_zero()) return;
    // That no tax was found says nothing of what was paid.
    const bool untaxed =
        closes && std::ranges::any_of(list(), [&](const Amount& a) {
          return a.value.is_zero() && weights_.of[static_cast<std::size_t>(&a - list().data())][kTax] > 0.2;
        });
    if (untaxed) return;
    if (closes) drop("totals.tax", totals.tax);
    if (totals.net) drop("totals.net", totals.net);
    if (totals.tax && *totals.tax * Decimal(3L) > gross) drop("totals.tax", totals.tax);
  }

  // Net and tax miss the total by less than cash rounding takes. Without a row of rounding a figure was misread: the
  // tax is what is left where its rate says so, and in doubt otherwise.
  void settle_cents(const Decimal& net, const Decimal& tax, const Decimal& gross) {
    constexpr double kMisread = 0.6, kByRate = 0.8;
    const Decimal rest = gross - net;
    if (rest == tax || sums_.rounded_between(-1, static_cast<int>(context_.sheet.rows.size()))) return;
    const bool by_rate = std::ranges::any_of(list(), [&](const Amount& rate) {
      return rate.percent && !rate.value.is_zero() && (net * rate.value * Decimal::scaled(1, 2)).rounded(2) == rest;
    });
    if (by_rate) return draft_.derive("totals.tax", rest.str(), kByRate);
    auto entry = draft_.evidence().find("totals.tax");
    if (entry != draft_.evidence().end())
      entry->second.confidence = std::min(entry->second.confidence, to_confidence(kMisread));
  }

  SlipAmounts slip_;
  Context context_;
  Draft& draft_;
  SumWeights weights_;
  SlipSums sums_;
  std::vector<Candidate> candidates_;
  std::optional<Decimal> largest_;
  bool given_ = false;      // change was given
  bool no_change_ = false;  // a row says that none was
};

}  // namespace

void read_receipt_total(const Context& context, Draft& draft) { TotalReader(context, draft).read(); }

}  // namespace ap::extract::reading
