#include "rules/einvoice/code_lists.h"
#include "rules/einvoice/values.h"
#include "rules/en16931/business.h"
#include "rules/en16931/ubl.h"

namespace ap::rules::en16931 {
namespace {

using einvoice::NodeId;
using einvoice::Tree;

class UblBusiness {
 public:
  UblBusiness(const Tree& tree, Report& report) : tree_(tree), root_(tree.root()), report_(report) {}

  void run() {
    document();
    parties();
    for_each(N::LegalMonetaryTotal, [&](Element e) { totals(e); });
    for (N name : {N::InvoiceLine, N::CreditNoteLine}) for_each(name, [&](Element e) { line(e); });
    for (Element e : root_.children(N::AllowanceCharge)) allowance(e);
    for_each(N::TaxTotal, [&](Element e) { tax_total(e); });
    for_each(N::PaymentMeans, [&](Element e) { payment_means(e); });
    for_each(N::InvoicePeriod, [&](Element e) { period(e); });
    references();
    payment_card();
  }

 private:
  template <class F>
  void for_each(N name, F f) {
    for (NodeId id : tree_.all(name)) f(tree_.element(id));
  }

  // Fires with the figure that was expected; true, so that the check around it does not fire again.
  bool told(Row rule, Element at, const Decimal& expected) {
    report_.fire(rule, at, expected.str());
    return true;
  }

  void document() {
    report_.require(row("BR-01"), filled(root_, N::CustomizationID), root_);
    report_.require(row("BR-02"), filled(root_, N::ID), root_);
    report_.require(row("BR-03"), filled(root_, N::IssueDate), root_);
    report_.require(row("BR-04"), filled(root_, N::InvoiceTypeCode) || filled(root_, N::CreditNoteTypeCode), root_);
    report_.require(row("BR-05"), filled(root_, N::DocumentCurrencyCode), root_);
    report_.require(row("BR-06"),
                    filled(root_, N::AccountingSupplierParty, N::Party, N::PartyLegalEntity, N::RegistrationName),
                    root_);
    report_.require(row("BR-07"),
                    filled(root_, N::AccountingCustomerParty, N::Party, N::PartyLegalEntity, N::RegistrationName),
                    root_);
    report_.require(row("BR-08"), exists(root_, N::AccountingSupplierParty, N::Party, N::PostalAddress), root_);
    report_.require(row("BR-10"), exists(root_, N::AccountingCustomerParty, N::Party, N::PostalAddress), root_);
    report_.require(row("BR-16"), root_(N::InvoiceLine) || root_(N::CreditNoteLine), root_);
    report_.require(row("BR-CO-03"), !(root_(N::TaxPointDate) && exists(root_, N::InvoicePeriod, N::DescriptionCode)),
                    root_);
    report_.require(row("BR-CO-18"), exists(root_, N::TaxTotal, N::TaxSubtotal), root_);
    for (Element currency : root_.children(N::TaxCurrencyCode)) accounting_currency(currency);
    for (Element currency : root_.children(N::DocumentCurrencyCode)) gross(currency);
  }

  void accounting_currency(Element currency) {
    for (NodeId id : tree_.all(N::TaxTotal)) {
      for (Element amount : tree_.element(id).children(N::TaxAmount))
        if (amount.attribute(N::currencyID) == currency.text()) return;
    }
    report_.fire(row("BR-53"), root_);
  }

  void gross(Element currency) {
    report_.check(row("BR-CO-15"), root_(N::LegalMonetaryTotal) ? root_(N::LegalMonetaryTotal) : root_, [&] {
      std::size_t count = 0;
      std::optional<Decimal> tax;
      for (Element total : root_.children(N::TaxTotal))
        for (Element amount : total.children(N::TaxAmount))
          if (amount.attribute(N::currencyID) == currency.text()) tax = value(amount), ++count;
      Element totals = root_(N::LegalMonetaryTotal);
      auto inclusive = value(totals(N::TaxInclusiveAmount)), exclusive = value(totals(N::TaxExclusiveAmount));
      if (count != 1 || !inclusive || !exclusive) return false;
      Decimal sum = *exclusive + *tax;
      return *inclusive == r2(sum) || told(row("BR-CO-15"), totals(N::TaxInclusiveAmount), sum);
    });
  }

  void parties() {
    for_each(N::PostalAddress, [&](Element address) {
      Element party = address.parent();
      Element role = party.name() == N::Party ? party.parent() : party;
      if (role.name() == N::AccountingSupplierParty)
        report_.require(row("BR-09"), filled(address, N::Country, N::IdentificationCode), address);
      if (role.name() == N::AccountingCustomerParty)
        report_.require(row("BR-11"), filled(address, N::Country, N::IdentificationCode), address);
      if (party.name() == N::TaxRepresentativeParty)
        report_.require(row("BR-20"), filled(address, N::Country, N::IdentificationCode), address);
    });
    for_each(N::EndpointID, [&](Element endpoint) {
      N role = endpoint.parent().name() == N::Party ? endpoint.parent().parent().name() : N::none;
      if (role == N::AccountingSupplierParty) report_.require(row("BR-62"), endpoint.has(N::schemeID), endpoint);
      if (role == N::AccountingCustomerParty) report_.require(row("BR-63"), endpoint.has(N::schemeID), endpoint);
    });
    for_each(N::AccountingSupplierParty,
             [&](Element supplier) { report_.require(row("BR-CO-26"), identified(supplier), supplier); });
    for_each(N::PayeeParty, [&](Element payee) { report_.require(row("BR-17"), payee_differs(payee), payee); });
    for_each(N::TaxRepresentativeParty, [&](Element party) {
      report_.require(row("BR-18"), filled(party, N::PartyName, N::Name), party);
      report_.require(row("BR-19"), exists(party, N::PostalAddress), party);
      report_.require(row("BR-56"),
                      any_at([](Element scheme) { return is_vat(scheme) && exists(scheme, N::CompanyID); }, party,
                             N::PartyTaxScheme),
                      party);
    });
    for_each(N::PartyTaxScheme, [&](Element scheme) {
      if (is_vat(scheme)) report_.require(row("BR-CO-09"), country_prefix(scheme(N::CompanyID).text()), scheme);
    });
  }

  static bool identified(Element supplier) {
    return any_at([](Element scheme) { return is_vat(scheme) && exists(scheme, N::CompanyID); }, supplier, N::Party,
                  N::PartyTaxScheme) ||
           any_at([](Element id) { return !id.has(N::schemeID) || id.attribute(N::schemeID) != "SEPA"; }, supplier,
                  N::Party, N::PartyIdentification, N::ID) ||
           exists(supplier, N::Party, N::PartyLegalEntity, N::CompanyID);
  }

  // True when some value on the path below one party equals some value below the other.
  template <class... Path>
  static bool shares(Element a, Element b, Path... path) {
    return any_at(
        [&](Element mine) { return any_at([&](Element other) { return other.text() == mine.text(); }, b, path...); }, a,
        path...);
  }

  bool payee_differs(Element payee) const {
    if (!exists(payee, N::PartyName, N::Name)) return false;
    return !any_at(
        [&](Element seller) {
          return shares(payee, seller, N::PartyName, N::Name) || shares(payee, seller, N::PartyIdentification, N::ID);
        },
        payee.parent(), N::AccountingSupplierParty, N::Party);
  }

  // The artefact looks for the two characters anywhere in a text of codes with single blanks between them.
  static bool country_prefix(std::string_view id) {
    std::string_view prefix = id.substr(0, 2);
    if (prefix.empty() || contains(CodeList::ubl_vat_prefixes, prefix)) return true;
    for (std::string_view code : codes_of(CodeList::ubl_vat_prefixes)) {
      if (prefix.size() == 1 && code.find(prefix) != std::string_view::npos) return true;
      if (prefix.size() == 2 &&
          ((prefix[0] == ' ' && prefix[1] == code[0]) || (prefix[1] == ' ' && prefix[0] == code[1])))
        return true;
    }
    return prefix == " ";
  }

  void decimals(Row rule, Element amount) {
    if (amount) report_.require(rule, decimals_at_most(amount, 2), amount);
  }

  void totals(Element t) {
    Element lines = t(N::LineExtensionAmount), allowances = t(N::AllowanceTotalAmount),
            charges = t(N::ChargeTotalAmount);
    Element net = t(N::TaxExclusiveAmount), gross = t(N::TaxInclusiveAmount), payable = t(N::PayableAmount);
    Element prepaid = t(N::PrepaidAmount), rounding = t(N::PayableRoundingAmount);
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
      return allowances || charges ? r2(*base - value_or_zero(allowances) + value_or_zero(charges)) : *base;
    });
    payable_amount(t, payable, gross, prepaid, rounding);
    decimals(row("BR-DEC-09"), lines);
    decimals(row("BR-DEC-10"), allowances);
    decimals(row("BR-DEC-11"), charges);
    decimals(row("BR-DEC-12"), net);
    decimals(row("BR-DEC-14"), gross);
    decimals(row("BR-DEC-16"), prepaid);
    decimals(row("BR-DEC-17"), rounding);
    decimals(row("BR-DEC-18"), payable);
  }

  // The amount must be there and equal what `wanted` computes; fires with both figures.
  template <class Wanted>
  void compare(Row rule, Element amount, Element context, Wanted wanted) {
    std::optional<Decimal> expected, actual;
    report_.check(rule, amount ? amount : context, [&] {
      actual = value(amount);
      expected = wanted();
      if (actual && expected && *actual == *expected) return true;
      report_.fire(rule, amount ? amount : context, expected ? expected->str() : "", actual ? actual->str() : "");
      return true;
    });
  }

  Decimal sum_of_lines() const {
    Decimal sum;
    for (N name : {N::InvoiceLine, N::CreditNoteLine})
      for (NodeId id : tree_.all(name))
        for (Element amount : tree_.element(id).children(N::LineExtensionAmount)) sum += *value(amount);
    return sum;
  }

  void sum_of(Row rule, Element amount, Element t, bool charge) {
    bool any = false;
    if (!amount) {
      for (Element a : t.parent().children(N::AllowanceCharge))
        any |= charge ? is_true(a(N::ChargeIndicator)) : is_false(a(N::ChargeIndicator));
      return report_.require(rule, !any, t);
    }
    compare(rule, amount, t, [&] {
      Decimal sum;
      for (Element a : t.parent().children(N::AllowanceCharge))
        if (charge ? is_true(a(N::ChargeIndicator)) : is_false(a(N::ChargeIndicator)))
          sum += value_or_zero(a(N::Amount));
      return r2(sum);
    });
  }

  void payable_amount(Element t, Element payable, Element gross, Element prepaid, Element rounding) {
    report_.check(row("BR-CO-16"), payable ? payable : t, [&] {
      auto due = value(payable), total = value(gross), paid = value(prepaid), rounded = value(rounding);
      if (!due || !total) return false;
      bool holds = paid && rounded ? r2(*due - *rounded) == r2(*total - *paid)
                   : paid          ? *due == r2(*total - *paid)
                   : rounded       ? r2(*due - *rounded) == *total
                                   : *due == *total;
      Decimal expected = *total - paid.value_or(Decimal()) + rounded.value_or(Decimal());
      return holds || told(row("BR-CO-16"), payable, expected);
    });
  }

  void line(Element line) {
    Element quantity = line(N::InvoicedQuantity) ? line(N::InvoicedQuantity) : line(N::CreditedQuantity);
    Element amount = line(N::LineExtensionAmount), item = line(N::Item), price = line(N::Price);
    report_.require(row("BR-21"), filled(line, N::ID), line);
    report_.require(row("BR-22"), bool(quantity), line);
    report_.require(row("BR-23"),
                    line(N::InvoicedQuantity).has(N::unitCode) || line(N::CreditedQuantity).has(N::unitCode), line);
    report_.require(row("BR-24"), bool(amount), line);
    report_.require(row("BR-25"), filled(item, N::Name), line);
    report_.require(row("BR-26"), bool(price(N::PriceAmount)), line);
    report_.check(row("BR-27"), price(N::PriceAmount) ? price(N::PriceAmount) : line, [&] {
      auto net = value(price(N::PriceAmount));
      return net && !net->is_negative();
    });
    Element base = price(N::AllowanceCharge, N::BaseAmount);
    if (base) report_.check(row("BR-28"), base, [&] { return !value(base)->is_negative(); });
    report_.require(row("BR-CO-04"),
                    any_at([](Element category) { return is_vat(category) && exists(category, N::ID); }, item,
                           N::ClassifiedTaxCategory),
                    line);
    decimals(row("BR-DEC-23"), amount);
    for (Element a : line.children(N::AllowanceCharge)) line_allowance(a);
    for (Element classification : item.children(N::CommodityClassification))
      for (Element code : classification.children(N::ItemClassificationCode))
        report_.require(row("BR-65"), code.has(N::listID), code);
    for (Element standard : item.children(N::StandardItemIdentification))
      for (Element id : standard.children(N::ID)) report_.require(row("BR-64"), id.has(N::schemeID), id);
  }

  void line_allowance(Element a) {
    Element indicator = a(N::ChargeIndicator);
    bool reason = a(N::AllowanceChargeReason) || a(N::AllowanceChargeReasonCode);
    if (is_false(indicator)) {
      report_.require(row("BR-41"), bool(a(N::Amount)), a);
      report_.require(row("BR-42"), reason, a);
      report_.require(row("BR-CO-23"), reason, a);
      decimals(row("BR-DEC-24"), a(N::Amount));
      decimals(row("BR-DEC-25"), a(N::BaseAmount));
    } else if (is_true(indicator)) {
      report_.require(row("BR-43"), bool(a(N::Amount)), a);
      report_.require(row("BR-44"), reason, a);
      report_.require(row("BR-CO-24"), reason, a);
      decimals(row("BR-DEC-27"), a(N::Amount));
      decimals(row("BR-DEC-28"), a(N::BaseAmount));
    }
  }

  void allowance(Element a) {
    Element indicator = a(N::ChargeIndicator);
    bool reason = a(N::AllowanceChargeReason) || a(N::AllowanceChargeReasonCode);
    bool category = any_at([](Element c) { return is_vat(c) && exists(c, N::ID); }, a, N::TaxCategory);
    if (is_false(indicator)) {
      report_.require(row("BR-31"), bool(a(N::Amount)), a);
      report_.require(row("BR-32"), category, a);
      report_.require(row("BR-33"), reason, a);
      report_.require(row("BR-CO-21"), reason, a);
      decimals(row("BR-DEC-01"), a(N::Amount));
      decimals(row("BR-DEC-02"), a(N::BaseAmount));
    } else if (is_true(indicator)) {
      report_.require(row("BR-36"), bool(a(N::Amount)), a);
      report_.require(row("BR-37"), category, a);
      report_.require(row("BR-38"), reason, a);
      report_.require(row("BR-CO-22"), reason, a);
      decimals(row("BR-DEC-05"), a(N::Amount));
      decimals(row("BR-DEC-06"), a(N::BaseAmount));
    }
  }

  void tax_total(Element total) {
    if (total.parent() == root_ && total(N::TaxSubtotal)) {
      compare(row("BR-CO-14"), total(N::TaxAmount), total, [&] {
        Decimal sum;
        for (Element subtotal : total.children(N::TaxSubtotal)) sum += value_or_zero(subtotal(N::TaxAmount));
        return r2(sum);
      });
    }
    for (Element subtotal : total.children(N::TaxSubtotal)) tax_subtotal(subtotal);
  }

  void tax_subtotal(Element subtotal) {
    Element basis = subtotal(N::TaxableAmount), amount = subtotal(N::TaxAmount), category = subtotal(N::TaxCategory);
    report_.require(row("BR-45"), bool(basis), subtotal);
    report_.require(row("BR-46"), bool(amount), subtotal);
    report_.require(row("BR-47"),
                    any_at([](Element c) { return is_vat(c) && exists(c, N::ID); }, subtotal, N::TaxCategory),
                    subtotal);
    Element rate;  // only a category under the scheme VAT has one
    for (Element c : subtotal.children(N::TaxCategory))
      if (is_vat(c) && !rate) rate = c(N::Percent);
    report_.require(row("BR-48"), rate || category(N::ID).trimmed() == "O", subtotal);
    report_.check(row("BR-CO-17"), subtotal, [&] {
      auto percent = value(rate), tax = value(amount), base = value(basis);
      if (!tax) return false;
      if (!percent || r0(*percent).is_zero()) return r0(*tax).is_zero();
      if (!base) return false;
      Decimal product = r2(base->abs() * *percent * Decimal::scaled(1, 2));
      return within_one(tax->abs(), product) || told(row("BR-CO-17"), amount, product);
    });
    decimals(row("BR-DEC-19"), basis);
    decimals(row("BR-DEC-20"), amount);
  }

  void payment_means(Element means) {
    Element code = means(N::PaymentMeansCode);
    report_.require(row("BR-49"), bool(code), means);
    bool transfer = code.trimmed() == "30" || code.trimmed() == "58";
    report_.require(row("BR-61"), !transfer || exists(means, N::PayeeFinancialAccount, N::ID), means);
    if (code.text() != "30" && code.text() != "58") return;
    for (Element account : means.children(N::PayeeFinancialAccount))
      report_.require(row("BR-50"), filled(account, N::ID), account);
  }

  void payment_card() {
    for_each(N::PrimaryAccountNumberID, [&](Element number) {
      if (number.parent().name() != N::CardAccount || number.parent().parent().name() != N::PaymentMeans) return;
      if (Normalized(number.text()).view().size() > 10) report_.fire_with(row("BR-51"), number, Severity::warning);
    });
  }

  void period(Element period) {
    bool of_line = period.parent().name() == N::InvoiceLine || period.parent().name() == N::CreditNoteLine;
    Element start = period(N::StartDate), end = period(N::EndDate);
    bool any = start || end || (!of_line && period(N::DescriptionCode));
    report_.require(of_line ? row("BR-CO-20") : row("BR-CO-19"), any, period);
    if (!start || !end) return;
    Row rule = of_line ? row("BR-30") : row("BR-29");
    report_.check(rule, period, [&] {
      auto first = Date::parse(start.trimmed().substr(0, 10)), last = Date::parse(end.trimmed().substr(0, 10));
      if (!first || !last) throw Unevaluable("a date of the period at " + tree_.path(period.id()) + " is no date");
      return *last >= *first;
    });
  }

  void references() {
    for_each(N::AdditionalDocumentReference, [&](Element e) { report_.require(row("BR-52"), filled(e, N::ID), e); });
    for_each(N::BillingReference,
             [&](Element e) { report_.require(row("BR-55"), exists(e, N::InvoiceDocumentReference, N::ID), e); });
    for_each(N::AdditionalItemProperty,
             [&](Element e) { report_.require(row("BR-54"), e(N::Name) && e(N::Value), e); });
    for_each(N::Address, [&](Element e) {
      Element location = e.parent();
      if (location.name() == N::DeliveryLocation && location.parent().name() == N::Delivery)
        report_.require(row("BR-57"), exists(e, N::Country, N::IdentificationCode), e);
    });
  }

  const Tree& tree_;
  Element root_;
  Report& report_;
};

}  // namespace

bool is_vat(Element scheme_holder) {
  return any_at([](Element id) { return equals_upper(id.trimmed(), "VAT"); }, scheme_holder, N::TaxScheme, N::ID);
}

void check_ubl_business(const Tree& tree, Report& report) { UblBusiness(tree, report).run(); }

}  // namespace ap::rules::en16931
