#include "rules/einvoice/page_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <unordered_map>

#include "core/fields.h"
#include "einvoice/mapping.h"
#include "einvoice/write.h"
#include "rules/en16931/evaluate.h"
#include "rules/en16931/table.h"
#include "rules/norm/norm.h"

namespace ap::rules {
namespace {

// A rule and the fields without which it would only complain that something is missing. "lines.net": every line states
// it.
struct PageRule {
  std::string_view id, needs;
};

constexpr std::array kRules = std::to_array<PageRule>({
    {"BR-27", "lines.unit_price"},
    {"BR-29", "period.start period.end"},
    {"BR-CL-04", "currency"},
    {"BR-CL-14", "seller.address.country"},
    {"BR-CL-18", "taxes.category"},
    {"BR-CO-09", "seller.vat_id"},
    {"BR-CO-10", "totals.lines lines.net"},
    {"BR-CO-11", "totals.allowances allowances_charges.amount"},
    {"BR-CO-12", "totals.charges allowances_charges.amount"},
    {"BR-CO-13", "totals.lines totals.net"},
    {"BR-CO-14", "totals.tax taxes.amount"},
    {"BR-CO-15", "totals.net totals.tax totals.gross"},
    {"BR-CO-16", "totals.gross totals.payable"},
    {"BR-CO-17", "taxes.basis taxes.rate taxes.amount"},
    {"BR-DEC-01", "allowances_charges.amount"},
    {"BR-DEC-09", "totals.lines"},
    {"BR-DEC-12", "totals.net"},
    {"BR-DEC-14", "totals.gross"},
    {"BR-DEC-18", "totals.payable"},
    {"BR-DEC-19", "taxes.basis"},
    {"BR-DEC-20", "taxes.amount"},
    {"BR-DEC-23", "lines.net"},
});

// The VAT category rules: rate of the lines, sum and product of the breakdown.
constexpr std::array<std::string_view, 9> kFamilies = {"S", "Z", "E", "AE", "IC", "G", "O", "AF", "AG"};
constexpr std::array kFamilyRules = std::to_array<PageRule>({
    {"05", "lines.tax_category lines.tax_rate"},
    {"08", "taxes.category taxes.rate taxes.basis lines.net lines.tax_category lines.tax_rate"},
    {"09", "taxes.category taxes.rate taxes.basis taxes.amount"},
});

bool every(const Invoice& invoice, std::string_view list, std::size_t size, std::string_view field) {
  for (std::size_t i = 0; i < size; ++i)
    if (get_field(invoice, fmt::format("{}[{}].{}", list, i, field)).value_or("").empty()) return false;
  return size > 0;
}

bool states(const Invoice& invoice, std::string_view need) {
  auto dot = need.find('.');
  std::string_view head = need.substr(0, dot), rest = dot == need.npos ? need : need.substr(dot + 1);
  if (head == "lines") return every(invoice, head, invoice.lines.size(), rest);
  if (head == "taxes") return every(invoice, head, invoice.taxes.size(), rest);
  if (head == "allowances_charges") return every(invoice, head, invoice.allowances_charges.size(), rest);
  return !get_field(invoice, need).value_or("").empty();
}

bool states_all(const Invoice& invoice, std::string_view needs) {
  while (!needs.empty()) {
    auto end = std::min(needs.find(' '), needs.size());
    if (!states(invoice, needs.substr(0, end))) return false;
    needs.remove_prefix(std::min(end + 1, needs.size()));
  }
  return true;
}

std::set<std::string, std::less<>> applicable(const Invoice& invoice) {
  std::set<std::string, std::less<>> ids;
  for (const PageRule& rule : kRules)
    if (states_all(invoice, rule.needs)) ids.emplace(rule.id);
  for (const PageRule& rule : kFamilyRules)
    if (states_all(invoice, rule.needs))
      for (std::string_view family : kFamilies) ids.insert(fmt::format("BR-{}-{}", family, rule.id));
  return ids;
}

void run_official(const Invoice& invoice, const std::set<std::string, std::less<>>& ids, std::vector<Finding>& findings,
                  Checks& checks) {
  einvoice::XmlNode document = einvoice::ubl_nodes({.invoice = invoice, .profile = "", .complete = true});
  einvoice::Tree tree = einvoice::to_tree(document, einvoice::ubl_syntax(invoice));
  einvoice::Mapping mapping = einvoice::map_invoice(tree);
  std::unordered_map<std::string, std::string> fields;
  for (const einvoice::Place& place : mapping.places) fields.emplace(path_of(tree, place), mapping.field_of(place));
  std::vector<Finding> all;
  Checks ignored;
  en16931::evaluate(tree, all, ignored);
  std::set<std::string_view> failed;
  for (Finding& finding : all) {
    auto id = ids.find(finding.rule);
    if (id == ids.end()) continue;
    finding.severity = Severity::warning;
    if (auto field = fields.find(finding.path); field != fields.end()) finding.field = field->second;
    finding.path.clear();  // there is no XML
    failed.insert(*id);
    findings.push_back(std::move(finding));
  }
  checks.run += static_cast<int>(ids.size());
  checks.failed += static_cast<int>(failed.size());
}

}  // namespace

void evaluate_page(const Invoice& invoice, std::vector<Finding>& findings, Checks& checks) {
  auto ids = applicable(invoice);
  if (!ids.empty()) run_official(invoice, ids, findings, checks);
  norm::evaluate(invoice, findings, checks);
  norm::drop_told(findings, checks);
  std::string others;
  int count = 0;
  for (const RuleInfo& info : en16931::business_table()) {
    if (ids.contains(info.id)) continue;
    others += (others.empty() ? "" : " ") + std::string(info.id);
    ++count;
  }
  checks.not_run.push_back(
      {"EN16931",
       fmt::format("{} rules are not applicable: the page does not say what they look at, or they are about the "
                   "XML of an e-invoice: {}",
                   count, others)});
}

}  // namespace ap::rules
