#include "cli/context.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <thread>

#include "adapters/sandbox/caching_reader.h"
#include "adapters/sandbox/sandbox_reader.h"
#include "adapters/stores.h"
#include "adapters/system/files.h"
#include "adapters/system/people.h"
#include "adapters/system/process.h"
#include "adapters/system/system_clock.h"
#include "cli/review_settings.h"
#include "core/error.h"
#include "ports/read_limits.h"

namespace ap::cli {
namespace {

template <class Number>
void take(const Settings& settings, std::string_view name, Number& target) {
  target = static_cast<Number>(settings.integer(fmt::format("limits.{}", name)));
}

// Milliseconds as seconds in decimal text.
std::string seconds(std::int64_t ms) { return fmt::format("{}.{:03}", ms / 1000, ms % 1000); }

}  // namespace

ReadLimits read_limits(const Settings& settings) {
  ReadLimits out;
  take(settings, "memory_bytes", out.memory_bytes);
  take(settings, "cpu_seconds", out.cpu_seconds);
  take(settings, "cpu_seconds_per_page", out.cpu_seconds_per_page);
  take(settings, "wall_seconds", out.wall_seconds);
  take(settings, "wall_seconds_per_page", out.wall_seconds_per_page);
  take(settings, "document_bytes", out.document_bytes);
  take(settings, "output_bytes", out.output_bytes);
  take(settings, "attachment_bytes", out.attachment_bytes);
  take(settings, "attachments", out.attachments);
  take(settings, "pages", out.pages);
  take(settings, "page_points", out.page_points);
  take(settings, "page_pixels", out.page_pixels);
  take(settings, "words", out.words);
  take(settings, "mail_parts", out.mail_parts);
  take(settings, "mail_depth", out.mail_depth);
  take(settings, "mbox_messages", out.mbox_messages);
  take(settings, "xml_depth", out.xml_depth);
  return out;
}

Context::Context(const Options& options, Settings settings, Log& log, Output& output, StopSignals& stop)
    : options_(options), settings_(std::move(settings)), log_(log), output_(output), stop_(stop) {
  clock_ = std::make_unique<system::SystemClock>(Date::parse(settings_.text("as_of")));
  files_ = std::make_unique<system::SystemFiles>();
  people_ = std::make_unique<system::SystemPeople>();
  started_monotonic_ms_ = clock_->monotonic_ms();
}

Context::~Context() = default;

void Context::work_without_store() { without_store_ = true; }

Store* Context::store(StoreUse use) {
  if (without_store_ && !options_.given("--store")) return nullptr;
  if (!store_opened_) {
    OpenMode mode = use == StoreUse::existing ? OpenMode::existing : OpenMode::create;
    store_ = open_store(settings_.text("store"), mode, acting_with(authority_of(settings_), people_->acting()));
    store_opened_ = true;
  }
  return store_.get();
}

Store& Context::require_store(StoreUse use) {
  Store* open = store(use);
  if (open == nullptr) {
    throw Error(ErrorKind::usage, "this needs a store, and --store is none", "give --store sqlite:PATH");
  }
  return *open;
}

BlobStore* Context::blobs(StoreUse use) {
  bool asked = options_.given("--blobs");
  if (!works_with_store() && !asked && (without_store_ || !settings_.is_set("blobs"))) return nullptr;
  if (!blobs_opened_) {
    OpenMode mode = use == StoreUse::existing ? OpenMode::existing : OpenMode::create;
    blobs_ = open_blobs(settings_.text("blobs"), mode);
    blobs_opened_ = true;
  }
  return blobs_.get();
}

BlobStore& Context::require_blobs(StoreUse use) {
  BlobStore* open = blobs(use);
  if (open == nullptr) {
    throw Error(ErrorKind::usage, "this needs the originals, and --blobs is none", "give --blobs dir:PATH");
  }
  return *open;
}

bool Context::works_with_store() const {
  return settings_.text("store") != "none" && (!without_store_ || options_.given("--store"));
}

std::string Context::cache_folder() const {
  std::string folder = settings_.text("reader.cache"), blobs = settings_.text("blobs");
  if (folder == "none" || !works_with_store()) return "";
  if (!folder.empty()) return folder;
  constexpr std::string_view kFolder = "dir:";
  if (!blobs.starts_with(kFolder)) return "";
  std::filesystem::path path = std::filesystem::absolute(blobs.substr(kFolder.size())).lexically_normal();
  if (path.filename().empty()) path = path.parent_path();
  return path.replace_filename("ocr-cache");
}

Reader& Context::reader() {
  std::lock_guard lock(mutex_);
  return sandbox_reader();
}

Reader& Context::caching_reader() {
  std::lock_guard lock(mutex_);
  const std::string folder = cache_folder();
  if (folder.empty()) return sandbox_reader();
  if (!caching_reader_) {
    caching_reader_ = std::make_unique<CachingReader>(
        sandbox_reader(),
        PageCache::Options{folder, static_cast<std::uint64_t>(settings_.integer("reader.cache_bytes")),
                           options_.dry_run()});
  }
  return *caching_reader_;
}

void Context::forget_pages(const std::string& document_id) {
  const std::string folder = cache_folder();
  if (!folder.empty() && !PageCache({folder, 0, options_.dry_run()}).forget(document_id))
    throw Error(ErrorKind::io, "cannot remove pages of " + document_id + " from " + folder,
                "check its owner and mode, then run again");
}

SandboxReader& Context::sandbox_reader() {
  if (!reader_) {
    SandboxOptions sandbox;
    sandbox.worker = settings_.text("reader.worker");
    sandbox.limits = read_limits(settings_);
    sandbox.passwords = settings_.secret("reader.passwords");
    reader_ = open_sandbox_reader(sandbox);
  }
  return *reader_;
}

std::string Context::actor() const { return system::user_name(); }

int Context::jobs() const {
  std::int64_t asked = settings_.integer("jobs");
  if (asked > 0) return static_cast<int>(asked);
  unsigned processors = std::thread::hardware_concurrency();
  return processors == 0 ? 1 : static_cast<int>(processors);
}

bool Context::color() const {
  const char* none = std::getenv("NO_COLOR");
  return output_.is_terminal() && (none == nullptr || *none == '\0');
}

void Context::count(const std::string& outcome, std::int64_t documents) {
  std::lock_guard lock(mutex_);
  counts_[outcome] += documents;
}

std::map<std::string, std::int64_t> Context::counts() const {
  std::lock_guard lock(mutex_);
  return counts_;
}

std::map<std::string, std::int64_t> Context::totals(const std::map<std::string, std::string>& earlier) {
  if (store_) return store_->run_figures()[options_.name()].processed;
  // Without a store the earlier file is the memory.
  auto out = counts();
  std::string prefix = fmt::format("ap_documents_processed_total{{command=\"{}\",outcome=\"", options_.name());
  for (const auto& [series, number] : earlier) {
    if (!series.starts_with(prefix)) continue;
    out[series.substr(prefix.size(), series.size() - prefix.size() - 2)] += std::atoll(number.c_str());
  }
  return out;
}

void Context::finish(int exit_code) {
  if (options_.dry_run()) return;
  const std::string& command = options_.name();
  std::int64_t now = clock_->now_ms();
  std::string folder = settings_.text("metrics");
  if (store_) store_->record_run(command, now, exit_code, counts());
  if (folder.empty()) return;

  Labels labels{{"command", command}};
  auto earlier = Metrics::read(folder, command);
  for (const auto& [outcome, total] : totals(earlier)) {
    metrics_.set("ap_documents_processed_total", {{"command", command}, {"outcome", outcome}}, std::to_string(total));
  }
  // 1 is a business outcome: the run itself succeeded.
  std::int64_t success = exit_code <= 1 ? now : store_ ? store_->run_figures()[command].last_success_ms : 0;
  if (success > 0) metrics_.set("ap_last_success_timestamp_seconds", labels, seconds(success));
  metrics_.set("ap_last_run_timestamp_seconds", labels, seconds(now));
  metrics_.set("ap_last_exit_code", labels, std::to_string(exit_code));
  metrics_.set("ap_run_duration_seconds", labels, seconds(clock_->monotonic_ms() - started_monotonic_ms_));
  metrics_.keep_lasting(earlier);
  metrics_.write(folder, command);
}

}  // namespace ap::cli
