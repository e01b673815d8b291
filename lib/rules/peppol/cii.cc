#include "rules/einvoice/code_lists.h"
#include "rules/einvoice/values.h"
#include "rules/peppol/rows.h"

namespace ap::rules::peppol {
namespace {

using einvoice::NodeId;
using einvoice::Tree;

constexpr std::string_view kProfile = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
constexpr std::string_view kProcess = "urn:fdc:peppol.eu:2017:poacc:billing:";

class PeppolCii {
 public:
  PeppolCii(const Tree& tree, Report& report) : tree_(tree), root_(tree.root()), report_(report) {}

  void run() {
    context();
    for_each(N::ApplicableHeaderTradeAgreement, [&](Element e) { agreement(e); });
    for_each(N::ExchangedDocument, [&](Element e) {
      bool subject = any_at([](Element) { return true; }, e, N::IncludedNote, N::SubjectCode);
      report_.require(row("PEPPOL-EN16931-R002"), e.count(N::IncludedNote) <= 1 && !subject, e);
    });
    for_each(N::IncludedSupplyChainTradeLineItem, [&](Element e) {
      report_.require(row("PEPPOL-EN16931-R100"), references(e(N::SpecifiedLineTradeSettlement), "130") <= 1, e);
    });
    codes();
  }

 private:
  template <class F>
  void for_each(N name, F f) {
    for (NodeId id : tree_.all(name)) f(tree_.element(id));
  }

  static std::size_t references(Element holder, std::string_view type) {
    std::size_t n = 0;
    for (Element e : holder.children(N::AdditionalReferencedDocument)) n += e(N::TypeCode).text() == type;
    return n;
  }

  void context() {
    Element id = root_(N::ExchangedDocumentContext, N::BusinessProcessSpecifiedDocumentContextParameter, N::ID);
    Normalized process(id.text());
    auto at = process.view().find(kProcess);
    if (at != std::string_view::npos) {
      std::string_view rest = process.view().substr(at + kProcess.size());
      if (rest.size() >= 6 && all_digits(rest.substr(0, 2)) && rest.substr(2, 2) == ":1" && rest[5] == '0')
        process_ = rest.substr(0, 2);
    }
    for_each(N::ExchangedDocumentContext, [&](Element e) {
      report_.require(row("PEPPOL-EN16931-R007"), !process_.empty(), e);
      report_.require(row("PEPPOL-EN16931-R004"),
                      e(N::GuidelineSpecifiedDocumentContextParameter, N::ID).trimmed().starts_with(kProfile), e);
    });
  }

  void agreement(Element e) {
    report_.require(row("PEPPOL-EN16931-R003"),
                    e(N::BuyerReference) || exists(e, N::BuyerOrderReferencedDocument, N::IssuerAssignedID), e);
    report_.require(row("PEPPOL-EN16931-R006"), references(e, "130") <= 1, e);
    report_.require(row("PEPPOL-EN16931-R080"), references(e, "50") <= 1, e);
  }

  void codes() {
    for_each(N::AttachmentBinaryObject, [&](Element e) {
      if (e.has(N::mimeCode))
        report_.require(row("PEPPOL-EN16931-CL001"), contains(CodeList::mime, e.attribute(N::mimeCode)), e);
    });
    for_each(N::ReasonCode, [&](Element e) {
      if (e.parent().name() != N::SpecifiedTradeAllowanceCharge) return;
      std::string_view indicator = e.parent()(N::ChargeIndicator, N::Indicator).trimmed();
      if (indicator == "false")
        report_.require(row("PEPPOL-EN16931-CL002"), contains_trimmed(CodeList::peppol_allowance_reasons, e.text()), e);
      if (indicator == "true")
        report_.require(row("PEPPOL-EN16931-CL003"), contains_trimmed(CodeList::peppol_charge_reasons, e.text()), e);
    });
    for_each(N::TaxTotalAmount, [&](Element e) {
      if (e.has(N::currencyID))
        report_.require(row("PEPPOL-EN16931-CL007"), contains(CodeList::peppol_currencies, e.attribute(N::currencyID)),
                        e);
    });
    for_each(N::TypeCode, [&](Element e) {
      if (e.parent().name() != N::ExchangedDocument || process_ != "01") return;
      bool known = contains_trimmed(CodeList::peppol_invoice_types, e.text()) ||
                   contains_trimmed(CodeList::peppol_credit_note_types, e.text()) || e.trimmed() == "384";
      report_.require(row("PEPPOL-EN16931-P0100"), known, e);
    });
    for_each(N::DateTimeString, [&](Element e) {
      std::string_view day = e.text();
      bool fits = einvoice::trim(e.attribute(N::format)) == "102" && day.size() == 8 && day.starts_with("20") &&
                  all_digits(day);
      report_.require(row("PEPPOL-EN16931-F001"), fits, e);
    });
    for_each(N::URIID, [&](Element e) {
      Element communication = e.parent();
      N party = communication.parent().name();
      if (communication.name() != N::URIUniversalCommunication ||
          (party != N::BuyerTradeParty && party != N::SellerTradeParty))
        return;
      report_.require(row("PEPPOL-EN16931-CL008"), contains(CodeList::peppol_eas, e.attribute(N::schemeID)), e);
    });
  }

  const Tree& tree_;
  Element root_;
  Report& report_;
  std::string process_;
};

}  // namespace

void check_cii(const Tree& tree, Report& report) { PeppolCii(tree, report).run(); }

}  // namespace ap::rules::peppol
