// EN 16931 1.3.16 on the tree of an invoice, with the verdicts of the official Schematron artefacts, quirks included
// (masked contexts, lexical decimals, comparisons with missing values are false).
#pragma once

#include <vector>

#include "core/finding.h"
#include "einvoice/tree.h"

namespace ap::rules::en16931 {

// All rules for the syntax of the tree; nothing for a tree that is neither UBL nor CII D16B.
void evaluate(const einvoice::Tree& tree, std::vector<Finding>& findings, Checks& checks);

}  // namespace ap::rules::en16931
