#include <set>
#include <vector>

#include "rules/einvoice/path_rules.h"
#include "rules/einvoice/values.h"
#include "rules/en16931/table.h"
#include "rules/en16931/ubl.h"

namespace ap::rules::en16931 {
namespace {

using einvoice::NodeId;
using einvoice::Tree;

#include "rules/en16931/ubl_syntax.inc"

consteval Row row(std::string_view id) { return row_of(kRows, id); }

// The rules whose condition is more than a path.
class UblSyntax {
 public:
  UblSyntax(const Tree& tree, Report& report) : tree_(tree), root_(tree.root()), report_(report) {}

  void run() {
    document();
    tax_schemes();
    for_each(N::PayeeParty, [&](Element e) { payee(e); });
    for_each(N::AdditionalDocumentReference, [&](Element e) { reference(e); });
    for_each(N::BillingReference,
             [&](Element e) { report_.require(row("UBL-SR-07"), exists(e, N::InvoiceDocumentReference, N::ID), e); });
    for_each(N::PartyTaxScheme, [&](Element e) {
      report_.require(row("UBL-SR-53"), exists(e, N::TaxScheme, N::ID) && e(N::CompanyID), e);
    });
    for (N name : {N::PostalAddress, N::Address})
      for_each(name, [&](Element e) { report_.require(row("UBL-SR-51"), e.count(N::AddressLine) <= 1, e); });
    for_each(N::AllowanceCharge, [&](Element e) {
      if (e.count(N::AllowanceChargeReason) <= 1) return;
      if (is_false(e(N::ChargeIndicator))) report_.fire(row("UBL-SR-30"), e);
      if (is_true(e(N::ChargeIndicator))) report_.fire(row("UBL-SR-31"), e);
    });
    by_suffix();
    names();
  }

 private:
  template <class F>
  void for_each(N name, F f) {
    for (NodeId id : tree_.all(name)) f(tree_.element(id));
  }

  void document() {
    std::size_t references = 0, names = 0, sepa = 0;
    for (Element e : root_.children(N::AdditionalDocumentReference))
      if (e(N::DocumentTypeCode).text() == "130") references += e.count(N::ID);
    for (Element means : root_.children(N::PaymentMeans))
      for (Element code : means.children(N::PaymentMeansCode)) names += code.has(N::name);
    for_each(N::ID, [&](Element e) {
      if (e.parent().name() == N::PartyIdentification && equals_upper(e.attribute(N::schemeID), "SEPA")) ++sepa;
    });
    report_.require(row("UBL-SR-04"), references <= 1, root_);
    report_.require(row("UBL-SR-29"), sepa <= 1, root_);
    report_.require(row("UBL-SR-44"), distinct(N::PaymentID) <= 1, root_);
    report_.require(row("UBL-SR-46"), names <= 1, root_);
    report_.require(row("UBL-SR-47"), distinct(N::PaymentMeansCode) <= 1, root_);
    Element version = root_(N::UBLVersionID);
    report_.require(row("UBL-CR-002"), !version || version.text() == "2.1", version);
    if (tree_.syntax() == einvoice::Syntax::ubl_invoice)
      any_at([&](Element e) { return report_.fire(row("UBL-CR-412"), e), false; }, root_, N::PaymentMeans,
             N::PaymentDueDate);
  }

  std::size_t distinct(N name) const {
    std::set<std::string_view> values;
    for (NodeId id : tree_.all(name)) values.insert(tree_.element(id).text());
    return values.size();
  }

  // Company ids under the scheme VAT, and under any other that is named.
  struct Ids {
    std::size_t vat = 0, other = 0;
  };
  Ids ids_of(N role) const {
    Ids ids;
    any_at(
        [&](Element scheme) {
          Element id = scheme(N::TaxScheme, N::ID);
          if (id) (equals_upper(id.text(), "VAT") ? ids.vat : ids.other) += scheme.count(N::CompanyID);
          return false;
        },
        root_, role, N::Party, N::PartyTaxScheme);
    return ids;
  }

  void tax_schemes() {
    Ids seller = ids_of(N::AccountingSupplierParty), buyer = ids_of(N::AccountingCustomerParty);
    report_.require(row("UBL-SR-12"), seller.vat <= 1, root_);
    report_.require(row("UBL-SR-13"), seller.other <= 1, root_);
    report_.require(row("UBL-SR-18"), buyer.vat <= 1, root_);
  }

  void payee(Element payee) {
    // The payee's name must exist and differ from the seller's: a general comparison, so one pair that differs is
    // enough.
    bool differs = any_at(
        [&](Element name) {
          return any_at([&](Element seller) { return seller.text() != name.text(); }, payee.parent(),
                        N::AccountingSupplierParty, N::Party, N::PartyLegalEntity, N::RegistrationName);
        },
        payee, N::PartyName, N::Name);
    std::size_t ids = 0;
    any_at([&](Element id) { return ids += id.has(N::schemeID) && id.attribute(N::schemeID) != "SEPA" ? 1 : 0, false; },
           payee, N::PartyIdentification, N::ID);
    report_.require(row("UBL-SR-19"), count_at(payee, N::PartyName, N::Name) <= 1 && differs, payee);
    report_.require(row("UBL-SR-20"), ids <= 1 && differs, payee);
    report_.require(row("UBL-SR-21"), count_at(payee, N::PartyLegalEntity, N::CompanyID) <= 1 && differs, payee);
  }

  void reference(Element e) {
    Element type = e(N::DocumentTypeCode);
    bool credit_note = tree_.syntax() == einvoice::Syntax::ubl_credit_note;
    bool holds = type.text() == "130" || (credit_note && type.text() == "50") || (!type && !e(N::ID).has(N::schemeID));
    report_.require(row("UBL-SR-43"), holds, e);
    if (type.text() != "130") {
      for (Element id : e.children(N::ID))
        if (id.has(N::schemeID)) report_.fire_attribute(row("UBL-CR-665"), id, N::schemeID);
      return;
    }
    if (Element attachment = e(N::Attachment)) report_.fire(row("UBL-CR-666"), attachment);
    if (Element description = e(N::DocumentDescription)) report_.fire(row("UBL-CR-673"), description);
  }

  bool below_price_allowance(Element e) const {
    for (e = e.parent(); e; e = e.parent())
      if (e.name() == N::AllowanceCharge && e.parent().name() == N::Price) return true;
    return false;
  }

  // Rules on every element whose name ends in a certain way, one look per distinct name.
  void by_suffix() {
    std::vector<std::uint8_t> kinds;
    for (NodeId id = 0; id < tree_.size(); ++id) {
      auto name = static_cast<std::size_t>(tree_.node(id).name);
      if (name >= kinds.size()) kinds.resize(name + 64, 0xFF);
      std::uint8_t& kind = kinds[name];
      if (kind == 0xFF) kind = kind_of(tree_.name(static_cast<N>(name)));
      if (kind == 0) continue;
      Element e = tree_.element(id);
      if (kind == 1 && !decimals_at_most(e, 2) && !below_price_allowance(e)) report_.fire(row("UBL-DT-01"), e);
      if (kind == 2) {
        report_.require(row("UBL-DT-06"), e.has(N::mimeCode), e);
        report_.require(row("UBL-DT-07"), e.has(N::filename), e);
      }
    }
  }
  static std::uint8_t kind_of(std::string_view name) {
    if (name.ends_with("Amount") && !name.ends_with("PriceAmount")) return 1;
    return name.ends_with("BinaryObject") ? 2 : 0;
  }

  void names() {
    bool any = false;
    for (const einvoice::Attribute& a : tree_.all_attributes())
      any |= a.name == N::name && a.space == einvoice::Space::none;
    if (!any) return;
    for (NodeId id = 0; id < tree_.size(); ++id)
      if (tree_.node(id).name != N::PaymentMeansCode && tree_.element(id).has(N::name))
        report_.fire_attribute(row("UBL-DT-18"), tree_.element(id), N::name);
  }

  const Tree& tree_;
  Element root_;
  Report& report_;
};

}  // namespace

std::span<const RuleInfo> ubl_syntax_table() { return kRows; }

void check_ubl_syntax(const Tree& tree, Report& report) {
  static const PathRules paths(kPathRules);
  paths.evaluate(tree, report);
  UblSyntax(tree, report).run();
}

}  // namespace ap::rules::en16931
