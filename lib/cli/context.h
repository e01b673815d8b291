// What a running command has at hand: settings, log, guarded output, and the adapters, opened by URI when first asked
// for. Lives from the end of option parsing to the end of the command. Thread-safe where the parts are.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "cli/log.h"
#include "cli/metrics.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/settings.h"
#include "cli/signals.h"
#include "ports/blob_store.h"
#include "ports/clock.h"
#include "ports/files.h"
#include "ports/people.h"
#include "ports/read_limits.h"
#include "ports/reader.h"
#include "ports/store.h"

namespace ap {
class SandboxReader;
}

namespace ap::cli {

// What the command means to do with the store: a command that only looks never makes one.
enum class StoreUse { create, existing };

// The limits of reading as configured.
ReadLimits read_limits(const Settings& settings);

class Context {
 public:
  Context(const Options& options, Settings settings, Log& log, Output& output, StopSignals& stop);
  ~Context();
  Context(const Context&) = delete;

  const Options& options() const { return options_; }
  const Settings& settings() const { return settings_; }
  Log& log() { return log_; }
  Output& output() { return output_; }
  StopSignals& stop() { return stop_; }
  Clock& clock() { return *clock_; }

  // Files were named as arguments: no store and no blobs unless the command line says --store or --blobs.
  // Call before store() or blobs().
  void work_without_store();
  // nullptr with --store none. Throws ap::Error when it cannot be opened.
  // The first call decides about `use`.
  Store* store(StoreUse use = StoreUse::create);
  // As store(); throws Error(usage) with advice when there is none.
  Store& require_store(StoreUse use = StoreUse::create);
  BlobStore* blobs(StoreUse use = StoreUse::create);  // nullptr with --blobs none, and without a store unless asked for
  BlobStore& require_blobs(StoreUse use = StoreUse::create);
  Reader& reader();
  // The same reader behind the OCR cache, where there is a store; without one nothing is kept.
  Reader& caching_reader();
  Files& files() { return *files_; }
  // Removes what the OCR cache keeps of a document. Throws Error(io) when it cannot.
  void forget_pages(const std::string& document_id);

  std::string actor() const;  // name of the operating-system user
  People& people() { return *people_; }
  int jobs() const;    // at least 1
  bool color() const;  // for reports on standard output: a terminal, and NO_COLOR not set

  // ---- figures of this run, for the store and the metrics file. Thread-safe.
  void count(const std::string& outcome, std::int64_t documents = 1);
  std::map<std::string, std::int64_t> counts() const;
  Metrics& metrics() { return metrics_; }
  // Records the run in the store (when one was opened) and writes the metrics file (with --metrics). Called by
  // run_main with the exit code.
  void finish(int exit_code);

 private:
  bool works_with_store() const;
  std::string cache_folder() const;  // "" none
  SandboxReader& sandbox_reader();

  // Documents by outcome since the store (or the earlier metrics file) began, this run included.
  std::map<std::string, std::int64_t> totals(const std::map<std::string, std::string>& earlier);

  const Options& options_;
  Settings settings_;
  Log& log_;
  Output& output_;
  StopSignals& stop_;
  std::unique_ptr<Clock> clock_;
  std::unique_ptr<Files> files_;
  std::unique_ptr<People> people_;
  std::unique_ptr<Store> store_;
  std::unique_ptr<BlobStore> blobs_;
  std::unique_ptr<SandboxReader> reader_;
  std::unique_ptr<Reader> caching_reader_;
  bool without_store_ = false;
  bool store_opened_ = false, blobs_opened_ = false;
  std::int64_t started_monotonic_ms_;
  mutable std::mutex mutex_;
  std::map<std::string, std::int64_t> counts_;
  Metrics metrics_;
};

}  // namespace ap::cli
