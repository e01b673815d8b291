#include "stages/export.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/digest.h"
#include "core/error.h"
#include "export/format.h"
#include "record/codec.h"
#include "stages/export_batch.h"

namespace ap {
namespace {

using exporting::BatchFacts;
using exporting::BatchFiles;
using exporting::json_string;

void check_options(const ExportOptions& options) {
  if (exporting::formats_from(options.format).empty())
    throw Error(ErrorKind::usage, fmt::format("'{}' is no export format", options.format),
                "give --format csv, csv-lines or json, or several with commas between them");
  if (options.folder.empty() && !options.dry_run)
    throw Error(ErrorKind::usage, "no folder to write to", "give --output FOLDER");
}

// Batches before `batch` that were voided and held any of its documents.
std::vector<std::string> voided_before(Store& store, const Batch& batch) {
  std::vector<std::string> ids;
  for (const auto& other : store.batches()) {
    if (other.id >= batch.id || other.voided_reason.empty()) continue;
    auto in_batch = [&](const std::string& id) {
      return std::find(batch.documents.begin(), batch.documents.end(), id) != batch.documents.end();
    };
    if (std::any_of(other.documents.begin(), other.documents.end(), in_batch)) ids.push_back(other.id);
  }
  return ids;
}

BatchFiles files_of(const ExportPorts& ports, const Batch& batch, const std::string& folder) {
  BatchFacts facts{batch.id, batch.format, rfc3339(batch.created_ms), "store", voided_before(*ports.store, batch)};
  return BatchFiles(ports.files, folder, facts, [&](const std::function<void(const Record&)>& visit) {
    ports.store->for_each_in_batch(batch.id, [&](const Record& record) { return visit(record), true; });
  });
}

Event event_of(const ExportPorts& ports, const ExportOptions& options, std::string_view kind, std::string detail = "") {
  return {ports.clock.now_ms(), options.actor, std::string(kind), std::move(detail)};
}

void say(const ExportPorts& ports, std::string_view text) {
  if (ports.notice) ports.notice(text);
}

// From reserved to exported; harmless when another run does the same at the same time.
void finish_batch(const ExportPorts& ports, const ExportOptions& options, const Batch& batch, ExportSummary& summary) {
  auto files = files_of(ports, batch, batch.target);
  files.commit();
  ports.store->complete_batch(batch.id, files.manifest(),
                              event_of(ports, options, "exported", fmt::format(R"({{"batch":"{}"}})", batch.id)));
  summary.exported += std::int64_t(batch.documents.size());
  summary.batches.push_back(batch.id);
  say(ports, fmt::format("batch {}: {} documents written to {}", batch.id, batch.documents.size(), batch.target));
}

void resume_open(const ExportPorts& ports, const ExportOptions& options, ExportSummary& summary) {
  if (options.dry_run) return;
  for (const auto& batch : ports.store->open_batches()) {
    say(ports, fmt::format("batch {} was left unfinished by an earlier run: it is completed first", batch.id));
    finish_batch(ports, options, batch, summary);
  }
}

void reserve_and_finish(const ExportPorts& ports, const ExportOptions& options,
                        std::optional<std::vector<std::string>> only, ExportSummary& summary) {
  BatchRequest request{options.format, ports.files.absolute(options.folder), std::move(only), options.limit};
  auto batch = ports.store->reserve_batch(request, event_of(ports, options, "reserved"));
  if (batch) finish_batch(ports, options, *batch, summary);
}

Record refused(Record record, std::string why) {
  record.findings.push_back({.set = "controls", .rule = "EXPORT_REFUSED", .message = std::move(why)});
  return record;
}

bool is_due(const Record& record) { return record.state == State::validated && record.route() == Route::approve; }

// Without what may differ between two copies of the same record, and without how far it got.
Record comparable(Record record) {
  record.trace_id.clear();
  record.source.received_at.clear();
  record.state = State::validated;
  if (record.extraction) record.extraction->duration_ms = 0;
  record.unknown.clear();
  return record;
}

// One record of standard input while the batch is not yet made.
struct Waiting {
  std::string id;    // printed as the store has it afterwards
  std::string line;  // or printed like this: the record as JSON
};

class Selection {
 public:
  Selection(const ExportPorts& ports, ExportSummary& summary) : ports_(ports), summary_(summary) {}

  void add(Record record) {
    auto stored = record.id.empty() ? std::nullopt : ports_.store->find(record.id);
    // Not due, whatever the store says: passes through.
    if (!is_due(record)) return pass(std::move(record), stored);
    if (!stored) return refuse(std::move(record), "is not in the store; take it in with ap-ingest");
    if (comparable(record) != comparable(*stored))
      return refuse(std::move(record), "differs from the store; only what was validated there is exported");
    if (stored->state == State::exported)
      ++summary_.passed;
    else
      chosen_.push_back(record.id);
    waiting_.push_back({record.id, ""});
  }

  const std::vector<std::string>& chosen() const { return chosen_; }

  void print() {
    for (const auto& [id, line] : waiting_) {
      auto record = id.empty() ? record_from_json(line) : std::expected<Record, std::string>(*ports_.store->find(id));
      if (!record) throw Error(ErrorKind::internal, "a record cannot be written as it was read: " + record.error());
      ports_.record(*record);
    }
  }

 private:
  void pass(Record record, const std::optional<Record>& stored) {
    ++summary_.passed;
    bool same = stored && *stored == record;
    waiting_.push_back(same ? Waiting{record.id, ""} : Waiting{"", to_json_line(record)});
  }
  void refuse(Record record, std::string_view why) {
    ++summary_.refused;
    auto text = fmt::format("{} {}", record.source.name.empty() ? record.id : record.source.name, why);
    waiting_.push_back({"", to_json_line(refused(std::move(record), std::move(text)))});
  }

  const ExportPorts& ports_;
  ExportSummary& summary_;
  std::vector<std::string> chosen_;
  std::vector<Waiting> waiting_;
};

ExportSummary export_without_store(const ExportPorts& ports, const ExportOptions& options, const NextRecord& next) {
  ExportSummary summary;
  std::vector<Record> all, due;
  Sha256 hash;
  while (auto record = next()) {
    all.push_back(*record);
    if (!is_due(*record) || (options.limit > 0 && std::int64_t(due.size()) >= options.limit)) continue;
    due.push_back(std::move(*record));
    hash.update(as_bytes(due.back().id + "\n"));
  }
  if (!due.empty() && !options.dry_run) {
    // Named by what is in it, since nobody counts.
    BatchFacts facts{"N" + hash.finish().substr(0, 12), options.format, rfc3339(ports.clock.now_ms()), "none", {}};
    BatchFiles files(ports.files, options.folder, facts, [&](const std::function<void(const Record&)>& visit) {
      for (const auto& record : due) visit(record);
    });
    files.commit();
    summary.batches.push_back(facts.id);
    say(ports, fmt::format("batch {}: {} documents written to {}; nothing remembers it", facts.id, due.size(),
                           options.folder));
  }
  std::size_t at = 0;
  for (auto& record : all) {
    bool is_exported = at < due.size() && is_due(record) && record.id == due[at].id;
    if (is_exported)
      ++at, ++summary.exported, record.state = options.dry_run ? record.state : State::exported;
    else
      ++summary.passed;
    ports.record(record);
  }
  return summary;
}

void say_plan(const ExportPorts& ports, const ExportOptions& options, std::int64_t count) {
  say(ports, fmt::format("would export {} documents as {}{}", count, options.format,
                         options.folder.empty() ? "" : " to " + options.folder));
}

}  // namespace

ExportSummary export_due(const ExportPorts& ports, const ExportOptions& options) {
  check_options(options);
  ExportSummary summary;
  if (options.dry_run) {
    std::int64_t count = 0;
    ports.store->for_each({State::validated, Route::approve, options.limit},
                          [&](const Record& record) { return ++count, ports.record(record), true; });
    say_plan(ports, options, count);
    return summary;
  }
  resume_open(ports, options, summary);
  reserve_and_finish(ports, options, std::nullopt, summary);
  for (const auto& id : summary.batches) {
    auto batch = ports.store->find_batch(id).value();
    for (const auto& document : batch.documents) ports.record(ports.store->find(document).value());
  }
  return summary;
}

ExportSummary export_selected(const ExportPorts& ports, const ExportOptions& options, const NextRecord& next) {
  check_options(options);
  if (!ports.store) return export_without_store(ports, options, next);
  ExportSummary summary;
  resume_open(ports, options, summary);
  Selection selection(ports, summary);
  while (auto record = next()) selection.add(std::move(*record));
  if (options.dry_run)
    say_plan(ports, options, std::int64_t(selection.chosen().size()));
  else
    reserve_and_finish(ports, options, selection.chosen(), summary);
  selection.print();
  return summary;
}

void export_again(const ExportPorts& ports, const ExportOptions& options, const std::string& batch) {
  auto found = ports.store->find_batch(batch);
  if (!found)
    throw Error(ErrorKind::no_input, fmt::format("there is no batch {} in {}", batch, ports.store->location()),
                "see the manifests in the output folder");
  ports.store->for_each_in_batch(batch, [&](const Record& record) {
    if (record.disposal)
      throw Error(ErrorKind::bad_input,
                  fmt::format("batch {} cannot be written again: document {} was disposed of on {}", batch,
                              record.id.substr(0, 12), record.disposal->on),
                  "its manifest and the files written then are all there is");
    return true;
  });
  auto folder = options.folder.empty() ? found->target : options.folder;
  auto files = files_of(ports, *found, folder);
  if (found->complete && found->manifest != files.manifest())
    throw Error(ErrorKind::internal, fmt::format("this version would write batch {} with other bytes", batch),
                "use the version that wrote it");
  if (options.dry_run) return say(ports, fmt::format("would write batch {} again to {}", batch, folder));
  files.commit();
  say(ports, fmt::format("batch {}: {} documents written again to {}", batch, found->documents.size(), folder));
}

void void_batch(const ExportPorts& ports, const ExportOptions& options, const std::string& batch,
                const std::string& reason) {
  auto detail = fmt::format(R"({{"batch":{},"reason":{}}})", json_string(batch), json_string(reason));
  auto found = ports.store->find_batch(batch);
  bool in_force = found && found->voided_reason.empty();
  if (!in_force)
    throw Error(
        ErrorKind::no_input,
        fmt::format("batch {} is {} in {}", batch, found ? "voided already" : "unknown", ports.store->location()),
        "see the manifests in the output folder");
  if (options.dry_run)
    return say(ports, fmt::format("would free the {} documents of batch {}", found->documents.size(), batch));
  if (!ports.store->void_batch(batch, reason, event_of(ports, options, "voided", detail)))
    throw Error(ErrorKind::temporary, fmt::format("batch {} was voided by another run meanwhile", batch), "look again");
  say(ports, fmt::format("batch {} is voided: its {} documents can be exported again; undo its files where they were "
                         "taken in",
                         batch, found->documents.size()));
}

}  // namespace ap
