// The store in memory: gone with the process. For tests of stages, and the shortest reading of what a store does.
// Same semantics as every adapter (tests/conformance/store_suite.h). One mutex; visitors run on copies, outside it.
#pragma once

#include <map>
#include <mutex>
#include <set>
#include <utility>
#include <vector>

#include "adapters/memory/master_data.h"
#include "ports/store.h"

namespace ap::memory {

class MemoryStore : public Store, public VendorMemory {
 public:
  std::optional<std::string> find_arrival(std::string_view channel, std::string_view locator, std::uint64_t bytes,
                                          std::int64_t modified_ns) override;
  std::vector<ArrivalOutcome> add_arrivals(const std::vector<Intake>& items) override;
  void for_each_arrival(const std::function<bool(const Arrival&)>& visit) override;

  std::optional<Record> find(std::string_view id) override;
  std::vector<std::string> ids_beginning(std::string_view prefix, int limit) override;
  std::int64_t arrival_order(std::string_view id) override;
  bool update(const Record& record, State before, const Event& event) override;
  bool dispose(const Record& rest, State before, const Event& event) override;
  void for_each(const Query& query, const std::function<bool(const Record&)>& visit) override;
  void index_documents(const std::vector<IndexEntry>& entries) override;
  std::vector<IndexHit> find_indexed(const std::vector<std::uint64_t>& keys, std::int64_t order, int per_key) override;
  int index_version() override;
  void set_index_version(int version) override;

  std::vector<Claim> claim(State state, std::optional<Route> route, int limit, std::string_view owner,
                           std::int64_t now_ms, std::int64_t lease_ms) override;
  bool renew(const Claim& claim, std::int64_t now_ms, std::int64_t lease_ms) override;
  void release(const Claim& claim, std::optional<std::int64_t> retry_at_ms) override;
  std::vector<std::string> claim_owners(std::int64_t now_ms) override;
  void release_all(std::string_view owner) override;

  std::optional<Batch> reserve_batch(const BatchRequest& request, const Event& event) override;
  std::vector<Batch> open_batches() override;
  void for_each_in_batch(std::string_view id, const std::function<bool(const Record&)>& visit) override;
  void complete_batch(std::string_view id, std::string_view manifest, const Event& event) override;
  std::optional<Batch> find_batch(std::string_view id) override;
  std::vector<Batch> batches() override;
  bool void_batch(std::string_view id, std::string_view reason, const Event& event) override;

  MasterData& master_data() override { return master_data_; }
  BillLedger& ledger() override { return ledger_; }
  VendorMemory& vendor_memory() override { return *this; }
  std::vector<Habit> recall(const std::vector<std::string>& marks) override;
  std::string remember(const std::vector<std::string>& marks, const std::vector<Habit>& habits) override;
  bool judge(const std::string& vendor, const std::string& field, bool right) override;
  int forget(const std::string& vendor, const std::string& field) override;
  void for_each_habit(const std::function<bool(const Habit&)>& visit) override;

  bool assign(std::string_view document_id, std::string_view assignee, const Event& event) override;
  std::map<std::string, std::string> assignments() override;
  std::string keep_text(std::string_view text) override;
  std::vector<std::pair<std::string, std::string>> texts_beginning(std::string_view prefix) override;
  void append_event(std::string_view document_id, const Event& event) override;
  void for_each_event(std::string_view document_id, const std::function<bool(const StoredEvent&)>& visit) override;
  JournalHead journal_head() override;
  std::optional<StoredEvent> policy_adopted() override;
  std::vector<std::string> beside_journal() override { return {}; }  // there is no way beside it
  QueueFigures queue_figures() override;
  void record_run(std::string_view command, std::int64_t at_ms, int exit_code,
                  const std::map<std::string, std::int64_t>& processed) override;
  std::map<std::string, RunFigures> run_figures() override;
  int schema_version() override { return 1; }
  std::vector<std::string> check() override { return {}; }
  std::string location() const override { return "memory"; }

 private:
  struct Document {
    Record record;
    std::int64_t received_ms = 0;
    std::int64_t event = 0;  // that last changed the record
    std::optional<IndexEntry> indexed;
    std::string owner;  // of the lease; "" when free
    std::int64_t lease_until = 0, retry_at = 0;
    int tries = 0;
    int batch = 0;  // number of the batch in force that holds it; 0 when none
  };
  struct StoredBatch {
    Batch batch;
    std::vector<Record> records;  // as reserved
  };

  Document* document(std::string_view id);
  StoredBatch* batch(std::string_view id);
  void demand_roles(const Record& before, const Record& after, const Event& event) const;
  static void refuse_disposed(const Document& document);
  void replace(Document& document, Record record);
  std::optional<std::string> vendor_with(const std::vector<std::string>& marks) const;
  void drop_marks_without_habits();
  void demand_four_eyes(const Record& record, const Event& event) const;
  void write_event(std::string_view document_id, const Event& event, const Record* changed = nullptr);
  bool look(FiledBill& bill);

  std::mutex mutex_;
  std::vector<Document> documents_;  // in order of arrival
  std::map<std::string, std::size_t, std::less<>> index_;
  std::vector<Arrival> arrivals_;
  std::vector<StoredEvent> events_;
  std::vector<StoredBatch> batches_;
  std::map<std::string, std::string> assignments_;
  std::map<std::string, RunFigures> runs_;
  std::map<std::string, std::string, std::less<>> texts_;  // by digest
  int index_version_ = 0;
  std::map<std::pair<std::string, std::string>, Habit> habits_;  // by vendor and field
  std::map<std::string, std::set<std::string>> marks_;           // of each vendor
  MemoryMasterData master_data_{[this](const Event& event) { append_event("", event); }};
  MemoryLedger ledger_{[this](FiledBill& bill) { return look(bill); }};
};

}  // namespace ap::memory
