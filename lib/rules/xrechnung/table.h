// The rules of XRechnung 3.0 with its extension and CVD parts and the Peppol rules that it repeats; EN 16931 comes on
// top.
#pragma once

#include <span>
#include <vector>

#include "einvoice/tree.h"
#include "rules/rule.h"

namespace ap::rules::xrechnung {

std::span<const RuleInfo> table();

void evaluate(const einvoice::Tree& tree, std::vector<Finding>& findings, Checks& checks);

}  // namespace ap::rules::xrechnung
