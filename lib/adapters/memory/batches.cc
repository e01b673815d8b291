// Export batches, events and figures of the store in memory.
#include <algorithm>
#include <array>
#include <cstdio>

#include "adapters/memory/store.h"
#include "core/error.h"

namespace ap::memory {

MemoryStore::StoredBatch* MemoryStore::batch(std::string_view id) {
  auto found = std::find_if(batches_.begin(), batches_.end(), [&](auto& each) { return each.batch.id == id; });
  return found == batches_.end() ? nullptr : &*found;
}

std::optional<Batch> MemoryStore::reserve_batch(const BatchRequest& request, const Event& event) {
  std::lock_guard lock(mutex_);
  std::set<std::string, std::less<>> wanted;
  if (request.only) wanted.insert(request.only->begin(), request.only->end());
  StoredBatch reserved;
  auto number = int(batches_.size()) + 1;
  for (auto& each : documents_) {
    if (request.limit > 0 && std::int64_t(reserved.records.size()) >= request.limit) break;
    if (each.batch != 0 || each.record.state != State::validated || each.record.route() != Route::approve) continue;
    if (request.only && !wanted.contains(each.record.id)) continue;
    each.batch = number;
    reserved.records.push_back(each.record);
    reserved.batch.documents.push_back(each.record.id);
  }
  if (reserved.records.empty()) return std::nullopt;
  std::array<char, 16> id;
  std::snprintf(id.data(), id.size(), "B%06d", number);
  reserved.batch.id = id.data();
  reserved.batch.format = request.format;
  reserved.batch.target = request.target;
  reserved.batch.created_ms = event.at_ms;
  write_event("", event);
  batches_.push_back(reserved);
  return reserved.batch;
}

std::vector<Batch> MemoryStore::open_batches() {
  auto all = batches();
  std::erase_if(all, [](const Batch& batch) { return batch.complete || !batch.voided_reason.empty(); });
  return all;
}

void MemoryStore::for_each_in_batch(std::string_view id, const std::function<bool(const Record&)>& visit) {
  std::vector<Record> records;
  {
    std::lock_guard lock(mutex_);
    if (auto* found = batch(id)) records = found->records;
  }
  for (const auto& record : records)
    if (!visit(record)) return;
}

void MemoryStore::complete_batch(std::string_view id, std::string_view manifest, const Event& event) {
  std::lock_guard lock(mutex_);
  auto* found = batch(id);
  if (!found || found->batch.complete || !found->batch.voided_reason.empty()) return;
  found->batch.complete = true;
  found->batch.manifest = manifest;
  for (const auto& name : found->batch.documents) {
    auto& held = *document(name);
    auto record = held.record;
    if (record.state == State::validated) record.state = State::exported;
    replace(held, std::move(record));
    write_event(name, event);
  }
}

std::optional<Batch> MemoryStore::find_batch(std::string_view id) {
  std::lock_guard lock(mutex_);
  auto* found = batch(id);
  return found ? std::optional(found->batch) : std::nullopt;
}

std::vector<Batch> MemoryStore::batches() {
  std::lock_guard lock(mutex_);
  std::vector<Batch> all;
  for (const auto& each : batches_) all.push_back(each.batch);
  return all;
}

bool MemoryStore::void_batch(std::string_view id, std::string_view reason, const Event& event) {
  if (reason.empty()) throw Error(ErrorKind::usage, "voiding a batch needs a reason", "give --reason TEXT");
  std::lock_guard lock(mutex_);
  auto* found = batch(id);
  if (!found || !found->batch.voided_reason.empty()) return false;
  for (const auto& name : found->batch.documents) refuse_disposed(*document(name));
  found->batch.voided_reason = reason;
  found->batch.voided_by = event.actor;
  for (const auto& name : found->batch.documents) {
    auto& held = *document(name);
    held.batch = 0;
    auto record = held.record;
    if (record.state == State::exported) record.state = State::validated;
    replace(held, std::move(record));
    write_event(name, event);
  }
  return true;
}

bool MemoryStore::assign(std::string_view document_id, std::string_view assignee, const Event& event) {
  std::lock_guard lock(mutex_);
  if (document(document_id) == nullptr) return false;
  write_event(document_id, event);
  if (assignee.empty())
    assignments_.erase(std::string(document_id));
  else
    assignments_[std::string(document_id)] = assignee;
  return true;
}

std::map<std::string, std::string> MemoryStore::assignments() {
  std::lock_guard lock(mutex_);
  return assignments_;
}

void MemoryStore::append_event(std::string_view document_id, const Event& event) {
  std::lock_guard lock(mutex_);
  write_event(document_id, event);
}

void MemoryStore::for_each_event(std::string_view document_id, const std::function<bool(const StoredEvent&)>& visit) {
  auto events = [&] { return std::lock_guard(mutex_), events_; }();
  for (const auto& event : events)
    if ((document_id.empty() || event.document_id == document_id) && !visit(event)) return;
}

QueueFigures MemoryStore::queue_figures() {
  std::lock_guard lock(mutex_);
  QueueFigures figures;
  for (const auto& each : documents_) {
    ++figures.documents[{each.record.state, each.record.route()}];
    auto [oldest, first] = figures.oldest_ms.emplace(each.record.state, each.received_ms);
    if (!first) oldest->second = std::min(oldest->second, each.received_ms);
  }
  return figures;
}

void MemoryStore::record_run(std::string_view command, std::int64_t at_ms, int exit_code,
                             const std::map<std::string, std::int64_t>& processed) {
  std::lock_guard lock(mutex_);
  auto& run = runs_[std::string(command)];
  run.last_run_ms = at_ms;
  run.last_exit_code = exit_code;
  if (exit_code <= 1) run.last_success_ms = at_ms;
  for (const auto& [outcome, count] : processed) run.processed[outcome] += count;
}

std::map<std::string, RunFigures> MemoryStore::run_figures() {
  std::lock_guard lock(mutex_);
  return runs_;
}

}  // namespace ap::memory
