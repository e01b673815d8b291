#include "einvoice/mapping.h"
#include "einvoice/write.h"

namespace ap::einvoice {
namespace {

std::string text(const std::optional<Decimal>& number) { return number ? number->str() : ""; }

class CiiWriter {
 public:
  explicit CiiWriter(const Writing& what) : what_(what), invoice_(what.invoice) {
    root_.name = N::CrossIndustryInvoice;
    root_.child(N::ExchangedDocumentContext);
    root_.child(N::ExchangedDocument);
    XmlNode& transaction = root_.child(N::SupplyChainTradeTransaction);
    agreement_ = &transaction.child(N::ApplicableHeaderTradeAgreement);
    delivery_ = &transaction.child(N::ApplicableHeaderTradeDelivery);
    settlement_ = &transaction.child(N::ApplicableHeaderTradeSettlement);
  }

  XmlNode run() {
    header();
    references();
    party(invoice_.seller, agreement_->child(N::SellerTradeParty));
    party(invoice_.buyer, agreement_->child(N::BuyerTradeParty));
    if (invoice_.payee) party(*invoice_.payee, settlement_->child(N::PayeeTradeParty));
    delivery();
    payment_means();
    for (const Tax& t : invoice_.taxes) tax(t);
    if (invoice_.tax_point_date)
      date(settlement_->child(N::ApplicableTradeTax), invoice_.tax_point_date, N::TaxPointDate, N::DateString);
    for (const AllowanceCharge& a : invoice_.allowances_charges) allowance_charge(a);
    payment_terms();
    totals();
    for (const Line& l : invoice_.lines) line(l);
    return std::move(root_);
  }

 private:
  // Format 102 of UN/CEFACT 2379: 20261130.
  static void date(XmlNode& node, const std::optional<Date>& day, N name, N inner = N::DateTimeString) {
    if (!day) return;
    std::string digits;
    for (char c : day->str())
      if (c != '-') digits += c;
    node.put(digits, name, inner)->attribute(N::format, "102");
  }
  static void number(XmlNode& node, const std::optional<Decimal>& value, N name) { node.put(text(value), name); }

  void header() {
    root_.put(what_.profile, N::ExchangedDocumentContext, N::GuidelineSpecifiedDocumentContextParameter, N::ID);
    XmlNode& document = root_.child(N::ExchangedDocument);
    document.put(invoice_.number, N::ID);
    date(document, invoice_.issue_date, N::IssueDateTime);
    settlement_->put(invoice_.currency, N::InvoiceCurrencyCode);
    if (invoice_.period.start || invoice_.period.end) {
      XmlNode& period = settlement_->child(N::BillingSpecifiedPeriod);
      date(period, invoice_.period.start, N::StartDateTime);
      date(period, invoice_.period.end, N::EndDateTime);
    }
  }

  void references() {
    agreement_->put(invoice_.buyer_reference, N::BuyerReference);
    agreement_->put(invoice_.purchase_order, N::BuyerOrderReferencedDocument, N::IssuerAssignedID);
    agreement_->put(invoice_.contract, N::ContractReferencedDocument, N::IssuerAssignedID);
    settlement_->put(invoice_.preceding_invoice, N::InvoiceReferencedDocument, N::IssuerAssignedID);
  }

  static void address(const Address& from, XmlNode& to) {
    to.put(from.postal_code, N::PostcodeCode);
    to.put(from.street, N::LineOne);
    to.put(from.city, N::CityName);
    to.put(from.country, N::CountryID);
    to.put(from.region, N::CountrySubDivisionName);
  }

  static void registration(XmlNode& to, const std::string& id, std::string_view scheme) {
    if (!id.empty()) to.add(N::SpecifiedTaxRegistration).put(id, N::ID)->attribute(N::schemeID, scheme);
  }

  static void party(const Party& from, XmlNode& to) {
    to.put(from.name, N::Name);
    to.put(from.registration_id, N::SpecifiedLegalOrganization, N::ID);
    to.put(from.phone, N::DefinedTradeContact, N::TelephoneUniversalCommunication, N::CompleteNumber);
    to.put(from.email, N::DefinedTradeContact, N::EmailURIUniversalCommunication, N::URIID);
    address(from.address, to.child(N::PostalTradeAddress));
    registration(to, from.tax_number, "FC");
    registration(to, from.vat_id, "VA");
  }

  void delivery() {
    delivery_->put(invoice_.delivery.name, N::ShipToTradeParty, N::Name);
    address(invoice_.delivery.address, delivery_->at(N::ShipToTradeParty, N::PostalTradeAddress));
    if (invoice_.delivery.date)
      date(delivery_->child(N::ActualDeliverySupplyChainEvent), invoice_.delivery.date, N::OccurrenceDateTime);
  }

  void payment_means() {
    const Payment& payment = invoice_.payment;
    settlement_->put(payment.reference, N::PaymentReference);
    XmlNode& means = settlement_->child(N::SpecifiedTradeSettlementPaymentMeans);
    means.put(payment.means, N::TypeCode);
    means.put(payment.iban, N::PayeePartyCreditorFinancialAccount, N::IBANID);
    means.put(payment.account_name, N::PayeePartyCreditorFinancialAccount, N::AccountName);
    means.put(payment.bic, N::PayeeSpecifiedCreditorFinancialInstitution, N::BICID);
    if (what_.complete && !means.blank() && payment.means.empty()) means.put("1", N::TypeCode);  // not defined
  }

  void payment_terms() {
    const Payment& payment = invoice_.payment;
    XmlNode& terms = settlement_->child(N::SpecifiedTradePaymentTerms);
    terms.put(payment.terms, N::Description);
    date(terms, invoice_.due_date, N::DueDateDateTime);
    // Discounts that the text spells out stand there already.
    for (std::size_t i = discounts_in(payment.terms).size(); i < payment.discounts.size(); ++i) {
      XmlNode& discount = settlement_->add(N::SpecifiedTradePaymentTerms).child(N::ApplicableTradePaymentDiscountTerms);
      if (XmlNode* days = discount.put(text(payment.discounts[i].days), N::BasisPeriodMeasure))
        days->attribute(N::unitCode, "DAY");
      number(discount, payment.discounts[i].percent, N::CalculationPercent);
    }
  }

  static void category(XmlNode& to, const std::string& code, const std::optional<Decimal>& rate) {
    to.put(code, N::CategoryCode);
    number(to, rate, N::RateApplicablePercent);
    if (!to.children.empty()) to.put("VAT", N::TypeCode);
  }

  void tax(const Tax& from) {
    XmlNode& to = settlement_->add(N::ApplicableTradeTax);
    to.listed = true;
    number(to, from.amount, N::CalculatedAmount);
    number(to, from.basis, N::BasisAmount);
    to.put(from.exemption_reason, N::ExemptionReason);
    category(to, from.category, from.rate);
  }

  void allowance_charge(const AllowanceCharge& from) {
    XmlNode& to = settlement_->add(N::SpecifiedTradeAllowanceCharge);
    to.put(from.charge ? "true" : "false", N::ChargeIndicator, N::Indicator);
    number(to, from.percent, N::CalculationPercent);
    number(to, from.basis, N::BasisAmount);
    number(to, from.amount, N::ActualAmount);
    to.put(from.reason, N::Reason);
    category(to.child(N::CategoryTradeTax), from.tax_category, from.tax_rate);
  }

  void totals() {
    const Totals& totals = invoice_.totals;
    XmlNode& to = settlement_->child(N::SpecifiedTradeSettlementHeaderMonetarySummation);
    number(to, totals.lines, N::LineTotalAmount);
    number(to, totals.charges, N::ChargeTotalAmount);
    number(to, totals.allowances, N::AllowanceTotalAmount);
    number(to, totals.net, N::TaxBasisTotalAmount);
    if (totals.tax) to.put(totals.tax->str(), N::TaxTotalAmount)->attribute(N::currencyID, invoice_.currency);
    number(to, totals.rounding, N::RoundingAmount);
    number(to, totals.gross, N::GrandTotalAmount);
    number(to, totals.prepaid, N::TotalPrepaidAmount);
    number(to, totals.payable, N::DuePayableAmount);
  }

  void line(const Line& from) {
    XmlNode& to = root_.child(N::SupplyChainTradeTransaction).add(N::IncludedSupplyChainTradeLineItem);
    to.listed = true;
    to.put(from.id, N::AssociatedDocumentLineDocument, N::LineID);
    to.put(from.item_id, N::SpecifiedTradeProduct, N::SellerAssignedID);
    to.put(from.description, N::SpecifiedTradeProduct, N::Name);
    XmlNode& agreement = to.child(N::SpecifiedLineTradeAgreement);
    agreement.put(from.purchase_order_line, N::BuyerOrderReferencedDocument, N::LineID);
    agreement.put(text(from.unit_price), N::NetPriceProductTradePrice, N::ChargeAmount);
    agreement.put(text(from.price_base_quantity), N::NetPriceProductTradePrice, N::BasisQuantity);
    if (from.quantity || !from.unit.empty()) {
      XmlNode& quantity = to.at(N::SpecifiedLineTradeDelivery, N::BilledQuantity);
      quantity.text = text(from.quantity);
      quantity.attribute(N::unitCode, from.unit);
    }
    XmlNode& settlement = to.child(N::SpecifiedLineTradeSettlement);
    category(settlement.child(N::ApplicableTradeTax), from.tax_category, from.tax_rate);
    if (from.discount) discount(*from.discount, settlement.add(N::SpecifiedTradeAllowanceCharge));
    settlement.put(text(from.net), N::SpecifiedTradeSettlementLineMonetarySummation, N::LineTotalAmount);
  }

  // A negative discount is a charge.
  static void discount(const Decimal& sum, XmlNode& to) {
    to.sum = true;
    to.put(sum.is_negative() ? "true" : "false", N::ChargeIndicator, N::Indicator);
    to.put(sum.abs().str(), N::ActualAmount);
  }

  const Writing& what_;
  const Invoice& invoice_;
  XmlNode root_;
  XmlNode *agreement_, *delivery_, *settlement_;
};

}  // namespace

XmlNode cii_nodes(const Writing& what) { return CiiWriter(what).run(); }

}  // namespace ap::einvoice
