// UN/CEFACT Cross Industry Invoice D16B in the binding of CEN/TS 16931-3-3, and its forerunner in ZUGFeRD 1.
#include "einvoice/field_reader.h"

namespace ap::einvoice {
namespace {

// What ZUGFeRD 1 calls differently.
struct Names {
  N context, document, transaction, agreement, delivery, settlement, summation, line_agreement, line_delivery,
      line_settlement, line_summation, rate;
};

constexpr Names kD16b = {N::ExchangedDocumentContext,
                         N::ExchangedDocument,
                         N::SupplyChainTradeTransaction,
                         N::ApplicableHeaderTradeAgreement,
                         N::ApplicableHeaderTradeDelivery,
                         N::ApplicableHeaderTradeSettlement,
                         N::SpecifiedTradeSettlementHeaderMonetarySummation,
                         N::SpecifiedLineTradeAgreement,
                         N::SpecifiedLineTradeDelivery,
                         N::SpecifiedLineTradeSettlement,
                         N::SpecifiedTradeSettlementLineMonetarySummation,
                         N::RateApplicablePercent};

constexpr Names kZugferd1 = {N::SpecifiedExchangedDocumentContext,         N::HeaderExchangedDocument,
                             N::SpecifiedSupplyChainTradeTransaction,      N::ApplicableSupplyChainTradeAgreement,
                             N::ApplicableSupplyChainTradeDelivery,        N::ApplicableSupplyChainTradeSettlement,
                             N::SpecifiedTradeSettlementMonetarySummation, N::SpecifiedSupplyChainTradeAgreement,
                             N::SpecifiedSupplyChainTradeDelivery,         N::SpecifiedSupplyChainTradeSettlement,
                             N::SpecifiedTradeSettlementMonetarySummation, N::ApplicablePercent};

class CiiMapper {
 public:
  explicit CiiMapper(const Tree& tree)
      : tree_(tree),
        root_(tree.root()),
        n_(tree.syntax() == Syntax::zugferd1 ? kZugferd1 : kD16b),
        read_(tree, mapping_) {
    Element transaction = root_(n_.transaction);
    agreement_ = transaction(n_.agreement);
    delivery_ = transaction(n_.delivery);
    settlement_ = transaction(n_.settlement);
  }

  Mapping run() {
    mapping_.syntax = "cii";
    header();
    references();
    party(invoice_.seller, "seller.", agreement_(N::SellerTradeParty));
    party(invoice_.buyer, "buyer.", agreement_(N::BuyerTradeParty));
    payee(settlement_(N::PayeeTradeParty));
    delivery();
    payment();
    payment_terms();
    totals(settlement_(n_.summation));
    for (Element e : settlement_.children(N::ApplicableTradeTax)) taxes(e);
    for (Element e : settlement_.children(N::SpecifiedTradeAllowanceCharge)) allowance_charge(e);
    Element transaction = root_(n_.transaction);
    invoice_.lines.reserve(transaction.count(N::IncludedSupplyChainTradeLineItem));
    mapping_.places.reserve(mapping_.places.size() + 16 + invoice_.lines.capacity() * 12);
    for (Element e : transaction.children(N::IncludedSupplyChainTradeLineItem)) lines(e);
    return std::move(mapping_);
  }

 private:
  void header() {
    Element document = root_(n_.document), code = document(N::TypeCode);
    mapping_.profile = root_(n_.context)(N::GuidelineSpecifiedDocumentContextParameter, N::ID).trimmed();
    mapping_.document_type_code = code.trimmed();
    invoice_.type = is_credit_note_code(code.trimmed()) ? InvoiceType::credit_note : InvoiceType::invoice;
    mapping_.places.push_back({0, "type", (code ? code : root_).id(), N::none});
    read_.text(invoice_.number, "number", document(N::ID));
    read_.format_date(invoice_.issue_date, "issue_date", document(N::IssueDateTime, N::DateTimeString));
    for (Element terms : settlement_.children(N::SpecifiedTradePaymentTerms))
      read_.format_date(invoice_.due_date, "due_date", terms(N::DueDateDateTime, N::DateTimeString));
    for (Element tax : settlement_.children(N::ApplicableTradeTax))
      read_.format_date(invoice_.tax_point_date, "tax_point_date", tax(N::TaxPointDate, N::DateString));
    Element period = settlement_(N::BillingSpecifiedPeriod);
    read_.format_date(invoice_.period.start, "period.start", period(N::StartDateTime, N::DateTimeString));
    read_.format_date(invoice_.period.end, "period.end", period(N::EndDateTime, N::DateTimeString));
    read_.text(invoice_.currency, "currency", settlement_(N::InvoiceCurrencyCode));
  }

  // ZUGFeRD 1 says ID where D16B says IssuerAssignedID.
  void reference(std::string& field, std::string_view name, Element from) {
    read_.text(field, name, from(N::IssuerAssignedID));
    read_.text(field, name, from(N::ID));
  }

  void references() {
    reference(invoice_.purchase_order, "purchase_order", agreement_(N::BuyerOrderReferencedDocument));
    reference(invoice_.contract, "contract", agreement_(N::ContractReferencedDocument));
    read_.text(invoice_.buyer_reference, "buyer_reference", agreement_(N::BuyerReference));
    reference(invoice_.preceding_invoice, "preceding_invoice", settlement_(N::InvoiceReferencedDocument));
  }

  void address(Address& to, const std::string& prefix, Element from) {
    read_.within(prefix + "address.");
    read_.text(to.street, "street", from(N::LineOne));
    read_.text(to.street, "street", from(N::StreetName));
    read_.text(to.city, "city", from(N::CityName));
    read_.text(to.postal_code, "postal_code", from(N::PostcodeCode));
    read_.text(to.region, "region", from(N::CountrySubDivisionName));
    read_.text(to.country, "country", from(N::CountryID));
    read_.within(prefix);
  }

  void party(Party& to, const std::string& prefix, Element from) {
    read_.within(prefix);
    read_.text(to.name, "name", from(N::Name));
    for (Element registration : from.children(N::SpecifiedTaxRegistration)) {
      Element id = registration(N::ID);
      std::string_view scheme = trim(id.attribute(N::schemeID));
      if (scheme == "VA") read_.text(to.vat_id, "vat_id", id);
      if (scheme == "FC") read_.text(to.tax_number, "tax_number", id);
    }
    read_.text(to.registration_id, "registration_id", from(N::SpecifiedLegalOrganization, N::ID));
    address(to.address, prefix, from(N::PostalTradeAddress));
    Element contact = from(N::DefinedTradeContact);
    read_.text(to.email, "email", contact(N::EmailURIUniversalCommunication, N::URIID));
    read_.text(to.email, "email", contact(N::EmailURIUniversalCommunication, N::CompleteNumber));
    read_.text(to.phone, "phone", contact(N::TelephoneUniversalCommunication, N::CompleteNumber));
    read_.within("");
  }

  void payee(Element from) {
    if (!from) return;
    Party payee;
    read_.within("payee.");
    read_.text(payee.name, "name", from(N::Name));
    read_.text(payee.registration_id, "registration_id", from(N::SpecifiedLegalOrganization, N::ID));
    read_.within("");
    if (payee != Party()) invoice_.payee = payee;
  }

  void delivery() {
    read_.within("delivery.");
    Element ship_to = delivery_(N::ShipToTradeParty);
    read_.format_date(invoice_.delivery.date, "date",
                      delivery_(N::ActualDeliverySupplyChainEvent, N::OccurrenceDateTime, N::DateTimeString));
    read_.text(invoice_.delivery.name, "name", ship_to(N::Name));
    address(invoice_.delivery.address, "delivery.", ship_to(N::PostalTradeAddress));
    read_.within("");
  }

  void payment() {
    Payment& payment = invoice_.payment;
    read_.within("payment.");
    for (Element means : settlement_.children(N::SpecifiedTradeSettlementPaymentMeans)) {
      Element account = means(N::PayeePartyCreditorFinancialAccount);
      bool first_account = payment.iban.empty();
      read_.text(payment.means, "means", means(N::TypeCode));
      read_.iban(payment.iban, "iban", account(N::IBANID));
      read_.iban(payment.iban, "iban", account(N::ProprietaryID));
      if (first_account) {  // name and BIC belong to the account whose number is taken
        read_.text(payment.bic, "bic", means(N::PayeeSpecifiedCreditorFinancialInstitution, N::BICID));
        read_.text(payment.account_name, "account_name", account(N::AccountName));
      }
    }
    read_.text(payment.reference, "reference", settlement_(N::PaymentReference));
    read_.within("");
  }

  void payment_terms() {
    Payment& payment = invoice_.payment;
    for (Element terms : settlement_.children(N::SpecifiedTradePaymentTerms)) {
      read_.within("payment.");
      read_.text(payment.terms, "terms", terms(N::Description));
      read_.discounts(payment, terms(N::Description));
      Element discount = terms(N::ApplicableTradePaymentDiscountTerms), days = discount(N::BasisPeriodMeasure);
      std::string_view unit = trim(days.attribute(N::unitCode));
      if (unit == "DAY" || unit.empty()) read_.discount(payment, days, discount(N::CalculationPercent));
    }
    read_.within("");
  }

  void totals(Element from) {
    Totals& totals = invoice_.totals;
    read_.within("totals.");
    read_.number(totals.lines, "lines", from(N::LineTotalAmount));
    read_.number(totals.allowances, "allowances", from(N::AllowanceTotalAmount));
    read_.number(totals.charges, "charges", from(N::ChargeTotalAmount));
    read_.number(totals.net, "net", from(N::TaxBasisTotalAmount));
    read_.number(totals.tax, "tax", tax_total(from));
    read_.number(totals.gross, "gross", from(N::GrandTotalAmount));
    read_.number(totals.prepaid, "prepaid", from(N::TotalPrepaidAmount));
    read_.number(totals.rounding, "rounding", from(N::RoundingAmount));
    read_.number(totals.payable, "payable", from(N::DuePayableAmount));
    read_.within("");
  }

  // In the currency of the invoice where several are given.
  Element tax_total(Element from) const {
    for (Element total : from.children(N::TaxTotalAmount))
      if (trim(total.attribute(N::currencyID)) == invoice_.currency) return total;
    return from(N::TaxTotalAmount);
  }

  void taxes(Element from) {
    read_.within("taxes[" + std::to_string(invoice_.taxes.size()) + "].");
    Tax& tax = invoice_.taxes.emplace_back();
    read_.text(tax.category, "category", from(N::CategoryCode));
    read_.number(tax.rate, "rate", from(n_.rate));
    read_.number(tax.basis, "basis", from(N::BasisAmount));
    read_.number(tax.amount, "amount", from(N::CalculatedAmount));
    read_.text(tax.exemption_reason, "exemption_reason", from(N::ExemptionReason));
    read_.text(tax.exemption_reason, "exemption_reason", from(N::ExemptionReasonCode));
    read_.within("");
    if (tax == Tax() && from(N::TaxPointDate)) invoice_.taxes.pop_back();  // it carries a date only
  }

  static std::string_view indicator(Element from) { return from(N::ChargeIndicator, N::Indicator).trimmed(); }

  void allowance_charge(Element from) {
    read_.within("allowances_charges[" + std::to_string(invoice_.allowances_charges.size()) + "].");
    AllowanceCharge& to = invoice_.allowances_charges.emplace_back();
    to.charge = indicator(from) == "true" || indicator(from) == "1";
    read_.number(to.amount, "amount", from(N::ActualAmount));
    read_.number(to.basis, "basis", from(N::BasisAmount));
    read_.number(to.percent, "percent", from(N::CalculationPercent));
    read_.text(to.reason, "reason", from(N::Reason));
    read_.text(to.reason, "reason", from(N::ReasonCode));
    read_.text(to.tax_category, "tax_category", from(N::CategoryTradeTax, N::CategoryCode));
    read_.number(to.tax_rate, "tax_rate", from(N::CategoryTradeTax)(n_.rate));
    read_.within("");
  }

  void lines(Element from) {
    read_.within("lines[" + std::to_string(invoice_.lines.size()) + "].");
    Line& line = invoice_.lines.emplace_back();
    Element agreement = from(n_.line_agreement), settlement = from(n_.line_settlement),
            product = from(N::SpecifiedTradeProduct);
    Element quantity = from(n_.line_delivery)(N::BilledQuantity), tax = settlement(N::ApplicableTradeTax);
    Element price = agreement(N::NetPriceProductTradePrice);
    read_.text(line.id, "id", from(N::AssociatedDocumentLineDocument, N::LineID));
    read_.text(line.description, "description", product(N::Name));
    read_.text(line.description, "description", product(N::Description));
    read_.text(line.item_id, "item_id", product(N::SellerAssignedID));
    read_.number(line.quantity, "quantity", quantity);
    read_.attribute(line.unit, "unit", quantity, N::unitCode);
    read_.number(line.unit_price, "unit_price", price(N::ChargeAmount));
    read_.number(line.price_base_quantity, "price_base_quantity", price(N::BasisQuantity));
    line_discount(line, settlement);
    read_.number(line.net, "net", settlement(n_.line_summation)(N::LineTotalAmount));
    read_.number(line.tax_rate, "tax_rate", tax(n_.rate));
    read_.text(line.tax_category, "tax_category", tax(N::CategoryCode));
    read_.text(line.purchase_order_line, "purchase_order_line", agreement(N::BuyerOrderReferencedDocument, N::LineID));
    read_.within("");
  }

  // The line has one discount: its allowances less its charges, which the line net amount already contains.
  void line_discount(Line& line, Element settlement) {
    std::optional<Decimal> sum;
    for (Element allowance : settlement.children(N::SpecifiedTradeAllowanceCharge)) {
      auto which = indicator(allowance);
      bool charge = which == "true" || which == "1";
      if (!charge && which != "false" && which != "0") continue;
      std::optional<Decimal> amount;
      read_.number(amount, "discount", allowance(N::ActualAmount));
      if (!amount) continue;
      sum = sum.value_or(Decimal()) + (charge ? -*amount : *amount);
      mapping_.taken.pop_back();  // a part of a sum: the single amount is kept aside
    }
    line.discount = sum;
  }

  const Tree& tree_;
  Element root_;
  const Names& n_;
  Element agreement_, delivery_, settlement_;
  Mapping mapping_;
  Invoice& invoice_ = mapping_.invoice;
  FieldReader read_;
};

}  // namespace

Mapping map_cii(const Tree& tree) { return CiiMapper(tree).run(); }

}  // namespace ap::einvoice
