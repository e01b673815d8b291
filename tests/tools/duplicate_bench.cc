// Duplicates over a long history, for scripts/bench-duplicates.
//
//   duplicate-bench load STORE < HISTORY      takes a history into a new SQLite store
//   duplicate-bench seek STORE IDS < HISTORY  seeks repeats of the documents named in IDS, one a line, and times it
//
// A history has one record (ap.record/1, state extracted) a line; x_text, where there, is the text of its pages. A
// line with the id of an earlier one is the same bytes come in again. Loading goes around the product to be done in
// minutes; seeking is the product's own path. Output: one JSON object for each document sought.
#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>
#include <iostream>
#include <sstream>
#include <unordered_set>

#include "adapters/sqlite/store.h"
#include "core/content_print.h"
#include "core/error.h"
#include "record/codec.h"
#include "stages/duplicate_index.h"

namespace {

using Clock = std::chrono::steady_clock;

ap::Record record_of(const std::string& line) {
  auto record = ap::record_from_json(line);
  if (!record) throw ap::Error(ap::ErrorKind::bad_input, "no record: " + record.error());
  for (const auto& [pointer, json] : record->unknown) {
    if (pointer != "/x_text") continue;
    std::istringstream text(json.substr(1, json.size() - 2));
    std::vector<std::string> words;
    for (std::string word; text >> word;) words.push_back(word);
    if (!record->extraction) record->extraction.emplace();
    record->extraction->content = ap::content_print({words.begin(), words.end()});
  }
  record->unknown.clear();
  return std::move(*record);
}

// Writes what a search reads: documents with their records, and the index.
class Loader {
 public:
  explicit Loader(const std::string& path) : database_(created(path), ap::sqlite::Open::existing) {
    database_.execute("PRAGMA synchronous=OFF; PRAGMA cache_size=-200000; BEGIN");
  }

  void take(const std::string& line) {
    ++lines_;
    ap::Record record = record_of(line);
    auto row = database_.prepare(
        "INSERT INTO documents (id, state, received_ms, record) VALUES (?, 'extracted', ?, ?) ON CONFLICT DO NOTHING");
    row.bind(record.id, lines_, line).run();
    if (database_.changes() == 0) return;  // the same bytes again
    ++documents_;
    std::int64_t seq = database_.last_row();
    auto entry = ap::index_entry(record);
    if (!entry) return;
    for (std::uint64_t key : entry->keys) keys_.emplace_back(static_cast<std::int64_t>(key), seq);
    database_.prepare("INSERT INTO repeat_profiles (document, keys, profile) VALUES (?, '', ?)")
        .bind(seq, entry->profile)
        .run();
    if (lines_ % 20000 == 0) database_.execute("COMMIT; BEGIN");
  }

  void finish() {
    std::ranges::sort(keys_);
    for (const auto& [key, document] : keys_)
      database_.prepare("INSERT INTO repeat_keys (key, document) VALUES (?, ?)").bind(key, document).run();
    database_.execute("COMMIT");
    std::cerr << lines_ << " arrivals, " << documents_ << " documents, " << keys_.size() << " keys\n";
  }

 private:
  // The product makes the tables and says which index stands in them.
  static std::string created(const std::string& path) {
    ap::sqlite::SqliteStore store(path, ap::sqlite::Open::create);
    ap::refresh_duplicate_index(store);
    return path;
  }

  ap::sqlite::Database database_;
  std::vector<std::pair<std::int64_t, std::int64_t>> keys_;
  std::int64_t lines_ = 0, documents_ = 0;
};

void seek(const std::string& path, const std::string& ids_path) {
  std::unordered_set<std::string> wanted, seen;
  std::ifstream ids(ids_path);
  for (std::string id; std::getline(ids, id);) wanted.insert(id);
  ap::sqlite::SqliteStore store(path, ap::sqlite::Open::existing);
  for (std::string line; std::getline(std::cin, line);) {
    auto at = line.find("\"id\":\"");
    std::string id = at == std::string::npos ? "" : line.substr(at + 6, 64);
    if (!wanted.contains(id)) continue;
    bool again = !seen.insert(id).second;  // the same bytes: recognised when they come in (D0)
    ap::Record record = record_of(line);
    auto cpu = std::clock();
    auto start = Clock::now();
    auto found = again ? std::vector<ap::rules::DuplicateCandidate>() : ap::find_duplicates(store, record);
    auto us = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start).count();
    auto cpu_us = (std::clock() - cpu) * 1'000'000 / CLOCKS_PER_SEC;
    std::cout << "{\"id\":\"" << id << "\",\"us\":" << us << ",\"cpu_us\":" << cpu_us
              << ",\"again\":" << (again ? "true" : "false") << ",\"found\":[";
    for (std::size_t i = 0; i < found.size(); ++i)
      std::cout << (i ? "," : "") << "[\"" << found[i].document_id << "\",\"" << found[i].rung << "\","
                << found[i].score << "]";
    std::cout << "]}\n";
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  try {
    std::string verb = argc > 2 ? argv[1] : "";
    if (verb == "load" && argc == 3) {
      Loader loader(argv[2]);
      for (std::string line; std::getline(std::cin, line);) loader.take(line);
      loader.finish();
    } else if (verb == "seek" && argc == 4) {
      seek(argv[2], argv[3]);
    } else {
      std::cerr << "usage: duplicate-bench load STORE | seek STORE IDS, with the history on standard input\n";
      return 64;
    }
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "duplicate-bench: " << error.what() << "\n";
    return 70;
  }
}
