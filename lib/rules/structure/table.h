// What the structure check of e-invoices can find, for people. The check itself is einvoice/structure.h.
#pragma once

#include <span>
#include <vector>

#include "einvoice/tree.h"
#include "rules/rule.h"

namespace ap::rules::structure {

std::span<const RuleInfo> table();

// Adds what is to be said of the form as a whole (AP-ST-OUTDATED), and counts the rules of the table as run, and as
// failed those that `findings` names.
void finish(const einvoice::Tree& tree, std::vector<Finding>& findings, Checks& checks);

}  // namespace ap::rules::structure
