// For every n: let the n-th operation be the last one of a run, run again, and compare with a run never disturbed.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "adapters/memory/blob_store.h"
#include "adapters/memory/store.h"
#include "adapters/sqlite/store.h"
#include "adapters/system/files.h"
#include "faults/faulty.h"
#include "record/codec.h"
#include "stages/backup.h"
#include "stages/dump.h"
#include "stages/export.h"
#include "stages/ingest.h"
#include "support/fixed_clock.h"
#include "support/plain_reader.h"
#include "support/temp_folder.h"

namespace {

using namespace ap;

// The world that survives a run: disk and store.
struct World {
  test::TempFolder folder;
  system::SystemFiles files;
  memory::MemoryStore store;
  memory::MemoryBlobStore blobs;
  test::FixedClock clock;
  test::PlainReader reader;

  World() {
    write("a.pdf", "%PDF a");
    write("b.pdf", "%PDF b");
    write("copy-of-a.pdf", "%PDF a");
    write("empty.pdf", "");
    write("m.eml", "Mail <m@x>\nc.pdf=%PDF c\nlogo=png\nd.doc=PK");
    write("box", "Mbox\nMail <1@x>\ne.pdf=%PDF e\n---\nMail <2@x>\nf.pdf=%PDF f\n");
  }
  void write(const std::string& name, std::string_view bytes) {
    auto path = folder / ("in/" + name);
    test::write_file(path, bytes);
    std::filesystem::last_write_time(path, std::filesystem::file_time_type(std::chrono::seconds(1)));
  }

  // One run of everything; extraction and validation are done by hand: every document received is approved.
  void run(test::Trap& trap, After after) {
    test::FaultyStore faulty_store(store, trap);
    test::FaultyBlobs faulty_blobs(blobs, trap);
    test::FaultyFiles faulty_files(files, trap);
    IngestPorts in{
        .files = faulty_files, .reader = reader, .clock = clock, .store = &faulty_store, .blobs = &faulty_blobs};
    in.record = [](const Record&) {};
    IngestOptions options;
    options.after = after;
    options.archive_folder = folder / "done";
    ingest_inputs({folder / "in"}, in, options);
    std::vector<Record> received;
    store.for_each({State::received}, [&](const Record& record) { return received.push_back(record), true; });
    for (auto record : received) {
      record.state = State::validated;
      record.invoice.emplace().number = record.source.name;
      record.decision = Decision{.route = Route::approve};
      faulty_store.update(record, State::received, {1, "ann", "validated", ""});
    }
    ExportPorts out{faulty_files, clock, &faulty_store, [](const Record&) {}, {}};
    export_due(out, {.format = "csv,json", .folder = folder / "out", .actor = "ann"});
  }

  // Everything but the random trace, the name of this folder and how the export was cut into batches.
  std::vector<std::string> outcome() {
    std::vector<std::string> all;
    auto plain = [&](std::string text) {
      for (auto at = text.find(folder.path()); at != text.npos; at = text.find(folder.path()))
        text.replace(at, folder.path().size(), "");
      return text;
    };
    store.for_each(
        {}, [&](Record record) { return record.trace_id.clear(), all.push_back(plain(to_json_line(record))), true; });
    store.for_each_arrival(
        [&](const Arrival& a) { return all.push_back(plain(a.locator) + " " + a.document_id), true; });
    store.for_each_event("", [&](const StoredEvent& e) {
      if (e.event.kind != "reserved") all.push_back(e.event.kind + " " + e.document_id);
      return true;
    });
    blobs.for_each([&](std::string_view id, std::uint64_t) { all.emplace_back(id); });
    for (auto name : {"in", "done"})
      if (std::filesystem::exists(folder / name))
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / name))
          all.push_back(plain(entry.path().string()));
    std::sort(all.begin(), all.end());
    return all;
  }

  // Rows of all files in the folder of exports, sorted; temporary files are no rows.
  std::vector<std::string> exported_rows() {
    std::vector<std::string> rows;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "out")) {
      if (entry.path().extension() != ".csv" || entry.path().filename().string().starts_with('.')) continue;
      std::istringstream lines(test::read_file(entry.path().string()));
      std::string line;
      std::getline(lines, line);
      while (std::getline(lines, line)) rows.push_back(line);
    }
    std::sort(rows.begin(), rows.end());
    return rows;
  }
};

// Exported rows are those of one batch or several, each document in one of them.
void compare_with_calm(After after, bool effect_first) {
  World calm;
  test::Trap none(0, false);
  calm.run(none, after);
  auto expected = calm.outcome();
  auto rows = calm.exported_rows();
  REQUIRE(rows.size() == 5);
  for (int n = 1; n <= none.operations(); ++n) {
    CAPTURE(n);
    World world;
    test::Trap trap(n, effect_first);
    CHECK_THROWS_AS(world.run(trap, after), test::Died);
    test::Trap quiet(0, false);
    world.run(quiet, after);
    CHECK(world.outcome() == expected);
    CHECK(world.exported_rows() == rows);
  }
}

}  // namespace

TEST_CASE("whatever operation was the last of a run, the next run ends as if nothing had happened") {
  SUBCASE("died before it") { compare_with_calm(After::keep, false); }
  SUBCASE("died after it") { compare_with_calm(After::keep, true); }
  SUBCASE("sources are archived, died before") { compare_with_calm(After::archive, false); }
  SUBCASE("sources are archived, died after") { compare_with_calm(After::archive, true); }
  SUBCASE("sources are deleted, died before") { compare_with_calm(After::erase, false); }
  SUBCASE("sources are deleted, died after") { compare_with_calm(After::erase, true); }
}

TEST_CASE("a backup that dies anywhere leaves no snapshot that does not verify, and the next one is whole") {
  test::TempFolder folder;
  system::SystemFiles files;
  test::FixedClock clock;
  memory::MemoryBlobStore originals, vault;
  sqlite::SqliteStore store(folder / "ap.db", sqlite::Open::create);
  for (std::string bytes : {"one", "two"}) {
    Record record;
    record.id = sha256_hex(as_bytes(bytes));
    originals.put(record.id, as_bytes(bytes));
    store.add_arrivals({{{"file", "/" + bytes, 3, 1, record.id, 1}, record, {1, "ann", "received", ""}}});
  }
  auto open_copy = [](std::string_view, const std::string& path) {
    return std::make_unique<sqlite::SqliteStore>(path, sqlite::Open::read_only);
  };
  int made = 0;
  for (int n = 1;; ++n) {
    CAPTURE(n);
    clock.now += 1000;
    test::Trap trap(n, n % 2 == 0);
    test::FaultyFiles faulty_files(files, trap);
    test::FaultyBlobs faulty_vault(vault, trap);
    try {
      Backups(faulty_files, folder / "repo", faulty_vault, open_copy).create(store, originals, clock);
      ++made;
    } catch (const test::Died&) {
    }
    Backups backups(files, folder / "repo", vault, open_copy);
    for (const auto& snapshot : backups.list()) CHECK(backups.verify(snapshot).empty());
    if (!trap.went_off()) break;
  }
  CHECK(made == 1);
}
