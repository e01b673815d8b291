#include "rules/norm/reasons.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "rules/norm/norm.h"

namespace ap::rules::norm {
namespace {

using einvoice::Element;
using einvoice::N;

struct Named {
  std::string_view code, name;  // lower case, letters and digits only
};

// UNTDID 5189, as far as its names are unmistakable.
constexpr auto kAllowances = std::to_array<Named>({{"41", "bonusforworksaheadofschedule"},
                                                   {"42", "otherbonus"},
                                                   {"60", "manufacturersconsumerdiscount"},
                                                   {"62", "duetomilitarystatus"},
                                                   {"63", "duetoworkaccident"},
                                                   {"64", "specialagreement"},
                                                   {"65", "productionerrordiscount"},
                                                   {"66", "newoutletdiscount"},
                                                   {"67", "samplediscount"},
                                                   {"68", "endofrangediscount"},
                                                   {"70", "incotermdiscount"},
                                                   {"71", "pointofsalesthresholdallowance"},
                                                   {"88", "materialsurchargededuction"},
                                                   {"95", "discount"},
                                                   {"100", "specialrebate"},
                                                   {"102", "fixedlongterm"},
                                                   {"103", "temporary"},
                                                   {"104", "standard"},
                                                   {"105", "yearlyturnover"}});

// UNTDID 7161: the charges that invoices have.
constexpr auto kCharges = std::to_array<Named>({{"AA", "advertising"},
                                                {"AAA", "telecommunication"},
                                                {"AAC", "technicalmodification"},
                                                {"AAT", "rushdelivery"},
                                                {"ABD", "overtime"},
                                                {"ABF", "tooling"},
                                                {"ABK", "miscellaneous"},
                                                {"ABL", "additionalpackaging"},
                                                {"ABR", "containerisation"},
                                                {"ABS", "cartonpacking"},
                                                {"ACH", "heattreatment"},
                                                {"ACJ", "painting"},
                                                {"ADC", "consolidation"},
                                                {"ADE", "billoflading"},
                                                {"ADO", "efficientlogistics"},
                                                {"ADP", "merchandising"},
                                                {"ADR", "otherservices"},
                                                {"ADT", "pickup"},
                                                {"FC", "freightservice"},
                                                {"FI", "financing"},
                                                {"HD", "handling"},
                                                {"IAA", "installation"},
                                                {"ID", "insidedelivery"},
                                                {"IF", "inspection"},
                                                {"IS", "invoicing"},
                                                {"LA", "labelling"},
                                                {"PC", "packing"},
                                                {"PL", "palletizing"},
                                                {"RAB", "repacking"},
                                                {"RAC", "repair"},
                                                {"RAD", "returnablecontainer"},
                                                {"RAF", "restocking"},
                                                {"RE", "redelivery"},
                                                {"RV", "loading"},
                                                {"SAA", "shippingandhandling"},
                                                {"SAD", "specialpackaging"},
                                                {"SG", "shrinkwrap"},
                                                {"SH", "specialhandling"},
                                                {"SU", "setup"},
                                                {"TAC", "testing"},
                                                {"TV", "transportationbyvendor"},
                                                {"WH", "warehousing"}});

std::string plain(std::string_view words) {
  std::string out;
  for (char c : words) {
    if (c >= 'A' && c <= 'Z') out += static_cast<char>(c + 32);
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) out += c;
  }
  return out;
}

class TreeRules {
 public:
  TreeRules(const einvoice::Tree& tree, std::vector<Finding>& findings)
      : tree_(tree), ubl_(einvoice::is_ubl(tree.syntax())), findings_(findings) {}

  void run() {
    for (einvoice::NodeId id : tree_.all(ubl_ ? N::AllowanceCharge : N::SpecifiedTradeAllowanceCharge))
      reason(tree_.element(id));
    accounting_tax();
  }

 private:
  void fire(std::string_view rule, Element at, std::string expected, std::string actual) {
    Finding& finding = findings_.emplace_back(found(rule));
    finding.path = tree_.path(at.id());
    finding.expected = std::move(expected);
    finding.actual = std::move(actual);
  }

  void reason(Element e) {
    Element code = e.child(ubl_ ? N::AllowanceChargeReasonCode : N::ReasonCode);
    Element words = e.child(ubl_ ? N::AllowanceChargeReason : N::Reason);
    if (code.blank() || words.blank()) return;
    std::string_view truth = (ubl_ ? e.child(N::ChargeIndicator) : e(N::ChargeIndicator, N::Indicator)).trimmed();
    bool charge = truth == "true" || truth == "1";
    if (!charge && truth != "false" && truth != "0") return;
    std::string_view named = reason_code_of(words.trimmed(), charge);
    if (named.empty() || named == code.trimmed()) return;
    bool line = !(e.parent() == tree_.root()) && e.parent().name() != N::ApplicableHeaderTradeSettlement;
    std::string_view rule = line ? (charge ? "AP-BR-CO-08" : "AP-BR-CO-07") : (charge ? "AP-BR-CO-06" : "AP-BR-CO-05");
    fire(rule, code, fmt::format("{} for '{}'", named, words.trimmed()), std::string(code.trimmed()));
  }

  // BT-111, the tax total in the currency of BT-6.
  void accounting_tax() {
    std::string_view currency;
    for (einvoice::NodeId id : tree_.all(N::TaxCurrencyCode))
      currency = tree_.element(id).trimmed();
    if (currency.empty()) return;
    for (einvoice::NodeId id : tree_.all(ubl_ ? N::TaxAmount : N::TaxTotalAmount)) {
      Element amount = tree_.element(id);
      bool total = !ubl_ || (amount.parent().name() == N::TaxTotal && amount.parent().parent() == tree_.root());
      if (!total || amount.attribute(N::currencyID) != currency || is_own_currency(currency)) continue;
      std::string_view digits = amount.trimmed();
      std::size_t point = digits.find('.');
      if (point != digits.npos && digits.size() - point > 3)
        fire("AP-BR-DEC-15", amount, "at most two decimals", std::string(digits));
    }
  }

  bool is_own_currency(std::string_view currency) const {
    auto own = tree_.all(ubl_ ? N::DocumentCurrencyCode : N::InvoiceCurrencyCode);
    return !own.empty() && tree_.element(own.front()).trimmed() == currency;
  }

  const einvoice::Tree& tree_;
  const bool ubl_;
  std::vector<Finding>& findings_;
};

constexpr std::array<std::string_view, 5> kRules = {"AP-BR-CO-05", "AP-BR-CO-06", "AP-BR-CO-07", "AP-BR-CO-08",
                                                    "AP-BR-DEC-15"};

}  // namespace

std::string_view reason_code_of(std::string_view words, bool charge) {
  const std::string name = plain(words);
  for (const Named& entry : charge ? std::span<const Named>(kCharges) : std::span<const Named>(kAllowances))
    if (entry.name == name) return entry.code;
  return "";
}

void evaluate_tree(const einvoice::Tree& tree, std::vector<Finding>& findings, Checks& checks) {
  std::size_t before = findings.size();
  TreeRules(tree, findings).run();
  for (std::string_view rule : kRules) {
    ++checks.run;
    checks.failed += std::any_of(findings.begin() + static_cast<std::ptrdiff_t>(before), findings.end(),
                                 [&](const Finding& finding) { return finding.rule == rule; });
  }
}

}  // namespace ap::rules::norm
