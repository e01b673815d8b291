// Ports that fail at the n-th operation: before it has any effect, or after it took effect but before anyone knew.
//
// One Trap is shared by the store, the blobs and the files of a scenario, so that n counts through all of them. After
// the trap went off everything fails: the process is dead.
#pragma once

#include "core/error.h"
#include "ports/blob_store.h"
#include "ports/files.h"
#include "ports/store.h"

namespace ap::test {

struct Died {};  // no ap::Error: nobody may catch it and go on

class Trap {
 public:
  Trap(int at, bool after) : at_(at), after_(after) {}
  int operations() const { return count_; }
  bool went_off() const { return dead_; }

  template <class Operation>
  auto pass(Operation operation) {
    int mine = dead_ ? 0 : ++count_;  // operations nest: a visitor writes files
    if (dead_ || (mine == at_ && !after_)) die();
    if constexpr (std::is_void_v<decltype(operation())>) {
      operation();
      if (mine == at_) die();
    } else {
      auto result = operation();
      if (mine == at_) die();
      return result;
    }
  }

 private:
  [[noreturn]] void die() {
    dead_ = true;
    throw Died();
  }
  int at_, count_ = 0;
  bool after_, dead_ = false;
};

class FaultyBlobs : public BlobStore {
 public:
  FaultyBlobs(BlobStore& inner, Trap& trap) : inner_(inner), trap_(trap) {}
  void put(std::string_view id, Bytes bytes) override {
    trap_.pass([&] { inner_.put(id, bytes); });
  }
  std::optional<std::string> get(std::string_view id) override {
    return trap_.pass([&] { return inner_.get(id); });
  }
  bool contains(std::string_view id) override {
    return trap_.pass([&] { return inner_.contains(id); });
  }
  void for_each(const std::function<void(std::string_view, std::uint64_t)>& visit) override { inner_.for_each(visit); }
  void remove(std::string_view id) override {
    trap_.pass([&] { inner_.remove(id); });
  }
  std::string location() const override { return inner_.location(); }

 private:
  BlobStore& inner_;
  Trap& trap_;
};

class FaultyFiles : public Files {
 public:
  FaultyFiles(Files& inner, Trap& trap) : inner_(inner), trap_(trap) {}
  std::expected<FileInfo, FileFailure> info(const std::string& path) override { return inner_.info(path); }
  std::expected<std::vector<std::string>, FileFailure> list(const std::string& path) override {
    return inner_.list(path);
  }
  std::expected<std::string, FileFailure> read(const std::string& path, std::uint64_t max) override {
    return trap_.pass([&] { return inner_.read(path, max); });
  }
  std::expected<std::string, FileFailure> sha256(const std::string& path) override { return inner_.sha256(path); }
  std::string absolute(const std::string& path) override { return inner_.absolute(path); }
  std::unique_ptr<OutputFile> create(const std::string& path) override {
    return std::make_unique<Output>(trap_.pass([&] { return inner_.create(path); }), trap_);
  }
  void make_folder(const std::string& path) override {
    trap_.pass([&] { inner_.make_folder(path); });
  }
  void move(const std::string& from, const std::string& to) override {
    trap_.pass([&] { inner_.move(from, to); });
  }
  void remove(const std::string& path) override {
    trap_.pass([&] { inner_.remove(path); });
  }

 private:
  class Output : public OutputFile {
   public:
    Output(std::unique_ptr<OutputFile> inner, Trap& trap) : inner_(std::move(inner)), trap_(trap) {}
    void write(std::string_view text) override {
      trap_.pass([&] { inner_->write(text); });
    }
    void commit() override {
      trap_.pass([&] { inner_->commit(); });
    }

   private:
    std::unique_ptr<OutputFile> inner_;
    Trap& trap_;
  };
  Files& inner_;
  Trap& trap_;
};

// Every call is one operation; visitors run inside it.
class FaultyStore : public Store {
 public:
  FaultyStore(Store& inner, Trap& trap) : inner_(inner), trap_(trap) {}

  std::optional<std::string> find_arrival(std::string_view channel, std::string_view locator, std::uint64_t bytes,
                                          std::int64_t modified) override {
    return trap_.pass([&] { return inner_.find_arrival(channel, locator, bytes, modified); });
  }
  std::vector<ArrivalOutcome> add_arrivals(const std::vector<Intake>& items) override {
    return trap_.pass([&] { return inner_.add_arrivals(items); });
  }
  void for_each_arrival(const std::function<bool(const Arrival&)>& visit) override { inner_.for_each_arrival(visit); }
  std::optional<Record> find(std::string_view id) override {
    return trap_.pass([&] { return inner_.find(id); });
  }
  std::int64_t arrival_order(std::string_view id) override { return inner_.arrival_order(id); }
  bool update(const Record& record, State before, const Event& event) override {
    return trap_.pass([&] { return inner_.update(record, before, event); });
  }
  std::vector<std::string> ids_beginning(std::string_view prefix, int limit) override {
    return inner_.ids_beginning(prefix, limit);
  }
  bool dispose(const Record& rest, State before, const Event& event) override {
    return trap_.pass([&] { return inner_.dispose(rest, before, event); });
  }
  bool assign(std::string_view id, std::string_view assignee, const Event& event) override {
    return trap_.pass([&] { return inner_.assign(id, assignee, event); });
  }
  std::map<std::string, std::string> assignments() override { return inner_.assignments(); }
  void for_each(const Query& query, const std::function<bool(const Record&)>& visit) override {
    inner_.for_each(query, visit);
  }
  void index_documents(const std::vector<IndexEntry>& entries) override { inner_.index_documents(entries); }
  std::vector<IndexHit> find_indexed(const std::vector<std::uint64_t>& keys, std::int64_t order, int per_key) override {
    return inner_.find_indexed(keys, order, per_key);
  }
  int index_version() override { return inner_.index_version(); }
  void set_index_version(int version) override { inner_.set_index_version(version); }
  std::vector<Claim> claim(State state, std::optional<Route> route, int limit, std::string_view owner, std::int64_t now,
                           std::int64_t lease) override {
    return trap_.pass([&] { return inner_.claim(state, route, limit, owner, now, lease); });
  }
  bool renew(const Claim& claim, std::int64_t now, std::int64_t lease) override {
    return inner_.renew(claim, now, lease);
  }
  void release(const Claim& claim, std::optional<std::int64_t> at) override { inner_.release(claim, at); }
  std::vector<std::string> claim_owners(std::int64_t now) override { return inner_.claim_owners(now); }
  void release_all(std::string_view owner) override { inner_.release_all(owner); }
  VendorMemory& vendor_memory() override { return inner_.vendor_memory(); }
  MasterData& master_data() override { return inner_.master_data(); }
  BillLedger& ledger() override { return inner_.ledger(); }
  std::optional<Batch> reserve_batch(const BatchRequest& request, const Event& event) override {
    return trap_.pass([&] { return inner_.reserve_batch(request, event); });
  }
  std::vector<Batch> open_batches() override {
    return trap_.pass([&] { return inner_.open_batches(); });
  }
  void for_each_in_batch(std::string_view id, const std::function<bool(const Record&)>& visit) override {
    trap_.pass([&] { inner_.for_each_in_batch(id, visit); });
  }
  void complete_batch(std::string_view id, std::string_view manifest, const Event& event) override {
    trap_.pass([&] { inner_.complete_batch(id, manifest, event); });
  }
  std::optional<Batch> find_batch(std::string_view id) override { return inner_.find_batch(id); }
  std::vector<Batch> batches() override { return inner_.batches(); }
  bool void_batch(std::string_view id, std::string_view reason, const Event& event) override {
    return trap_.pass([&] { return inner_.void_batch(id, reason, event); });
  }
  std::string keep_text(std::string_view text) override { return inner_.keep_text(text); }
  std::vector<std::pair<std::string, std::string>> texts_beginning(std::string_view prefix) override {
    return inner_.texts_beginning(prefix);
  }
  void append_event(std::string_view id, const Event& event) override { inner_.append_event(id, event); }
  void for_each_event(std::string_view id, const std::function<bool(const StoredEvent&)>& visit) override {
    inner_.for_each_event(id, visit);
  }
  JournalHead journal_head() override { return inner_.journal_head(); }
  std::optional<StoredEvent> policy_adopted() override { return inner_.policy_adopted(); }
  std::vector<std::string> beside_journal() override { return inner_.beside_journal(); }
  QueueFigures queue_figures() override { return inner_.queue_figures(); }
  void record_run(std::string_view command, std::int64_t at, int code,
                  const std::map<std::string, std::int64_t>& processed) override {
    inner_.record_run(command, at, code, processed);
  }
  std::map<std::string, RunFigures> run_figures() override { return inner_.run_figures(); }
  int schema_version() override { return inner_.schema_version(); }
  std::vector<std::string> check() override { return inner_.check(); }
  std::string location() const override { return inner_.location(); }

 private:
  Store& inner_;
  Trap& trap_;
};

}  // namespace ap::test
