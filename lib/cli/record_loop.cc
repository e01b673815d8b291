#include "cli/record_loop.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <new>
#include <utility>

#include "cli/look_ahead.h"
#include "cli/ordered_pool.h"
#include "cli/progress.h"
#include "cli/record_file.h"
#include "cli/record_source.h"
#include "core/error.h"
#include "record/codec.h"
#include "stages/event_detail.h"

namespace ap::cli {
namespace {

constexpr std::int64_t kLongestRetryMs = 3600 * 1000;

enum class Ending {
  passed,    // not this stage's: printed as it came
  done,      // the stage worked on it
  broken,    // standard input had no record there
  missing,   // the file could not be read
  deferred,  // a passing failure: another run will do it
};

struct Result : Extracted {
  Ending ending = Ending::done;
  std::string line;                    // as it came, when it passed through
  std::optional<FileContent> content;  // of the file, until the stage has it
  State before = State::received;
  bool defect = false;
  std::optional<Claim> claim;
};

std::string outcome_name(const Result& result) {
  switch (result.ending) {
    case Ending::passed:
      return "passed";
    case Ending::broken:
      return "broken";
    case Ending::missing:
      return "unreadable";
    case Ending::deferred:
      return "deferred";
    case Ending::done:
      break;
  }
  const Record& record = result.record;
  if (record.state == State::validated && record.route()) return std::string(to_string(*record.route()));
  return std::string(to_string(record.state));
}

// Redone on purpose: what this stage or a later one has finished, but never what left the house, and a failure only
// by the stage that starts from the bytes.
bool redoes(const Stage& stage, const Record& record) {
  if (record.state == State::exported || record.disposal) return false;
  if (record.state == State::failed) return stage.takes == State::received && !record.id.empty();
  // A mail that only carried its attachments is validated without ever having been an invoice.
  if (record.state <= stage.takes || !record.extraction) return false;
  // A scan that was taken apart is no invoice either; only taking it apart can be done again.
  return record.invoice || stage.takes == State::received;
}

bool takes(const Stage& stage, const Record& record, bool again) {
  if (record.state == stage.takes && !record.passes_through()) return true;
  return again && redoes(stage, record);
}

class Loop {
 public:
  Loop(Context& context, const Stage& stage) : context_(context), stage_(stage), store_(context.store()) {}

  // On a working thread.
  Result work(Item&& item) const {
    Result result;
    result.claim = item.claim;
    if (item.file) {
      if (!item.prepared) {
        item.prepared.emplace();
        item.prepared->record = record_from_file(*item.file, context_.settings().integer("limits.document_bytes"),
                                                 context_.clock(), item.prepared->content.bytes);
      }
      result.record = std::move(item.prepared->record);
      result.content = std::move(item.prepared->content);
      if (result.record.state == State::failed)
        result.ending = result.record.id.empty() ? Ending::missing : Ending::done;
    } else if (item.record) {
      result.record = std::move(*item.record);
    } else {
      read_line(std::move(item), result);
    }
    result.before = result.record.state;
    if (result.ending != Ending::done || (item.file && result.record.state == State::failed)) return result;
    if (!takes(stage_, result.record, context_.options().again())) {
      result.ending = Ending::passed;
      return result;
    }
    if (!result.claim && is_done_already(result)) return result;
    run_stage(result);
    return result;
  }

  // In order, on one thread.
  void finish(Result&& result) {
    ++total_;
    if (result.ending == Ending::deferred) {
      defer(result);
      if (result.claim) return;
    }
    if (result.claim && result.ending == Ending::passed) return;
    bool keeps = result.ending == Ending::done && store_ != nullptr && !context_.options().dry_run();
    if (!result.parts.empty()) announce(result);
    for (Record& part : result.parts)
      if (keeps) keep_part(part, result.record);
    if (keeps) keep(result);
    context_.count(outcome_name(result));
    tally(result);
    print(result.record, result.line);
    for (Record& part : result.parts) {
      Result of;
      of.record = std::move(part);
      context_.count(outcome_name(of));
      tally(of);
      print(of.record, "");
    }
  }

  int exit_code(bool files_named) const {
    if (defects_ > 0) return ap::exit_code(ErrorKind::internal);
    if (deferred_ > 0) return ap::exit_code(ErrorKind::temporary);
    if (total_ > 0 && unread_ == total_) return ap::exit_code(files_named ? ErrorKind::no_input : ErrorKind::bad_input);
    return needs_person_ ? 1 : 0;
  }

 private:
  void print(const Record& record, const std::string& line) {
    if (stage_.see) stage_.see(record);
    if (stage_.silent) return;
    if (context_.output().is_terminal()) context_.log().status("");
    if (!line.empty()) return context_.output().line(line);
    context_.output().write([&](const auto& sink) { lines_.write(record, sink); });
  }

  // The plan, before anything is kept.
  void announce(const Result& result) {
    for (const Finding& finding : result.record.findings)
      if (finding.rule == "SPLIT")
        context_.log().info(fmt::format("{}: {}{}", label(result.record),
                                        context_.options().dry_run() ? "would be taken apart: " : "", finding.message),
                            {{"document", result.record.id}});
  }

  // A part comes in as a document does, with its scan as the place it came from. Met again it is no news: what the
  // store has of it stands, unless the work is redone on purpose.
  void keep_part(Record& part, const Record& scan) {
    if (store_->arrival_order(scan.id) == 0) return;  // keep() says so of the scan
    std::int64_t now = context_.clock().now_ms();
    Event event{now, context_.actor(), std::string(part.state == State::failed ? "failed" : stage_.event),
                event_detail(part, AP_VERSION)};
    Arrival arrival{part.source.channel, scan.id + "#" + part.id, part.source.bytes, 0, part.id, now};
    std::optional<Record> stored = store_->find(part.id);
    if (!stored) {
      store_->add_arrivals({{arrival, part, event}});
      if (stage_.before_keep) stage_.before_keep(part);
      return;
    }
    if (context_.options().again() && redoes(stage_, *stored)) {
      if (stage_.before_keep) stage_.before_keep(part);
      if (store_->update(part, stored->state, event)) return;
    }
    part = std::move(*stored);
  }

  void read_line(Item item, Result& result) const {
    std::expected<Record, std::string> record =
        item.too_long ? std::unexpected(std::string("it is longer than limits.line_bytes"))
                      : record_from_json(*item.line);
    if (record) {
      result.record = std::move(*record);
      result.line = std::move(*item.line);
      return;
    }
    result.ending = Ending::broken;
    result.record = record_from_broken_line(item.number, record.error(), context_.clock());
    context_.log().error(result.record.findings.back().message);
  }

  // Another run was there before: what the store has goes on. And what the store has is what is worked on: a record
  // that comes along the pipe only selects it, or who edits the pipe would change amounts without a correction of his
  // own.
  bool is_done_already(Result& result) const {
    bool again = context_.options().again(), piped = !result.line.empty();
    if (store_ == nullptr || (again && !piped)) return false;
    std::optional<Record> stored = store_->find(result.record.id);
    if (!stored) return false;
    bool done = !again && stored->state != result.record.state;
    if (!done && (!piped || *stored == result.record)) return false;
    if (!done)
      context_.log().warning(
          fmt::format(
              "{}: the record differs from what the store has; that is worked on, and ap-review correct changes "
              "it",
              label(*stored)),
          {{"document", stored->id}});
    result.record = std::move(*stored);
    result.line.clear();
    result.before = result.record.state;
    if (!done && takes(stage_, result.record, again)) return false;
    result.ending = Ending::passed;
    return true;
  }

  void run_stage(Result& result) const {
    std::string line = std::move(result.line);
    result.line.clear();
    Record original = result.record;
    try {
      stage_.work(result, std::exchange(result.content, std::nullopt));
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::temporary && error.kind() != ErrorKind::unavailable) throw;
      result.record = std::move(original);
      result.parts.clear();
      bool last = result.claim && result.claim->tries + 1 >= context_.settings().integer("claims.tries");
      std::string what = error.what() + (error.advice().empty() ? "" : "; " + error.advice());
      if (last) {
        fail(result.record, "UNREADABLE", fmt::format("given up after {} tries: {}", result.claim->tries + 1, what));
        return;
      }
      result.ending = Ending::deferred;
      result.record.findings.push_back({.set = "intake",
                                        .rule = "UNREADABLE",
                                        .severity = Severity::warning,
                                        .message = "to be tried again: " + what});
      context_.log().warning(fmt::format("{}: to be tried again: {}", label(result.record), what),
                             {{"document", result.record.id}});
    } catch (const std::bad_alloc&) {
      result.record = std::move(original);
      result.parts.clear();
      fail(result.record, "RESOURCE_LIMIT",
           "it needs more memory than there is; lower --jobs or give the command more");
    } catch (const std::exception& error) {
      // One document must not stop the others, whatever is wrong with the program.
      result.record = std::move(original);
      result.parts.clear();
      result.defect = true;
      fail(result.record, "UNREADABLE", fmt::format("a defect in the program stopped its work: {}", error.what()));
      context_.log().error(
          fmt::format("{}: a defect in the program: {}; please report it", label(result.record), error.what()),
          {{"document", result.record.id}});
    }
  }

  static std::string label(const Record& record) { return record.source.name.empty() ? record.id : record.source.name; }

  static void fail(Record& record, std::string_view rule, std::string message) {
    record.state = State::failed;
    if (!record.decision) record.decision.emplace();
    record.decision->route = Route::reject;
    record.decision->reasons = {message};
    record.findings.push_back(
        {.set = "intake", .rule = std::string(rule), .severity = Severity::error, .message = std::move(message)});
  }

  void keep(Result& result) {
    const Record& record = result.record;
    LogFields fields{{"document", record.id}};
    if (store_->arrival_order(record.id) == 0) {
      context_.log().warning(
          fmt::format("{}: not in the store {}, so the result is printed only; take it in with ap-ingest",
                      label(record), store_->location()),
          fields);
      return;
    }
    if (stage_.before_keep) stage_.before_keep(record);
    Event event{context_.clock().now_ms(), context_.actor(),
                std::string(record.state == State::failed ? "failed" : stage_.event), event_detail(record, AP_VERSION)};
    if (store_->update(record, result.before, event)) return;
    std::optional<Record> stored = store_->find(record.id);
    if (!stored) return;
    context_.log().info(fmt::format("{}: another run was faster; its result stands", label(record)), fields);
    result.record = std::move(*stored);
    result.ending = Ending::passed;
  }

  void defer(const Result& result) {
    ++deferred_;
    if (!result.claim) return;
    std::int64_t wait = context_.settings().integer("claims.retry_seconds") * 1000;
    for (int i = 0; i < result.claim->tries && wait < kLongestRetryMs; ++i) wait *= 2;
    store_->release(*result.claim, context_.clock().now_ms() + std::min(wait, kLongestRetryMs));
    context_.count("deferred");
  }

  void tally(const Result& result) {
    if (result.ending == Ending::broken || result.ending == Ending::missing) ++unread_;
    if (result.defect) ++defects_;
    if (verdict(result.record, context_.settings().text("fail_on")) != 0) needs_person_ = true;
  }

  Context& context_;
  const Stage& stage_;
  Store* store_;  // nullptr: nothing is kept
  LineWriter lines_;
  std::int64_t total_ = 0, unread_ = 0, defects_ = 0, deferred_ = 0;
  bool needs_person_ = false;
};

std::unique_ptr<RecordSource> open_source(Context& context, const Stage& stage, const Inputs& inputs) {
  const Options& options = context.options();
  if (inputs.named) return records_of_files(context, inputs.files);
  if (options.pending() && (options.again() || options.dry_run())) {
    return listed_records(context, [&](const Record& record) {
      bool with_scan = record.is_part() && stage.takes == State::received;  // its scan, which is listed too, brings it
      return !with_scan && takes(stage, record, options.again());
    });
  }
  if (options.pending()) return claimed_records(context, stage.takes);
  return lines_of_standard_input(context);
}

ProgressMode progress_mode(Context& context) {
  std::string mode = context.settings().text("progress");
  if (mode == "always") return ProgressMode::always;
  // In a pipe the last command shows it; several lines would overwrite each other.
  bool hidden = mode == "never" || context.options().verbosity() < 0 || context.output().is_pipe();
  return hidden ? ProgressMode::never : ProgressMode::automatic;
}

}  // namespace

int verdict(const Record& record, std::string_view fail_on) {
  if (record.state == State::failed || record.route() == Route::review || record.route() == Route::reject) return 1;
  if (fail_on == "never") return 0;
  Severity least = fail_on == "warning" ? Severity::warning : Severity::error;
  return std::any_of(record.findings.begin(), record.findings.end(),
                     [&](const Finding& finding) { return finding.severity >= least; });
}

Inputs resolve_inputs(Context& context, const std::vector<std::string>& arguments) {
  Inputs inputs{.named = !arguments.empty(), .files = arguments};
  if (arguments == std::vector<std::string>{"-"}) inputs = {};
  if (const std::string& list = context.options().files0_from(); !list.empty()) {
    auto names = read_files0(list);
    inputs.files.insert(inputs.files.end(), names.begin(), names.end());
    inputs.named = true;
  }
  if (inputs.named && context.options().pending()) {
    throw Error(ErrorKind::usage, "--pending takes its documents from the store", "leave the file names out");
  }
  if (inputs.named) context.work_without_store();
  return inputs;
}

int run_records(Context& context, const Stage& stage, const Inputs& inputs) {
  Loop loop(context, stage);
  auto source = open_source(context, stage, inputs);
  ProgressMode mode = progress_mode(context);
  bool shown = mode == ProgressMode::always || (mode == ProgressMode::automatic && isatty(2) == 1);
  Progress progress(context.log(), context.options().name(), shown ? source->total() : 0, mode);
  OrderedPool<Item, Result> pool;
  LookAhead ahead(context, stage);
  if (inputs.named && stage.begin) {
    pool.ahead = LookAhead::kItems;
    pool.prepare = [&](std::deque<Item>& waiting) { ahead.prepare(waiting); };
    pool.stopped = [&] { return context.stop().requested_lately() != 0; };
  }
  pool.next = [&] { return source->next(); };
  pool.work = [&](Item&& item) { return loop.work(std::move(item)); };
  pool.emit = [&](Result&& result) {
    loop.finish(std::move(result));
    progress.advance();
  };
  pool.cancel = [&] { source->cancel(); };
  // More threads than files would only be started and ended.
  const std::size_t most = inputs.named ? std::max<std::size_t>(1, inputs.files.size()) : SIZE_MAX;
  pool.run(static_cast<int>(std::min(static_cast<std::size_t>(context.jobs()), most)));
  return loop.exit_code(inputs.named);
}

}  // namespace ap::cli
