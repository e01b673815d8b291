// National rules of Peppol for sellers in Norway, Denmark, Sweden and Iceland, UBL.
#include <algorithm>

#include "rules/einvoice/values.h"
#include "rules/peppol/identifiers.h"
#include "rules/peppol/rows.h"

namespace ap::rules::peppol {
namespace {

using einvoice::NodeId;
using einvoice::Tree;

// A scheme whose id is exactly this, after normalising where the artefact does.
Element scheme_of(Element party, std::string_view id, bool trimmed) {
  Element found;
  any_at(
      [&](Element scheme) {
        bool same =
            any_at([&](Element e) { return (trimmed ? e.trimmed() : e.text()) == id; }, scheme, N::TaxScheme, N::ID);
        if (same && !found) found = scheme;
        return same;
      },
      party, N::PartyTaxScheme);
  return found;
}

class Nordic {
 public:
  Nordic(const Tree& tree, Report& report) : tree_(tree), root_(tree.root()), report_(report) {}

  void run() {
    seller_ = root_(N::AccountingSupplierParty, N::Party);
    buyer_ = root_(N::AccountingCustomerParty, N::Party);
    std::string_view from = address_country_ubl(tree_, N::AccountingSupplierParty),
                     to = address_country_ubl(tree_, N::AccountingCustomerParty);
    if (supplier_country(tree_) == "NO")
      for_each(N::Party, [&](Element p) {
        if (p.parent().name() == N::AccountingSupplierParty) norway(p);
      });
    if (from == "DK") denmark(to == "DK");
    if (from == "SE") sweden(to == "SE");
    if (from == "IS") iceland(to == "IS");
  }

 private:
  template <class F>
  void for_each(N name, F f) {
    for (NodeId id : tree_.all(name)) f(tree_.element(id));
  }

  void norway(Element party) {
    Element tax = scheme_of(party, "TAX", true), vat = scheme_of(party, "VAT", true);
    report_.require(row("NO-R-002"), Normalized(tax(N::CompanyID).text()).view() == "Foretaksregisteret", party);
    std::string_view id = vat(N::CompanyID).text();
    if (!id.starts_with("NO")) return;
    bool valid = id.size() == 14 && id.ends_with("MVA") && is_norwegian_organisation(id.substr(2, 9));
    report_.require(row("NO-R-001"), valid, party);
  }

  void denmark(bool domestic) {
    Element company = seller_(N::PartyLegalEntity, N::CompanyID);
    report_.require(row("DK-R-002"), !company.blank(), root_);
    report_.require(row("DK-R-014"), !company || einvoice::trim(company.attribute(N::schemeID)) == "0184", root_);
    if (!domestic) return;
    if (tree_.syntax() == einvoice::Syntax::ubl_credit_note) {
      auto payable = number(root_(N::LegalMonetaryTotal, N::PayableAmount).text());
      report_.require(row("DK-R-016"), !payable || !payable->is_negative(), root_);
    }
    for (Element party : {seller_, buyer_})
      for (Element e : party.children(N::PartyIdentification))
        report_.require(row("DK-R-013"), !e(N::ID) || !einvoice::trim(e(N::ID).attribute(N::schemeID)).empty(), e);
    if (tree_.syntax() == einvoice::Syntax::ubl_invoice)
      for (Element means : root_.children(N::PaymentMeans)) danish_payment(means);
    for (N name : {N::InvoiceLine, N::CreditNoteLine})
      for (Element line : root_.children(name)) danish_item(line);
    for_each(N::AllowanceCharge, [&](Element a) { danish_tax(a); });
  }

  void danish_payment(Element means) {
    std::string_view code = means(N::PaymentMeansCode).text(), reference = means(N::PaymentID).text();
    Element account = means(N::PayeeFinancialAccount);
    constexpr std::string_view kCodes[] = {"1", "10", "31", "42", "48", "49", "50", "58", "59", "93", "97"};
    report_.require(row("DK-R-005"), std::find(std::begin(kCodes), std::end(kCodes), code) != std::end(kCodes), means);
    bool transfer = code == "31" || code == "42";
    report_.require(row("DK-R-006"),
                    !transfer || (!account(N::ID).blank() && !account(N::FinancialInstitutionBranch, N::ID).blank()),
                    means);
    Element mandate = means(N::PaymentMandate);
    report_.require(row("DK-R-007"),
                    code != "49" || (!mandate(N::ID).blank() && !mandate(N::PayerFinancialAccount, N::ID).blank()),
                    means);
    auto begins = [&](auto... prefixes) { return (reference.starts_with(prefixes) || ...); };
    std::size_t length = account(N::ID).text().size();
    report_.require(row("DK-R-008"), code != "50" || (begins("01#", "04#", "15#") && length == 7), means);
    report_.require(row("DK-R-009"), code != "50" || !begins("04#", "15#") || reference.size() == 19, means);
    report_.require(row("DK-R-010"), code != "93" || (begins("71#", "73#", "75#") && length == 8), means);
    report_.require(row("DK-R-011"),
                    code != "93" || !begins("71#", "75#") || reference.size() == 18 || reference.size() == 19, means);
  }

  void danish_item(Element line) {
    auto has = [&](N attribute, std::string_view value) {
      return any_at([&](Element code) { return code.attribute(attribute) == value; }, line, N::Item,
                    N::CommodityClassification, N::ItemClassificationCode);
    };
    bool current = has(N::listVersionID, "19.05.01") || has(N::listVersionID, "19.0501");
    report_.require(row("DK-R-003"), !has(N::listID, "TST") || current, line);
  }

  void danish_tax(Element a) {
    if (a(N::AllowanceChargeReasonCode).text() != "ZZZ") return;
    std::string_view reason = a(N::AllowanceChargeReason).text();
    auto category = number(reason);
    bool four_digits =
        Normalized(reason).view().size() == 4 && category && !category->is_negative() && *category <= Decimal(9999);
    bool named = reason.find('#') != std::string_view::npos && !reason.starts_with('#') && !reason.ends_with('#');
    report_.require(row("DK-R-004"), four_digits || named, a);
  }

  void sweden(bool domestic) {
    Element vat = scheme_of(seller_, "VAT", false)(N::CompanyID);
    bool swedish_vat = vat.text().starts_with("SE");
    if (swedish_vat) {
      report_.require(row("SE-R-001"), Normalized(vat.text()).view().size() == 14, seller_);
      report_.require(row("SE-R-002"), number(vat.text().substr(2, 12)).has_value(), seller_);
      for (N name : {N::TaxCategory, N::ClassifiedTaxCategory}) for_each(name, [&](Element e) { swedish_rate(e); });
    }
    for (Element entity : seller_.children(N::PartyLegalEntity)) {
      Element company = entity(N::CompanyID);
      if (!company) continue;
      report_.require(row("SE-R-003"), number(company.text()).has_value(), entity);
      report_.require(row("SE-R-004"), Normalized(company.text()).view().size() == 10, entity);
      report_.require(row("SE-R-013"), has_swedish_check_digit(Normalized(company.text())), entity);
    }
    if (exists(seller_, N::PartyLegalEntity, N::CompanyID)) {
      for (Element scheme : seller_.children(N::PartyTaxScheme)) {
        Element id = scheme(N::TaxScheme, N::ID);
        if (id && !equals_upper(Normalized(id.text()), "VAT"))
          for (Element company : scheme.children(N::CompanyID))
            report_.require(row("SE-R-005"), is_f_tax(company.text()), company);
      }
    }
    for_each(N::PaymentMeans, [&](Element means) { swedish_payment(means, domestic); });
  }

  // "Godkänd för F-skatt" in any case; the two letters beyond ASCII have two forms.
  static bool is_f_tax(std::string_view text) {
    std::string words = upper_case(Normalized(text).view());
    for (auto [small, large] : {std::pair("\xC3\xA4", "\xC3\x84"), std::pair("\xC3\xB6", "\xC3\x96")})
      for (auto at = words.find(small); at != std::string::npos; at = words.find(small)) words.replace(at, 2, large);
    return words == "GODK\xC3\x84ND F\xC3\x96R F-SKATT";
  }

  void swedish_rate(Element category) {
    if (category(N::ID).text() != "S") return;
    auto rate = number(category(N::Percent).text());
    report_.require(row("SE-R-006"), rate && (*rate == Decimal(25) || *rate == Decimal(12) || *rate == Decimal(6)),
                    category);
  }

  void swedish_payment(Element means, bool domestic) {
    std::string_view code = means(N::PaymentMeansCode).text();
    if (code == "50" || code == "56") report_.fire(row("SE-R-011"), means);
    if (code == "31" && domestic) report_.fire(row("SE-R-012"), means);
    if (einvoice::trim(code) != "30") return;
    Element account = means(N::PayeeFinancialAccount);
    std::string_view branch = account(N::FinancialInstitutionBranch, N::ID).trimmed();
    Normalized id(account(N::ID).text());
    if (!account(N::ID)) return;
    std::size_t length = id.view().size();
    if (branch == "SE:PLUSGIRO") {
      report_.require(row("SE-R-007"), number(id).has_value(), account);
      report_.require(row("SE-R-010"), length >= 2 && length <= 8, account);
    } else if (branch == "SE:BANKGIRO") {
      report_.require(row("SE-R-008"), number(id).has_value(), account);
      report_.require(row("SE-R-009"), length == 7 || length == 8, account);
    }
  }

  void iceland(bool domestic) {
    std::string_view type = root_(N::InvoiceTypeCode).trimmed(), credit = root_(N::CreditNoteTypeCode).trimmed();
    report_.require(row("IS-R-001"), type == "380" || type == "381" || credit == "380" || credit == "381", root_);
    auto legal = [](Element party) {
      return any_at([](Element id) { return id.attribute(N::schemeID) == "0196"; }, party, N::PartyLegalEntity,
                    N::CompanyID);
    };
    auto street = [](Element party) {
      return exists(party, N::PostalAddress, N::StreetName) && exists(party, N::PostalAddress, N::PostalZone);
    };
    report_.require(row("IS-R-002"), legal(seller_), root_);
    report_.require(row("IS-R-003"), street(seller_), root_);
    for (auto [code, rule] :
         {std::pair(std::string_view("9"), row("IS-R-006")), std::pair(std::string_view("42"), row("IS-R-007"))}) {
      for (Element means : root_.children(N::PaymentMeans)) {
        if (means(N::PaymentMeansCode).text() != code) continue;
        Element id = means(N::PayeeFinancialAccount, N::ID);
        report_.require(rule, id && Normalized(id.text()).view().size() == 12, root_);
      }
    }
    for (Element reference : root_.children(N::AdditionalDocumentReference)) {
      if (reference(N::DocumentDescription).text() != "EINDAGI") continue;
      std::string_view id = reference(N::ID).text();
      report_.require(row("IS-R-008"), id.size() == 10 && Date::parse(id), root_);
      report_.require(row("IS-R-009"), bool(root_(N::DueDate)), root_);
      report_.require(row("IS-R-010"), root_(N::DueDate) && root_(N::DueDate).text() <= id, root_);
    }
    if (!domestic) return;
    report_.require(row("IS-R-004"), legal(buyer_), root_(N::AccountingCustomerParty));
    report_.require(row("IS-R-005"), street(buyer_), root_(N::AccountingCustomerParty));
  }

  const Tree& tree_;
  Element root_, seller_, buyer_;
  Report& report_;
};

}  // namespace

void check_nordic_ubl(const Tree& tree, Report& report) { Nordic(tree, report).run(); }

}  // namespace ap::rules::peppol
