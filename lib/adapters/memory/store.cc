#include "adapters/memory/store.h"

#include <algorithm>
#include <random>

#include "core/digest.h"
#include "core/error.h"
#include "core/json_text.h"

namespace ap::memory {

namespace {

bool same_arrival(const Arrival& a, Arrival b) {
  b.received_ms = a.received_ms;
  return a == b;
}

}  // namespace

MemoryStore::Document* MemoryStore::document(std::string_view id) {
  auto found = index_.find(id);
  return found == index_.end() ? nullptr : &documents_[found->second];
}

// The rest of a bill from its document; false when there is none.
bool MemoryStore::look(FiledBill& bill) {
  std::lock_guard lock(mutex_);
  auto found = index_.find(bill.bill.document_id);
  if (found == index_.end()) return false;
  const Record& record = documents_[found->second].record;
  bill.order = static_cast<std::int64_t>(found->second) + 1;
  bill.state = record.state;
  bill.route = record.route();
  bill.event = documents_[found->second].event;
  return true;
}

// Here no record has a line of its own; what names its content is its id, state and route.
void MemoryStore::write_event(std::string_view document_id, const Event& event, const Record* changed) {
  StoredEvent stored{std::int64_t(events_.size()) + 1, std::string(document_id), event};
  if (!event.values.empty()) {
    std::random_device random;
    for (int i = 0; i < 32; ++i) stored.salt += "0123456789abcdef"[random() % 16];
    stored.event.detail = with_seal(event.detail, seal_of(stored.salt, event.values));
  }
  if (changed)
    stored.record_hash = sha256_hex(as_bytes(changed->id + std::string(to_string(changed->state)) +
                                             std::string(changed->route() ? to_string(*changed->route()) : "")));
  stored.hash = chain_hash(events_.empty() ? kJournalStart : events_.back().hash,
                           {stored.sequence, stored.document_id, event.at_ms, event.actor, event.kind,
                            stored.event.detail, stored.record_hash, ""});
  if (auto* found = changed ? document(document_id) : nullptr) found->event = stored.sequence;
  events_.push_back(std::move(stored));
}

JournalHead MemoryStore::journal_head() {
  std::lock_guard lock(mutex_);
  return events_.empty() ? JournalHead{0, kJournalStart} : JournalHead{events_.back().sequence, events_.back().hash};
}

void MemoryStore::replace(Document& document, Record record) {
  document.record = std::move(record);
  document.owner.clear();
  document.tries = 0;
  document.lease_until = document.retry_at = 0;
}

std::optional<StoredEvent> MemoryStore::policy_adopted() {
  std::lock_guard lock(mutex_);
  for (auto stored = events_.rbegin(); stored != events_.rend(); ++stored)
    if (stored->event.kind == kPolicyAdopted) return *stored;
  return std::nullopt;
}

std::optional<std::string> MemoryStore::find_arrival(std::string_view channel, std::string_view locator,
                                                     std::uint64_t bytes, std::int64_t modified_ns) {
  std::lock_guard lock(mutex_);
  for (const auto& arrival : arrivals_)
    if (arrival.channel == channel && arrival.locator == locator && arrival.bytes == bytes &&
        arrival.modified_ns == modified_ns)
      return arrival.document_id;
  return std::nullopt;
}

std::vector<ArrivalOutcome> MemoryStore::add_arrivals(const std::vector<Intake>& items) {
  std::lock_guard lock(mutex_);
  std::vector<ArrivalOutcome> outcomes;
  for (const auto& [arrival, record, event] : items) {
    auto known = [&](const Arrival& other) { return same_arrival(arrival, other); };
    if (std::any_of(arrivals_.begin(), arrivals_.end(), known)) {
      outcomes.push_back(ArrivalOutcome::known);
      continue;
    }
    bool is_new = index_.emplace(record.id, documents_.size()).second;
    if (is_new) documents_.push_back({.record = record, .received_ms = arrival.received_ms});
    arrivals_.push_back(arrival);
    write_event(record.id, event, is_new ? &record : nullptr);
    outcomes.push_back(is_new ? ArrivalOutcome::taken : ArrivalOutcome::duplicate);
  }
  return outcomes;
}

void MemoryStore::for_each_arrival(const std::function<bool(const Arrival&)>& visit) {
  auto arrivals = [&] { return std::lock_guard(mutex_), arrivals_; }();
  for (const auto& arrival : arrivals)
    if (!visit(arrival)) return;
}

std::optional<Record> MemoryStore::find(std::string_view id) {
  std::lock_guard lock(mutex_);
  auto* found = document(id);
  return found ? std::optional(found->record) : std::nullopt;
}

std::vector<std::string> MemoryStore::ids_beginning(std::string_view prefix, int limit) {
  std::lock_guard lock(mutex_);
  std::vector<std::string> ids;
  for (auto at = index_.lower_bound(prefix); at != index_.end() && at->first.starts_with(prefix); ++at)
    if (int(ids.size()) < limit) ids.push_back(at->first);
  return ids;
}

std::int64_t MemoryStore::arrival_order(std::string_view id) {
  std::lock_guard lock(mutex_);
  auto* found = document(id);
  return found ? found - documents_.data() + 1 : 0;
}

// What the triggers of a database do; see update() in ports/store.h.
void MemoryStore::demand_four_eyes(const Record& record, const Event& event) const {
  std::set<std::string> correctors;
  std::string approver;  // of the approval that stands
  auto take = [&](const Event& each) {
    if (each.kind == "corrected") correctors.insert(each.actor);
    if (each.kind == "corrected" || each.kind == "rejected" || each.kind == "reopened") approver.clear();
    if (each.kind == "approved") approver = each.actor;
  };
  for (const StoredEvent& earlier : events_)
    if (earlier.document_id == record.id) take(earlier.event);
  take(event);
  bool decides = event.kind == "approved" || event.kind == "released";
  if ((decides && correctors.contains(event.actor)) || event.kind == "approved_alone")
    throw Error(ErrorKind::permission,
                "who corrected a document may neither approve it nor release its account (four eyes)",
                "another person must do it");
  if (record.route() == Route::approve && !correctors.empty() && (approver.empty() || correctors.contains(approver)))
    throw Error(ErrorKind::permission, "a document that a person corrected is approved by another (four eyes)",
                "another person must approve it");
}

// Here nobody says who acts, so every role is taken that the event names.
void MemoryStore::demand_roles(const Record& before, const Record& after, const Event& event) const {
  constexpr std::string_view kBy = "approval by ";
  if (after.route() != Route::approve || before.route() == Route::approve) return;
  std::string given;
  auto take = [&](const Event& each) {
    if (each.kind == "corrected" || each.kind == "rejected" || each.kind == "reopened") given.clear();
    auto as = each.kind == "approved" ? each.detail.find("\"as\":[") : std::string::npos;
    if (as != std::string::npos) given += each.detail.substr(as, each.detail.find(']', as) - as);
  };
  for (const StoredEvent& earlier : events_)
    if (earlier.document_id == after.id) take(earlier.event);
  take(event);
  for (const Finding& finding : after.findings) {
    if (finding.set != "policy") continue;
    std::string role = finding.expected.starts_with(kBy) ? json_quote(finding.expected.substr(kBy.size())) : "";
    if (finding.expected == "a correction, or rejection" || (!role.empty() && given.find(role) == std::string::npos))
      throw Error(ErrorKind::permission,
                  "the policy wants the approval of a role that nobody gave, or blocks the document",
                  "somebody who holds the role must approve it");
  }
}

bool MemoryStore::update(const Record& record, State before, const Event& event) {
  std::lock_guard lock(mutex_);
  auto* found = document(record.id);
  if (!found || found->record.state != before) return false;
  if (found->batch != 0 && !batches_[std::size_t(found->batch) - 1].batch.complete) return false;
  refuse_disposed(*found);
  demand_four_eyes(record, event);
  demand_roles(found->record, record, event);
  replace(*found, record);
  write_event(record.id, event, &record);
  return true;
}

void MemoryStore::refuse_disposed(const Document& document) {
  if (document.record.disposal)
    throw Error(ErrorKind::permission, "the document was disposed of and does not change any more");
}

bool MemoryStore::dispose(const Record& rest, State before, const Event& event) {
  std::lock_guard lock(mutex_);
  auto* found = document(rest.id);
  if (!found || found->record.state != before) return false;
  if (found->batch != 0 && !batches_[std::size_t(found->batch) - 1].batch.complete) return false;
  refuse_disposed(*found);
  bool held = false;
  for (const StoredEvent& earlier : events_)
    if (earlier.document_id == rest.id && (earlier.event.kind == "held" || earlier.event.kind == "hold_lifted"))
      held = earlier.event.kind == "held";
  if (held) throw Error(ErrorKind::permission, "the document is under a legal hold");
  replace(*found, rest);
  found->indexed.reset();
  for (StoredBatch& each : batches_)
    for (Record& copy : each.records)
      if (copy.id == rest.id) copy = rest;
  ledger_.forget(rest.id);
  for (StoredEvent& each : events_)
    if (each.document_id == rest.id) each.event.values = each.salt = "";
  write_event(rest.id, event, &rest);
  return true;
}

std::string MemoryStore::keep_text(std::string_view text) {
  std::lock_guard lock(mutex_);
  std::string digest = sha256_hex(as_bytes(text));
  texts_.emplace(digest, text);
  return digest;
}

std::vector<std::pair<std::string, std::string>> MemoryStore::texts_beginning(std::string_view prefix) {
  std::lock_guard lock(mutex_);
  std::vector<std::pair<std::string, std::string>> texts;
  for (auto at = texts_.lower_bound(prefix); at != texts_.end() && at->first.starts_with(prefix); ++at)
    if (texts.size() < 2) texts.emplace_back(*at);
  return texts;
}

void MemoryStore::for_each(const Query& query, const std::function<bool(const Record&)>& visit) {
  std::int64_t left = query.limit > 0 ? query.limit : INT64_MAX;
  for (std::size_t at = 0; left > 0; ++at) {
    std::optional<Record> record;
    {
      std::lock_guard lock(mutex_);
      if (at >= documents_.size()) return;
      record = documents_[at].record;
    }
    if ((query.state && record->state != query.state) || (query.route && record->route() != query.route)) continue;
    if (!visit(*record)) return;
    --left;
  }
}

void MemoryStore::index_documents(const std::vector<IndexEntry>& entries) {
  std::lock_guard lock(mutex_);
  for (const IndexEntry& entry : entries)
    if (auto* found = document(entry.document_id)) found->indexed = entry;
}

std::vector<IndexHit> MemoryStore::find_indexed(const std::vector<std::uint64_t>& keys, std::int64_t order,
                                                int per_key) {
  std::lock_guard lock(mutex_);
  std::set<std::int64_t> found;
  for (std::uint64_t key : keys) {
    auto take = [&, left = per_key](std::int64_t at) mutable {
      const auto& entry = documents_[std::size_t(at) - 1].indexed;
      if (!entry || std::ranges::find(entry->keys, key) == entry->keys.end()) return true;
      found.insert(at);
      return --left > 0;
    };
    auto forward = take, backward = take;
    auto count = std::int64_t(documents_.size());
    for (std::int64_t at = std::min(order - 1, count); at >= 1 && backward(at);) --at;
    for (std::int64_t at = order + 1; order < count && at <= count && forward(at);) ++at;
  }
  std::vector<IndexHit> hits;
  for (std::int64_t at : found) {
    const Document& each = documents_[std::size_t(at) - 1];
    hits.push_back({each.record.id, at, each.record.state, each.record.route(), each.indexed->profile});
  }
  return hits;
}

int MemoryStore::index_version() { return std::lock_guard(mutex_), index_version_; }
void MemoryStore::set_index_version(int version) {
  std::lock_guard lock(mutex_);
  index_version_ = version;
}

std::vector<Claim> MemoryStore::claim(State state, std::optional<Route> route, int limit, std::string_view owner,
                                      std::int64_t now_ms, std::int64_t lease_ms) {
  std::lock_guard lock(mutex_);
  std::vector<Claim> claims;
  for (auto& each : documents_) {
    if (int(claims.size()) >= limit) break;
    bool wanted = route ? each.record.route() == route : !each.record.passes_through();
    bool free = each.owner.empty() || each.lease_until <= now_ms;
    if (each.record.state != state || !wanted || !free || each.retry_at > now_ms) continue;
    each.owner = owner;
    each.lease_until = now_ms + lease_ms;
    claims.push_back({each.record.id, each.owner, each.tries});
  }
  return claims;
}

bool MemoryStore::renew(const Claim& claim, std::int64_t now_ms, std::int64_t lease_ms) {
  std::lock_guard lock(mutex_);
  auto* found = document(claim.document_id);
  if (!found || found->owner != claim.owner) return false;
  found->lease_until = now_ms + lease_ms;
  return true;
}

void MemoryStore::release(const Claim& claim, std::optional<std::int64_t> retry_at_ms) {
  std::lock_guard lock(mutex_);
  auto* found = document(claim.document_id);
  if (!found || found->owner != claim.owner) return;
  found->owner.clear();
  found->lease_until = 0;
  if (!retry_at_ms) return;
  found->retry_at = *retry_at_ms;
  ++found->tries;
}

std::vector<std::string> MemoryStore::claim_owners(std::int64_t now_ms) {
  std::lock_guard lock(mutex_);
  std::set<std::string> owners;
  for (const auto& each : documents_)
    if (!each.owner.empty() && each.lease_until > now_ms) owners.insert(each.owner);
  return {owners.begin(), owners.end()};
}

void MemoryStore::release_all(std::string_view owner) {
  std::lock_guard lock(mutex_);
  for (auto& each : documents_) {
    if (each.owner != owner) continue;
    each.owner.clear();
    each.lease_until = 0;
  }
}

}  // namespace ap::memory
