#include "stages/review.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "bill_kit.h"
#include "rules/policy/policy.h"
#include "stages/received.h"

using namespace ap;
using namespace ap::test;

namespace {

struct Office {
  Office() { load_master(store); }
  StillClock clock;
  memory::MemoryStore store;
  ValidatePorts ports{clock, &store};

  Authority authority;

  Review as(const std::string& actor, std::vector<std::string> groups = {}) {
    ReviewOptions options = acting_as(actor, std::move(groups));
    options.authority = authority;
    return Review(ports, options);
  }

  // Taken in and validated.
  std::string take(Record record) {
    put(store, record);
    Record done = validate(record, ports, {});
    REQUIRE(store.update(done, record.state, Event{0, "validate", "validated", ""}));
    return record.id;
  }
  // One whose total is misread.
  std::string take_wrong(const char* number) {
    Record record = bill(number);
    set(record, "totals.gross", "120.00");
    return take(record);
  }
  Route route(const std::string& id) { return *store.find(id)->route(); }
};

}  // namespace

TEST_CASE("a correction is marked, validated again and told") {
  Office office;
  std::string id = office.take_wrong("RE-1");
  CHECK(office.route(id) == Route::review);
  auto corrected = office.as("anna").correct(id, {{"totals.gross", "119.00"}, {"buyer.name", "Kunde AG"}});
  REQUIRE(corrected);
  CHECK(corrected->route() == Route::review);
  CHECK(corrected->evidence["totals.gross"].how == How::correction);
  CHECK(corrected->evidence["totals.gross"].alternatives[0].value == "120.00");
  CHECK(corrected->evidence["buyer.name"].text == "Kunde AG");
  auto history = office.as("anna").history(id);
  CHECK(history.back().event.kind == "corrected");
  CHECK(history.back().event.actor == "anna");
  CHECK(history.back().event.detail.starts_with(R"({"fields":["totals.gross","buyer.name"],"sealed":")"));
  CHECK(
      history.back().event.values ==
      R"({"changes":[{"field":"totals.gross","old":"120.00","new":"119.00"},{"field":"buyer.name","old":"Kunde","new":"Kunde AG"}]})");
}

TEST_CASE("a correction is all or nothing, and can clear a value") {
  Office office;
  std::string id = office.take_wrong("RE-1");
  auto refused = office.as("anna").correct(id, {{"totals.gross", "119.00"}, {"issue_date", "2.11.2026"}});
  CHECK(refused.error().kind == ErrorKind::usage);
  CHECK(refused.error().message == "issue_date: '2.11.2026' is not a date YYYY-MM-DD; nothing was changed");
  CHECK(office.store.find(id)->invoice->totals.gross->str() == "120.00");
  auto cleared = office.as("anna").correct(id, {{"totals.gross", ""}});
  REQUIRE(cleared);
  CHECK_FALSE(cleared->evidence.contains("totals.gross"));
  CHECK(cleared->route() == Route::review);
}

TEST_CASE("a corrected number is found as a duplicate") {
  Office office;
  office.take(bill("RE-17"));
  std::string id = office.take(bill("RE-77"));
  CHECK(office.route(id) == Route::approve);
  auto corrected = office.as("anna").correct(id, {{"number", "RE-17"}});
  REQUIRE(corrected);
  CHECK(corrected->route() == Route::review);
  CHECK(office.as("bert").approve(id, "surely another one").error().message.find("DUPLICATE_INVOICE") !=
        std::string::npos);
}

TEST_CASE("an error is approved with a reason, by someone who did not correct") {
  Office office;
  std::string id = office.take_wrong("RE-1");
  CHECK(office.as("anna").approve(id, "").error().kind == ErrorKind::usage);
  REQUIRE(office.as("anna").correct(id, {{"buyer.name", "Kunde AG"}}));
  auto own = office.as("anna").approve(id, "agreed by phone");
  CHECK(own.error().kind == ErrorKind::permission);
  CHECK(own.error().message.find("four eyes") != std::string::npos);
  auto approved = office.as("bert").approve(id, "agreed by phone");
  REQUIRE(approved);
  CHECK(approved->route() == Route::approve);
  CHECK(approved->decision->approvals.back() ==
        Approval{"bert", "approve", "agreed by phone", rfc3339(office.clock.now)});
  CHECK(office.store.find(id)->route() == Route::approve);
  CHECK(office.as("bert").approve(id, "again").error().kind == ErrorKind::bad_input);
}

TEST_CASE("what a person corrected is approved by another, even where nothing holds it any more") {
  Office office;
  std::string id = office.take_wrong("RE-1");
  auto corrected = office.as("anna").correct(id, {{"totals.gross", "119.00"}});
  REQUIRE(corrected);
  CHECK(corrected->route() == Route::review);
  CHECK(corrected->decision->reasons ==
        std::vector<std::string>{"corrected by anna: another person must approve it (four eyes)"});
  SUBCASE("not by the rules when they run again") {
    CHECK(validate(*corrected, office.ports, {}).route() == Route::review);
  }
  SUBCASE("not by the rules after another extraction") {
    Record again = bill("RE-1");
    CHECK(validate(again, office.ports, {}).route() == Route::review);
    CHECK(validate(again, {office.clock}, {}).route() == Route::review);  // without a store nothing is compared
  }
  SUBCASE("not by who corrected, nor after somebody else corrected as well") {
    REQUIRE(office.as("bert").correct(id, {{"buyer.name", "Kunde AG"}}));
    CHECK(office.as("anna").approve(id, "").error().kind == ErrorKind::permission);
    CHECK(office.as("bert").approve(id, "").error().kind == ErrorKind::permission);
    CHECK(office.as("carl").approve(id, ""));
  }
  SUBCASE("by another, and it stays approved") {
    Record approved = *office.as("bert").approve(id, "");
    CHECK(approved.route() == Route::approve);
    CHECK(validate(approved, office.ports, {}).route() == Route::approve);
  }
}

TEST_CASE("an approval stands in a new validation until something new holds the document") {
  Office office;
  std::string id = office.take_wrong("RE-1");
  Record approved = *office.as("bert").approve(id, "agreed");
  CHECK(validate(approved, office.ports, {}).route() == Route::approve);
  ValidateOptions strict;
  strict.settings.amount_limit = 100;
  Record again = validate(approved, office.ports, strict);
  CHECK(again.route() == Route::review);
  CHECK(again.decision->reasons[0].find("new since the approval by bert") != std::string::npos);
  // A correction ends it.
  Record corrected = *office.as("anna").correct(id, {{"buyer.name", "Kunde AG"}});
  CHECK(corrected.route() == Route::review);
  CHECK(corrected.decision->approvals.empty());
}

TEST_CASE("a rejection needs a reason, stands in a new validation, and can be reopened") {
  Office office;
  std::string id = office.take(bill("RE-1"));
  CHECK(office.as("anna").reject(id, "").error().kind == ErrorKind::usage);
  Record rejected = *office.as("anna").reject(id, "never ordered");
  CHECK(rejected.route() == Route::reject);
  CHECK(rejected.decision->reasons.back() == "rejected by anna: never ordered");
  CHECK(validate(rejected, office.ports, {}).route() == Route::reject);
  CHECK(office.as("anna").reject(id, "twice").error().kind == ErrorKind::bad_input);
  CHECK(office.as("anna").approve(id, "").error().message.find("reopen it first") != std::string::npos);
  Record reopened = *office.as("bert").reopen(id, "");
  CHECK(reopened.route() == Route::review);
  CHECK(validate(reopened, office.ports, {}).route() == Route::review);
  CHECK(office.as("bert").approve(id, ""));
}

TEST_CASE("what cannot be answered for cannot be approved") {
  Office office;
  Record record = bill("RE-1");
  set(record, "payment.iban", "DE88370400440532013000");
  set(record, "seller.name", "");
  std::string id = office.take(record);
  auto refused = office.as("bert").approve(id, "please");
  const std::string& message = refused.error().message;
  for (const char* code : {"MISSING_REQUIRED_FIELD", "INVALID_IBAN", ": correct the document"}) {
    CAPTURE(message);
    CHECK(message.find(code) != std::string::npos);
  }
  CHECK(office.route(id) == Route::review);
}

TEST_CASE("exported, failed and unvalidated documents are left alone") {
  Office office;
  for (State state : {State::exported, State::failed, State::extracted}) {
    Record record = bill("RE-" + std::string(to_string(state)));
    record.state = state;
    put(office.store, record);
    CHECK(office.as("anna").correct(record.id, {{"number", "X"}}).error().kind == ErrorKind::bad_input);
    CHECK(office.as("anna").approve(record.id, "x").error().kind == ErrorKind::bad_input);
    CHECK(office.as("anna").reject(record.id, "x").error().kind == ErrorKind::bad_input);
  }
}

TEST_CASE("a document is named by the beginning of its id") {
  Office office;
  std::string id = office.take(bill("RE-1"));
  auto review = office.as("anna");
  CHECK(review.find(id.substr(0, 6))->id == id);
  CHECK(review.find(id)->id == id);
  CHECK(review.find(id.substr(0, 5)).error().kind == ErrorKind::usage);
  CHECK(review.find("zzzzzz").error().kind == ErrorKind::usage);
  CHECK(review.find("000000").error().kind == ErrorKind::no_input);
  Record twin = bill("RE-2");
  twin.id = id.substr(0, 60) + (id.ends_with("0000") ? "1111" : "0000");
  put(office.store, twin);
  CHECK(review.find(id.substr(0, 8)).error().message.find("several documents") != std::string::npos);
}

TEST_CASE("the list is filtered by route, age, amount and rule") {
  Office office;
  office.take(bill("RE-1"));
  std::string wrong = office.take_wrong("RE-2");
  auto review = office.as("anna");
  ReviewFilter filter;
  CHECK(review.list(filter).size() == 2);
  filter.route = Route::review;
  REQUIRE(review.list(filter).size() == 1);
  CHECK(review.list(filter)[0].id == wrong);
  filter.least = Decimal(120);
  CHECK(review.list(filter).size() == 1);
  filter.least = *Decimal::parse("120.01");
  CHECK(review.list(filter).empty());
  filter = {};
  filter.rule = "TOTAL_MISMATCH";
  CHECK(review.list(filter).size() == 1);
  filter = {};
  office.clock.now = *parse_rfc3339("2026-11-20T09:59:59Z");
  filter.older_than_days = 2;
  CHECK(review.list(filter).empty());
  office.clock.now += 1000;
  CHECK(review.list(filter).size() == 2);
}

TEST_CASE("a table and a page tell what holds a document") {
  Office office;
  Record record = bill("RE-2");
  set(record, "totals.gross", "120.00");
  set(record, "seller.name", "Überaus langer Name eines Lieferanten GmbH");
  std::string id = office.take(record);
  auto review = office.as("anna");
  DueRules due;
  std::map<std::string, std::string> whose{{id, "bert"}};
  ReviewTable how{office.clock.now, due, whose};
  std::string table = review_table(review.list({}), how);
  CHECK(table.find(id.substr(0, 12) + "  66 min    22 h review    Überaus langer Name eines… RE-2 ") !=
        std::string::npos);
  CHECK(table.find("120.00 EUR         1.00 EUR  bert     TOTAL_MISMATCH\n") != std::string::npos);
  std::string page = review_page(*review.find(id), review.history(id), how);
  CHECK(page.find("with bert\n  due 2026-11-19T10:00:00Z\n") != std::string::npos);
  CHECK(page.find("error   TOTAL_MISMATCH on totals.gross (holds the document)") != std::string::npos);
  CHECK(page.find("1.000 label") != std::string::npos);
  CHECK(page.find("history\n") != std::string::npos);
}

TEST_CASE("changed bank details are held until another person has confirmed them, and are on file then") {
  Office office;
  office.store.master_data().import(
      {.kind = MasterKind::accounts,
       .items = {{"V1 DE42634476336253311681", {{{"vendor_id", "V1"}, {"iban", "DE42634476336253311681"}}}}},
       .today = *Date::from_ymd(2026, 11, 22),
       .source = "test",
       .actor = "ann"});
  auto take = [&](const char* number) {
    Record record = bill(number);
    set(record, "payment.iban", "DE89370400440532013000");
    record.evidence["payment.iban"].confidence = kCertain;
    return office.take(record);
  };
  std::string id = take("RE-1"), other = take("RE-2");
  REQUIRE(office.route(id) == Route::review);
  auto bert = office.as("bert");
  CHECK(bert.approve(id, "surely").error().message.find("ap-review release") != std::string::npos);
  CHECK(bert.release(id, "").error().kind == ErrorKind::usage);
  SUBCASE("not by who corrected it") {
    REQUIRE(office.as("anna").correct(id, {{"buyer.name", "Kunde AG"}}));
    CHECK(office.as("anna").release(id, "called back").error().kind == ErrorKind::permission);
  }
  SUBCASE("then it and the next one pass") {
    auto released = bert.release(id, "called the number of the contract");
    REQUIRE(released);
    CHECK(released->route() == Route::approve);
    CHECK(validate(*office.store.find(other), office.ports, {}).route() == Route::approve);
    auto history = bert.history(id);
    CHECK(history_line(history.back())
              .find("bert released the account DE89370400440532013000 of vendor V1, confirmed: "
                    "called the number of the contract") != std::string::npos);
    CHECK(bert.release(id, "again").error().kind == ErrorKind::bad_input);
  }
}

TEST_CASE("a dry run tells and changes nothing") {
  Office office;
  std::string id = office.take_wrong("RE-1");
  ReviewOptions options = acting_as("anna");
  options.dry_run = true;
  Review review(office.ports, options);
  Record before = *office.store.find(id);
  CHECK(review.correct(id, {{"totals.gross", "119.00"}})->invoice->totals.gross->str() == "119.00");
  CHECK(review.approve(id, "reason")->route() == Route::approve);
  CHECK(review.reject(id, "reason")->route() == Route::reject);
  CHECK(review.assign(id, "bert", [](std::string_view) { return true; }));
  CHECK(office.store.find(id) == before);
  CHECK(office.store.assignments().empty());
  CHECK(review.history(id).size() == 2);
}

TEST_CASE("documents are found by vendor, by whose they are and by when they are due, most money at risk first") {
  Office office;
  std::string small = office.take_wrong("RE-1");
  Record record = bill("RE-2");
  set(record, "totals.gross", "5000.00");
  std::string large = office.take(record);
  auto review = office.as("anna");
  CHECK(review.list({.order = ReviewOrder::risk})[0].id == large);
  CHECK(review.list({.order = ReviewOrder::risk, .limit = 1}).size() == 1);
  CHECK(review.list({.vendor = "muster &"}).size() == 2);
  CHECK(review.list({.vendor = "V1"}).size() == 2);
  CHECK(review.list({.vendor = "other"}).empty());
  REQUIRE(review.assign(small, "bert", [](std::string_view) { return true; }));
  CHECK(review.list({.assignee = "bert"})[0].id == small);
  CHECK(review.list({.assignee = ""})[0].id == large);
  CHECK(review.list({.due_before = office.clock.now}).empty());
  CHECK(review.list({.due_before = office.clock.now + 24 * 3600000}).size() == 2);
  CHECK_FALSE(review.assign(small, "nobody", [](std::string_view) { return false; }));
}

TEST_CASE("history speaks in plain words, whatever stands in the journal") {
  auto line = [](const char* kind, const char* detail) {
    return history_line({1, "x", {1795000000000, "ann", kind, detail}});
  };
  CHECK(
      line(
          "corrected",
          R"({"changes":[{"field":"number","old":"1","new":"2"},{"field":"due_date","old":"","new":"2026-01-01"},{"field":"payment.bic","old":"X","new":""}]})") ==
      "2026-11-18T11:06:40Z ann corrected number from '1' to '2'; due_date to '2026-01-01', where nothing was read; "
      "payment.bic: 'X' cleared");
  CHECK(line("validated", R"({"route":"review","policy":"p/1","findings":["A","B"],"program":"1"})") ==
        "2026-11-18T11:06:40Z ann checked it: review, because of A, B (policy p/1)");
  CHECK(line("rejected", R"({"reason":"never\u001b[2J ordered"})") ==
        "2026-11-18T11:06:40Z ann rejected it: never [2J ordered");
  CHECK(line("approved", "no JSON") == "2026-11-18T11:06:40Z ann approved it");
  CHECK(line("frozen", R"({"by":"law","days":3})") == "2026-11-18T11:06:40Z ann frozen, by law, days 3");
  CHECK(line("deep_frozen", R"({"at":["A","B"],"how":{"cold":true,"by":["law",null]}})") ==
        "2026-11-18T11:06:40Z ann deep frozen, at A, B, how by law, , cold yes");
  CHECK(line("failed", R"({"findings":["ENCRYPTED"],"route":"reject","program":"1"})") ==
        "2026-11-18T11:06:40Z ann could not take it: ENCRYPTED");
  CHECK(line("failed", R"({"program":"1"})") == "2026-11-18T11:06:40Z ann could not read it");
  CHECK(line("exported", R"({"batch":"B-7"})") == "2026-11-18T11:06:40Z ann exported it in batch B-7");
  CHECK(line("voided", R"({"batch":"B-7","reason":"wrong period"})") ==
        "2026-11-18T11:06:40Z ann voided the batch that held it: wrong period");
}

TEST_CASE("small steps do not pass the limit of adjustments, and whoever goes further is named in the refusal") {
  Office office;
  AuthorityRules who;
  who.groups = {{Role::clerk, {"clerks"}}};
  for (const char* entry : {"EUR=10", "zoe:EUR=any"}) REQUIRE(add_limit(who.adjustments, entry));
  office.authority = Authority(who);
  Record record = bill("RE-1");
  put(office.store, record);
  REQUIRE(office.store.update(validate(record, office.ports, {}), State::extracted, Event{0, "x", "validated", ""}));
  auto corrects = [&](const char* user, const char* value) {
    return office.as(user, {"clerks"}).correct(record.id, {{"totals.gross", value}});
  };
  CHECK(corrects("ann", "129.00"));
  CHECK(corrects("bob", "110.00"));
  auto refused = corrects("ann", "108.99");  // a euro and a cent from what it is, but too far from what was read
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::permission);
  CHECK(refused.error().message.find("from 119.00 to 108.99: that adjusts it by 10.01 EUR") != std::string::npos);
  CHECK(refused.error().message.find("ask zoe") != std::string::npos);
  CHECK_FALSE(corrects("ann", ""));
  CHECK(office.store.find(record.id)->invoice->totals.gross->str() == "110.00");
  auto done = corrects("zoe", "1.00");
  REQUIRE(done);
  CHECK(done->route() == Route::review);
  // And another must approve it, also when nothing else holds it any more.
  REQUIRE(corrects("zoe", "119.00"));
  CHECK(office.store.find(record.id)->decision->reasons.back().find("another person must approve it") !=
        std::string::npos);
}

TEST_CASE("what a gate of a policy blocks is not approved, and one that wants a role waits for it") {
  Office office;
  AuthorityRules who;
  who.groups[Role::approver] = {"approvers"};
  REQUIRE(add_limit(who.approvals, "EUR=any"));
  office.authority = Authority(who);
  Record record = bill("RE-1");
  put(office.store, record);
  Record gated = validate(record, office.ports, {});
  gated.decision->route = Route::review;
  gated.findings.push_back({.set = "policy", .rule = "LARGE", .message = "over 10000"});
  auto keep = [&](const char* wanted) {
    gated.findings.back().expected = wanted;
    REQUIRE(office.store.update(gated, State::extracted, Event{0, "validate", "validated", ""}));
  };
  SUBCASE("a role") {
    keep("approval by manager");
    REQUIRE(rules::wanted_role(gated.findings.back()) == "manager");
    CHECK(office.as("ann", {"approvers"}).approve(record.id, "agreed").error().kind == ErrorKind::permission);
    CHECK(office.as("bob", {"approvers", "manager"}).approve(record.id, "agreed"));
  }
  SUBCASE("a block") {
    keep("a correction, or rejection");
    REQUIRE(rules::is_block(gated.findings.back()));
    CHECK(office.as("bob", {"approvers", "manager"}).approve(record.id, "agreed").error().kind == ErrorKind::bad_input);
  }
}
