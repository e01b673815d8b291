#include <string>

#include "rules/einvoice/code_lists.h"
#include "rules/einvoice/values.h"
#include "rules/en16931/business.h"
#include "rules/en16931/ubl.h"

namespace ap::rules::en16931 {
namespace {

using einvoice::NodeId;
using einvoice::Tree;

class UblCodes {
 public:
  UblCodes(const Tree& tree, Report& report) : tree_(tree), report_(report) {}

  void run() {
    text(N::InvoiceTypeCode, row("BR-CL-01"), CodeList::invoice_types);
    text(N::CreditNoteTypeCode, row("BR-CL-01"), CodeList::credit_note_types);
    for (N name : {N::Amount, N::BaseAmount, N::PriceAmount, N::TaxAmount, N::TaxableAmount, N::LineExtensionAmount,
                   N::TaxExclusiveAmount, N::TaxInclusiveAmount, N::AllowanceTotalAmount, N::ChargeTotalAmount,
                   N::PrepaidAmount, N::PayableRoundingAmount, N::PayableAmount})
      for (NodeId id : tree_.all(name)) test(row("BR-CL-03"), tree_.element(id), N::currencyID, CodeList::currencies);
    text(N::DocumentCurrencyCode, row("BR-CL-04"), CodeList::currencies);
    text(N::TaxCurrencyCode, row("BR-CL-05"), CodeList::currencies);
    text_below(N::DescriptionCode, N::InvoicePeriod, row("BR-CL-06"), CodeList::ubl_tax_point);
    identifiers();
    attribute(N::ItemClassificationCode, N::listID, N::CommodityClassification, row("BR-CL-13"),
              CodeList::item_classes);
    text_below(N::IdentificationCode, N::Country, row("BR-CL-14"), CodeList::ubl_countries);
    text_below(N::IdentificationCode, N::OriginCountry, row("BR-CL-15"), CodeList::ubl_countries);
    text_below(N::PaymentMeansCode, N::PaymentMeans, row("BR-CL-16"), CodeList::payment_means);
    allowance_reasons();
    exemption_reasons();
    for (N name : {N::InvoicedQuantity, N::BaseQuantity, N::CreditedQuantity})
      attribute(name, N::unitCode, N::none, row("BR-CL-23"), CodeList::units);
    mime_codes();
    attribute(N::EndpointID, N::schemeID, N::none, row("BR-CL-25"), CodeList::eas);
    note_subjects();
  }

 private:
  void test(Row rule, Element e, N name, CodeList list) {
    if (!contains_trimmed(list, e.attribute(name))) report_.fire_attribute(rule, e, name);
  }

  void text(N name, Row rule, CodeList list) {
    for (NodeId id : tree_.all(name))
      report_.require(rule, contains_trimmed(list, tree_.element(id).text()), tree_.element(id));
  }

  void text_below(N name, N parent, Row rule, CodeList list) {
    for (NodeId id : tree_.all(name)) {
      Element e = tree_.element(id);
      if (e.parent().name() == parent) report_.require(rule, contains_trimmed(list, e.text()), e);
    }
  }

  // Only elements that have the attribute; N::none as parent: anywhere.
  void attribute(N name, N attribute, N parent, Row rule, CodeList list) {
    for (NodeId id : tree_.all(name)) {
      Element e = tree_.element(id);
      if (e.has(attribute) && (parent == N::none || e.parent().name() == parent)) test(rule, e, attribute, list);
    }
  }

  // Identifiers, all in one go: what their scheme may be depends on where they stand.
  void identifiers() {
    for (NodeId id : tree_.all(N::ID)) {
      Element e = tree_.element(id), parent = e.parent();
      switch (parent.name()) {
        case N::TaxCategory:
          report_.require(row("BR-CL-17"), contains_trimmed(CodeList::vat_categories, e.text()), e);
          break;
        case N::ClassifiedTaxCategory:
          report_.require(row("BR-CL-18"), contains_trimmed(CodeList::vat_categories, e.text()), e);
          break;
        default:
          break;
      }
      if (!e.has(N::schemeID)) continue;
      switch (parent.name()) {
        case N::AdditionalDocumentReference:
        case N::DocumentReference:
          if (parent(N::DocumentTypeCode).text() == "130") test(row("BR-CL-07"), e, N::schemeID, CodeList::references);
          break;
        case N::PartyIdentification:
          party(e);
          break;
        case N::StandardItemIdentification:
          test(row("BR-CL-21"), e, N::schemeID, CodeList::icd);
          break;
        case N::DeliveryLocation:
          test(row("BR-CL-26"), e, N::schemeID, CodeList::icd);
          break;
        default:
          break;
      }
    }
    attribute(N::CompanyID, N::schemeID, N::PartyLegalEntity, row("BR-CL-11"), CodeList::icd);
  }

  // The bank's identifier of a direct debit creditor (SEPA) may stand with the seller and the payee.
  void party(Element id) {
    bool creditor = false;
    for (Element e = id.parent(); e; e = e.parent())
      creditor |= e.name() == N::AccountingSupplierParty || e.name() == N::PayeeParty;
    if (creditor && einvoice::trim(id.attribute(N::schemeID)) == "SEPA") return;
    test(row("BR-CL-10"), id, N::schemeID, CodeList::icd);
  }

  void allowance_reasons() {
    for (NodeId id : tree_.all(N::AllowanceChargeReasonCode)) {
      Element e = tree_.element(id), indicator = e.parent()(N::ChargeIndicator);
      if (e.parent().name() != N::AllowanceCharge) continue;
      if (is_false(indicator))
        report_.require(row("BR-CL-19"), contains_trimmed(CodeList::allowance_reasons, e.text()), e);
      if (is_true(indicator)) report_.require(row("BR-CL-20"), contains_trimmed(CodeList::charge_reasons, e.text()), e);
    }
  }

  void exemption_reasons() {
    for (NodeId id : tree_.all(N::TaxExemptionReasonCode)) {
      Element e = tree_.element(id);
      report_.require(row("BR-CL-22"), contains(CodeList::vatex, upper_case(e.trimmed())), e);
    }
  }

  void mime_codes() {
    for (NodeId id : tree_.all(N::EmbeddedDocumentBinaryObject)) {
      Element e = tree_.element(id);
      if (e.has(N::mimeCode) && !contains(CodeList::mime, e.attribute(N::mimeCode)))
        report_.fire_attribute(row("BR-CL-24"), e, N::mimeCode);
    }
  }

  // The artefact looks for what stands between the first two '#' of a note, when it has three characters, anywhere in
  // the text of all codes with blanks between them.
  void note_subjects() {
    static const std::string all = [] {
      std::string joined;
      for (std::string_view code : codes_of(CodeList::ubl_note_subjects)) joined.append(" ").append(code);
      return joined + " ";
    }();
    for (Element note : tree_.root().children(N::Note)) {
      std::string_view text = note.text();
      auto open = text.find('#');
      auto close = open == std::string_view::npos ? open : text.find('#', open + 1);
      if (close == std::string_view::npos || close - open != 4) continue;
      report_.require(row("BR-CL-08"), all.find(text.substr(open + 1, 3)) != std::string::npos, note);
    }
  }

  const Tree& tree_;
  Report& report_;
};

}  // namespace

void check_ubl_codes(const Tree& tree, Report& report) { UblCodes(tree, report).run(); }

}  // namespace ap::rules::en16931
