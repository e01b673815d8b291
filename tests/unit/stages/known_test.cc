#include "stages/known.h"

#include <doctest/doctest.h>

#include "adapters/sqlite/store.h"
#include "bill_kit.h"
#include "stages/duplicate_index.h"
#include "stages/expected.h"
#include "support/temp_folder.h"

using namespace ap;
using namespace ap::test;

namespace {

void load(Store& store, MasterKind kind, const std::vector<MasterRow>& rows) {
  store.master_data().import({.kind = kind,
                              .items = {{master_key(kind, rows.front()), rows}},
                              .today = *Date::from_ymd(2026, 11, 22),
                              .source = "test",
                              .actor = "ann"});
}

Record ordered(const char* number, const char* order, const char* gross = "119.00") {
  Record record = bill(number);
  set(record, "purchase_order", order);
  set(record, "totals.gross", gross);
  return record;
}

rules::Known known_of(Store& store, const Record& record) {
  return gather_known(record, &store, *Date::from_ymd(2026, 11, 22));
}

std::string numbers(const rules::OrderHistory& earlier) {
  std::string text;
  for (const auto& one : earlier.bills) text += one.number + " ";
  return text;
}

void run(Store& store) {
  load_master(store);
  load(store, MasterKind::accounts,
       {{{"vendor_id", "V1"},
         {"iban", "DE89370400440532013000"},
         {"confirmed_by", "jana"},
         {"confirmed_on", "2026-01-02"}}});
  load(store, MasterKind::orders,
       {{{"purchase_order", "PO-0009"}, {"vendor_id", "V1"}, {"currency", "EUR"}, {"line", "1"}, {"quantity", "2"}},
        {{"purchase_order", "PO-0009"}, {"vendor_id", "V1"}, {"currency", "EUR"}, {"line", "2"}, {"quantity", "3"}}});
  load(store, MasterKind::receipts, {{{"receipt", "GR-1"}, {"purchase_order", "9"}, {"line", "1"}, {"quantity", "2"}}});

  SUBCASE("vendor, accounts, order and receipts are found") {
    auto known = known_of(store, ordered("RE-1", "po 9"));
    CHECK(known.missing.empty());
    REQUIRE(known.seller.vendor);
    CHECK(known.seller.vendor->id == "V1");
    CHECK(known.accounts.size() == 1);
    REQUIRE(known.orders.size() == 1);
    CHECK(known.orders[0].lines.size() == 2);
    CHECK(known.receipts.size() == 1);
    CHECK(known.unknown_orders.empty());
    CHECK(known_of(store, ordered("RE-1", "10")).unknown_orders == std::vector<std::string>{"10"});
    CHECK(known_of(store, ordered("RE-1", "10")).open_orders.size() == 1);
    CHECK(known_of(store, ordered("RE-1", "9; 10")).unknown_orders == std::vector<std::string>{"10"});
    Record other = bill("RE-1");
    set(other, "buyer_reference", "PO 9");
    CHECK(known_of(store, other).orders.size() == 1);
  }
  SUBCASE("a seller with another name and no number is found by a confirmed account") {
    Record record = bill("RE-1");
    set(record, "seller.name", "Something else");
    set(record, "seller.vat_id", "");
    CHECK_FALSE(known_of(store, record).seller.vendor);
    set(record, "payment.iban", "DE89 3704 0044 0532 0130 00");
    CHECK(known_of(store, record).seller.vendor->id == "V1");
  }
  SUBCASE("earlier bills count, later ones, refused ones and this very invoice do not") {
    Record first = ordered("RE-1", "9", "119.00"), second = ordered("RE-2", "PO-9", "120.00"),
           third = ordered("RE-3", "9", "121.00"), refused = ordered("RE-4", "9", "122.00"),
           again = ordered("RE 3", "9", "121.00");
    again.source.name = "again.pdf";
    put(store, first);
    put(store, second);
    put(store, refused);
    put(store, third);
    put(store, again);
    refused.decision.emplace().route = Route::reject;
    refused.state = State::validated;
    REQUIRE(store.update(refused, State::extracted, Event{1, "ann", "rejected", ""}));
    CHECK(numbers(known_of(store, third).earlier) == "RE-1 RE-2 ");
    CHECK(numbers(known_of(store, second).earlier) == "RE-1 ");
    CHECK(numbers(known_of(store, again).earlier) == "RE-1 RE-2 ");
    CHECK(known_of(store, third).vendor_bills.size() == 2);
    Record credit = ordered("GS-1", "9");
    credit.invoice->type = InvoiceType::credit_note;
    set(credit, "preceding_invoice", "Rechnung RE-2");
    put(store, credit);
    Record more = ordered("GS-2", "9");
    more.invoice->type = InvoiceType::credit_note;
    set(more, "preceding_invoice", "RE 2");
    auto known = known_of(store, more);
    REQUIRE(known.preceding_bills.size() == 1);
    CHECK(known.preceding_bills[0].number == "RE-2");
    REQUIRE(known.credits.size() == 1);
    CHECK(known.credits[0].number == "GS-1");
  }
  SUBCASE("what earlier bills took is reckoned anew when the bill or the order has changed") {
    Record first = ordered("RE-1", "9"), second = ordered("RE-2", "9");
    set(first, "lines[0].purchase_order_line", "1");
    put(store, first);
    put(store, second);
    auto taken = [&](std::size_t line) { return known_of(store, second).earlier.of({0, line}).quantity->str(); };
    CHECK(taken(0) == "2");
    CHECK(taken(0) == "2");  // as it was kept
    set(first, "lines[0].purchase_order_line", "2");
    REQUIRE(store.update(first, State::extracted, Event{1, "ann", "corrected", ""}));
    CHECK(taken(0) == "0");
    CHECK(taken(1) == "2");
    load(store, MasterKind::orders,
         {{{"purchase_order", "PO-0009"}, {"vendor_id", "V1"}, {"currency", "EUR"}, {"line", "2"}, {"quantity", "3"}}});
    CHECK(known_of(store, second).orders[0].lines.size() == 1);
    CHECK(taken(0) == "2");  // line 2 stands first now
  }
  SUBCASE("of many open orders of a vendor those are named that may be meant") {
    ImportRequest many{.kind = MasterKind::orders, .today = *Date::from_ymd(2026, 11, 22), .actor = "ann"};
    for (int i = 0; i < 300; ++i) {
      MasterRow row{{"purchase_order", std::to_string(70000 + i)},
                    {"vendor_id", "V1"},
                    {"currency", i == 250 ? "USD" : "EUR"},
                    {"line", "1"},
                    {"quantity", "2"},
                    {"unit_price", i == 240 ? "50.00" : "7.00"}};
      many.items.push_back({master_key(MasterKind::orders, row), {row}});
    }
    store.master_data().import(many);
    auto open = known_of(store, ordered("RE-1", "702 50 1")).open_orders;
    REQUIRE(open.size() == 5);
    CHECK(open[0].number == "70240");  // over the same amount
    for (const PurchaseOrder& order : open) CHECK(order.currency == "EUR");
  }
  SUBCASE("bills of more than a year before are not looked at") {
    Record old = ordered("RE-1", "", "119.00"), now = bill("RE-9");
    set(old, "issue_date", "2025-11-01");
    put(store, old);
    CHECK(known_of(store, now).vendor_bills.empty());
    set(old, "issue_date", "2025-11-02");
    note_for_duplicates(store, old);
    CHECK(known_of(store, now).vendor_bills.size() == 1);
  }
}

}  // namespace

TEST_CASE("what the controls know, from a store in memory") {
  memory::MemoryStore store;
  run(store);
}

TEST_CASE("an order with more earlier invoices than anybody reads is added up to the last one") {
  memory::MemoryStore store;
  load_master(store);
  load(store, MasterKind::orders,
       {{{"purchase_order", "9"}, {"vendor_id", "V1"}, {"currency", "EUR"}, {"line", "1"}, {"quantity", "12000"}}});
  Arrival arrival{"file", "", 100, 1, "", 1795000000000};
  std::vector<Intake> intakes;
  for (int i = 0; i < 5500; ++i) {
    Record one = ordered(("RE-" + std::to_string(i)).c_str(), "9");
    one.evidence.clear();
    set(one, "lines[0].purchase_order_line", "1");
    arrival.locator = std::to_string(i);
    arrival.document_id = one.id;
    intakes.push_back({arrival, one, Event{1, "ann", "received", ""}});
  }
  store.add_arrivals(intakes);
  for (const Intake& intake : intakes) store.ledger().note(*bill_of(intake.record));
  Record next = ordered("RE-next", "9");
  auto known = known_of(store, next);
  CHECK(known.missing.empty());
  CHECK(known.earlier.count == 5500);
  CHECK(known.earlier.of({0, 0}).quantity == Decimal(11000));
  CHECK(known.earlier.net == Decimal(550000));
}

TEST_CASE("what the controls know, from SQLite") {
  TempFolder folder;
  sqlite::SqliteStore store(folder / "ap.db", sqlite::Open::create);
  run(store);
}

TEST_CASE("without a store nothing is known, and it is said") {
  CHECK(gather_known(bill("RE-1"), nullptr, *Date::from_ymd(2026, 11, 22)).missing.find("no store") == 0);
}

TEST_CASE("a rule of the calendar: the bill of the month came, or is missing after the days of grace") {
  memory::MemoryStore store;
  load_master(store);
  load(store, MasterKind::expected,
       {{{"expected", "rent"}, {"vendor_id", "V1"}, {"day", "31"}, {"grace_days", "5"}, {"start", "2026-10-01"}}});
  auto dated = [&](int month, int day) {
    std::string text;
    for (const auto& one : missing_bills(store, *Date::from_ymd(2026, month, day))) text += one.dated.str() + " ";
    return text;
  };
  CHECK(dated(11, 5) == "");
  CHECK(dated(11, 6) == "2026-10-31 ");
  CHECK(dated(12, 6) == "2026-10-31 2026-11-30 ");
  put(store, bill("RE-1"));  // of 2026-11-02
  CHECK(dated(12, 6) == "2026-10-31 ");
}
