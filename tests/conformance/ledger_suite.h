// What every BillLedger must do; `store` is the one it belongs to, empty.
#pragma once

#include "conformance/store_suite.h"

namespace ap::conformance {

inline Bill sample_bill(char letter, const char* day, const char* gross, std::vector<std::string> marks) {
  return {.document_id = std::string(64, letter),
          .number = std::string("R") + letter,
          .currency = "EUR",
          .date = Date::parse(day),
          .gross = Decimal::parse(gross),
          .marks = std::move(marks)};
}

inline std::string letters(const std::vector<FiledBill>& bills) {
  std::string text;
  for (const FiledBill& filed : bills) text += filed.bill.document_id[0];
  return text;
}

inline void run_ledger_suite(Store& store) {
  BillLedger& ledger = store.ledger();
  store.add_arrivals({sample_intake('a'), sample_intake('b'), sample_intake('c'),
                      sample_intake('d', State::validated, Route::review)});
  ledger.note(sample_bill('a', "2026-10-01", "119.00", {"tax:DE1", "order:7"}));
  ledger.note(sample_bill('b', "2026-11-01", "200.00", {"tax:DE1", "iban:X"}));
  ledger.note(sample_bill('c', "2026-11-01", "300.00", {"iban:X"}));
  ledger.note(sample_bill('d', "", "", {"tax:DE1"}));
  ledger.note(sample_bill('z', "2026-11-01", "1.00", {"tax:DE1"}));  // of no document

  SUBCASE("any of the marks finds a bill once, the latest first, those without a date last") {
    CHECK(letters(ledger.bills({.marks = {"tax:DE1", "iban:X", ""}})) == "cbad");
    CHECK(letters(ledger.bills({.marks = {"order:7"}})) == "a");
    CHECK(ledger.bills({.marks = {"order:8"}}).empty());
    CHECK(letters(ledger.bills({.marks = {"tax:DE1", "iban:X"}, .limit = 2})) == "cb");
  }
  SUBCASE("days are included at both ends") {
    auto between = [&](const char* from, const char* until) {
      return letters(ledger.bills({.marks = {"tax:DE1"}, .from = Date::parse(from), .until = Date::parse(until)}));
    };
    CHECK(between("2026-10-01", "2026-11-01") == "ba");
    CHECK(between("2026-10-02", "2026-11-01") == "b");
    CHECK(between("2026-10-01", "2026-10-31") == "a");
    CHECK(between("2026-10-01", "") == "ba");
    CHECK(between("", "2026-10-31") == "a");
  }
  SUBCASE("a bill comes with what the store knows of its document") {
    auto found = ledger.bills({.marks = {"tax:DE1"}});
    REQUIRE(found.size() == 3);
    CHECK(found[1].bill.number == "Ra");
    CHECK(found[1].bill.gross == Decimal::parse("119.00"));
    CHECK(found[1].bill.date == Date::parse("2026-10-01"));
    CHECK(found[1].order == 1);
    CHECK(found[1].state == State::received);
    CHECK_FALSE(found[1].route);
    CHECK(found[2].route == Route::review);
    CHECK(found[2].order == 4);
    CHECK_FALSE(found[2].bill.gross);
  }
  SUBCASE("shares are kept by orders and their versions, for the record as it was") {
    auto walk = [&](const char* versions, std::int64_t before = INT64_MAX) {
      std::string text;
      ledger.for_each_share({"tax:DE1", "iban:X", ""}, {"9+10", versions}, before, [&](const FiledShare& filed) {
        text += filed.document_id[0];
        text += "=" + filed.share.value_or("?") + " ";
      });
      return text;
    };
    CHECK(walk("1+2") == "a=? b=? c=? d=? ");
    CHECK(walk("1+2", 3) == "a=? b=? ");
    std::vector<FiledShare> filed;
    ledger.for_each_share({"tax:DE1"}, {"9+10", "1+2"}, INT64_MAX,
                          [&](const FiledShare& one) { filed.push_back(one); });
    for (FiledShare& one : filed) one.share = std::string(1, one.document_id[0]) + "!";
    ledger.keep_shares({"9+10", "1+2"}, filed);
    CHECK(walk("1+2") == "a=a! b=b! c=? d=d! ");
    CHECK(walk("1+3") == "a=? b=? c=? d=? ");
    Record changed = sample_record('a');
    changed.state = State::failed;
    REQUIRE(store.update(changed, State::received, sample_event("failed")));
    CHECK(walk("1+2") == "a=? b=b! c=? d=d! ");
    ledger.keep_shares({"9+10", "1+2"}, filed);  // of the record before: of no use
    CHECK(walk("1+2") == "a=? b=b! c=? d=d! ");
  }
  SUBCASE("noted again, the earlier note is gone") {
    Bill other = sample_bill('a', "2026-10-05", "50.00", {"tax:DE2"});
    other.prepayment = true;
    other.type = InvoiceType::credit_note;
    ledger.note(other);
    CHECK(ledger.bills({.marks = {"order:7"}}).empty());
    auto found = ledger.bills({.marks = {"tax:DE2"}});
    REQUIRE(found.size() == 1);
    CHECK(found[0].bill.prepayment);
    CHECK(found[0].bill.type == InvoiceType::credit_note);
    CHECK(found[0].bill.gross == Decimal::parse("50.00"));
  }
}

}  // namespace ap::conformance
