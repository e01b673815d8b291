// National rules of Peppol for sellers in Norway, Denmark, Italy, Sweden and the Netherlands, CII.
#include <algorithm>

#include "rules/einvoice/values.h"
#include "rules/peppol/identifiers.h"
#include "rules/peppol/rows.h"

namespace ap::rules::peppol {
namespace {

using einvoice::NodeId;
using einvoice::Tree;

class National {
 public:
  National(const Tree& tree, Report& report) : tree_(tree), root_(tree.root()), report_(report) {}

  void run() {
    transaction_ = root_(N::SupplyChainTradeTransaction);
    agreement_ = transaction_(N::ApplicableHeaderTradeAgreement);
    settlement_ = transaction_(N::ApplicableHeaderTradeSettlement);
    seller_ = agreement_(N::SellerTradeParty);
    buyer_ = agreement_(N::BuyerTradeParty);
    std::string country = supplier_country(tree_);
    if (country == "NO" && seller_) norway();
    if (country == "IT" && seller_) italy();
    Element from = seller_(N::PostalTradeAddress, N::CountryID), to = buyer_(N::PostalTradeAddress, N::CountryID);
    if (from.text() == "DK") denmark(to.text() == "DK");
    if (from.text() == "SE") sweden(to.text() == "SE");
    if (equals_upper(from.trimmed(), "NL")) netherlands(equals_upper(to.trimmed(), "NL"));
  }

 private:
  // The first registration with an id under the scheme.
  static Element registration(Element party, std::string_view scheme) {
    Element found;
    any_at([&](Element id) { return id.attribute(N::schemeID) == scheme ? (found = id, true) : false; }, party,
           N::SpecifiedTaxRegistration, N::ID);
    return found;
  }

  void norway() {
    bool registered = any_at(
        [](Element id) {
          return id.attribute(N::schemeID) == "FC" && Normalized(id.text()).view() == "Foretaksregisteret";
        },
        seller_, N::SpecifiedTaxRegistration, N::ID);
    report_.require(row("NO-R-002"), registered, seller_);
    std::string_view id = registration(seller_, "VAT").text();
    if (!id.starts_with("NO")) return;
    report_.require(row("NO-R-001"),
                    id.size() == 14 && id.ends_with("MVA") && is_norwegian_organisation(id.substr(2, 9)), seller_);
  }

  void italy() {
    for (Element e : seller_.children(N::SpecifiedTaxRegistration)) {
      Element id = e(N::ID);
      std::string_view scheme = einvoice::trim(id.attribute(N::schemeID));
      if (id.has(N::schemeID) && scheme != "FC") continue;
      std::string_view code = scheme == "FC" ? id.trimmed() : std::string_view();
      bool plain = std::all_of(code.begin(), code.end(),
                               [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
      report_.require(row("IT-R-001"), plain && code.size() >= 11 && code.size() <= 16, e);
    }
    report_.require(row("IT-R-002"), exists(seller_, N::PostalTradeAddress, N::LineOne), seller_);
    report_.require(row("IT-R-003"), exists(seller_, N::PostalTradeAddress, N::CityName), seller_);
    report_.require(row("IT-R-004"), exists(seller_, N::PostalTradeAddress, N::PostcodeCode), seller_);
  }

  void denmark(bool domestic) {
    Element company = seller_(N::SpecifiedLegalOrganization, N::ID);
    report_.require(row("DK-R-002"), !company.blank(), root_);
    report_.require(row("DK-R-014"), !company || einvoice::trim(company.attribute(N::schemeID)) == "0184", root_);
    if (!domestic) return;
    danish_tax();
    for (Element party : {seller_, buyer_})
      if (Element id = party(N::GlobalID))
        report_.require(row("DK-R-013"), !einvoice::trim(id.attribute(N::schemeID)).empty(), id);
    if (root_(N::ExchangedDocument, N::TypeCode).trimmed() == "381") {
      auto payable =
          number(settlement_(N::SpecifiedTradeSettlementHeaderMonetarySummation, N::DuePayableAmount).text());
      report_.require(row("DK-R-016"), !payable || !payable->is_negative(), root_);
    }
    for (Element means : settlement_.children(N::SpecifiedTradeSettlementPaymentMeans)) danish_payment(means);
    for (Element line : transaction_.children(N::IncludedSupplyChainTradeLineItem)) {
      auto has = [&](N attribute, std::string_view value) {
        return any_at([&](Element code) { return code.attribute(attribute) == value; }, line, N::SpecifiedTradeProduct,
                      N::DesignatedProductClassification, N::ClassCode);
      };
      bool current = has(N::listVersionID, "19.05.01") || has(N::listVersionID, "19.0501");
      report_.require(row("DK-R-003"), !has(N::listID, "TST") || current, line);
    }
  }

  void danish_tax() {
    bool used = any_at([](Element code) { return code.text() == "ZZZ"; }, settlement_, N::SpecifiedTradeAllowanceCharge,
                       N::ReasonCode);
    if (!used) return;
    Element first;
    any_at([&](Element e) { return first = e, true; }, settlement_, N::SpecifiedTradeAllowanceCharge, N::Reason);
    std::string_view reason = first.text();
    auto category = number(reason);
    bool four_digits = Normalized(reason).view().size() == 4 && category && !category->is_negative();
    bool named = reason.find('#') != std::string_view::npos && !reason.starts_with('#') && !reason.ends_with('#');
    report_.require(row("DK-R-004"), four_digits || named, root_);
  }

  void danish_payment(Element means) {
    std::string_view code = means(N::TypeCode).text(), reference = settlement_(N::PaymentReference).text();
    Element account = means(N::PayeePartyCreditorFinancialAccount, N::IBANID);
    constexpr std::string_view kCodes[] = {"1", "10", "31", "42", "48", "49", "50", "58", "59", "93", "97"};
    report_.require(row("DK-R-005"), std::find(std::begin(kCodes), std::end(kCodes), code) != std::end(kCodes), means);
    bool bank = !account.blank() && !means(N::PayeeSpecifiedCreditorFinancialInstitution, N::BICID).blank();
    report_.require(row("DK-R-006"), (code != "31" && code != "42") || bank, means);
    bool mandate = !settlement_(N::CreditorReferenceID).blank() &&
                   !means(N::SpecifiedTradePaymentTerms, N::DirectDebitMandateID).blank();
    report_.require(row("DK-R-007"), code != "49" || mandate, means);
    auto begins = [&](auto... prefixes) { return (reference.starts_with(prefixes) || ...); };
    report_.require(row("DK-R-008"), code != "50" || (begins("01#", "04#", "15#") && account.text().size() == 7),
                    means);
    report_.require(row("DK-R-009"), code != "50" || !begins("04#", "15#") || reference.size() == 19, means);
    report_.require(row("DK-R-010"), code != "93" || (begins("71#", "73#", "75#") && account.text().size() == 8),
                    means);
    report_.require(row("DK-R-011"),
                    code != "93" || !begins("71#", "75#") || reference.size() == 18 || reference.size() == 19, means);
  }

  void sweden(bool domestic) {
    Element vat = registration(seller_, "VAT");
    if (vat.text().starts_with("SE")) {
      report_.require(row("SE-R-001"), Normalized(vat.text()).view().size() == 14, seller_);
      report_.require(row("SE-R-002"), number(vat.text().substr(2, 12)).has_value(), seller_);
      for (N name : {N::ApplicableTradeTax, N::CategoryTradeTax})
        for (NodeId id : tree_.all(name)) {
          auto rate = number(tree_.element(id)(N::RateApplicablePercent).text());
          bool standard = rate && (*rate == Decimal(25) || *rate == Decimal(12) || *rate == Decimal(6));
          report_.require(row("SE-R-006"), standard, tree_.element(id));
        }
    }
    Element company = seller_(N::SpecifiedLegalOrganization, N::ID);
    if (company) {
      report_.require(row("SE-R-003"), number(company.text()).has_value(), company);
      report_.require(row("SE-R-004"), Normalized(company.text()).view().size() == 10, company);
      report_.require(row("SE-R-013"), has_swedish_check_digit(Normalized(company.text())), company);
      any_at(
          [&](Element id) {
            if (id.attribute(N::schemeID) == "FC") report_.require(row("SE-R-005"), is_f_tax(id.text()), id);
            return false;
          },
          seller_, N::SpecifiedTaxRegistration, N::ID);
    }
    for (Element means : settlement_.children(N::SpecifiedTradeSettlementPaymentMeans))
      swedish_payment(means, domestic);
  }

  static bool is_f_tax(std::string_view text) {
    std::string words = upper_case(Normalized(text).view());
    for (auto [small, large] : {std::pair("\xC3\xA4", "\xC3\x84"), std::pair("\xC3\xB6", "\xC3\x96")})
      for (auto at = words.find(small); at != std::string::npos; at = words.find(small)) words.replace(at, 2, large);
    return words == "GODK\xC3\x84ND F\xC3\x96R F-SKATT";
  }

  void swedish_payment(Element means, bool domestic) {
    std::string_view code = means(N::TypeCode).trimmed();
    if (code == "50" || code == "56") report_.fire(row("SE-R-011"), means);
    if (code == "31" && domestic) report_.fire(row("SE-R-012"), means);
    Element account = means(N::PayeePartyCreditorFinancialAccount, N::ProprietaryID);
    if (code != "30" || !account) return;
    std::string_view bank = means(N::PayeeSpecifiedCreditorFinancialInstitution, N::BICID).trimmed();
    Normalized id(account.text());
    std::size_t length = id.view().size();
    if (bank == "SE:PLUSGIRO") {
      report_.require(row("SE-R-007"), number(id).has_value(), account);
      report_.require(row("SE-R-010"), length >= 2 && length <= 8, account);
    } else if (bank == "SE:BANKGIRO") {
      report_.require(row("SE-R-008"), number(id).has_value(), account);
      report_.require(row("SE-R-009"), length == 7 || length == 8, account);
    }
  }

  void dutch_address(Row rule, Element address) {
    if (address)
      report_.require(rule, address(N::LineOne) && address(N::CityName) && address(N::PostcodeCode), address);
  }
  void dutch_company(Row rule, Element party) {
    Element id = party(N::SpecifiedLegalOrganization, N::ID);
    std::string_view scheme = id.attribute(N::schemeID);
    if (id) report_.require(rule, (scheme == "0106" || scheme == "0190") && !id.blank(), id);
  }

  void netherlands(bool domestic) {
    Element type = root_(N::ExchangedDocument, N::TypeCode);
    constexpr std::string_view kCredit[] = {"81", "83", "381", "396", "532"};
    if (std::find(std::begin(kCredit), std::end(kCredit), type.trimmed()) != std::end(kCredit))
      report_.require(row("NL-R-001"), exists(settlement_, N::InvoiceReferencedDocument, N::IssuerAssignedID), type);
    dutch_address(row("NL-R-002"), seller_(N::PostalTradeAddress));
    dutch_company(row("NL-R-003"), seller_);
    Element representative = agreement_(N::SellerTaxRepresentativeTradeParty, N::PostalTradeAddress);
    if (equals_upper(representative(N::CountryID).trimmed(), "NL")) dutch_address(row("NL-R-006"), representative);
    if (Element totals = settlement_(N::SpecifiedTradeSettlementHeaderMonetarySummation)) {
      report_.check(row("NL-R-007"), totals, [&] {
        auto payable = value(totals(N::DuePayableAmount));
        bool credit = type.trimmed() == "381";
        bool to_buyer = payable && (credit ? *payable >= Decimal(0) : *payable <= Decimal(0));
        return to_buyer || settlement_(N::SpecifiedTradeSettlementPaymentMeans);
      });
    }
    any_at(
        [&](Element id) {
          report_.require(row("NL-R-009"), exists(agreement_, N::BuyerOrderReferencedDocument, N::IssuerAssignedID),
                          id);
          return false;
        },
        transaction_, N::IncludedSupplyChainTradeLineItem, N::SpecifiedLineTradeAgreement,
        N::BuyerOrderReferencedDocument, N::LineID);
    if (!domestic) return;
    dutch_address(row("NL-R-004"), buyer_(N::PostalTradeAddress));
    dutch_company(row("NL-R-005"), buyer_);
    for (Element means : settlement_.children(N::SpecifiedTradeSettlementPaymentMeans)) {
      constexpr std::string_view kCodes[] = {"30", "48", "49", "57", "58", "59"};
      std::string_view code = means(N::TypeCode).trimmed();
      report_.require(row("NL-R-008"), std::find(std::begin(kCodes), std::end(kCodes), code) != std::end(kCodes),
                      means);
    }
  }

  const Tree& tree_;
  Element root_, transaction_, agreement_, settlement_, seller_, buyer_;
  Report& report_;
};

}  // namespace

void check_national_cii(const Tree& tree, Report& report) { National(tree, report).run(); }

}  // namespace ap::rules::peppol
