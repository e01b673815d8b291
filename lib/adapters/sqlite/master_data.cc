#include "adapters/sqlite/master_data.h"

#include <algorithm>
#include <set>

#include "core/error.h"
#include "core/json_text.h"
#include "core/names.h"
#include "record/master_json.h"

namespace ap::sqlite {
namespace {

constexpr std::int64_t kAlways = -1'000'000;  // "in force from" of what always was

// Versions in force on day ?2 of kind ?1, as v; more conditions may follow.
#define IN_FORCE                                                                                                  \
  "v.kind = ?1 AND v.from_day <= ?2 AND v.removed = 0 AND i.reverted_ms IS NULL AND NOT EXISTS ("                 \
  "SELECT 1 FROM master_versions w JOIN master_imports j ON j.id = w.import WHERE w.kind = ?1 AND w.key = v.key " \
  "AND w.from_day <= ?2 AND j.reverted_ms IS NULL AND (w.from_day > v.from_day OR (w.from_day = v.from_day AND "  \
  "w.id > v.id))) "

// What a Version holds, in this order. First imported: by an import that still counts.
#define VERSION                                                                                          \
  "v.id, v.key, v.content, v.import, (SELECT min(j.at_ms) FROM master_versions w JOIN master_imports j " \
  "ON j.id = w.import WHERE w.kind = v.kind AND w.key = v.key AND j.reverted_ms IS NULL) "

constexpr std::size_t kManyItems = 10'000;
constexpr std::size_t kGramsAtOnce = 4'000'000;  // 64 MiB, and a list for each gram

}  // namespace

SqliteMasterData::Version SqliteMasterData::version_of(Statement& row) {
  return {row.integer(0), row.text(1), row.text(2), row.integer(3), row.integer(4)};
}

MasterItem SqliteMasterData::item_of(const Version& version) const {
  auto rows = master_from_json(version.content);
  if (!rows)
    throw Error(ErrorKind::io, "the store " + database_.path() + " holds damaged master data: " + rows.error(),
                "run ap-health, then restore the last backup with ap-backup restore");
  return {version.key, std::move(*rows), version.import, version.first_ms};
}

std::optional<SqliteMasterData::Version> SqliteMasterData::in_force(MasterKind kind, const std::string& key,
                                                                    const Date& day) {
  auto row = database_.prepare("SELECT " VERSION
                               "FROM master_versions v JOIN master_imports i ON i.id = v.import "
                               "WHERE " IN_FORCE "AND v.key = ?3");
  row.bind(to_string(kind), day.days(), key);
  if (!row.step()) return std::nullopt;
  return version_of(row);
}

std::optional<SqliteMasterData::Version> SqliteMasterData::in_force_version(MasterKind kind, std::int64_t version,
                                                                            const Date& day) {
  auto row = database_.prepare("SELECT " VERSION
                               "FROM master_versions v JOIN master_imports i ON i.id = v.import WHERE v.id = ?3 "
                               "AND " IN_FORCE);
  row.bind(to_string(kind), day.days(), version);
  if (!row.step()) return std::nullopt;
  return version_of(row);
}

bool SqliteMasterData::ever(MasterKind kind, const std::string& key) {
  auto row = database_.prepare(
      "SELECT 1 FROM master_versions v JOIN master_imports i ON i.id = v.import "
      "WHERE v.kind = ? AND v.key = ? AND i.reverted_ms IS NULL LIMIT 1");
  return row.bind(to_string(kind), key).step();
}

void SqliteMasterData::add_version(std::int64_t import, const ImportRequest& request, const MasterItem& item,
                                   const std::string& content, std::int64_t from, bool removed) {
  database_.prepare("INSERT INTO master_versions (import, kind, key, from_day, removed, content) VALUES (?,?,?,?,?,?)")
      .bind(import, to_string(request.kind), item.key, from, removed, content)
      .run();
  if (removed) return;
  std::int64_t version = database_.last_row();
  for (const std::string& mark : master_marks(request.kind, item.rows))
    database_.prepare("INSERT INTO master_marks (kind, mark, version) VALUES (?, ?, ?)")
        .bind(to_string(request.kind), mark, version)
        .run();
  for (const std::string& name : master_names(request.kind, item.rows))
    for (std::uint32_t gram : trigrams(name)) grams_.emplace_back(gram, version);
  if (grams_.size() >= kGramsAtOnce) flush_grams(request.kind);
}

void SqliteMasterData::remove_others(std::int64_t import, const ImportRequest& request, ImportInfo& info,
                                     const Date& day) {
  std::set<std::string, std::less<>> named;
  for (const MasterItem& item : request.items) named.insert(item.key);
  std::vector<std::string> gone;
  {
    auto rows =
        database_.prepare("SELECT v.key FROM master_versions v JOIN master_imports i ON i.id = v.import WHERE " IN_FORCE
                          "ORDER BY v.key");
    rows.bind(to_string(request.kind), day.days());
    while (rows.step())
      if (std::string key = rows.text(0); !named.contains(key)) gone.push_back(std::move(key));
  }
  for (const std::string& key : gone) {
    if (!request.dry_run) add_version(import, request, {key, {}}, "[]", day.days(), true);
    ++info.removed;
  }
}

ImportInfo SqliteMasterData::import(const ImportRequest& request) {
  std::lock_guard lock(mutex_);
  grams_.clear();  // of an import that failed
  // The indexes of a large import do not fit into the usual cache; it stays for the rest of this short process.
  if (request.items.size() > kManyItems) database_.execute("PRAGMA cache_size=-262144");
  Transaction transaction(database_);
  Date day = request.effective.value_or(*request.today);
  ImportInfo info{.kind = request.kind,
                  .source = request.source,
                  .actor = request.actor,
                  .at_ms = request.at_ms,
                  .refused = request.refused,
                  .effective = request.effective};
  if (!request.dry_run) {
    database_.prepare("INSERT INTO master_imports (kind, source, actor, at_ms, effective) VALUES (?, ?, ?, ?, ?)")
        .bind(to_string(request.kind), request.source, request.actor, request.at_ms,
              request.effective ? std::optional(request.effective->str()) : std::nullopt)
        .run();
    info.id = database_.last_row();
  }
  for (const MasterItem& item : request.items) {
    std::string content = to_master_json(item.rows);
    auto before = in_force(request.kind, item.key, day);
    if (before && before->content == content) {
      ++info.unchanged;
      continue;
    }
    ++(before ? info.changed : info.added);
    if (request.dry_run) continue;
    bool always = !before && !request.effective && !ever(request.kind, item.key);
    add_version(info.id, request, item, content, always ? kAlways : day.days(), false);
  }
  if (request.replace) remove_others(info.id, request, info, day);
  flush_grams(request.kind);
  if (request.dry_run) return info;
  database_
      .prepare("UPDATE master_imports SET added = ?, changed = ?, unchanged = ?, removed = ?, refused = ? WHERE id = ?")
      .bind(info.added, info.changed, info.unchanged, info.removed, info.refused, info.id)
      .run();
  write_event_({request.at_ms, request.actor, "imported",
                JsonText()
                    .number("import", info.id)
                    .text("kind", to_string(request.kind))
                    .text("source", request.source)
                    .number("added", info.added)
                    .number("changed", info.changed)
                    .number("removed", info.removed)
                    .number("refused", info.refused)
                    .str()});
  transaction.commit();
  return info;
}

RevertOutcome SqliteMasterData::revert(std::int64_t import, std::string_view reason, std::string_view actor,
                                       std::int64_t at_ms) {
  std::lock_guard lock(mutex_);
  Transaction transaction(database_);
  {
    auto row = database_.prepare("SELECT reverted_ms FROM master_imports WHERE id = ?");
    if (!row.bind(import).step()) return RevertOutcome::unknown;
    if (!row.is_null(0)) return RevertOutcome::already;
  }
  database_.prepare("UPDATE master_imports SET reverted_ms = ?, reverted_by = ?, reverted_reason = ? WHERE id = ?")
      .bind(at_ms, actor, reason, import)
      .run();
  write_event_(
      {at_ms, std::string(actor), "import_reverted", JsonText().number("import", import).text("reason", reason).str()});
  transaction.commit();
  return RevertOutcome::done;
}

std::vector<ImportInfo> SqliteMasterData::imports() {
  std::lock_guard lock(mutex_);
  auto rows = database_.prepare(
      "SELECT id, kind, source, actor, at_ms, added, changed, unchanged, removed, refused, effective, "
      "coalesce(reverted_ms, 0), coalesce(reverted_by, ''), coalesce(reverted_reason, '') "
      "FROM master_imports ORDER BY id");
  std::vector<ImportInfo> all;
  while (rows.step())
    all.push_back({rows.integer(0), master_kind_from(rows.text(1)).value_or(MasterKind::vendors), rows.text(2),
                   rows.text(3), rows.integer(4), rows.integer(5), rows.integer(6), rows.integer(7), rows.integer(8),
                   rows.integer(9), Date::parse(rows.text(10)), rows.integer(11), rows.text(12), rows.text(13)});
  return all;
}

std::vector<std::int64_t> SqliteMasterData::imports_of(MasterKind kind, std::string_view mark) {
  std::lock_guard lock(mutex_);
  auto rows = database_.prepare(
      "SELECT DISTINCT v.import FROM master_marks m JOIN master_versions v ON v.id = m.version "
      "WHERE m.kind = ? AND m.mark = ? ORDER BY v.import");
  std::vector<std::int64_t> ids;
  for (rows.bind(to_string(kind), mark); rows.step();) ids.push_back(rows.integer(0));
  return ids;
}

bool SqliteMasterData::loaded(MasterKind kind) {
  std::lock_guard lock(mutex_);
  auto row = database_.prepare(
      "SELECT EXISTS (SELECT 1 FROM master_imports WHERE kind = ? AND reverted_ms IS NULL AND "
      "added + changed + unchanged > 0)");
  row.bind(to_string(kind)).step();
  return row.integer(0) != 0;
}

std::vector<MasterItem> SqliteMasterData::find(MasterKind kind, const std::vector<std::string>& marks, const Date& day,
                                               int limit) {
  std::lock_guard lock(mutex_);
  std::map<std::string, MasterItem> found;
  for (const std::string& mark : marks) {
    if (mark.empty()) continue;
    auto rows =
        database_.prepare("SELECT " VERSION
                          "FROM master_marks m JOIN master_versions v ON v.id = m.version "
                          "JOIN master_imports i ON i.id = v.import WHERE m.kind = ?1 AND m.mark = ?3 AND " IN_FORCE
                          "ORDER BY m.version DESC LIMIT ?4");
    rows.bind(to_string(kind), day.days(), mark, limit > 0 ? std::int64_t(limit) : std::int64_t(-1));
    while (rows.step()) {
      Version version = version_of(rows);
      if (!found.contains(version.key)) found.emplace(version.key, item_of(version));
    }
  }
  std::vector<MasterItem> items;
  for (auto& [key, item] : found) items.push_back(std::move(item));
  return items;
}

void SqliteMasterData::for_each(MasterKind kind, const Date& day, const std::function<bool(const MasterItem&)>& visit) {
  std::vector<MasterItem> items;
  {
    std::lock_guard lock(mutex_);
    auto rows = database_.prepare("SELECT " VERSION
                                  "FROM master_versions v JOIN master_imports i ON i.id = v.import "
                                  "WHERE " IN_FORCE "ORDER BY v.key");
    for (rows.bind(to_string(kind), day.days()); rows.step();) items.push_back(item_of(version_of(rows)));
  }
  for (const MasterItem& item : items)
    if (!visit(item)) return;
}

}  // namespace ap::sqlite
