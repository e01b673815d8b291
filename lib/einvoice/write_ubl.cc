#include "einvoice/mapping.h"
#include "einvoice/write.h"

namespace ap::einvoice {
namespace {

std::string text(const std::optional<Decimal>& number) { return number ? number->str() : ""; }
std::string text(const std::optional<Date>& date) { return date ? date->str() : ""; }

class UblWriter {
 public:
  explicit UblWriter(const Writing& what)
      : what_(what), invoice_(what.invoice), credit_(ubl_syntax(what.invoice) == Syntax::ubl_credit_note) {
    root_.name = credit_ ? N::CreditNote : N::Invoice;
  }

  XmlNode run() {
    header();
    references();
    party(invoice_.seller, root_.at(N::AccountingSupplierParty, N::Party));
    party(invoice_.buyer, root_.at(N::AccountingCustomerParty, N::Party));
    if (invoice_.payee) payee(*invoice_.payee, root_.child(N::PayeeParty));
    delivery();
    payment_means();
    payment_terms();
    for (const AllowanceCharge& a : invoice_.allowances_charges) allowance_charge(a);
    taxes();
    totals();
    for (const Line& l : invoice_.lines) line(l);
    return std::move(root_);
  }

 private:
  void amount(XmlNode& node, const std::optional<Decimal>& value, N name) {
    if (value) node.put(value->str(), name)->attribute(N::currencyID, invoice_.currency);
  }

  void header() {
    root_.put(what_.profile, N::CustomizationID);
    root_.put(invoice_.number, N::ID);
    root_.put(text(invoice_.issue_date), N::IssueDate);
    if (!credit_) root_.put(text(invoice_.due_date), N::DueDate);
    root_.put(text(invoice_.tax_point_date), N::TaxPointDate);
    root_.put(invoice_.currency, N::DocumentCurrencyCode);
    root_.put(invoice_.buyer_reference, N::BuyerReference);
    root_.put(text(invoice_.period.start), N::InvoicePeriod, N::StartDate);
    root_.put(text(invoice_.period.end), N::InvoicePeriod, N::EndDate);
  }

  void references() {
    root_.put(invoice_.purchase_order, N::OrderReference, N::ID);
    root_.put(invoice_.contract, N::ContractDocumentReference, N::ID);
    root_.put(invoice_.preceding_invoice, N::BillingReference, N::InvoiceDocumentReference, N::ID);
  }

  static void address(const Address& from, XmlNode& to) {
    to.put(from.street, N::StreetName);
    to.put(from.city, N::CityName);
    to.put(from.postal_code, N::PostalZone);
    to.put(from.region, N::CountrySubentity);
    to.put(from.country, N::Country, N::IdentificationCode);
  }

  static void tax_scheme(XmlNode& to, const std::string& id, std::string_view scheme) {
    if (id.empty()) return;
    XmlNode& node = to.add(N::PartyTaxScheme);
    node.put(id, N::CompanyID);
    node.put(scheme, N::TaxScheme, N::ID);
  }

  static void party(const Party& from, XmlNode& to) {
    address(from.address, to.child(N::PostalAddress));
    tax_scheme(to, from.vat_id, "VAT");
    tax_scheme(to, from.tax_number, "FC");
    to.put(from.name, N::PartyLegalEntity, N::RegistrationName);
    to.put(from.registration_id, N::PartyLegalEntity, N::CompanyID);
    to.put(from.phone, N::Contact, N::Telephone);
    to.put(from.email, N::Contact, N::ElectronicMail);
  }

  static void payee(const Party& from, XmlNode& to) {
    to.put(from.name, N::PartyName, N::Name);
    to.put(from.registration_id, N::PartyLegalEntity, N::CompanyID);
  }

  void delivery() {
    root_.put(text(invoice_.delivery.date), N::Delivery, N::ActualDeliveryDate);
    root_.put(invoice_.delivery.name, N::Delivery, N::DeliveryParty, N::PartyName, N::Name);
    address(invoice_.delivery.address, root_.at(N::Delivery, N::DeliveryLocation, N::Address));
  }

  void payment_means() {
    const Payment& payment = invoice_.payment;
    XmlNode& means = root_.child(N::PaymentMeans);
    means.put(payment.means, N::PaymentMeansCode);
    if (credit_) means.put(text(invoice_.due_date), N::PaymentDueDate);
    means.put(payment.reference, N::PaymentID);
    means.put(payment.iban, N::PayeeFinancialAccount, N::ID);
    means.put(payment.account_name, N::PayeeFinancialAccount, N::Name);
    means.put(payment.bic, N::PayeeFinancialAccount, N::FinancialInstitutionBranch, N::ID);
    if (what_.complete && !means.blank() && payment.means.empty()) means.put("1", N::PaymentMeansCode);  // not defined
  }

  // Discounts that the terms spell out in their text stand there; the others at the place that UBL has for them.
  void payment_terms() {
    const Payment& payment = invoice_.payment;
    root_.put(payment.terms, N::PaymentTerms, N::Note);
    for (std::size_t i = discounts_in(payment.terms).size(); i < payment.discounts.size(); ++i) {
      XmlNode& terms = root_.add(N::PaymentTerms);
      terms.put(text(payment.discounts[i].percent), N::SettlementDiscountPercent);
      if (XmlNode* days = terms.put(text(payment.discounts[i].days), N::SettlementPeriod, N::DurationMeasure))
        days->attribute(N::unitCode, "DAY");
    }
  }

  void allowance_charge(const AllowanceCharge& from) {
    XmlNode& to = root_.add(N::AllowanceCharge);
    to.put(from.charge ? "true" : "false", N::ChargeIndicator);
    to.put(from.reason, N::AllowanceChargeReason);
    to.put(text(from.percent), N::MultiplierFactorNumeric);
    amount(to, from.amount, N::Amount);
    amount(to, from.basis, N::BaseAmount);
    category(to.child(N::TaxCategory), from.tax_category, from.tax_rate);
  }

  static void category(XmlNode& to, const std::string& code, const std::optional<Decimal>& rate) {
    to.put(code, N::ID);
    to.put(text(rate), N::Percent);
    if (!to.children.empty()) to.put("VAT", N::TaxScheme, N::ID);
  }

  void taxes() {
    XmlNode& total = root_.child(N::TaxTotal);
    amount(total, invoice_.totals.tax, N::TaxAmount);
    for (const Tax& tax : invoice_.taxes) {
      XmlNode& subtotal = total.add(N::TaxSubtotal);
      subtotal.listed = true;
      amount(subtotal, tax.basis, N::TaxableAmount);
      amount(subtotal, tax.amount, N::TaxAmount);
      XmlNode& to = subtotal.child(N::TaxCategory);
      category(to, tax.category, tax.rate);
      to.put(tax.exemption_reason, N::TaxExemptionReason);
    }
  }

  void totals() {
    const Totals& totals = invoice_.totals;
    XmlNode& to = root_.child(N::LegalMonetaryTotal);
    amount(to, totals.lines, N::LineExtensionAmount);
    amount(to, totals.net, N::TaxExclusiveAmount);
    amount(to, totals.gross, N::TaxInclusiveAmount);
    amount(to, totals.allowances, N::AllowanceTotalAmount);
    amount(to, totals.charges, N::ChargeTotalAmount);
    amount(to, totals.prepaid, N::PrepaidAmount);
    amount(to, totals.rounding, N::PayableRoundingAmount);
    amount(to, totals.payable, N::PayableAmount);
  }

  void line(const Line& from) {
    XmlNode& to = root_.add(credit_ ? N::CreditNoteLine : N::InvoiceLine);
    to.listed = true;
    to.put(from.id, N::ID);
    if (from.quantity || !from.unit.empty()) {
      XmlNode& quantity = to.child(credit_ ? N::CreditedQuantity : N::InvoicedQuantity);
      quantity.text = text(from.quantity);
      quantity.attribute(N::unitCode, from.unit);
    }
    amount(to, from.net, N::LineExtensionAmount);
    to.put(from.purchase_order_line, N::OrderLineReference, N::LineID);
    if (from.discount) discount(*from.discount, to.add(N::AllowanceCharge));
    XmlNode& item = to.child(N::Item);
    item.put(from.description, N::Name);
    item.put(from.item_id, N::SellersItemIdentification, N::ID);
    category(item.child(N::ClassifiedTaxCategory), from.tax_category, from.tax_rate);
    amount(to.child(N::Price), from.unit_price, N::PriceAmount);
    to.put(text(from.price_base_quantity), N::Price, N::BaseQuantity);
  }

  // A negative discount is a charge.
  void discount(const Decimal& sum, XmlNode& to) {
    to.sum = true;
    to.put(sum.is_negative() ? "true" : "false", N::ChargeIndicator);
    amount(to, sum.abs(), N::Amount);
  }

  const Writing& what_;
  const Invoice& invoice_;
  const bool credit_;
  XmlNode root_;
};

}  // namespace

XmlNode ubl_nodes(const Writing& what) { return UblWriter(what).run(); }

}  // namespace ap::einvoice
