#include "stages/escalate.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/json_text.h"
#include "stages/find_document.h"
#include "stages/received.h"

namespace ap {
namespace {

constexpr std::int64_t kHourMs = 3600000;

const Finding* finding_of(const Record& record, const std::string& gate) {
  auto found = std::ranges::find_if(
      record.findings, [&](const Finding& each) { return each.set == rules::kPolicySet && each.rule == gate; });
  return found == record.findings.end() ? nullptr : &*found;
}

Event event_of(const Escalated& one, std::int64_t due, std::int64_t now, const EscalateOptions& options) {
  std::vector<std::string> gates, roles;
  for (const std::string& gate : one.gates) {
    gates.push_back(json_quote(gate));
    const Finding* finding = finding_of(one.record, gate);
    std::string role = finding ? rules::wanted_role(*finding) : "";
    if (!role.empty()) roles.push_back(json_quote(role));
  }
  return {now, options.actor, "escalated",
          JsonText()
              .raw("gates", json_array(gates))
              .raw("to", json_array(roles))
              .text("due", rfc3339(due))
              .text("policy", options.validate.policy->label())
              .str()};
}

}  // namespace

void escalate(const ValidatePorts& ports, const EscalateOptions& options,
              const std::function<bool(const Escalated&)>& told) {
  std::int64_t now = ports.clock.now_ms();
  if (options.validate.policy && ports.keep_text) ports.keep_text(options.validate.policy->text);
  ports.store->for_each({State::validated, Route::review, 0}, [&](const Record& record) {
    auto due = due_ms(record, options.due);
    if (!due || *due >= now) return true;
    Escalated one{record, {}, now - *due};
    one.gates = close_late_gates(one.record, ports, options.validate, one.overdue_ms / kHourMs);
    if (one.gates.empty()) return true;
    if (!options.dry_run && !ports.store->update(one.record, State::validated, event_of(one, *due, now, options)))
      return true;
    return told(one);
  });
}

std::string escalated_line(const Escalated& one, bool dry_run) {
  std::string gates;
  for (const std::string& gate : one.gates) {
    const Finding* finding = finding_of(one.record, gate);
    gates += (gates.empty() ? "" : ", ") + gate;
    if (finding && !finding->expected.empty()) gates += fmt::format(" (needs {})", finding->expected);
  }
  return fmt::format("{} {}escalated: {}, due since {}", short_id(one.record), dry_run ? "would be " : "", gates,
                     age_text(one.overdue_ms));
}

}  // namespace ap
