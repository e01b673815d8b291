// The embedded store: one SQLite file in WAL mode, flushed at every commit.
//
// One connection behind a mutex: threads take turns, processes wait for each other up to the busy timeout. Visitors
// run outside the mutex, on pages of rows read before.
#pragma once

#include <mutex>

#include "adapters/sqlite/database.h"
#include "adapters/sqlite/ledger.h"
#include "adapters/sqlite/master_data.h"
#include "ports/store.h"

namespace ap::sqlite {

class SqliteStore : public Store, public StoreCopier, public VendorMemory {
 public:
  // Open::create makes file and tables where missing and migrates an older schema; Open::existing throws no_input when
  // there is no file, and migrates; Open::read_only migrates nothing.
  // `who`: the operating-system user, the only name that the journal then takes, with the roles in which approvals may
  // be given; without a name every name and role is taken.
  SqliteStore(const std::string& path, Open mode, Acting who = {});

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
  std::vector<std::string> beside_journal() override;
  QueueFigures queue_figures() override;
  void record_run(std::string_view command, std::int64_t at_ms, int exit_code,
                  const std::map<std::string, std::int64_t>& processed) override;
  std::map<std::string, RunFigures> run_figures() override;
  int schema_version() override;
  std::vector<std::string> check() override;
  std::string location() const override { return "sqlite:" + database_.path(); }

  void copy_to(const std::string& path) override;
  std::string_view form() const override { return "sqlite"; }
  bool is_empty() override;
  void restore_from(const std::string& path) override;

 private:
  // These run inside the caller's lock, and where they write inside the caller's transaction.
  ArrivalOutcome add_arrival(const Intake& item);
  // Appends to the journal; `record_line` is what the record became, "" when it did not change.
  std::int64_t write_event(std::string_view document_id, const Event& event, std::string_view record_line = "");
  // Whether the document is in that state and in no batch that is not yet complete.
  bool is_free(std::string_view id, State state);
  void write_record(const Record& record, const Event& event);  // and the event that changes it
  void index_one(const IndexEntry& entry);
  Record parse(const std::string& json) const;
  // Moves the documents of a batch that are in state `from` to `to`; writes the event for each of its documents.
  void set_states(std::int64_t batch, State from, State to, const Event& event);
  std::vector<Batch> read_batches(Statement& rows);
  void check_records(std::vector<std::string>& problems);
  void check_batches(std::vector<std::string>& problems);
  void check_values(std::vector<std::string>& problems);
  void check_journal(std::vector<std::string>& problems);
  void check_last_records(std::vector<std::string>& problems);
  void check_schema(std::vector<std::string>& problems);

  std::optional<std::string> vendor_with(const std::vector<std::string>& marks);
  std::vector<Habit> habits_of(std::optional<std::string_view> vendor);
  void drop_marks_without_habits();

  bool holds_nothing();

  std::mutex mutex_;
  Database database_;
  SqliteMasterData master_data_{database_, mutex_, [this](const Event& event) { write_event("", event); }};
  SqliteLedger ledger_{database_, mutex_};
};

}  // namespace ap::sqlite
