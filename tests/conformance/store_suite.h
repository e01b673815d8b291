// What every Store must do. An adapter's test calls run_store_suite() inside one TEST_CASE with a way to open the same
// store again and again; every section starts with an empty one.
#pragma once

#include <doctest/doctest.h>

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "core/error.h"
#include "ports/store.h"

namespace ap::conformance {

// Opens a store that is empty at the first call; later calls open the same one again (adapters that keep nothing return
// the one they have).
using OpenStore = std::function<std::shared_ptr<Store>()>;

inline Record sample_record(char letter, State state = State::received, std::optional<Route> route = std::nullopt) {
  Record record;
  record.id = std::string(64, letter);
  record.trace_id = std::string(32, letter);
  record.state = state;
  record.source.name = std::string(1, letter) + ".pdf";
  record.source.channel = "file";
  record.source.received_at = "2026-11-22T19:00:00Z";
  if (route) record.decision = Decision{.route = route};
  return record;
}

inline Intake sample_intake(char letter, State state = State::received, std::optional<Route> route = std::nullopt) {
  auto record = sample_record(letter, state, route);
  Arrival arrival{"file", "/in/" + record.source.name, 10, 20, record.id, 1000 + letter};
  return {arrival, record, {1000 + letter, "ann", "received", ""}};
}

inline Event sample_event(const char* kind) { return {5000, "ann", kind, R"({"why":"test"})"}; }

// What is left of the sample record.
inline Record sample_rest(char letter) {
  auto rest = sample_record(letter, State::exported, Route::approve);
  rest.source.name = "disposed";
  rest.disposal = Disposal{"2036-01-02", "2035-12-31", "DE invoice"};
  return rest;
}

inline void test_disposal(Store& store) {
  auto exported = sample_record('a', State::exported, Route::approve);
  exported.invoice.emplace().number = "R-17";
  store.add_arrivals({sample_intake('a', State::validated, Route::approve), sample_intake('b')});
  auto batch = store.reserve_batch({"csv", "/out", std::nullopt, 0}, sample_event("exported"));
  REQUIRE(batch);
  CHECK_FALSE(store.dispose(sample_rest('a'), State::validated, sample_event("disposed")));  // the batch holds it
  store.complete_batch(batch->id, "{}", sample_event("exported"));
  store.index_documents({{exported.id, {7}, "profile"}});
  store.ledger().note({.document_id = exported.id, .number = "R-17", .currency = "EUR", .marks = {"vendor:V1"}});
  CHECK_FALSE(store.dispose(sample_rest('a'), State::validated, sample_event("disposed")));  // not its state

  store.append_event(exported.id, sample_event("held"));
  CHECK_THROWS_AS(store.dispose(sample_rest('a'), State::exported, sample_event("disposed")), Error);
  store.append_event(exported.id, sample_event("hold_lifted"));
  CHECK(store.dispose(sample_rest('a'), State::exported, sample_event("disposed")));

  CHECK(store.find(exported.id) == sample_rest('a'));
  CHECK(store.find_indexed({7}, 0, 4).empty());
  CHECK(store.ledger().bills({.marks = {"vendor:V1"}}).empty());
  store.for_each_in_batch(batch->id, [&](const Record& copy) {
    CHECK(copy == sample_rest('a'));
    return true;
  });
  CHECK_THROWS_AS(store.update(exported, State::exported, sample_event("corrected")), Error);
  CHECK_THROWS_AS(store.dispose(sample_rest('a'), State::exported, sample_event("disposed")), Error);
  CHECK_THROWS_AS(store.void_batch(batch->id, "test", sample_event("voided")), Error);
  CHECK(store.find_batch(batch->id)->voided_reason.empty());
  CHECK(store.find_arrival("file", "/in/a.pdf", 10, 20) == exported.id);
  CHECK(store.check().empty());
}

inline void test_ids(Store& store) {
  store.add_arrivals({sample_intake('a'), sample_intake('b')});
  CHECK(store.ids_beginning("aa", 5) == std::vector{std::string(64, 'a')});
  CHECK(store.ids_beginning("", 5).size() == 2);
  CHECK(store.ids_beginning("", 1).size() == 1);
  CHECK(store.ids_beginning("c", 5).empty());
}

inline void test_arrivals(Store& store) {
  auto first = sample_intake('a');
  CHECK_FALSE(store.find_arrival("file", "/in/a.pdf", 10, 20));
  CHECK(store.add_arrivals({first}) == std::vector{ArrivalOutcome::taken});
  CHECK(store.find_arrival("file", "/in/a.pdf", 10, 20) == first.record.id);
  CHECK_FALSE(store.find_arrival("file", "/in/a.pdf", 10, 21));
  CHECK_FALSE(store.find_arrival("mail", "/in/a.pdf", 10, 20));

  SUBCASE("the same arrival again is no news and leaves no event") {
    first.arrival.received_ms = 99;
    CHECK(store.add_arrivals({first}) == std::vector{ArrivalOutcome::known});
    int events = 0;
    store.for_each_event(first.record.id, [&](const StoredEvent&) { return ++events, true; });
    CHECK(events == 1);
  }
  SUBCASE("known bytes by a new way are a duplicate and leave the first document as it was") {
    auto again = first;
    again.arrival.locator = "/in/copy.pdf";
    again.record.source.name = "copy.pdf";
    CHECK(store.add_arrivals({again}) == std::vector{ArrivalOutcome::duplicate});
    CHECK(store.find(first.record.id)->source.name == "a.pdf");
    CHECK(store.find_arrival("file", "/in/copy.pdf", 10, 20) == first.record.id);
  }
  SUBCASE("other bytes by a known way are a new document") {
    auto other = sample_intake('b');
    other.arrival.locator = first.arrival.locator;
    CHECK(store.add_arrivals({other}) == std::vector{ArrivalOutcome::taken});
  }
  SUBCASE("a mail comes in with all its parts, and parts see those before them") {
    auto part = sample_intake('c'), same = sample_intake('c');
    same.arrival.locator = "<m@x>#2";
    auto outcomes = store.add_arrivals({sample_intake('b'), part, same});
    CHECK(outcomes == std::vector{ArrivalOutcome::taken, ArrivalOutcome::taken, ArrivalOutcome::duplicate});
    std::vector<std::string> ids;
    store.for_each_arrival([&](const Arrival& arrival) { return ids.push_back(arrival.document_id), true; });
    CHECK(ids == std::vector{std::string(64, 'a'), std::string(64, 'b'), std::string(64, 'c'), std::string(64, 'c')});
  }
}

inline void test_records(Store& store) {
  store.add_arrivals({sample_intake('a'), sample_intake('b'), sample_intake('c', State::failed, Route::reject)});
  auto a = sample_record('a', State::extracted);
  CHECK(store.find(a.id) == sample_record('a'));
  CHECK_FALSE(store.find(std::string(64, 'f')));
  CHECK(store.arrival_order(a.id) == 1);
  CHECK(store.arrival_order(std::string(64, 'c')) == 3);
  CHECK(store.arrival_order(std::string(64, 'f')) == 0);

  SUBCASE("an update counts only from the state it expects") {
    CHECK(store.update(a, State::received, sample_event("extracted")));
    CHECK(store.find(a.id) == a);
    CHECK_FALSE(store.update(sample_record('a', State::failed), State::received, sample_event("failed")));
    CHECK(store.find(a.id) == a);
    CHECK_FALSE(store.update(sample_record('f', State::extracted), State::received, sample_event("extracted")));
    std::vector<std::string> kinds;
    store.for_each_event(a.id, [&](const StoredEvent& event) { return kinds.push_back(event.event.kind), true; });
    CHECK(kinds == std::vector<std::string>{"received", "extracted"});
  }
  SUBCASE("a query restricts by state, route and count, in order of arrival") {
    auto ids = [&](const Query& query) {
      std::string letters;
      store.for_each(query, [&](const Record& record) { return letters += record.id[0], true; });
      return letters;
    };
    CHECK(ids({}) == "abc");
    CHECK(ids({.state = State::received}) == "ab");
    CHECK(ids({.route = Route::reject}) == "c");
    CHECK(ids({.limit = 2}) == "ab");
    CHECK(ids({.state = State::exported}).empty());
  }
  SUBCASE("a visitor may call the store and may stop") {
    int seen = 0;
    store.for_each({}, [&](const Record& record) {
      store.append_event(record.id, sample_event("seen"));
      return ++seen < 2;
    });
    CHECK(seen == 2);
  }
}

// Letters of the documents that share a key with the one at `order`.
inline std::string indexed(Store& store, const std::vector<std::uint64_t>& keys, std::int64_t order, int per_key = 9) {
  std::string letters;
  for (const IndexHit& hit : store.find_indexed(keys, order, per_key)) letters += hit.document_id[0];
  return letters;
}

inline void test_index(Store& store) {
  for (char letter : std::string_view("abcde")) store.add_arrivals({sample_intake(letter)});
  auto entry = [](char letter, std::vector<std::uint64_t> keys) {
    return IndexEntry{std::string(64, letter), std::move(keys), std::string("profile ") + letter};
  };
  store.index_documents(
      {entry('a', {1, 2}), entry('b', {2}), entry('c', {UINT64_MAX}), entry('d', {2, 3}), entry('f', {1, 2, 3})});

  SUBCASE("documents are found under each of their keys, once, in order of arrival, but not the one that asks") {
    CHECK(indexed(store, {2}, 5) == "abd");
    CHECK(indexed(store, {3, 2, 1}, 5) == "abd");
    CHECK(indexed(store, {2}, 2) == "ad");
    CHECK(indexed(store, {1, 2}, INT64_MAX) == "abd");
    CHECK(indexed(store, {UINT64_MAX}, 5) == "c");
    CHECK(indexed(store, {4}, 5).empty());
    CHECK(indexed(store, {}, 5).empty());
  }
  SUBCASE("the last before and the first after are named when there are many") {
    CHECK(indexed(store, {2}, 5, 2) == "bd");
    CHECK(indexed(store, {2}, 5, 1) == "d");
    CHECK(indexed(store, {2}, 3, 1) == "bd");
  }
  SUBCASE("a hit says where the document stands") {
    store.update(sample_record('a', State::validated, Route::approve), State::received, sample_event("validated"));
    auto hits = store.find_indexed({1}, 5, 9);
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].order == 1);
    CHECK(hits[0].state == State::validated);
    CHECK(hits[0].route == Route::approve);
    CHECK(hits[0].profile == "profile a");
  }
  SUBCASE("a new entry replaces the earlier one") {
    store.index_documents({entry('a', {3}), entry('e', {2})});
    CHECK(indexed(store, {2}, INT64_MAX) == "bde");
    CHECK(indexed(store, {3}, INT64_MAX) == "ad");
    CHECK(indexed(store, {1}, INT64_MAX).empty());
  }
  SUBCASE("the version of the index is kept") {
    CHECK(store.index_version() == 0);
    store.set_index_version(3);
    CHECK(store.index_version() == 3);
  }
}

inline void test_claims(Store& store) {
  store.add_arrivals(
      {sample_intake('a'), sample_intake('b'), sample_intake('c'), sample_intake('d', State::received, Route::reject)});
  auto claim = [&](int limit, const char* owner, std::int64_t now) {
    return store.claim(State::received, std::nullopt, limit, owner, now, 100);
  };
  auto first = claim(2, "one", 1000);
  REQUIRE(first.size() == 2);
  CHECK(first[0].document_id == std::string(64, 'a'));
  CHECK(first[0].owner == "one");

  SUBCASE("what one holds the other does not get, until the lease ends") {
    auto second = claim(10, "two", 1050);
    REQUIRE(second.size() == 1);
    CHECK(second[0].document_id == std::string(64, 'c'));
    CHECK(claim(10, "three", 1099).empty());
    CHECK(claim(10, "three", 1100).size() == 2);
    CHECK_FALSE(store.renew(first[0], 1101, 100));
    CHECK(store.renew(second[0], 1101, 1000));
    CHECK(claim(10, "four", 1201).size() == 2);
  }
  SUBCASE("given back, it is free at once") {
    store.release(first[0], std::nullopt);
    auto again = claim(10, "two", 1001);
    REQUIRE(again.size() == 2);
    CHECK(again[0].tries == 0);
  }
  SUBCASE("a passing failure is due again at its time, and counted") {
    store.release(first[0], 2000);
    store.release(first[1], std::nullopt);
    CHECK(claim(10, "two", 1001).size() == 2);
    auto due = claim(1, "three", 2000);
    REQUIRE(due.size() == 1);
    CHECK(due[0].document_id == first[0].document_id);
    CHECK(due[0].tries == 1);
  }
  SUBCASE("who lost a lease cannot give it back") {
    auto other = claim(1, "two", 1200);
    REQUIRE(other[0].document_id == first[0].document_id);
    store.release(first[0], std::nullopt);
    CHECK(claim(10, "three", 1201).size() == 2);
  }
  SUBCASE("what a dead owner held can be freed at once") {
    CHECK(store.claim_owners(1050) == std::vector<std::string>{"one"});
    CHECK(store.claim_owners(1100).empty());
    store.release_all("two");
    CHECK(claim(10, "three", 1001).size() == 1);
    store.release_all("one");
    CHECK(claim(10, "three", 1001).size() == 2);
  }
  SUBCASE("an update ends the claim") {
    CHECK(store.update(sample_record('a', State::extracted), State::received, sample_event("extracted")));
    CHECK(store.claim(State::extracted, std::nullopt, 10, "two", 1001, 100).size() == 1);
    CHECK_FALSE(store.renew(first[0], 1001, 100));
  }
}

inline void approve(Store& store, std::string_view letters) {
  for (char letter : letters) store.add_arrivals({sample_intake(letter, State::validated, Route::approve)});
}

inline std::optional<Batch> reserve(Store& store) {
  return store.reserve_batch({.format = "csv", .target = "/out"}, sample_event("reserved"));
}

inline void test_batches(Store& store) {
  approve(store, "ab");
  store.add_arrivals({sample_intake('c', State::validated, Route::review)});
  auto batch = reserve(store);
  REQUIRE(batch);
  CHECK(batch->documents == std::vector{std::string(64, 'a'), std::string(64, 'b')});
  CHECK(batch->created_ms == 5000);
  CHECK(batch->format == "csv");
  CHECK(store.find_batch(batch->id)->target == "/out");

  SUBCASE("a reserved document is in no other batch, and nobody changes it meanwhile") {
    CHECK_FALSE(reserve(store));
    CHECK_FALSE(store.update(sample_record('a', State::extracted), State::validated, sample_event("corrected")));
    REQUIRE(store.open_batches().size() == 1);
    CHECK(store.open_batches()[0].id == batch->id);
  }
  SUBCASE("a completed batch has exported its documents, once") {
    store.complete_batch(batch->id, R"({"count":2})", sample_event("exported"));
    store.complete_batch(batch->id, R"({"count":3})", sample_event("exported"));
    CHECK(store.open_batches().empty());
    CHECK(store.find(std::string(64, 'a'))->state == State::exported);
    CHECK(store.find(std::string(64, 'c'))->state == State::validated);
    CHECK(store.find_batch(batch->id)->manifest == R"({"count":2})");
    CHECK_FALSE(reserve(store));
  }
  SUBCASE("a batch keeps the records as they were reserved") {
    store.complete_batch(batch->id, "{}", sample_event("exported"));
    std::vector<Record> records;
    store.for_each_in_batch(batch->id, [&](const Record& record) { return records.push_back(record), true; });
    REQUIRE(records.size() == 2);
    CHECK(records[0] == sample_record('a', State::validated, Route::approve));
  }
  SUBCASE("a voided batch frees its documents for the next") {
    store.complete_batch(batch->id, "{}", sample_event("exported"));
    CHECK(store.void_batch(batch->id, "wrong ledger", sample_event("voided")));
    CHECK_FALSE(store.void_batch(batch->id, "again", sample_event("voided")));
    CHECK_FALSE(store.void_batch("B999999", "none", sample_event("voided")));
    CHECK(store.find_batch(batch->id)->voided_reason == "wrong ledger");
    CHECK(store.find_batch(batch->id)->voided_by == "ann");
    CHECK(store.find(std::string(64, 'a'))->state == State::validated);
    auto next = reserve(store);
    REQUIRE(next);
    CHECK(next->id > batch->id);
    CHECK(next->documents == batch->documents);
    CHECK(store.batches().size() == 2);
  }
  SUBCASE("voiding needs a reason") { CHECK_THROWS_AS(store.void_batch(batch->id, "", sample_event("voided")), Error); }
  SUBCASE("a reservation can name documents and a limit") {
    approve(store, "def");
    auto named = store.reserve_batch({.only = std::vector{std::string(64, 'e'), std::string(64, 'c')}},
                                     sample_event("reserved"));
    REQUIRE(named);
    CHECK(named->documents == std::vector{std::string(64, 'e')});
    CHECK_FALSE(store.reserve_batch({.only = std::vector<std::string>{}}, sample_event("reserved")));
    CHECK(store.reserve_batch({.limit = 1}, sample_event("reserved"))->documents == std::vector{std::string(64, 'd')});
  }
}

// Every event, as entries of the journal.
inline std::vector<JournalEntry> journal_of(Store& store) {
  std::vector<JournalEntry> entries;
  store.for_each_event("", [&](const StoredEvent& e) {
    entries.push_back(
        {e.sequence, e.document_id, e.event.at_ms, e.event.actor, e.event.kind, e.event.detail, e.record_hash, e.hash});
    return true;
  });
  return entries;
}

inline void test_journal(Store& store) {
  CHECK(store.journal_head() == JournalHead{0, kJournalStart});
  approve(store, "ab");
  auto batch = reserve(store);
  store.complete_batch(batch->id, "{}", sample_event("exported"));
  store.void_batch(batch->id, "wrong", sample_event("voided"));
  store.append_event("", {7, "ann", "checked", ""});
  auto entries = journal_of(store);
  REQUIRE(entries.size() == 8);
  JournalCheck check(store.journal_head());
  for (const JournalEntry& entry : entries) CHECK(check.add(entry));
  check.finish();
  CHECK(check.tail_proven());
  CHECK(store.journal_head() == JournalHead{8, entries[7].hash});
  CHECK(entries[0].record_hash.size() == 64);  // it brought a record
  CHECK(entries[0].record_hash != entries[3].record_hash);
  CHECK(entries[7].record_hash.empty());
}

inline void test_four_eyes(Store& store) {
  store.add_arrivals(
      {sample_intake('a', State::validated, Route::review), sample_intake('b', State::validated, Route::review)});
  auto decide = [&](char letter, const char* kind, const char* actor, Route route) {
    return store.update(sample_record(letter, State::validated, route), State::validated, {9, actor, kind, ""});
  };
  CHECK(decide('a', "corrected", "ann", Route::review));
  CHECK(decide('a', "corrected", "bob", Route::review));
  for (const char* actor : {"ann", "bob"}) {
    try {
      decide('a', "approved", actor, Route::approve);
      FAIL("approved by who corrected");
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::permission);
    }
  }
  CHECK(store.find(std::string(64, 'a'))->route() == Route::review);
  CHECK(decide('b', "approved", "ann", Route::approve));  // another document
  CHECK(decide('a', "approved", "carl", Route::approve));
  CHECK_THROWS_AS(decide('a', "approved_alone", "ann", Route::approve), Error);
  CHECK_THROWS_AS(decide('a', "released", "ann", Route::review), Error);
  // It stays approved when the rules run again; a rejection, a reopening or another correction ends that.
  CHECK(decide('a', "validated", "service", Route::approve));
  for (const char* kind : {"rejected", "reopened", "corrected"}) {
    CHECK(decide('a', kind, "dora", Route::review));
    CHECK_THROWS_AS(decide('a', "validated", "service", Route::approve), Error);
    if (std::string_view(kind) != "corrected") CHECK(decide('a', "approved", "carl", Route::approve));
  }
  // Nor is a correction its own approval.
  CHECK_THROWS_AS(decide('b', "corrected", "ann", Route::approve), Error);
  CHECK(store.check().empty());
}

inline Record gated(char letter, Route route, const std::string& wants) {
  Record record = sample_record(letter, State::validated, route);
  record.findings.push_back({.set = "policy",
                             .rule = "LARGE",
                             .severity = Severity::error,
                             .field = "",
                             .path = "policy p 1, line 9",
                             .message = "total > 10000",
                             .expected = wants,
                             .actual = ""});
  return record;
}

inline void test_roles(Store& store) {
  for (char letter : std::string_view("abc"))
    store.add_arrivals({sample_intake(letter, State::validated, Route::review)});
  auto decide = [&](const Record& record, const char* kind, const char* detail) {
    return store.update(record, State::validated, {9, "ann", kind, detail});
  };
  Record held = gated('a', Route::review, "approval by managers");
  Record passed = gated('a', Route::approve, "approval by managers");
  CHECK(decide(held, "validated", ""));
  for (const char* detail : {"", "{}", R"({"as":[]})", R"({"as":["clerks"]})", R"({"reason":"managers"})"})
    CHECK_THROWS_AS(decide(passed, "approved", detail), Error);
  CHECK_THROWS_AS(decide(passed, "validated", R"({"as":["managers"]})"), Error);
  CHECK(decide(passed, "approved", R"({"as":["managers"]})"));
  CHECK(decide(passed, "validated", ""));  // it stays so
  CHECK(decide(held, "reopened", ""));
  CHECK_THROWS_AS(decide(passed, "approved", ""), Error);
  CHECK(decide(passed, "approved", R"({"as":["others","managers"]})"));
  CHECK_THROWS_AS(decide(gated('b', Route::approve, "a correction, or rejection"), "approved", R"({"as":["x"]})"),
                  Error);
  CHECK(decide(gated('b', Route::approve, ""), "approved", ""));  // a flag wants nothing
  CHECK(decide(sample_record('c', State::validated, Route::approve), "approved", ""));
  CHECK(store.check().empty());
}

inline void test_values(Store& store) {
  store.add_arrivals(
      {sample_intake('a', State::failed, Route::reject), sample_intake('b', State::validated, Route::review)});
  const std::string values = R"({"reason":"the driver Ärger"})", a(64, 'a'), b(64, 'b');
  store.append_event(a, {9, "ann", "held", "", values});
  store.append_event(a, {9, "ann", "hold_lifted", R"({"n":1})", values});
  store.append_event(b, {9, "ann", "held", R"({"n":2})", values});
  auto read = [&] {
    std::vector<StoredEvent> events;
    store.for_each_event("", [&](const StoredEvent& event) { return events.push_back(event), true; });
    return std::vector<StoredEvent>(events.begin() + 2, events.end());
  };
  auto events = read();
  for (int i : {0, 1, 2}) {
    const StoredEvent& each = events[std::size_t(i)];
    CHECK(each.event.values == values);
    CHECK(each.salt.size() == 32);
    CHECK(seal_in(each.event.detail) == seal_of(each.salt, values));
  }
  CHECK(events[0].salt != events[1].salt);  // equal values cannot be told from their seals
  CHECK(events[0].event.detail == R"({"sealed":")" + seal_of(events[0].salt, values) + R"("})");
  CHECK(events[1].event.detail.starts_with(R"({"n":1,"sealed":")"));
  Record rest = sample_record('a', State::failed, Route::reject);
  rest.disposal = Disposal{"2026-11-23", "2026-11-22", "x"};
  REQUIRE(store.dispose(rest, State::failed, {9, "ann", "disposed", "{}"}));
  auto after = read();
  CHECK(after[0].event.values.empty());
  CHECK(after[0].salt.empty());
  CHECK(after[0].event.detail == events[0].event.detail);
  CHECK(after[2].event.values == values);
  JournalCheck check(store.journal_head());
  for (const JournalEntry& entry : journal_of(store)) CHECK(check.add(entry));
  CHECK(store.check().empty());
}

inline void test_texts(Store& store) {
  std::string one = store.keep_text("[policy]\nname = \"a\"\n"), two = store.keep_text("");
  CHECK(one.size() == 64);
  CHECK(store.keep_text("[policy]\nname = \"a\"\n") == one);
  auto found = store.texts_beginning(one.substr(0, 12));
  REQUIRE(found.size() == 1);
  CHECK(found[0] == std::pair<std::string, std::string>(one, "[policy]\nname = \"a\"\n"));
  CHECK(store.texts_beginning(two).size() == 1);
  CHECK(store.texts_beginning("").size() == 2);
  CHECK(store.texts_beginning(std::string(64, '0')).empty());
}

inline void test_assignments(Store& store) {
  store.add_arrivals({sample_intake('a'), sample_intake('b')});
  std::string a(64, 'a'), b(64, 'b');
  CHECK(store.assignments().empty());
  CHECK(store.assign(a, "ann", {9, "bob", "assigned", "{}"}));
  CHECK(store.assign(b, "bob", {9, "bob", "assigned", "{}"}));
  CHECK(store.assign(a, "carl", {9, "ann", "assigned", "{}"}));
  CHECK(store.assign(b, "", {9, "ann", "assigned", "{}"}));
  CHECK_FALSE(store.assign(std::string(64, 'c'), "ann", {9, "bob", "assigned", "{}"}));
  CHECK(store.assignments() == std::map<std::string, std::string>{{a, "carl"}});
  int events = 0;
  store.for_each_event(a, [&](const StoredEvent& e) { return events += e.event.kind == "assigned" ? 1 : 0, true; });
  CHECK(events == 2);
  CHECK(store.check().empty());
}

inline void test_figures(Store& store) {
  store.add_arrivals({sample_intake('a'), sample_intake('b'), sample_intake('c', State::failed, Route::reject)});
  auto figures = store.queue_figures();
  CHECK(figures.documents[{State::received, std::nullopt}] == 2);
  CHECK(figures.documents[{State::failed, Route::reject}] == 1);
  CHECK(figures.oldest_ms[State::received] == 1000 + 'a');

  store.record_run("ap-extract", 100, 1, {{"ok", 3}, {"failed", 1}});
  store.record_run("ap-extract", 200, 74, {{"ok", 2}});
  auto run = store.run_figures()["ap-extract"];
  CHECK(run.last_run_ms == 200);
  CHECK(run.last_success_ms == 100);
  CHECK(run.last_exit_code == 74);
  CHECK(run.processed == std::map<std::string, std::int64_t>{{"ok", 5}, {"failed", 1}});

  store.append_event("", sample_event("checked"));
  std::vector<StoredEvent> events;
  store.for_each_event("", [&](const StoredEvent& event) { return events.push_back(event), true; });
  REQUIRE(events.size() == 4);
  CHECK(events[3].document_id.empty());
  CHECK(events[3].event == sample_event("checked"));
  CHECK(events[0].sequence < events[1].sequence);
  CHECK(store.schema_version() >= 1);
  CHECK(store.check().empty());
}

// Two programs claim at the same time: each document goes to one of them.
inline void test_two_at_once(const OpenStore& open) {
  auto one = open(), two = open();
  for (char letter : std::string_view("abcdef0123456789")) one->add_arrivals({sample_intake(letter)});
  std::vector<std::string> mine, theirs;
  auto work = [](Store& store, const char* owner, std::vector<std::string>& got) {
    for (;;) {
      auto claims = store.claim(State::received, std::nullopt, 1, owner, 1000, 1'000'000);
      if (claims.empty()) return;
      got.push_back(claims[0].document_id);
    }
  };
  std::thread other([&] { work(*two, "two", theirs); });
  work(*one, "one", mine);
  other.join();
  std::set<std::string> all(mine.begin(), mine.end());
  all.insert(theirs.begin(), theirs.end());
  CHECK(mine.size() + theirs.size() == 16);
  CHECK(all.size() == 16);
}

inline void run_store_suite(const OpenStore& open) {
  SUBCASE("arrivals") { test_arrivals(*open()); }
  SUBCASE("records") { test_records(*open()); }
  SUBCASE("the index of repeats") { test_index(*open()); }
  SUBCASE("claims") { test_claims(*open()); }
  SUBCASE("ids") { test_ids(*open()); }
  SUBCASE("disposal") { test_disposal(*open()); }
  SUBCASE("batches") { test_batches(*open()); }
  SUBCASE("figures and events") { test_figures(*open()); }
  SUBCASE("four eyes") { test_four_eyes(*open()); }
  SUBCASE("roles that a policy wants") { test_roles(*open()); }
  SUBCASE("values of events") { test_values(*open()); }
  SUBCASE("texts that decisions name") { test_texts(*open()); }
  SUBCASE("assignments") { test_assignments(*open()); }
  SUBCASE("the journal") { test_journal(*open()); }
  SUBCASE("two at once") { test_two_at_once(open); }
}

}  // namespace ap::conformance
