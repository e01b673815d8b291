#include "stages/ingest.h"

#include <fmt/format.h>

#include <map>

#include "core/error.h"
#include "stages/in_order.h"

namespace ap {
namespace {

using ingest::Candidate;
using ingest::Group;
using ingest::Prepared;

class Run {
 public:
  Run(const IngestPorts& ports, const IngestOptions& options)
      : ports_(ports),
        options_(options),
        preparer_(ports.files, ports.reader, ports.clock, options.dry_run ? nullptr : ports.blobs, options.prepare,
                  ports.standard_input) {}

  IngestSummary all(const std::vector<std::string>& inputs) {
    ingest::WalkOptions walking{.depth = options_.folder_depth,
                                .settle_ns = options_.settle_ms * 1'000'000,
                                .now_ns = ports_.clock.now_ms() * 1'000'000};
    ingest::Walk walk(ports_.files, inputs, walking, ports_.notice);
    in_order(
        options_.jobs, [&] { return next_news(walk); },
        [&](Candidate candidate) { return preparer_.prepare(std::move(candidate)); },
        [&](Prepared prepared) { take(std::move(prepared)); });
    summary_.passed_over = walk.passed_over();
    return summary_;
  }

 private:
  // The next candidate that is no known arrival; those are settled here, without being read.
  std::optional<Candidate> next_news(ingest::Walk& walk) {
    while (!ports_.stop() && (options_.limit == 0 || news_ < options_.limit)) {
      auto candidate = walk.next();
      if (!candidate) return std::nullopt;
      if (candidate->kind == Candidate::Kind::file && ports_.store) {
        auto id =
            ports_.store->find_arrival("file", candidate->locator, candidate->info.bytes, candidate->info.modified_ns);
        if (id) {
          ++summary_.inputs, ++summary_.known;
          finish_source(*candidate, *id);
          continue;
        }
      }
      if (candidate->kind != Candidate::Kind::settling) ++news_;
      return candidate;
    }
    summary_.stopped = true;
    return std::nullopt;
  }

  void take(Prepared prepared) {
    const auto& candidate = prepared.candidate;
    if (candidate.kind == Candidate::Kind::settling || prepared.changed) {
      ++summary_.inputs, ++summary_.settling;
      if (ports_.notice) ports_.notice(fmt::format("left for the next run: {} changed just now", candidate.path));
      return;
    }
    for (const auto& record : prepared.refused) {
      ++summary_.inputs, ++summary_.refused;
      if (candidate.named) ++summary_.missing;
      ports_.record(record);
    }
    std::string id;
    for (auto& group : prepared.groups) {
      if (group.front().arrival.channel == "file") id = group.front().record.id;
      commit(group);
    }
    if (!prepared.groups.empty() && candidate.kind == Candidate::Kind::file) finish_source(candidate, id);
  }

  void commit(const Group& group) {
    auto outcomes = ports_.store && !options_.dry_run ? ports_.store->add_arrivals(group) : foresee(group);
    for (std::size_t i = 0; i < group.size(); ++i) {
      const auto& record = group[i].record;
      ++summary_.inputs;
      if (outcomes[i] == ArrivalOutcome::known) {
        ++summary_.known;
      } else if (outcomes[i] == ArrivalOutcome::duplicate) {
        ++summary_.duplicate;
        ports_.record(duplicate_of_first(record));
      } else {
        ++(record.state == State::failed ? summary_.refused : summary_.taken);
        ports_.record(record);
      }
    }
  }

  // What add_arrivals() would say, from what the store and this run know.
  std::vector<ArrivalOutcome> foresee(const Group& group) {
    std::vector<ArrivalOutcome> outcomes;
    for (const auto& [arrival, record, event] : group) {
      auto outcome = seen_.contains(record.id) ? ArrivalOutcome::duplicate : ArrivalOutcome::taken;
      if (ports_.store && ports_.store->find(record.id)) outcome = ArrivalOutcome::duplicate;
      if (ports_.store && outcome == ArrivalOutcome::duplicate &&
          ports_.store->find_arrival(arrival.channel, arrival.locator, arrival.bytes, arrival.modified_ns) == record.id)
        outcome = ArrivalOutcome::known;
      seen_.emplace(record.id, place_of(record));
      outcomes.push_back(outcome);
    }
    return outcomes;
  }

  static std::string place_of(const Record& record) {
    return record.source.path.empty() ? record.source.name : record.source.path;
  }

  // The record of a repeat: same id, its own source; the first document is untouched.
  Record duplicate_of_first(Record record) {
    auto first = ports_.store ? ports_.store->find(record.id) : std::nullopt;
    auto place = first ? place_of(*first) : seen_[record.id];
    record.state = State::received;
    record.findings = {{.set = "controls",
                        .rule = "DUPLICATE_INVOICE",
                        .severity = Severity::info,
                        .message = fmt::format("{}: the same bytes came in before as {}; nothing is to be done",
                                               place_of(record), place)}};
    record.decision = Decision{.route = Route::duplicate, .reasons = {"DUPLICATE_INVOICE"}, .duplicate_of = record.id};
    return record;
  }

  // What --after asks for, once everything in the file is kept. `id` is "" for an mbox, whose messages are kept each.
  void finish_source(const Candidate& candidate, const std::string& id) {
    if (options_.after == After::keep || options_.dry_run) return;
    auto now = ports_.files.info(candidate.path);
    if (!now || now->bytes != candidate.info.bytes || now->modified_ns != candidate.info.modified_ns) return;
    if (!id.empty() && !kept_unchanged(candidate, id)) {
      if (ports_.notice) ports_.notice(fmt::format("kept {}: its bytes are not those taken in before", candidate.path));
      return;
    }
    if (options_.after == After::erase) return ports_.files.remove(candidate.path);
    archive(candidate);
  }

  // Size and time may lie; before a source goes, its bytes are compared with what is kept.
  bool kept_unchanged(const Candidate& candidate, const std::string& id) {
    auto bytes = ports_.files.read(candidate.path, options_.prepare.document_bytes);
    return bytes && sha256_hex(as_bytes(*bytes)) == id && ports_.blobs->contains(id);
  }

  void archive(const Candidate& candidate) {
    auto folder = options_.archive_folder + "/" + rfc3339(ports_.clock.now_ms()).substr(0, 10);
    ports_.files.make_folder(folder);
    auto name = candidate.path.substr(candidate.path.rfind('/') + 1);
    auto target = folder + "/" + name;
    for (int number = 2; ports_.files.info(target); ++number) target = fmt::format("{}/{}~{}", folder, name, number);
    ports_.files.move(candidate.path, target);
  }

  const IngestPorts& ports_;
  const IngestOptions& options_;
  ingest::Preparer preparer_;
  IngestSummary summary_;
  std::int64_t news_ = 0;
  std::map<std::string, std::string, std::less<>> seen_;  // without a store: id -> where it came from
};

}  // namespace

IngestSummary ingest_inputs(const std::vector<std::string>& inputs, const IngestPorts& ports,
                            const IngestOptions& options) {
  if (options.after != After::keep && (!ports.store || !ports.blobs))
    throw Error(ErrorKind::usage, "--after would lose the originals: there is no store and blob folder to keep them in",
                "give --store and --blobs, or --after keep");
  if (options.after == After::archive && options.archive_folder.empty())
    throw Error(ErrorKind::usage, "--after archive names no folder", "give --archive FOLDER");
  return Run(ports, options).all(inputs);
}

}  // namespace ap
