#include "adapters/xml/einvoice_reader.h"

#include <unordered_map>

#include "einvoice/mapping.h"
#include "einvoice/structure.h"
#include "rules/einvoice/evaluate.h"
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

// Rule findings name a place in the XML; where a field of the model was read there, they get its name too.
void name_fields(EInvoiceReading& reading) {
  std::unordered_map<std::string_view, std::string_view> fields;
  for (Finding& finding : reading.findings) {
    if (!finding.field.empty() || finding.path.empty()) continue;
    if (fields.empty())
      for (const auto& [field, path] : reading.paths) fields.emplace(path, field);
    if (auto it = fields.find(finding.path); it != fields.end()) finding.field = it->second;
  }
}

}  // namespace

std::expected<EInvoiceReading, ReadFailure> read_einvoice(Bytes bytes, const EInvoiceOptions& options,
                                                          const XmlLimits& limits) {
  auto tree = parse_xml(bytes, limits);
  if (!tree) return std::unexpected(tree.error());
  if (tree->syntax() == einvoice::Syntax::unknown) return std::unexpected(not_an_einvoice(*tree));
  einvoice::Mapping mapping = einvoice::map_invoice(*tree);
  EInvoiceReading reading;
  reading.syntax = std::move(mapping.syntax);
  reading.profile = std::move(mapping.profile);
  reading.document_type_code = std::move(mapping.document_type_code);
  reading.invoice = std::move(mapping.invoice);
  reading.paths = std::move(mapping.paths);
  reading.findings = std::move(mapping.findings);
  einvoice::check_structure(*tree, reading.findings);
  if (options.rules != RuleSets::none) rules::structure::finish(*tree, reading.findings, reading.checks);
  rules::evaluate(*tree, chosen(options.rules, reading.profile), reading.findings, reading.checks);
  name_fields(reading);
  return reading;
}

}  // namespace ap::xml
