// Integrity and copies.
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "adapters/sqlite/schema.h"
#include "adapters/sqlite/store.h"
#include "core/error.h"

namespace ap::sqlite {
namespace {

// Copies page by page while others write; SQLite starts over by itself when another connection changes the source.
void copy_pages(Database& from, Database& to) {
  constexpr int kPagesAtOnce = 256, kPauseMs = 10;
  sqlite3_backup* backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
  if (!backup) to.fail(sqlite3_errcode(to.handle()), "copying into");
  int code;
  do {
    code = sqlite3_backup_step(backup, kPagesAtOnce);
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED) sqlite3_sleep(kPauseMs);
  } while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED);
  sqlite3_backup_finish(backup);
  if (code != SQLITE_DONE) to.fail(code, "copying into");
}

void flush(const std::string& path) {
  int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  bool flushed = file >= 0 && ::fsync(file) == 0;
  int reason = errno;
  if (file >= 0) ::close(file);
  if (!flushed)
    throw Error(ErrorKind::io, "cannot flush " + path + ": " + std::strerror(reason), "check the disk, then run again");
}

}  // namespace

int SqliteStore::schema_version() {
  std::lock_guard lock(mutex_);
  return sqlite::schema_version(database_);
}

void SqliteStore::check_records(std::vector<std::string>& problems) {
  auto rows = database_.prepare(
      "SELECT id, 'its columns differ from its record' FROM documents WHERE state IS NOT json_extract(record, "
      "'$.state') "
      "OR route IS NOT json_extract(record, '$.decision.route') OR id IS NOT json_extract(record, '$.id') "
      "UNION ALL SELECT id, 'it counts as disposed of, and its record does not say so, or the other way' FROM "
      "documents "
      "WHERE disposed IS NOT (json_extract(record, '$.x_disposal') IS NOT NULL) "
      "UNION ALL SELECT id, 'it has no arrival' FROM documents d "
      "WHERE NOT EXISTS (SELECT 1 FROM arrivals a WHERE a.document_id = d.id) "
      "UNION ALL SELECT id, 'it has no event' FROM documents d "
      "WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.document_id = d.id)");
  while (rows.step()) problems.push_back("document " + rows.text(0) + ": " + rows.text(1));
}

void SqliteStore::check_batches(std::vector<std::string>& problems) {
  auto rows = database_.prepare(
      "SELECT id, 'exported, but no complete batch holds it' FROM documents d WHERE state = 'exported' AND NOT EXISTS "
      "(SELECT 1 FROM batch_documents m JOIN batches b ON b.seq = m.batch "
      " WHERE m.document_id = d.id AND m.in_force = 1 AND b.complete = 1) "
      "UNION ALL SELECT m.document_id, 'held by a complete batch, but not exported' FROM batch_documents m "
      "JOIN batches b ON b.seq = m.batch JOIN documents d ON d.id = m.document_id "
      "WHERE m.in_force = 1 AND b.complete = 1 AND d.state <> 'exported' "
      "UNION ALL SELECT m.document_id, 'in force in a voided batch' FROM batch_documents m "
      "JOIN batches b ON b.seq = m.batch WHERE m.in_force = 1 AND b.voided_reason IS NOT NULL");
  while (rows.step()) problems.push_back("document " + rows.text(0) + ": " + rows.text(1));
}

std::vector<std::string> SqliteStore::check() {
  std::lock_guard lock(mutex_);
  std::vector<std::string> problems;
  auto engine = database_.prepare("PRAGMA integrity_check");
  while (engine.step())
    if (auto line = engine.text(0); line != "ok") problems.push_back(line);
  if (!problems.empty()) return problems;
  auto keys = database_.prepare("PRAGMA foreign_key_check");
  while (keys.step()) problems.push_back("table " + keys.text(0) + ": a row refers to nothing in " + keys.text(2));
  check_records(problems);
  check_batches(problems);
  check_journal(problems);
  check_values(problems);
  return problems;
}

void SqliteStore::copy_to(const std::string& path) {
  if (std::filesystem::exists(path))
    throw Error(ErrorKind::cannot_create, path + " exists already", "copy to a new file");
  // A connection of its own: the copy takes no turn from other threads.
  Database source(database_.path(), Open::read_only);
  {
    Database target(path, Open::create);
    copy_pages(source, target);
    target.execute("PRAGMA journal_mode=DELETE");  // one file, no log beside it
  }
  flush(path);
}

bool SqliteStore::is_empty() {
  std::lock_guard lock(mutex_);
  return holds_nothing();
}

bool SqliteStore::holds_nothing() {
  auto row = database_.prepare(
      "SELECT EXISTS (SELECT 1 FROM documents) OR EXISTS (SELECT 1 FROM events) "
      "OR EXISTS (SELECT 1 FROM batches) OR EXISTS (SELECT 1 FROM vendor_habits) "
      "OR EXISTS (SELECT 1 FROM master_imports)");
  row.step();
  return row.integer(0) == 0;
}

void SqliteStore::restore_from(const std::string& path) {
  std::lock_guard lock(mutex_);
  if (!holds_nothing())
    throw Error(ErrorKind::cannot_create, "the store " + database_.path() + " is not empty",
                "restore to a new place with --store");
  Database source(path, Open::read_only);
  if (sqlite::schema_version(source) == 0)
    throw Error(ErrorKind::bad_input, path + " holds no store", "verify the backup with ap-backup verify");
  copy_pages(source, database_);
  database_.execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
  migrate(database_);
}

}  // namespace ap::sqlite
