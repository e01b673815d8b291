#include <set>
#include <vector>

#include "rules/einvoice/path_rules.h"
#include "rules/einvoice/values.h"
#include "rules/en16931/cii.h"
#include "rules/en16931/table.h"

namespace ap::rules::en16931 {
namespace {

using einvoice::NodeId;
using einvoice::Tree;

#include "rules/en16931/cii_syntax.inc"

consteval Row row(std::string_view id) { return row_of(kRows, id); }

// Identifiers that a narrower rule context takes before the general one sees them (CII-DT-001 before CII-DT-101).
// A tax total is no amount to them either.
bool taken_by_narrower(const Tree& tree, NodeId id) {
  Element e = tree.element(id), parent = e.parent(), grand = parent.parent();
  switch (e.name()) {
    case N::ID:
      return (parent.name() == N::ExchangedDocument && grand == tree.root()) ||
             (parent.name() == N::GuidelineSpecifiedDocumentContextParameter &&
              grand.name() == N::ExchangedDocumentContext);
    case N::LineID:
      return parent.name() == N::AssociatedDocumentLineDocument;
    case N::TaxTotalAmount:
      return true;
    case N::SellerAssignedID:
      return parent.name() == N::SpecifiedTradeProduct;
    default:
      return false;
  }
}

// The rules whose condition is more than a path.
class CiiSyntax {
 public:
  CiiSyntax(const Tree& tree, Report& report) : tree_(tree), root_(tree.root()), report_(report) {
    transaction_ = root_(N::SupplyChainTradeTransaction);
    settlement_ = transaction_(N::ApplicableHeaderTradeSettlement);
  }

  void run() {
    for (Element line : transaction_.children(N::IncludedSupplyChainTradeLineItem)) this->line(line);
    for (Element e : transaction_.children(N::ApplicableHeaderTradeAgreement)) agreement(e);
    both(row("CII-SR-449"), transaction_(N::ApplicableHeaderTradeDelivery, N::ShipToTradeParty));
    both(row("CII-SR-451"), settlement_(N::PayeeTradeParty));
    payment();
    for (NodeId id : tree_.all(N::SpecifiedTradeAllowanceCharge))
      report_.require(row("CII-SR-463"), bool(tree_.element(id)(N::ChargeIndicator)), tree_.element(id));
    by_suffix();
    for (NodeId id : tree_.all(N::DateTimeString)) date(tree_.element(id));
  }

 private:
  void both(Row rule, Element party) { report_.require(rule, !(party(N::ID) && party(N::GlobalID)), party); }

  void line(Element line) {
    for (Element product : line.children(N::SpecifiedTradeProduct)) {
      if (product(N::GlobalID))
        report_.require(row("CII-SR-046"), any_at([](Element id) { return id.has(N::schemeID); }, product, N::GlobalID),
                        product);
      if (product(N::OriginTradeCountry))
        report_.require(row("CII-SR-090"), count_at(product, N::OriginTradeCountry, N::ID) == 1, product);
    }
    for (Element agreement : line.children(N::SpecifiedLineTradeAgreement)) {
      Element discount = agreement(N::GrossPriceProductTradePrice, N::AppliedTradeAllowanceCharge);
      Element indicator = discount(N::ChargeIndicator), amount = discount(N::ActualAmount);
      bool allowance = is_false(indicator(N::Indicator));
      report_.require(row("CII-SR-119"), (allowance && amount) || (!indicator && !amount), agreement);
    }
    for (Element settlement : line.children(N::SpecifiedLineTradeSettlement))
      report_.require(row("CII-SR-474"), references(settlement, "130", true) <= 1, settlement);
  }

  static std::size_t references(Element holder, std::string_view type, bool trimmed) {
    std::size_t n = 0;
    for (Element e : holder.children(N::AdditionalReferencedDocument))
      n += any_at([&](Element code) { return (trimmed ? code.trimmed() : code.text()) == type; }, e, N::TypeCode);
    return n;
  }

  void agreement(Element agreement) {
    Element seller = agreement(N::SellerTradeParty), buyer = agreement(N::BuyerTradeParty);
    both(row("CII-SR-450"), buyer);
    report_.require(row("CII-SR-457"), references(agreement, "50", false) <= 1, agreement);
    report_.require(row("CII-SR-458"), references(agreement, "130", false) <= 1, agreement);
    auto two_names = [](Element party) {
      return exists(party, N::DefinedTradeContact, N::PersonName) &&
             exists(party, N::DefinedTradeContact, N::DepartmentName);
    };
    report_.require(row("CII-SR-465"), !two_names(seller), agreement);
    report_.require(row("CII-SR-466"), !two_names(buyer), agreement);
    std::size_t names = 0, files = 0;
    for (Element e : agreement.children(N::AdditionalReferencedDocument)) {
      if (e(N::TypeCode).trimmed() != "916") continue;
      names += e.count(N::Name);
      files += e.count(N::AttachmentBinaryObject);
    }
    report_.require(row("CII-SR-475"), names <= 1, agreement);
    report_.require(row("CII-SR-476"), files <= 1, agreement);
  }

  void payment() {
    std::set<std::string_view> types;
    for (NodeId id : tree_.all(N::DueDateTypeCode)) types.insert(tree_.element(id).text());
    for (Element settlement : transaction_.children(N::ApplicableHeaderTradeSettlement)) {
      report_.require(row("CII-SR-462"), types.size() <= 1, settlement);
      for (Element means : settlement.children(N::SpecifiedTradeSettlementPaymentMeans)) {
        std::string_view code = means(N::TypeCode).trimmed();
        bool known = exists(means, N::PayeePartyCreditorFinancialAccount, N::IBANID) ||
                     exists(means, N::PayeePartyCreditorFinancialAccount, N::ProprietaryID);
        report_.require(row("CII-SR-470"), !(code == "30" || code == "58") || known, means);
      }
    }
    same_everywhere(row("CII-SR-467"), N::TypeCode);
    same_everywhere(row("CII-SR-468"), N::Information);
  }

  void same_everywhere(Row rule, N name) {
    Element first;
    for (NodeId id : tree_.all(N::SpecifiedTradeSettlementPaymentMeans))
      for (Element e : tree_.element(id).children(name)) {
        if (!first) first = e;
        report_.require(rule, Normalized(e.text()).view() == Normalized(first.text()).view(), e);
      }
  }

  void by_suffix() {
    bool billed_unit = false;
    for (NodeId id : tree_.all(N::BilledQuantity)) billed_unit |= tree_.element(id).has(N::unitCode);
    std::vector<std::uint8_t> kinds;
    for (NodeId id = 0; id < tree_.size(); ++id) {
      auto name = static_cast<std::size_t>(tree_.node(id).name);
      if (name >= kinds.size()) kinds.resize(name + 64, 0xFF);
      std::uint8_t& kind = kinds[name];
      if (kind == 0xFF) kind = kind_of(tree_.name(static_cast<N>(name)));
      if (kind == 0) continue;
      Element e = tree_.element(id);
      if (kind == 1) reference(e);
      if (kind == 2 && e.has(N::unitCode) && !billed_unit) report_.fire(row("CII-DT-033"), e);
      if (kind == 3) tax(e);
    }
  }
  static std::uint8_t kind_of(std::string_view name) {
    return name.ends_with("ReferencedDocument") ? 1
           : name.ends_with("Quantity")         ? 2
           : name.ends_with("TradeTax")         ? 3
                                                : 0;
  }

  void reference(Element e) {
    bool additional = e.name() == N::AdditionalReferencedDocument;
    std::string_view type = e(N::TypeCode).trimmed();
    bool attachment = additional && type == "916";
    report_.require(row("CII-DT-015"), !e(N::URIID) || attachment, e);
    report_.require(row("CII-DT-018"),
                    !e(N::TypeCode) || (additional && (type == "50" || type == "130" || type == "916")), e);
    report_.require(row("CII-DT-021"), !e(N::Name) || attachment, e);
    report_.require(row("CII-DT-022"), !e(N::AttachmentBinaryObject) || attachment, e);
    report_.require(row("CII-DT-024"), !e(N::ReferenceTypeCode) || (additional && type == "130"), e);
    report_.require(row("CII-DT-027"), !e(N::FormattedIssueDateTime) || e.name() == N::InvoiceReferencedDocument, e);
  }

  void tax(Element e) {
    bool header = e.parent().name() == N::ApplicableHeaderTradeSettlement, group = e.name() == N::ApplicableTradeTax;
    report_.require(row("CII-DT-037"), !e(N::TypeCode) || e(N::TypeCode).text() == "VAT", e);
    report_.require(row("CII-DT-041"), !e(N::BasisAmount) || header, e);
    report_.require(row("CII-DT-052"), !e(N::ExemptionReasonCode) || group, e);
    report_.require(row("CII-DT-054"), !e(N::TaxPointDate) || header, e);
    report_.require(row("CII-DT-058"), !e(N::DueDateTypeCode) || header, e);
    report_.require(row("CII-DT-098"), !e(N::ExemptionReason) || group, e);
  }

  void date(Element e) {
    if (e.attribute(N::format) != "102") return;
    std::string_view day = e.trimmed();
    bool holds = day.size() == 8 && all_digits(day);
    if (holds) {
      std::string_view month = day.substr(4, 2), of_month = day.substr(6, 2);
      holds = month >= "01" && month <= "12" && of_month >= "01" && of_month <= "31";
    }
    report_.require(row("CII-DT-097"), holds, e);
  }

  const Tree& tree_;
  Element root_, transaction_, settlement_;
  Report& report_;
};

}  // namespace

std::span<const RuleInfo> cii_syntax_table() { return kRows; }

void check_cii_syntax(const Tree& tree, Report& report) {
  static const PathRules paths(kPathRules, taken_by_narrower);
  paths.evaluate(tree, report);
  CiiSyntax(tree, report).run();
}

}  // namespace ap::rules::en16931
