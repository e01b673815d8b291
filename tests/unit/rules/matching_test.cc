#include "rules/controls/matching.h"

#include <doctest/doctest.h>

#include "rules/controls/order_lines.h"
#include "rules/controls/units.h"
#include "sample.h"

using namespace ap;
using namespace ap::rules;
using namespace ap::rules::test;

namespace {

EarlierBill earlier(const char* invoice_number, const char* quantity, const char* price) {
  Invoice invoice = good_invoice();
  set(invoice, "number", invoice_number);
  set(invoice, "lines[0].quantity", quantity);
  set(invoice, "lines[0].unit_price", price);
  invoice.lines[0].net = *invoice.lines[0].quantity * *invoice.lines[0].unit_price;
  return {invoice_number, false, invoice};
}

// good_invoice() with `quantity` folders at `price`.
Invoice folders(const char* quantity, const char* price) { return earlier("RE-17", quantity, price).invoice; }

}  // namespace

TEST_CASE("units convert within what they measure") {
  CHECK(unit_ratio("KGM", "GRM")->of == Decimal(1000000));
  CHECK(unit_ratio("KGM", "GRM")->per == Decimal(1000));
  CHECK(unit_ratio("Stück", "C62")->of == Decimal(1));
  CHECK(unit_ratio("DZN", "H87")->of == Decimal(12));
  CHECK(unit_ratio("", "KGM"));
  CHECK(unit_ratio("Kiste", "kiste"));
  CHECK_FALSE(unit_ratio("Kiste", "C62"));
  CHECK_FALSE(unit_ratio("KGM", "MTR"));
}

TEST_CASE("lines find their order line by reference, article, then words, price and amount") {
  Known known = good_known();
  Invoice invoice = good_invoice();
  auto link = [&] { return link_lines(invoice, known.orders)[0]; };
  CHECK(link() == OrderPlace{0, 0});
  set(invoice, "lines[0].purchase_order_line", "02");
  CHECK(link() == OrderPlace{0, 1});
  set(invoice, "lines[0].purchase_order_line", "");
  set(invoice, "lines[0].description", "etwas anderes");
  set(invoice, "lines[0].unit_price", "7.00");
  set(invoice, "lines[0].net", "14.00");
  CHECK_FALSE(link());
  known.orders[0].lines[1].item_id = "A-7";
  set(invoice, "lines[0].item_id", "a7");
  CHECK(link() == OrderPlace{0, 1});
}

TEST_CASE("PO_NOT_FOUND: a number that no order has, and none where one is required") {
  Invoice invoice = good_invoice();
  Facts facts = good_facts();
  CHECK(count("PO_NOT_FOUND", invoice, facts) == 0);
  facts.known.open_orders = facts.known.orders;
  facts.known.orders.clear();
  facts.known.unknown_orders = {"PO-9"};
  CHECK(first("PO_NOT_FOUND", invoice, facts).message ==
        "there is no purchase order PO-9; open orders of the vendor: PO-9; ask who ordered, or correct the number");
  CHECK(count("PO_MISMATCH", invoice, facts) == -1);
  facts.known.unknown_orders.clear();
  facts.known.order_numbers.clear();
  CHECK(count("PO_NOT_FOUND", invoice, facts) == -1);
  facts.known.seller.vendor->order_required = true;
  CHECK(count("PO_NOT_FOUND", invoice, facts) == 1);
  facts.known.orders_loaded = false;
  CHECK(count("PO_NOT_FOUND", invoice, facts) == -1);
}

TEST_CASE("PO_MISMATCH: vendor, state, currency and lines") {
  Invoice invoice = good_invoice();
  Facts facts = good_facts();
  PurchaseOrder& order = facts.known.orders[0];
  CHECK(count("PO_MISMATCH", invoice, facts) == 0);
  order.vendor_id = "V2";
  CHECK(first("PO_MISMATCH", invoice, facts).expected == "V2");
  order.vendor_id = "V1";
  order.status = "closed";
  CHECK(count("PO_MISMATCH", invoice, facts) == 1);
  order.status = "open";
  order.currency = "USD";
  CHECK(first("PO_MISMATCH", invoice, facts).field == "currency");
  order.currency = "EUR";
  set(invoice, "lines[1].description", "Fracht");
  set(invoice, "lines[1].net", "9.50");
  CHECK(first("PO_MISMATCH", invoice, facts).field == "lines[1]");
  facts.settings.extra_cost_limit = number("9.50");
  CHECK(count("PO_MISMATCH", invoice, facts) == 0);
  facts.settings.extra_cost_limit = number("9.49");
  CHECK(count("PO_MISMATCH", invoice, facts) == 1);
}

TEST_CASE("PO_AMOUNT_MISMATCH: a price 2 percent above passes, a cent more does not; a lower price passes") {
  CHECK(count("PO_AMOUNT_MISMATCH", folders("2", "51.00")) == 0);
  CHECK(first("PO_AMOUNT_MISMATCH", folders("2", "51.01")).field == "lines[0].unit_price");
  CHECK(count("PO_AMOUNT_MISMATCH", folders("2", "30.00")) == 0);
  Facts facts = good_facts();
  facts.settings.price_absolute = number("0.50");
  CHECK(count("PO_AMOUNT_MISMATCH", folders("2", "50.50"), facts) == 0);
  CHECK(count("PO_AMOUNT_MISMATCH", folders("2", "50.51"), facts) == 1);
  facts.known.seller.vendor->tolerances.price_percent = 4;  // the vendor's own takes the place of both
  CHECK(count("PO_AMOUNT_MISMATCH", folders("2", "52.00"), facts) == 0);
  CHECK(count("PO_AMOUNT_MISMATCH", folders("2", "52.01"), facts) == 1);
}

TEST_CASE("PO_AMOUNT_MISMATCH: prices per base quantity and in other units") {
  Facts facts = good_facts();
  OrderLine& ordered = facts.known.orders[0].lines[0];  // 10 at 50.00
  ordered.unit = "KGM";
  Invoice invoice = folders("2000", "5.00");
  set(invoice, "lines[0].unit", "GRM");
  set(invoice, "lines[0].price_base_quantity", "100");  // 5.00 for 100 g are 50.00 a kilogram
  set(invoice, "lines[0].net", "100.00");
  CHECK(count("PO_AMOUNT_MISMATCH", invoice, facts) == 0);
  set(invoice, "lines[0].unit_price", "5.11");
  CHECK(first("PO_AMOUNT_MISMATCH", invoice, facts).actual == "51.1");
  set(invoice, "lines[0].unit_price", "6.00");
  set(invoice, "lines[0].discount", "20.00");  // what is paid after the discount counts
  set(invoice, "lines[0].net", "100.00");
  CHECK(count("PO_AMOUNT_MISMATCH", invoice, facts) == 0);
}

TEST_CASE("PO_AMOUNT_MISMATCH: amounts of a line with earlier invoices; 5 percent pass") {
  Facts facts = good_facts();
  facts.known.orders[0].lines[0].quantity.reset();  // an amount is ordered
  facts.known.orders[0].lines[0].unit_price.reset();
  facts.known.orders[0].lines[0].net = number("500.00");
  facts.known.earlier = history(facts.known.orders, {earlier("RE-5", "8", "50.00")});
  CHECK(count("PO_AMOUNT_MISMATCH", folders("1", "125.00"), facts) == 0);
  Finding finding = first("PO_AMOUNT_MISMATCH", folders("1", "125.01"), facts);
  CHECK(finding.message.find("400.00 billed before by RE-5") != std::string::npos);
  CHECK(finding.expected == "100.00");
  facts.settings.amount_absolute = number("20");
  CHECK(count("PO_AMOUNT_MISMATCH", folders("1", "120.00"), facts) == 0);
  CHECK(count("PO_AMOUNT_MISMATCH", folders("1", "120.01"), facts) == 1);
}

TEST_CASE("PO_AMOUNT_MISMATCH: an invoice without lines against the whole order") {
  Facts facts = good_facts();  // the order is worth 1300.00
  Invoice invoice = good_invoice();
  invoice.lines.clear();
  set(invoice, "totals.net", "1365.00");
  CHECK(count("PO_AMOUNT_MISMATCH", invoice, facts) == 0);
  set(invoice, "totals.net", "1365.01");
  CHECK(first("PO_AMOUNT_MISMATCH", invoice, facts).field == "totals.net");
}

TEST_CASE("PO_QUANTITY_MISMATCH: 5 percent above what was ordered pass, earlier invoices and credit notes counted") {
  Facts facts = good_facts();
  CHECK(count("PO_QUANTITY_MISMATCH", folders("10.5", "50.00"), facts) == 0);
  CHECK(count("PO_QUANTITY_MISMATCH", folders("10.51", "50.00"), facts) == 1);
  std::vector<EarlierBill> bills{earlier("RE-5", "4", "50.00"), earlier("RE-6", "3", "50.00")};
  facts.known.earlier = history(facts.known.orders, bills);
  CHECK(count("PO_QUANTITY_MISMATCH", folders("3.5", "50.00"), facts) == 0);
  Finding finding = first("PO_QUANTITY_MISMATCH", folders("4", "50.00"), facts);
  CHECK(finding.expected == "3");
  CHECK(finding.message.find("7 billed before by RE-5, RE-6") != std::string::npos);
  bills.push_back(earlier("GS-1", "2", "50.00"));
  bills[2].invoice.type = InvoiceType::credit_note;
  facts.known.earlier = history(facts.known.orders, bills);
  CHECK(count("PO_QUANTITY_MISMATCH", folders("4", "50.00"), facts) == 0);
  bills[0].prepayment = true;
  facts.known.earlier = history(facts.known.orders, bills);
  CHECK(count("PO_QUANTITY_MISMATCH", folders("9", "50.00"), facts) == 0);
  facts.settings.quantity_absolute = 0;
  CHECK(count("PO_QUANTITY_MISMATCH", folders("9.1", "50.00"), facts) == 1);
  Invoice boxes = folders("1", "50.00");
  set(boxes, "lines[0].unit", "BX");
  CHECK(count("PO_QUANTITY_MISMATCH", boxes, facts) == 0);  // the same price: another word for the same
  set(boxes, "lines[0].unit_price", "500.00");
  CHECK(first("PO_QUANTITY_MISMATCH", boxes, facts).field == "lines[0].unit");
}

TEST_CASE("PO_AMOUNT_MISMATCH and PO_QUANTITY_MISMATCH: both are said of one line where both are so") {
  Facts facts = good_facts();
  Invoice more = folders("10.51", "50.00"), cheaper = folders("10.51", "49.00"), fine = folders("10.5", "50.00");
  CHECK(count("PO_QUANTITY_MISMATCH", more, facts) == 1);
  CHECK(first("PO_AMOUNT_MISMATCH", more, facts).field == "lines[0].net");
  CHECK(count("PO_QUANTITY_MISMATCH", cheaper, facts) == 1);
  CHECK(count("PO_AMOUNT_MISMATCH", cheaper, facts) == 0);
  CHECK(count("PO_AMOUNT_MISMATCH", fine, facts) == 0);
  // A price that is too high is told once, whatever it makes of the amount.
  CHECK(count("PO_AMOUNT_MISMATCH", folders("10.51", "60.00"), facts) == 1);
}

TEST_CASE("GRN_NOT_FOUND: nothing received; lines that need no receipt pass") {
  Facts facts = good_facts();
  CHECK(count("GRN_NOT_FOUND", good_invoice(), facts) == 0);
  facts.known.receipts.clear();
  CHECK(count("GRN_NOT_FOUND", good_invoice(), facts) == 1);
  facts.known.orders[0].lines[0].receipt_required = false;
  CHECK(count("GRN_NOT_FOUND", good_invoice(), facts) == 0);
  facts.known.orders[0].lines[1].receipt_required = false;
  CHECK(count("GRN_NOT_FOUND", good_invoice(), facts) == -1);
  facts = good_facts();
  facts.known.receipts_loaded = false;
  CHECK(count("GRN_NOT_FOUND", good_invoice(), facts) == -1);
}

TEST_CASE("article, words, price and amount together outweigh a line number that points elsewhere") {
  Facts facts = good_facts();
  auto& lines = facts.known.orders[0].lines;
  lines[0].item_id = "10.100", lines[1].item_id = "10.300";
  lines[1].quantity = 2;
  Invoice invoice = good_invoice();
  set(invoice, "lines[0].purchase_order_line", "1");
  set(invoice, "lines[0].item_id", "10.300");
  set(invoice, "lines[0].description", "Stuhl");
  set(invoice, "lines[0].unit_price", "200.00");
  set(invoice, "lines[0].net", "400.00");
  CHECK(link_lines(invoice, facts.known.orders)[0] == OrderPlace{0, 1});
  set(invoice, "lines[0].item_id", "");  // the number alone holds against words
  CHECK(link_lines(invoice, facts.known.orders)[0] == OrderPlace{0, 0});
}

TEST_CASE("GRN_MISMATCH: other goods came") {
  Facts facts = good_facts();
  CHECK(count("GRN_MISMATCH", good_invoice(), facts) == 0);
  facts.known.receipts[0].lines[0].order_line = "2";
  CHECK(first("GRN_MISMATCH", good_invoice(), facts).actual == "line 1 (Ordner blau) of order PO-9");
  facts.known.receipts[0].lines[0].order_line = "";
  facts.known.receipts[0].lines[0].description = "Ordner, blau";
  CHECK(count("GRN_MISMATCH", good_invoice(), facts) == 0);
  facts.known.receipts.clear();
  CHECK(count("GRN_MISMATCH", good_invoice(), facts) == 0);  // GRN_NOT_FOUND says it
}

TEST_CASE("GRN_QUANTITY_MISMATCH: 10 percent above what was received pass, partial deliveries and returns counted") {
  Facts facts = good_facts();
  facts.known.receipts[0].lines[0].quantity = 4;
  facts.known.receipts.push_back(facts.known.receipts[0]);
  facts.known.receipts[1].number = "GR-2";
  CHECK(count("GRN_QUANTITY_MISMATCH", folders("8.8", "50.00"), facts) == 0);
  CHECK(count("GRN_QUANTITY_MISMATCH", folders("8.81", "50.00"), facts) == 1);
  facts.known.receipts[1].lines[0].quantity = -1;
  CHECK(count("GRN_QUANTITY_MISMATCH", folders("3.3", "50.00"), facts) == 0);
  facts.known.earlier = history(facts.known.orders, {earlier("RE-5", "3", "50.00")});
  Finding finding = first("GRN_QUANTITY_MISMATCH", folders("1", "50.00"), facts);
  CHECK(finding.message.find("3 were received (GR-1, GR-2) and 3 billed before by RE-5") != std::string::npos);
  facts.known.receipts[0].lines[0].unit = "BX";
  CHECK(first("GRN_QUANTITY_MISMATCH", folders("1", "50.00"), facts).field == "lines[0].unit");
}
