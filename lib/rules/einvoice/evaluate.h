// The official rule sets on one document: which apply, and their verdicts.
#pragma once

#include <string_view>
#include <vector>

#include "core/finding.h"
#include "einvoice/tree.h"

namespace ap::rules {

enum class RuleSet { none, en16931, peppol, xrechnung };

// The set that a document claims by its CustomizationID or guideline id (BT-24). Peppol and XRechnung include EN 16931,
// which is also what any other profile is measured by.
RuleSet rule_set_of(std::string_view profile);

// Runs the set with those it includes. A tree of no supported syntax counts everything as not run.
void evaluate(const einvoice::Tree& tree, RuleSet set, std::vector<Finding>& findings, Checks& checks);

}  // namespace ap::rules
