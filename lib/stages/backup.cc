#include "stages/backup.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "stages/dump.h"

namespace ap {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::uint64_t kTextLimit = 1ull << 30;  // of a manifest or list of blobs
constexpr std::string_view kMarker = "{\"schema\":\"ap.repository/1\"}\n";

std::string manifest_text(const Snapshot& s) {
  Json json{{"schema", "ap.backup/1"},
            {"snapshot", s.id},
            {"created_at", s.created_at},
            {"store",
             {{"form", s.form},
              {"schema_version", s.schema_version},
              {"documents", s.documents},
              {"bytes", s.store_bytes},
              {"sha256", s.store_sha256},
              {"dump_sha256", s.dump_sha256}}},
            {"blobs", {{"count", s.blobs}, {"bytes", s.blob_bytes}, {"list_sha256", s.blobs_sha256}}},
            {"missing", s.missing}};
  return json.dump(2) + "\n";
}

Snapshot snapshot_of(const std::string& text) {
  auto json = Json::parse(text);
  const auto &store = json.at("store"), &blobs = json.at("blobs");
  if (json.at("schema") != "ap.backup/1") throw std::runtime_error("its schema is not ap.backup/1");
  return {json.at("snapshot"),   json.at("created_at"),   store.at("form"),        store.at("schema_version"),
          store.at("documents"), store.at("bytes"),       store.at("sha256"),      blobs.at("count"),
          blobs.at("bytes"),     blobs.at("list_sha256"), store.at("dump_sha256"), json.at("missing")};
}

// "20261122T190000Z"
std::string time_text(std::int64_t ms) {
  auto text = rfc3339(ms);
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

template <class Value>
Value needed(std::expected<Value, FileFailure> result, std::string_view advice) {
  if (result) return std::move(*result);
  auto kind = result.error().kind == FileFailureKind::denied ? ErrorKind::permission : ErrorKind::io;
  throw Error(kind, "cannot read " + result.error().message, std::string(advice));
}

constexpr std::string_view kVerify = "check the repository with ap-backup verify";

}  // namespace

void Backups::check_repository(Files& files, const std::string& repository, bool create) {
  auto marker = files.read(repository + "/ap-repository.json", kMarker.size());
  if (marker && *marker == kMarker) return;
  auto names = files.list(repository);
  if (names && !names->empty())
    throw Error(ErrorKind::config, fmt::format("{} is no backup repository, and not empty", repository),
                "give --repository an empty or a new folder");
  if (!create)
    throw Error(ErrorKind::no_input, fmt::format("there is no backup repository at {}", repository),
                "make one with ap-backup create");
  files.make_folder(repository);
  auto file = files.create(repository + "/ap-repository.json");
  file->write(kMarker);
  file->commit();
}

std::string Backups::folder_of(std::string_view id) const { return fmt::format("{}/snapshots/{}", root_, id); }

void Backups::write(const std::string& path, std::string_view text) {
  auto file = files_.create(path);
  file->write(text);
  file->commit();
}

void Backups::save_originals(Store& copy, BlobStore& originals, const std::string& folder, Snapshot& snapshot) {
  auto list = files_.create(folder + "/blobs.txt");
  Sha256 hash;
  copy.for_each({}, [&](const Record& record) {
    ++snapshot.documents;
    if (record.is_part()) return true;  // its bytes are those of the scan it was split off
    if (record.disposal) return true;   // it has none any more
    if (!vault_.contains(record.id)) {
      auto bytes = originals.get(record.id);
      if (!bytes) return snapshot.missing.push_back(record.id), true;
      vault_.put(record.id, as_bytes(*bytes));
    }
    auto line = fmt::format("{} {}\n", record.id, record.source.bytes);
    list->write(line);
    hash.update(as_bytes(line));
    ++snapshot.blobs;
    snapshot.blob_bytes += record.source.bytes;
    return true;
  });
  list->commit();
  snapshot.blobs_sha256 = hash.finish();
}

void Backups::sweep_unfinished(Clock& clock) {
  constexpr std::int64_t kDayMs = 86'400'000;
  auto yesterday = "." + time_text(clock.now_ms() - kDayMs);
  if (!files_.info(root_ + "/snapshots")) return;
  for (const auto& name : needed(files_.list(root_ + "/snapshots"), kVerify))
    if (name.starts_with('.') && name < yesterday) files_.remove(folder_of(name));
}

Snapshot Backups::create(StoreCopier& store, BlobStore& originals, Clock& clock) {
  Snapshot snapshot{.id = time_text(clock.now_ms()) + "-" + clock.random_hex(2),
                    .created_at = rfc3339(clock.now_ms()),
                    .form = std::string(store.form())};
  sweep_unfinished(clock);
  auto unfinished = folder_of("." + snapshot.id);
  files_.make_folder(unfinished);
  try {
    store.copy_to(unfinished + "/store");
    snapshot.store_bytes = needed(files_.info(unfinished + "/store"), kVerify).bytes;
    snapshot.store_sha256 = needed(files_.sha256(unfinished + "/store"), kVerify);
    auto copy = open_copy_(snapshot.form, unfinished + "/store");
    snapshot.schema_version = copy->schema_version();
    snapshot.dump_sha256 = dump_digest(*copy);
    save_originals(*copy, originals, unfinished, snapshot);
    copy.reset();
    write(unfinished + "/manifest.json", manifest_text(snapshot));
    files_.move(unfinished, folder_of(snapshot.id));
  } catch (...) {
    files_.remove(unfinished);
    throw;
  }
  return snapshot;
}

std::vector<Snapshot> Backups::list() {
  std::vector<Snapshot> snapshots;
  auto names = files_.list(root_ + "/snapshots");
  if (!names && names.error().kind == FileFailureKind::missing) return snapshots;
  for (const auto& name : needed(std::move(names), kVerify)) {
    if (name.starts_with('.')) continue;  // not finished
    auto path = folder_of(name) + "/manifest.json";
    try {
      snapshots.push_back(snapshot_of(needed(files_.read(path, kTextLimit), kVerify)));
    } catch (const Json::exception& damage) {
      throw Error(ErrorKind::io, fmt::format("{} is damaged: {}", path, damage.what()), "use another snapshot");
    }
    if (snapshots.back().id != name)
      throw Error(ErrorKind::io, fmt::format("{} is the manifest of another snapshot", path), "use another snapshot");
  }
  return snapshots;
}

Snapshot Backups::find(std::string_view id) {
  auto all = list();
  auto found = id == "latest"
                   ? (all.empty() ? all.end() : all.end() - 1)
                   : std::find_if(all.begin(), all.end(), [&](const Snapshot& each) { return each.id == id; });
  if (found == all.end())
    throw Error(ErrorKind::no_input, fmt::format("there is no snapshot {} in {}", id, root_), "see ap-backup list");
  return *found;
}

std::vector<std::pair<std::string, std::uint64_t>> Backups::listed_blobs(const Snapshot& snapshot) {
  auto path = folder_of(snapshot.id) + "/blobs.txt";
  auto text = needed(files_.read(path, kTextLimit), kVerify);
  if (sha256_hex(as_bytes(text)) != snapshot.blobs_sha256)
    throw Error(ErrorKind::io, path + " is damaged: its hash is not that of the manifest", "use another snapshot");
  std::vector<std::pair<std::string, std::uint64_t>> blobs;
  for (std::string_view rest = text; !rest.empty(); rest.remove_prefix(rest.find('\n') + 1)) {
    std::uint64_t bytes = 0;
    std::from_chars(rest.data() + 65, rest.data() + rest.find('\n'), bytes);
    blobs.emplace_back(rest.substr(0, 64), bytes);
  }
  return blobs;
}

void Backups::check_store(const Snapshot& snapshot, const std::set<std::string, std::less<>>& listed,
                          std::vector<std::string>& problems) {
  auto path = folder_of(snapshot.id) + "/store";
  auto hash = files_.sha256(path);
  if (!hash || *hash != snapshot.store_sha256)
    return problems.push_back(hash ? path + ": its hash is not that of the manifest" : hash.error().message);
  auto copy = open_copy_(snapshot.form, path);
  for (const auto& problem : copy->check()) problems.push_back(fmt::format("{}: {}", path, problem));
  if (dump_digest(*copy) != snapshot.dump_sha256)
    problems.push_back(path + ": its content is not that of the manifest");
  copy->for_each({}, [&](const Record& record) {
    if (!listed.contains(record.bytes_id()))
      problems.push_back(fmt::format("{}: the original is not in the backup", record.id));
    return true;
  });
}

std::vector<std::string> Backups::verify(const Snapshot& snapshot) {
  std::vector<std::string> problems;
  try {
    std::set<std::string, std::less<>> listed;
    for (const auto& [id, bytes] : listed_blobs(snapshot)) {
      listed.insert(id);
      if (verified_.contains(id)) continue;
      try {
        auto blob = vault_.get(id);
        if (!blob)
          problems.push_back(fmt::format("{}: the original is gone from {}", id, vault_.location()));
        else
          verified_.insert(id);
      } catch (const Error& error) {
        problems.emplace_back(error.what());
      }
    }
    check_store(snapshot, listed, problems);
  } catch (const Error& error) {
    problems.emplace_back(error.what());
  }
  return problems;
}

void Backups::restore(const Snapshot& snapshot, StoreCopier& store, BlobStore& originals) {
  auto path = folder_of(snapshot.id) + "/store";
  if (!store.is_empty())
    throw Error(ErrorKind::cannot_create, "the store to restore to is not empty",
                "give a new place with --store and --blobs");
  if (needed(files_.sha256(path), kVerify) != snapshot.store_sha256)
    throw Error(ErrorKind::io, path + " is damaged: its hash is not that of the manifest", "restore another snapshot");
  for (const auto& [id, bytes] : listed_blobs(snapshot)) {
    if (originals.contains(id)) continue;
    auto blob = vault_.get(id);
    if (!blob)
      throw Error(ErrorKind::io, fmt::format("the original {} is gone from {}", id, vault_.location()),
                  "restore another snapshot");
    originals.put(id, as_bytes(*blob));
  }
  store.restore_from(path);
}

}  // namespace ap
