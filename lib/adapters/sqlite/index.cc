// The index of repeats: one row for each key of a document, and what is compared.
#include <algorithm>
#include <charconv>
#include <set>

#include "adapters/sqlite/store.h"

namespace ap::sqlite {
namespace {

// Keys are 64 bits without sign, integers of SQLite have one.
std::int64_t as_integer(std::uint64_t key) { return static_cast<std::int64_t>(key); }

std::string as_text(const std::vector<std::uint64_t>& keys) {
  std::string text;
  for (std::uint64_t key : keys) text += std::to_string(as_integer(key)) + " ";
  return text;
}

std::vector<std::int64_t> as_keys(const std::string& text) {
  std::vector<std::int64_t> keys;
  const char* end = text.data() + text.size();
  for (const char* at = text.data(); at < end;) {
    std::int64_t key = 0;
    auto [next, error] = std::from_chars(at, end, key);
    if (error != std::errc()) break;
    keys.push_back(key);
    at = next + 1;
  }
  return keys;
}

}  // namespace

void SqliteStore::index_one(const IndexEntry& entry) {
  auto document = database_.prepare("SELECT seq FROM documents WHERE id = ?");
  if (!document.bind(entry.document_id).step()) return;
  std::int64_t seq = document.integer(0);
  auto before = database_.prepare("SELECT keys FROM repeat_profiles WHERE document = ?");
  if (before.bind(seq).step()) {
    for (std::int64_t key : as_keys(before.text(0)))
      database_.prepare("DELETE FROM repeat_keys WHERE key = ? AND document = ?").bind(key, seq).run();
  }
  for (std::uint64_t key : entry.keys)
    database_.prepare("INSERT OR IGNORE INTO repeat_keys (key, document) VALUES (?, ?)")
        .bind(as_integer(key), seq)
        .run();
  database_.prepare("INSERT OR REPLACE INTO repeat_profiles (document, keys, profile) VALUES (?, ?, ?)")
      .bind(seq, as_text(entry.keys), entry.profile)
      .run();
}

void SqliteStore::index_documents(const std::vector<IndexEntry>& entries) {
  std::lock_guard lock(mutex_);
  Transaction transaction(database_);
  for (const IndexEntry& entry : entries) index_one(entry);
  transaction.commit();
}

std::vector<IndexHit> SqliteStore::find_indexed(const std::vector<std::uint64_t>& keys, std::int64_t order,
                                                int per_key) {
  std::lock_guard lock(mutex_);
  std::set<std::int64_t> found;
  for (std::uint64_t key : keys) {
    auto before = database_.prepare(
        "SELECT document FROM repeat_keys WHERE key = ?1 AND document < ?2 ORDER BY document DESC LIMIT ?3");
    for (before.bind(as_integer(key), order, per_key); before.step();) found.insert(before.integer(0));
    auto after = database_.prepare(
        "SELECT document FROM repeat_keys WHERE key = ?1 AND document > ?2 ORDER BY document LIMIT ?3");
    for (after.bind(as_integer(key), order, per_key); after.step();) found.insert(after.integer(0));
  }
  std::vector<IndexHit> hits;
  for (std::int64_t seq : found) {
    auto row = database_.prepare(
        "SELECT d.id, d.state, d.route, p.profile FROM repeat_profiles p JOIN documents d ON d.seq = p.document "
        "WHERE p.document = ?");
    if (!row.bind(seq).step()) continue;
    hits.push_back(
        {row.text(0), seq, state_from(row.text(1)).value_or(State::failed), route_from(row.text(2)), row.text(3)});
  }
  return hits;
}

int SqliteStore::index_version() {
  std::lock_guard lock(mutex_);
  auto row = database_.prepare("SELECT version FROM repeat_index");
  return row.step() ? static_cast<int>(row.integer(0)) : 0;
}

void SqliteStore::set_index_version(int version) {
  std::lock_guard lock(mutex_);
  database_.prepare("INSERT OR REPLACE INTO repeat_index (only, version) VALUES (1, ?)").bind(version).run();
}

}  // namespace ap::sqlite
