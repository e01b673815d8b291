#include "stages/retention.h"

#include <doctest/doctest.h>

#include "adapters/memory/blob_store.h"
#include "bill_kit.h"
#include "stages/journal.h"

using namespace ap;
using namespace ap::test;

namespace {

class LaterClock : public StillClock {
 public:
  Date today() const override { return day; }
  Date day = *Date::from_ymd(2035, 1, 1);
};

struct Archive {
  LaterClock clock;
  memory::MemoryStore store;
  memory::MemoryBlobStore blobs;
  std::vector<std::string> forgotten;
  RetentionOptions options{.actor = "rita", .countries = {"DE"}, .financial_year = {}};

  Record take(Record record, const std::string& bytes) {
    record.id = sha256_hex(as_bytes(bytes));
    record.state = State::exported;
    record.decision = Decision{.route = Route::approve};
    blobs.put(record.id, as_bytes(bytes));
    put(store, record);
    return record;
  }
  Retention office() { return Retention(store, clock, options); }
  RetentionFamily only() {
    auto all = office().families();
    REQUIRE(all.size() == 1);
    return all[0];
  }
  bool dispose(const RetentionFamily& family) {
    return office().dispose(family, blobs, [&](const std::string& id) { forgotten.push_back(id); });
  }
};

}  // namespace

TEST_CASE("a document is due the day after its last day, and not on it") {
  Archive archive;
  archive.take(bill("RE-1"), "one");
  archive.clock.day = *Date::from_ymd(2034, 12, 31);
  CHECK(archive.only().status == RetentionStatus::kept);
  CHECK(archive.only().until->str() == "2034-12-31");
  archive.clock.day = *Date::from_ymd(2035, 1, 1);
  CHECK(archive.only().status == RetentionStatus::due);
}

TEST_CASE("the record, its original and its pages go; that it was there stays") {
  Archive archive;
  Record record = archive.take(bill("RE-1"), "one");
  CHECK(archive.dispose(archive.only()));
  Record rest = *archive.store.find(record.id);
  CHECK(rest.disposal->on == "2035-01-01");
  CHECK(rest.disposal->kept_until == "2034-12-31");
  CHECK_FALSE(rest.invoice);
  CHECK(rest.evidence.empty());
  CHECK(rest.source.name == "disposed");
  CHECK(rest.source.received_at == record.source.received_at);
  CHECK(rest.route() == Route::approve);
  CHECK_FALSE(archive.blobs.contains(record.id));
  CHECK(archive.forgotten == std::vector{record.id});
  CHECK(archive.only().status == RetentionStatus::disposed);
  std::string last;
  archive.store.for_each_event(record.id, [&](const StoredEvent& stored) {
    last = stored.event.actor + " " + stored.event.kind + " " + stored.event.detail;
    return true;
  });
  CHECK(last.starts_with("rita disposed {\"kept_until\":\"2034-12-31\",\"rule\":\"DE invoice, 8 years"));
}

TEST_CASE("a legal hold keeps a document until it is lifted, and needs a reason") {
  Archive archive;
  Record record = archive.take(bill("RE-1"), "one");
  Retention office = archive.office();
  CHECK(office.hold(record.id, "").error().kind == ErrorKind::usage);
  CHECK(office.lift(record.id, "over").error().kind == ErrorKind::bad_input);
  RetentionFamily looked_at = archive.only();  // before the hold, by another run
  CHECK(office.hold(record.id.substr(0, 8), "case 7 O 12/34"));
  CHECK(office.hold(record.id, "again").error().kind == ErrorKind::bad_input);
  CHECK(archive.only().status == RetentionStatus::held);
  CHECK(archive.only().why == "case 7 O 12/34");
  CHECK_FALSE(archive.dispose(looked_at));
  CHECK(archive.blobs.contains(record.id));
  CHECK(office.lift(record.id, "settled"));
  CHECK(archive.only().status == RetentionStatus::due);
}

TEST_CASE("what a person still has to look at is not due") {
  Archive archive;
  Record record = bill("RE-1");
  record.state = State::validated;
  record.decision = Decision{.route = Route::review};
  put(archive.store, record);
  CHECK(archive.only().status == RetentionStatus::open);
  CHECK(archive.only().why == "it is validated, review");
}

TEST_CASE("a mail and what came in it go together, by the longest time") {
  Archive archive;
  Record mail;
  mail.source.received_at = "2020-03-01T10:00:00Z";
  mail.source.name = "mail.eml";
  mail = archive.take(mail, "mail");
  Record part = bill("RE-1");
  part.source.parent = mail.id;
  part = archive.take(part, "part");
  RetentionFamily family = archive.only();
  CHECK(family.id == mail.id);
  CHECK(family.members == std::vector{mail.id, part.id});
  CHECK(family.until->str() == "2034-12-31");
  CHECK(archive.office().hold(part.id, "case"));
  CHECK(archive.only().status == RetentionStatus::held);
  CHECK(archive.office().lift(part.id, "over"));
  CHECK(archive.dispose(archive.only()));
  CHECK_FALSE(archive.blobs.contains(mail.id));
  CHECK_FALSE(archive.blobs.contains(part.id));
}

TEST_CASE("what a dead run left is finished: records gone, originals there") {
  Archive archive;
  Record record = archive.take(bill("RE-1"), "one");
  Disposal disposal{"2035-01-01", "2034-12-31", "DE"};
  REQUIRE(archive.store.dispose(rest_of(record, disposal), State::exported, {0, "rita", "disposed", ""}));
  CHECK(archive.only().status == RetentionStatus::disposed);
  CHECK(archive.dispose(archive.only()));
  CHECK_FALSE(archive.blobs.contains(record.id));
}

TEST_CASE("the buyer's country counts where it is one of ours, else the longest time of ours") {
  Archive archive;
  Record record = bill("RE-1");
  set(record, "buyer.address.country", "PL");
  archive.take(record, "one");
  archive.options.countries = {"DE", "PL"};
  CHECK(archive.only().until->str() == "2031-12-31");
  archive.options.countries = {"DE", "FR"};
  CHECK(archive.only().until->str() == "2036-12-31");
  archive.options.countries = {};
  CHECK(archive.only().until->str() == "2031-12-31");
  archive.options.countries = {"XX"};
  CHECK(archive.only().status == RetentionStatus::unknown);
}

TEST_CASE("one's own rule, loaded as master data") {
  Archive archive;
  archive.take(bill("RE-1"), "one");
  MasterRow row{{"country", "DE"}, {"years", "12"}, {"legal_basis", "articles of association"}};
  archive.store.master_data().import({.kind = MasterKind::retention,
                                      .items = {{master_key(MasterKind::retention, row), {row}}},
                                      .today = archive.clock.today(),
                                      .source = "own.csv",
                                      .actor = "rita"});
  CHECK(archive.only().until->str() == "2038-12-31");
  CHECK(archive.only().rule == "DE invoice, 12 years from the end of the year (articles of association)");
}

TEST_CASE("what people wrote about a document goes with it, and the journal holds all the same") {
  Archive archive;
  Record record = archive.take(bill("RE-1"), "one");
  archive.store.append_event(record.id,
                             {1, "ann", "corrected", R"({"fields":["seller.name"]})",
                              R"({"changes":[{"field":"seller.name","old":"Muster","new":"Anna Muster"}]})"});
  archive.store.append_event(record.id, {2, "bob", "approved", "", R"({"reason":"Anna asked"})"});
  auto told = [&] {
    std::string all;
    archive.store.for_each_event(record.id,
                                 [&](const StoredEvent& event) { return all += history_line(event) + "\n", true; });
    return all;
  };
  CHECK(told().find("from 'Muster' to 'Anna Muster'") != std::string::npos);
  REQUIRE(archive.dispose(archive.only()));
  CHECK(told().find("Anna") == std::string::npos);
  CHECK(told().find("ann corrected seller.name (what was said went when the document was disposed of)") !=
        std::string::npos);
  auto verdict = verify_journal(archive.store, std::nullopt);
  CHECK(verdict.problem.empty());
  CHECK(verdict.without_values == 2);
}
