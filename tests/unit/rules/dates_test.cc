#include "rules/controls/dates.h"

#include <doctest/doctest.h>

#include "sample.h"

using namespace ap;
using namespace ap::rules::test;

TEST_CASE("FUTURE_DATE: today passes, tomorrow does not") {
  Invoice invoice = good_invoice();
  set(invoice, "issue_date", "2026-11-22");
  CHECK(count("FUTURE_DATE", invoice) == 0);
  set(invoice, "issue_date", "2026-11-23");
  CHECK(first("FUTURE_DATE", invoice).message == "issued on 2026-11-23, which is 1 days after today (2026-11-22)");
  set(invoice, "issue_date", "");
  CHECK(count("FUTURE_DATE", invoice) == -1);
}

TEST_CASE("OLD_INVOICE: 365 days pass, 366 do not") {
  Invoice invoice = good_invoice();
  set(invoice, "issue_date", "2025-11-22");
  CHECK(count("OLD_INVOICE", invoice) == 0);
  set(invoice, "issue_date", "2025-11-21");
  Finding finding = first("OLD_INVOICE", invoice);
  CHECK(finding.severity == Severity::warning);
  CHECK(finding.message == "issued on 2025-11-21, 366 days ago; the limit is 365 days");
  rules::Facts patient = good_facts();
  patient.settings.old_invoice_days = 366;
  CHECK(count("OLD_INVOICE", invoice, patient) == 0);
}

TEST_CASE("DUE_BEFORE_ISSUE: the same day passes, the day before does not") {
  Invoice invoice = good_invoice();
  set(invoice, "due_date", "2026-11-02");
  CHECK(count("DUE_BEFORE_ISSUE", invoice) == 0);
  set(invoice, "due_date", "2026-11-01");
  CHECK(count("DUE_BEFORE_ISSUE", invoice) == 1);
  set(invoice, "due_date", "");
  CHECK(count("DUE_BEFORE_ISSUE", invoice) == -1);
}

TEST_CASE("EXCESSIVE_AMOUNT: the limit itself passes, and a currency may have its own") {
  Invoice invoice = good_invoice();
  set(invoice, "totals.gross", "50000.00");
  CHECK(count("EXCESSIVE_AMOUNT", invoice) == 0);
  set(invoice, "totals.gross", "50000.01");
  CHECK(first("EXCESSIVE_AMOUNT", invoice).message == "the total 50000.01 EUR is above the limit of 50000");
  rules::Facts facts = good_facts();
  facts.settings.amount_limits["EUR"] = number("60000");
  CHECK(count("EXCESSIVE_AMOUNT", invoice, facts) == 0);
}
