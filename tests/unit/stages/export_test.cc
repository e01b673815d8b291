#include "stages/export.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "adapters/memory/store.h"
#include "adapters/system/files.h"
#include "core/error.h"
#include "support/fixed_clock.h"
#include "support/temp_folder.h"

namespace {

using namespace ap;

// A store with approved documents a, b, c ... and a folder for files.
struct Ledger {
  test::TempFolder folder;
  system::SystemFiles files;
  test::FixedClock clock;
  memory::MemoryStore store;
  ExportOptions options{.format = "csv,json", .folder = folder / "out", .actor = "ann"};
  std::vector<Record> printed;
  bool with_store = true;

  ExportPorts ports() {
    return {files, clock, with_store ? &store : nullptr, [&](const Record& record) { printed.push_back(record); }, {}};
  }

  Record approved(char letter, std::string_view gross = "119.00", Route route = Route::approve) {
    Record record;
    record.id = std::string(64, letter);
    record.state = State::validated;
    record.source = {.name = std::string(1, letter) + ".pdf", .channel = "file"};
    record.invoice.emplace().number = std::string("RE-") + letter;
    record.invoice->currency = "EUR";
    record.invoice->totals.gross = Decimal::parse(gross);
    record.decision = Decision{.route = route};
    return record;
  }
  Record add(char letter, std::string_view gross = "119.00", Route route = Route::approve) {
    auto record = approved(letter, gross, route);
    store.add_arrivals(
        {{{"file", "/in/" + record.source.name, 1, 1, record.id, 1}, record, {1, "ann", "received", ""}}});
    return record;
  }

  ExportSummary select(std::vector<Record> records) {
    printed.clear();
    std::size_t at = 0;
    return export_selected(ports(), options, [&]() -> std::optional<Record> {
      if (at == records.size()) return std::nullopt;
      return records[at++];
    });
  }

  std::map<std::string, std::string> written(const std::string& name = "out") {
    std::map<std::string, std::string> all;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(folder / name, none))
      all[entry.path().filename().string()] = test::read_file(entry.path().string());
    return all;
  }
};

}  // namespace

TEST_CASE("what is due is exported as one batch with a manifest, and only once") {
  Ledger ledger;
  ledger.add('a', "119.00");
  ledger.add('b', "0.50", Route::review);
  ledger.add('c', "-1.5");
  auto summary = export_due(ledger.ports(), ledger.options);
  CHECK(summary.exported == 2);
  CHECK(ledger.printed.size() == 2);
  CHECK(ledger.printed[0].state == State::exported);
  auto files = ledger.written();
  REQUIRE(files.size() == 3);
  auto manifest = nlohmann::json::parse(files.at("B000001.manifest.json"));
  CHECK(manifest["schema"] == "ap.batch/1");
  CHECK(manifest["once"] == "store");
  CHECK(manifest["count"] == 2);
  CHECK(manifest["created_at"] == "2026-11-25T19:00:00Z");
  CHECK(manifest["documents"][1] == std::string(64, 'c'));
  CHECK(manifest["totals"]["EUR"]["gross"] == "117.50");
  CHECK(manifest["files"][0]["name"] == "B000001.csv");
  CHECK(manifest["files"][0]["sha256"] == sha256_hex(as_bytes(files.at("B000001.csv"))));
  CHECK(manifest["files"][1]["bytes"] == files.at("B000001.json").size());
  CHECK(nlohmann::json::accept(files.at("B000001.json")));
  CHECK(export_due(ledger.ports(), ledger.options).exported == 0);
  CHECK(ledger.written() == files);
}

TEST_CASE("nothing due is no error, and makes no file") {
  Ledger ledger;
  CHECK(export_due(ledger.ports(), ledger.options).batches.empty());
  CHECK(ledger.written().empty());
}

TEST_CASE("a batch left by a run that died is completed as the same batch with the same bytes") {
  Ledger undisturbed, killed;
  for (auto* ledger : {&undisturbed, &killed}) ledger->add('a'), ledger->add('b');
  export_due(undisturbed.ports(), undisturbed.options);
  killed.store.reserve_batch({"csv,json", killed.folder / "out"}, {killed.clock.now, "ann", "reserved", ""});
  killed.add('c');
  killed.clock.now += 86'400'000;
  killed.options.format = "csv-lines";
  killed.options.folder = killed.folder / "elsewhere";
  auto summary = export_due(killed.ports(), killed.options);
  CHECK(summary.batches == std::vector<std::string>{"B000001", "B000002"});
  CHECK(killed.written() == undisturbed.written());
  CHECK(killed.written("elsewhere").size() == 2);
  CHECK(killed.store.find(std::string(64, 'c'))->state == State::exported);
}

TEST_CASE("records on standard input only select") {
  Ledger ledger;
  auto a = ledger.add('a'), b = ledger.add('b'), review = ledger.add('c', "1", Route::review);
  SUBCASE("what is named is exported, the rest waits") {
    auto summary = ledger.select({review, b});
    CHECK(summary.exported == 1);
    CHECK(summary.passed == 1);
    CHECK(ledger.printed.at(0) == review);
    CHECK(ledger.printed.at(1).state == State::exported);
    CHECK(ledger.store.find(a.id)->state == State::validated);
  }
  SUBCASE("a changed amount is refused with a finding, and nothing is exported") {
    a.invoice->totals.gross = Decimal::parse("999.00");
    CHECK(ledger.select({a}).refused == 1);
    CHECK(ledger.printed.at(0).findings.at(0).rule == "EXPORT_REFUSED");
    CHECK(ledger.written().empty());
  }
  SUBCASE("a route that the store did not give is refused") {
    review.decision->route = Route::approve;
    CHECK(ledger.select({review}).refused == 1);
  }
  SUBCASE("what the store does not know is refused") { CHECK(ledger.select({ledger.approved('f')}).refused == 1); }
  SUBCASE("trace, times and others' keys may differ") {
    a.trace_id = "other";
    a.source.received_at = "2026-11-25T19:00:00Z";
    a.unknown.emplace_back("/x_note", "\"seen\"");
    CHECK(ledger.select({a}).exported == 1);
  }
  SUBCASE("the same input again exports nothing new") {
    CHECK(ledger.select({a, b}).exported == 2);
    auto files = ledger.written();
    CHECK(ledger.select({a, b}).exported == 0);
    CHECK(ledger.printed.at(0).state == State::exported);
    CHECK(ledger.written() == files);
  }
  SUBCASE("no input exports nothing, whatever is due") {
    CHECK(ledger.select({}).exported == 0);
    CHECK(ledger.written().empty());
  }
}

TEST_CASE("a voided batch can be exported again, and the next manifest says so") {
  Ledger ledger;
  ledger.add('a');
  export_due(ledger.ports(), ledger.options);
  void_batch(ledger.ports(), ledger.options, "B000001", "wrong \"period\"");
  CHECK(export_due(ledger.ports(), ledger.options).batches == std::vector<std::string>{"B000002"});
  CHECK(nlohmann::json::parse(ledger.written().at("B000002.manifest.json"))["voids"] == nlohmann::json{"B000001"});
  CHECK_THROWS_AS(void_batch(ledger.ports(), ledger.options, "B000001", "again"), Error);
  CHECK_THROWS_AS(void_batch(ledger.ports(), ledger.options, "B000009", "none"), Error);
  int voided = 0;
  ledger.store.for_each_event(std::string(64, 'a'), [&](const StoredEvent& event) {
    return voided += event.event.kind == "voided" && nlohmann::json::accept(event.event.detail), true;
  });
  CHECK(voided == 1);
}

TEST_CASE("a batch is written again with the same bytes, even after its documents changed") {
  Ledger ledger;
  auto record = ledger.add('a');
  export_due(ledger.ports(), ledger.options);
  auto files = ledger.written();
  record.state = State::exported;
  record.invoice->number = "changed";
  ledger.store.update(record, State::exported, {1, "ann", "validated", ""});
  std::filesystem::remove_all(ledger.folder / "out");
  ledger.options.folder = "";
  export_again(ledger.ports(), ledger.options, "B000001");
  CHECK(ledger.written() == files);
  CHECK_THROWS_AS(export_again(ledger.ports(), ledger.options, "B000002"), Error);
}

TEST_CASE("a dry run reserves and writes nothing") {
  Ledger ledger;
  auto record = ledger.add('a');
  ledger.options.dry_run = true;
  export_due(ledger.ports(), ledger.options);
  ledger.select({record});
  CHECK(ledger.written().empty());
  CHECK(ledger.store.batches().empty());
  CHECK(ledger.printed.at(0) == record);
}

TEST_CASE("without a store the records are exported as they are, and the manifest says so") {
  Ledger ledger;
  ledger.with_store = false;
  auto summary = ledger.select({ledger.approved('a'), ledger.approved('b', "1", Route::review), ledger.approved('c')});
  CHECK(summary.exported == 2);
  CHECK(summary.passed == 1);
  REQUIRE(summary.batches.size() == 1);
  CHECK(ledger.printed.at(1).state == State::validated);
  CHECK(ledger.printed.at(2).state == State::exported);
  CHECK(nlohmann::json::parse(ledger.written().at(summary.batches[0] + ".manifest.json"))["once"] == "none");
}

TEST_CASE("an unknown format and a missing folder are told before anything is reserved") {
  Ledger ledger;
  ledger.add('a');
  SUBCASE("format") { ledger.options.format = "csv,xls"; }
  SUBCASE("folder") { ledger.options.folder = ""; }
  CHECK_THROWS_AS(export_due(ledger.ports(), ledger.options), Error);
  CHECK(ledger.store.batches().empty());
}

TEST_CASE("a folder that cannot be written leaves an open batch for the next run") {
  Ledger ledger;
  ledger.add('a');
  test::write_file(ledger.folder / "out", "a file is in the way");
  CHECK_THROWS_AS(export_due(ledger.ports(), ledger.options), Error);
  CHECK(ledger.store.open_batches().size() == 1);
  std::filesystem::remove(ledger.folder / "out");
  CHECK(export_due(ledger.ports(), ledger.options).exported == 1);
  CHECK(ledger.written().size() == 3);
}
