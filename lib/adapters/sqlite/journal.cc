// Events as one chain of hashes (core/journal.h). Triggers of the schema refuse every change of what was written.
#include "adapters/sqlite/schema.h"
#include "adapters/sqlite/store.h"
#include "core/digest.h"

namespace ap::sqlite {
namespace {

constexpr int kPage = 256;

JournalEntry entry_of(const StoredEvent& stored) {
  const Event& event = stored.event;
  return {stored.sequence, stored.document_id, event.at_ms,        event.actor,
          event.kind,      event.detail,       stored.record_hash, stored.hash};
}

JournalHead head_of(Database& database) {
  auto row = database.prepare("SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1");
  if (!row.step()) return {0, kJournalStart};
  return {row.integer(0), row.text(1)};
}

StoredEvent event_in(Statement& row) {
  return {
      row.integer(0), row.text(1), {row.integer(2), row.text(3), row.text(4), row.text(5)}, row.text(6), row.text(7)};
}

constexpr const char* kColumns = "SELECT seq, document_id, at_ms, actor, kind, detail, record_hash, hash FROM events ";

}  // namespace

void chain_events(Database& database) {
  std::string hash = kJournalStart;
  for (std::int64_t after = 0;;) {
    StoredEvent stored;
    {
      auto row = database.prepare(std::string(kColumns) + "WHERE seq > ? ORDER BY seq LIMIT 1");
      if (!row.bind(after).step()) return;
      stored = event_in(row);
    }
    hash = chain_hash(hash, entry_of(stored));
    database.prepare("UPDATE events SET hash = ? WHERE seq = ?").bind(hash, stored.sequence).run();
    after = stored.sequence;
  }
}

std::int64_t SqliteStore::write_event(std::string_view document_id, const Event& event, std::string_view record_line) {
  JournalHead head = head_of(database_);
  StoredEvent stored{head.seq + 1, std::string(document_id), event,
                     record_line.empty() ? "" : sha256_hex(as_bytes(record_line))};
  auto row = database_.prepare(
      "INSERT INTO events (seq, document_id, at_ms, actor, kind, detail, record_hash, hash) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  auto given = [](const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); };
  row.bind(stored.sequence, given(stored.document_id), event.at_ms, event.actor, event.kind, given(event.detail),
           given(stored.record_hash), chain_hash(head.hash, entry_of(stored)))
      .run();
  return stored.sequence;
}

void SqliteStore::append_event(std::string_view document_id, const Event& event) {
  std::lock_guard lock(mutex_);
  Transaction transaction(database_);
  write_event(document_id, event);
  transaction.commit();
}

bool SqliteStore::assign(std::string_view document_id, std::string_view assignee, const Event& event) {
  std::lock_guard lock(mutex_);
  Transaction transaction(database_);
  {
    auto row = database_.prepare("SELECT 1 FROM documents WHERE id = ?");
    if (!row.bind(document_id).step()) return false;
  }
  std::int64_t seq = write_event(document_id, event);
  database_.prepare("INSERT OR REPLACE INTO assignments (document_id, assignee, event) VALUES (?, ?, ?)")
      .bind(document_id, assignee, seq)
      .run();
  transaction.commit();
  return true;
}

std::map<std::string, std::string> SqliteStore::assignments() {
  std::lock_guard lock(mutex_);
  std::map<std::string, std::string> out;
  auto rows = database_.prepare("SELECT document_id, assignee FROM assignments WHERE assignee <> ''");
  while (rows.step()) out.emplace(rows.text(0), rows.text(1));
  return out;
}

void SqliteStore::for_each_event(std::string_view document_id, const std::function<bool(const StoredEvent&)>& visit) {
  std::int64_t after = 0;
  for (std::vector<StoredEvent> page;; page.clear()) {
    {
      std::lock_guard lock(mutex_);
      // Two statements, so that the events of one document are found by their index.
      auto rows = database_.prepare(
          std::string(kColumns) +
          (document_id.empty()
               ? "WHERE seq > ?1 AND ?2 = '' ORDER BY seq LIMIT ?3"
               : "INDEXED BY events_by_document WHERE document_id = ?2 AND seq > ?1 ORDER BY seq LIMIT ?3"));
      for (rows.bind(after, document_id, kPage); rows.step(); after = page.back().sequence)
        page.push_back(event_in(rows));
    }
    if (page.empty()) return;
    for (const auto& event : page)
      if (!visit(event)) return;
  }
}

JournalHead SqliteStore::journal_head() {
  std::lock_guard lock(mutex_);
  return head_of(database_);
}

void SqliteStore::check_journal(std::vector<std::string>& problems) {
  JournalCheck check(std::nullopt);
  {
    auto rows = database_.prepare(std::string(kColumns) + "ORDER BY seq");
    while (rows.step() && check.add(entry_of(event_in(rows)))) {
    }
  }
  if (!check.problem().empty()) problems.push_back("journal: " + check.problem());
  // The last event that changed a record says what it became.
  auto rows = database_.prepare(
      "SELECT d.id, d.record, (SELECT e.record_hash FROM events e WHERE e.document_id = d.id "
      "AND e.record_hash IS NOT NULL ORDER BY e.seq DESC LIMIT 1) FROM documents d");
  while (rows.step()) {
    if (rows.is_null(2)) continue;  // taken in before records were hashed
    std::string record = rows.text(1);
    if (sha256_hex(as_bytes(record)) != rows.text(2))
      problems.push_back("document " + rows.text(0) + ": its record is not the one its last event left");
  }
}

}  // namespace ap::sqlite
