#include "cli/record_source.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <deque>

#include "adapters/system/process.h"
#include "cli/line_reader.h"
#include "core/error.h"

namespace ap::cli {
namespace {

class LineSource : public RecordSource {
 public:
  explicit LineSource(Context& context)
      : context_(context),
        lines_(0, context.stop().descriptor(),
               static_cast<std::size_t>(context.settings().integer("limits.line_bytes"))) {}

  std::optional<Item> next() override {
    std::int64_t limit = context_.options().limit();
    for (std::string line; limit == 0 || given_ < limit;) {
      LineStatus status = lines_.next(line);
      if (status == LineStatus::end) break;
      ++number_;
      // Blank lines between records are no records.
      if (status == LineStatus::line && line.find_first_not_of(" \t\r") == std::string::npos) continue;
      ++given_;
      Item item;
      item.number = number_;
      item.line = std::move(line);
      item.too_long = status == LineStatus::too_long;
      return item;
    }
    return std::nullopt;
  }

  void cancel() override { lines_.cancel(); }

 private:
  Context& context_;
  LineReader lines_;
  std::int64_t number_ = 0, given_ = 0;
};

class FileSource : public RecordSource {
 public:
  FileSource(Context& context, std::vector<std::string> files) : context_(context), files_(std::move(files)) {
    auto limit = static_cast<std::size_t>(context.options().limit());
    if (limit != 0 && limit < files_.size()) files_.resize(limit);
  }

  std::optional<Item> next() override {
    if (given_ == files_.size() || context_.stop().requested_lately() != 0) return std::nullopt;
    Item item;
    item.file = files_[given_];
    item.number = static_cast<std::int64_t>(++given_);
    return item;
  }

  std::int64_t total() override { return static_cast<std::int64_t>(files_.size()); }

 private:
  Context& context_;
  std::vector<std::string> files_;
  std::size_t given_ = 0;
};

class ClaimSource : public RecordSource {
 public:
  ClaimSource(Context& context, State state)
      : context_(context),
        store_(context.require_store()),
        state_(state),
        owner_(system::process_identity()),
        lease_ms_(context.settings().integer("claims.lease_seconds") * 1000) {
    // What a killed run left claimed is free again at once, not when its lease ends.
    for (const std::string& owner : store_.claim_owners(context.clock().now_ms())) {
      if (system::process_is_gone(owner)) store_.release_all(owner);
    }
  }

  ~ClaimSource() override {
    try {
      store_.release_all(owner_);
    } catch (const std::exception& error) {
      context_.log().warning(fmt::format("claims of this run stay until their leases end: {}", error.what()));
    }
  }

  std::optional<Item> next() override {
    std::int64_t limit = context_.options().limit();
    while (context_.stop().requested() == 0 && (limit == 0 || given_ < limit)) {
      if (waiting_.empty() && !claim_more()) return std::nullopt;
      Claim claim = waiting_.front();
      waiting_.pop_front();
      std::optional<Record> record = store_.find(claim.document_id);
      // Waited long behind others: the lease may be another's by now.
      if (!store_.renew(claim, context_.clock().now_ms(), lease_ms_) || !record) continue;
      Item item;
      item.number = ++given_;
      item.record = std::move(record);
      item.claim = std::move(claim);
      return item;
    }
    return std::nullopt;
  }

  std::int64_t total() override {
    std::int64_t waiting = 0;
    for (const auto& [key, number] : store_.queue_figures().documents) {
      bool passes = key.second == Route::reject || key.second == Route::duplicate;
      if (key.first == state_ && !passes) waiting += number;
    }
    std::int64_t limit = context_.options().limit();
    return limit == 0 ? waiting : std::min(waiting, limit);
  }

 private:
  bool claim_more() {
    int batch = 2 * context_.jobs();
    std::int64_t limit = context_.options().limit();
    if (limit != 0) batch = static_cast<int>(std::min<std::int64_t>(batch, limit - given_));
    auto claims = store_.claim(state_, std::nullopt, batch, owner_, context_.clock().now_ms(), lease_ms_);
    waiting_.assign(claims.begin(), claims.end());
    return !waiting_.empty();
  }

  Context& context_;
  Store& store_;
  State state_;
  std::string owner_;
  std::int64_t lease_ms_, given_ = 0;
  std::deque<Claim> waiting_;
};

class ListedSource : public RecordSource {
 public:
  ListedSource(Context& context, const std::function<bool(const Record&)>& wanted)
      : context_(context), store_(context.require_store()) {
    auto limit = static_cast<std::size_t>(context.options().limit());
    store_.for_each(Query{}, [&](const Record& record) {
      if (wanted(record)) ids_.push_back(record.id);
      return limit == 0 || ids_.size() < limit;
    });
  }

  std::optional<Item> next() override {
    while (given_ < ids_.size() && context_.stop().requested() == 0) {
      std::optional<Record> record = store_.find(ids_[given_++]);
      if (!record) continue;
      Item item;
      item.number = static_cast<std::int64_t>(given_);
      item.record = std::move(record);
      return item;
    }
    return std::nullopt;
  }

  std::int64_t total() override { return static_cast<std::int64_t>(ids_.size()); }

 private:
  Context& context_;
  Store& store_;
  std::vector<std::string> ids_;
  std::size_t given_ = 0;
};

}  // namespace

std::unique_ptr<RecordSource> lines_of_standard_input(Context& context) {
  if (isatty(0) == 1) {
    throw Error(ErrorKind::usage, "nothing to read",
                "pipe records in, name files where they are taken, or give --pending");
  }
  return std::make_unique<LineSource>(context);
}

std::unique_ptr<RecordSource> records_of_files(Context& context, std::vector<std::string> files) {
  return std::make_unique<FileSource>(context, std::move(files));
}

std::unique_ptr<RecordSource> claimed_records(Context& context, State state) {
  return std::make_unique<ClaimSource>(context, state);
}

std::unique_ptr<RecordSource> listed_records(Context& context, const std::function<bool(const Record&)>& wanted) {
  return std::make_unique<ListedSource>(context, wanted);
}

}  // namespace ap::cli
