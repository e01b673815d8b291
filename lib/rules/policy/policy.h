// A policy: what an organisation wants beyond the limits of ap.toml, in a file of its own with a name and a version.
//
//   limits   take the place of those of ap.toml; cases give others where conditions hold
//   routes   change what a code does: hold, only be noted, reject, or have another severity
//   gates    are conditions of their own, over fields, vendor and findings, with a consequence
//
// Everything fails closed: a condition that cannot be evaluated raises POLICY_UNDECIDED, which holds the document.
// Plain values, made by cli/policy_file.h, safe to share between threads. ap-policy(5) describes the file.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "rules/policy/condition.h"
#include "rules/settings.h"

namespace ap::rules {

struct LimitValue {
  std::string name;
  std::vector<std::string> values;  // sound: set_limit() takes them
  int line = 0;
};

struct PolicyCase {
  std::string name;
  When when;
  std::vector<LimitValue> limits;
  int line = 0;
};

enum class RouteAction { none, review, note, reject };

struct PolicyRoute {
  std::vector<Pattern> codes;
  std::string codes_text;  // as written
  When when;
  RouteAction action = RouteAction::none;
  std::optional<Severity> severity;
  int line = 0;
};

enum class GateAction { flag, review, approval, block, reject };

struct PolicyGate {
  std::string name;  // the code of its finding
  When when;
  GateAction action = GateAction::review;
  std::string role;     // that must approve
  std::string message;  // what people are told besides; "" nothing
  int line = 0;
  // Closes only on a document that nobody decided so many hours after it was due (stages/escalate.h), and stays closed.
  std::optional<int> overdue_hours = {};
};

struct Policy {
  std::string name, version, description;
  std::string file, text, digest;  // text: the bytes of the file; digest: their SHA-256
  std::vector<LimitValue> limits;
  std::vector<PolicyCase> cases;  // later ones go over earlier ones
  std::vector<PolicyRoute> routes;
  std::vector<PolicyGate> gates;

  std::string label() const;          // "osterkamp 2026-11-23 3fa94c01b2d7"
  std::string place(int line) const;  // "policy osterkamp 2026-11-23, line 12"
};

inline constexpr std::string_view kPolicySet = "policy";
inline constexpr std::string_view kUndecided = "POLICY_UNDECIDED";
// What a finding that nobody may approve away expects; the triggers of stores know these words.
inline constexpr std::string_view kNobodyApproves = "a correction, or rejection";

// Sets the limits for one document. `origins` learns for each limit that the policy set where it stands.
// Returned: findings of conditions that could not be evaluated.
std::vector<Finding> apply_limits(const Policy& policy, const Subject& subject, Settings& settings,
                                  std::map<std::string, std::string>& origins);

// Changes the severities of findings as the routes say, and adds what could not be decided. Returned: the codes that
// the policy rejects. `subject.findings` need not be set.
std::set<std::string> apply_routes(const Policy& policy, const Subject& subject, std::vector<Finding>& findings);

// The gates that close: of those that wait until a document is overdue, the ones whose time has come, and those that
// closed before. `subject.findings` must be set.
std::vector<Finding> close_gates(const Policy& policy, const Subject& subject, std::set<std::string>& rejected);

// Codes that no policy lets pass: only a correction or a second person removes them.
bool is_locked(std::string_view code);

// Of a finding of a gate: the role whose approval it wants; "" any.
std::string wanted_role(const Finding& finding);
// Nobody may approve it away.
bool is_block(const Finding& finding);

// Name, version, limits with their lines, cases, routes and gates, for people (--show-policy). Ends with a line end.
std::string describe(const Policy& policy);

}  // namespace ap::rules
