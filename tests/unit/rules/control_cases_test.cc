// Every control on four bills: one that passes, one that fails far, the two that lie on either side of its boundary,
// and one whose data are missing. A control without a row here fails the test, and so does a row without its cases.
//
// The figures come from the table of reason codes that ap-rules(7) prints (a cent, 2 %, 5 %, 10 %, 365 days), not from
// the functions. Codes that no function of rules::controls() raises stand in tests/house/control_cases.csv.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "rules/controls/data.h"
#include "sample.h"

using namespace ap;
using namespace ap::rules;
using namespace ap::rules::test;

namespace {

using Change = void (*)(Invoice&, Facts&);

struct Cases {
  const char* code;
  Change fails;       // far beyond
  Change at, beyond;  // the last that passes, the first that does not
  Change missing;     // its data are not there; nullptr: it needs nothing but what it would call missing
  Change first = [](Invoice&, Facts&) {};  // before each: what the control is about
};

void folders(Invoice& in, const char* quantity, const char* price) {
  set(in, "lines[0].quantity", quantity);
  set(in, "lines[0].unit_price", price);
  in.lines[0].net = *in.lines[0].quantity * *in.lines[0].unit_price;
}

void nothing_known(Invoice&, Facts& facts) { facts.known = Known(); }
void no_orders(Invoice&, Facts& facts) { facts.known.orders_loaded = false; }
void no_receipts(Invoice&, Facts& facts) { facts.known.receipts_loaded = false; }
void no_vendor(Invoice&, Facts& facts) { facts.known.seller.vendor.reset(); }
void no_amounts(Invoice& in, Facts&) { in.totals = {}, in.lines.clear(), in.taxes.clear(); }
Vendor& vendor(Facts& facts) { return *facts.known.seller.vendor; }
PurchaseOrder& order(Facts& facts) { return facts.known.orders[0]; }

#define SET(path, value) [](Invoice& in, Facts&) { set(in, path, value); }
#define WITH(...) [](Invoice& in, Facts& facts) { (void)in, (void)facts, __VA_ARGS__; }

// Read from a page, every key field at `confidence`.
void read_from_page(Invoice& in, Facts& facts) {
  facts.method = "ocr";
  for (auto path : key_fields(in.type)) facts.evidence[std::string(path)].confidence = 970;
}

void prepaid(Invoice& in, Facts& facts) {
  set(in, "totals.prepaid", "50.00");
  Invoice advance = good_invoice();
  set(advance, "totals.gross", "50.00");
  facts.known.earlier = history(facts.known.orders, {{"AZ-1", true, advance}});
}

void credit_note(Invoice& in, Facts& facts) {
  in.type = InvoiceType::credit_note;
  set(in, "preceding_invoice", "RE-16");
  facts.known.preceding_bills = {past_bill("RE-16", "2026-10-02", "119.00")};
}

void second_half(Invoice& in, Facts& facts) {
  set(in, "totals.gross", "900.00");
  facts.known.vendor_bills = {past_bill("RE-16", "2026-10-26", "899.99")};
}

const auto
    kCases =
        std::to_array<Cases>(
            {
                // ---- data
                {"NOT_AN_INVOICE", WITH(facts.document_type_code = "325"), WITH(facts.document_type_code = "326"),
                 WITH(facts.document_type_code = "325"), nullptr},
                {"MISSING_REQUIRED_FIELD", SET("number", ""), SET("seller.name", "M"), SET("seller.name", " "),
                 nullptr},
                {"INVALID_FIELD_FORMAT", SET("currency", "EUX"), SET("taxes[0].rate", "100"),
                 SET("taxes[0].rate", "100.01"), nullptr},
                {"NO_LINE_ITEMS", WITH(in.lines.clear()), WITH(in.lines.resize(1)), WITH(in.lines.clear()), nullptr},
                {"LOW_CONFIDENCE", WITH(facts.evidence.clear()), WITH(facts.evidence["number"].confidence = 930),
                 WITH(facts.evidence["number"].confidence = 929), nullptr, read_from_page},
                // ---- arithmetic
                {"INVALID_AMOUNT", SET("totals.gross", "-119.00"), SET("totals.gross", "0.01"),
                 SET("totals.gross", "0.00"), nullptr},
                {"LINE_MATH_MISMATCH", SET("lines[0].net", "900.00"), SET("lines[0].net", "100.01"),
                 SET("lines[0].net", "100.02"), SET("lines[0].quantity", "")},
                {"SUBTOTAL_MISMATCH", SET("totals.net", "900.00"), SET("totals.net", "100.01"),
                 SET("totals.net", "100.02"), no_amounts},
                {"TAX_MISMATCH", SET("taxes[0].amount", "25.00"), SET("taxes[0].amount", "19.01"),
                 SET("taxes[0].amount", "19.02"), no_amounts},
                // In 2020 Germany had 16 percent, for its last half.
                {"TAX_RATE_INVALID", SET("delivery.date", ""), SET("delivery.date", "2020-12-31"),
                 SET("delivery.date", "2021-01-01"),
                 WITH(set(in, "seller.vat_id", ""), set(in, "seller.address.country", "US")),
                 WITH(set(in, "taxes[0].rate", "16"), set(in, "delivery.date", "2020-08-15"))},
                {"TOTAL_MISMATCH", SET("totals.gross", "900.00"), SET("totals.gross", "119.01"),
                 SET("totals.gross", "119.02"), no_amounts},
                // ---- identifiers
                {"INVALID_IBAN", SET("payment.iban", "X"), SET("payment.iban", "DE89370400440532013000"),
                 SET("payment.iban", "DE88370400440532013000"), nullptr},
                {"INVALID_BIC", SET("payment.bic", "X"), SET("payment.bic", "COBADEFFXXX"),
                 SET("payment.bic", "COBADEFFXX"), nullptr},
                {"INVALID_REFERENCE", SET("payment.reference", "RF00 5390 0754 7034"),
                 SET("payment.reference", "RF18 5390 0754 7034"), SET("payment.reference", "RF19 5390 0754 7034"),
                 nullptr},
                // ---- dates
                {"FUTURE_DATE", SET("issue_date", "2027-11-22"), SET("issue_date", "2026-11-22"),
                 SET("issue_date", "2026-11-23"), SET("issue_date", "")},
                {"OLD_INVOICE", SET("issue_date", "2020-01-01"), SET("issue_date", "2025-11-22"),
                 SET("issue_date", "2025-11-21"), SET("issue_date", "")},
                {"DUE_BEFORE_ISSUE", SET("due_date", "2025-11-01"), SET("due_date", "2026-11-02"),
                 SET("due_date", "2026-11-01"), SET("due_date", "")},
                {"PERIOD_CLOSED", SET("issue_date", "2026-09-15"), SET("issue_date", "2026-11-01"),
                 SET("issue_date", "2026-10-31"), WITH(facts.known.periods_loaded = false)},
                // ---- duplicates
                {"DUPLICATE_INVOICE", WITH(facts.duplicates->push_back({"a", "D2", "number", 990})),
                 WITH(facts.duplicates->clear()), WITH(facts.duplicates->push_back({"a", "D4", "total", 700})),
                 WITH(facts.duplicates.reset())},
                // ---- vendor, bank
                {"WRONG_BUYER", SET("buyer.name", "Fremde GmbH"), SET("buyer.name", "Kunde A.G."),
                 SET("buyer.name", "Kurde AG"), WITH(facts.known.entities_loaded = false)},
                {"UNKNOWN_VENDOR", no_vendor, WITH(facts.known.seller.score = 850), no_vendor,
                 WITH(facts.known.vendors_loaded = false)},
                {"INACTIVE_VENDOR", WITH(vendor(facts).status = "blocked"), WITH(vendor(facts).status = "active"),
                 WITH(vendor(facts).status = "inactive"), no_vendor},
                {"SANCTIONS_HIT", SET("seller.name", "Example Trading House"),
                 WITH(facts.settings.sanctions_likeness = 1000), WITH(facts.settings.sanctions_likeness = 700),
                 WITH(facts.known.sanctions_loaded = false), SET("seller.name", "Exampel Trading House")},
                {"INVALID_CURRENCY", SET("currency", "JPY"),
                 WITH(set(in, "currency", "USD"), vendor(facts).currencies = {"EUR", "USD"}), SET("currency", "USD"),
                 WITH(vendor(facts).currencies.clear())},
                {"INVALID_TAX_ID", SET("seller.vat_id", "DE136695970"), SET("seller.vat_id", "136695976"),
                 SET("seller.vat_id", "DE129273398"), nullptr},
                {"SPEND_LIMIT_EXCEEDED", WITH(vendor(facts).spend_limit = 1),
                 WITH(vendor(facts).spend_limit = number("119.00")), WITH(vendor(facts).spend_limit = number("118.99")),
                 WITH(vendor(facts).spend_limit.reset())},
                {"PAYMENT_TERMS_VIOLATION", SET("due_date", "2026-11-03"), SET("due_date", "2026-12-02"),
                 SET("due_date", "2026-12-01"), SET("due_date", "")},
                {"BANK_DETAILS_CHANGED", WITH(facts.known.accounts.clear()),
                 WITH(facts.known.accounts[0].valid_until = day("2026-11-22")),
                 WITH(facts.known.accounts[0].valid_until = day("2026-11-21")), nothing_known,
                 [](Invoice&, Facts& facts) {
                   vendor(facts).ibans.clear();
                   facts.known.accounts.resize(1);
                   facts.known.accounts[0].vendor_id = "V1";
                   facts.known.accounts[0].iban = "DE89370400440532013000";
                 }},
                // ---- matching
                {"PO_NOT_FOUND", WITH(facts.known.unknown_orders = {"PO-8"}), WITH(vendor(facts).order_required = true),
                 WITH(vendor(facts).order_required = true, facts.known.order_numbers.clear(),
                      facts.known.orders.clear()),
                 no_orders},
                {"PO_MISMATCH", WITH(order(facts).vendor_id = "V2"),
                 WITH(facts.settings.extra_cost_limit = number("9.50")),
                 WITH(facts.settings.extra_cost_limit = number("9.49")), no_orders,
                 WITH(set(in, "lines[1].description", "Fracht"), set(in, "lines[1].net", "9.50"),
                      facts.settings.extra_cost_limit = number("9.50"))},
                {"PO_AMOUNT_MISMATCH", WITH(folders(in, "2", "90.00")), WITH(folders(in, "2", "51.00")),
                 WITH(folders(in, "2", "51.01")), no_orders},
                {"PO_QUANTITY_MISMATCH", WITH(folders(in, "90", "50.00")), WITH(folders(in, "10.5", "50.00")),
                 WITH(folders(in, "10.51", "50.00")), no_orders},
                {"GRN_NOT_FOUND", WITH(facts.known.receipts.clear()),
                 WITH(order(facts).lines[0].receipt_required = true), WITH(facts.known.receipts.clear()), no_receipts},
                {"GRN_MISMATCH", WITH(facts.known.receipts[0].lines[0].order_line = "2"),
                 WITH(facts.known.receipts[0].lines[0].order_line = "01"),
                 WITH(facts.known.receipts[0].lines[0].order_line = "2"), no_receipts},
                {"GRN_QUANTITY_MISMATCH", WITH(folders(in, "90", "50.00")), WITH(folders(in, "8.8", "50.00")),
                 WITH(folders(in, "8.81", "50.00")), no_receipts,
                 WITH(facts.known.receipts[0].lines[0].quantity = 8, folders(in, "8", "50.00"))},
                // ---- policy
                {"EXCESSIVE_AMOUNT", SET("totals.gross", "900000.00"), SET("totals.gross", "50000.00"),
                 SET("totals.gross", "50000.01"), no_amounts},
                {"AMOUNT_ANOMALY", SET("totals.gross", "900.00"), SET("totals.gross", "178.50"),
                 SET("totals.gross", "178.51"), WITH(facts.known.vendor_bills.pop_back())},
                {"SPLIT_SUSPECTED", WITH(facts.known.vendor_bills[0].gross = number("1000.00")),
                 WITH(facts.known.vendor_bills[0].gross = number("899.99")),
                 WITH(facts.known.vendor_bills[0].gross = number("900.00")), WITH(facts.known.limits_loaded = false),
                 second_half},
                // ---- clearing
                {"PREPAYMENT_UNCLEARED", SET("totals.prepaid", ""), SET("totals.prepaid", "49.99"),
                 SET("totals.prepaid", "49.98"), nothing_known, prepaid},
                {"CREDIT_NOTE_UNMATCHED", WITH(facts.known.preceding_bills.clear()),
                 WITH(facts.known.credits = {past_bill("GS-1", "2026-10-05", "0.01")}),
                 WITH(facts.known.credits = {past_bill("GS-1", "2026-10-05", "0.02")}), nothing_known, credit_note},
            });

int outcome(const Cases& cases, Change change) {
  Invoice invoice = good_invoice();
  Facts facts = good_facts();
  cases.first(invoice, facts);
  if (change) change(invoice, facts);
  return count(cases.code, invoice, facts);
}

}  // namespace

TEST_CASE("every control has a row of cases, each once") {
  std::set<std::string> listed;
  for (const Cases& cases : kCases) CHECK_MESSAGE(listed.insert(cases.code).second, std::string(cases.code));
  for (const Rule& rule : controls())
    CHECK_MESSAGE(listed.erase(std::string(rule.info.id)) == 1, std::string(rule.info.id));
  CHECK(listed.empty());
}

TEST_CASE("every control passes, fails, keeps its boundary, and says so when its data are missing") {
  for (const Cases& cases : kCases) {
    INFO(std::string(cases.code));
    REQUIRE((cases.fails && cases.at && cases.beyond));
    CHECK(outcome(cases, nullptr) == 0);
    CHECK(outcome(cases, cases.fails) > 0);
    CHECK(outcome(cases, cases.at) == 0);
    CHECK(outcome(cases, cases.beyond) > 0);
    if (cases.missing) CHECK(outcome(cases, cases.missing) == -1);
  }
}

// A figure that no arithmetic of the program can hold makes rules throw: the rule has not run, its group neither, and
// what is required and did not run holds the invoice (stages/decide.h).
TEST_CASE("a rule that throws has not run, whichever it is") {
  std::set<std::string> thrown;
  const char* huge = "99999999999999999999999999999999999999";
  for (const char* path : {"lines[0].net", "lines[0].quantity", "lines[0].unit_price", "taxes[0].basis",
                           "taxes[0].amount", "totals.net", "totals.gross", "totals.prepaid"}) {
    Invoice invoice = good_invoice();
    set(invoice, path, huge);
    RunResult result = run_controls(invoice, good_facts());
    for (const auto& [rule, reason] : result.broken) {
      thrown.insert(std::string(rule));
      CHECK(std::ranges::any_of(result.checks.not_run, [&](const NotRun& each) { return each.rule == rule; }));
      CHECK(std::ranges::none_of(result.findings, [&](const Finding& each) { return each.rule == rule; }));
    }
  }
  CHECK(thrown.size() >= 4);
}
