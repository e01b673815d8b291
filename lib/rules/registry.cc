#include "rules/registry.h"

#include <algorithm>
#include <exception>

#include "core/short_text.h"
#include "rules/controls/table.h"
#include "rules/en16931/table.h"
#include "rules/norm/norm.h"
#include "rules/peppol/table.h"
#include "rules/structure/table.h"
#include "rules/xrechnung/table.h"

namespace ap::rules {
namespace {

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
  return out;
}

Outcome run(const Rule& rule, const Invoice& invoice, const Facts& facts, RunResult& result) {
  try {
    return rule.check(invoice, facts);
  } catch (const std::exception& error) {
    result.broken.emplace_back(rule.info.id, error.what());
    return cannot_run(std::string("the rule could not be evaluated: ") + error.what());
  }
}

// Whether a group ran: nothing in it was missing on our side, and where it has confirming rules one of them compared.
struct GroupState {
  std::string_view name;
  std::string missing, not_confirmed;
  bool confirms = false, confirmed = false;
};

void count(GroupState& group, const RuleInfo& info, const Outcome& outcome) {
  group.confirms |= info.confirms;
  if (outcome) {
    group.confirmed |= info.confirms;
    return;
  }
  auto tell = [&](std::string& once) {
    if (once.empty()) once.append(info.id).append(": ").append(outcome.error().reason);
  };
  if (!outcome.error().nothing_to_check) tell(group.missing);
  if (outcome.error().nothing_to_check && info.confirms) tell(group.not_confirmed);
}

}  // namespace

std::span<const Rule> controls() { return control_table(); }
std::span<const RuleInfo> raised_elsewhere() { return intake_table(); }

std::vector<const RuleInfo*> all_rules() {
  std::vector<const RuleInfo*> all;
  for (const RuleInfo& info : intake_table()) all.push_back(&info);
  for (const Rule& rule : control_table()) all.push_back(&rule.info);
  for (auto table : {structure::table(), norm::table(), en16931::business_table(), en16931::ubl_syntax_table(),
                     en16931::cii_syntax_table(), peppol::table(), xrechnung::table()}) {
    for (const RuleInfo& info : table) all.push_back(&info);
  }
  return all;
}

std::vector<const RuleInfo*> find_rules(std::string_view id) {
  std::vector<const RuleInfo*> found;
  for (const RuleInfo* info : all_rules()) {
    if (upper(info->id) == upper(id)) found.push_back(info);
  }
  return found;
}

std::vector<std::string_view> groups() {
  static const std::vector<std::string_view> all = [] {
    std::vector<std::string_view> names;
    for (const Rule& rule : control_table())
      if (std::ranges::find(names, rule.info.group) == names.end()) names.push_back(rule.info.group);
    return names;
  }();
  return all;
}

RunResult run_controls(const Invoice& invoice, const Facts& facts) {
  RunResult result;
  result.checks.not_run.reserve(control_table().size());
  std::vector<GroupState> states;
  states.reserve(control_table().size());
  for (const Rule& rule : control_table()) {
    const RuleInfo& info = rule.info;
    if (states.empty() || !same_text(states.back().name, info.group)) states.push_back({info.group, "", ""});
    Outcome outcome = run(rule, invoice, facts, result);
    count(states.back(), info, outcome);
    if (!outcome) {
      result.checks.not_run.push_back({std::string(info.id), std::move(outcome.error().reason)});
      continue;
    }
    ++result.checks.run;
    if (!outcome->empty()) ++result.checks.failed;
    for (Problem& problem : *outcome)
      result.findings.push_back({std::string(info.set), std::string(info.id), info.severity, std::move(problem.field),
                                 "", std::move(problem.message), std::move(problem.expected),
                                 std::move(problem.actual)});
  }
  for (GroupState& group : states) {
    if (!group.missing.empty())
      result.groups_not_run.emplace_back(group.name, std::move(group.missing));
    else if (group.confirms && !group.confirmed)
      result.groups_not_run.emplace_back(group.name, std::move(group.not_confirmed));
    else
      result.groups_run.push_back(group.name);
  }
  return result;
}

}  // namespace ap::rules
