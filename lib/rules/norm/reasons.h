// AP-BR-CO-05 to -08: a reason in words and a reason code of the same allowance or charge name the same reason. The
// norm asks for it, the official artefacts have the rules and test nothing.
//
// Words cannot be compared with a code in general. What is certain is a reason that is, word for word, the name that
// the code list has for another code; only that is raised. Also AP-BR-DEC-15, which needs the tree as well. Pure,
// thread-safe.
#pragma once

#include <string_view>
#include <vector>

#include "core/finding.h"
#include "einvoice/tree.h"

namespace ap::rules::norm {

// Adds what the tree of an e-invoice says against the rows of norm.h that look at it.
void evaluate_tree(const einvoice::Tree& tree, std::vector<Finding>& findings, Checks& checks);

// The code whose name in UNTDID 5189 (allowances) or 7161 (charges) the words are, letters and digits alone compared;
// "" when they are no such name.
std::string_view reason_code_of(std::string_view words, bool charge);

}  // namespace ap::rules::norm
