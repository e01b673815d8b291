#include <algorithm>

#include "rules/en16931/cii.h"
#include "rules/en16931/vat.h"

namespace ap::rules::en16931 {
namespace {

using einvoice::NodeId;
using einvoice::Tree;

// One tax group: of a line, of an allowance or charge, or of the breakdown.
struct Use {
  enum class Place { line, allowance, charge, breakdown, other } place;
  Element element;
  std::string_view code;
  bool vat;
};

class CiiVat {
 public:
  CiiVat(const Tree& tree, Report& report) : tree_(tree), root_(tree.root()), report_(report) {
    transaction_ = root_(N::SupplyChainTradeTransaction);
    settlement_ = transaction_(N::ApplicableHeaderTradeSettlement);
  }

  void run() {
    collect();
    ids_of_parties();
    for (const Category& category : kCategories) presence(category);
    add_up();
    for (const Use& use : uses_) {
      const Category* c = category_of(use.code);
      if (c == nullptr || use.place == Place::other) continue;
      if (use.place == Place::breakdown)
        breakdown(use, *c);
      else if (use.vat)
        used(use, *c);
    }
    split_payment();
  }

 private:
  using Place = Use::Place;

  void collect() {
    for (NodeId id : tree_.all(N::ApplicableTradeTax)) {
      Element e = tree_.element(id);
      N parent = e.parent().name();
      Place place = parent == N::ApplicableHeaderTradeSettlement ? Place::breakdown
                    : parent == N::SpecifiedLineTradeSettlement  ? Place::line
                                                                 : Place::other;
      uses_.push_back({place, e, e(N::CategoryCode).text(), equals_upper(e(N::TypeCode).text(), "VAT")});
    }
    for (NodeId id : tree_.all(N::CategoryTradeTax)) {
      Element e = tree_.element(id), indicator = e.parent()(N::ChargeIndicator, N::Indicator);
      Place place = e.parent().name() != N::SpecifiedTradeAllowanceCharge ? Place::other
                    : is_true(indicator)                                  ? Place::charge
                    : is_false(indicator)                                 ? Place::allowance
                                                                          : Place::other;
      uses_.push_back({place, e, e(N::CategoryCode).text(), equals_upper(e(N::TypeCode).text(), "VAT")});
    }
  }

  template <class Test>
  bool any(Test test) const {
    return std::any_of(uses_.begin(), uses_.end(), test);
  }

  void ids_of_parties() {
    Element agreement = transaction_(N::ApplicableHeaderTradeAgreement);
    auto registered = [](Element party, std::string_view scheme) {
      return any_at([&](Element id) { return id.attribute(N::schemeID) == scheme; }, party, N::SpecifiedTaxRegistration,
                    N::ID);
    };
    Element seller = agreement(N::SellerTradeParty), buyer = agreement(N::BuyerTradeParty);
    seller_vat_ = registered(seller, "VA");
    seller_any_ = seller_vat_ || registered(seller, "FC");
    representative_ = registered(agreement(N::SellerTaxRepresentativeTradeParty), "VA");
    buyer_vat_ = registered(buyer, "VA");
    buyer_legal_ = exists(buyer, N::SpecifiedLegalOrganization, N::ID);
  }

  // BR-x-01. For S, L, M and O the artefacts test one direction only.
  void presence(const Category& c) {
    bool use = any([&](const Use& u) { return u.place != Place::breakdown && u.code == c.code; });
    auto breakdowns = std::count_if(uses_.begin(), uses_.end(),
                                    [&](const Use& u) { return u.place == Place::breakdown && u.code == c.code; });
    auto used_by = [&](N holder) {
      return std::count_if(uses_.begin(), uses_.end(), [&](const Use& u) {
        return u.place != Place::breakdown && u.element.name() == holder && u.code == c.code;
      });
    };
    // The artefacts add lines and breakdowns, and allowances and breakdowns, and ask for two together.
    auto enough = [&](auto uses) { return uses == 0 || uses + breakdowns >= 2; };
    bool holds = c.per_rate()    ? enough(used_by(N::ApplicableTradeTax)) && enough(used_by(N::CategoryTradeTax))
                 : c.code == "O" ? breakdowns == 0 || (breakdowns == 1 && use)
                 : use           ? breakdowns == 1
                                 : breakdowns == 0;
    report_.require(c.rule(1), holds, root_);
  }

  bool parties_known(const Category& c) const {
    if (c.code == "O") return !seller_vat_ && !representative_ && !buyer_vat_;
    if (c.code == "K") return (seller_vat_ || representative_) && buyer_vat_;
    if (c.code == "G") return seller_vat_ || representative_;
    if (c.code == "AE") return (seller_any_ || representative_) && (buyer_vat_ || buyer_legal_);
    return seller_any_ || representative_;
  }

  // BR-x-02 to -07, on each line, allowance and charge.
  void used(const Use& use, const Category& c) {
    int offset = use.place == Place::line ? 0 : use.place == Place::allowance ? 1 : 2;
    report_.require(c.rule(2 + offset), parties_known(c), use.element);
    Element percent = use.element(N::RateApplicablePercent);
    report_.check(c.rule(5 + offset), use.element, [&] {
      if (c.code == "O") return !percent;
      auto rate = value(percent);
      if (!rate) return false;
      if (c.code == "S" || c.code == "L") return *rate > Decimal();
      return c.code == "M" ? *rate >= Decimal() : rate->is_zero();
    });
  }

  void add_up() {
    try {
      for (Element line : transaction_.children(N::IncludedSupplyChainTradeLineItem)) {
        Element settlement = line(N::SpecifiedLineTradeSettlement);
        groups_of(settlement, N::ApplicableTradeTax);
        lines_.add(codes_, rates_,
                   value_or_zero(settlement(N::SpecifiedTradeSettlementLineMonetarySummation, N::LineTotalAmount)));
      }
      for (Element a : settlement_.children(N::SpecifiedTradeAllowanceCharge)) {
        groups_of(a, N::CategoryTradeTax);
        Element indicator = a(N::ChargeIndicator, N::Indicator);
        if (is_true(indicator)) charges_.add(codes_, rates_, value_or_zero(a(N::ActualAmount)));
        if (is_false(indicator)) allowances_.add(codes_, rates_, value_or_zero(a(N::ActualAmount)));
      }
    } catch (const std::runtime_error& e) {
      cannot_add_ = e.what();
    }
  }

  void groups_of(Element holder, N name) {
    codes_.clear();
    rates_.clear();
    for (Element group : holder.children(name)) {
      for (Element code : group.children(N::CategoryCode)) codes_.push_back(code.text());
      for (Element percent : group.children(N::RateApplicablePercent)) rates_.push_back(*value(percent));
    }
  }

  // S and Z are taken whatever their tax type; the rules of L and M can never fire.
  void breakdown(const Use& use, const Category& c) {
    if (!use.vat && c.code != "S" && c.code != "Z") return;
    Element basis = use.element(N::BasisAmount), tax = use.element(N::CalculatedAmount),
            percent = use.element(N::RateApplicablePercent);
    bool reason = use.element(N::ExemptionReason) || use.element(N::ExemptionReasonCode);
    report_.require(c.rule(10), reason == c.needs_reason(), use.element);
    if (c.code == "K") intra_community(use.element);
    if (c.code == "O") outside_scope(use.element);
    if (c.code == "L" || c.code == "M") return;
    report_.check(c.rule(8), use.element, [&] {
      if (basis_fits(c, basis, percent)) return true;
      report_.fire(c.rule(8), basis ? basis : use.element, expected_basis(c, percent).str());
      return true;  // told already
    });
    report_.check(c.rule(9), use.element, [&] {
      auto paid = value(tax), base = value(basis), rate = value(percent);
      const bool rated = c.code == "S" && base && rate;
      const Decimal product = rated ? *base * *rate * Decimal::scaled(1, 2) : Decimal();
      bool fits = paid && (c.code != "S" ? paid->is_zero() : rated && within_one(paid->abs(), r2(base->abs() * *rate * Decimal::scaled(1, 2))));
      if (!fits) report_.fire(c.rule(9), tax ? tax : use.element, c.code != "S" ? "0" : rated ? r2(product).str() : "");
      return true;  // told already
    });
  }

  // What the basis should be: lines and charges less allowances of the category, of its rate for S.
  Decimal expected_basis(const Category& c, Element percent) const {
    auto rate = value(percent);
    if (c.code == "S" && rate)
      return lines_.of(c.code, *rate) + charges_.of(c.code, *rate) - allowances_.of(c.code, *rate);
    return lines_.of(c.code) + charges_.of(c.code) - allowances_.of(c.code);
  }

  bool basis_fits(const Category& c, Element basis_element, Element percent) const {
    if (!cannot_add_.empty()) throw Unevaluable(cannot_add_);
    auto basis = value(basis_element);
    if (c.code == "S") {
      auto rate = value(percent);
      if (!rate) return true;  // nothing to test
      return basis && *basis == r2(lines_.of(c.code, *rate)) + r2(charges_.of(c.code, *rate)) -
                                    r2(allowances_.of(c.code, *rate));
    }
    Decimal sum = r2(lines_.of(c.code)) + r2(charges_.of(c.code)) - r2(allowances_.of(c.code));
    return basis && (c.code == "O" ? *basis == sum : within_one(*basis, sum));
  }

  void intra_community(Element at) {
    Element delivery = transaction_(N::ApplicableHeaderTradeDelivery), period = settlement_(N::BillingSpecifiedPeriod);
    bool dated = exists(delivery, N::ActualDeliverySupplyChainEvent, N::OccurrenceDateTime, N::DateTimeString) ||
                 period(N::StartDateTime) || period(N::EndDateTime);
    report_.require(row("BR-IC-11"), dated, at);
    report_.require(row("BR-IC-12"), exists(delivery, N::ShipToTradeParty, N::PostalTradeAddress, N::CountryID), at);
  }

  void outside_scope(Element at) {
    auto group = [&](const Use& u) {
      return u.element.name() == N::ApplicableTradeTax && u.element(N::CategoryCode) && u.code != "O";
    };
    auto allowance = [&](const Use& u) {
      return u.element.name() == N::CategoryTradeTax && u.element(N::CategoryCode) && u.code != "O";
    };
    report_.require(row("BR-O-11"), !any(group), at);
    report_.require(row("BR-O-12"), !any(group), at);
    report_.require(row("BR-O-13"), !any(allowance), at);
    report_.require(row("BR-O-14"), !any(allowance), at);
  }

  void split_payment() {
    auto has = [&](std::string_view code) { return any([&](const Use& u) { return u.code == code; }); };
    if (!has("B")) return;
    bool abroad = false;
    for (NodeId id : tree_.all(N::CountryID)) abroad |= tree_.element(id).text() != "IT";
    report_.require(row("BR-B-01"), !abroad, root_);
    report_.require(row("BR-B-02"), !has("S"), root_);
  }

  const Tree& tree_;
  Element root_, transaction_, settlement_;
  Report& report_;
  std::vector<Use> uses_;
  std::vector<std::string_view> codes_;
  std::vector<Decimal> rates_;
  Sums lines_, charges_, allowances_;
  std::string cannot_add_;
  bool seller_any_ = false, seller_vat_ = false, representative_ = false, buyer_vat_ = false, buyer_legal_ = false;
};

}  // namespace

void check_cii_vat(const Tree& tree, Report& report) { CiiVat(tree, report).run(); }

}  // namespace ap::rules::en16931
