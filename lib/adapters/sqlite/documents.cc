// Arrivals and records.
#include <sqlite3.h>

#include <filesystem>

#include "adapters/sqlite/schema.h"
#include "adapters/sqlite/store.h"
#include "core/error.h"
#include "record/codec.h"

namespace ap::sqlite {
namespace {

constexpr int kPage = 256;  // rows read at once for a visitor

std::optional<std::string_view> name_of(std::optional<Route> route) {
  return route ? std::optional(to_string(*route)) : std::nullopt;
}

const std::string& checked(const std::string& path, Open mode) {
  if (mode != Open::create && !std::filesystem::exists(path))
    throw Error(ErrorKind::no_input, "there is no store at " + path, "run ap-ingest first, or set --store");
  return path;
}

}  // namespace

SqliteStore::SqliteStore(const std::string& path, Open mode, Acting who) : database_(checked(path, mode), mode) {
  database_.act_as(std::move(who));
  if (mode != Open::read_only) migrate(database_);
}

Record SqliteStore::parse(const std::string& json) const {
  auto record = record_from_json(json);
  if (record) return std::move(*record);
  throw Error(ErrorKind::io, "the store " + database_.path() + " holds a damaged record: " + record.error(),
              "run ap-health, then restore the last backup with ap-backup restore");
}

std::optional<std::string> SqliteStore::find_arrival(std::string_view channel, std::string_view locator,
                                                     std::uint64_t bytes, std::int64_t modified_ns) {
  std::lock_guard lock(mutex_);
  auto row = database_.prepare(
      "SELECT document_id FROM arrivals WHERE channel = ? AND locator = ? AND bytes = ? AND modified_ns = ? "
      "ORDER BY seq LIMIT 1");
  row.bind(channel, locator, std::int64_t(bytes), modified_ns);
  return row.step() ? std::optional(row.text(0)) : std::nullopt;
}

ArrivalOutcome SqliteStore::add_arrival(const Intake& item) {
  const auto& [arrival, record, event] = item;
  auto document = database_.prepare(
      "INSERT INTO documents (id, state, route, received_ms, record) "
      "VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING");
  std::string line = to_json_line(record);
  document.bind(record.id, to_string(record.state), name_of(record.route()), arrival.received_ms, line);
  document.run();
  bool is_new = database_.changes() == 1;
  auto row = database_.prepare(
      "INSERT INTO arrivals (channel, locator, bytes, modified_ns, document_id, received_ms) "
      "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
  row.bind(arrival.channel, arrival.locator, std::int64_t(arrival.bytes), arrival.modified_ns, arrival.document_id,
           arrival.received_ms);
  row.run();
  if (database_.changes() == 0) return ArrivalOutcome::known;
  write_event(record.id, event, is_new ? line : "");
  return is_new ? ArrivalOutcome::taken : ArrivalOutcome::duplicate;
}

std::vector<ArrivalOutcome> SqliteStore::add_arrivals(const std::vector<Intake>& items) {
  std::lock_guard lock(mutex_);
  Transaction transaction(database_);
  std::vector<ArrivalOutcome> outcomes;
  for (const auto& item : items) outcomes.push_back(add_arrival(item));
  transaction.commit();
  return outcomes;
}

void SqliteStore::for_each_arrival(const std::function<bool(const Arrival&)>& visit) {
  std::int64_t after = 0;
  for (std::vector<Arrival> page;; page.clear()) {
    {
      std::lock_guard lock(mutex_);
      auto rows = database_.prepare(
          "SELECT seq, channel, locator, bytes, modified_ns, document_id, received_ms "
          "FROM arrivals WHERE seq > ? ORDER BY seq LIMIT ?");
      rows.bind(after, kPage);
      while (rows.step()) {
        after = rows.integer(0);
        page.push_back({rows.text(1), rows.text(2), std::uint64_t(rows.integer(3)), rows.integer(4), rows.text(5),
                        rows.integer(6)});
      }
    }
    if (page.empty()) return;
    for (const auto& arrival : page)
      if (!visit(arrival)) return;
  }
}

std::optional<Record> SqliteStore::find(std::string_view id) {
  std::lock_guard lock(mutex_);
  auto row = database_.prepare("SELECT record FROM documents WHERE id = ?");
  row.bind(id);
  return row.step() ? std::optional(parse(row.text(0))) : std::nullopt;
}

std::vector<std::string> SqliteStore::ids_beginning(std::string_view prefix, int limit) {
  std::lock_guard lock(mutex_);
  std::vector<std::string> ids;
  // Ids are hex digits, so that all that begin with the prefix stand between it and it with a 'g' behind.
  auto rows = database_.prepare("SELECT id FROM documents WHERE id >= ?1 AND id < ?2 ORDER BY id LIMIT ?3");
  for (rows.bind(prefix, std::string(prefix) + "g", limit); rows.step();) ids.push_back(rows.text(0));
  return ids;
}

std::int64_t SqliteStore::arrival_order(std::string_view id) {
  std::lock_guard lock(mutex_);
  auto row = database_.prepare("SELECT seq FROM documents WHERE id = ?");
  row.bind(id);
  return row.step() ? row.integer(0) : 0;
}

void SqliteStore::write_record(const Record& record, const Event& event) {
  std::string line = to_json_line(record);
  std::int64_t seq = write_event(record.id, event, line);
  auto row = database_.prepare(
      "UPDATE documents SET state = ?, route = ?, record = ?, event = ?, claim_owner = NULL, "
      "claim_until = NULL, tries = 0, retry_at = NULL WHERE id = ?");
  row.bind(to_string(record.state), name_of(record.route()), line, seq, record.id).run();
}

bool SqliteStore::is_free(std::string_view id, State state) {
  auto row = database_.prepare(
      "SELECT 1 FROM documents d WHERE id = ? AND state = ? AND NOT EXISTS (SELECT 1 FROM batch_documents m "
      "JOIN batches b ON b.seq = m.batch WHERE m.document_id = d.id AND m.in_force = 1 AND b.complete = 0)");
  return row.bind(id, to_string(state)).step();
}

bool SqliteStore::update(const Record& record, State before, const Event& event) {
  std::lock_guard lock(mutex_);
  Transaction transaction(database_);
  if (!is_free(record.id, before)) return false;
  write_record(record, event);
  transaction.commit();
  return true;
}

void SqliteStore::for_each(const Query& query, const std::function<bool(const Record&)>& visit) {
  auto state = query.state ? std::optional(to_string(*query.state)) : std::nullopt;
  std::int64_t after = 0, left = query.limit > 0 ? query.limit : INT64_MAX;
  for (std::vector<std::string> page;; page.clear()) {
    {
      std::lock_guard lock(mutex_);
      auto rows = database_.prepare(
          "SELECT seq, record FROM documents WHERE seq > ?1 AND (?2 IS NULL OR state = ?2) "
          "AND (?3 IS NULL OR route = ?3) ORDER BY seq LIMIT ?4");
      rows.bind(after, state, name_of(query.route), std::min<std::int64_t>(left, kPage));
      while (rows.step()) after = rows.integer(0), page.push_back(rows.text(1));
    }
    if (page.empty()) return;
    for (const auto& json : page)
      if (!visit(parse(json)) || --left == 0) return;
  }
}

}  // namespace ap::sqlite
