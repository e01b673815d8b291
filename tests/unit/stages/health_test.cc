#include "stages/health.h"

#include <doctest/doctest.h>

#include "adapters/memory/blob_store.h"
#include "adapters/system/machine.h"
#include "bill_kit.h"
#include "core/error.h"
#include "stages/health_figures.h"
#include "stages/received.h"
#include "stages/validate.h"

using namespace ap;
using namespace ap::test;

namespace {

class OneDisk : public Machine {
 public:
  std::expected<DiskSpace, std::string> disk_space(const std::string& path) override {
    if (broken) return std::unexpected("the file system of " + path + " cannot be looked at: gone");
    return space;
  }
  DiskSpace space{1000ull << 20, 500ull << 20};
  bool broken = false;
};

// A store whose content is damaged.
class DamagedStore : public memory::MemoryStore {
 public:
  std::vector<std::string> check() override { return {"page 7 is torn", "and more"}; }
};

// A blob store on a medium that loses what it takes.
class LosingBlobs : public memory::MemoryBlobStore {
 public:
  std::optional<std::string> get(std::string_view) override { return std::nullopt; }
};

// Everything in order; each test spoils one thing.
struct House {
  StillClock clock;
  OneDisk disk;
  memory::MemoryStore sound;
  memory::MemoryBlobStore originals;
  Store* store = &sound;
  BlobStore* blobs = &originals;
  std::expected<SandboxReport, std::string> sandbox = SandboxReport{true, "", {"deu", "eng"}};
  HealthLimits limits;

  House() { sound.record_run("ap-backup", clock.now - 3600000, 0, {}); }
  HealthPorts ports() {
    return {clock,          disk, [this] { return store; }, [this] { return blobs; }, [this] { return sandbox; },
            {"/var/lib/ap"}};
  }
  HealthResult one(const char* name) { return check_health(ports(), limits, {name}).at(0); }
  // A bill in the store since so many seconds.
  void wait(Record record, std::int64_t seconds) {
    record.source.received_at = rfc3339(clock.now - seconds * 1000);
    put(sound, record);
  }
};

}  // namespace

TEST_CASE("a house in order is OK in every check") {
  House house;
  auto results = check_health(house.ports(), house.limits);
  CHECK(results.size() == health_checks().size());
  for (const auto& result : results) {
    CHECK_MESSAGE(result.health == Health::ok, result.check << ": " << result.message);
    CHECK(result.advice.empty());
  }
  CHECK(overall(results) == Health::ok);
  CHECK(health_text(results).starts_with("AP OK - 13 checks\nOK        store      memory, schema 1, documents: 0\n"));
}

TEST_CASE("a store that does not open is critical, and the checks that need no store go on") {
  House house;
  HealthPorts ports = house.ports();
  ports.store = []() -> Store* { throw Error(ErrorKind::unavailable, "the store is locked", "stop the other run"); };
  auto results = check_health(ports, house.limits);
  CHECK(results[0].health == Health::critical);
  CHECK(results[0].message == "the store is locked");
  CHECK(results[0].advice == "stop the other run");
  CHECK(results[1].health == Health::unknown);
  CHECK(results[1].message == "needs the store, which does not open");
  CHECK(results.back().health == Health::ok);
  CHECK(overall(results) == Health::critical);
  house.store = nullptr;
  CHECK(house.one("store").health == Health::unknown);
}

TEST_CASE("damage of the store is critical") {
  House house;
  DamagedStore damaged;
  house.store = &damaged;
  auto result = house.one("integrity");
  CHECK(result.health == Health::critical);
  CHECK(result.message == "problems in memory: 2, the first: page 7 is torn");
}

TEST_CASE("a document that waits too long for a stage warns, then is critical") {
  House house;
  Record record = bill("RE-1");
  house.wait(record, 3600);
  CHECK(house.one("queue").health == Health::ok);
  house.clock.now += 1000;
  auto result = house.one("queue");
  CHECK(result.health == Health::warning);
  CHECK(result.message == "the oldest document that waits (extracted) came in 60 min ago");
  CHECK(result.advice == "look why ap-validate --pending does not run");
  house.clock.now += 86400000;
  CHECK(house.one("queue").health == Health::critical);
}

TEST_CASE("a document that waits too long for a person warns") {
  House house;
  Record record = bill("RE-1");
  set(record, "totals.gross", "120.00");
  load_master(house.sound);
  record = validate(record, {house.clock, &house.sound}, {});
  house.wait(record, 4 * 86400);
  CHECK(house.one("review").health == Health::warning);
  CHECK(house.one("review").message == "in review: 1, the oldest came in 4 d ago");
  CHECK(house.one("queue").health == Health::ok);
}

TEST_CASE("an export that nobody finished warns after an hour") {
  House house;
  load_master(house.sound);
  Record record = validate(bill("RE-1"), {house.clock, &house.sound}, {});
  house.wait(record, 10);
  REQUIRE(house.sound.reserve_batch(BatchRequest{.format = "csv"}, Event{house.clock.now, "export", "reserved", ""}));
  CHECK(house.one("batches").health == Health::ok);
  house.clock.now += 3600 * 1000;
  CHECK(house.one("batches").health == Health::warning);
}

TEST_CASE("a run that failed, or did not come, is seen") {
  House house;
  house.sound.record_run("ap-extract", house.clock.now, 1, {});
  CHECK(house.one("runs").health == Health::ok);
  house.sound.record_run("ap-extract", house.clock.now, 74, {});
  auto result = house.one("runs");
  CHECK(result.health == Health::warning);
  CHECK(result.message == "the last run of ap-extract failed with exit code 74, 0 s ago");
  house.sound.record_run("ap-extract", house.clock.now, 0, {});
  house.limits.expected_seconds["ap-extract"] = 600;
  house.clock.now += 601000;
  CHECK(house.one("runs").health == Health::warning);
  house.clock.now += 600000;
  CHECK(house.one("runs").health == Health::critical);
  house.limits.expected_seconds = {{"ap-export", 600}};
  CHECK(house.one("runs").message == "ap-export has never succeeded, and is expected every 10 min");
}

TEST_CASE("no backup, or an old one, is seen") {
  House house;
  house.clock.now += 129600 * 1000LL - 3600000 + 1000;
  CHECK(house.one("backup").health == Health::warning);
  house.clock.now += 604800 * 1000LL;
  CHECK(house.one("backup").health == Health::critical);
  memory::MemoryStore fresh;
  house.store = &fresh;
  CHECK(house.one("backup").message == "no backup was ever made from this store");
}

TEST_CASE("a sanctions list that is older than its limit warns, then is critical") {
  House house;  // today is 2026-11-22
  CHECK(house.one("sanctions").health == Health::ok);
  auto load = [&](const char* list, const char* id, const char* date) {
    MasterRow row{{"list", list}, {"entry", id}, {"name", "Somebody"}};
    if (*date) row["list_date"] = date;
    house.sound.master_data().import({.kind = MasterKind::sanctions,
                                      .items = {{master_key(MasterKind::sanctions, row), {row}}},
                                      .today = house.clock.today(),
                                      .source = "s.csv",
                                      .actor = "ann",
                                      .at_ms = house.clock.now});
  };
  load("EU", "1", "2026-11-15");  // seven days
  CHECK(house.one("sanctions").health == Health::ok);
  load("UN", "1", "2026-11-14");
  HealthResult result = house.one("sanctions");
  CHECK(result.health == Health::warning);
  CHECK(result.message == "lists: 2, the oldest, UN, is of 2026-11-14, 8 days ago");
  CHECK(result.advice.find("import") != std::string::npos);
  load("UN", "2", "2026-11-20");  // the newest entry tells the age of its list
  CHECK(house.one("sanctions").health == Health::ok);
  load("UK", "1", "2026-10-22");
  CHECK(house.one("sanctions").health == Health::critical);
  house.limits.sanctions_days = {0, 0};
  CHECK(house.one("sanctions").health == Health::ok);
}

TEST_CASE("little room on the disk warns, then is critical") {
  House house;
  house.disk.space = {1000ull << 20, 99ull << 20};
  CHECK(house.one("disk").health == Health::warning);
  house.disk.space = {1000ull << 20, 49ull << 20};
  CHECK(house.one("disk").health == Health::critical);
  house.disk.broken = true;
  CHECK(house.one("disk").health == Health::unknown);
}

TEST_CASE("the disk of a path that is not there yet is that of its parent") {
  system::SystemMachine machine;
  auto space = machine.disk_space("/no/such/folder/at/all");
  REQUIRE(space);
  CHECK(space->total > 0);
  CHECK(space->total == machine.disk_space("/")->total);
}

TEST_CASE("blobs that cannot be written or are lost are critical") {
  House house;
  CHECK(house.one("blobs").health == Health::ok);
  int left = 0;
  house.originals.for_each([&](std::string_view, std::uint64_t) { ++left; });
  CHECK(left == 0);
  LosingBlobs losing;
  house.blobs = &losing;
  CHECK(house.one("blobs").health == Health::critical);
  house.blobs = nullptr;
  CHECK(house.one("blobs").health == Health::unknown);
}

TEST_CASE("a worker that is missing or not confined is critical") {
  House house;
  house.sandbox = SandboxReport{false, "ALLOWED  opening a file", {"eng"}};
  auto result = house.one("sandbox");
  CHECK(result.health == Health::critical);
  CHECK(result.message.find("ALLOWED  opening a file") != std::string::npos);
  house.sandbox = std::unexpected("there is no worker program");
  CHECK(house.one("sandbox").health == Health::critical);
  CHECK(house.one("ocr").health == Health::unknown);
}

TEST_CASE("OCR languages that are missing are critical, unless no OCR is wanted") {
  House house;
  house.limits.languages = {"eng", "ita"};
  CHECK(house.one("ocr").message == "OCR languages are missing: ita");
  house.limits.languages = {};
  house.sandbox = SandboxReport{true, "", {}};
  CHECK(house.one("ocr").health == Health::critical);
  house.limits.ocr = false;
  CHECK(house.one("ocr").health == Health::ok);
}

TEST_CASE("a critical result weighs more than an unknown one, and both more than a warning") {
  std::vector<HealthResult> results = {{"a", Health::warning, "w", ""}, {"b", Health::unknown, "u", ""}};
  CHECK(overall(results) == Health::unknown);
  results.push_back({"c", Health::critical, "first\nsecond", "do this"});
  CHECK(overall(results) == Health::critical);
  CHECK(health_text(results).find("AP CRITICAL - 3 checks, c: first\n") == 0);
  CHECK(health_text(results).find("                     second\n                     -> do this\n") !=
        std::string::npos);
  CHECK(health_json(results).find(R"("status":"CRITICAL","code":2)") != std::string::npos);
}

TEST_CASE("figures for monitoring are facts of the store") {
  House house;
  load_master(house.sound);
  Record paid = validate(bill("RE-1"), {house.clock, &house.sound}, {});
  paid.state = State::exported;
  paid.extraction->method = "ocr";
  paid.extraction->pages = 3;
  house.wait(paid, 10);
  Record wrong = bill("RE-2");
  set(wrong, "totals.gross", "120.00");
  house.wait(validate(wrong, {house.clock, &house.sound}, {}), 10);
  auto figures = collect_health_figures(house.sound, house.clock.now);
  CHECK(figures.documents[{State::exported, Route::approve}] == 1);
  CHECK(figures.findings[{"TOTAL_MISMATCH", Severity::error}] == 1);
  CHECK(figures.exported["EUR"].str() == "119.00");
  CHECK(figures.ocr_pages == 3);
  CHECK(figures.touchless->str() == "0.500");
  memory::MemoryStore empty;
  CHECK_FALSE(collect_health_figures(empty, house.clock.now).touchless);
}
