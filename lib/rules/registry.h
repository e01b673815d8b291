// All rules of the program: explicit tables, one per family. Help, --list-rules, --explain and the manual come from
// here. A new rule is a function in its family's folder and one row in the family's table.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "rules/rule.h"

namespace ap::rules {

// The controls, in the order in which they run and report.
std::span<const Rule> controls();

// Codes that other stages raise (intake): information only, nothing to run.
std::span<const RuleInfo> raised_elsewhere();

// Every row of every family, in a fixed order.
std::vector<const RuleInfo*> all_rules();

// Rows with this id, case-insensitively; an id may exist in several sets. Empty when there is none.
std::vector<const RuleInfo*> find_rules(std::string_view id);

// Groups of rules that exist, in table order: what required_controls may name.
std::vector<std::string_view> groups();

// One invoice through a family.
struct RunResult {
  std::vector<Finding> findings;
  Checks checks;
  std::vector<std::string_view> groups_run;  // see RuleInfo::confirms
  // Groups that did not run, each with the reason to show.
  std::vector<std::pair<std::string_view, std::string>> groups_not_run;
  // Rules that threw, each with the reason: the invoice is held whatever groups are required.
  std::vector<std::pair<std::string_view, std::string>> broken;
};

// Runs every control. A rule that throws (a number too large to compute with) is reported as not run and broken.
RunResult run_controls(const Invoice& invoice, const Facts& facts);

}  // namespace ap::rules
