#include <sqlite3.h>

#include <array>
#include <atomic>
#include <filesystem>
#include <random>
#include <thread>
#include <vector>

#include "adapters/memory/store.h"
#include "adapters/sqlite/schema.h"
#include "adapters/sqlite/store.h"
#include "conformance/ledger_suite.h"
#include "conformance/master_data_suite.h"
#include "conformance/store_suite.h"
#include "conformance/vendor_memory_suite.h"
#include "support/temp_folder.h"

using ap::sqlite::Open;
using ap::sqlite::SqliteStore;

TEST_CASE("the SQLite store does what a store must") {
  ap::test::TempFolder folder;
  ap::conformance::run_store_suite([&] { return std::make_shared<SqliteStore>(folder / "ap.db", Open::create); });
}

TEST_CASE("a store survives its process") {
  ap::test::TempFolder folder;
  SqliteStore(folder / "ap.db", Open::create).add_arrivals({ap::conformance::sample_intake('a')});
  CHECK(SqliteStore(folder / "ap.db", Open::existing).find(std::string(64, 'a')) ==
        ap::conformance::sample_record('a'));
}

TEST_CASE("the commands of a pipe may all make the same store at once") {
  for (int round = 0; round < 10; ++round) {
    ap::test::TempFolder folder;
    std::atomic<int> opened = 0;
    std::vector<std::thread> programs;
    for (int i = 0; i < 6; ++i)
      programs.emplace_back([&] {
        SqliteStore store(folder / "ap.db", Open::create);
        opened += store.schema_version() > 0;
      });
    for (auto& program : programs) program.join();
    CHECK(opened == 6);
  }
}

TEST_CASE("the store file is private") {
  ap::test::TempFolder folder;
  SqliteStore store(folder / "ap.db", Open::create);
  CHECK(std::filesystem::status(folder / "ap.db").permissions() == std::filesystem::perms(0600));
}

TEST_CASE("events can be neither changed nor removed, whoever asks") {
  ap::test::TempFolder folder;
  SqliteStore(folder / "ap.db", Open::create).add_arrivals({ap::conformance::sample_intake('a')});
  ap::sqlite::Database database(folder / "ap.db", Open::existing);
  CHECK_THROWS_AS(database.execute("UPDATE events SET kind = 'x'"), ap::Error);
  CHECK_THROWS_AS(database.execute("DELETE FROM events"), ap::Error);
}

TEST_CASE("nothing can be put in the place of an event, or before others") {
  ap::test::TempFolder folder;
  SqliteStore store(folder / "ap.db", Open::create);
  store.add_arrivals({ap::conformance::sample_intake('a')});
  ap::sqlite::Database database(folder / "ap.db", Open::existing);
  std::string hash = "'" + std::string(64, 'a') + "'";
  for (const char* seq : {"1", "0", "3", "-5"})
    CHECK_THROWS_AS(database.execute("INSERT OR REPLACE INTO events (seq, at_ms, actor, kind, hash) VALUES (" +
                                     std::string(seq) + ", 1, 'x', 'approved', " + hash + ")"),
                    ap::Error);
  CHECK_THROWS_AS(database.execute("INSERT INTO events (seq, at_ms, actor, kind) VALUES (2, 1, 'x', 'approved')"),
                  ap::Error);
  CHECK(store.check().empty());
  // The next number with any hash is taken, and found.
  database.execute("INSERT INTO events (seq, at_ms, actor, kind, hash) VALUES (2, 1, 'x', 'approved', " + hash + ")");
  CHECK(store.check() ==
        std::vector<std::string>{"journal: entry 2 was altered, or one before it was taken out or put in"});
}

TEST_CASE("a record does not change without an event of its own, nor is it approved by who corrected it") {
  ap::test::TempFolder folder;
  SqliteStore store(folder / "ap.db", Open::create);
  using ap::conformance::sample_record;
  store.add_arrivals({ap::conformance::sample_intake('a', ap::State::validated, ap::Route::review)});
  REQUIRE(store.update(sample_record('a', ap::State::validated, ap::Route::review), ap::State::validated,
                       {1, "ann", "corrected", ""}));
  ap::sqlite::Database database(folder / "ap.db", Open::existing);
  std::string hash = "'" + std::string(64, 'a') + "'", id = "'" + std::string(64, 'a') + "'";
  auto refused = [&](const std::string& sql) { CHECK_THROWS_AS(database.execute(sql), ap::Error); };
  refused("UPDATE documents SET route = 'approve'");
  refused("UPDATE documents SET record = json_set(record, '$.source.name', 'x')");
  refused("UPDATE documents SET route = 'approve', event = 2");  // the event of the correction
  refused("UPDATE documents SET route = 'approve', event = 3");  // there is none
  refused("DELETE FROM documents");
  std::string event =
      "INSERT INTO events (seq, document_id, at_ms, actor, kind, record_hash, hash) VALUES (3, " + id + ", 1, ";
  refused(event + "'ann', 'approved', " + hash + ", " + hash + ")");
  CHECK(store.check().empty());
  // Another's name can be written by who writes the file; the journal shows it.
  database.execute(event + "'bob', 'approved', " + hash + ", " + hash + ")");
  CHECK_FALSE(store.check().empty());
}

TEST_CASE("the journal takes the name of who acts, and no other") {
  ap::test::TempFolder folder;
  using ap::conformance::sample_record;
  {
    SqliteStore store(folder / "ap.db", Open::create, {"ann"});
    auto intake = ap::conformance::sample_intake('a', ap::State::validated, ap::Route::review);
    intake.event.actor = "eve";
    CHECK_THROWS_AS(store.add_arrivals({intake}), ap::Error);
    intake.event.actor = "ann";
    store.add_arrivals({intake});
    auto record = sample_record('a', ap::State::validated, ap::Route::review);
    REQUIRE(store.update(record, ap::State::validated, {1, "ann", "corrected", ""}));
    record.decision->route = ap::Route::approve;
    CHECK_THROWS_AS(store.update(record, ap::State::validated, {1, "bob", "approved", ""}), ap::Error);
    CHECK_THROWS_AS(store.append_event("", {1, "bob", "checked", ""}), ap::Error);
  }
  // What is no program of ours knows no names at all.
  sqlite3* plain = nullptr;
  REQUIRE(sqlite3_open((folder / "ap.db").c_str(), &plain) == SQLITE_OK);
  std::string hash = "'" + std::string(64, 'a') + "'";
  std::string sql = "INSERT INTO events (seq, at_ms, actor, kind, hash) VALUES (3, 1, 'bob', 'x', " + hash + ")";
  CHECK(sqlite3_exec(plain, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK);
  sqlite3_close(plain);
}

TEST_CASE("an approval is given in a role that who acts holds, and in no other") {
  ap::test::TempFolder folder;
  SqliteStore(folder / "ap.db", Open::create)
      .add_arrivals({ap::conformance::sample_intake('a', ap::State::validated, ap::Route::review)});
  auto approve = [&](SqliteStore&& store, const char* role) {
    return store.update(ap::conformance::gated('a', ap::Route::approve, "approval by managers"), ap::State::validated,
                        {1, "ann", "approved", std::string(R"({"as":[")") + role + R"("]})"});
  };
  CHECK_THROWS_AS(approve(SqliteStore(folder / "ap.db", Open::existing, {"ann", {"clerks"}}), "managers"), ap::Error);
  CHECK_THROWS_AS(approve(SqliteStore(folder / "ap.db", Open::existing, {"ann", {"clerks"}}), "clerks"), ap::Error);
  CHECK(approve(SqliteStore(folder / "ap.db", Open::existing, {"ann", {"clerks", "managers"}}), "managers"));
}

TEST_CASE("values of events and texts of decisions can be neither changed nor removed") {
  ap::test::TempFolder folder;
  SqliteStore store(folder / "ap.db", Open::create);
  store.add_arrivals({ap::conformance::sample_intake('a')});
  store.append_event(std::string(64, 'a'), {9, "ann", "held", "", R"({"reason":"x"})"});
  store.keep_text("x");
  ap::sqlite::Database database(folder / "ap.db", Open::existing);
  auto refused = [&](const std::string& sql) { CHECK_THROWS_AS(database.execute(sql), ap::Error); };
  refused("UPDATE event_values SET content = '{}'");
  refused("DELETE FROM event_values");
  refused("INSERT INTO event_values VALUES (1, '00000000000000000000000000000000', '{}')");
  refused("INSERT OR REPLACE INTO event_values VALUES (2, '00000000000000000000000000000000', '{}')");
  refused("UPDATE texts SET content = 'y'");
  refused("DELETE FROM texts");
  refused("INSERT OR REPLACE INTO texts SELECT digest, 'y' FROM texts");
  CHECK(store.check().empty());
  // The owner of the file can take the triggers away; it is seen.
  database.execute("DROP TRIGGER event_values_go_with_their_document; DELETE FROM event_values");
  CHECK(store.check().at(0).find("the values of entry 2 are gone") != std::string::npos);
  database.execute("DROP TRIGGER texts_never_change; UPDATE texts SET content = 'y'");
  CHECK(store.check().at(1).find("is not what its digest says") != std::string::npos);
}

TEST_CASE("a batch takes approved documents as they are, and keeps them") {
  ap::test::TempFolder folder;
  SqliteStore store(folder / "ap.db", Open::create);
  ap::conformance::approve(store, "a");
  store.add_arrivals({ap::conformance::sample_intake('b', ap::State::validated, ap::Route::review)});
  auto batch = ap::conformance::reserve(store);
  REQUIRE(batch);
  ap::sqlite::Database database(folder / "ap.db", Open::existing);
  auto refused = [&](const std::string& sql) { CHECK_THROWS_AS(database.execute(sql), ap::Error); };
  std::string into = "INSERT INTO batch_documents (batch, position, document_id, record) SELECT 1, 7, id, ";
  refused(into + "record FROM documents WHERE route = 'review'");
  refused(into + "json_set(record, '$.invoice.number', 'x') FROM documents WHERE route = 'approve'");
  refused("UPDATE batch_documents SET record = json_set(record, '$.source.name', 'x')");
  refused("INSERT INTO assignments VALUES ((SELECT id FROM documents LIMIT 1), 'ann', 1)");
}

TEST_CASE("what the owner of the file does to events is found") {
  ap::test::TempFolder folder;
  SqliteStore store(folder / "ap.db", Open::create);
  ap::conformance::approve(store, "abcd");
  ap::sqlite::Database database(folder / "ap.db", Open::existing);
  database.execute("DROP TRIGGER events_never_change; DROP TRIGGER events_never_go; DROP TRIGGER events_only_appended");
  SUBCASE("an actor changed") { database.execute("UPDATE events SET actor = 'bob' WHERE seq = 2"); }
  SUBCASE("an event removed") {
    database.execute("UPDATE events SET document_id = NULL WHERE seq = 2; DELETE FROM events WHERE seq = 2");
  }
  SUBCASE("a record changed with its columns") {
    database.execute("DROP TRIGGER documents_change_by_event");
    database.execute("UPDATE documents SET record = json_set(record, '$.source.name', 'other.pdf') WHERE seq = 1");
  }
  CHECK(store.check().size() >= 1);
}

TEST_CASE("an older store gets its journal and its index when it is opened") {
  ap::test::TempFolder folder;
  { SqliteStore(folder / "ap.db", Open::create).add_arrivals({ap::conformance::sample_intake('a')}); }
  {
    // Back to version 2, as far as these tables go.
    ap::sqlite::Database database(folder / "ap.db", Open::existing);
    database.execute(
        "DROP INDEX documents_facts; DROP TABLE event_values; DROP TABLE texts; DROP TRIGGER events_in_own_role; "
        "DROP TRIGGER documents_approved_in_role; "
        "DROP TRIGGER documents_change_by_event; DROP TRIGGER documents_never_go; "
        "DROP TRIGGER documents_approved_by_another; DROP TRIGGER events_four_eyes; "
        "DROP TRIGGER documents_stay_disposed; DROP TRIGGER documents_disposed_by_event; "
        "DROP TRIGGER events_legal_hold; DROP TRIGGER batch_documents_stay; ALTER TABLE documents DROP COLUMN "
        "disposed; "
        "DROP TRIGGER events_by_who_acts; DROP TRIGGER documents_columns_as_record; "
        "DROP TRIGGER batch_documents_as_approved; DROP TABLE assignments; "
        "ALTER TABLE documents DROP COLUMN event; "
        "DROP TRIGGER events_only_appended; ALTER TABLE events DROP COLUMN hash; "
        "ALTER TABLE events DROP COLUMN record_hash; DROP TABLE repeat_keys; DROP TABLE repeat_profiles; "
        "DROP TABLE repeat_index; "
        "DROP TABLE bill_shares; DROP TABLE bill_marks; DROP TABLE bills; DROP TABLE master_postings; "
        "DROP INDEX events_policy_adopted; DROP TRIGGER events_adopt_as_administrator; "
        "DROP TABLE master_marks; DROP TABLE master_versions; DROP TABLE master_imports; CREATE TABLE business_keys "
        "(document_id TEXT PRIMARY KEY); "
        "DELETE FROM migrations WHERE version > 2; PRAGMA user_version=2");
  }
  SqliteStore store(folder / "ap.db", Open::existing);
  CHECK(store.schema_version() == ap::sqlite::kSchemaVersion);
  CHECK(store.check().empty());
  CHECK(store.journal_head().seq == 1);
  CHECK(store.index_version() == 0);
  store.append_event("", ap::conformance::sample_event("checked"));
  CHECK(store.check().empty());
  ap::sqlite::Database database(folder / "ap.db", Open::existing);
  CHECK_THROWS_AS(database.execute("UPDATE events SET kind = 'x'"), ap::Error);
}

TEST_CASE("trigrams of an older store become lists, and names are found as before") {
  ap::test::TempFolder folder;
  using ap::conformance::sample_vendor;
  std::vector<ap::MasterItem> items;
  for (int i = 0; i < 500; ++i)  // far enough apart that distances need more than one byte
    items.push_back(sample_vendor(("V" + std::to_string(i)).c_str(), i % 200 == 7 ? "Gamma Werke" : "Delta"));
  SqliteStore(folder / "ap.db", Open::create).master_data().import(ap::conformance::sample_import(items));
  {
    ap::sqlite::Database database(folder / "ap.db", Open::existing);
    database.execute(
        "CREATE TABLE master_grams (kind TEXT, gram INTEGER, version INTEGER); "
        "CREATE TABLE master_gram_counts (kind TEXT)");
    for (std::uint32_t gram : ap::trigrams("GAMMA WERKE"))
      for (int version : {8, 208, 408})
        database.prepare("INSERT INTO master_grams VALUES ('vendors', ?, ?)").bind(std::int64_t(gram), version).run();
    database.execute(
        "DROP TABLE master_postings; DROP TABLE bill_shares; DROP INDEX events_policy_adopted; DROP INDEX "
        "documents_facts; "
        "DROP TRIGGER events_adopt_as_administrator; DELETE FROM migrations WHERE version > 9; PRAGMA user_version=9");
  }
  SqliteStore store(folder / "ap.db", Open::existing);
  auto found =
      store.master_data().similar(ap::MasterKind::vendors, "GAMMA WERK", 60, ap::conformance::on("2026-11-22"), 10);
  CHECK(ap::conformance::keys(found) == "V207,V407,V7");
}

TEST_CASE("what is changed beside the journal is found: a record, a trigger taken away, one put in") {
  ap::test::TempFolder folder;
  SqliteStore store(folder / "ap.db", Open::create);
  ap::conformance::approve(store, "a");
  CHECK(store.beside_journal().empty());
  ap::sqlite::Database database(folder / "ap.db", Open::existing);
  SUBCASE("a trigger taken away") { database.execute("DROP TRIGGER events_never_go"); }
  SUBCASE("a trigger put in") {
    database.execute("CREATE TRIGGER mine BEFORE INSERT ON runs BEGIN SELECT raise(IGNORE); END");
  }
  SUBCASE("a trigger changed") {
    database.execute(
        "DROP TRIGGER documents_never_go; CREATE TRIGGER documents_never_go BEFORE DELETE ON documents BEGIN SELECT 1; "
        "END");
  }
  SUBCASE("a record changed, and the trigger put back") {
    std::string sql;
    {
      auto row = database.prepare("SELECT sql FROM sqlite_schema WHERE name = 'documents_change_by_event'");
      REQUIRE(row.step());
      sql = row.text(0);
    }
    database.execute("DROP TRIGGER documents_change_by_event");
    database.execute("UPDATE documents SET record = json_set(record, '$.source.name', 'other.pdf')");
    database.execute(sql);
  }
  CHECK(store.beside_journal().size() == 1);
}

TEST_CASE("the check finds what was tampered with") {
  ap::test::TempFolder folder;
  SqliteStore store(folder / "ap.db", Open::create);
  ap::conformance::approve(store, "a");
  ap::sqlite::Database database(folder / "ap.db", Open::existing);
  database.execute("DROP TRIGGER documents_change_by_event; DROP TRIGGER documents_columns_as_record");
  SUBCASE("a column that differs from its record") { database.execute("UPDATE documents SET route = 'review'"); }
  SUBCASE("a document that nobody brought") { database.execute("DELETE FROM arrivals"); }
  SUBCASE("a document exported by no batch") {
    database.execute("UPDATE documents SET state = 'exported', record = json_set(record, '$.state', 'exported')");
  }
  CHECK_FALSE(store.check().empty());
}

TEST_CASE("files that are no store of ours are refused and left alone") {
  ap::test::TempFolder folder;
  SUBCASE("another program's database") {
    ap::sqlite::Database(folder / "x.db", Open::create).execute("CREATE TABLE theirs (a)");
  }
  SUBCASE("a newer store") {
    SqliteStore(folder / "x.db", Open::create);
    ap::sqlite::Database(folder / "x.db", Open::existing).execute("PRAGMA user_version=99");
  }
  SUBCASE("no database at all") { ap::test::write_file(folder / "x.db", std::string(5000, 'x')); }
  try {
    SqliteStore store(folder / "x.db", Open::create);
    FAIL("opened");
  } catch (const ap::Error& error) {
    CHECK(error.kind() == ap::ErrorKind::config);
    CHECK(std::string(error.what()).find("x.db") != std::string::npos);
    CHECK_FALSE(error.advice().empty());
  }
}

TEST_CASE("a copy is the store, and makes an empty store equal") {
  ap::test::TempFolder folder;
  SqliteStore store(folder / "ap.db", Open::create), empty(folder / "new.db", Open::create);
  ap::conformance::approve(store, "abc");
  store.copy_to(folder / "copy");
  ap::conformance::approve(store, "d");
  auto copy = std::make_unique<SqliteStore>(folder / "copy", Open::read_only);
  CHECK(copy->check().empty());
  CHECK(copy->arrival_order(std::string(64, 'c')) == 3);
  CHECK(copy->arrival_order(std::string(64, 'd')) == 0);
  CHECK_THROWS_AS(store.copy_to(folder / "copy"), ap::Error);
  CHECK_THROWS_AS(store.restore_from(folder / "copy"), ap::Error);
  empty.restore_from(folder / "copy");
  CHECK(empty.find(std::string(64, 'b')) == store.find(std::string(64, 'b')));
  CHECK(empty.check().empty());
  ap::conformance::approve(empty, "e");
  CHECK(empty.arrival_order(std::string(64, 'e')) == 4);
}

TEST_CASE("vendor memory in SQLite does what vendor memory must") {
  ap::test::TempFolder folder;
  SqliteStore store(folder / "ap.db", Open::create);
  ap::conformance::run_vendor_memory_suite(store.vendor_memory());
}

TEST_CASE("what was learned survives the process and goes into a copy") {
  ap::test::TempFolder folder;
  SqliteStore(folder / "ap.db", Open::create)
      .vendor_memory()
      .remember({"name:ACME"}, {ap::conformance::sample_habit("number", "our ref")});
  SqliteStore store(folder / "ap.db", Open::existing);
  CHECK(store.vendor_memory().recall({"name:ACME"}).size() == 1);
  CHECK_FALSE(store.is_empty());
  store.copy_to(folder / "copy");
  SqliteStore copy(folder / "copy", Open::read_only);
  CHECK(copy.vendor_memory().recall({"name:ACME"}).size() == 1);
}

TEST_CASE("master data in SQLite does what master data must") {
  ap::test::TempFolder folder;
  SqliteStore store(folder / "ap.db", Open::create);
  ap::conformance::run_master_data_suite(store.master_data());
}

TEST_CASE("names are found as by looking at every one, whatever lists are spared") {
  ap::test::TempFolder folder;
  SqliteStore store(folder / "ap.db", Open::create);
  ap::memory::MemoryStore plain;
  std::mt19937 random(20261123);
  auto pick = [&](std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random); };
  auto name = [&] {  // few syllables, so that most lists are long, and some rare words
    static constexpr std::array<const char*, 6> kSyllables{"BA", "BE", "KA", "KE", "LA", "LO"};
    std::string text;
    for (std::size_t word = 0; word < 2; ++word) {
      if (word > 0) text += " ";
      for (std::size_t i = pick(3) + 1; i > 0; --i) text += kSyllables[pick(kSyllables.size())];
    }
    return pick(10) == 0 ? text + " " + std::string(4, static_cast<char>('P' + pick(9))) : text;
  };
  std::vector<ap::MasterItem> items;
  for (int i = 0; i < 600; ++i)
    items.push_back(ap::conformance::sample_vendor(("V" + std::to_string(i)).c_str(), name().c_str()));
  auto day = ap::conformance::on("2026-11-22");
  for (ap::Store* each : {static_cast<ap::Store*>(&store), static_cast<ap::Store*>(&plain)})
    each->master_data().import(ap::conformance::sample_import(items));
  int found = 0;
  for (int i = 0; i < 80; ++i) {
    std::string wanted = name();
    for (int percent : {10, 40, 70, 100}) {
      auto keys = ap::conformance::keys(store.master_data().similar(ap::MasterKind::vendors, wanted, percent, day, 15));
      CHECK(keys ==
            ap::conformance::keys(plain.master_data().similar(ap::MasterKind::vendors, wanted, percent, day, 15)));
      found += keys.empty() ? 0 : 1;
    }
  }
  CHECK(found > 100);
}

TEST_CASE("the ledger in SQLite does what a ledger must") {
  ap::test::TempFolder folder;
  SqliteStore store(folder / "ap.db", Open::create);
  ap::conformance::run_ledger_suite(store);
}

TEST_CASE("versions of master data can be neither changed nor removed, whoever asks; imports are events") {
  ap::test::TempFolder folder;
  SqliteStore store(folder / "ap.db", Open::create);
  store.master_data().import(ap::conformance::sample_import({ap::conformance::sample_vendor("V1", "Alpha")}));
  store.master_data().revert(1, "wrong", "bob", 6000);
  ap::sqlite::Database database(folder / "ap.db", Open::existing);
  CHECK_THROWS_AS(database.execute("UPDATE master_versions SET content = '[]'"), ap::Error);
  CHECK_THROWS_AS(database.execute("DELETE FROM master_versions"), ap::Error);
  CHECK_THROWS_AS(database.execute("DELETE FROM master_imports"), ap::Error);
  std::string kinds;
  store.for_each_event("", [&](const ap::StoredEvent& event) { return kinds += event.event.kind + " ", true; });
  CHECK(kinds == "imported import_reverted ");
}
