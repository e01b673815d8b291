#include "rules/controls/duplicates.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "sample.h"

using namespace ap;
using namespace ap::rules::test;
using rules::DuplicateProfile;
using rules::EarlierInvoice;

namespace {

DuplicateProfile profile_of(const Invoice& invoice) {
  Record record;
  record.invoice = invoice;
  return *rules::duplicate_profile(record);
}

// The good invoice with some fields otherwise.
DuplicateProfile like_good(std::initializer_list<std::pair<const char*, const char*>> changes) {
  Invoice invoice = good_invoice();
  for (auto [path, value] : changes) set(invoice, path, value);
  return profile_of(invoice);
}

// A past of the vendor, in order of arrival.
struct Past {
  std::vector<EarlierInvoice> documents;
  Past& add(DuplicateProfile profile) {
    auto order = static_cast<std::int64_t>(documents.size()) + 1;
    documents.push_back({"doc" + std::to_string(order), order, std::move(profile)});
    return *this;
  }
  // Rung of the surest match and its document: "D2 doc1"; "" when there is none.
  std::string find(const DuplicateProfile& own) const {
    auto found = rules::find_repeats(own, documents);
    return found.empty() ? "" : found[0].rung + " " + found[0].document_id;
  }
};

// What the later one is called against one earlier invoice, the good one.
std::string against_good(std::initializer_list<std::pair<const char*, const char*>> changes) {
  return Past().add(like_good({{"number", "RE-100417"}})).find(like_good(changes));
}

}  // namespace

TEST_CASE("a profile is what it was after encoding") {
  Invoice invoice = good_invoice();
  set(invoice, "number", "RE\n17");
  set(invoice, "contract", "V-4");
  set(invoice, "period.start", "2026-10-01");
  set(invoice, "preceding_invoice", "RE-16");
  DuplicateProfile profile = profile_of(invoice);
  profile.copy = true;
  profile.signature = "abcd";
  auto again = rules::decode_profile(rules::encode(profile));
  REQUIRE(again);
  profile.number = "RE 17";
  CHECK(*again == profile);
  CHECK(rules::encode(profile).find('\n') == std::string::npos);
  CHECK_FALSE(rules::decode_profile("something else"));
  CHECK_FALSE(rules::decode_profile(""));
}

TEST_CASE("copies of one invoice share a key unless number, amount and date are all misread") {
  auto shared = [](const DuplicateProfile& a, const DuplicateProfile& b) {
    auto left = rules::keys_to_keep(a), right = rules::keys_to_seek(b);
    return std::ranges::any_of(left, [&](auto key) { return std::ranges::find(right, key) != right.end(); });
  };
  auto good = like_good({});
  CHECK(shared(good, like_good({{"number", "99-X"}, {"seller.vat_id", ""}, {"payment.iban", ""}})));
  CHECK(shared(good, like_good({{"totals.gross", "5.00"}, {"totals.net", "4.00"}})));
  CHECK(shared(good, like_good({{"issue_date", "2020-01-01"}, {"seller.name", "X"}, {"seller.vat_id", ""}})));
  CHECK(shared(good, like_good({{"currency", ""}, {"issue_date", ""}})));
  CHECK_FALSE(shared(
      good,
      like_good({{"number", "99-X"}, {"totals.gross", "5.00"}, {"totals.net", "4.00"}, {"issue_date", "2020-01-01"}})));
}

TEST_CASE("D2: vendor, number and total") {
  CHECK(against_good({{"number", "re 100417"}}) == "D2 doc1");
  CHECK(against_good({{"number", "RE-100417"}, {"issue_date", "2026-11-20"}}) == "D2 doc1");
  CHECK(against_good({{"number", "RE-1OO4I7"}}) == "D2 doc1");  // as recognition reads it
  CHECK(against_good({{"number", "RE-100417"}, {"seller.vat_id", ""}, {"payment.iban", ""}}) == "D2 doc1");
  CHECK(against_good({{"number", "RE-738205"}}) == "");
  CHECK(against_good({{"number", "RE-100417"}, {"currency", "USD"}}) == "");
  Invoice credit = good_invoice();
  set(credit, "number", "RE-100417");
  credit.type = InvoiceType::credit_note;
  CHECK(Past().add(like_good({{"number", "RE-100417"}})).find(profile_of(credit)) == "");
  CHECK(Past().add(profile_of(credit)).find(profile_of(credit)) == "D2 doc1");
}

TEST_CASE("D2: short numbers begin again each year, long ones do not") {
  auto found = [](const char* number, const char* date) {
    return Past().add(like_good({{"number", number}})).find(like_good({{"number", number}, {"issue_date", date}}));
  };
  CHECK(found("17", "2027-07-29") == "D2 doc1");  // 269 days
  CHECK(found("17", "2027-07-30") == "");         // 270 days
  CHECK(found("100417", "2027-11-02") == "D2 doc1");
  CHECK(Past()
            .add(like_good({{"number", "17"}, {"delivery.date", "2026-10-30"}}))
            .find(like_good({{"number", "17"}, {"delivery.date", "2026-10-30"}, {"issue_date", "2027-11-02"}})) ==
        "D2 doc1");  // the same delivery: a date misread
  auto other_lines = [](const char* date) {
    return Past()
        .add(like_good({{"number", "17"}, {"lines[0].description", "Pumpe"}}))
        .find(like_good({{"number", "17"}, {"lines[0].description", "Kabel"}, {"issue_date", date}}));
  };
  CHECK(other_lines("2026-12-03") == "D2 doc1");
  CHECK(other_lines("2026-12-04") == "");  // 32 days, and something else was delivered
}

TEST_CASE("D3: number of the vendor with another total") {
  CHECK(against_good({{"number", "RE-100417"}, {"totals.gross", "121.00"}}) == "D3 doc1");
  CHECK(against_good({{"number", "RE-100417"}, {"totals.gross", "121.00"}, {"issue_date", "2027-03-02"}}) == "D3 doc1");
  CHECK(against_good({{"number", "RE-100417"}, {"totals.gross", "121.00"}, {"issue_date", "2027-03-03"}}) == "");
  // It says what it corrects.
  CHECK(against_good({{"number", "RE-100417-K"}, {"totals.gross", "90.00"}, {"preceding_invoice", "RE-100417"}}) == "");
  CHECK(against_good({{"number", "RE-100500"}, {"preceding_invoice", "RE-100417"}}) == "");
  // A name alone, which two firms may share, counts on one day only.
  CHECK(against_good({{"number", "RE-100417"},
                      {"totals.gross", "121.00"},
                      {"seller.vat_id", ""},
                      {"payment.iban", ""},
                      {"issue_date", "2026-11-03"}}) == "");
  CHECK(against_good(
            {{"number", "RE-100417"}, {"totals.gross", "121.00"}, {"seller.vat_id", ""}, {"payment.iban", ""}}) ==
        "D3 doc1");
  // Receipts: tills count from one every day.
  auto receipt = [](const char* number, const char* gross, const char* date) {
    Invoice invoice = good_invoice();
    invoice.type = InvoiceType::receipt;
    for (auto [path, value] : {std::pair{"number", number}, {"totals.gross", gross}, {"issue_date", date}})
      set(invoice, path, value);
    return profile_of(invoice);
  };
  Past till;
  till.add(receipt("4879", "5.00", "2026-11-02"));
  CHECK(till.find(receipt("4879", "15.00", "2026-11-02")) == "D3 doc1");
  CHECK(till.find(receipt("4879", "15.00", "2026-11-03")) == "");
  CHECK(till.find(receipt("4879", "5.00", "2026-11-03")) == "");
  CHECK(Past().add(receipt("487", "5.00", "2026-11-02")).find(receipt("487", "15.00", "2026-11-02")) == "");
  // What stands on every bill is no invoice number.
  Past constant;
  for (const char* date : {"2026-08-02", "2026-09-02", "2026-10-02"})
    constant.add(like_good({{"number", "K-777123"}, {"issue_date", date}, {"totals.gross", date + 8}}));
  CHECK(constant.find(like_good({{"number", "K-777123"}, {"totals.gross", "44.00"}})) == "");
}

TEST_CASE("D4: vendor, total and date with a number that was altered") {
  CHECK(against_good({{"number", "RE-100471"}}) == "D4 doc1");
  CHECK(against_good({{"number", "RE-100917"}}) == "D4 doc1");
  CHECK(against_good({{"number", "RE-10417"}}) == "D4 doc1");
  CHECK(against_good({{"number", "RE-100417A"}}) == "D4 doc1");
  CHECK(against_good({{"number", "X-100417"}}) == "D4 doc1");
  CHECK(against_good({{"number", "2026-100417"}}) == "D4 doc1");
  CHECK(against_good({{"number", ""}}) == "D4 doc1");
  CHECK(against_good({{"number", "RE-100917"}, {"issue_date", "2026-11-03"}}) == "");
  CHECK(against_good({{"number", "RE-100417A"}, {"issue_date", "2027-03-02"}}) == "D4 doc1");  // 120 days
  CHECK(against_good({{"number", "RE-100417A"}, {"issue_date", "2027-03-03"}}) == "");
}

TEST_CASE("contracts billed on one day over the same amount are no repeats") {
  // They say what they are for.
  Past told;
  told.add(like_good({{"number", "RE-1041"}, {"contract", "V1"}}));
  CHECK(told.find(like_good({{"number", "RE-1042"}, {"contract", "V2"}})) == "");
  CHECK(told.find(like_good({{"number", "RE-1042"}, {"contract", "V1"}})) == "D4 doc1");
  // They do not, but the month before they came in the same way.
  Past habit;
  habit.add(like_good({{"number", "RE-1021"}, {"issue_date", "2026-10-02"}}));
  habit.add(like_good({{"number", "RE-1022"}, {"issue_date", "2026-10-02"}}));
  habit.add(like_good({{"number", "RE-1041"}}));
  CHECK(habit.find(like_good({{"number", "RE-1042"}})) == "");
  CHECK(habit.find(like_good({{"number", "RE-1041"}})) == "D2 doc3");
  // The third of one day.
  Past day;
  day.add(like_good({{"number", "RE-1041"}})).add(like_good({{"number", "RE-1042"}}));
  CHECK(day.find(like_good({{"number", "RE-1043"}})) == "");
}

TEST_CASE("invoices that recur with equal amounts are no repeats") {
  Past past;
  for (const char* date : {"2026-07-02", "2026-08-02", "2026-09-02", "2026-10-02"})
    past.add(like_good({{"number", (std::string("RE-10") + date[6] + "1").c_str()}, {"issue_date", date}}));
  CHECK(past.find(like_good({{"number", "RE-1121"}})) == "");
}

TEST_CASE("D5: another record of the vendor") {
  CHECK(against_good({{"number", "RE-100417"}, {"seller.vat_id", "DE811569869"}}) == "D5 doc1");
  CHECK(against_good({{"number", "RE-100417"}, {"seller.name", "Quelle Versand"}}) == "D5 doc1");
  CHECK(against_good({{"number", "RE-100417"},
                      {"seller.name", "Quelle Versand"},
                      {"seller.vat_id", "DE811569869"},
                      {"payment.iban", "FR7630006000011234567890189"}}) == "D5 doc1");  // same day, same lines
  CHECK(against_good({{"number", "RE-100417"},
                      {"issue_date", "2026-11-03"},
                      {"seller.name", "Quelle Versand"},
                      {"seller.vat_id", "DE811569869"},
                      {"payment.iban", ""}}) == "");
}

TEST_CASE("D6: the same lines of an order for the same delivery") {
  auto call_off = [](const char* number, const char* delivery) {
    return like_good(
        {{"number", number}, {"purchase_order", "PO-9"}, {"delivery.date", delivery}, {"issue_date", delivery}});
  };
  Past past;
  past.add(call_off("RE-5000", "2026-10-01"));
  CHECK(past.find(call_off("RE-9333", "2026-10-01")) == "D6 doc1");
  CHECK(past.find(call_off("RE-9333", "2026-10-02")) == "");
}

TEST_CASE("D7: the same account and amount for another vendor within days") {
  auto other = [](const char* date) {
    return like_good(
        {{"number", "7"}, {"seller.name", "Quelle Versand"}, {"seller.vat_id", "DE811569869"}, {"issue_date", date}});
  };
  Past past;
  past.add(like_good({}));
  CHECK(past.find(other("2026-11-09")) == "D7 doc1");
  CHECK(past.find(other("2026-11-10")) == "");
  // The account of a factor.
  past.add(like_good({{"seller.name", "Third"}, {"seller.vat_id", "DE123456788"}, {"issue_date", "2026-01-01"}}));
  past.add(like_good({{"seller.name", "Fourth"}, {"seller.vat_id", "DE129273398"}, {"issue_date", "2026-01-01"}}));
  CHECK(past.find(other("2026-11-09")) == "");
}

TEST_CASE("D8: the total of one is the net of the other") {
  CHECK(against_good({{"number", "RE-100417"}, {"totals.gross", "100.00"}, {"totals.net", ""}}) == "D8 doc1");
  CHECK(against_good({{"number", "RE-100555"}, {"totals.gross", "100.00"}, {"totals.net", ""}}) == "");
  CHECK(against_good({{"number", "RE-100417"},
                      {"totals.gross", "100.00"},
                      {"totals.net", ""},
                      {"seller.vat_id", ""},
                      {"payment.iban", ""},
                      {"issue_date", "2026-11-03"}}) == "");
}

TEST_CASE("D9: billed, credited and billed again is no repeat, a copy of the first bill is one") {
  Invoice note = good_invoice();
  note.type = InvoiceType::credit_note;
  set(note, "number", "GS-1");
  set(note, "issue_date", "2026-11-10");
  set(note, "preceding_invoice", "RE-100417");
  Past past;
  past.add(like_good({{"number", "RE-100417"}})).add(profile_of(note));
  CHECK(past.find(like_good({{"number", "RE-100417"}, {"issue_date", "2026-11-10"}})) == "");
  CHECK(past.find(like_good({{"number", "RE-100417-N"}, {"issue_date", "2026-11-12"}})) == "");
  CHECK(past.find(like_good({{"number", "RE-100417"}, {"issue_date", "2026-11-09"}})) == "D2 doc1");
  CHECK(past.find(like_good({{"number", "RE-100417"}})) == "D2 doc1");
  past.add(like_good({{"number", "RE-100417-N"}, {"issue_date", "2026-11-12"}}));
  CHECK(past.find(like_good({{"number", "RE-100417-N"}, {"issue_date", "2026-11-12"}})) == "D2 doc3");
}

TEST_CASE("D10: a reminder of an invoice is none itself") {
  auto reminder = like_good({{"number", "M-1"}, {"issue_date", "2026-12-20"}});
  reminder.other_kind = true;
  Past past;
  past.add(like_good({{"number", "RE-100417"}}));
  CHECK(past.find(reminder) == "D10 doc1");
  reminder.gross = "130";
  CHECK(past.find(reminder) == "");
  reminder.preceding = "RE-100417";
  CHECK(past.find(reminder) == "D10 doc1");
}

TEST_CASE("D11: what is marked as a copy is held, with its original or without") {
  auto copy = like_good({{"number", "X-1"}});
  copy.copy = true;
  CHECK(Past().add(like_good({{"number", "RE-100417"}})).find(copy) == "D11 doc1");
  CHECK(Past().find(copy) == "D11 ");
}

TEST_CASE("D1: the same text under other bytes, and nearly the same figures where the number was misread") {
  auto first = like_good({{"number", "2026-0100417"}}), again = like_good({{"number", "RE-738205"}});
  first.content_hash = again.content_hash = std::string(32, 'a');
  CHECK(Past().add(first).find(again) == "D1 doc1");
  again.content_hash = std::string(32, 'b');
  first.signature = again.signature = std::string(std::size_t(4) * kSignatureValues, '1');
  CHECK(Past().add(first).find(again) == "");  // another number altogether
  again.number = "2026-0700497";
  again.amounts.clear();  // the lines could not be read
  CHECK(Past().add(first).find(again) == "D1 doc1");
  for (std::size_t i = 0; i < 9; ++i) again.signature[i * 4] = '2';  // 39 of 48 agree
  CHECK(Past().add(first).find(again) == "D1 doc1");
  again.signature[9 * 4] = '2';
  CHECK(Past().add(first).find(again) == "");
}

TEST_CASE("an amount billed again in parts is found with the part that completes it") {
  auto part = [](const char* number, const char* gross, const char* date = "2026-11-02") {
    return like_good({{"number", number},
                      {"totals.gross", gross},
                      {"totals.net", ""},
                      {"issue_date", date},
                      {"purchase_order", ""},
                      {"lines[0].description", ""}});
  };
  Past past;
  past.add(like_good({{"number", "RE-100417"}}));
  CHECK(past.find(part("RE-100417-1", "80.00")) == "D3 doc1");
  past.add(part("900001", "80.00"));
  CHECK(past.find(part("955002", "39.00")) == "D3 doc1");
  CHECK(past.find(part("955002", "39.01")) == "");
  CHECK(past.find(part("955002", "39.00", "2026-11-05")) == "");  // nothing but the sum speaks for it
  CHECK(Past(past)
            .add(like_good({{"number", "1"}, {"issue_date", "2026-09-02"}}))
            .add(like_good({{"number", "2"}, {"issue_date", "2026-10-02"}}))
            .find(part("955002", "39.00")) == "");  // 119.00 comes every month: chance
  past.add(part("900002", "30.00"));
  CHECK(past.find(part("955002", "9.00")) == "D3 doc1");  // three parts
}

TEST_CASE("DUPLICATE_INVOICE: found, not found, and nobody could look") {
  rules::Facts facts = good_facts();
  CHECK(count("DUPLICATE_INVOICE", good_invoice(), facts) == 0);
  facts.duplicates->push_back({"abc123", "D2", "same number RE-17, same total 119 EUR", 990});
  CHECK(first("DUPLICATE_INVOICE", good_invoice(), facts).message ==
        "already received as document abc123 (D2, score 0.990): same number RE-17, same total 119 EUR; pay one of them "
        "only");
  CHECK(first("DUPLICATE_INVOICE", good_invoice(), facts).actual == "abc123");
  facts.duplicates.reset();
  CHECK(count("DUPLICATE_INVOICE", good_invoice(), facts) == -1);
  auto result = rules::run_controls(good_invoice(), facts);
  REQUIRE(result.groups_not_run.size() == 1);
  CHECK(result.groups_not_run[0].second == "DUPLICATE_INVOICE: no store is set, so earlier invoices are not known");
}
