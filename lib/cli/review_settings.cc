#include "cli/review_settings.h"

#include <fmt/format.h>

#include <array>

#include "cli/stage_settings.h"
#include "core/error.h"

namespace ap::cli {
namespace {

[[noreturn]] void fail(const Settings& settings, std::string_view key, const std::string& what) {
  throw Error(ErrorKind::config, fmt::format("{} ({}): {}", key, settings.origin(key), what), "see ap.toml(5)");
}

// Refuses limits that somebody set and that bind nobody.
template <class Add>
void read_limits(const Settings& settings, std::string_view key, const AuthorityRules& rules, Role role,
                 LimitTable& table, Add add) {
  auto limits = settings.list(key);
  for (const std::string& entry : limits)
    if (auto done = add(table, entry); !done) fail(settings, key, done.error());
  if (!limits.empty() && settings.origin(key) != "default" && !rules.groups.contains(role))
    fail(settings, key, fmt::format("limits bind nobody as long as authority.{}s names no group", to_string(role)));
}

}  // namespace

Authority authority_of(const Settings& settings) {
  static constexpr std::array<std::pair<Role, std::string_view>, 4> kKeys{
      {{Role::clerk, "authority.clerks"},
       {Role::approver, "authority.approvers"},
       {Role::auditor, "authority.auditors"},
       {Role::administrator, "authority.administrators"}}};
  AuthorityRules rules;
  for (const auto& [role, key] : kKeys)
    if (auto groups = settings.list(key); !groups.empty()) rules.groups[role] = std::move(groups);
  read_limits(settings, "authority.limits", rules, Role::approver, rules.approvals, add_limit);
  read_limits(settings, "authority.adjustments", rules, Role::clerk, rules.adjustments, add_limit);
  read_limits(settings, "authority.variances", rules, Role::approver, rules.variances, add_percentage);
  return Authority(std::move(rules));
}

DueRules due_rules(const Settings& settings) {
  DueRules rules;
  rules.hours = settings.integer("review.due_hours");
  for (const std::string& entry : settings.list("review.due_codes"))
    if (auto done = add_due_code(rules, entry); !done) fail(settings, "review.due_codes", done.error());
  for (const std::string& entry : settings.list("review.due_amounts"))
    if (auto done = add_due_amount(rules, entry); !done) fail(settings, "review.due_amounts", done.error());
  auto validate = validate_options(settings);
  for (const auto& [currency, limit] : validate.settings.amount_limits) rules.yardsticks.emplace(currency, limit);
  rules.yardstick = validate.settings.amount_limit;
  return rules;
}

ReviewOptions review_options(Context& context) {
  const Settings& settings = context.settings();
  auto reading = extract_settings(settings);
  return {.person = context.people().acting(),
          .authority = authority_of(settings),
          .validate = validate_options(settings),
          .due = due_rules(settings),
          .ocr = reading.ocr,
          .languages = reading.languages,
          .dry_run = context.options().dry_run()};
}

void demand(Context& context, Act act, std::string_view what) {
  auto allowed = authority_of(context.settings()).may(context.people().acting(), act, what);
  if (!allowed) throw Error(allowed.error().kind, allowed.error().message);
}

}  // namespace ap::cli
