// The route of a record from its findings. Pure.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/record.h"
#include "rules/settings.h"

namespace ap {

// What holds a record back: errors, and warnings whose rule asks for review. Warnings and information of e-invoice
// rule sets do not.
bool holds(const Finding& finding);

// `rejecting`: codes besides NOT_AN_INVOICE whose findings reject. `groups_not_run`: groups of controls that did not
// run, each with the reason. The reasons of the decision name every finding that holds and every required group that
// did not run, in the order of the findings.
Decision decide(const Record& record, const std::vector<std::pair<std::string_view, std::string>>& groups_not_run,
                const rules::Settings& settings, const std::set<std::string>& rejecting = {});

// What people decided before stands in a new validation: a rejection always, an approval as long as nothing new holds
// the record back. `before` and `now` are the findings then and now; `fresh` is the decision of the rules alone.
Decision keep_human_decision(Decision fresh, const Decision& earlier, const std::vector<Finding>& before,
                             const std::vector<Finding>& now);

// Names the settings that decide, so that a later reader knows under which limits a document passed:
// "controls/1 3fa94c01b2d7".
std::string policy_version(const rules::Settings& settings);

}  // namespace ap
