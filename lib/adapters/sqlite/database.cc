#include "adapters/sqlite/database.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "core/digest.h"
#include "core/error.h"
#include "core/journal.h"

namespace ap::sqlite {
namespace {

struct Kind {
  ErrorKind kind;
  const char* advice;
};

Kind kind_of(int code) {
  if (code == SQLITE_CONSTRAINT_TRIGGER) return {ErrorKind::permission, "the store refuses it, whoever asks"};
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorKind::temporary, "another program holds the store; try again"};
    case SQLITE_CANTOPEN:
      return {ErrorKind::unavailable, "check that the folder exists and that you may write in it"};
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_READONLY:
      return {ErrorKind::permission, "check owner and mode of the file and its folder"};
    case SQLITE_FULL:
      return {ErrorKind::io, "free disk space, then run again; nothing was half written"};
    case SQLITE_NOTADB:
      return {ErrorKind::config, "the file is no store; set --store to another path"};
    case SQLITE_CORRUPT:
      return {ErrorKind::io, "restore the last backup with ap-backup restore"};
    case SQLITE_IOERR:
      return {ErrorKind::io, "check the disk, then run again"};
    default:
      return {ErrorKind::internal, "this is a defect; please report it"};
  }
}

// The file must exist before SQLite opens it, so that it is private from its first moment: to its owner, or to the
// group too where the group may write the folder. SQLite gives the files beside it the same mode.
void create_private(const std::string& path) {
  int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file >= 0) {
    auto folder = std::filesystem::absolute(path).parent_path();
    struct stat info;
    if (::stat(folder.c_str(), &info) == 0 && (info.st_mode & S_IWGRP) != 0) ::fchmod(file, 0660);
  } else if (errno == EEXIST) {
    file = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
  }
  if (file < 0)
    throw Error(errno == EACCES ? ErrorKind::permission : ErrorKind::cannot_create,
                "cannot create the store " + path + ": " + std::strerror(errno),
                "create the folder, or set --store to a path you may write");
  ::close(file);
}

std::string text_of(sqlite3_value* value) {
  auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
  return text ? std::string(text, static_cast<std::size_t>(sqlite3_value_bytes(value))) : "";
}

// ap_acts_as(name): whether this process may append events in that name.
void acts_as(sqlite3_context* context, int, sqlite3_value** values) {
  const auto& acting = *static_cast<const Acting*>(sqlite3_user_data(context));
  sqlite3_result_int(context, acting.name.empty() || acting.name == text_of(values[0]));
}

// ap_stands_for(role): whether who acts holds that role.
void stands_for(sqlite3_context* context, int, sqlite3_value** values) {
  const auto& acting = *static_cast<const Acting*>(sqlite3_user_data(context));
  bool holds = std::ranges::find(acting.roles, text_of(values[0])) != acting.roles.end();
  sqlite3_result_int(context, acting.name.empty() || holds);
}

void give(sqlite3_context* context, const std::string& text) {
  sqlite3_result_text(context, text.c_str(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

// ap_sha256(text), ap_seal(salt, values): see core/journal.h.
void digest(sqlite3_context* context, int, sqlite3_value** values) {
  give(context, sha256_hex(as_bytes(text_of(values[0]))));
}
void seal(sqlite3_context* context, int, sqlite3_value** values) {
  give(context, seal_of(text_of(values[0]), text_of(values[1])));
}

}  // namespace

Statement::~Statement() {
  sqlite3_reset(handle_);
  sqlite3_clear_bindings(handle_);
  database_.idle_.emplace(std::move(sql_), handle_);
}

bool Statement::step() {
  int code = sqlite3_step(handle_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  database_.fail(code, "using");
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(handle_, column); }

std::string Statement::text(int column) const {
  auto* text = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
  return text ? std::string(text, std::size_t(sqlite3_column_bytes(handle_, column))) : std::string();
}

std::string_view Statement::bytes(int column) const {
  auto* data = static_cast<const char*>(sqlite3_column_blob(handle_, column));
  return data ? std::string_view(data, std::size_t(sqlite3_column_bytes(handle_, column))) : std::string_view();
}

bool Statement::is_null(int column) const { return sqlite3_column_type(handle_, column) == SQLITE_NULL; }

void Statement::bind_one(std::int64_t value) {
  if (int code = sqlite3_bind_int64(handle_, ++bound_, value)) database_.fail(code, "using");
}

void Statement::bind_one(std::string_view value) {
  // An empty view may have no address, which SQLite would take for NULL.
  const char* data = value.data() ? value.data() : "";
  if (int code = sqlite3_bind_text64(handle_, ++bound_, data, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8))
    database_.fail(code, "using");
}

void Statement::bind_one(const Blob& value) {
  const char* data = value.bytes.data() ? value.bytes.data() : "";
  if (int code = sqlite3_bind_blob64(handle_, ++bound_, data, value.bytes.size(), SQLITE_TRANSIENT))
    database_.fail(code, "using");
}

void Statement::bind_one(std::nullptr_t) {
  if (int code = sqlite3_bind_null(handle_, ++bound_)) database_.fail(code, "using");
}

Database::Database(const std::string& path, Open mode, int busy_ms) : path_(path) {
  if (mode == Open::create) create_private(path);
  int flags = SQLITE_OPEN_NOMUTEX | (mode == Open::read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
  if (int code = sqlite3_open_v2(path.c_str(), &handle_, flags, nullptr)) {
    sqlite3_close(handle_);
    handle_ = nullptr;
    fail(code, "opening");
  }
  try {
    sqlite3_extended_result_codes(handle_, 1);
    sqlite3_busy_timeout(handle_, busy_ms);
    execute("PRAGMA foreign_keys=ON");
    add_functions();
    if (mode != Open::read_only) use_wal(busy_ms);
  } catch (...) {
    sqlite3_close(handle_);
    throw;
  }
}

void Database::add_functions() {
  auto add = [&](const char* name, int arguments, void (*function)(sqlite3_context*, int, sqlite3_value**)) {
    sqlite3_create_function_v2(handle_, name, arguments, SQLITE_UTF8 | SQLITE_INNOCUOUS, &acting_, function, nullptr,
                               nullptr, nullptr);
  };
  add("ap_acts_as", 1, acts_as);
  add("ap_stands_for", 1, stands_for);
  add("ap_sha256", 1, digest);
  add("ap_seal", 2, seal);
}

// Going over to WAL needs the file alone, and SQLite does not wait for that. The commands of a pipe open a new store
// all at once, so they try in turns.
void Database::use_wal(int busy_ms) {
  constexpr int kTurnMs = 10;
  for (int waited = 0;; waited += kTurnMs) {
    int code = sqlite3_exec(handle_, "PRAGMA journal_mode=WAL", nullptr, nullptr, nullptr);
    if (code == SQLITE_OK) break;
    if ((code & 0xff) != SQLITE_BUSY || waited >= busy_ms) fail(code, "opening");
    sqlite3_sleep(kTurnMs);
  }
  execute("PRAGMA synchronous=FULL");
}

Database::~Database() {
  for (auto& [sql, statement] : idle_) sqlite3_finalize(statement);
  sqlite3_close(handle_);
}

Statement Database::prepare(std::string_view sql) {
  if (auto idle = idle_.find(sql); idle != idle_.end()) {
    auto node = idle_.extract(idle);
    return Statement(*this, std::move(node.key()), node.mapped());
  }
  sqlite3_stmt* statement = nullptr;
  if (int code = sqlite3_prepare_v2(handle_, sql.data(), int(sql.size()), &statement, nullptr)) fail(code, "using");
  return Statement(*this, std::string(sql), statement);
}

void Database::execute(const std::string& sql) {
  if (int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr)) fail(code, "using");
}

std::int64_t Database::changes() const { return sqlite3_changes64(handle_); }
std::int64_t Database::last_row() const { return sqlite3_last_insert_rowid(handle_); }

void Database::fail(int code, std::string_view doing) const {
  auto [kind, advice] = kind_of(code);
  std::string reason = handle_ ? sqlite3_errmsg(handle_) : sqlite3_errstr(code);
  throw Error(kind, std::string(doing) + " the store " + path_ + ": " + reason, advice);
}

ReadSnapshot::~ReadSnapshot() { sqlite3_exec(database_.handle(), "COMMIT", nullptr, nullptr, nullptr); }

Transaction::~Transaction() {
  if (open_) sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  database_.execute("COMMIT");
  open_ = false;
}

}  // namespace ap::sqlite
