#include "rules/policy/policy.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "rules/limits.h"
#include "rules/registry.h"

namespace ap::rules {
namespace {

constexpr std::string_view kApprovalBy = "approval by ";

// Judges, and turns what throws (a number too large to compute with) into not knowing.
Judged judge_safely(const When& when, const Subject& subject) {
  try {
    return judge(when, subject);
  } catch (const std::exception& error) {
    return {Truth::unknown, error.what()};
  }
}

Finding undecided(const Policy& policy, std::string_view what, int line, const std::string& why) {
  return {.set = std::string(kPolicySet),
          .rule = std::string(kUndecided),
          .severity = Severity::error,
          .field = "",
          .path = policy.place(line),
          .message = fmt::format("the policy's {} could not be decided: {}; look at the document", what, why),
          .expected = "",
          .actual = ""};
}

// A general limit of a policy takes the place of everything under it: limits of single currencies in ap.toml do not
// outlast it, and no field stays below a raised confidence.
void apply(const LimitValue& limit, Settings& settings) {
  if (limit.name == "amount_limit") settings.amount_limits.clear();
  [[maybe_unused]] auto done = set_limit(settings, limit.name, limit.values);
  if (limit.name == "confidence")
    std::erase_if(settings.confidences, [&](const auto& entry) { return entry.second < settings.confidence; });
}

void apply_all(const Policy& policy, const std::vector<LimitValue>& limits, std::string_view where, Settings& settings,
               std::map<std::string, std::string>& origins) {
  // General limits first, so that those of single currencies and fields beside them stay.
  for (bool by_name : {false, true}) {
    for (const LimitValue& limit : limits) {
      if ((find_limit(limit.name)->form == LimitForm::by_name) != by_name) continue;
      apply(limit, settings);
      origins[limit.name] = policy.place(limit.line) + std::string(where);
    }
  }
}

bool names(const PolicyRoute& route, const Finding& finding) {
  if (finding.set == kPolicySet || is_locked(finding.rule)) {
    // Locked codes may only be named to be rejected.
    if (finding.set == kPolicySet || route.action != RouteAction::reject) return false;
  }
  return std::ranges::any_of(route.codes, [&](const Pattern& code) { return code.matches(finding.rule); });
}

std::string with_note(const Policy& policy, const PolicyRoute& route, const Finding& finding, Severity now) {
  if (now == finding.severity) return finding.message;
  return fmt::format("{} ({} instead of {} by {})", finding.message, to_string(now), to_string(finding.severity),
                     policy.place(route.line));
}

Severity new_severity(const PolicyRoute& route, const Finding& finding) {
  if (route.severity) return *route.severity;
  if (route.action == RouteAction::note) return Severity::info;
  return route.action == RouteAction::none ? finding.severity : Severity::error;
}

std::string wanted(const PolicyGate& gate) {
  switch (gate.action) {
    case GateAction::flag:
      return "";
    case GateAction::review:
      return "a look by a person";
    case GateAction::approval:
      return std::string(kApprovalBy) + gate.role;
    case GateAction::block:
      return std::string(kNobodyApproves);
    case GateAction::reject:
      return "rejection";
  }
  return "";
}

// The first field of the invoice that the gate asks about.
std::string field_of(const PolicyGate& gate) {
  for (const Condition& condition : gate.when.all) {
    bool own = std::ranges::find(policy_fields(), condition.field, &PolicyField::name) == policy_fields().end();
    if (own && condition.field.find("[]") == std::string::npos) return condition.field;
  }
  return "";
}

bool is_time(const PolicyGate& gate, const Subject& subject) {
  if (!gate.overdue_hours || subject.escalated.contains(gate.name)) return true;
  return subject.overdue_hours && *subject.overdue_hours >= *gate.overdue_hours;
}

}  // namespace

std::string Policy::label() const { return fmt::format("{} {} {}", name, version, digest.substr(0, 12)); }
std::string Policy::place(int line) const { return fmt::format("policy {} {}, line {}", name, version, line); }

std::vector<Finding> apply_limits(const Policy& policy, const Subject& subject, Settings& settings,
                                  std::map<std::string, std::string>& origins) {
  std::vector<Finding> problems;
  apply_all(policy, policy.limits, "", settings, origins);
  for (const PolicyCase& one : policy.cases) {
    Judged judged = judge_safely(one.when, subject);
    if (judged.truth == Truth::unknown)
      problems.push_back(undecided(policy, "case " + one.name, one.line, judged.seen));
    if (judged.truth == Truth::yes)
      apply_all(policy, one.limits, fmt::format(" (case {}: {})", one.name, judged.seen), settings, origins);
  }
  return problems;
}

std::set<std::string> apply_routes(const Policy& policy, const Subject& subject, std::vector<Finding>& findings) {
  std::set<std::string> rejected;
  std::vector<Finding> problems;
  for (const PolicyRoute& route : policy.routes) {
    bool meant = std::ranges::any_of(findings, [&](const Finding& finding) { return names(route, finding); });
    if (!meant) continue;
    Judged judged = judge_safely(route.when, subject);
    if (judged.truth == Truth::unknown)
      problems.push_back(undecided(policy, "route of " + route.codes_text, route.line, judged.seen));
    if (judged.truth != Truth::yes) continue;
    for (Finding& finding : findings) {
      if (!names(route, finding)) continue;
      Severity now = new_severity(route, finding);
      finding.message = with_note(policy, route, finding, now);
      finding.severity = now;
      if (route.action == RouteAction::reject) rejected.insert(finding.rule);
    }
  }
  findings.insert(findings.end(), problems.begin(), problems.end());
  return rejected;
}

std::vector<Finding> close_gates(const Policy& policy, const Subject& subject, std::set<std::string>& rejected) {
  std::vector<Finding> closed;
  for (const PolicyGate& gate : policy.gates) {
    if (!is_time(gate, subject)) continue;
    Judged judged = judge_safely(gate.when, subject);
    if (judged.truth == Truth::no) continue;
    if (judged.truth == Truth::unknown) {
      closed.push_back(undecided(policy, "gate " + gate.name, gate.line, judged.seen));
      continue;
    }
    std::string why, wants = wanted(gate);
    if (gate.overdue_hours) why = fmt::format("nobody decided it {} hours after it was due", *gate.overdue_hours);
    for (const Condition& condition : gate.when.all) why += (why.empty() ? "" : ", ") + condition.text;
    for (const Condition& condition : gate.when.none) why += ", unless " + condition.text;
    closed.push_back({.set = std::string(kPolicySet),
                      .rule = gate.name,
                      .severity = gate.action == GateAction::flag ? Severity::warning : Severity::error,
                      .field = field_of(gate),
                      .path = policy.place(gate.line),
                      .message = fmt::format("{}{}{}{}", gate.message.empty() ? "" : gate.message + ": ", why,
                                             judged.seen.empty() ? "" : " (" + judged.seen + ")",
                                             wants.empty() ? "" : "; it needs " + wants),
                      .expected = wants,
                      .actual = judged.seen});
    if (gate.action == GateAction::reject) rejected.insert(gate.name);
  }
  return closed;
}

bool is_locked(std::string_view code) {
  static constexpr std::array<std::string_view, 9> kLocked = {
      "DUPLICATE_INVOICE", "NOT_AN_INVOICE",       "MISSING_REQUIRED_FIELD", "INVALID_IBAN", "INVALID_AMOUNT",
      "SANCTIONS_HIT",     "BANK_DETAILS_CHANGED", "HYBRID_MISMATCH",        "QR_MISMATCH"};
  return std::ranges::find(kLocked, code) != kLocked.end();
}

std::string wanted_role(const Finding& finding) {
  bool asks = finding.set == kPolicySet && finding.expected.starts_with(kApprovalBy);
  return asks ? finding.expected.substr(kApprovalBy.size()) : "";
}

bool is_block(const Finding& finding) { return finding.set == kPolicySet && finding.expected == kNobodyApproves; }

}  // namespace ap::rules
