#include "stages/worklist.h"

#include <doctest/doctest.h>

#include "adapters/csv/csv_table.h"
#include "bill_kit.h"
#include "stages/decide.h"

using namespace ap;
using namespace ap::test;

namespace {

struct Office {
  Office() { load_master(store); }
  StillClock clock;
  memory::MemoryStore store;
  ValidatePorts ports{clock, &store};
  DueRules due;
  std::map<std::string, std::string> nobody;
  ReviewTable how{1795000000000, due, nobody};

  Review as(const char* name) { return Review(ports, acting_as(name)); }

  Record take(const std::string& number) {
    Record record = bill(number);
    set(record, "totals.gross", "120.00");
    put(store, record);
    Record done = validate(record, ports, {});
    REQUIRE(store.update(done, record.state, Event{0, "validate", "validated", ""}));
    return done;
  }
  // The table of one record with one text in it replaced.
  std::vector<WorklistRow> edited(const Record& record, std::string_view from, std::string_view to) {
    std::string csv = worklist_csv({record}, how);
    if (!from.empty()) {
      REQUIRE(csv.rfind(from) != csv.npos);
      csv.replace(csv.rfind(from), from.size(), to);
    }
    return *worklist_of_table(*read_csv(csv));
  }
};

bool anybody(std::string_view) { return true; }

}  // namespace

TEST_CASE("any text comes back from a cell as it was, and none begins a formula") {
  for (const char* text : {"",    "=1+1",          "+49 30", "-",   "@x",   "'",    "'x",           "''x",   "'=x",
                           "a,b", "a\"b",          "a\nb",   " x ", "007",  "12E5", "123456789012", "-5.00", "5.00",
                           "\tx", "Müller; Söhne", "1e5",    "0",   "DE 12"}) {
    std::string cell = guarded_cell(text);
    auto table = read_csv("a,b\r\n" + cell + ",x\r\n");
    REQUIRE(table);
    const std::string& read = (*table)[1].cells[0];
    CHECK(plain_cell(read) == text);
    bool number = Decimal::parse(read).has_value();
    if (!read.empty() && !number) CHECK(std::string_view("=+-@\t\r\n").find(read[0]) == std::string_view::npos);
  }
  CHECK(guarded_cell("=SUM(A1)") == "'=SUM(A1)");
  CHECK(guarded_cell("007") == "'007");
  CHECK(guarded_cell("119.00") == "119.00");
}

TEST_CASE("a table that nobody changed changes nothing, and zeros dropped by a spreadsheet are no change") {
  Office office;
  Record record = office.take("=RE-1");
  auto review = office.as("ann");
  auto outcome = apply_worklist(review, office.edited(record, "", ""), anybody);
  CHECK(outcome.untouched == 1);
  outcome = apply_worklist(review, office.edited(record, ",120.00,", ",120,"), anybody);
  CHECK(outcome.untouched == 1);
  CHECK(office.store.find(record.id) == record);
}

TEST_CASE("what was changed in a table is done, with the rights of who reads it back") {
  Office office;
  Record record = office.take("RE-1");
  auto anna = office.as("anna"), bert = office.as("bert");
  auto outcome = apply_worklist(anna, office.edited(record, ",120.00,", ",119.00,"), anybody);
  REQUIRE(outcome.done == 1);
  CHECK(outcome.lines[0].done == "corrected");
  Record now = *office.store.find(record.id);
  CHECK(now.invoice->totals.gross->str() == "119.00");
  outcome = apply_worklist(anna, office.edited(now, ",,\r\n", "approve,,\r\n"), anybody);
  CHECK(outcome.refused == 1);
  CHECK(outcome.lines[0].kind == ErrorKind::permission);
  CHECK(outcome.lines[0].line == 2);
  outcome = apply_worklist(bert, office.edited(now, ",,\r\n", "approve,,\r\n"), anybody);
  CHECK(outcome.lines[0].done == "approved");
}

TEST_CASE("a row whose record changed meanwhile is refused, and the next one is done") {
  Office office;
  Record one = office.take("RE-1"), two = office.take("RE-2");
  auto rows = office.edited(one, ",,\r\n", "reject,not ours,\r\n");
  auto more = office.edited(two, ",,\r\n", "reject,not ours,\r\n");
  rows.insert(rows.end(), more.begin(), more.end());
  rows[0].cells["action"] = rows[1].cells["action"] = "reject";
  rows[0].cells["reason"] = rows[1].cells["reason"] = "not ours";
  REQUIRE(office.as("carl").correct(one.id, {{"buyer.name", "Kunde AG"}}));
  auto review = office.as("anna");
  auto outcome = apply_worklist(review, rows, anybody);
  CHECK(outcome.refused == 1);
  CHECK(outcome.done == 1);
  CHECK(outcome.lines[0].refused.find("has changed since the list was written") != std::string::npos);
  CHECK(office.store.find(two.id)->route() == Route::reject);
}

TEST_CASE("a table that a spreadsheet saved in another encoding is refused with its line, and changes no name") {
  CHECK(read_csv("\xEF\xBB\xBF"
                 "a;b\r\n\"M\xC3\xBCller; \"\"K\"\"\";x\r\n")
            ->at(1)
            .cells[0] == "M\xC3\xBCller; \"K\"");
  auto refused = read_csv("a;b\r\nx;y\r\nM\xFCller;x\r\n");
  REQUIRE_FALSE(refused);
  CHECK(refused.error() == "line 3: it is not UTF-8; save the table as CSV in UTF-8");
}

TEST_CASE("a table with a column that is none, or without versions, is no worklist") {
  CHECK_FALSE(worklist_of_table({{1, {"id", "version", "acton"}}}));
  CHECK_FALSE(worklist_of_table({{1, {"id", "action"}}}));
  CHECK_FALSE(worklist_of_table({}));
  CHECK_FALSE(worklist_of_ndjson("{\"id\":\"x\",\"version\":\"y\",\"totals.net\":5}"));
  CHECK_FALSE(worklist_of_ndjson("[]"));
  CHECK(worklist_of_ndjson("{\"id\":\"x\",\"version\":\"y\"}\n")->size() == 1);
}

TEST_CASE(
    "money at risk is the total, or the difference where only an amount is wrong; due is the soonest that applies") {
  Office office;
  Record record = office.take("RE-1");
  CHECK(at_risk(record) == Decimal(1));  // 120 instead of 119
  record.findings.push_back({.set = "controls", .rule = "DUPLICATE_INVOICE", .severity = Severity::error});
  CHECK(at_risk(record) == Decimal(120));
  DueRules rules;
  std::int64_t received = 1795000000000 - 4000000;  // 2026-11-18T10:00:00Z
  CHECK(due_ms(record, rules) == received + 24 * 3600000);
  REQUIRE(add_due_amount(rules, "EUR=120:8"));
  CHECK(due_ms(record, rules) == received + 8 * 3600000);
  REQUIRE(add_due_code(rules, "DUPLICATE_INVOICE=2"));
  CHECK(due_ms(record, rules) == received + 2 * 3600000);
  CHECK_FALSE(add_due_code(rules, "=2"));
  CHECK_FALSE(add_due_amount(rules, "EUR:8"));
}
