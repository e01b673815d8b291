// National rules of Peppol for sellers in Italy, Greece and the Netherlands, UBL.
#include <algorithm>
#include <vector>

#include "rules/einvoice/values.h"
#include "rules/peppol/identifiers.h"
#include "rules/peppol/rows.h"

namespace ap::rules::peppol {
namespace {

using einvoice::NodeId;
using einvoice::Tree;

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    auto at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

// Company ids under the scheme VAT, normalised as the artefact does or not.
std::vector<Element> vat_ids(Element party) {
  std::vector<Element> ids;
  any_at(
      [&](Element scheme) {
        if (scheme(N::TaxScheme, N::ID).trimmed() == "VAT")
          for (Element id : scheme.children(N::CompanyID)) ids.push_back(id);
        return false;
      },
      party, N::PartyTaxScheme);
  return ids;
}

bool greek_vat(std::string_view id) { return id.starts_with("EL") && is_greek_tax_number(id.substr(2)); }

class Southern {
 public:
  Southern(const Tree& tree, Report& report) : tree_(tree), root_(tree.root()), report_(report) {}

  void run() {
    seller_ = root_(N::AccountingSupplierParty, N::Party);
    buyer_ = root_(N::AccountingCustomerParty, N::Party);
    std::string country = supplier_country(tree_);
    if (country == "IT") italy();
    if (country == "GR" || country == "EL") {
      std::string to = customer_country_ubl(tree_);
      greece(to == "GR" || to == "EL");
    }
    if (is_dutch(seller_(N::PostalAddress))) netherlands(is_dutch(buyer_(N::PostalAddress)));
  }

 private:
  template <class F>
  void for_each(N name, F f) {
    for (NodeId id : tree_.all(name)) f(tree_.element(id));
  }

  void italy() {
    for (Element scheme : seller_.children(N::PartyTaxScheme)) {
      Element id = scheme(N::TaxScheme, N::ID);
      if (id.trimmed() == "VAT") continue;
      Normalized number(scheme(N::CompanyID).text());
      bool plain = std::all_of(number.view().begin(), number.view().end(),
                               [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
      report_.require(row("IT-R-001"), plain && number.view().size() >= 11 && number.view().size() <= 16, scheme);
    }
    if (!seller_) return;
    report_.require(row("IT-R-002"), exists(seller_, N::PostalAddress, N::StreetName), seller_);
    report_.require(row("IT-R-003"), exists(seller_, N::PostalAddress, N::CityName), seller_);
    report_.require(row("IT-R-004"), exists(seller_, N::PostalAddress, N::PostalZone), seller_);
  }

  void greece(bool domestic) {
    for (Element id : root_.children(N::ID)) greek_number(id);
    bool address = address_country_ubl(tree_, N::AccountingSupplierParty) == "GR";
    if (seller_) {
      report_.require(row("GR-R-002"), !seller_(N::PartyName, N::Name).text().empty(), seller_);
      auto ids = vat_ids(seller_);
      report_.require(row("GR-S-011"), ids.size() == 1 && greek_vat(ids[0].text()), seller_);
      for (Element id : ids) report_.require(row("GR-R-003"), greek_vat(id.text()), id);
      for (Element endpoint : seller_.children(N::EndpointID))
        report_.require(row("GR-R-009"),
                        endpoint.attribute(N::schemeID) == "9933" && is_greek_tax_number(endpoint.text()), endpoint);
    }
    if (address) greek_references();
    if (!buyer_) return;
    report_.require(row("GR-R-005"), !buyer_(N::PartyName, N::Name).text().empty(), buyer_);
    if (!domestic) return;
    auto ids = vat_ids(buyer_);
    report_.require(row("GR-R-006"), ids.size() == 1 && greek_vat(ids[0].text()), buyer_);
    for (Element endpoint : buyer_.children(N::EndpointID))
      report_.require(row("GR-R-010"),
                      endpoint.attribute(N::schemeID) == "9933" && is_greek_tax_number(endpoint.text()), endpoint);
  }

  // tax number | day/month/year | number | document type | series | serial number
  void greek_number(Element id) {
    auto parts = split(id.text(), '|');
    report_.require(row("GR-R-001-1"), parts.size() == 6, id);
    parts.resize(std::max<std::size_t>(parts.size(), 6));
    auto names = [&](Element party) {
      auto ids = vat_ids(party);
      return std::any_of(ids.begin(), ids.end(),
                         [&](Element e) { return e.text().size() >= 2 && e.text().substr(2, 9) == parts[0]; });
    };
    bool known = names(seller_) || names(root_(N::TaxRepresentativeParty));
    report_.require(row("GR-R-001-2"), einvoice::trim(parts[0]).size() == 9 && is_greek_tax_number(parts[0]) && known,
                    id);
    auto day = split(parts[1], '/'), issue = split(root_(N::IssueDate).text(), '-');
    bool same_day =
        day.size() >= 3 && issue.size() >= 3 && day[0] == issue[2] && day[1] == issue[1] && day[2] == issue[0];
    report_.require(row("GR-R-001-3"), same_day, id);
    report_.require(row("GR-R-001-4"), all_digits(einvoice::trim(parts[2])), id);
    constexpr std::string_view kTypes[] = {"1.1", "1.6", "2.1", "2.4", "5.1", "5.2"};
    report_.require(row("GR-R-001-5"), std::find(std::begin(kTypes), std::end(kTypes), parts[3]) != std::end(kTypes),
                    id);
    report_.require(row("GR-R-001-6"), !parts[4].empty(), id);
    report_.require(row("GR-R-001-7"), !parts[5].empty(), id);
  }

  void greek_references() {
    std::size_t marks = 0, urls = 0;
    for (Element reference : root_.children(N::AdditionalDocumentReference)) {
      std::string_view description = reference(N::DocumentDescription).text();
      if (description == "##M.AR.K##") {
        ++marks;
        std::string_view id = reference(N::ID).text();
        report_.require(row("GR-R-004-2"), !id.empty() && id[0] >= '1' && id[0] <= '9', reference);
      }
      if (description == "##INVOICE|URL##") {
        ++urls;
        report_.require(row("GR-R-008-3"), !reference(N::Attachment, N::ExternalReference, N::URI).blank(), reference);
      }
    }
    report_.require(row("GR-R-004-1"), marks == 1, root_);
    report_.require(row("GR-S-008-1"), urls == 1, root_);
    report_.require(row("GR-R-008-2"), urls <= 1, root_);
  }

  static bool is_dutch(Element address) {
    return equals_upper(address(N::Country, N::IdentificationCode).trimmed(), "NL");
  }

  void dutch_address(Row rule, Element address) {
    if (address)
      report_.require(rule, address(N::StreetName) && address(N::CityName) && address(N::PostalZone), address);
  }
  void dutch_company(Row rule, Element party) {
    any_at(
        [&](Element id) {
          std::string_view scheme = id.attribute(N::schemeID);
          report_.require(rule, (scheme == "0106" || scheme == "0190") && !id.blank(), id);
          return false;
        },
        party, N::PartyLegalEntity, N::CompanyID);
  }

  void netherlands(bool domestic) {
    bool credit = tree_.syntax() == einvoice::Syntax::ubl_credit_note;
    if (Element type = root_(N::CreditNoteTypeCode))
      report_.require(row("NL-R-001"), exists(root_, N::BillingReference, N::InvoiceDocumentReference, N::ID), type);
    dutch_address(row("NL-R-002"), seller_(N::PostalAddress));
    dutch_company(row("NL-R-003"), seller_);
    Element representative = root_(N::TaxRepresentativeParty, N::PostalAddress);
    if (is_dutch(representative)) dutch_address(row("NL-R-006"), representative);
    for_each(N::LegalMonetaryTotal, [&](Element totals) {
      report_.check(row("NL-R-007"), totals, [&] {
        auto payable = value(totals(N::PayableAmount));
        bool to_buyer = payable && (credit ? *payable >= Decimal(0) : *payable <= Decimal(0));
        return to_buyer || !tree_.all(N::PaymentMeans).empty();
      });
    });
    for_each(N::OrderLineReference, [&](Element e) {
      if (e(N::LineID)) report_.require(row("NL-R-009"), exists(root_, N::OrderReference, N::ID), e);
    });
    if (!domestic) return;
    dutch_address(row("NL-R-004"), buyer_(N::PostalAddress));
    dutch_company(row("NL-R-005"), buyer_);
    for_each(N::PaymentMeans, [&](Element means) {
      std::string_view code = means(N::PaymentMeansCode).trimmed();
      constexpr std::string_view kCodes[] = {"30", "48", "49", "57", "58", "59"};
      report_.require(row("NL-R-008"), std::find(std::begin(kCodes), std::end(kCodes), code) != std::end(kCodes),
                      means);
    });
  }

  const Tree& tree_;
  Element root_, seller_, buyer_;
  Report& report_;
};

}  // namespace

void check_southern_ubl(const Tree& tree, Report& report) { Southern(tree, report).run(); }

}  // namespace ap::rules::peppol
