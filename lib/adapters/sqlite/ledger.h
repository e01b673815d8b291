// The ledger of bills in SQLite.
#pragma once

#include <mutex>

#include "adapters/sqlite/database.h"
#include "ports/ledger.h"

namespace ap::sqlite {

// Shares connection and mutex with its store, and outlives neither.
class SqliteLedger : public BillLedger {
 public:
  SqliteLedger(Database& database, std::mutex& mutex) : database_(database), mutex_(mutex) {}
  void note(const Bill& bill) override;
  std::vector<FiledBill> bills(const BillQuery& query) override;

 private:
  Database& database_;
  std::mutex& mutex_;
};

}  // namespace ap::sqlite
