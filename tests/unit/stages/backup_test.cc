#include "stages/backup.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "adapters/memory/blob_store.h"
#include "adapters/sqlite/store.h"
#include "adapters/system/files.h"
#include "core/error.h"
#include "stages/dump.h"
#include "support/fixed_clock.h"
#include "support/temp_folder.h"

namespace {

using namespace ap;
using sqlite::Open;
using sqlite::SqliteStore;

struct Site {
  test::TempFolder folder;
  system::SystemFiles files;
  test::FixedClock clock;
  memory::MemoryBlobStore originals, vault;
  SqliteStore store{folder / "ap.db", Open::create};
  Backups backups{files, folder / "repo", vault, [](std::string_view form, const std::string& path) {
                    CHECK(form == "sqlite");
                    return std::make_unique<SqliteStore>(path, Open::read_only);
                  }};

  std::string add(const std::string& bytes) {
    Record record;
    record.id = sha256_hex(as_bytes(bytes));
    record.source.bytes = bytes.size();
    record.source.channel = "file";
    originals.put(record.id, as_bytes(bytes));
    store.add_arrivals({{{"file", "/in/" + bytes, bytes.size(), 1, record.id, 1}, record, {1, "ann", "received", ""}}});
    return record.id;
  }
  Snapshot create() {
    clock.now += 1000;
    return backups.create(store, originals, clock);
  }
};

}  // namespace

TEST_CASE("a snapshot restored to an empty place gives an equal store and the same originals") {
  Site site;
  auto first = site.add("one"), second = site.add("two");
  site.store.append_event("", {2, "ann", "checked", "{}"});
  auto digest = dump_digest(site.store);
  auto snapshot = site.create();
  site.add("later");
  CHECK(snapshot.documents == 2);
  CHECK(snapshot.blobs == 2);
  CHECK(snapshot.dump_sha256 == digest);
  CHECK(site.backups.verify(snapshot).empty());

  SqliteStore fresh(site.folder / "fresh.db", Open::create);
  memory::MemoryBlobStore blobs;
  site.backups.restore(site.backups.find("latest"), fresh, blobs);
  CHECK(dump_digest(fresh) == digest);
  CHECK(blobs.get(first) == "one");
  CHECK(blobs.get(second) == "two");
  CHECK(fresh.check().empty());
}

TEST_CASE("a store that holds anything is never restored over") {
  Site site;
  site.add("one");
  auto snapshot = site.create();
  CHECK_THROWS_AS(site.backups.restore(snapshot, site.store, site.originals), Error);
}

TEST_CASE("snapshots are listed oldest first and share their originals") {
  Site site;
  CHECK(site.backups.list().empty());
  CHECK_THROWS_AS(site.backups.find("latest"), Error);
  site.add("one");
  auto first = site.create();
  site.add("two");
  auto second = site.create();
  auto all = site.backups.list();
  REQUIRE(all.size() == 2);
  CHECK(all[0].id == first.id);
  CHECK(site.backups.find("latest").id == second.id);
  CHECK(site.backups.find(first.id).documents == 1);
  CHECK_THROWS_AS(site.backups.find("20200101T000000Z-0000"), Error);
  int blobs = 0;
  site.vault.for_each([&](std::string_view, std::uint64_t) { ++blobs; });
  CHECK(blobs == 2);
}

TEST_CASE("verifying finds every kind of damage") {
  Site site;
  auto id = site.add("one");
  auto snapshot = site.create();
  auto folder = site.folder / ("repo/snapshots/" + snapshot.id);
  SUBCASE("an original gone") { site.vault.remove(id); }
  SUBCASE("a changed list") { test::write_file(folder + "/blobs.txt", ""); }
  SUBCASE("a changed copy") {
    sqlite::Database(folder + "/store", Open::existing)
        .execute("PRAGMA user_version=1; UPDATE arrivals SET locator='x'");
  }
  SUBCASE("a copy gone") { std::filesystem::remove(folder + "/store"); }
  SUBCASE("a copy cut short") { std::filesystem::resize_file(folder + "/store", 5000); }
  CHECK_FALSE(site.backups.verify(snapshot).empty());
}

TEST_CASE("an original that is gone is named, and the rest is saved") {
  Site site;
  auto gone = site.add("one");
  site.add("two");
  site.originals.remove(gone);
  auto snapshot = site.create();
  CHECK(snapshot.missing == std::vector{gone});
  CHECK(snapshot.blobs == 1);
  CHECK(site.backups.verify(snapshot).size() == 1);
}

TEST_CASE("a backup that fails leaves no snapshot behind") {
  Site site;
  site.add("one");
  test::write_file(site.folder / "repo/snapshots", "a file is in the way");
  CHECK_THROWS_AS(site.create(), Error);
  std::filesystem::remove(site.folder / "repo/snapshots");
  CHECK(site.backups.list().empty());
  CHECK_NOTHROW(site.create());
}

TEST_CASE("a folder that holds something else is no repository") {
  test::TempFolder folder;
  system::SystemFiles files;
  CHECK_THROWS_AS(Backups::check_repository(files, folder / "repo", false), Error);
  Backups::check_repository(files, folder / "repo", true);
  CHECK_NOTHROW(Backups::check_repository(files, folder / "repo", false));
  test::write_file(folder / "other/file", "x");
  CHECK_THROWS_AS(Backups::check_repository(files, folder / "other", true), Error);
}
