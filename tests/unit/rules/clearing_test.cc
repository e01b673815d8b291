#include "rules/controls/clearing.h"

#include <doctest/doctest.h>

#include "sample.h"

using namespace ap;
using namespace ap::rules;
using namespace ap::rules::test;

namespace {

EarlierBill prepayment(const char* gross) {
  Invoice invoice = good_invoice();
  set(invoice, "number", "AZ-1");
  set(invoice, "totals.gross", gross);
  return {"AZ-1", true, invoice};
}

}  // namespace

TEST_CASE("a prepayment is known by its type, its title or its lines") {
  Invoice invoice = good_invoice();
  EvidenceMap evidence;
  CHECK_FALSE(is_prepayment(invoice, evidence, "380"));
  CHECK(is_prepayment(invoice, evidence, "386"));
  evidence["type"].text = "Anzahlungsrechnung Nr. 7";
  CHECK(is_prepayment(invoice, evidence, ""));
  evidence["type"].text = "Rechnung";
  CHECK_FALSE(is_prepayment(invoice, evidence, ""));
  set(invoice, "lines[0].description", "30 % Anzahlung auf Bestellung 9");
  CHECK(is_prepayment(invoice, evidence, ""));
  set(invoice, "lines[1].net", "50.00");
  CHECK_FALSE(is_prepayment(invoice, evidence, ""));
}

TEST_CASE("PREPAYMENT_UNCLEARED: what was billed in advance is deducted, to the cent") {
  Invoice invoice = good_invoice();
  Facts facts = good_facts();
  CHECK(count("PREPAYMENT_UNCLEARED", invoice, facts) == 0);
  facts.known.earlier = history(facts.known.orders, {prepayment("50.00")});
  Finding finding = first("PREPAYMENT_UNCLEARED", invoice, facts);
  CHECK(finding.severity == Severity::error);
  CHECK(finding.expected == "50.00");
  set(invoice, "totals.prepaid", "49.99");
  CHECK(count("PREPAYMENT_UNCLEARED", invoice, facts) == 0);
  set(invoice, "totals.prepaid", "49.98");
  CHECK(count("PREPAYMENT_UNCLEARED", invoice, facts) == 1);
  set(invoice, "totals.prepaid", "");
  set(invoice, "lines[1].description", "abzüglich Anzahlung AZ-1");
  set(invoice, "lines[1].net", "-42.02");
  set(invoice, "lines[1].tax_rate", "19");
  CHECK(count("PREPAYMENT_UNCLEARED", invoice, facts) == 0);
  invoice.lines.pop_back();
  Invoice final = good_invoice();
  set(final, "totals.prepaid", "50.00");
  facts.known.earlier = history(facts.known.orders, {prepayment("50.00"), {"RE-9", false, final}});
  CHECK(count("PREPAYMENT_UNCLEARED", invoice, facts) == 0);
  facts.prepayment = true;
  CHECK(count("PREPAYMENT_UNCLEARED", invoice, facts) == -1);
}

TEST_CASE("CREDIT_NOTE_UNMATCHED: names an invoice that came, and gives back no more than is left") {
  Invoice credit = good_invoice();
  credit.type = InvoiceType::credit_note;
  Facts facts = good_facts();
  CHECK(first("CREDIT_NOTE_UNMATCHED", credit, facts).severity == Severity::warning);
  set(credit, "preceding_invoice", "RE-16");
  CHECK(first("CREDIT_NOTE_UNMATCHED", credit, facts).actual == "RE-16");
  facts.known.preceding_bills = {past_bill("RE-16", "2026-10-02", "119.00")};
  CHECK(count("CREDIT_NOTE_UNMATCHED", credit, facts) == 0);
  facts.known.credits = {past_bill("GS-1", "2026-10-05", "0.01")};
  CHECK(count("CREDIT_NOTE_UNMATCHED", credit, facts) == 0);  // a cent of rounding
  facts.known.credits = {past_bill("GS-1", "2026-10-05", "0.02")};
  CHECK(first("CREDIT_NOTE_UNMATCHED", credit, facts).expected == "118.98");
  facts.known.missing = "no store";
  CHECK(count("CREDIT_NOTE_UNMATCHED", credit, facts) == -1);
}

TEST_CASE("AMOUNT_ANOMALY: 50 percent from the mean pass, a cent more does not; three invoices make a mean") {
  Invoice invoice = good_invoice();
  Facts facts = good_facts();  // the mean is 119.00
  set(invoice, "totals.gross", "178.50");
  CHECK(count("AMOUNT_ANOMALY", invoice, facts) == 0);
  set(invoice, "totals.gross", "178.51");
  CHECK(first("AMOUNT_ANOMALY", invoice, facts).expected == "119.00");
  set(invoice, "totals.gross", "59.50");
  CHECK(count("AMOUNT_ANOMALY", invoice, facts) == 0);
  set(invoice, "totals.gross", "59.49");
  CHECK(first("AMOUNT_ANOMALY", invoice, facts).severity == Severity::warning);
  facts.known.vendor_bills.pop_back();
  CHECK(count("AMOUNT_ANOMALY", invoice, facts) == -1);
}

TEST_CASE("SPLIT_SUSPECTED: two within a week, each at most ten percent below the limit, together above it") {
  Invoice invoice = good_invoice();  // 2026-11-02; clerks approve up to 1000
  Facts facts = good_facts();
  set(invoice, "totals.gross", "900.00");
  CHECK(count("SPLIT_SUSPECTED", invoice, facts) == 0);
  facts.known.vendor_bills = {past_bill("RE-16", "2026-10-26", "1000.00")};
  CHECK(first("SPLIT_SUSPECTED", invoice, facts).message.find("RE-16 of 2026-10-26 (1000.00)") != std::string::npos);
  facts.known.vendor_bills[0].date = day("2026-10-25");
  CHECK(count("SPLIT_SUSPECTED", invoice, facts) == 0);
  facts.known.vendor_bills[0].date = day("2026-10-26");
  facts.known.vendor_bills[0].gross = number("1000.01");
  CHECK(count("SPLIT_SUSPECTED", invoice, facts) == 0);
  facts.known.vendor_bills[0].gross = number("900.00");
  set(invoice, "totals.gross", "899.99");
  CHECK(count("SPLIT_SUSPECTED", invoice, facts) == 0);
  facts.known.limits_loaded = false;
  CHECK(count("SPLIT_SUSPECTED", invoice, facts) == -1);
}

TEST_CASE("PERIOD_CLOSED: the last day of a closed period is in it, the next is not") {
  Invoice invoice = good_invoice();
  Facts facts = good_facts();  // closed until 2026-10-31
  set(invoice, "issue_date", "2026-11-01");
  CHECK(count("PERIOD_CLOSED", invoice, facts) == 0);
  set(invoice, "issue_date", "2026-10-31");
  CHECK(first("PERIOD_CLOSED", invoice, facts).severity == Severity::error);
  facts.known.periods[0].entity = "DE01";
  CHECK(count("PERIOD_CLOSED", invoice, facts) == 0);
  facts.known.entities[0].id = "DE01";
  CHECK(count("PERIOD_CLOSED", invoice, facts) == 1);
  facts.known.periods[0].status = "open";
  CHECK(count("PERIOD_CLOSED", invoice, facts) == 0);
  facts.known.periods_loaded = false;
  CHECK(count("PERIOD_CLOSED", invoice, facts) == -1);
}
