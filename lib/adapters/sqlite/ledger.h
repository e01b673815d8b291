// The ledger of bills in SQLite.
#pragma once

#include <mutex>
#include <string>
#include <vector>

#include "adapters/sqlite/database.h"
#include "ports/ledger.h"

namespace ap::sqlite {

// Shares connection and mutex with its store, and outlives neither.
class SqliteLedger : public BillLedger {
 public:
  SqliteLedger(Database& database, std::mutex& mutex) : database_(database), mutex_(mutex) {}
  void note(const Bill& bill) override;
  std::vector<FiledBill> bills(const BillQuery& query) override;
  void for_each_share(const std::vector<std::string>& marks, const ShareBasis& basis, std::int64_t before,
                      const std::function<void(const FiledShare&)>& visit) override;
  void keep_shares(const ShareBasis& basis, const std::vector<FiledShare>& filed) override;

 private:
  std::vector<std::string> bearers(const BillQuery& query);  // each once
  Database& database_;
  std::mutex& mutex_;
};

}  // namespace ap::sqlite
