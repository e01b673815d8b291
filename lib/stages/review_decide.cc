// What people decide about a document: approve, reject, reopen, release, assign.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/fields.h"
#include "core/json_text.h"
#include "core/master_kinds.h"
#include "rules/policy/policy.h"
#include "stages/adoption.h"
#include "stages/decide.h"
#include "stages/review_parts.h"

namespace ap {
namespace {

constexpr std::string_view kBankChanged = "BANK_DETAILS_CHANGED";

bool has(const Record& record, std::string_view rule) {
  return std::ranges::any_of(record.findings, [&](const Finding& finding) { return finding.rule == rule; });
}

// The roles that gates of the policy want, as JSON texts: who approves stands for them, or is refused.
std::vector<std::string> roles_wanted(const Record& record) {
  std::vector<std::string> roles;
  for (const Finding& finding : record.findings) {
    std::string role = rules::wanted_role(finding);
    if (!role.empty() && std::ranges::find(roles, json_quote(role)) == roles.end()) roles.push_back(json_quote(role));
  }
  return roles;
}

}  // namespace

// Why a document in this state cannot be changed by a person; "" when it can.
std::string locked(const Record& record) {
  if (record.disposal) return "it was disposed of on " + record.disposal->on;
  if (record.state == State::exported) return "it is exported; void its batch first (ap-export --void)";
  if (record.state == State::failed) return "it could not be read; take a readable copy in, or extract it again";
  if (record.route() == Route::duplicate) return "it is an exact repeat of " + record.decision->duplicate_of;
  if (record.state != State::validated) return "it is not validated yet; run ap-validate first";
  if (!record.route()) return "it is a mail that only carried documents; they stand for themselves";
  return "";
}

std::vector<std::string> cannot_approve(const Record& record) {
  static constexpr std::array<std::string_view, 6> kNever = {"DUPLICATE_INVOICE",      "NOT_AN_INVOICE",
                                                             "MISSING_REQUIRED_FIELD", "INVALID_IBAN",
                                                             "INVALID_AMOUNT",         "BANK_DETAILS_CHANGED"};
  std::vector<std::string> codes;
  for (const Finding& finding : record.findings) {
    bool never = finding.severity == Severity::error && std::ranges::find(kNever, finding.rule) != kNever.end();
    never = never || rules::is_block(finding);
    if (never && std::ranges::find(codes, finding.rule) == codes.end()) codes.push_back(finding.rule);
  }
  return codes;
}

std::optional<Refusal> Review::unapprovable(const Record& record, const std::string& reason) {
  auto refusal = [&](ErrorKind kind, std::string message) { return Refusal{kind, std::move(message)}; };
  if (auto why = locked(record); !why.empty())
    return refusal(ErrorKind::bad_input, fmt::format("{} cannot be approved: {}", short_id(record), why));
  if (record.route() != Route::review)
    return refusal(ErrorKind::bad_input,
                   fmt::format("{} cannot be approved: its route is {}, not review{}", short_id(record),
                               to_string(*record.route()), record.route() == Route::reject ? "; reopen it first" : ""));
  if (has(record, kNotAdopted))
    return refusal(
        ErrorKind::bad_input,
        fmt::format("{} cannot be approved: it was decided under a policy that the store did not adopt; have "
                    "it decided again under the adopted one (ap-validate --again), then look at it anew",
                    short_id(record)));
  if (auto codes = cannot_approve(record); !codes.empty()) {
    bool bank = codes.size() == 1 && codes[0] == kBankChanged;
    return refusal(ErrorKind::bad_input,
                   fmt::format("{} cannot be approved with {}: {}", short_id(record), fmt::join(codes, ", "),
                               bank ? "ask the vendor on a number that you already had, then ap-review release"
                                    : "correct the document, or reject it"));
  }
  for (const Finding& finding : record.findings) {
    if (rules::is_block(finding))
      return refusal(
          ErrorKind::bad_input,
          fmt::format("{} cannot be approved: the policy blocks it ({}: {}); correct the document, or reject it",
                      short_id(record), finding.rule, finding.message));
    std::string role = rules::wanted_role(finding);
    if (!role.empty() && !options_.authority.stands_for(options_.person, role))
      return refusal(ErrorKind::permission,
                     fmt::format("{} may not approve document {}: the policy wants somebody of the group {} ({})",
                                 options_.person.name, short_id(record), role, finding.rule));
  }
  if (!record.invoice)
    return refusal(
        ErrorKind::bad_input,
        fmt::format("{} cannot be approved: nothing was extracted; enter it with correct", short_id(record)));
  if (corrected_by_actor(record.id))
    return refusal(ErrorKind::permission,
                   fmt::format("{} was corrected by {}; another person must approve it (four eyes)", short_id(record),
                               options_.person.name));
  if (auto allowed = options_.authority.may_approve(options_.person, record); !allowed) return allowed.error();
  bool errors = std::ranges::any_of(record.findings, [](const Finding& f) { return f.severity == Severity::error; });
  if (errors && reason.empty())
    return refusal(ErrorKind::usage,
                   fmt::format("{} has errors; say with --reason why it may be paid all the same", short_id(record)));
  return std::nullopt;
}

Reviewed<Record> Review::approve(const std::string& id, const std::string& reason) {
  auto found = find(id);
  if (!found) return found;
  if (auto refusal = forbidden(Act::approve, *found)) return std::unexpected(*refusal);
  if (auto refusal = unapprovable(*found, reason)) return std::unexpected(*refusal);
  auto done = decide_by_person(std::move(*found), Route::approve, "approve", "approved", reason);
  if (done && done->invoice && !options_.dry_run) judge_habits(*done, present_fields(*done->invoice), true);
  return done;
}

Reviewed<Record> Review::reject(const std::string& id, const std::string& reason) {
  auto found = find(id);
  if (!found) return found;
  if (auto refusal = forbidden(Act::reject, *found)) return std::unexpected(*refusal);
  if (auto why = locked(*found); !why.empty())
    return refuse(ErrorKind::bad_input, fmt::format("{} cannot be rejected: {}", short_id(*found), why));
  if (found->route() == Route::reject)
    return refuse(ErrorKind::bad_input, fmt::format("{} is rejected already", short_id(*found)));
  if (reason.empty()) return refuse(ErrorKind::usage, "say with --reason why it is rejected");
  return decide_by_person(std::move(*found), Route::reject, "reject", "rejected", reason);
}

Reviewed<Record> Review::reopen(const std::string& id, const std::string& reason) {
  auto found = find(id);
  if (!found) return found;
  if (auto refusal = forbidden(Act::reopen, *found)) return std::unexpected(*refusal);
  if (auto why = locked(*found); !why.empty())
    return refuse(ErrorKind::bad_input, fmt::format("{} cannot be reopened: {}", short_id(*found), why));
  if (found->route() == Route::review)
    return refuse(ErrorKind::bad_input, fmt::format("{} is in review already", short_id(*found)));
  return decide_by_person(std::move(*found), Route::review, "reopen", "reopened", reason);
}

std::optional<Refusal> Review::put_on_file(const Record& record, const std::string& how) {
  std::int64_t now = ports_.clock.now_ms();
  Date today = ports_.clock.today();
  auto row = checked_row(MasterKind::accounts, {{"vendor_id", record.coding.vendor_id},
                                                {"iban", record.invoice->payment.iban},
                                                {"confirmed_by", options_.person.name},
                                                {"confirmed_on", today.str()},
                                                {"evidence", how}});
  if (!row)
    return Refusal{ErrorKind::bad_input, fmt::format("{} cannot be released: {}", short_id(record), row.error())};
  if (options_.dry_run) return std::nullopt;
  ports_.store->master_data().import({.kind = MasterKind::accounts,
                                      .items = {{master_key(MasterKind::accounts, *row), {*row}}},
                                      .today = today,
                                      .source = "release of document " + record.id,
                                      .actor = options_.person.name,
                                      .at_ms = now});
  return std::nullopt;
}

Reviewed<Record> Review::release(const std::string& id, const std::string& how) {
  auto found = find(id);
  if (!found) return found;
  Record record = std::move(*found);
  if (auto refusal = forbidden(Act::release, record)) return std::unexpected(*refusal);
  auto cannot = [&](std::string_view why) {
    return refuse(ErrorKind::bad_input, fmt::format("{} cannot be released: {}", short_id(record), why));
  };
  if (auto why = locked(record); !why.empty()) return cannot(why);
  if (!has(record, kBankChanged)) return cannot("its bank details are not held");
  if (!record.invoice || record.coding.vendor_id.empty()) return cannot("no vendor was found for it");
  if (corrected_by_actor(record.id))
    return refuse(ErrorKind::permission,
                  fmt::format("{} was corrected by {}; another person must confirm its bank details (four eyes)",
                              short_id(record), options_.person.name));
  if (how.empty())
    return refuse(ErrorKind::usage,
                  "say with --confirmed how the account was confirmed, as in 'called the number of the contract'");
  if (auto refusal = put_on_file(record, how)) return std::unexpected(*refusal);
  std::string values = JsonText()
                           .text("vendor_id", record.coding.vendor_id)
                           .text("iban", record.invoice->payment.iban)
                           .text("confirmed", how)
                           .str();
  if (!options_.dry_run) record = validate(std::move(record), ports_, options_.validate);
  return keep(std::move(record), Event{ports_.clock.now_ms(), options_.person.name, "released", "", std::move(values)});
}

Reviewed<Record> Review::assign(const std::string& id, const std::string& user,
                                const std::function<bool(std::string_view)>& known) {
  auto found = find(id);
  if (!found) return found;
  if (auto refusal = forbidden(Act::assign, *found)) return std::unexpected(*refusal);
  if (!user.empty() && !known(user))
    return refuse(ErrorKind::usage,
                  fmt::format("there is no user {} on this system; give a login name, or - for nobody", user));
  if (options_.dry_run) return found;
  Event event{ports_.clock.now_ms(), options_.person.name, "assigned", JsonText().text("to", user).str()};
  ports_.store->assign(found->id, user, event);
  return found;
}

Reviewed<Record> Review::decide_by_person(Record record, Route route, std::string_view action, std::string_view event,
                                          const std::string& reason) {
  std::int64_t now = ports_.clock.now_ms();
  const std::string& actor = options_.person.name;
  Decision& decision = *record.decision;
  decision.route = route;
  decision.approvals.push_back({actor, std::string(action), reason, rfc3339(now)});
  if (route != Route::approve)
    decision.reasons.push_back(fmt::format("{} by {}{}{}", event, actor, reason.empty() ? "" : ": ", reason));
  std::string values = reason.empty() ? "" : JsonText().text("reason", reason).str();
  auto roles = route == Route::approve ? roles_wanted(record) : std::vector<std::string>();
  std::string detail = roles.empty() ? "" : JsonText().raw("as", json_array(roles)).str();
  return keep(std::move(record), Event{now, actor, std::string(event), detail, values});
}

}  // namespace ap
