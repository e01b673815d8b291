#include "stages/review.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/fields.h"
#include "core/json_text.h"
#include "stages/decide.h"
#include "stages/duplicate_index.h"
#include "stages/received.h"
#include "stages/review_parts.h"

namespace ap {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool is_vendor(const Record& record, const std::string& vendor) {
  if (vendor.empty()) return true;
  if (record.coding.vendor_id == vendor) return true;
  if (!record.invoice) return false;
  const Party& seller = record.invoice->seller;
  return lower(seller.name).find(lower(vendor)) != std::string::npos || seller.vat_id == vendor ||
         record.invoice->payment.iban == vendor;
}

bool amount_within(const Record& record, const ReviewFilter& filter) {
  if (!filter.least && !filter.most) return true;
  if (!record.invoice) return false;
  const auto& totals = record.invoice->totals;
  const auto& amount = totals.gross ? totals.gross : totals.payable;
  return amount && !(filter.least && *amount < *filter.least) && !(filter.most && *amount > *filter.most);
}

bool matches(const Record& record, const ReviewFilter& filter, const std::map<std::string, std::string>& assignees,
             const DueRules& due, std::int64_t now_ms) {
  if (filter.older_than_days) {
    auto received = received_ms(record);
    if (!received || now_ms - *received < std::int64_t(*filter.older_than_days) * 86400000) return false;
  }
  if (filter.assignee) {
    auto found = assignees.find(record.id);
    if ((found == assignees.end() ? "" : found->second) != *filter.assignee) return false;
  }
  if (filter.due_before) {
    auto at = due_ms(record, due);
    if (!at || *at > *filter.due_before) return false;
  }
  return amount_within(record, filter) && is_vendor(record, filter.vendor) &&
         (filter.rule.empty() ||
          std::ranges::any_of(record.findings, [&](const Finding& f) { return f.rule == filter.rule; }));
}

// Who stands before whom; equal ones stay in order of arrival.
bool before(const Record& a, const Record& b, ReviewOrder order, const DueRules& due) {
  if (order == ReviewOrder::due) return due_ms(a, due).value_or(INT64_MAX) < due_ms(b, due).value_or(INT64_MAX);
  if (order == ReviewOrder::amount) return worth(b, amount_of(b), due) < worth(a, amount_of(a), due);
  return worth(b, at_risk(b), due) < worth(a, at_risk(a), due);
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

Review::Review(ValidatePorts ports, ReviewOptions options) : ports_(ports), options_(std::move(options)) {}

std::vector<Record> Review::list(const ReviewFilter& filter) {
  std::vector<Record> found;
  std::int64_t now = ports_.clock.now_ms();
  auto assignees = filter.assignee ? assignments() : std::map<std::string, std::string>();
  bool sorted = filter.order != ReviewOrder::arrival;
  ports_.store->for_each({filter.state, filter.route, 0}, [&](const Record& record) {
    if (matches(record, filter, assignees, options_.due, now)) found.push_back(record);
    return sorted || filter.limit == 0 || std::int64_t(found.size()) < filter.limit;
  });
  if (!sorted) return found;
  std::ranges::stable_sort(found,
                           [&](const Record& a, const Record& b) { return before(a, b, filter.order, options_.due); });
  if (filter.limit > 0 && std::int64_t(found.size()) > filter.limit)
    found.erase(found.begin() + filter.limit, found.end());
  return found;
}

Reviewed<Record> Review::find(std::string_view prefix) { return find_document(*ports_.store, prefix); }

Reviewed<Record> Review::correct(const std::string& id,
                                 const std::vector<std::pair<std::string, std::string>>& changes) {
  auto found = find(id);
  if (!found) return found;
  Record record = std::move(*found);
  if (auto refusal = forbidden(Act::correct, record)) return std::unexpected(*refusal);
  if (auto why = locked(record); !why.empty())
    return refuse(ErrorKind::bad_input, fmt::format("{} cannot be corrected: {}", short_id(record), why));
  if (!record.invoice) record.invoice.emplace();
  std::vector<std::string> told, fields;
  std::vector<extract::Correction> corrections;
  const Record untouched = record;
  for (const auto& [path, value] : changes) {
    std::string before = get_field(*record.invoice, path).value_or("");
    if (auto done = set_field(*record.invoice, path, value); !done)
      return refuse(ErrorKind::usage, fmt::format("{}: {}; nothing was changed", path, done.error()));
    if (before != value) corrections.push_back({path, before, value});
    mark_corrected(record, path, before, value);
    told.push_back(JsonText().text("field", path).text("old", before).text("new", value).str());
    fields.push_back(json_quote(path));
  }
  auto adjusted = largest_adjustment(untouched, record, first_read(*ports_.store, record.id));
  if (auto allowed = options_.authority.may_adjust(options_.person, record, adjusted); !allowed)
    return std::unexpected(allowed.error());
  if (record.decision) record.decision->approvals.clear();
  auto taught = options_.dry_run ? std::vector<Habit>() : lessons(record, corrections);
  record = validate(std::move(record), ports_, options_.validate);
  auto people = correctors(untouched, ports_.store);
  if (std::ranges::find(people, options_.person.name) == people.end()) people.push_back(options_.person.name);
  hold_corrected(record, people);
  Event event{ports_.clock.now_ms(), options_.person.name, "corrected",
              JsonText().raw("fields", json_array(fields)).str(), JsonText().raw("changes", json_array(told)).str()};
  auto kept = keep(std::move(record), std::move(event));
  if (!kept || options_.dry_run) return kept;
  note_for_duplicates(*ports_.store, *kept);
  std::vector<std::string> wrong;
  for (const extract::Correction& correction : corrections) wrong.push_back(correction.field);
  judge_habits(untouched, wrong, false);
  remember(*kept, std::move(taught));
  return kept;
}

std::vector<StoredEvent> Review::history(const std::string& id) {
  std::vector<StoredEvent> events;
  ports_.store->for_each_event(id, [&](const StoredEvent& event) {
    events.push_back(event);
    return true;
  });
  return events;
}

Reviewed<Record> Review::keep(Record record, Event event) {
  if (options_.dry_run || ports_.store->update(record, State::validated, event)) return record;
  return refuse(
      ErrorKind::temporary,
      fmt::format("{} was changed by another run, or an export holds it; look at it again", short_id(record)));
}

std::optional<Refusal> Review::forbidden(Act act, const Record& record) const {
  auto allowed = options_.authority.may(options_.person, act, "document " + short_id(record));
  return allowed ? std::nullopt : std::optional(allowed.error());
}

bool Review::corrected_by_actor(const std::string& id) {
  bool found = false;
  ports_.store->for_each_event(id, [&](const StoredEvent& event) {
    found = event.event.kind == "corrected" && event.event.actor == options_.person.name;
    return !found;
  });
  return found;
}

}  // namespace ap
