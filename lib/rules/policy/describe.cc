// A policy in words.
#include <fmt/format.h>

#include "rules/policy/policy.h"

namespace ap::rules {
namespace {

std::string conditions(const When& when) {
  std::string out;
  for (const Condition& condition : when.all) out += (out.empty() ? "where " : " and ") + condition.text;
  for (const Condition& condition : when.none) out += (out.empty() ? "unless " : ", unless ") + condition.text;
  return out.empty() ? "always" : out;
}

std::string limits(const std::vector<LimitValue>& values) {
  std::string out;
  for (const LimitValue& limit : values)
    out += fmt::format("  {:<22} {}  # line {}\n", limit.name, fmt::join(limit.values, ", "), limit.line);
  return out;
}

std::string consequence(const PolicyRoute& route) {
  if (route.severity) return fmt::format("severity {}", to_string(*route.severity));
  switch (route.action) {
    case RouteAction::note:
      return "is only noted";
    case RouteAction::reject:
      return "rejects";
    default:
      return "goes to review";
  }
}

std::string consequence(const PolicyGate& gate) {
  switch (gate.action) {
    case GateAction::flag:
      return "is flagged";
    case GateAction::review:
      return "goes to review";
    case GateAction::approval:
      return "needs approval by " + gate.role;
    case GateAction::block:
      return "is blocked until it is corrected or rejected";
    case GateAction::reject:
      return "is rejected";
  }
  return "";
}

}  // namespace

std::string describe(const Policy& policy) {
  std::string out = fmt::format("policy {} version {}\n  file   {}\n  sha256 {}\n", policy.name, policy.version,
                                policy.file, policy.digest);
  if (!policy.description.empty()) out += "  " + policy.description + "\n";
  if (!policy.limits.empty()) out += "\nlimits, over those of ap.toml\n" + limits(policy.limits);
  for (const PolicyCase& one : policy.cases)
    out += fmt::format("\ncase {} (line {}), {}\n{}", one.name, one.line, conditions(one.when), limits(one.limits));
  if (!policy.routes.empty()) out += "\nroutes\n";
  for (const PolicyRoute& route : policy.routes)
    out += fmt::format("  {} {}, {}  # line {}\n", route.codes_text, consequence(route), conditions(route.when),
                       route.line);
  if (!policy.gates.empty()) out += "\ngates\n";
  for (const PolicyGate& gate : policy.gates)
    out += fmt::format("  {} {}, {}{}  # line {}\n", gate.name, consequence(gate),
                       gate.overdue_hours ? fmt::format("when it is overdue for {} hours, ", *gate.overdue_hours) : "",
                       conditions(gate.when), gate.line);
  return out;
}

}  // namespace ap::rules
