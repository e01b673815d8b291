// UBL 2.1 Invoice and CreditNote (OASIS, 2013) in the binding of CEN/TS 16931-3-2.
#include "einvoice/field_reader.h"

namespace ap::einvoice {
namespace {

bool is_vat(Element scheme_holder) {
  std::string_view id = scheme_holder(N::TaxScheme, N::ID).trimmed();
  return id.size() == 3 && (id[0] | 32) == 'v' && (id[1] | 32) == 'a' && (id[2] | 32) == 't';
}

class UblMapper {
 public:
  explicit UblMapper(const Tree& tree) : tree_(tree), root_(tree.root()), read_(tree, mapping_) {}

  Mapping run() {
    mapping_.syntax = "ubl";
    header();
    party(invoice_.seller, "seller.", root_(N::AccountingSupplierParty, N::Party));
    party(invoice_.buyer, "buyer.", root_(N::AccountingCustomerParty, N::Party));
    payee(root_(N::PayeeParty));
    delivery(root_(N::Delivery));
    payment();
    totals(root_(N::LegalMonetaryTotal));
    taxes();
    for (Element e : root_.children(N::AllowanceCharge)) allowance_charge(e);
    N line = tree_.syntax() == Syntax::ubl_credit_note ? N::CreditNoteLine : N::InvoiceLine;
    invoice_.lines.reserve(root_.count(line));
    mapping_.places.reserve(64 + root_.count(line) * 12);
    for (Element e : root_.children(line)) lines(e);
    return std::move(mapping_);
  }

 private:
  void header() {
    mapping_.profile = root_(N::CustomizationID).trimmed();
    Element code = root_(N::InvoiceTypeCode) ? root_(N::InvoiceTypeCode) : root_(N::CreditNoteTypeCode);
    mapping_.document_type_code = code.trimmed();
    bool credit = tree_.syntax() == Syntax::ubl_credit_note || is_credit_note_code(code.trimmed());
    invoice_.type = credit ? InvoiceType::credit_note : InvoiceType::invoice;
    mapping_.places.push_back({0, "type", (code ? code : root_).id(), N::none});
    read_.text(invoice_.number, "number", root_(N::ID));
    read_.iso_date(invoice_.issue_date, "issue_date", root_(N::IssueDate));
    read_.iso_date(invoice_.due_date, "due_date", root_(N::DueDate));
    for (Element means : root_.children(N::PaymentMeans))
      read_.iso_date(invoice_.due_date, "due_date", means(N::PaymentDueDate));
    read_.iso_date(invoice_.tax_point_date, "tax_point_date", root_(N::TaxPointDate));
    read_.iso_date(invoice_.period.start, "period.start", root_(N::InvoicePeriod, N::StartDate));
    read_.iso_date(invoice_.period.end, "period.end", root_(N::InvoicePeriod, N::EndDate));
    read_.text(invoice_.currency, "currency", root_(N::DocumentCurrencyCode));
    read_.text(invoice_.purchase_order, "purchase_order", root_(N::OrderReference, N::ID));
    read_.text(invoice_.contract, "contract", root_(N::ContractDocumentReference, N::ID));
    read_.text(invoice_.buyer_reference, "buyer_reference", root_(N::BuyerReference));
    read_.text(invoice_.preceding_invoice, "preceding_invoice",
               root_(N::BillingReference, N::InvoiceDocumentReference, N::ID));
  }

  void address(Address& to, const std::string& prefix, Element from) {
    read_.within(prefix + "address.");
    read_.text(to.street, "street", from(N::StreetName));
    read_.text(to.city, "city", from(N::CityName));
    read_.text(to.postal_code, "postal_code", from(N::PostalZone));
    read_.text(to.region, "region", from(N::CountrySubentity));
    read_.text(to.country, "country", from(N::Country, N::IdentificationCode));
    read_.within(prefix);
  }

  void party(Party& to, const std::string& prefix, Element from) {
    read_.within(prefix);
    Element entity = from(N::PartyLegalEntity);
    read_.text(to.name, "name", entity(N::RegistrationName));
    read_.text(to.name, "name", from(N::PartyName, N::Name));
    for (Element scheme : from.children(N::PartyTaxScheme)) {
      if (is_vat(scheme))
        read_.text(to.vat_id, "vat_id", scheme(N::CompanyID));
      else
        read_.text(to.tax_number, "tax_number", scheme(N::CompanyID));
    }
    read_.text(to.registration_id, "registration_id", entity(N::CompanyID));
    address(to.address, prefix, from(N::PostalAddress));
    read_.text(to.email, "email", from(N::Contact, N::ElectronicMail));
    read_.text(to.phone, "phone", from(N::Contact, N::Telephone));
    read_.within("");
  }

  void payee(Element from) {
    if (!from) return;
    Party payee;
    read_.within("payee.");
    read_.text(payee.name, "name", from(N::PartyName, N::Name));
    read_.text(payee.registration_id, "registration_id", from(N::PartyLegalEntity, N::CompanyID));
    read_.within("");
    if (payee != Party()) invoice_.payee = payee;
  }

  void delivery(Element from) {
    read_.within("delivery.");
    read_.iso_date(invoice_.delivery.date, "date", from(N::ActualDeliveryDate));
    read_.text(invoice_.delivery.name, "name", from(N::DeliveryParty, N::PartyName, N::Name));
    address(invoice_.delivery.address, "delivery.", from(N::DeliveryLocation, N::Address));
    read_.within("");
  }

  void payment() {
    Payment& payment = invoice_.payment;
    read_.within("payment.");
    for (Element means : root_.children(N::PaymentMeans)) {
      Element account = means(N::PayeeFinancialAccount);
      bool first_account = payment.iban.empty();
      read_.text(payment.means, "means", means(N::PaymentMeansCode));
      read_.iban(payment.iban, "iban", account(N::ID));
      if (first_account) {  // name and BIC belong to the account whose number is taken
        read_.text(payment.bic, "bic", account(N::FinancialInstitutionBranch, N::ID));
        read_.text(payment.account_name, "account_name", account(N::Name));
      }
      read_.text(payment.reference, "reference", means(N::PaymentID));
    }
    for (Element terms : root_.children(N::PaymentTerms)) {
      read_.text(payment.terms, "terms", terms(N::Note));
      read_.discounts(payment, terms(N::Note));
      // UBL has a place of its own for them, which EN 16931 does not use.
      Element days = terms(N::SettlementPeriod, N::DurationMeasure);
      std::string_view unit = trim(days.attribute(N::unitCode));
      if (unit == "DAY" || unit.empty()) read_.discount(payment, days, terms(N::SettlementDiscountPercent));
      read_.within("payment.");
    }
    read_.within("");
  }

  void totals(Element from) {
    Totals& totals = invoice_.totals;
    read_.within("totals.");
    read_.number(totals.lines, "lines", from(N::LineExtensionAmount));
    read_.number(totals.allowances, "allowances", from(N::AllowanceTotalAmount));
    read_.number(totals.charges, "charges", from(N::ChargeTotalAmount));
    read_.number(totals.net, "net", from(N::TaxExclusiveAmount));
    read_.number(totals.tax, "tax", tax_total()(N::TaxAmount));
    read_.number(totals.gross, "gross", from(N::TaxInclusiveAmount));
    read_.number(totals.prepaid, "prepaid", from(N::PrepaidAmount));
    read_.number(totals.rounding, "rounding", from(N::PayableRoundingAmount));
    read_.number(totals.payable, "payable", from(N::PayableAmount));
    read_.within("");
  }

  // The tax total in the currency of the invoice; the one with a breakdown where none says its currency.
  Element tax_total() const {
    for (Element total : root_.children(N::TaxTotal))
      if (!invoice_.currency.empty() && trim(total(N::TaxAmount).attribute(N::currencyID)) == invoice_.currency)
        return total;
    for (Element total : root_.children(N::TaxTotal))
      if (total(N::TaxSubtotal)) return total;
    return root_(N::TaxTotal);
  }

  void taxes() {
    for (Element subtotal : tax_total().children(N::TaxSubtotal)) {
      read_.within("taxes[" + std::to_string(invoice_.taxes.size()) + "].");
      Tax& tax = invoice_.taxes.emplace_back();
      Element category = subtotal(N::TaxCategory);
      read_.text(tax.category, "category", category(N::ID));
      read_.number(tax.rate, "rate", category(N::Percent));
      read_.number(tax.basis, "basis", subtotal(N::TaxableAmount));
      read_.number(tax.amount, "amount", subtotal(N::TaxAmount));
      read_.text(tax.exemption_reason, "exemption_reason", category(N::TaxExemptionReason));
      read_.text(tax.exemption_reason, "exemption_reason", category(N::TaxExemptionReasonCode));
    }
    read_.within("");
  }

  void allowance_charge(Element from) {
    read_.within("allowances_charges[" + std::to_string(invoice_.allowances_charges.size()) + "].");
    AllowanceCharge& to = invoice_.allowances_charges.emplace_back();
    std::string_view indicator = from(N::ChargeIndicator).trimmed();
    to.charge = indicator == "true" || indicator == "1";
    read_.number(to.amount, "amount", from(N::Amount));
    read_.number(to.basis, "basis", from(N::BaseAmount));
    read_.number(to.percent, "percent", from(N::MultiplierFactorNumeric));
    read_.text(to.reason, "reason", from(N::AllowanceChargeReason));
    read_.text(to.reason, "reason", from(N::AllowanceChargeReasonCode));
    read_.text(to.tax_category, "tax_category", from(N::TaxCategory, N::ID));
    read_.number(to.tax_rate, "tax_rate", from(N::TaxCategory, N::Percent));
    read_.within("");
  }

  void lines(Element from) {
    read_.within("lines[" + std::to_string(invoice_.lines.size()) + "].");
    Line& line = invoice_.lines.emplace_back();
    Element quantity = from(N::InvoicedQuantity) ? from(N::InvoicedQuantity) : from(N::CreditedQuantity);
    Element item = from(N::Item), price = from(N::Price), category = item(N::ClassifiedTaxCategory);
    read_.text(line.id, "id", from(N::ID));
    read_.text(line.description, "description", item(N::Name));
    read_.text(line.description, "description", item(N::Description));
    read_.text(line.item_id, "item_id", item(N::SellersItemIdentification, N::ID));
    read_.number(line.quantity, "quantity", quantity);
    read_.attribute(line.unit, "unit", quantity, N::unitCode);
    read_.number(line.unit_price, "unit_price", price(N::PriceAmount));
    read_.number(line.price_base_quantity, "price_base_quantity", price(N::BaseQuantity));
    line_discount(line, from);
    read_.number(line.net, "net", from(N::LineExtensionAmount));
    read_.number(line.tax_rate, "tax_rate", category(N::Percent));
    read_.text(line.tax_category, "tax_category", category(N::ID));
    read_.text(line.purchase_order_line, "purchase_order_line", from(N::OrderLineReference, N::LineID));
    read_.within("");
  }

  // The line has one discount: its allowances less its charges, which the line net amount already contains.
  void line_discount(Line& line, Element from) {
    std::optional<Decimal> sum;
    for (Element allowance : from.children(N::AllowanceCharge)) {
      std::string_view indicator = allowance(N::ChargeIndicator).trimmed();
      bool charge = indicator == "true" || indicator == "1";
      if (!charge && indicator != "false" && indicator != "0") continue;
      std::optional<Decimal> amount;
      read_.number(amount, "discount", allowance(N::Amount));
      if (!amount) continue;
      sum = sum.value_or(Decimal()) + (charge ? -*amount : *amount);
      mapping_.taken.pop_back();  // a part of a sum: the single amount is kept aside
    }
    line.discount = sum;
  }

  const Tree& tree_;
  Element root_;
  Mapping mapping_;
  Invoice& invoice_ = mapping_.invoice;
  FieldReader read_;
};

}  // namespace

Mapping map_ubl(const Tree& tree) { return UblMapper(tree).run(); }

}  // namespace ap::einvoice
