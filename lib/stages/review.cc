#include "stages/review.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/fields.h"
#include "core/json_text.h"
#include "stages/duplicate_index.h"
#include "stages/received.h"

namespace ap {
namespace {

std::unexpected<Refusal> refuse(ErrorKind kind, std::string message) {
  return std::unexpected(Refusal{kind, std::move(message)});
}

bool matches(const Record& record, const ReviewFilter& filter, std::int64_t now_ms) {
  if (filter.older_than_days) {
    auto received = received_ms(record);
    if (!received || now_ms - *received < std::int64_t(*filter.older_than_days) * 86400000) return false;
  }
  if (filter.least || filter.most) {
    if (!record.invoice) return false;
    const auto& totals = record.invoice->totals;
    const auto& amount = totals.gross ? totals.gross : totals.payable;
    if (!amount || (filter.least && *amount < *filter.least) || (filter.most && *amount > *filter.most)) return false;
  }
  return filter.rule.empty() ||
         std::ranges::any_of(record.findings, [&](const Finding& f) { return f.rule == filter.rule; });
}

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

// The evidence of a corrected value keeps the place on the page and what was read there.
void mark_corrected(Record& record, const std::string& path, const std::string& before, const std::string& value) {
  if (value.empty()) {
    record.evidence.erase(path);
    return;
  }
  Evidence& evidence = record.evidence[path];
  if (!before.empty() && evidence.how != How::correction)
    evidence.alternatives.insert(evidence.alternatives.begin(), {before, evidence.confidence});
  evidence.confidence = kCertain;
  evidence.how = How::correction;
  if (evidence.text.empty()) evidence.text = value;
}

}  // namespace

std::vector<std::string> cannot_approve(const Record& record) {
  static constexpr std::array<std::string_view, 5> kNever = {
      "DUPLICATE_INVOICE", "NOT_AN_INVOICE", "MISSING_REQUIRED_FIELD", "INVALID_IBAN", "INVALID_AMOUNT"};
  std::vector<std::string> codes;
  for (const Finding& finding : record.findings) {
    bool never = finding.severity == Severity::error && std::ranges::find(kNever, finding.rule) != kNever.end();
    if (never && std::ranges::find(codes, finding.rule) == codes.end()) codes.push_back(finding.rule);
  }
  return codes;
}

Review::Review(ValidatePorts ports, ReviewOptions options) : ports_(ports), options_(std::move(options)) {}

std::vector<Record> Review::list(const ReviewFilter& filter) {
  std::vector<Record> found;
  std::int64_t now = ports_.clock.now_ms();
  ports_.store->for_each({filter.state, filter.route, 0}, [&](const Record& record) {
    if (matches(record, filter, now)) found.push_back(record);
    return filter.limit == 0 || std::int64_t(found.size()) < filter.limit;
  });
  return found;
}

Reviewed<Record> Review::find(std::string_view prefix) { return find_document(*ports_.store, prefix); }

Reviewed<Record> Review::correct(const std::string& id,
                                 const std::vector<std::pair<std::string, std::string>>& changes) {
  auto found = find(id);
  if (!found) return found;
  Record record = std::move(*found);
  if (auto why = locked(record); !why.empty())
    return refuse(ErrorKind::bad_input, fmt::format("{} cannot be corrected: {}", short_id(record), why));
  if (!record.invoice) record.invoice.emplace();
  std::vector<std::string> told;
  std::vector<extract::Correction> corrections;
  const Record untouched = record;
  for (const auto& [path, value] : changes) {
    std::string before = get_field(*record.invoice, path).value_or("");
    if (auto done = set_field(*record.invoice, path, value); !done)
      return refuse(ErrorKind::usage, fmt::format("{}: {}; nothing was changed", path, done.error()));
    if (before != value) corrections.push_back({path, before, value});
    mark_corrected(record, path, before, value);
    told.push_back(JsonText().text("field", path).text("old", before).text("new", value).str());
  }
  if (record.decision) record.decision->approvals.clear();
  auto taught = lessons(record, corrections);
  record = validate(std::move(record), ports_, options_.validate);
  Event event{ports_.clock.now_ms(), options_.actor, "corrected", JsonText().raw("changes", json_array(told)).str()};
  auto kept = keep(std::move(record), std::move(event));
  if (!kept) return kept;
  note_for_duplicates(*ports_.store, *kept);
  std::vector<std::string> wrong;
  for (const extract::Correction& correction : corrections) wrong.push_back(correction.field);
  judge_habits(untouched, wrong, false);
  remember(*kept, std::move(taught));
  return kept;
}

Reviewed<Record> Review::approve(const std::string& id, const std::string& reason) {
  auto found = find(id);
  if (!found) return found;
  const Record& record = *found;
  if (auto why = locked(record); !why.empty())
    return refuse(ErrorKind::bad_input, fmt::format("{} cannot be approved: {}", short_id(record), why));
  if (record.route() != Route::review)
    return refuse(ErrorKind::bad_input,
                  fmt::format("{} cannot be approved: its route is {}, not review{}", short_id(record),
                              to_string(*record.route()), record.route() == Route::reject ? "; reopen it first" : ""));
  if (auto codes = cannot_approve(record); !codes.empty())
    return refuse(ErrorKind::bad_input, fmt::format("{} cannot be approved with {}: correct the document, or reject it",
                                                    short_id(record), fmt::join(codes, ", ")));
  if (!record.invoice)
    return refuse(ErrorKind::bad_input,
                  fmt::format("{} cannot be approved: nothing was extracted; enter it with correct", short_id(record)));
  bool alone = corrected_by_actor(record.id);
  if (options_.four_eyes && alone)
    return refuse(ErrorKind::permission,
                  fmt::format("{} was corrected by {}; another person must approve it (four eyes)", short_id(record),
                              options_.actor));
  bool errors = std::ranges::any_of(record.findings, [](const Finding& f) { return f.severity == Severity::error; });
  if (errors && reason.empty())
    return refuse(ErrorKind::usage,
                  fmt::format("{} has errors; say with --reason why it may be paid all the same", short_id(record)));
  auto done = decide_by_person(record, Route::approve, "approve", alone ? "approved_alone" : "approved", reason);
  if (done && done->invoice) judge_habits(*done, present_fields(*done->invoice), true);
  return done;
}

Reviewed<Record> Review::reject(const std::string& id, const std::string& reason) {
  auto found = find(id);
  if (!found) return found;
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
  if (auto why = locked(*found); !why.empty())
    return refuse(ErrorKind::bad_input, fmt::format("{} cannot be reopened: {}", short_id(*found), why));
  if (found->route() == Route::review)
    return refuse(ErrorKind::bad_input, fmt::format("{} is in review already", short_id(*found)));
  return decide_by_person(std::move(*found), Route::review, "reopen", "reopened", reason);
}

std::vector<StoredEvent> Review::history(const std::string& id) {
  std::vector<StoredEvent> events;
  ports_.store->for_each_event(id, [&](const StoredEvent& event) {
    events.push_back(event);
    return true;
  });
  return events;
}

Reviewed<Record> Review::decide_by_person(Record record, Route route, std::string_view action, std::string_view event,
                                          const std::string& reason) {
  std::int64_t now = ports_.clock.now_ms();
  Decision& decision = *record.decision;
  decision.route = route;
  decision.approvals.push_back({options_.actor, std::string(action), reason, rfc3339(now)});
  if (route != Route::approve)
    decision.reasons.push_back(fmt::format("{} by {}{}{}", event, options_.actor, reason.empty() ? "" : ": ", reason));
  std::string detail = reason.empty() ? "" : JsonText().text("reason", reason).str();
  return keep(std::move(record), Event{now, options_.actor, std::string(event), detail});
}

Reviewed<Record> Review::keep(Record record, Event event) {
  if (ports_.store->update(record, State::validated, event)) return record;
  return refuse(
      ErrorKind::temporary,
      fmt::format("{} was changed by another run, or an export holds it; look at it again", short_id(record)));
}

bool Review::corrected_by_actor(const std::string& id) {
  bool found = false;
  ports_.store->for_each_event(id, [&](const StoredEvent& event) {
    found = event.event.kind == "corrected" && event.event.actor == options_.actor;
    return !found;
  });
  return found;
}

}  // namespace ap
