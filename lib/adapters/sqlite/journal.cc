// Events as one chain of hashes (core/journal.h). Triggers of the schema refuse every change of what was written.
#include <map>

#include "adapters/sqlite/schema.h"
#include "adapters/sqlite/store.h"
#include "core/digest.h"

namespace ap::sqlite {
namespace {

constexpr int kPage = 256;

JournalEntry entry_of(const StoredEvent& stored) {
  const Event& event = stored.event;
  return {stored.sequence, stored.document_id, event.at_ms, event.actor, event.kind,
          event.detail,    stored.record_hash, stored.hash, stored.salt, event.values};
}

JournalHead head_of(Database& database) {
  auto row = database.prepare("SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1");
  if (!row.step()) return {0, kJournalStart};
  return {row.integer(0), row.text(1)};
}

StoredEvent event_in(Statement& row) {
  return {row.integer(0), row.text(1), {row.integer(2), row.text(3), row.text(4), row.text(5), row.text(8)},
          row.text(6),    row.text(7), row.text(9)};
}

// In this order for event_in().
constexpr const char* kEvents =
    "SELECT e.seq, e.document_id, e.at_ms, e.actor, e.kind, e.detail, e.record_hash, e.hash, v.content, v.salt "
    "FROM events e LEFT JOIN event_values v ON v.event = e.seq ";
// Found by their index.
constexpr const char* kEventsOfDocument =
    "SELECT e.seq, e.document_id, e.at_ms, e.actor, e.kind, e.detail, e.record_hash, e.hash, v.content, v.salt "
    "FROM events e INDEXED BY events_by_document LEFT JOIN event_values v ON v.event = e.seq ";
// Before there were values beside them.
constexpr const char* kOldEvents =
    "SELECT seq, document_id, at_ms, actor, kind, detail, record_hash, hash, NULL, NULL FROM events ";

std::string new_salt(Database& database) {
  auto row = database.prepare("SELECT lower(hex(randomblob(16)))");
  row.step();
  return row.text(0);
}

}  // namespace

void chain_events(Database& database) {
  std::string hash = kJournalStart;
  for (std::int64_t after = 0;;) {
    StoredEvent stored;
    {
      auto row = database.prepare(std::string(kOldEvents) + "WHERE seq > ? ORDER BY seq LIMIT 1");
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
  if (!event.values.empty()) {
    stored.salt = new_salt(database_);
    stored.event.detail = with_seal(event.detail, seal_of(stored.salt, event.values));
  }
  auto row = database_.prepare(
      "INSERT INTO events (seq, document_id, at_ms, actor, kind, detail, record_hash, hash) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  auto given = [](const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); };
  row.bind(stored.sequence, given(stored.document_id), event.at_ms, event.actor, event.kind, given(stored.event.detail),
           given(stored.record_hash), chain_hash(head.hash, entry_of(stored)))
      .run();
  if (!event.values.empty())
    database_.prepare("INSERT INTO event_values (event, salt, content) VALUES (?, ?, ?)")
        .bind(stored.sequence, stored.salt, event.values)
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
      auto rows = database_.prepare(document_id.empty()
                                        ? std::string(kEvents) + "WHERE e.seq > ?1 AND ?2 = '' ORDER BY e.seq LIMIT ?3"
                                        : std::string(kEventsOfDocument) +
                                              "WHERE e.document_id = ?2 AND e.seq > ?1 ORDER BY e.seq LIMIT ?3");
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

std::optional<StoredEvent> SqliteStore::policy_adopted() {
  std::lock_guard lock(mutex_);
  // The word stands in the text so that the index of such events is taken.
  auto row = database_.prepare(std::string(kEvents) + "WHERE e.kind = 'policy_adopted' ORDER BY e.seq DESC LIMIT 1");
  return row.step() ? std::optional(event_in(row)) : std::nullopt;
}

std::vector<std::string> SqliteStore::beside_journal() {
  std::lock_guard lock(mutex_);
  std::vector<std::string> problems;
  check_schema(problems);
  check_last_records(problems);
  return problems;
}

// Tables, indexes and triggers as this program makes them: who takes a trigger away has something to do that it
// refuses.
void SqliteStore::check_schema(std::vector<std::string>& problems) {
  auto rules_of = [](Database& database) {
    std::map<std::string, std::string> rules;
    auto rows = database.prepare(
        "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema WHERE substr(name, 1, 7) <> 'sqlite_'");
    while (rows.step()) rules.emplace(rows.text(0), rows.text(1));
    return rules;
  };
  Database fresh(":memory:", Open::existing);
  migrate(fresh);
  auto made = rules_of(fresh), found = rules_of(database_);
  for (const auto& [name, sql] : made) {
    auto own = found.find(name);
    if (own == found.end() || own->second != sql)
      problems.push_back("the store's own " + name + (own == found.end() ? " was taken away" : " was changed"));
  }
  for (const auto& [name, sql] : found)
    if (!made.contains(name)) problems.push_back("the store has a " + name + " that no program of ours made");
}

// The chain does not cover values, but says of which events there are some.
void SqliteStore::check_values(std::vector<std::string>& problems) {
  auto rows = database_.prepare(
      "SELECT e.seq FROM events e LEFT JOIN documents d ON d.id = e.document_id "
      "WHERE json_extract(e.detail, '$.sealed') IS NOT NULL AND coalesce(d.disposed, 0) = 0 "
      "AND NOT EXISTS (SELECT 1 FROM event_values v WHERE v.event = e.seq)");
  while (rows.step())
    problems.push_back("journal: the values of entry " + rows.text(0) +
                       " are gone, and its document was not disposed of");
  auto texts = database_.prepare("SELECT digest FROM texts WHERE digest IS NOT ap_sha256(content)");
  while (texts.step()) problems.push_back("text " + texts.text(0) + " is not what its digest says");
}

std::string SqliteStore::keep_text(std::string_view text) {
  std::lock_guard lock(mutex_);
  std::string digest = sha256_hex(as_bytes(text));
  {
    auto known = database_.prepare("SELECT 1 FROM texts WHERE digest = ?");
    if (known.bind(digest).step()) return digest;
  }
  Transaction transaction(database_);
  database_.prepare("INSERT INTO texts (digest, content) VALUES (?, ?) ON CONFLICT DO NOTHING")
      .bind(digest, text)
      .run();
  transaction.commit();
  return digest;
}

std::vector<std::pair<std::string, std::string>> SqliteStore::texts_beginning(std::string_view prefix) {
  std::lock_guard lock(mutex_);
  std::vector<std::pair<std::string, std::string>> texts;
  auto rows = database_.prepare(
      "SELECT digest, content FROM texts WHERE digest >= ?1 AND digest < ?2 "
      "ORDER BY digest LIMIT 2");
  for (rows.bind(prefix, std::string(prefix) + "g"); rows.step();) texts.emplace_back(rows.text(0), rows.text(1));
  return texts;
}

void SqliteStore::check_journal(std::vector<std::string>& problems) {
  JournalCheck check(std::nullopt);
  {
    auto rows = database_.prepare(std::string(kEvents) + "ORDER BY e.seq");
    while (rows.step() && check.add(entry_of(event_in(rows)))) {
    }
  }
  if (!check.problem().empty()) problems.push_back("journal: " + check.problem());
  check_last_records(problems);
}

// The last event that changed a record says what it became.
void SqliteStore::check_last_records(std::vector<std::string>& problems) {
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
