#include "rules/einvoice/evaluate.h"

#include "rules/en16931/evaluate.h"
#include "rules/peppol/table.h"
#include "rules/xrechnung/table.h"

namespace ap::rules {

RuleSet rule_set_of(std::string_view profile) {
  if (profile.find("urn:fdc:peppol.eu:2017:poacc:billing") != std::string_view::npos) return RuleSet::peppol;
  if (profile.find("xrechnung") != std::string_view::npos || profile.find("xoev-de:kosit") != std::string_view::npos)
    return RuleSet::xrechnung;
  return RuleSet::en16931;
}

void evaluate(const einvoice::Tree& tree, RuleSet set, std::vector<Finding>& findings, Checks& checks) {
  if (set == RuleSet::none) return;
  if (!is_ubl(tree.syntax()) && tree.syntax() != einvoice::Syntax::cii) {
    checks.not_run.push_back(
        {"EN16931", "the rule sets are written for UBL 2.1 and CII D16B; this document is neither"});
    return;
  }
  en16931::evaluate(tree, findings, checks);
  if (set == RuleSet::peppol) peppol::evaluate(tree, findings, checks);
  if (set == RuleSet::xrechnung) xrechnung::evaluate(tree, findings, checks);
}

}  // namespace ap::rules
