// SQLite behind three small classes: Database, Statement, Transaction. All SQL is prepared and every value is bound.
//
// Not thread-safe: the store that owns a Database serialises its use. Every SQLite error becomes an ap::Error that
// names the file and what to do.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "ports/people.h"

struct sqlite3;
struct sqlite3_stmt;

namespace ap::sqlite {

class Database;

// A text of any bytes, for columns of type BLOB.
struct Blob {
  std::string_view bytes;
};

// One prepared statement in use. Bind in order, then step. Goes back to the Database's cache when it is destroyed,
// so it must not outlive the Database.
class Statement {
 public:
  Statement(Database& database, std::string sql, sqlite3_stmt* handle)
      : database_(database), sql_(std::move(sql)), handle_(handle) {}
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  template <class... Values>
  Statement& bind(const Values&... values) {
    (bind_one(values), ...);
    return *this;
  }
  bool step();  // true while there is a row
  void run() { step(); }

  std::int64_t integer(int column) const;
  std::string text(int column) const;
  std::string_view bytes(int column) const;  // of a BLOB; until the next step
  bool is_null(int column) const;

 private:
  void bind_one(std::int64_t value);
  void bind_one(int value) { bind_one(std::int64_t(value)); }
  void bind_one(bool value) { bind_one(std::int64_t(value)); }
  void bind_one(std::string_view value);
  void bind_one(const std::string& value) { bind_one(std::string_view(value)); }
  void bind_one(const char* value) { bind_one(std::string_view(value)); }
  void bind_one(std::nullptr_t);
  void bind_one(const Blob& value);
  template <class T>
  void bind_one(const std::optional<T>& value) {
    value ? bind_one(*value) : bind_one(nullptr);
  }

  Database& database_;
  std::string sql_;
  sqlite3_stmt* handle_;
  int bound_ = 0;
};

enum class Open { read_only, existing, create };

class Database {
 public:
  // WAL, synchronous=FULL, foreign keys on, waits up to `busy_ms` for another writer.
  Database(const std::string& path, Open mode, int busy_ms = 30'000);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  Statement prepare(std::string_view sql);
  // One or more statements without values: schema, pragmas, BEGIN.
  void execute(const std::string& sql);
  std::int64_t changes() const;
  std::int64_t last_row() const;
  const std::string& path() const { return path_; }
  sqlite3* handle() { return handle_; }
  // Whose name the journal takes from now on, and in which roles approvals may be given (SQL functions ap_acts_as and
  // ap_stands_for); at first every name and every role.
  void act_as(Acting who) { acting_ = std::move(who); }
  // Throws the ap::Error that an SQLite result code stands for.
  [[noreturn]] void fail(int code, std::string_view doing) const;

 private:
  friend class Statement;
  void use_wal(int busy_ms);
  void add_functions();
  std::string path_;
  Acting acting_;
  sqlite3* handle_ = nullptr;
  std::multimap<std::string, sqlite3_stmt*, std::less<>> idle_;  // prepared and reset
};

// One state of the store for many look-ups, which then take the file's lock once. Within no transaction.
class ReadSnapshot {
 public:
  explicit ReadSnapshot(Database& database) : database_(database) { database_.execute("BEGIN"); }
  ~ReadSnapshot();
  ReadSnapshot(const ReadSnapshot&) = delete;
  ReadSnapshot& operator=(const ReadSnapshot&) = delete;

 private:
  Database& database_;
};

// BEGIN IMMEDIATE: takes the write lock at once, so that it never has to be upgraded. The destructor rolls back.
class Transaction {
 public:
  explicit Transaction(Database& database) : database_(database) { database_.execute("BEGIN IMMEDIATE"); }
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace ap::sqlite
