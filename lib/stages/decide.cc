#include "stages/decide.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/digest.h"
#include "rules/limits.h"
#include "rules/registry.h"

namespace ap {
namespace {

// Raised when the meaning of a control changes, so that old decisions can be told from new ones.
constexpr std::string_view kControlsVersion = "controls/2";

std::string advice(std::string_view group) {
  if (group == "vendor" || group == "bank" || group == "matching")
    return "load what is missing (ap-validate import), or leave the group out of validate.required_controls";
  if (group == "duplicates") return "give --store, so that earlier invoices can be compared";
  if (group == "arithmetic") return "look at the document, correct what is missing, and approve it";
  return "look at the document and correct what is missing";
}

}  // namespace

bool holds(const Finding& finding) {
  if (finding.severity == Severity::error) return true;
  if (finding.severity == Severity::info || finding.set != "controls") return false;
  return std::ranges::any_of(rules::controls(),
                             [&](const rules::Rule& rule) { return rule.info.review && rule.info.id == finding.rule; });
}

Decision decide(const Record& record, const std::vector<std::pair<std::string_view, std::string>>& groups_not_run,
                const rules::Settings& settings, const std::set<std::string>& rejecting, std::string_view version) {
  Decision decision;
  decision.policy = version.empty() ? policy_version(settings) : std::string(version);
  decision.route = Route::approve;
  if (!record.invoice) {
    decision.route = Route::review;
    decision.reasons.push_back("nothing was extracted from the document; enter it by hand or reject it");
  }
  bool rejected = false;
  for (const Finding& finding : record.findings) {
    if (!holds(finding)) continue;
    if (finding.rule == "NOT_AN_INVOICE" || rejecting.contains(finding.rule)) rejected = true;
    decision.route = Route::review;
    decision.reasons.push_back(fmt::format("{}: {}", finding.rule, finding.message));
  }
  auto known = rules::groups();
  for (const std::string& group : settings.required_controls) {
    auto missing = std::ranges::find(groups_not_run, group, &std::pair<std::string_view, std::string>::first);
    bool unknown = std::ranges::find(known, group) == known.end();
    if (missing == groups_not_run.end() && !unknown) continue;
    decision.route = Route::review;
    if (unknown)
      decision.reasons.push_back(fmt::format("the required control group '{}' does not exist", group));
    else if (record.invoice)
      decision.reasons.push_back(
          fmt::format("the required control group '{}' did not run ({}); {}", group, missing->second, advice(group)));
  }
  if (rejected) decision.route = Route::reject;
  return decision;
}

Decision keep_human_decision(Decision fresh, const Decision& earlier, const std::vector<Finding>& before,
                             const std::vector<Finding>& now) {
  fresh.approvals = earlier.approvals;
  if (earlier.approvals.empty()) return fresh;
  const Approval& last = earlier.approvals.back();
  if (last.action == "reject") {
    fresh.route = Route::reject;
    fresh.reasons = earlier.reasons;
  }
  if (last.action == "reopen" && fresh.route == Route::approve) {
    fresh.route = Route::review;
    fresh.reasons = earlier.reasons;
  }
  if (last.action != "approve" || fresh.route == Route::approve) return fresh;
  // Once something new has held it back, the approval stands for nothing any more, however often it is decided again.
  if (earlier.route != Route::approve) return fresh;
  std::vector<std::string> reasons;
  for (const Finding& finding : now) {
    bool known = std::ranges::any_of(before, [&](const Finding& old) {
      return old.rule == finding.rule && old.field == finding.field && old.actual == finding.actual;
    });
    if (holds(finding) && !known)
      reasons.push_back(
          fmt::format("{}: {} (new since the approval by {})", finding.rule, finding.message, last.actor));
  }
  if (reasons.empty()) {
    fresh.route = Route::approve;
    fresh.reasons = earlier.reasons;
  } else {
    fresh.reasons = std::move(reasons);
  }
  return fresh;
}

std::vector<std::string> correctors(const Record& record, Store* store) {
  std::vector<std::string> people;
  if (store != nullptr)
    store->for_each_event(record.id, [&](const StoredEvent& stored) {
      const Event& event = stored.event;
      if (event.kind == "corrected" && std::ranges::find(people, event.actor) == people.end())
        people.push_back(event.actor);
      return true;
    });
  if (store != nullptr) return people;
  if (record.evidence.any(How::correction)) people.emplace_back("a person");
  return people;
}

void hold_corrected(Record& record, const std::vector<std::string>& correctors) {
  if (correctors.empty() || record.route() != Route::approve) return;
  Decision& decision = *record.decision;
  bool approved = !decision.approvals.empty() && decision.approvals.back().action == "approve" &&
                  std::ranges::find(correctors, decision.approvals.back().actor) == correctors.end();
  if (approved) return;
  decision.route = Route::review;
  decision.reasons.push_back(
      fmt::format("corrected by {}: another person must approve it (four eyes)", fmt::join(correctors, ", ")));
}

std::string settings_text(const rules::Settings& settings) {
  std::string text = fmt::format("{}\n", kControlsVersion);
  for (const rules::LimitInfo& limit : rules::limit_table())
    text += fmt::format("{} = {}\n", limit.name, rules::limit_text(settings, limit.name));
  return text;
}

std::string policy_version(const rules::Settings& settings) {
  return fmt::format("{} {}", kControlsVersion, sha256_hex(as_bytes(settings_text(settings))).substr(0, 12));
}

}  // namespace ap
