#include "adapters/xml/einvoice_reader.h"

#include <map>
#include <optional>

#include "einvoice/kept.h"
#include "einvoice/mapping.h"
#include "einvoice/structure.h"
#include "rules/einvoice/evaluate.h"
#include "rules/norm/norm.h"
#include "rules/norm/reasons.h"
#include "rules/structure/table.h"

namespace ap::xml {
namespace {

ReadFailure not_an_einvoice(const einvoice::Tree& tree) {
  return {ReadFailureKind::unsupported_type, "the XML is no e-invoice that can be read (its root element is '" +
                                                 std::string(tree.name(tree.root().name())) +
                                                 "'); UBL 2.1 Invoice and CreditNote, CII D16B and ZUGFeRD 1 are"};
}

rules::RuleSet chosen(RuleSets wanted, std::string_view profile) {
  switch (wanted) {
    case RuleSets::automatic:
      return rules::rule_set_of(profile);
    case RuleSets::en16931:
      return rules::RuleSet::en16931;
    case RuleSets::peppol:
      return rules::RuleSet::peppol;
    case RuleSets::xrechnung:
      return rules::RuleSet::xrechnung;
    case RuleSets::none:
      break;
  }
  return rules::RuleSet::none;
}

using Fields = std::map<std::string, std::string, std::less<>>;

// The field at a place of the XML; for a group of elements what all its fields have in common ("taxes[0]", "seller").
std::string field_at(const Fields& fields, std::string_view path) {
  if (auto attribute = path.rfind("/@"); attribute != path.npos) path = path.substr(0, attribute);
  if (auto it = fields.find(path); it != fields.end()) return it->second;
  const std::string within = std::string(path) + "/";
  std::optional<std::string_view> common;
  for (auto it = fields.lower_bound(within); it != fields.end() && it->first.starts_with(within); ++it) {
    std::string_view field = it->second;
    field = field.substr(0, field.rfind('.') == field.npos ? 0 : field.rfind('.'));
    if (common && *common != field) return "";
    common = field;
  }
  return std::string(common.value_or(""));
}

// Rule findings name a place in the XML; where a field of the model was read there, they get its name too, and the
// other way round.
void name_fields(const einvoice::Tree& tree, const einvoice::Mapping& mapping, EInvoiceReading& reading) {
  Fields fields;
  for (Finding& finding : reading.findings) {
    if (!finding.field.empty() && finding.path.empty()) {
      for (const einvoice::Place& place : mapping.places)
        if (mapping.field_of(place) == finding.field) finding.path = path_of(tree, place);
    }
    if (!finding.field.empty() || finding.path.empty()) continue;
    if (fields.empty())
      for (const einvoice::Place& place : mapping.places) fields.emplace(path_of(tree, place), mapping.field_of(place));
    finding.field = field_at(fields, finding.path);
  }
}

// Whether all that goes into the sums of a breakdown has its place in the model.
bool in_the_model(const einvoice::Tree& tree) {
  using einvoice::N;
  for (N name : {N::SpecifiedLogisticsServiceCharge, N::SubInvoiceLine, N::SubCreditNoteLine, N::ParentLineID})
    if (!tree.all(name).empty()) return false;
  return true;
}

void keep(const einvoice::Tree& tree, einvoice::Mapping& mapping, EInvoiceReading& reading) {
  bool complete = true;
  reading.kept = einvoice::kept_values(tree, mapping, complete);
  if (complete) return;
  Finding finding;
  finding.set = "extraction";
  finding.rule = "NOT_ALL_KEPT";
  finding.severity = Severity::info;
  finding.message = "the e-invoice says more beyond its fields than a record can keep; the original has all of it";
  mapping.findings.push_back(std::move(finding));
}

}  // namespace

std::expected<EInvoiceReading, ReadFailure> read_einvoice(Bytes bytes, const EInvoiceOptions& options,
                                                          const XmlLimits& limits) {
  auto tree = parse_xml(bytes, limits);
  if (!tree) return std::unexpected(tree.error());
  if (tree->syntax() == einvoice::Syntax::unknown) return std::unexpected(not_an_einvoice(*tree));
  einvoice::Mapping mapping = einvoice::map_invoice(*tree);
  EInvoiceReading reading;
  if (options.keep) keep(*tree, mapping, reading);
  reading.syntax = std::move(mapping.syntax);
  reading.profile = std::move(mapping.profile);
  reading.document_type_code = std::move(mapping.document_type_code);
  reading.invoice = std::move(mapping.invoice);
  if (options.rules == RuleSets::none && !options.keep)
    for (const einvoice::Place& place : mapping.places)
      reading.paths.emplace_back(mapping.field_of(place), path_of(*tree, place));
  reading.findings = std::move(mapping.findings);
  einvoice::check_structure(*tree, reading.findings);
  if (options.rules != RuleSets::none) rules::structure::finish(*tree, reading.findings, reading.checks);
  rules::evaluate(*tree, chosen(options.rules, reading.profile), reading.findings, reading.checks);
  if (options.rules != RuleSets::none) {
    rules::norm::evaluate(reading.invoice, reading.findings, reading.checks, in_the_model(*tree));
    rules::norm::evaluate_tree(*tree, reading.findings, reading.checks);
  }
  name_fields(*tree, mapping, reading);
  if (options.rules != RuleSets::none) rules::norm::drop_told(reading.findings, reading.checks);
  return reading;
}

}  // namespace ap::xml
