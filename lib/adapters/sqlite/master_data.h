// Master data in SQLite: imports, versions of items, and two indexes over versions: marks and trigrams of names.
#pragma once

#include <functional>
#include <mutex>

#include "adapters/sqlite/database.h"
#include "ports/master_data.h"
#include "ports/store.h"

namespace ap::sqlite {

// Shares connection and mutex with its store, and outlives neither. `write_event` writes into the running transaction.
class SqliteMasterData : public MasterData {
 public:
  SqliteMasterData(Database& database, std::mutex& mutex, std::function<void(const Event&)> write_event)
      : database_(database), mutex_(mutex), write_event_(std::move(write_event)) {}

  ImportInfo import(const ImportRequest& request) override;
  RevertOutcome revert(std::int64_t import, std::string_view reason, std::string_view actor,
                       std::int64_t at_ms) override;
  std::vector<ImportInfo> imports() override;
  std::vector<std::int64_t> imports_of(MasterKind kind, std::string_view mark) override;
  bool loaded(MasterKind kind) override;
  std::vector<MasterItem> find(MasterKind kind, const std::vector<std::string>& marks, const Date& day,
                               int limit) override;
  std::vector<MasterItem> similar(MasterKind kind, std::string_view name_key, int percent, const Date& day,
                                  int limit) override;
  void for_each(MasterKind kind, const Date& day, const std::function<bool(const MasterItem&)>& visit) override;

 private:
  struct Version {
    std::int64_t id = 0;
    std::string key, content;
    std::int64_t import = 0, first_ms = 0;
  };
  // All of these run inside the caller's lock.
  std::optional<Version> in_force(MasterKind kind, const std::string& key, const Date& day);
  bool ever(MasterKind kind, const std::string& key);
  void add_version(std::int64_t import, const ImportRequest& request, const MasterItem& item,
                   const std::string& content, std::int64_t from, bool removed);
  void flush_grams(MasterKind kind);  // brings grams_ into the index
  void remove_others(std::int64_t import, const ImportRequest& request, ImportInfo& info, const Date& day);
  std::optional<Version> in_force_version(MasterKind kind, std::int64_t version, const Date& day);
  struct Lists {
    std::int64_t first = 0;                                         // version in any of them
    std::vector<std::pair<std::int64_t, std::uint32_t>> by_length;  // bytes, gram
  };
  Lists lists_of(MasterKind kind, const std::vector<std::uint32_t>& grams);
  // Counts the versions of a list, those from `low` on; those that come to `enough` by it are added to `reached`.
  template <class Counter>
  void walk(MasterKind kind, std::uint32_t gram, std::int64_t low, std::vector<Counter>& counts, std::size_t enough,
            std::vector<std::size_t>& reached);
  // Versions that share at least `needed` of the grams, with how many; those that share most first.
  using Shares = std::vector<std::pair<std::size_t, std::int64_t>>;
  template <class Counter>
  Shares sharing(MasterKind kind, const std::vector<std::uint32_t>& grams, std::size_t needed, const Date& day,
                 std::vector<Counter>& counts);
  std::size_t shared_by(MasterKind kind, std::int64_t version, const Date& day,
                        const std::vector<std::uint32_t>& grams);
  static Version version_of(Statement& row);  // of the columns that master_data.cc names VERSION
  MasterItem item_of(const Version& version) const;

  Database& database_;
  std::mutex& mutex_;
  std::function<void(const Event&)> write_event_;
  // Grams of versions that the running import made, not yet in the index.
  std::vector<std::pair<std::uint32_t, std::int64_t>> grams_;
  std::vector<std::uint8_t> counts_;  // of sharing(), kept between calls for its memory
};

}  // namespace ap::sqlite
