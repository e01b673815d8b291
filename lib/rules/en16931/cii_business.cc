#include "rules/einvoice/code_lists.h"
#include "rules/einvoice/values.h"
#include "rules/en16931/business.h"
#include "rules/en16931/cii.h"

namespace ap::rules::en16931 {
namespace {

using einvoice::NodeId;
using einvoice::Tree;

bool is_vat_group(Element tax) { return equals_upper(tax(N::TypeCode).text(), "VAT"); }

// Whether the breakdown node is taken by a rule context of its category before the general one (L, M and O are).
bool masked(Element tax) {
  std::string_view code = tax(N::CategoryCode).text();
  return (code == "L" || code == "M" || code == "O") && is_vat_group(tax);
}

class CiiBusiness {
 public:
  CiiBusiness(const Tree& tree, Report& report) : tree_(tree), root_(tree.root()), report_(report) {
    transaction_ = root_(N::SupplyChainTradeTransaction);
    agreement_ = transaction_(N::ApplicableHeaderTradeAgreement);
    delivery_ = transaction_(N::ApplicableHeaderTradeDelivery);
    settlement_ = transaction_(N::ApplicableHeaderTradeSettlement);
  }

  void run() {
    document();
    parties();
    gross_amount();
    for_each(N::SpecifiedTradeSettlementHeaderMonetarySummation, [&](Element e) { totals(e); });
    for_each(N::IncludedSupplyChainTradeLineItem, [&](Element e) { line(e); });
    for_each(N::SpecifiedTradeAllowanceCharge, [&](Element e) { allowance(e); });
    for_each(N::ApplicableTradeTax, [&](Element e) {
      if (e.parent().name() == N::ApplicableHeaderTradeSettlement && !masked(e)) breakdown(e);
    });
    payment();
    for_each(N::BillingSpecifiedPeriod, [&](Element e) { period(e); });
    references();
  }

 private:
  template <class F>
  void for_each(N name, F f) {
    for (NodeId id : tree_.all(name)) f(tree_.element(id));
  }

  void document() {
    Element document = root_(N::ExchangedDocument), seller = agreement_(N::SellerTradeParty),
            buyer = agreement_(N::BuyerTradeParty);
    report_.require(row("BR-01"),
                    filled(root_, N::ExchangedDocumentContext, N::GuidelineSpecifiedDocumentContextParameter, N::ID),
                    root_);
    report_.require(row("BR-02"), filled(document, N::ID), root_);
    bool dated = any_at([](Element e) { return e.attribute(N::format) == "102" && !e.blank(); }, document,
                        N::IssueDateTime, N::DateTimeString);
    report_.require(row("BR-03"), dated, root_);
    report_.require(row("BR-04"), filled(document, N::TypeCode), root_);
    report_.require(row("BR-05"), filled(settlement_, N::InvoiceCurrencyCode), root_);
    report_.require(row("BR-06"), filled(seller, N::Name), root_);
    report_.require(row("BR-07"), filled(buyer, N::Name), root_);
    report_.require(row("BR-08"), exists(seller, N::PostalTradeAddress), root_);
    report_.require(row("BR-09"), filled(seller, N::PostalTradeAddress, N::CountryID), root_);
    report_.require(row("BR-10"), exists(buyer, N::PostalTradeAddress), root_);
    report_.require(row("BR-11"), filled(buyer, N::PostalTradeAddress, N::CountryID), root_);
    report_.require(row("BR-16"), exists(transaction_, N::IncludedSupplyChainTradeLineItem), root_);
    address_scheme(row("BR-62"), seller);
    address_scheme(row("BR-63"), buyer);
  }

  void address_scheme(Row rule, Element party) {
    Element address = party(N::URIUniversalCommunication);
    if (address) report_.require(rule, !einvoice::trim(address(N::URIID).attribute(N::schemeID)).empty(), address);
  }

  static bool vat_id(Element party) {
    return any_at([](Element id) { return id.attribute(N::schemeID) == "VA"; }, party, N::SpecifiedTaxRegistration,
                  N::ID);
  }

  void parties() {
    for_each(N::SellerTradeParty, [&](Element seller) {
      bool known = seller(N::ID) || seller(N::GlobalID) || exists(seller, N::SpecifiedLegalOrganization, N::ID) ||
                   vat_id(seller);
      report_.require(row("BR-CO-26"), known, seller);
    });
    for_each(N::PayeeTradeParty, [&](Element payee) {
      Element seller = agreement_(N::SellerTradeParty);
      auto same = [](Element a, Element b) { return a && b && a.text() == b.text(); };
      bool differs = !same(payee(N::Name), seller(N::Name)) && !same(payee(N::ID), seller(N::ID)) &&
                     !same(payee(N::SpecifiedLegalOrganization, N::ID), seller(N::SpecifiedLegalOrganization, N::ID));
      report_.require(row("BR-17"), payee(N::Name) && differs, payee);
    });
    for_each(N::SellerTaxRepresentativeTradeParty, [&](Element party) {
      report_.require(row("BR-18"), filled(party, N::Name), party);
      report_.require(row("BR-19"), exists(party, N::PostalTradeAddress), party);
      report_.require(row("BR-20"), filled(party, N::PostalTradeAddress, N::CountryID), party);
      bool registered = any_at([](Element id) { return id.attribute(N::schemeID) == "VA" && !id.blank(); }, party,
                               N::SpecifiedTaxRegistration, N::ID);
      report_.require(row("BR-56"), registered, party);
    });
    for_each(N::SpecifiedTaxRegistration, [&](Element registration) {
      for (Element id : registration.children(N::ID))
        if (id.attribute(N::schemeID) == "VA")
          report_.require(row("BR-CO-09"), contains(CodeList::cii_vat_prefixes, id.text().substr(0, 2)), id);
    });
    Element address = delivery_(N::ShipToTradeParty, N::PostalTradeAddress);
    if (address) report_.require(row("BR-57"), filled(address, N::CountryID), address);
  }

  void decimals(Row rule, Element amount) {
    if (amount) report_.require(rule, decimals_at_most(amount, 2), amount);
  }

  template <class Wanted>
  void compare(Row rule, Element amount, Element context, Wanted wanted) {
    report_.check(rule, amount ? amount : context, [&] {
      std::optional<Decimal> actual = value(amount), expected = wanted();
      if (actual && expected && *actual == *expected) return true;
      report_.fire(rule, amount ? amount : context, expected ? expected->str() : "", actual ? actual->str() : "");
      return true;
    });
  }

  void totals(Element t) {
    Element lines = t(N::LineTotalAmount), allowances = t(N::AllowanceTotalAmount), charges = t(N::ChargeTotalAmount);
    Element net = t(N::TaxBasisTotalAmount), gross = t(N::GrandTotalAmount), payable = t(N::DuePayableAmount);
    Element prepaid = t(N::TotalPrepaidAmount), rounding = t(N::RoundingAmount);
    report_.require(row("BR-12"), bool(lines), t);
    report_.require(row("BR-13"), bool(net), t);
    report_.require(row("BR-14"), bool(gross), t);
    report_.require(row("BR-15"), bool(payable), t);
    compare(row("BR-CO-10"), lines, t, [&] { return r2(sum_of_lines()); });
    sum_of(row("BR-CO-11"), allowances, t, false);
    sum_of(row("BR-CO-12"), charges, t, true);
    compare(row("BR-CO-13"), net, t, [&]() -> std::optional<Decimal> {
      auto base = value(lines);
      if (!base) return std::nullopt;
      return r2(*base - value_or_zero(allowances) + value_or_zero(charges));
    });
    tax_amount(t);
    compare(row("BR-CO-16"), payable, t, [&]() -> std::optional<Decimal> {
      auto total = value(gross);
      if (!total) return std::nullopt;
      return *total - value_or_zero(prepaid) + value_or_zero(rounding);
    });
    tax_totals(t);
    decimals(row("BR-DEC-09"), lines);
    decimals(row("BR-DEC-10"), allowances);
    decimals(row("BR-DEC-11"), charges);
    decimals(row("BR-DEC-12"), net);
    decimals(row("BR-DEC-14"), gross);
    decimals(row("BR-DEC-16"), prepaid);
    decimals(row("BR-DEC-17"), rounding);
    decimals(row("BR-DEC-18"), payable);
  }

  Decimal sum_of_lines() const {
    Decimal sum;
    for (NodeId id : tree_.all(N::SpecifiedTradeSettlementLineMonetarySummation))
      for (Element amount : tree_.element(id).children(N::LineTotalAmount)) sum += *value(amount);
    return sum;
  }

  static bool indicates(Element a, bool charge) {
    Element indicator = a(N::ChargeIndicator, N::Indicator);
    return charge ? is_true(indicator) : is_false(indicator);
  }

  void sum_of(Row rule, Element amount, Element t, bool charge) {
    bool any = false;
    Decimal sum;
    report_.check(rule, amount ? amount : t, [&] {
      for (Element a : t.parent().children(N::SpecifiedTradeAllowanceCharge)) {
        if (!indicates(a, charge)) continue;
        any = true;
        sum += value_or_zero(a(N::ActualAmount));
      }
      return amount ? *value(amount) == r2(sum) : !any;
    });
  }

  // Tested at the root for each currency that is stated: no currency, no firing; no totals, firing.
  void gross_amount() {
    for (Element currency : settlement_.children(N::InvoiceCurrencyCode)) {
      Element t = settlement_(N::SpecifiedTradeSettlementHeaderMonetarySummation);
      report_.check(row("BR-CO-15"), t ? t : root_, [&] {
        auto total = value(t(N::GrandTotalAmount)), base = value(t(N::TaxBasisTotalAmount));
        if (!total || !base) return false;
        if (*total == *base) return true;
        Element in_currency;
        std::size_t count = 0;
        for (Element tax : t.children(N::TaxTotalAmount))
          if (tax.has(N::currencyID) && tax.attribute(N::currencyID) == currency.text()) in_currency = tax, ++count;
        return count == 1 && *total == r2(*base + *value(in_currency));
      });
    }
  }

  void tax_amount(Element t) {
    for (Element tax : t.children(N::TaxTotalAmount)) {
      if (!tax.has(N::currencyID) || tax.attribute(N::currencyID) != settlement_(N::InvoiceCurrencyCode).text())
        continue;
      compare(row("BR-CO-14"), tax, t, [&] {
        Decimal sum;
        for (Element group : settlement_.children(N::ApplicableTradeTax))
          sum += value_or_zero(group(N::CalculatedAmount));
        return r2(sum);
      });
    }
  }

  void tax_totals(Element t) {
    Element currency = settlement_(N::InvoiceCurrencyCode), accounting = settlement_(N::TaxCurrencyCode);
    auto in = [](Element amount, Element code) {
      return code && amount.has(N::currencyID) && amount.attribute(N::currencyID) == code.text();
    };
    auto rounded = [](Element amount) { return *value(amount) == r2(*value(amount)); };
    if (accounting) {
      bool stated = any_at([&](Element amount) { return in(amount, accounting); }, t, N::TaxTotalAmount);
      report_.require(row("BR-53"), stated && accounting.text() != currency.text(), t);
    }
    if (!t(N::TaxTotalAmount)) return;
    report_.check(row("BR-DEC-13"), t, [&] {
      return any_at([&](Element amount) { return !in(amount, currency) || rounded(amount); }, t, N::TaxTotalAmount);
    });
    if (!accounting) return;
    report_.check(row("BR-DEC-15"), t, [&] {
      return any_at([&](Element amount) { return in(amount, accounting) && rounded(amount); }, t, N::TaxTotalAmount);
    });
  }

  void line(Element line) {
    Element settlement = line(N::SpecifiedLineTradeSettlement), product = line(N::SpecifiedTradeProduct);
    Element quantity = line(N::SpecifiedLineTradeDelivery, N::BilledQuantity),
            agreement = line(N::SpecifiedLineTradeAgreement);
    Element amount = settlement(N::SpecifiedTradeSettlementLineMonetarySummation, N::LineTotalAmount);
    Element price = agreement(N::NetPriceProductTradePrice, N::ChargeAmount),
            gross = agreement(N::GrossPriceProductTradePrice, N::ChargeAmount);
    report_.require(row("BR-21"), filled(line, N::AssociatedDocumentLineDocument, N::LineID), line);
    report_.require(row("BR-22"), bool(quantity), line);
    report_.require(row("BR-23"), quantity.has(N::unitCode), line);
    report_.require(row("BR-24"), bool(amount), line);
    report_.require(row("BR-25"), filled(product, N::Name), line);
    report_.require(row("BR-26"), bool(price), line);
    report_.check(row("BR-27"), price ? price : line, [&] {
      auto net = value(price);
      return net && !net->is_negative();
    });
    if (gross) report_.check(row("BR-28"), gross, [&] { return !value(gross)->is_negative(); });
    Element standard = product(N::GlobalID);
    if (standard) report_.require(row("BR-64"), !einvoice::trim(standard.attribute(N::schemeID)).empty(), standard);
    report_.require(row("BR-CO-04"),
                    any_at([](Element tax) { return is_vat_group(tax) && tax(N::CategoryCode); }, settlement,
                           N::ApplicableTradeTax),
                    line);
    report_.require(row("BR-CO-18"), bool(settlement_(N::ApplicableTradeTax)), line);
    decimals(row("BR-DEC-23"), amount);
  }

  // Which of the four: a text comparison here, unlike in the sums.
  void allowance(Element a) {
    N level = a.parent().name();
    Element amount = a(N::ActualAmount), basis = a(N::BasisAmount);
    bool reason = a(N::Reason) || a(N::ReasonCode);
    for (Element indicator : a.children(N::ChargeIndicator)) {
      bool charge = any_at([](Element e) { return e.text() == "true"; }, indicator, N::Indicator);
      bool allowance = any_at([](Element e) { return e.text() == "false"; }, indicator, N::Indicator);
      if (level == N::ApplicableHeaderTradeSettlement) {
        bool category =
            any_at([](Element tax) { return is_vat_group(tax) && tax(N::CategoryCode); }, a, N::CategoryTradeTax);
        if (allowance)
          document_level(
              a, {row("BR-31"), row("BR-32"), row("BR-33"), row("BR-CO-21"), row("BR-DEC-01"), row("BR-DEC-02")},
              category, reason);
        else if (charge)
          document_level(
              a, {row("BR-36"), row("BR-37"), row("BR-38"), row("BR-CO-22"), row("BR-DEC-05"), row("BR-DEC-06")},
              category, reason);
      } else if (level == N::SpecifiedLineTradeSettlement && (allowance || charge)) {
        report_.require(allowance ? row("BR-41") : row("BR-43"), bool(amount), a);
        report_.require(allowance ? row("BR-42") : row("BR-44"), reason, a);
        report_.require(allowance ? row("BR-CO-23") : row("BR-CO-24"), reason, a);
        decimals(allowance ? row("BR-DEC-24") : row("BR-DEC-27"), amount);
        decimals(allowance ? row("BR-DEC-25") : row("BR-DEC-28"), basis);
      }
    }
  }

  struct LevelRows {
    Row amount, category, reason, reason_again, amount_decimals, basis_decimals;
  };
  void document_level(Element a, const LevelRows& rows, bool category, bool reason) {
    report_.require(rows.amount, bool(a(N::ActualAmount)), a);
    report_.require(rows.category, category, a);
    report_.require(rows.reason, reason, a);
    report_.require(rows.reason_again, reason, a);
    decimals(rows.amount_decimals, a(N::ActualAmount));
    decimals(rows.basis_decimals, a(N::BasisAmount));
  }

  void breakdown(Element tax) {
    Element basis = tax(N::BasisAmount), amount = tax(N::CalculatedAmount), percent = tax(N::RateApplicablePercent);
    report_.require(row("BR-45"), bool(basis), tax);
    report_.require(row("BR-46"), bool(amount), tax);
    report_.require(row("BR-47"), is_vat_group(tax) && tax(N::CategoryCode), tax);
    report_.require(row("BR-48"), is_vat_group(tax) && (percent || tax(N::CategoryCode).text() == "O"), tax);
    report_.require(row("BR-CO-03"), tree_.all(N::TaxPointDate).empty() || tree_.all(N::DueDateTypeCode).empty(), tax);
    report_.check(row("BR-CO-17"), tax, [&] {
      bool vat = equals_upper(tax(N::TypeCode).trimmed(), "VAT");
      auto rate = vat ? value(percent) : std::nullopt, paid = value(amount), base = value(basis);
      if (!paid) return false;
      if (!rate || r0(*rate).is_zero()) return r0(*paid).is_zero();
      if (!base) return false;
      Decimal product = r2(base->abs() * *rate * Decimal::scaled(1, 2));
      if (at_most_one_apart(paid->abs(), product)) return true;
      report_.fire(row("BR-CO-17"), amount, product.str());
      return true;  // told already
    });
    decimals(row("BR-DEC-19"), basis);
    decimals(row("BR-DEC-20"), amount);
  }

  void payment() {
    for_each(N::SpecifiedTradeSettlementPaymentMeans, [&](Element means) {
      Element code = means(N::TypeCode);
      report_.require(row("BR-49"), bool(code), means);
      if (code.text() != "30" && code.text() != "58") return;
      for (Element account : means.children(N::PayeePartyCreditorFinancialAccount)) {
        report_.require(row("BR-50"), filled(account, N::IBANID) || filled(account, N::ProprietaryID), account);
        report_.require(row("BR-61"), account(N::IBANID) || account(N::ProprietaryID), account);
      }
    });
    for_each(N::ApplicableTradeSettlementFinancialCard, [&](Element card) {
      report_.require(row("BR-51"), Normalized(card(N::ID).text()).view().size() <= 10, card);
    });
  }

  void period(Element period) {
    N level = period.parent().name();
    bool of_line = level == N::SpecifiedLineTradeSettlement;
    if (!of_line && level != N::ApplicableHeaderTradeSettlement) return;
    Element start = period(N::StartDateTime), end = period(N::EndDateTime);
    report_.require(of_line ? row("BR-CO-20") : row("BR-CO-19"), start || end, period);
    if (!start || !end) return;
    auto day = [](Element when) {
      Element found;
      any_at([&](Element e) { return e.attribute(N::format) == "102" ? (found = e, true) : false; }, when,
             N::DateTimeString);
      return found;
    };
    Element first = day(start), last = day(end);
    report_.require(of_line ? row("BR-30") : row("BR-29"), first && last && last.text() >= first.text(), period);
  }

  void references() {
    for_each(N::AdditionalReferencedDocument,
             [&](Element e) { report_.require(row("BR-52"), filled(e, N::IssuerAssignedID), e); });
    for_each(N::ApplicableProductCharacteristic,
             [&](Element e) { report_.require(row("BR-54"), e(N::Description) && e(N::Value), e); });
    for (Element e : settlement_.children(N::InvoiceReferencedDocument))
      report_.require(row("BR-55"), filled(e, N::IssuerAssignedID), e);
    for_each(N::DesignatedProductClassification, [&](Element e) {
      Element code = e(N::ClassCode);
      if (code) report_.require(row("BR-65"), !einvoice::trim(code.attribute(N::listID)).empty(), code);
    });
  }

  const Tree& tree_;
  Element root_, transaction_, agreement_, delivery_, settlement_;
  Report& report_;
};

}  // namespace

void check_cii_business(const Tree& tree, Report& report) { CiiBusiness(tree, report).run(); }

}  // namespace ap::rules::en16931
