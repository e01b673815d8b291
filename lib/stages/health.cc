#include "stages/health.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "core/digest.h"
#include "core/error.h"
#include "stages/received.h"
#include "stages/sanctions_age.h"

namespace ap {
namespace {

constexpr std::string_view kBackupCommand = "ap-backup";

struct Found {
  Health health = Health::ok;
  std::string message, advice;
};

Found unknown(std::string message, std::string advice) {
  return {Health::unknown, std::move(message), std::move(advice)};
}

// Told by every check after the one that could not open the store.
struct StoreClosed : std::exception {};

// What one run of the checks has at hand: the store is opened once.
class Visit {
 public:
  Visit(const HealthPorts& with, const HealthLimits& within) : ports(with), limits(within), now(with.clock.now_ms()) {}

  // Throws what opening throws, and StoreClosed from then on.
  Store* store() {
    if (failed_) throw StoreClosed();
    if (store_) return *store_;
    failed_ = true;
    store_ = ports.store();
    failed_ = false;
    return *store_;
  }

  const HealthPorts& ports;
  const HealthLimits& limits;
  const std::int64_t now;

 private:
  std::optional<Store*> store_;
  bool failed_ = false;
};

Health above(std::int64_t value, const Thresholds& limits) {
  if (limits.critical > 0 && value > limits.critical) return Health::critical;
  return limits.warning > 0 && value > limits.warning ? Health::warning : Health::ok;
}

Found no_store() { return unknown("no store is set", "set --store, or store in ap.toml"); }

Found check_store(Visit& visit) {
  Store* store = visit.store();
  if (!store) return no_store();
  std::int64_t documents = 0;
  for (const auto& [key, count] : store->queue_figures().documents) documents += count;
  return {Health::ok,
          fmt::format("{}, schema {}, documents: {}", store->location(), store->schema_version(), documents), ""};
}

Found check_integrity(Visit& visit) {
  Store* store = visit.store();
  if (!store) return no_store();
  auto problems = store->check();
  if (problems.empty()) return {Health::ok, "the store is sound", ""};
  return {Health::critical,
          fmt::format("problems in {1}: {0}, the first: {2}", problems.size(), store->location(), problems.front()),
          "stop the timers and restore the last good backup with ap-backup restore"};
}

// The stage that takes a document out of the state.
std::string_view next_command(State state) {
  return state == State::received ? "ap-extract" : state == State::extracted ? "ap-validate" : "ap-export";
}

Found check_queue(Visit& visit) {
  Store* store = visit.store();
  if (!store) return no_store();
  Found found{Health::ok, "nothing waits", ""};
  std::int64_t oldest = -1;
  auto look = [&](const Record& record) {
    auto received = received_ms(record);
    std::int64_t age = received ? (visit.now - *received) / 1000 : 0;
    if (age <= oldest) return false;
    oldest = age;
    found.health = above(age, visit.limits.queue_seconds);
    found.message = fmt::format("the oldest document that waits ({}) came in {} ago", to_string(record.state),
                                age_text(age * 1000));
    if (found.health != Health::ok)
      found.advice = fmt::format("look why {} --pending does not run", next_command(record.state));
    return false;
  };
  store->for_each({State::received, std::nullopt, 1}, look);
  store->for_each({State::extracted, std::nullopt, 1}, look);
  store->for_each({State::validated, Route::approve, 1}, look);
  return found;
}

Found check_review(Visit& visit) {
  Store* store = visit.store();
  if (!store) return no_store();
  Found found{Health::ok, "nobody is waited for", ""};
  std::int64_t waiting = store->queue_figures().documents[{State::validated, Route::review}];
  store->for_each({State::validated, Route::review, 1}, [&](const Record& record) {
    auto received = received_ms(record);
    std::int64_t age = received ? (visit.now - *received) / 1000 : 0;
    found.health = above(age, visit.limits.review_seconds);
    found.message = fmt::format("in review: {}, the oldest came in {} ago", waiting, age_text(age * 1000));
    if (found.health != Health::ok) found.advice = "work the list of ap-review list";
    return false;
  });
  return found;
}

Found check_overdue(Visit& visit) {
  Store* store = visit.store();
  if (!store) return no_store();
  Overdue overdue;
  store->for_each({State::validated, Route::review, 0}, [&](const Record& record) {
    overdue.add(record, visit.limits.due, visit.now);
    return true;
  });
  if (overdue.count == 0) return {Health::ok, "nothing in review is overdue", ""};
  auto reached = [&](std::int64_t limit) { return limit > 0 && overdue.count >= limit; };
  const Thresholds& limits = visit.limits.overdue_documents;
  Health health = reached(limits.critical) ? Health::critical : reached(limits.warning) ? Health::warning : Health::ok;
  return {
      health,
      fmt::format("in review after their due time: {}, the longest since {} ({})", overdue.count,
                  age_text(overdue.longest_ms), overdue.longest_id.substr(0, 12)),
      health == Health::ok ? "" : "see ap-review list --overdue; a gate of the policy with overdue_hours escalates"};
}

Found check_batches(Visit& visit) {
  Store* store = visit.store();
  if (!store) return no_store();
  auto open = store->open_batches();
  std::erase_if(open, [&](const Batch& batch) { return visit.now - batch.created_ms < 3600 * 1000; });
  if (open.empty()) return {Health::ok, "no export was left unfinished", ""};
  return {Health::warning, fmt::format("exports left unfinished: {}, the first {}", open.size(), open.front().id),
          "run ap-export again with the same output: it completes them"};
}

Found check_runs(Visit& visit) {
  Store* store = visit.store();
  if (!store) return no_store();
  auto figures = store->run_figures();
  Found found{Health::ok, figures.empty() ? "no command has run yet" : "the last run of every command ended well", ""};
  auto raise = [&](Health health, std::string message, std::string advice) {
    if (found.health < health) found = {health, std::move(message), std::move(advice)};
  };
  for (const auto& [command, run] : figures) {
    if (command == "ap-health" || run.last_exit_code < 64) continue;
    raise(Health::warning,
          fmt::format("the last run of {} failed with exit code {}, {} ago", command, run.last_exit_code,
                      age_text(visit.now - run.last_run_ms)),
          fmt::format("see its messages: journalctl -u {}", command));
  }
  for (const auto& [command, seconds] : visit.limits.expected_seconds) {
    std::int64_t last = figures.contains(command) ? figures[command].last_success_ms : 0;
    if (last == 0) {
      raise(Health::warning,
            fmt::format("{} has never succeeded, and is expected every {}", command, age_text(seconds * 1000)),
            "enable its timer, or take it out of health.expected");
      continue;
    }
    std::int64_t age = (visit.now - last) / 1000;
    raise(above(age, {seconds, 2 * seconds}),
          fmt::format("{} succeeded {} ago, and is expected every {}", command, age_text(age * 1000),
                      age_text(seconds * 1000)),
          fmt::format("see systemctl status {}.timer", command));
  }
  return found;
}

Found check_backup(Visit& visit) {
  Store* store = visit.store();
  if (!store) return no_store();
  auto figures = store->run_figures();
  auto found = figures.find(std::string(kBackupCommand));
  if (found == figures.end() || found->second.last_success_ms == 0)
    return {Health::warning, "no backup was ever made from this store", "run ap-backup create, and enable its timer"};
  std::int64_t age = (visit.now - found->second.last_success_ms) / 1000;
  Health health = above(age, visit.limits.backup_seconds);
  return {health, fmt::format("the last backup was made {} ago", age_text(age * 1000)),
          health == Health::ok ? "" : "see systemctl status ap-backup.timer"};
}

Found check_disk(Visit& visit) {
  Found found{Health::ok, "", ""};
  for (const std::string& path : visit.ports.disk_paths) {
    auto space = visit.ports.machine.disk_space(path);
    if (!space) return unknown(space.error(), "see that the path is right and may be read");
    std::int64_t percent = space->total == 0 ? 0 : std::int64_t(space->available / (space->total / 100 + 1));
    const Thresholds& limits = visit.limits.disk_percent;
    Health health = percent < limits.critical  ? Health::critical
                    : percent < limits.warning ? Health::warning
                                               : Health::ok;
    if (!found.message.empty() && health <= found.health) continue;
    found = {health, fmt::format("{} % ({} MiB) free for {}", percent, space->available >> 20, path),
             health == Health::ok ? "" : "make room, or move store and blobs"};
  }
  if (found.message.empty()) return unknown("no path is known", "set --store and --blobs");
  return found;
}

Found check_blobs(Visit& visit) {
  BlobStore* blobs = visit.ports.blobs();
  if (!blobs) return unknown("no blob store is set", "set --blobs, or blobs in ap.toml");
  constexpr std::string_view kProbe = "ap-health looks whether originals can be written\n";
  std::string id = sha256_hex(as_bytes(kProbe));
  blobs->put(id, as_bytes(kProbe));
  auto back = blobs->get(id);
  blobs->remove(id);
  if (back == kProbe) return {Health::ok, fmt::format("{} can be written and read", blobs->location()), ""};
  return {Health::critical, fmt::format("{} does not give back what was written", blobs->location()),
          "check the medium"};
}

Found check_sandbox(Visit& visit) {
  auto report = visit.ports.sandbox();
  if (!report) return {Health::critical, report.error(), "install ap-worker, or set reader.worker"};
  if (report->confined) return {Health::ok, "the worker can do nothing that it must not", ""};
  return {Health::critical, "the worker could do what it must not:\n" + report->text,
          "read no foreign documents on this machine until its kernel confines the worker"};
}

Found check_ocr(Visit& visit) {
  if (!visit.limits.ocr) return {Health::ok, "OCR is switched off", ""};
  auto report = visit.ports.sandbox();
  if (!report) return unknown(report.error(), "install ap-worker, or set reader.worker");
  std::string missing;
  for (const std::string& language : visit.limits.languages) {
    if (std::ranges::find(report->languages, language) == report->languages.end()) missing += " " + language;
  }
  if (!missing.empty())
    return {Health::critical, "OCR languages are missing:" + missing,
            "install tesseract-ocr-<language>, or change reader.languages"};
  if (report->languages.empty())
    return {Health::critical, "no OCR language is installed, so scans cannot be read",
            "install tesseract-ocr-eng, or set reader.ocr to never"};
  return {Health::ok, fmt::format("OCR languages: {}", fmt::join(report->languages, " ")), ""};
}

Found check_sanctions(Visit& visit) {
  Store* store = visit.store();
  if (!store) return no_store();
  auto lists = list_ages(store->master_data(), visit.ports.clock.today());
  if (lists.empty()) return {Health::ok, "no sanctions list is loaded, so none can be old", ""};
  const ListAge& oldest = lists.front();
  int days = visit.ports.clock.today() - oldest.date;
  Health health = above(days, visit.limits.sanctions_days);
  return {health,
          fmt::format("lists: {}, the oldest, {}, {} {}, {} days ago", lists.size(), oldest.list,
                      oldest.published ? "is of" : "was imported on", oldest.date.str(), days),
          health == Health::ok ? "" : "get the list anew: ap-validate import --replace sanctions FILE"};
}

struct Row {
  HealthCheckInfo info;
  Found (*look)(Visit&);
};
constexpr std::array kTable = std::to_array<Row>({
    {{"store", "the store opens"}, check_store},
    {{"integrity", "the store's own check of its content"}, check_integrity},
    {{"queue", "age of the oldest document that waits for a stage"}, check_queue},
    {{"review", "age of the oldest document that waits for a person"}, check_review},
    {{"overdue", "documents in review after their due time"}, check_overdue},
    {{"batches", "exports that a dead run left unfinished"}, check_batches},
    {{"runs", "last exit code and age of the last success of each command"}, check_runs},
    {{"backup", "age of the last backup"}, check_backup},
    {{"sanctions", "age of the oldest sanctions list that is loaded"}, check_sanctions},
    {{"disk", "free space where store and blobs live"}, check_disk},
    {{"blobs", "originals can be written and read"}, check_blobs},
    {{"sandbox", "the worker is refused everything that it must not do"}, check_sandbox},
    {{"ocr", "OCR languages are installed"}, check_ocr},
});

Found look(const Row& row, Visit& visit) {
  try {
    return row.look(visit);
  } catch (const StoreClosed&) {
    return unknown("needs the store, which does not open", "");
  } catch (const Error& error) {
    return {Health::critical, error.what(), error.advice()};
  } catch (const std::exception& error) {
    return unknown(fmt::format("the check failed: {}", error.what()), "please report this");
  }
}

}  // namespace

std::vector<HealthCheckInfo> health_checks() {
  std::vector<HealthCheckInfo> all;
  for (const Row& row : kTable) all.push_back(row.info);
  return all;
}

std::vector<HealthResult> check_health(const HealthPorts& ports, const HealthLimits& limits,
                                       const std::vector<std::string>& names) {
  Visit visit(ports, limits);
  std::vector<HealthResult> results;
  for (const Row& row : kTable) {
    if (!names.empty() && std::ranges::find(names, row.info.name) == names.end()) continue;
    Found found = look(row, visit);
    results.push_back({row.info.name, found.health, std::move(found.message), std::move(found.advice)});
  }
  return results;
}

}  // namespace ap
