#include "rules/en16931/evaluate.h"

#include "rules/en16931/business.h"
#include "rules/en16931/cii.h"
#include "rules/en16931/table.h"
#include "rules/en16931/ubl.h"

namespace ap::rules::en16931 {

std::span<const RuleInfo> business_table() { return kBusiness; }

void evaluate(const einvoice::Tree& tree, std::vector<Finding>& findings, Checks& checks) {
  Report business(tree, kBusiness);
  if (is_ubl(tree.syntax())) {
    Report syntax(tree, ubl_syntax_table());
    check_ubl_business(tree, business);
    check_ubl_vat(tree, business);
    check_ubl_codes(tree, business);
    check_ubl_syntax(tree, syntax);
    business.finish(findings, checks);
    syntax.finish(findings, checks);
  } else if (tree.syntax() == einvoice::Syntax::cii) {
    Report syntax(tree, cii_syntax_table());
    check_cii_business(tree, business);
    check_cii_vat(tree, business);
    check_cii_codes(tree, business);
    check_cii_syntax(tree, syntax);
    business.finish(findings, checks);
    syntax.finish(findings, checks);
  }
}

}  // namespace ap::rules::en16931
