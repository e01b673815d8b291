// Master data in versions, kept in the store. One conformance suite (tests/conformance/master_data_suite.h) says what
// every adapter must do. Each call is one transaction; safe for use by threads and processes at once; throws what a
// Store throws.
//
// An item (a vendor, an order with its lines) is known by kind and key and has versions, each from an import and in
// force from a day on. In force on a day is, of the versions whose import was not reverted, the one that began last
// (of two that began on one day the later imported); a removal is a version too. Nothing is overwritten: what was in
// force when a decision was made can be told later.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "core/master_kinds.h"

namespace ap {

struct MasterItem {
  std::string key;
  std::vector<MasterRow> rows;
  // Of what is found: the import that brought this version, and when the item was imported first.
  std::int64_t import = 0, first_ms = 0;
  bool operator==(const MasterItem& other) const { return key == other.key && rows == other.rows; }
};

struct ImportRequest {
  MasterKind kind = MasterKind::vendors;
  std::vector<MasterItem> items;        // checked; each key once
  bool replace = false;                 // items that are not named are removed
  std::optional<Date> effective;        // versions begin then; without: new items always were, changes begin `today`
  std::optional<Date> today;            // must be set
  std::string source, actor;            // name of the file; who imports
  std::int64_t at_ms = 0, refused = 0;  // when; items that were refused, for the history
  bool dry_run = false;                 // count, change nothing
};

struct ImportInfo {
  std::int64_t id = 0;  // 0: nothing was written (a dry run, or nothing to change)
  MasterKind kind = MasterKind::vendors;
  std::string source, actor;
  std::int64_t at_ms = 0;
  std::int64_t added = 0, changed = 0, unchanged = 0, removed = 0, refused = 0;
  std::optional<Date> effective;
  std::int64_t reverted_ms = 0;  // 0: in force
  std::string reverted_by, reverted_reason;
};

enum class RevertOutcome { done, unknown, already };

class MasterData {
 public:
  virtual ~MasterData() = default;

  // Imports and reverts are events of the store (imported, import_reverted).
  // Keeps the items that are new or differ from the version in force on the day they would begin. An import is
  // recorded even when nothing changed, so that the history shows that it was looked at.
  virtual ImportInfo import(const ImportRequest& request) = 0;
  // What the import brought is not looked at any more; what was before is in force again.
  virtual RevertOutcome revert(std::int64_t import, std::string_view reason, std::string_view actor,
                               std::int64_t at_ms) = 0;
  virtual std::vector<ImportInfo> imports() = 0;  // oldest first
  // Ids of the imports that brought a version with this mark, reverted ones included; ascending, each once.
  virtual std::vector<std::int64_t> imports_of(MasterKind kind, std::string_view mark) = 0;

  // Whether any item of the kind was ever imported and not reverted.
  virtual bool loaded(MasterKind kind) = 0;
  // Items in force on `day` that bear one of the marks (core/master_kinds.h), by key. With `limit` of each mark no more
  // than so many, those imported last; 0: all.
  virtual std::vector<MasterItem> find(MasterKind kind, const std::vector<std::string>& marks, const Date& day,
                                       int limit = 0) = 0;
  // Items in force on `day` of which a name shares at least `percent` of the trigrams of `name_key`; those that share
  // most first, then by key; at most `limit`.
  virtual std::vector<MasterItem> similar(MasterKind kind, std::string_view name_key, int percent, const Date& day,
                                          int limit) = 0;
  virtual void for_each(MasterKind kind, const Date& day, const std::function<bool(const MasterItem&)>& visit) = 0;
};

}  // namespace ap
