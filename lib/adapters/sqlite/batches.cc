// Export batches: reserved, written by the stage, completed; or voided.
#include <array>
#include <charconv>
#include <cstdio>
#include <set>

#include "adapters/sqlite/store.h"
#include "core/error.h"
#include "record/codec.h"

namespace ap::sqlite {
namespace {

std::string batch_id(std::int64_t number) {
  std::array<char, 24> text;
  std::snprintf(text.data(), text.size(), "B%06lld", static_cast<long long>(number));
  return text.data();
}

// 0 for what is no batch id.
std::int64_t batch_number(std::string_view id) {
  std::int64_t number = 0;
  if (id.size() < 7 || id[0] != 'B') return 0;
  auto [end, error] = std::from_chars(id.data() + 1, id.data() + id.size(), number);
  return error == std::errc() && end == id.data() + id.size() && batch_id(number) == id ? number : 0;
}

constexpr const char* kColumns =
    "SELECT seq, format, created_ms, complete, manifest, voided_reason, voided_by, target FROM batches ";

}  // namespace

std::vector<Batch> SqliteStore::read_batches(Statement& rows) {
  std::vector<Batch> batches;
  while (rows.step()) {
    Batch batch;
    batch.id = batch_id(rows.integer(0));
    batch.format = rows.text(1);
    batch.created_ms = rows.integer(2);
    batch.complete = rows.integer(3) != 0;
    batch.manifest = rows.text(4);
    batch.voided_reason = rows.text(5);
    batch.voided_by = rows.text(6);
    batch.target = rows.text(7);
    auto documents = database_.prepare("SELECT document_id FROM batch_documents WHERE batch = ? ORDER BY position");
    documents.bind(rows.integer(0));
    while (documents.step()) batch.documents.push_back(documents.text(0));
    batches.push_back(std::move(batch));
  }
  return batches;
}

void SqliteStore::set_states(std::int64_t batch, State from, State to, const Event& event) {
  std::vector<std::string> records;
  {
    auto rows = database_.prepare(
        "SELECT d.record FROM batch_documents m JOIN documents d ON d.id = m.document_id "
        "WHERE m.batch = ? ORDER BY m.position");
    for (rows.bind(batch); rows.step();) records.push_back(rows.text(0));
  }
  for (const auto& json : records) {
    auto record = parse(json);
    if (record.state == from) record.state = to;
    write_record(record, event);
  }
}

std::optional<Batch> SqliteStore::reserve_batch(const BatchRequest& request, const Event& event) {
  std::lock_guard lock(mutex_);
  Transaction transaction(database_);
  auto rows = database_.prepare(
      "SELECT id, record FROM documents d WHERE state = 'validated' AND route = 'approve' AND NOT EXISTS "
      "(SELECT 1 FROM batch_documents m WHERE m.document_id = d.id AND m.in_force = 1) ORDER BY seq");
  std::set<std::string, std::less<>> wanted;
  if (request.only) wanted.insert(request.only->begin(), request.only->end());
  Batch batch{.format = request.format, .target = request.target, .created_ms = event.at_ms};
  std::int64_t number = 0;
  while (rows.step() && (request.limit <= 0 || std::int64_t(batch.documents.size()) < request.limit)) {
    auto id = rows.text(0);
    if (request.only && !wanted.contains(id)) continue;
    if (number == 0) {
      database_.prepare("INSERT INTO batches (format, target, created_ms) VALUES (?, ?, ?)")
          .bind(request.format, request.target, event.at_ms)
          .run();
      number = database_.last_row();
    }
    auto row =
        database_.prepare("INSERT INTO batch_documents (batch, position, document_id, record) VALUES (?, ?, ?, ?)");
    row.bind(number, std::int64_t(batch.documents.size()), id, rows.text(1)).run();
    batch.documents.push_back(std::move(id));
  }
  if (number == 0) return std::nullopt;
  write_event("", event);
  transaction.commit();
  batch.id = batch_id(number);
  return batch;
}

std::vector<Batch> SqliteStore::open_batches() {
  std::lock_guard lock(mutex_);
  auto rows = database_.prepare(std::string(kColumns) + "WHERE complete = 0 AND voided_reason IS NULL ORDER BY seq");
  return read_batches(rows);
}

void SqliteStore::for_each_in_batch(std::string_view id, const std::function<bool(const Record&)>& visit) {
  for (std::int64_t position = 0;; ++position) {
    std::string json;
    {
      std::lock_guard lock(mutex_);
      auto row = database_.prepare("SELECT record FROM batch_documents WHERE batch = ? AND position = ?");
      if (!row.bind(batch_number(id), position).step()) return;
      json = row.text(0);
    }
    if (!visit(parse(json))) return;
  }
}

void SqliteStore::complete_batch(std::string_view id, std::string_view manifest, const Event& event) {
  std::lock_guard lock(mutex_);
  Transaction transaction(database_);
  auto number = batch_number(id);
  auto done = database_.prepare(
      "UPDATE batches SET complete = 1, manifest = ? WHERE seq = ? AND complete = 0 AND voided_reason IS NULL");
  done.bind(manifest, number).run();
  if (database_.changes() == 0) return;
  set_states(number, State::validated, State::exported, event);
  transaction.commit();
}

std::optional<Batch> SqliteStore::find_batch(std::string_view id) {
  std::lock_guard lock(mutex_);
  auto rows = database_.prepare(std::string(kColumns) + "WHERE seq = ?");
  auto found = read_batches(rows.bind(batch_number(id)));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Batch> SqliteStore::batches() {
  std::lock_guard lock(mutex_);
  auto rows = database_.prepare(std::string(kColumns) + "ORDER BY seq");
  return read_batches(rows);
}

bool SqliteStore::void_batch(std::string_view id, std::string_view reason, const Event& event) {
  if (reason.empty()) throw Error(ErrorKind::usage, "voiding a batch needs a reason", "give --reason TEXT");
  std::lock_guard lock(mutex_);
  Transaction transaction(database_);
  auto number = batch_number(id);
  auto row =
      database_.prepare("UPDATE batches SET voided_reason = ?, voided_by = ? WHERE seq = ? AND voided_reason IS NULL");
  row.bind(reason, event.actor, number).run();
  if (database_.changes() == 0) return false;
  database_.prepare("UPDATE batch_documents SET in_force = 0 WHERE batch = ?").bind(number).run();
  set_states(number, State::exported, State::validated, event);
  transaction.commit();
  return true;
}

}  // namespace ap::sqlite
