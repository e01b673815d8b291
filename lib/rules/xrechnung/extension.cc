// The extension of XRechnung: sub lines, payments to third parties, more identifier schemes; and the part for clean
// vehicles.
#include "rules/einvoice/code_lists.h"
#include "rules/einvoice/values.h"
#include "rules/xrechnung/rows.h"

namespace ap::rules::xrechnung {
namespace {

using einvoice::NodeId;
using einvoice::Tree;

bool profile_is(const Tree& tree, std::string_view id) {
  auto same = [&](Element e) { return e.text() == id; };
  Element root = tree.root();
  if (is_ubl(tree.syntax())) return any_at(same, root, N::CustomizationID);
  return any_at(same, root, N::ExchangedDocumentContext, N::GuidelineSpecifiedDocumentContextParameter, N::ID);
}

// A member of the list, or one of the three codes that the extension adds.
bool extended(CodeList list, std::string_view text) {
  std::string_view code = einvoice::trim(text);
  return code == "XR01" || code == "XR02" || code == "XR03" || contains(list, code);
}

class Extension {
 public:
  Extension(const Tree& tree, Report& report) : tree_(tree), root_(tree.root()), report_(report) {}

  void ubl() {
    for_each(N::EmbeddedDocumentBinaryObject, [&](Element e) { mime(e); });
    identifiers_ubl();
    for_each(N::LegalMonetaryTotal, [&](Element e) { payable(e); });
    if (tree_.syntax() != einvoice::Syntax::ubl_invoice) return;
    sub_lines();
    for (Element payment : root_.children(N::PrepaidPayment)) third_party(payment);
  }

  void cii() {
    for_each(N::AttachmentBinaryObject, [&](Element e) { mime(e); });
    for_each(N::GlobalID, [&](Element e) {
      if (!e.has(N::schemeID)) return;
      N parent = e.parent().name();
      if (!below(e, N::SpecifiedTradeProduct) && !below(e, N::ShipToTradeParty))
        scheme(row("BR-DEX-04"), e, CodeList::icd);
      else if (parent == N::SpecifiedTradeProduct)
        scheme(row("BR-DEX-06"), e, CodeList::icd);
      else if (parent == N::ShipToTradeParty && e.parent().parent().name() == N::ApplicableHeaderTradeDelivery)
        scheme(row("BR-DEX-08"), e, CodeList::icd);
    });
    for_each(N::ID, [&](Element e) {
      if (e.has(N::schemeID) && !below(e, N::SpecifiedTaxRegistration)) scheme(row("BR-DEX-05"), e, CodeList::icd);
    });
    for_each(N::URIID, [&](Element e) {
      if (e.has(N::schemeID) && e.parent().name() == N::URIUniversalCommunication)
        scheme(row("BR-DEX-07"), e, CodeList::eas);
    });
    for_each(N::AssociatedDocumentLineDocument,
             [&](Element e) { report_.require(row("BR-DEX-15"), tree_.all(N::ParentLineID).empty(), e); });
  }

 private:
  template <class F>
  void for_each(N name, F f) {
    for (NodeId id : tree_.all(name)) f(tree_.element(id));
  }
  static bool below(Element e, N ancestor) {
    for (e = e.parent(); e; e = e.parent())
      if (e.name() == ancestor) return true;
    return false;
  }
  void scheme(Row rule, Element e, CodeList list) {
    if (!extended(list, e.attribute(N::schemeID))) report_.fire_attribute(rule, e, N::schemeID);
  }
  void mime(Element e) {
    std::string_view type = e.attribute(N::mimeCode);
    report_.require(row("BR-DEX-01"), type == "application/xml" || contains(CodeList::mime, type), e);
  }

  void identifiers_ubl() {
    for_each(N::ID, [&](Element e) {
      if (!e.has(N::schemeID)) return;
      switch (e.parent().name()) {
        case N::PartyIdentification: {
          bool creditor = einvoice::trim(e.attribute(N::schemeID)) == "SEPA" &&
                          (below(e, N::AccountingSupplierParty) || below(e, N::PayeeParty));
          if (!creditor) scheme(row("BR-DEX-04"), e, CodeList::icd);
          break;
        }
        case N::StandardItemIdentification:
          scheme(row("BR-DEX-06"), e, CodeList::icd);
          break;
        case N::DeliveryLocation:
          scheme(row("BR-DEX-08"), e, CodeList::icd);
          break;
        default:
          break;
      }
    });
    for_each(N::CompanyID, [&](Element e) {
      if (e.has(N::schemeID) && e.parent().name() == N::PartyLegalEntity) scheme(row("BR-DEX-05"), e, CodeList::icd);
    });
    for_each(N::EndpointID, [&](Element e) {
      if (e.has(N::schemeID)) scheme(row("BR-DEX-07"), e, CodeList::eas);
    });
  }

  void payable(Element totals) {
    report_.check(row("BR-DEX-09"), totals, [&] {
      auto due = value(totals(N::PayableAmount)), gross = value(totals(N::TaxInclusiveAmount));
      Decimal third;
      bool paid = any_at([](Element e) { return !e.blank(); }, totals.parent(), N::PrepaidPayment, N::PaidAmount);
      if (paid)
        any_at([&](Element e) { return third += *value(e), false; }, totals.parent(), N::PrepaidPayment, N::PaidAmount);
      return due && gross &&
             r2(*due - value_or_zero(totals(N::PayableRoundingAmount))) ==
                 r2(*gross - value_or_zero(totals(N::PrepaidAmount)) + third);
    });
  }

  // The net amount of a line with sub lines is the sum of those directly below it.
  void sub_lines() {
    report_.check(row("BR-DEX-02"), root_, [&] {
      bool holds = true;
      auto adds_up = [&](Element line) {
        if (!line(N::SubInvoiceLine)) return;
        Decimal sum;
        for (Element sub : line.children(N::SubInvoiceLine)) sum += value_or_zero(sub(N::LineExtensionAmount));
        auto net = value(line(N::LineExtensionAmount));
        holds &= net && *net == sum;
      };
      for (Element line : root_.children(N::InvoiceLine)) adds_up(line);
      for_each(N::SubInvoiceLine, adds_up);
      return holds;
    });
    bool one_category = true;
    for_each(N::SubInvoiceLine, [&](Element line) {
      for (Element item : line.children(N::Item)) one_category &= item.count(N::ClassifiedTaxCategory) == 1;
    });
    report_.require(row("BR-DEX-03"), one_category, root_);
  }

  void third_party(Element payment) {
    auto is_filled = [](Element e) { return !e.blank(); };
    Element amount = payment(N::PaidAmount);
    report_.require(row("BR-DEX-10"), any_at(is_filled, payment, N::ID), payment);
    report_.require(row("BR-DEX-11"), any_at(is_filled, payment, N::PaidAmount), payment);
    report_.require(row("BR-DEX-12"), any_at(is_filled, payment, N::InstructionID), payment);
    report_.require(row("BR-DEX-13"), decimals_at_most(amount, 2), payment);
    Element currency = root_(N::DocumentCurrencyCode);
    report_.require(row("BR-DEX-14"),
                    amount.has(N::currencyID) && currency && amount.attribute(N::currencyID) == currency.text(),
                    payment);
  }

  const Tree& tree_;
  Element root_;
  Report& report_;
};

// Where UBL and CII keep what the rules on clean vehicles look at.
struct VehicleNames {
  N item, classification, code, property, property_name, property_value;
};
constexpr VehicleNames kUbl = {
    N::Item, N::CommodityClassification, N::ItemClassificationCode, N::AdditionalItemProperty, N::Name, N::Value};
constexpr VehicleNames kCii = {N::SpecifiedTradeProduct,
                               N::DesignatedProductClassification,
                               N::ClassCode,
                               N::ApplicableProductCharacteristic,
                               N::Description,
                               N::Value};

// Counts, for one item, classifications in list CVD and properties named cva; tests their values.
bool check_item(Element item, const VehicleNames& n, Report& report) {
  std::size_t classified = 0, properties = 0;
  for (Element classification : item.children(n.classification))
    for (Element code : classification.children(n.code)) {
      std::string_view list = einvoice::trim(code.attribute(N::listID)), category = code.trimmed();
      classified += code.attribute(N::listID) == "CVD";
      report.require(row("BR-TMP-CVD-01"), list == "CVD" || contains(CodeList::item_classes, list), code);
      bool known = category == "M1" || category == "M2" || category == "M3" || category == "N1" || category == "N2" ||
                   category == "N3";
      report.require(row("BR-DE-CVD-04"), list != "CVD" || known, code);
    }
  for (Element property : item.children(n.property)) {
    if (property(n.property_name).text() != "cva") continue;
    ++properties;
    std::string_view kind = property(n.property_value).trimmed();
    report.require(row("BR-DE-CVD-05"), kind == "clean" || kind == "zero-emission" || kind == "other", property);
  }
  report.require(row("BR-DE-CVD-06-a"), classified == 0 || properties == 1, item);
  report.require(row("BR-DE-CVD-06-b"), properties == 0 || classified == 1, item);
  return classified != 0 && properties != 0;
}

}  // namespace

void check_extension(const Tree& tree, Report& report) {
  if (!profile_is(tree, kExtension)) return;
  if (is_ubl(tree.syntax()))
    Extension(tree, report).ubl();
  else
    Extension(tree, report).cii();
}

void check_vehicles(const Tree& tree, Report& report) {
  if (!profile_is(tree, kVehicles)) return;
  Element root = tree.root(), transaction = root(N::SupplyChainTradeTransaction),
          agreement = transaction(N::ApplicableHeaderTradeAgreement);
  auto is_filled = [](Element e) { return !e.blank(); };
  bool ubl = is_ubl(tree.syntax()), contract, tender, any = false;
  if (ubl) {
    contract = any_at(is_filled, root, N::ContractDocumentReference, N::ID);
    tender = any_at(is_filled, root, N::OriginatorDocumentReference, N::ID);
    for (N name : {N::InvoiceLine, N::CreditNoteLine})
      for (Element line : root.children(name))
        for (Element item : line.children(N::Item)) any |= check_item(item, kUbl, report);
  } else {
    contract = any_at(is_filled, agreement, N::ContractReferencedDocument, N::IssuerAssignedID);
    tender =
        any_at([&](Element e) { return e(N::TypeCode).trimmed() == "50" && any_at(is_filled, e, N::IssuerAssignedID); },
               agreement, N::AdditionalReferencedDocument);
    for (Element line : transaction.children(N::IncludedSupplyChainTradeLineItem))
      for (Element item : line.children(N::SpecifiedTradeProduct)) any |= check_item(item, kCii, report);
  }
  report.require(row("BR-DE-CVD-01"), contract, root);
  report.require(row("BR-DE-CVD-02"), tender, root);
  report.require(row("BR-DE-CVD-03"), any, root);
}

}  // namespace ap::rules::xrechnung
