#include <set>

#include "rules/einvoice/values.h"
#include "rules/peppol/identifiers.h"
#include "rules/xrechnung/german.h"

namespace ap::rules::xrechnung {
namespace {

using einvoice::NodeId;
using einvoice::Tree;

template <class... Path>
bool any_filled(Element from, Path... path) {
  return any_at([](Element e) { return !e.blank(); }, from, path...);
}

class GermanCii {
 public:
  GermanCii(const Tree& tree, const GermanRows& rows, Report& report)
      : tree_(tree), root_(tree.root()), rows_(rows), report_(report) {
    transaction_ = root_(N::SupplyChainTradeTransaction);
    agreement_ = transaction_(N::ApplicableHeaderTradeAgreement);
    settlement_ = transaction_(N::ApplicableHeaderTradeSettlement);
  }

  void run() {
    document();
    direct_debit();
    report_.require(rows_.de16, registered(), root_);
    attachments();
    for (Element seller : agreement_.children(N::SellerTradeParty)) {
      report_.require(rows_.de2, bool(seller(N::DefinedTradeContact)), seller);
      for (Element e : seller.children(N::PostalTradeAddress)) address(e, rows_.de3, rows_.de4);
      for (Element e : seller.children(N::DefinedTradeContact)) contact(e);
    }
    any_at([&](Element e) { return address(e, rows_.de8, rows_.de9), false; }, agreement_, N::BuyerTradeParty,
           N::PostalTradeAddress);
    any_at([&](Element e) { return address(e, rows_.de10, rows_.de11), false; }, transaction_,
           N::ApplicableHeaderTradeDelivery, N::ShipToTradeParty, N::PostalTradeAddress);
    for (Element means : settlement_.children(N::SpecifiedTradeSettlementPaymentMeans)) payment(means);
    for (Element tax : settlement_.children(N::ApplicableTradeTax))
      report_.require(rows_.de14, any_filled(tax, N::RateApplicablePercent), tax);
  }

 private:
  void document() {
    report_.require(rows_.de1, bool(settlement_(N::SpecifiedTradeSettlementPaymentMeans)), root_);
    report_.require(rows_.de15, any_filled(agreement_, N::BuyerReference), root_);
    std::string_view type = root_(N::ExchangedDocument, N::TypeCode).text();
    report_.require(rows_.de17, is_german_document_type(type), root_);
    for (Element terms : settlement_.children(N::SpecifiedTradePaymentTerms))
      if (Element text = terms(N::Description)) report_.require(rows_.de18, discounts_well_formed(text.text()), text);
    report_.require(rows_.de26, einvoice::trim(type) != "384" || settlement_(N::InvoiceReferencedDocument), root_);
  }

  // CII has no group for the direct debit: its three terms are there together or not at all.
  void direct_debit() {
    mandate_ = exists(settlement_, N::SpecifiedTradePaymentTerms, N::DirectDebitMandateID);
    creditor_ = bool(settlement_(N::CreditorReferenceID));
    bool account =
        exists(settlement_, N::SpecifiedTradeSettlementPaymentMeans, N::PayerPartyDebtorFinancialAccount, N::IBANID);
    bool none = !mandate_ && !creditor_ && !account;
    report_.require(rows_.de30, ((mandate_ || account) && creditor_) || none, root_);
    report_.require(rows_.de31, ((mandate_ || creditor_) && account) || none, root_);
  }

  bool registered() const {
    bool vat = false, taxed = false;
    any_at(
        [&](Element tax) {
          vat |= tax(N::TypeCode).text() == "VAT";
          taxed |= is_taxed_category(tax(N::CategoryCode).text());
          return vat && taxed;
        },
        transaction_, N::IncludedSupplyChainTradeLineItem, N::SpecifiedLineTradeSettlement, N::ApplicableTradeTax);
    bool known = any_at(
        [](Element id) {
          std::string_view scheme = id.attribute(N::schemeID);
          return (scheme == "VA" || scheme == "VAT" || scheme == "FC") && !id.blank();
        },
        agreement_, N::SellerTradeParty, N::SpecifiedTaxRegistration, N::ID);
    return !(vat && taxed) || known || agreement_(N::SellerTaxRepresentativeTradeParty);
  }

  void attachments() {
    std::set<std::string_view> names;
    for (NodeId id : tree_.all(N::AdditionalReferencedDocument)) {
      Element reference = tree_.element(id), object = reference(N::AttachmentBinaryObject);
      if (object.has(N::filename) && !names.insert(object.attribute(N::filename)).second)
        report_.fire_attribute(rows_.de22, object, N::filename);
      if (Element url = reference(N::URIID); url && rows_.url)
        report_.require(*rows_.url, is_absolute_url(url.text()), url);
    }
  }

  void address(Element e, Row city, Row zone) {
    report_.require(city, any_filled(e, N::CityName), e);
    report_.require(zone, any_filled(e, N::PostcodeCode), e);
  }

  void contact(Element e) {
    Element phone = e(N::TelephoneUniversalCommunication, N::CompleteNumber),
            mail = e(N::EmailURIUniversalCommunication, N::URIID);
    report_.require(rows_.de5, any_filled(e, N::PersonName) || any_filled(e, N::DepartmentName), e);
    report_.require(rows_.de6, any_filled(e, N::TelephoneUniversalCommunication, N::CompleteNumber), e);
    report_.require(rows_.de7, any_filled(e, N::EmailURIUniversalCommunication, N::URIID), e);
    report_.require(rows_.de27, has_three_digits(phone.text()), e);
    report_.require(rows_.de28, is_email(Normalized(mail.text())), e);
  }

  void payment(Element means) {
    std::string_view code = means(N::TypeCode).trimmed();
    bool account(means(N::PayeePartyCreditorFinancialAccount)), card(means(N::ApplicableTradeSettlementFinancialCard));
    bool debit = mandate_ || creditor_ || exists(means, N::PayerPartyDebtorFinancialAccount, N::IBANID);
    if (code == "30" || code == "58") {
      report_.require(rows_.de19,
                      code != "58" || peppol::is_iban(means(N::PayeePartyCreditorFinancialAccount, N::IBANID).text()),
                      means);
      report_.require(rows_.de23a, account, means);
      report_.require(rows_.de23b, !card && !debit, means);
    } else if (code == "48" || code == "54" || code == "55") {
      report_.require(rows_.de24a, card, means);
      report_.require(rows_.de24b, !account && !debit, means);
    } else if (code == "59") {
      report_.require(rows_.de20, peppol::is_iban(means(N::PayerPartyDebtorFinancialAccount, N::IBANID).text()), means);
      report_.require(rows_.de25a, debit, means);
      bool institution =
          means(N::PayeeSpecifiedCreditorFinancialInstitution) || means(N::PayerSpecifiedDebtorFinancialInstitution);
      report_.require(rows_.de25b, !account && !card && !institution, means);
    }
  }

  const Tree& tree_;
  Element root_, transaction_, agreement_, settlement_;
  const GermanRows& rows_;
  Report& report_;
  bool mandate_ = false, creditor_ = false;
};

}  // namespace

void check_german_cii(const Tree& tree, const GermanRows& rows, Report& report) { GermanCii(tree, rows, report).run(); }

}  // namespace ap::rules::xrechnung
