// Master data and the ledger of bills in memory: gone with the process, and the shortest reading of what they do.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <vector>

#include "ports/ledger.h"
#include "ports/master_data.h"
#include "ports/store.h"

namespace ap::memory {

// Looks at every version at every question. Own mutex; visitors run outside it.
class MemoryMasterData : public MasterData {
 public:
  explicit MemoryMasterData(std::function<void(const Event&)> write_event) : write_event_(std::move(write_event)) {}
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
    std::size_t import = 0;  // index of imports_
    std::optional<Date> from;
    bool removed = false;
    MasterItem item;
  };
  // Items in force, by key.
  std::map<std::string, const Version*> in_force(MasterKind kind, const Date& day) const;

  // With the import it comes from and the time of the first one.
  MasterItem found_item(const Version& version) const;

  std::function<void(const Event&)> write_event_;
  std::mutex mutex_;
  std::vector<ImportInfo> imports_;
  std::vector<Version> versions_;
};

// `look` tells order of arrival, state, route and last event of a document into the given; false when there is none.
class MemoryLedger : public BillLedger {
 public:
  explicit MemoryLedger(std::function<bool(FiledBill&)> look) : look_(std::move(look)) {}
  void note(const Bill& bill) override;
  std::vector<FiledBill> bills(const BillQuery& query) override;
  void for_each_share(const std::vector<std::string>& marks, const ShareBasis& basis, std::int64_t before,
                      const std::function<void(const FiledShare&)>& visit) override;
  void keep_shares(const ShareBasis& basis, const std::vector<FiledShare>& filed) override;
  void forget(const std::string& document_id);

 private:
  std::function<bool(FiledBill&)> look_;
  std::mutex mutex_;
  std::map<std::string, Bill> bills_;
  std::map<std::pair<std::string, std::string>, std::pair<std::string, FiledShare>> shares_;  // document, orders
};

}  // namespace ap::memory
