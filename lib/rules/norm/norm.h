// Own rules, with ids of their own (AP-BR-...), where the official artefacts 1.3.16 say less than the norm EN 16931-1:
// rules that are gone, that can never fire, that are not tested for some VAT categories, or that allow a difference of
// up to 1 where the norm allows none. All are warnings: they never contradict the official verdict.
//
// They look at the model, so that they hold for both syntaxes and for pages alike; the few that need what the model
// does not hold look at the tree (reasons.h). Pure, thread-safe.
#pragma once

#include <span>
#include <vector>

#include "core/finding.h"
#include "core/invoice.h"
#include "rules/rule.h"

namespace ap::rules::norm {

std::span<const RuleInfo> table();

// Takes own findings away where the official rule of the same number says so of the same place: what an own rule is for
// is what the official one lets pass.
void drop_told(std::vector<Finding>& findings, Checks& checks);

// What the rule `id`, which the table must have, says where it is broken; the place is for the caller to add.
Finding found(std::string_view id);

// Findings name the field; the caller knows the place in the XML. With `sums` false the sums of breakdowns are not looked
// at: the document has lines or charges that the model does not hold (sub lines, logistics charges).
void evaluate(const Invoice& invoice, std::vector<Finding>& findings, Checks& checks, bool sums = true);

}  // namespace ap::rules::norm
