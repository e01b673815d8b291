#include "extract/totals_restore.h"

#include <algorithm>

namespace ap::extract::reading {
namespace {

// More than this is no rounding.
const Decimal kMostRounding = 5;

class Restorer {
 public:
  explicit Restorer(const SumSearch& search) : search_(search) {}

  // "Base 1.430,00, IVA 300,30, IRPF -214,50, total 1.515,80": the gross before what the buyer withholds is not
  // printed; the total is what is to be paid.
  std::optional<Restored> withheld(const Triple& t) const {
    const Pick tax = search_.named(kTax, 0.5);
    Decimal withheld;
    for (const Value& value : search_.values().all())
      if (value.named(kWithheld) >= 0.4) withheld += value.size;
    if (!tax.value || withheld.is_zero()) return std::nullopt;
    const Decimal gross = *t.gross.value + withheld;
    const Pick net = net_of(gross - *tax.value);
    if (!net.value || search_.values().find(gross)) return std::nullopt;
    const double sure = 0.95 * share_of(search_.gross_odds(), t.gross.value);
    std::string why = "of which the total " + t.gross.value->str() + " is without what is withheld";
    return Restored{made_of(t, net, tax, gross), t, sure, sure, std::move(why), std::nullopt};
  }

  // "Netto 2'147.68, MWST 163.61, Rundung 0.01, Rechnungsbetrag 2'311.30": the total is what is to be paid, and the
  // gross before it was rounded is not printed.
  std::optional<Restored> rounded(const Triple& t) const {
    const Pick rounding = search_.named(kRounding, 0.4);
    const bool printed = t.closes && t.net.amount >= 0 && t.tax.amount >= 0;
    if (printed || !rounding.value || rounding.value->is_zero() || *rounding.value >= kMostRounding)
      return std::nullopt;
    const Decimal change = search_.value_of(rounding.amount), gross = *t.gross.value - change;
    if (search_.values().find(gross)) return std::nullopt;
    std::vector<Pick> taxes = {t.tax, search_.named(kTax, 0.4)};
    for (const Decimal& sum : search_.facts().row_sums) taxes.push_back({-1, sum, 0.5});
    for (const Pick& tax : taxes) {
      if (!tax.value || tax.value->is_zero() || *tax.value >= gross) continue;
      const Value* net = search_.values().find(gross - *tax.value);
      if (!net || std::max({net->named(kNet), net->named(kLines), net->named(kGross)}) < 0.3) continue;
      const double sure = 0.95 * std::max(0.8, share_of(search_.gross_odds(), t.gross.value));
      std::string why = "which was rounded to " + t.gross.value->str();
      return Restored{made_of(t, {net->at[kNet], net->size, net->named(kNet)}, tax, gross),
                      t,
                      sure,
                      sure,
                      std::move(why),
                      Pick{rounding.amount, change, rounding.weight}};
    }
    return std::nullopt;
  }

  // "Totaal excl. btw 364,06, 21 % btw 76,45" and a total that could not be read: an amount is no gross where a named
  // tax is its rate of that very amount.
  std::optional<Restored> unread_total(const Triple& t) const {
    const Decimal net = *t.gross.value;
    if (t.closes || (t.net.value && *t.net.value != net)) return std::nullopt;
    for (const TaxRow& row : search_.rows()) {
      const Decimal tax = search_.size_of(row.tax);
      const Decimal due = net * row.rate * Decimal::scaled(1, 2);
      if (tax.is_zero() || search_.weights().of[row.tax][kTax] < 0.5 || (due - tax).abs() > Decimal::scaled(1, 2))
        continue;
      if (search_.values().find(net + tax)) continue;
      const Pick picked{row.tax, tax, t.gross.weight};
      return Restored{made_of(t, t.gross, picked, net + tax),      t,           0.9, 0.6,
                      "which is not printed or could not be read", std::nullopt};
    }
    return std::nullopt;
  }

 private:
  static Triple made_of(const Triple& t, const Pick& net, const Pick& tax, const Decimal& gross) {
    return {net, tax, {-1, gross, t.gross.weight}, t.score, true};
  }

  // A named net of that size, or what the named lines leave without discounts.
  Pick net_of(const Decimal& size) const {
    if (const Value* printed = search_.values().find(size); printed && printed->named(kNet) >= 0.5)
      return {printed->at[kNet], size, printed->named(kNet)};
    const auto& facts = search_.facts();
    for (const auto* follows : {&facts.from_lines, &facts.from_named_lines})
      if (std::ranges::find(*follows, size) != follows->end()) return {-1, size, 0.5};
    return {};
  }

  const SumSearch& search_;
};

}  // namespace

std::optional<Restored> restore_totals(const SumSearch& search, const Triple& decoded) {
  const Restorer restorer(search);
  if (auto found = restorer.withheld(decoded)) return found;
  if (auto found = restorer.rounded(decoded)) return found;
  return restorer.unread_total(decoded);
}

}  // namespace ap::extract::reading
