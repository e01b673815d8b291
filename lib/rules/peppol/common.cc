// Identifiers with check digits (PEPPOL-COMMON-..), and what the national rules of both syntaxes ask of a document.
#include "rules/einvoice/values.h"
#include "rules/peppol/identifiers.h"
#include "rules/peppol/rows.h"

namespace ap::rules::peppol {
namespace {

using einvoice::NodeId;
using einvoice::Tree;

struct Scheme {
  std::string_view code;
  Row rule;
  bool (*valid)(std::string_view);
  bool endpoint_only = false;
};

constexpr Scheme kSchemes[] = {
    {"0088", row("PEPPOL-COMMON-R040"), is_gln},
    {"0192", row("PEPPOL-COMMON-R041"), is_norwegian_organisation},
    {"0184", row("PEPPOL-COMMON-R042"), is_danish_cvr},
    {"0208", row("PEPPOL-COMMON-R043"), is_belgian_enterprise},
    {"0201", row("PEPPOL-COMMON-R044"), is_italian_ipa},
    {"0210", row("PEPPOL-COMMON-R045"), is_italian_tax_code},
    {"9907", row("PEPPOL-COMMON-R046"), is_italian_tax_code, true},
    {"0211", row("PEPPOL-COMMON-R047"), is_italian_vat},
    {"0007", row("PEPPOL-COMMON-R049"), is_swedish_organisation},
    {"0151", row("PEPPOL-COMMON-R050"), is_australian_business},
};

void check(Element e, bool endpoint, bool ubl, Report& report) {
  if (!e.has(N::schemeID)) return;
  std::string_view scheme = e.attribute(N::schemeID);
  Normalized text(e.text());
  for (const Scheme& s : kSchemes)
    if (s.code == scheme && (endpoint || !s.endpoint_only)) report.require(s.rule, s.valid(text), e);
  if (!ubl && endpoint && scheme == "9906") report.require(row("PEPPOL-COMMON-R048"), is_italian_vat(text), e);
}

// The first two characters of the VAT number of a party, "" when it has none.
std::string vat_country_ubl(Element party) {
  std::string country;
  any_at(
      [&](Element scheme) {
        if (!any_at([](Element id) { return id.text() == "VAT"; }, scheme, N::TaxScheme, N::ID)) return false;
        country = scheme(N::CompanyID).text().substr(0, 2);
        return !country.empty();
      },
      party, N::PartyTaxScheme);
  return country;
}

// Release 3.0.19 looks for the scheme VAT, where EN 16931 writes VA.
std::string vat_country_cii(Element party) {
  std::string country;
  any_at(
      [&](Element registration) {
        if (!any_at([](Element id) { return id.attribute(N::schemeID) == "VAT"; }, registration, N::ID)) return false;
        country = registration(N::ID).text().substr(0, 2);
        return !country.empty();
      },
      party, N::SpecifiedTaxRegistration);
  return country;
}

std::string country_code(std::string_view text) { return upper_case(Normalized(text).view()); }

}  // namespace

void check_identifiers(const Tree& tree, Report& report) {
  bool ubl = is_ubl(tree.syntax());
  auto all = [&](N name, bool endpoint, N parent) {
    for (NodeId id : tree.all(name)) {
      Element e = tree.element(id);
      if (parent == N::none || e.parent().name() == parent) check(e, endpoint, ubl, report);
    }
  };
  if (ubl) {
    all(N::EndpointID, true, N::none);
    all(N::ID, false, N::PartyIdentification);
    all(N::CompanyID, false, N::none);
  } else {
    all(N::URIID, true, N::none);
    all(N::ID, false, N::none);
    all(N::GlobalID, false, N::none);
  }
}

std::string supplier_country(const Tree& tree) {
  Element root = tree.root();
  if (is_ubl(tree.syntax())) {
    std::string vat = vat_country_ubl(root(N::AccountingSupplierParty, N::Party));
    if (vat.empty()) vat = vat_country_ubl(root(N::TaxRepresentativeParty));
    if (!vat.empty()) return country_code(vat);
    Element code = root(N::AccountingSupplierParty, N::Party, N::PostalAddress, N::Country, N::IdentificationCode);
    return code ? country_code(code.text()) : "XX";
  }
  Element agreement = root(N::SupplyChainTradeTransaction, N::ApplicableHeaderTradeAgreement);
  std::string vat = vat_country_cii(agreement(N::SellerTradeParty));
  if (vat.empty()) vat = vat_country_cii(agreement(N::SellerTaxRepresentativeTradeParty));
  if (!vat.empty()) return country_code(vat);
  Element code = agreement(N::SellerTradeParty, N::PostalTradeAddress, N::CountryID);
  return code ? country_code(code.text()) : "XX";
}

std::string customer_country_ubl(const Tree& tree) {
  Element party = tree.root()(N::AccountingCustomerParty, N::Party);
  std::string vat = vat_country_ubl(party);
  if (!vat.empty()) return country_code(vat);
  Element code = party(N::PostalAddress, N::Country, N::IdentificationCode);
  return code ? country_code(code.text()) : "XX";
}

std::string_view address_country_ubl(const Tree& tree, N role) {
  return tree.root()(role, N::Party, N::PostalAddress, N::Country, N::IdentificationCode).text();
}

bool german_parties_ubl(const Tree& tree) {
  auto german = [&](N role) { return country_code(address_country_ubl(tree, role)) == "DE"; };
  return german(N::AccountingSupplierParty) && german(N::AccountingCustomerParty);
}

std::optional<Decimal> number(std::string_view text) { return Decimal::parse_xs(text); }

}  // namespace ap::rules::peppol
