// A fictional bill on which every control passes, for tests to spoil.
#pragma once

#include <string>

#include "core/fields.h"
#include "rules/registry.h"

namespace ap::rules::test {

inline Decimal number(const char* text) { return *Decimal::parse(text); }

// Fields by path; throws when one is refused, so that a test cannot spoil nothing by a slip.
inline void set(Invoice& invoice, const char* path, const char* value) {
  if (auto done = set_field(invoice, path, value); !done) throw std::runtime_error(done.error());
}

inline Invoice good_invoice() {
  Invoice invoice;
  const std::pair<const char*, const char*> kFields[] = {{"number", "RE-17"},
                                                         {"issue_date", "2026-11-02"},
                                                         {"due_date", "2026-12-02"},
                                                         {"currency", "EUR"},
                                                         {"seller.name", "Muster & Sohn GmbH"},
                                                         {"seller.vat_id", "DE136695976"},
                                                         {"seller.address.country", "DE"},
                                                         {"buyer.name", "Kunde AG"},
                                                         {"purchase_order", "PO-9"},
                                                         {"payment.iban", "DE89370400440532013000"},
                                                         {"payment.bic", "COBADEFF"},
                                                         {"lines[0].description", "Ordner blau"},
                                                         {"lines[0].quantity", "2"},
                                                         {"lines[0].unit_price", "50.00"},
                                                         {"lines[0].net", "100.00"},
                                                         {"lines[0].tax_rate", "19"},
                                                         {"taxes[0].rate", "19"},
                                                         {"taxes[0].basis", "100.00"},
                                                         {"taxes[0].amount", "19.00"},
                                                         {"taxes[0].category", "S"},
                                                         {"totals.net", "100.00"},
                                                         {"totals.tax", "19.00"},
                                                         {"totals.gross", "119.00"}};
  for (auto [path, value] : kFields) set(invoice, path, value);
  return invoice;
}

inline Date day(const char* text) { return *Date::parse(text); }

// An order line of `quantity` pieces at `price`.
inline OrderLine order_line(const char* id, const char* text, const char* quantity, const char* price) {
  OrderLine line;
  line.id = id;
  line.description = text;
  line.quantity = Decimal::parse(quantity);
  line.unit = "C62";
  line.unit_price = Decimal::parse(price);
  return line;
}

inline PastBill past_bill(const char* number, const char* date, const char* gross) {
  return {
      .document_id = number, .number = number, .currency = "EUR", .date = day(date), .gross = Decimal::parse(gross)};
}

struct EarlierBill {
  std::string document_id;
  bool prepayment = false;
  Invoice invoice;
};

// What the earlier bills took of the orders.
inline OrderHistory history(const std::vector<PurchaseOrder>& orders, const std::vector<EarlierBill>& bills) {
  OrderHistory all;
  for (const EarlierBill& bill : bills)
    all.add(bill.document_id, *decode_share(encode(share_of(bill.invoice, bill.prepayment, orders))));
  return all;
}

// Everything is loaded and agrees with good_invoice().
inline Known good_known() {
  Known known;
  known.missing = "";
  known.entities_loaded = known.vendors_loaded = known.orders_loaded = known.receipts_loaded = true;
  known.periods_loaded = known.limits_loaded = known.sanctions_loaded = true;
  OwnEntity us;
  us.id = us.name = "Kunde AG";
  us.tax_ids = {"DE129273398"};
  us.address = {"Hafenstr. 2", "Leer", "26789", "", "DE"};
  known.entities = {us};
  Vendor vendor;
  vendor.id = "V1";
  vendor.name = "Muster & Sohn GmbH";
  vendor.status = "active";
  vendor.vat_id = "DE136695976";
  vendor.ibans = {"DE89370400440532013000"};
  vendor.currencies = {"EUR"};
  vendor.terms_days = 30;
  vendor.spend_limit = 1000;
  known.seller = {vendor, "tax number DE136695976", 1000, "", {}};
  PurchaseOrder order;
  order.number = "PO-9";
  order.vendor_id = "V1";
  order.currency = "EUR";
  order.status = "open";
  order.lines = {order_line("1", "Ordner blau", "10", "50.00"), order_line("2", "Stuhl", "4", "200.00")};
  known.order_numbers = {"PO-9"};
  known.orders = {order};
  GoodsReceipt receipt;
  receipt.number = "GR-1";
  receipt.order = "PO-9";
  receipt.lines.resize(1);
  receipt.lines[0].order_line = "1";
  receipt.lines[0].quantity = 10;
  known.receipts = {receipt};
  known.vendor_bills = {past_bill("RE-16", "2026-10-02", "119.00"), past_bill("RE-15", "2026-09-02", "120.00"),
                        past_bill("RE-14", "2026-08-02", "118.00")};
  PostingPeriod closed;
  closed.start = day("2026-09-01");
  closed.end = day("2026-10-31");
  closed.status = "closed";
  known.periods = {closed};
  known.limits = {{"clerk", "EUR", Decimal(1000)}};
  SanctionEntry entry;
  entry.list = "EU";
  entry.id = "EU.1";
  entry.name = "Example Trading House";
  entry.list_date = day("2026-11-15");
  known.sanctions = {entry};
  return known;
}

// The 22nd of November 2026, an e-invoice, a store that knows no duplicate, and master data that agree.
inline Facts good_facts() {
  Facts facts(*Date::from_ymd(2026, 11, 22));
  facts.method = "einvoice";
  facts.duplicates.emplace();
  facts.known = good_known();
  return facts;
}

// Number of findings of `code`; -1 when the rule did not run.
inline int count(const char* code, const Invoice& invoice, const Facts& facts = good_facts()) {
  RunResult result = run_controls(invoice, facts);
  for (const NotRun& skipped : result.checks.not_run)
    if (skipped.rule == code) return -1;
  int found = 0;
  for (const Finding& finding : result.findings) found += finding.rule == code;
  return found;
}

// The first finding of `code`; a default one when there is none.
inline Finding first(const char* code, const Invoice& invoice, const Facts& facts = good_facts()) {
  for (const Finding& finding : run_controls(invoice, facts).findings)
    if (finding.rule == code) return finding;
  return {};
}

}  // namespace ap::rules::test
