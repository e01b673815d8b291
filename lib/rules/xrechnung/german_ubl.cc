#include <set>

#include "rules/einvoice/values.h"
#include "rules/peppol/identifiers.h"
#include "rules/xrechnung/german.h"

namespace ap::rules::xrechnung {
namespace {

using einvoice::Tree;

template <class... Path>
bool any_filled(Element from, Path... path) {
  return any_at([](Element e) { return !e.blank(); }, from, path...);
}

class GermanUbl {
 public:
  GermanUbl(const Tree& tree, const GermanRows& rows, Report& report)
      : root_(tree.root()), rows_(rows), report_(report) {}

  void run() {
    document();
    report_.require(rows_.de16, registered(), root_);
    attachments();
    any_at(
        [&](Element supplier) {
          report_.require(rows_.de2, exists(supplier, N::Party, N::Contact), supplier);
          return false;
        },
        root_, N::AccountingSupplierParty);
    any_at([&](Element e) { return address(e, rows_.de3, rows_.de4), false; }, root_, N::AccountingSupplierParty,
           N::Party, N::PostalAddress);
    any_at([&](Element e) { return address(e, rows_.de8, rows_.de9), false; }, root_, N::AccountingCustomerParty,
           N::Party, N::PostalAddress);
    any_at([&](Element e) { return address(e, rows_.de10, rows_.de11), false; }, root_, N::Delivery,
           N::DeliveryLocation, N::Address);
    any_at([&](Element e) { return contact(e), false; }, root_, N::AccountingSupplierParty, N::Party, N::Contact);
    for (Element means : root_.children(N::PaymentMeans)) payment(means);
    any_at(
        [&](Element e) {
          report_.require(rows_.de14, any_filled(e, N::TaxCategory, N::Percent), e);
          return false;
        },
        root_, N::TaxTotal, N::TaxSubtotal);
  }

 private:
  void document() {
    report_.require(rows_.de1, bool(root_(N::PaymentMeans)), root_);
    report_.require(rows_.de15, any_filled(root_, N::BuyerReference), root_);
    std::string_view invoice = root_(N::InvoiceTypeCode).trimmed(), credit = root_(N::CreditNoteTypeCode).trimmed();
    report_.require(rows_.de17, is_german_document_type(invoice) || is_german_document_type(credit), root_);
    for (Element terms : root_.children(N::PaymentTerms))
      if (Element note = terms(N::Note)) report_.require(rows_.de18, discounts_well_formed(note.text()), note);
    bool corrected = invoice == "384" || credit == "384";
    report_.require(rows_.de26, !corrected || exists(root_, N::BillingReference, N::InvoiceDocumentReference), root_);
    if (!exists(root_, N::PaymentMeans, N::PaymentMandate)) return;
    auto creditor = [](Element id) { return id.attribute(N::schemeID) == "SEPA"; };
    bool known = any_at(creditor, root_, N::AccountingSupplierParty, N::Party, N::PartyIdentification, N::ID) ||
                 any_at(creditor, root_, N::PayeeParty, N::PartyIdentification, N::ID);
    report_.require(rows_.de30, known, root_);
    report_.require(rows_.de31, exists(root_, N::PaymentMeans, N::PaymentMandate, N::PayerFinancialAccount, N::ID),
                    root_);
  }

  bool registered() const {
    auto taxed = [](Element id) { return is_taxed_category(id.text()); };
    bool used = any_at(taxed, root_, N::InvoiceLine, N::Item, N::ClassifiedTaxCategory, N::ID) ||
                any_at(taxed, root_, N::CreditNoteLine, N::Item, N::ClassifiedTaxCategory, N::ID) ||
                any_at(
                    [&](Element a) {
                      std::string_view indicator = a(N::ChargeIndicator).text();
                      return (indicator == "true" || indicator == "false") && any_at(taxed, a, N::TaxCategory, N::ID);
                    },
                    root_, N::AllowanceCharge);
    return !used || root_(N::TaxRepresentativeParty) ||
           any_filled(root_, N::AccountingSupplierParty, N::Party, N::PartyTaxScheme, N::CompanyID);
  }

  void attachments() {
    std::set<std::string_view> names;
    for (Element reference : root_.children(N::AdditionalDocumentReference)) {
      Element object = reference(N::Attachment, N::EmbeddedDocumentBinaryObject);
      if (object.has(N::filename) && !names.insert(object.attribute(N::filename)).second)
        report_.fire_attribute(rows_.de22, object, N::filename);
      if (!rows_.url) continue;
      any_at(
          [&](Element external) {
            report_.require(*rows_.url, is_absolute_url(external(N::URI).text()), external);
            return false;
          },
          reference, N::Attachment, N::ExternalReference);
    }
  }

  void address(Element e, Row city, Row zone) {
    report_.require(city, any_filled(e, N::CityName), e);
    report_.require(zone, any_filled(e, N::PostalZone), e);
  }

  void contact(Element e) {
    report_.require(rows_.de5, any_filled(e, N::Name), e);
    report_.require(rows_.de6, any_filled(e, N::Telephone), e);
    report_.require(rows_.de7, any_filled(e, N::ElectronicMail), e);
    report_.require(rows_.de27, has_three_digits(e(N::Telephone).text()), e);
    report_.require(rows_.de28, is_email(Normalized(e(N::ElectronicMail).text())), e);
  }

  void payment(Element means) {
    std::string_view code = means(N::PaymentMeansCode).trimmed();
    bool account(means(N::PayeeFinancialAccount)), card(means(N::CardAccount)), mandate(means(N::PaymentMandate));
    if (code == "30" || code == "58") {
      report_.require(rows_.de19, code != "58" || peppol::is_iban(means(N::PayeeFinancialAccount, N::ID).text()),
                      means);
      report_.require(rows_.de23a, account, means);
      report_.require(rows_.de23b, !card && !mandate, means);
    } else if (code == "48" || code == "54" || code == "55") {
      report_.require(rows_.de24a, card, means);
      report_.require(rows_.de24b, !account && !mandate, means);
    } else if (code == "59") {
      report_.require(rows_.de20, peppol::is_iban(means(N::PaymentMandate, N::PayerFinancialAccount, N::ID).text()),
                      means);
      report_.require(rows_.de25a, mandate, means);
      report_.require(rows_.de25b, !account && !card, means);
    }
  }

  Element root_;
  const GermanRows& rows_;
  Report& report_;
};

}  // namespace

void check_german_ubl(const Tree& tree, const GermanRows& rows, Report& report) { GermanUbl(tree, rows, report).run(); }

}  // namespace ap::rules::xrechnung
