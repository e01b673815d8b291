#include "rules/einvoice/code_lists.h"
#include "rules/einvoice/values.h"
#include "rules/en16931/business.h"
#include "rules/en16931/cii.h"

namespace ap::rules::en16931 {
namespace {

using einvoice::NodeId;
using einvoice::Tree;

class CiiCodes {
 public:
  CiiCodes(const Tree& tree, Report& report) : tree_(tree), report_(report) {}

  void run() {
    text(N::TypeCode, N::ExchangedDocument, row("BR-CL-01"), CodeList::cii_document_types);
    attribute(N::TaxTotalAmount, N::currencyID, row("BR-CL-03"), CodeList::currencies);
    text(N::InvoiceCurrencyCode, N::none, row("BR-CL-04"), CodeList::currencies);
    text(N::TaxCurrencyCode, N::none, row("BR-CL-05"), CodeList::currencies);
    text(N::DueDateTypeCode, N::none, row("BR-CL-06"), CodeList::cii_tax_point);
    text(N::ReferenceTypeCode, N::none, row("BR-CL-07"), CodeList::references);
    text(N::SubjectCode, N::none, row("BR-CL-08"), CodeList::cii_note_subjects);
    identifiers();
    attribute(N::ClassCode, N::listID, row("BR-CL-13"), CodeList::item_classes);
    text(N::CountryID, N::none, row("BR-CL-14"), CodeList::cii_countries);
    text(N::ID, N::OriginTradeCountry, row("BR-CL-15"), CodeList::cii_countries);
    text(N::TypeCode, N::SpecifiedTradeSettlementPaymentMeans, row("BR-CL-16"), CodeList::payment_means);
    text(N::CategoryCode, N::CategoryTradeTax, row("BR-CL-17"), CodeList::vat_categories);
    text(N::CategoryCode, N::ApplicableTradeTax, row("BR-CL-18"), CodeList::vat_categories);
    reasons();
    for (N name : {N::BasisQuantity, N::BilledQuantity}) attribute(name, N::unitCode, row("BR-CL-23"), CodeList::units);
    attachments();
    for (NodeId id : tree_.all(N::URIID)) {
      Element e = tree_.element(id);
      if (e.has(N::schemeID) && e.parent().name() == N::URIUniversalCommunication)
        test(row("BR-CL-25"), e, N::schemeID, CodeList::eas);
    }
  }

 private:
  void test(Row rule, Element e, N name, CodeList list) {
    if (!contains_trimmed(list, e.attribute(name))) report_.fire_attribute(rule, e, name);
  }

  void text(N name, N parent, Row rule, CodeList list) {
    for (NodeId id : tree_.all(name)) {
      Element e = tree_.element(id);
      if (parent == N::none || e.parent().name() == parent) report_.require(rule, contains_trimmed(list, e.text()), e);
    }
  }

  void attribute(N name, N attribute, Row rule, CodeList list) {
    for (NodeId id : tree_.all(name))
      if (tree_.element(id).has(attribute)) test(rule, tree_.element(id), attribute, list);
  }

  static bool below(Element e, N ancestor) {
    for (e = e.parent(); e; e = e.parent())
      if (e.name() == ancestor) return true;
    return false;
  }

  void identifiers() {
    for (NodeId id : tree_.all(N::GlobalID)) {
      Element e = tree_.element(id);
      if (!e.has(N::schemeID)) continue;
      N parent = e.parent().name();
      if (!below(e, N::SpecifiedTradeProduct) && !below(e, N::ShipToTradeParty))
        test(row("BR-CL-10"), e, N::schemeID, CodeList::icd);
      else if (parent == N::SpecifiedTradeProduct)
        test(row("BR-CL-21"), e, N::schemeID, CodeList::icd);
      else if (parent == N::ShipToTradeParty && e.parent().parent().name() == N::ApplicableHeaderTradeDelivery)
        test(row("BR-CL-26"), e, N::schemeID, CodeList::icd);
    }
    for (NodeId id : tree_.all(N::ID)) {
      Element e = tree_.element(id);
      if (e.has(N::schemeID) && !below(e, N::SpecifiedTaxRegistration))
        test(row("BR-CL-11"), e, N::schemeID, CodeList::icd);
    }
  }

  void reasons() {
    for (NodeId id : tree_.all(N::ReasonCode)) {
      Element e = tree_.element(id), indicator = e.parent()(N::ChargeIndicator, N::Indicator);
      if (e.parent().name() != N::SpecifiedTradeAllowanceCharge) continue;
      if (is_false(indicator))
        report_.require(row("BR-CL-19"), contains_trimmed(CodeList::allowance_reasons, e.text()), e);
      if (is_true(indicator)) report_.require(row("BR-CL-20"), contains_trimmed(CodeList::charge_reasons, e.text()), e);
    }
    for (NodeId id : tree_.all(N::ExemptionReasonCode)) {
      Element e = tree_.element(id);
      report_.require(row("BR-CL-22"), contains(CodeList::vatex, upper_case(e.trimmed())), e);
    }
  }

  void attachments() {
    for (NodeId id : tree_.all(N::AttachmentBinaryObject)) {
      Element e = tree_.element(id);
      if (e.has(N::mimeCode) && !contains(CodeList::mime, e.attribute(N::mimeCode)))
        report_.fire_attribute(row("BR-CL-24"), e, N::mimeCode);
    }
  }

  const Tree& tree_;
  Report& report_;
};

}  // namespace

void check_cii_codes(const Tree& tree, Report& report) { CiiCodes(tree, report).run(); }

}  // namespace ap::rules::en16931
