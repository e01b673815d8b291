#include "rules/structure/table.h"

#include <algorithm>

namespace ap::rules::structure {
namespace {

constexpr std::string_view kGrammar = "UBL 2.1 (OASIS 2013) and CII D16B (UN/CEFACT 2016), XML Schema";

constexpr RuleInfo kTable[] = {
    {"structure", "AP-ST-DATE", "structure", Severity::error, false, "a date that is none",
     "The value must be a day of the calendar in the form of its type: 2026-11-30 in UBL, 20261130 with format 102 in "
     "CII. A field with such a value stays empty, and rules that need it are not run. Ask the sender for a corrected "
     "document.",
     kGrammar, ""},
    {"structure", "AP-ST-MISSING", "structure", Severity::error, false,
     "an element or attribute that must be there is missing",
     "The grammar of UBL or CII demands the named element within its parent, or the named attribute, such as the "
     "currency of an amount. Other validators refuse such a document before any business rule is looked at.",
     kGrammar, ""},
    {"structure", "AP-ST-NUMBER", "structure", Severity::error, false, "a number that is none",
     "Amounts, quantities and rates are decimal numbers with a point: 1234.50. A field with another value stays empty, "
     "and rules that need it are not run.",
     kGrammar, ""},
    {"structure", "AP-ST-ORDER", "structure", Severity::error, false,
     "an element stands behind one that must follow it",
     "UBL and CII fix the order of elements. The content can still be read; other validators refuse the document.",
     kGrammar, ""},
    {"structure", "AP-ST-OUTDATED", "structure", Severity::warning, false, "the invoice is in the format ZUGFeRD 1",
     "ZUGFeRD 1 (2014) came before EN 16931. It is read and mapped, but there are no official rules for it, and it is "
     "no e-invoice in the sense of the directive 2014/55/EU. Ask the sender for ZUGFeRD 2 or Factur-X.",
     "ZUGFeRD 1.0; EN 16931-1", ""},
    {"structure", "AP-ST-REPEATED", "structure", Severity::error, false,
     "an element occurs more often than the grammar allows",
     "Of several elements where one is allowed the first is read; which one the sender meant nobody can tell.",
     kGrammar, ""},
    {"structure", "AP-ST-UNEXPECTED", "structure", Severity::error, false,
     "an element, attribute or text that the grammar does not have at this place",
     "The element is misspelt, in the wrong namespace, or at the wrong place. What it says is not read.", kGrammar, ""},
    {"structure", "AP-ST-VALUE", "structure", Severity::error, false, "a value that has not the form of its type",
     "Truth values are true or false, times are written 13:45:00, embedded files are Base64.", kGrammar, ""},
};

}  // namespace

std::span<const RuleInfo> table() { return kTable; }

void finish(const einvoice::Tree& tree, std::vector<Finding>& findings, Checks& checks) {
  if (tree.syntax() == einvoice::Syntax::zugferd1) {
    Finding finding;
    finding.set = "structure";
    finding.rule = "AP-ST-OUTDATED";
    finding.severity = Severity::warning;
    finding.path = tree.path(0);
    finding.message =
        "this is ZUGFeRD 1, the forerunner of EN 16931, which no official rules check; ask the sender for ZUGFeRD 2 or "
        "Factur-X";
    findings.push_back(std::move(finding));
  }
  for (const RuleInfo& info : kTable) {
    ++checks.run;
    checks.failed += std::ranges::find(findings, info.id, &Finding::rule) != findings.end() ? 1 : 0;
  }
}

}  // namespace ap::rules::structure
