#include <algorithm>

#include "rules/en16931/ubl.h"
#include "rules/en16931/vat.h"

namespace ap::rules::en16931 {
namespace {

using einvoice::NodeId;
using einvoice::Tree;

// One element that names a category: where it stands, its code, whether its scheme is VAT.
struct Use {
  enum class Place { line, allowance, charge, breakdown, other } place;
  Element element;
  std::string_view code;
  bool vat;
  bool below_root;  // of an allowance or charge: on the level of the document
};

class UblVat {
 public:
  UblVat(const Tree& tree, Report& report) : tree_(tree), root_(tree.root()), report_(report) {}

  void run() {
    collect();
    ids_of_parties();
    for (const Category& category : kCategories) {
      presence(category);
      parties(category);
    }
    rates();
    add_up();
    for (const Use& use : uses_)
      if (use.place == Use::Place::breakdown && use.vat) breakdown(use);
    intra_community();
    outside_scope();
    split_payment();
  }

 private:
  using Place = Use::Place;

  Place place_of(Element category) const {
    Element parent = category.parent();
    if (parent.name() == N::TaxSubtotal)
      return parent.parent().name() == N::TaxTotal && parent.parent().parent() == root_ ? Place::breakdown
                                                                                        : Place::other;
    if (parent.name() != N::AllowanceCharge) return Place::other;
    Element indicator = parent(N::ChargeIndicator);
    return is_true(indicator) ? Place::charge : is_false(indicator) ? Place::allowance : Place::other;
  }

  void collect() {
    for (NodeId id : tree_.all(N::TaxCategory)) {
      Element e = tree_.element(id);
      uses_.push_back({place_of(e), e, e(N::ID).trimmed(), is_vat(e), e.parent().parent() == root_});
    }
    for (NodeId id : tree_.all(N::ClassifiedTaxCategory)) {
      Element e = tree_.element(id);
      uses_.push_back({Place::line, e, e(N::ID).trimmed(), is_vat(e), false});
    }
  }

  template <class Test>
  std::size_t count(Test test) const {
    return static_cast<std::size_t>(std::count_if(uses_.begin(), uses_.end(), test));
  }
  template <class Test>
  bool any(Test test) const {
    return std::any_of(uses_.begin(), uses_.end(), test);
  }

  void ids_of_parties() {
    auto company = [](Element scheme) { return exists(scheme, N::CompanyID); };
    auto vat = [](Element scheme) { return is_vat(scheme) && exists(scheme, N::CompanyID); };
    seller_any_ = any_at(company, root_, N::AccountingSupplierParty, N::Party, N::PartyTaxScheme);
    seller_vat_ = any_at(vat, root_, N::AccountingSupplierParty, N::Party, N::PartyTaxScheme);
    representative_ = any_at(vat, root_, N::TaxRepresentativeParty, N::PartyTaxScheme);
    buyer_vat_ = any_at(vat, root_, N::AccountingCustomerParty, N::Party, N::PartyTaxScheme);
    buyer_legal_ = exists(root_, N::AccountingCustomerParty, N::Party, N::PartyLegalEntity, N::CompanyID);
  }

  // BR-x-01: used on a line, allowance or charge, and stated in the breakdown.
  void presence(const Category& c) {
    bool scheme = c.code != "S";  // S alone is counted under any scheme
    auto used = [&](const Use& u) { return u.code == c.code && (u.vat || !scheme); };
    std::size_t breakdowns = count([&](const Use& u) { return u.place == Place::breakdown && used(u); });
    bool holds;
    if (c.per_rate()) {
      bool use = any([&](const Use& u) {
        return used(u) && (u.place == Place::line || u.element.parent().name() == N::AllowanceCharge);
      });
      holds = use == (breakdowns > 0);
    } else {  // the artefact's search for use includes the breakdown itself
      bool use = any([&](const Use& u) { return used(u); });
      holds = use ? breakdowns == 1 : true;
    }
    report_.require(c.rule(1), holds, root_);
  }

  bool parties_known(const Category& c) const {
    if (c.code == "O") return !seller_vat_ && !representative_ && !buyer_vat_;
    if (c.code == "K") return (seller_vat_ || representative_) && buyer_vat_;
    if (c.code == "G") return seller_vat_ || representative_;
    if (c.code == "AE") return (seller_any_ || representative_) && (buyer_vat_ || buyer_legal_);
    return seller_any_ || representative_;
  }

  // BR-x-02 to -04: who must be named when the category is used on a line, an allowance, a charge.
  void parties(const Category& c) {
    bool known = parties_known(c);
    auto used = [&](Place place) {
      return any([&](const Use& u) {
        return u.place == place && u.code == c.code && u.vat && (c.code != "O" || place == Place::line || u.below_root);
      });
    };
    bool line = used(Place::line);
    report_.require(c.rule(2), !line || known, root_);
    if (c.code == "S" && !line) {  // a line under another scheme finds no VAT line and no way out
      bool other = any([&](const Use& u) { return u.place == Place::line && u.code == "S"; });
      report_.require(c.rule(2), !other, root_);
    }
    report_.require(c.rule(3), !used(Place::allowance) || known, root_);
    report_.require(c.rule(4), !used(Place::charge) || known, root_);
  }

  // BR-x-05 to -07: the rate that goes with the category.
  void rates() {
    for (const Use& use : uses_) {
      const Category* c = use.vat ? category_of(use.code) : nullptr;
      if (c == nullptr || use.place == Place::breakdown || use.place == Place::other) continue;
      if (use.place == Place::line) {
        N grand = use.element.parent().parent().name();
        if (use.element.parent().name() != N::Item || (grand != N::InvoiceLine && grand != N::CreditNoteLine)) continue;
      }
      Row rule = c->rule(use.place == Place::line ? 5 : use.place == Place::allowance ? 6 : 7);
      report_.check(rule, use.element, [&] { return rate_fits(*c, use.element(N::Percent)); });
    }
  }

  static bool rate_fits(const Category& c, Element percent) {
    if (c.code == "O") return !percent;
    auto rate = value(percent);
    if (!rate) return false;
    if (c.code == "S") return *rate > Decimal();
    if (c.code == "L" || c.code == "M") return *rate >= Decimal();
    return rate->is_zero();
  }

  void groups_of(Element holder, N name) {
    codes_.clear();
    rates_.clear();
    for (Element category : holder.children(name)) {
      for (Element id : category.children(N::ID)) codes_.push_back(id.trimmed());
      for (Element percent : category.children(N::Percent)) rates_.push_back(*value(percent));
    }
  }

  // Lines and allowances of the document, once. What cannot be added up leaves the reason for all BR-x-08.
  void add_up() {
    try {
      for (N name : {N::InvoiceLine, N::CreditNoteLine}) {
        Sums& sums = name == N::InvoiceLine ? invoice_lines_ : credit_lines_;
        for (Element line : root_.children(name)) {
          groups_of(line(N::Item), N::ClassifiedTaxCategory);
          sums.add(codes_, rates_, value_or_zero(line(N::LineExtensionAmount)));
        }
      }
      for (Element a : root_.children(N::AllowanceCharge)) {
        groups_of(a, N::TaxCategory);
        bool charge = is_true(a(N::ChargeIndicator)), allowance = is_false(a(N::ChargeIndicator));
        if (charge) charges_.add(codes_, rates_, value_or_zero(a(N::Amount)));
        if (allowance) charges_.add(codes_, rates_, -value_or_zero(a(N::Amount)));
      }
      any_allowances();
      any_lines();
    } catch (const std::runtime_error& e) {
      cannot_add_ = e.what();
    }
  }

  // The searches for a line or allowance with a rate look at any depth.
  void any_lines() {
    for (N name : {N::InvoiceLine, N::CreditNoteLine})
      for (NodeId id : tree_.all(name)) {
        groups_of(tree_.element(id)(N::Item), N::ClassifiedTaxCategory);
        (name == N::InvoiceLine ? has_invoice_line_ : has_credit_line_).add(codes_, rates_, Decimal());
      }
  }
  void any_allowances() {
    for (NodeId id : tree_.all(N::AllowanceCharge)) {
      groups_of(tree_.element(id), N::TaxCategory);
      has_allowance_.add(codes_, rates_, Decimal());
    }
  }

  void breakdown(const Use& use) {
    const Category* c = category_of(use.code);
    if (c == nullptr) return;
    Element subtotal = use.element.parent();
    Element basis = subtotal(N::TaxableAmount), tax = subtotal(N::TaxAmount), percent = use.element(N::Percent);
    report_.check(c->rule(8), subtotal, [&] {
      if (basis_fits(*c, basis, percent)) return true;
      report_.fire(c->rule(8), basis ? basis : subtotal, expected_basis(*c, percent).str());
      return true;  // told already
    });
    report_.check(c->rule(9), subtotal, [&] {
      if (!tax_fits(*c, basis, tax, percent))
        report_.fire(c->rule(9), tax ? tax : subtotal, expected_tax(c->per_rate(), basis, percent));
      return true;  // told already
    });
    bool reason = use.element(N::TaxExemptionReason) || use.element(N::TaxExemptionReasonCode);
    report_.require(c->rule(10), reason == c->needs_reason(), subtotal);
  }

  // What the basis should be: lines and charges less allowances of the category, and of its rate where it has several.
  Decimal expected_basis(const Category& c, Element percent) const {
    const Sums& lines = tree_.all(N::CreditNoteLine).empty() ? invoice_lines_ : credit_lines_;
    auto rate = value(percent);
    if (c.per_rate() && rate) return lines.of(c.code, *rate) + charges_.of(c.code, *rate);
    return lines.of(c.code) + charges_.of(c.code);
  }

  bool basis_fits(const Category& c, Element basis_element, Element percent) const {
    if (!cannot_add_.empty()) throw Unevaluable(cannot_add_);
    auto basis = value(basis_element);
    if (!c.per_rate()) {
      bool invoice = !tree_.all(N::InvoiceLine).empty(), credit = !tree_.all(N::CreditNoteLine).empty();
      if (!basis) return false;
      return (invoice && *basis == invoice_lines_.of(c.code) + charges_.of(c.code)) ||
             (credit && *basis == credit_lines_.of(c.code) + charges_.of(c.code));
    }
    auto rate = value(percent);
    if (!rate) return true;  // nothing to test: every value of an empty sequence holds
    if (!basis) return false;
    auto fits = [&](const Sums& lines, const Sums& found, N name) {
      if (c.code != "S" && tree_.all(name).empty()) return false;
      if (c.code == "S" && !found.has(c.code, *rate) && !has_allowance_.has(c.code, *rate)) return false;
      return within_one(*basis, lines.of(c.code, *rate) + charges_.of(c.code, *rate));
    };
    return fits(invoice_lines_, has_invoice_line_, N::InvoiceLine) ||
           fits(credit_lines_, has_credit_line_, N::CreditNoteLine);
  }

  static std::string expected_tax(bool per_rate, Element basis_element, Element percent) {
    if (!per_rate) return "0";
    auto basis = value(basis_element), rate = value(percent);
    return basis && rate ? r2(*basis * *rate * Decimal::scaled(1, 2)).str() : "";
  }

  static bool tax_fits(const Category& c, Element basis_element, Element tax_element, Element percent) {
    auto tax = value(tax_element);
    if (!c.per_rate()) return tax && tax->is_zero();
    auto basis = value(basis_element), rate = value(percent);
    return tax && basis && rate && within_one(tax->abs(), r2(basis->abs() * *rate * Decimal::scaled(1, 2)));
  }

  bool in_breakdown(std::string_view code) const {
    return any([&](const Use& u) { return u.place == Place::breakdown && u.code == code && u.vat; });
  }

  void intra_community() {
    if (!in_breakdown("K")) return;
    bool date = any_at([](Element e) { return e.text().size() > 1; }, root_, N::Delivery, N::ActualDeliveryDate);
    bool period = any_at([](Element e) { return e.has_children(); }, root_, N::InvoicePeriod);
    bool country = any_at([](Element e) { return e.text().size() > 1; }, root_, N::Delivery, N::DeliveryLocation,
                          N::Address, N::Country, N::IdentificationCode);
    report_.require(row("BR-IC-11"), date || period, root_);
    report_.require(row("BR-IC-12"), country, root_);
  }

  void outside_scope() {
    if (!in_breakdown("O")) return;
    auto other = [&](Place place) {
      return any([&](const Use& u) { return u.place == place && u.vat && u.code != "O"; });
    };
    report_.require(row("BR-O-11"), !other(Place::breakdown), root_);
    report_.require(row("BR-O-12"), !other(Place::line), root_);
    report_.require(row("BR-O-13"), !other(Place::allowance), root_);
    report_.require(row("BR-O-14"), !other(Place::charge), root_);
  }

  void split_payment() {
    auto has = [&](std::string_view code) {
      return any([&](const Use& u) { return u.element(N::ID).text() == code; });
    };
    if (!has("B")) return;
    bool abroad = false;
    for (NodeId id : tree_.all(N::IdentificationCode)) abroad |= tree_.element(id).text() != "IT";
    report_.require(row("BR-B-01"), !abroad, root_);
    report_.require(row("BR-B-02"), !has("S"), root_);
  }

  const Tree& tree_;
  Element root_;
  Report& report_;
  std::vector<Use> uses_;
  std::vector<std::string_view> codes_;
  std::vector<Decimal> rates_;
  Sums invoice_lines_, credit_lines_, charges_, has_invoice_line_, has_credit_line_, has_allowance_;
  std::string cannot_add_;
  bool seller_any_ = false, seller_vat_ = false, representative_ = false, buyer_vat_ = false, buyer_legal_ = false;
};

}  // namespace

void check_ubl_vat(const Tree& tree, Report& report) { UblVat(tree, report).run(); }

}  // namespace ap::rules::en16931
