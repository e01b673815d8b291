// The rules of Peppol BIS Billing 3.0.19 with its national rules; EN 16931 comes on top.
#pragma once

#include <span>
#include <vector>

#include "einvoice/tree.h"
#include "rules/rule.h"

namespace ap::rules::peppol {

std::span<const RuleInfo> table();

void evaluate(const einvoice::Tree& tree, std::vector<Finding>& findings, Checks& checks);

}  // namespace ap::rules::peppol
