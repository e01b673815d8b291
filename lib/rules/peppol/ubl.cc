#include "rules/einvoice/code_lists.h"
#include "rules/einvoice/values.h"
#include "rules/peppol/rows.h"

namespace ap::rules::peppol {
namespace {

using einvoice::NodeId;
using einvoice::Tree;

constexpr std::string_view kProfile = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";

// The two digits of urn:fdc:peppol.eu:2017:poacc:billing:NN:1.0; "" for any other process.
std::string_view process_number(std::string_view id) {
  constexpr std::string_view kBefore = "urn:fdc:peppol.eu:2017:poacc:billing:";
  auto at = id.find(kBefore);
  if (at == std::string_view::npos) return {};
  std::string_view rest = id.substr(at + kBefore.size());
  // The point of the artefact's pattern stands for any character.
  bool fits = rest.size() >= 6 && all_digits(rest.substr(0, 2)) && rest.substr(2, 2) == ":1" && rest[5] == '0';
  return fits ? rest.substr(0, 2) : std::string_view();
}

class PeppolUbl {
 public:
  PeppolUbl(const Tree& tree, Report& report) : tree_(tree), root_(tree.root()), report_(report) {}

  void run() {
    document();
    currencies();
    for (N name : {N::InvoiceLine, N::CreditNoteLine})
      for_each(name, [&](Element line) {
        report_.require(row("PEPPOL-EN16931-R100"), line.count(N::DocumentReference) <= 1, line);
      });
    codes();
    types();
    dates();
    for_each(N::TaxCategory, [&](Element category) { exemption(category); });
  }

 private:
  template <class F>
  void for_each(N name, F f) {
    for (NodeId id : tree_.all(name)) f(tree_.element(id));
  }

  void document() {
    german_ = german_parties_ubl(tree_);
    process_ = process_number(Normalized(root_(N::ProfileID).text()).view());
    report_.require(row("PEPPOL-EN16931-R007"), !process_.empty(), root_);
    report_.require(row("PEPPOL-EN16931-R002"), root_.count(N::Note) <= 1 || german_, root_);
    report_.require(row("PEPPOL-EN16931-R003"), root_(N::BuyerReference) || exists(root_, N::OrderReference, N::ID),
                    root_);
    report_.require(row("PEPPOL-EN16931-R004"), root_(N::CustomizationID).trimmed().starts_with(kProfile), root_);
    if (tree_.syntax() != einvoice::Syntax::ubl_credit_note) return;
    std::size_t projects = 0;
    for (Element e : root_.children(N::AdditionalDocumentReference)) projects += e(N::DocumentTypeCode).text() == "50";
    report_.require(row("PEPPOL-EN16931-R080"), projects <= 1, root_);
  }

  void currencies() {
    Element document = root_(N::DocumentCurrencyCode);
    for (N name : {N::Amount, N::BaseAmount, N::PriceAmount, N::TaxAmount, N::TaxableAmount, N::LineExtensionAmount,
                   N::TaxExclusiveAmount, N::TaxInclusiveAmount, N::AllowanceTotalAmount, N::ChargeTotalAmount,
                   N::PrepaidAmount, N::PayableRoundingAmount, N::PayableAmount}) {
      for_each(name, [&](Element e) {
        std::string_view currency = e.attribute(N::currencyID);
        report_.require(row("PEPPOL-EN16931-CL007"), contains(CodeList::peppol_currencies, currency), e);
        if (name == N::TaxAmount && e.parent().name() == N::TaxTotal && !e.parent()(N::TaxSubtotal)) return;
        report_.require(row("PEPPOL-EN16931-R051"), document && e.has(N::currencyID) && currency == document.text(), e);
      });
    }
  }

  void codes() {
    for_each(N::EmbeddedDocumentBinaryObject, [&](Element e) {
      if (e.has(N::mimeCode))
        report_.require(row("PEPPOL-EN16931-CL001"), contains(CodeList::mime, e.attribute(N::mimeCode)), e);
    });
    for_each(N::AllowanceChargeReasonCode, [&](Element e) {
      if (e.parent().name() != N::AllowanceCharge) return;
      std::string_view indicator = e.parent()(N::ChargeIndicator).text();
      if (indicator == "false")
        report_.require(row("PEPPOL-EN16931-CL002"), contains_trimmed(CodeList::peppol_allowance_reasons, e.text()), e);
      if (indicator == "true")
        report_.require(row("PEPPOL-EN16931-CL003"), contains_trimmed(CodeList::peppol_charge_reasons, e.text()), e);
    });
    for_each(N::DescriptionCode, [&](Element e) {
      if (e.parent().name() == N::InvoicePeriod)
        report_.require(row("PEPPOL-EN16931-CL006"), contains_trimmed(CodeList::ubl_tax_point, e.text()), e);
    });
    for_each(N::EndpointID, [&](Element e) {
      if (e.has(N::schemeID))
        report_.require(row("PEPPOL-EN16931-CL008"), contains(CodeList::peppol_eas, e.attribute(N::schemeID)), e);
    });
  }

  void types() {
    for_each(N::InvoiceTypeCode, [&](Element e) {
      bool known = contains_trimmed(CodeList::peppol_invoice_types, e.text()) || e.trimmed() == "384";
      report_.require(row("PEPPOL-EN16931-P0100"), process_ != "01" || known, e);
      report_.require(row("PEPPOL-EN16931-P0112"), (e.trimmed() != "326" && e.trimmed() != "384") || german_, e);
    });
    for_each(N::CreditNoteTypeCode, [&](Element e) {
      report_.require(row("PEPPOL-EN16931-P0101"),
                      process_ != "01" || contains_trimmed(CodeList::peppol_credit_note_types, e.text()), e);
    });
  }

  void dates() {
    for (N name : {N::IssueDate, N::DueDate, N::TaxPointDate, N::StartDate, N::EndDate, N::ActualDeliveryDate})
      for_each(name, [&](Element e) {
        report_.require(row("PEPPOL-EN16931-F001"), e.text().size() == 10 && Date::parse(e.text()), e);
      });
  }

  // A reason code belongs to one category.
  void exemption(Element category) {
    Element reason = category(N::TaxExemptionReasonCode);
    if (!reason) return;
    struct Pair {
      std::string_view reason, category;
      Row rule;
    };
    static constexpr Pair kPairs[] = {
        {"VATEX-EU-G", "G", row("PEPPOL-EN16931-P0104")},  {"VATEX-EU-O", "O", row("PEPPOL-EN16931-P0105")},
        {"VATEX-EU-IC", "K", row("PEPPOL-EN16931-P0106")}, {"VATEX-EU-AE", "AE", row("PEPPOL-EN16931-P0107")},
        {"VATEX-EU-D", "E", row("PEPPOL-EN16931-P0108")},  {"VATEX-EU-F", "E", row("PEPPOL-EN16931-P0109")},
        {"VATEX-EU-I", "E", row("PEPPOL-EN16931-P0110")},  {"VATEX-EU-J", "E", row("PEPPOL-EN16931-P0111")},
    };
    for (const Pair& pair : kPairs)
      if (equals_upper(reason.text(), pair.reason))
        report_.require(pair.rule, category(N::ID).trimmed() == pair.category, category);
  }

  const Tree& tree_;
  Element root_;
  Report& report_;
  bool german_ = false;
  std::string process_;
};

}  // namespace

void check_ubl(const Tree& tree, Report& report) { PeppolUbl(tree, report).run(); }

}  // namespace ap::rules::peppol
