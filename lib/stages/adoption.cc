#include "stages/adoption.h"

#include <fmt/format.h>

#include "core/json_text.h"
#include "stages/decide.h"
#include "stages/event_facts.h"
#include "stages/received.h"

namespace ap {

std::string ruling_of(const ValidateOptions& options) {
  std::string settings = policy_version(options.settings);
  return options.policy ? options.policy->label() + "; " + settings : settings;
}

std::optional<Adoption> adopted(Store& store) {
  auto stored = store.policy_adopted();
  if (!stored) return std::nullopt;
  auto facts = event_facts(stored->event);
  std::string ruling = facts.is_object() ? facts.value("ruling", "") : "";
  if (ruling.empty()) return std::nullopt;
  return Adoption{std::move(ruling), stored->event.actor, stored->event.at_ms};
}

Adoption adopt(Store& store, const ValidateOptions& options, const std::string& actor, std::int64_t at_ms) {
  Adoption adoption{ruling_of(options), actor, at_ms};
  store.keep_text(settings_text(options.settings));
  if (options.policy) store.keep_text(options.policy->text);
  store.append_event("", {at_ms, actor, std::string(kPolicyAdopted), JsonText().text("ruling", adoption.ruling).str()});
  return adoption;
}

void give_up_adoption(Store& store, const std::string& actor, std::int64_t at_ms) {
  store.append_event("", {at_ms, actor, std::string(kPolicyAdopted), JsonText().text("ruling", "").str()});
}

std::optional<Finding> not_adopted(Store& store, const ValidateOptions& options) {
  auto adoption = adopted(store);
  if (!adoption) return std::nullopt;
  std::string own = ruling_of(options);
  if (adoption->ruling == own) return std::nullopt;
  Finding finding;
  finding.set = std::string(rules::kPolicySet);
  finding.rule = std::string(kNotAdopted);
  finding.severity = Severity::error;
  finding.message = fmt::format(
      "it was decided under {}, but the store adopted {} ({} on {}); have it decided under that one (ap-validate "
      "--again), or have an administrator adopt the other (ap-validate adopt)",
      own, adoption->ruling, adoption->actor, rfc3339(adoption->at_ms).substr(0, 10));
  finding.expected = std::string(rules::kNobodyApproves);
  finding.actual = own;
  return finding;
}

}  // namespace ap
