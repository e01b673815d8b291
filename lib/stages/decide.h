// The route of a record from its findings, and from what people did. Pure but for correctors().
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/record.h"
#include "ports/store.h"
#include "rules/settings.h"

namespace ap {

// What holds a record back: errors, and warnings whose rule asks for review. Warnings and information of e-invoice
// rule sets do not.
bool holds(const Finding& finding);

// `rejecting`: codes besides NOT_AN_INVOICE whose findings reject. `groups_not_run`: groups of controls that did not
// run, each with the reason. The reasons of the decision name every finding that holds and every required group that
// did not run, in the order of the findings. `version`: policy_version(settings) where it is known, else "".
Decision decide(const Record& record, const std::vector<std::pair<std::string_view, std::string>>& groups_not_run,
                const rules::Settings& settings, const std::set<std::string>& rejecting = {},
                std::string_view version = "");

// What people decided before stands in a new validation: a rejection always, an approval as long as nothing new holds
// the record back; an approval that something new has ended does not come back. `before` and `now` are the findings
// then and now; `fresh` is the decision of the rules alone.
Decision keep_human_decision(Decision fresh, const Decision& earlier, const std::vector<Finding>& before,
                             const std::vector<Finding>& now);

// Who corrected the document, in the order in which they first did: by the journal, or by the evidence of the record
// where there is no store ("a person"). Empty: nobody did.
std::vector<std::string> correctors(const Record& record, Store* store);
// What a person corrected goes out only when another person has approved it: route approve becomes review unless the
// last decision of a person is an approval by somebody who corrected nothing.
void hold_corrected(Record& record, const std::vector<std::string>& correctors);

// The settings that decide, a limit a line: what a decision names by its digest.
std::string settings_text(const rules::Settings& settings);
// Names the settings that decide, so that a later reader knows under which limits a document passed:
// "controls/1 3fa94c01b2d7".
std::string policy_version(const rules::Settings& settings);

}  // namespace ap
