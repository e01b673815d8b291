#include "rules/einvoice/values.h"
#include "rules/peppol/rows.h"
#include "rules/peppol/shared.h"
#include "rules/peppol/table.h"
#include "rules/xrechnung/german.h"

namespace ap::rules::peppol {
namespace {

constexpr xrechnung::GermanRows kGerman = {
    row("DE-R-001"),   row("DE-R-002"),   row("DE-R-003"),   row("DE-R-004"),   row("DE-R-005"),   row("DE-R-006"),
    row("DE-R-007"),   row("DE-R-008"),   row("DE-R-009"),   row("DE-R-010"),   row("DE-R-011"),   row("DE-R-014"),
    row("DE-R-015"),   row("DE-R-016"),   row("DE-R-017"),   row("DE-R-018"),   row("DE-R-019"),   row("DE-R-020"),
    row("DE-R-022"),   row("DE-R-023-1"), row("DE-R-023-2"), row("DE-R-024-1"), row("DE-R-024-2"), row("DE-R-025-1"),
    row("DE-R-025-2"), row("DE-R-026"),   row("DE-R-027"),   row("DE-R-028"),   row("DE-R-030"),   row("DE-R-031"),
    std::nullopt};

}  // namespace

std::span<const RuleInfo> table() { return kPeppol; }

void evaluate(const einvoice::Tree& tree, std::vector<Finding>& findings, Checks& checks) {
  Report report(tree, kPeppol);
  const SharedRows shared = AP_SHARED_ROWS(row, "PEPPOL-EN16931-R043", std::nullopt, Decimal::scaled(2, 2));
  check_identifiers(tree, report);
  if (is_ubl(tree.syntax())) {
    check_shared_ubl(tree, shared, report);
    check_ubl(tree, report);
    check_nordic_ubl(tree, report);
    check_southern_ubl(tree, report);
    if (german_parties_ubl(tree)) xrechnung::check_german_ubl(tree, kGerman, report);
  } else {
    check_shared_cii(tree, shared, false, report);
    check_cii(tree, report);
    check_national_cii(tree, report);
  }
  report.finish(findings, checks);
}

}  // namespace ap::rules::peppol
