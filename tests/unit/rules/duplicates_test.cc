#include "rules/controls/duplicates.h"

#include <doctest/doctest.h>

#include "sample.h"

using namespace ap;
using namespace ap::rules::test;

TEST_CASE("numbers are compared without signs, prefixes and leading zeros") {
  using rules::normalized_number;
  CHECK(normalized_number("Inv. No. 00-4711") == "4711");
  CHECK(normalized_number("RE-2026/017") == "2026017");
  CHECK(normalized_number("invoice #4711") == "4711");
  CHECK(normalized_number("Rechnung Nr. 12") == "12");
  CHECK(normalized_number("REX-17") == "REX17");
  CHECK(normalized_number("NOVA") == "NOVA");
  CHECK(normalized_number("0000") == "0000");
  CHECK(normalized_number("INV-4321A") == "4321A");
  CHECK(normalized_number("INV-4321") != normalized_number("INV-3421"));
  CHECK(normalized_number("") == "");
}

TEST_CASE("the key needs a number, a total and a currency; a receipt without a number goes by its date") {
  Invoice invoice = good_invoice();
  REQUIRE(rules::invoice_key(invoice));
  CHECK(rules::invoice_key(invoice)->gross == "119");
  Invoice copy = invoice;
  set(copy, "number", "RE 0017");
  set(copy, "totals.gross", "119.0");
  CHECK(rules::invoice_key(copy) == rules::invoice_key(invoice));
  copy.type = InvoiceType::credit_note;
  CHECK(rules::invoice_key(copy) != rules::invoice_key(invoice));
  set(invoice, "number", "");
  CHECK_FALSE(rules::invoice_key(invoice));
  invoice.type = InvoiceType::receipt;
  CHECK(rules::invoice_key(invoice)->number == "@2026-11-02");
  set(invoice, "currency", "");
  CHECK_FALSE(rules::invoice_key(invoice));
}

TEST_CASE("one vendor is told by tax number, account or name") {
  Invoice a = good_invoice(), b = good_invoice();
  CHECK(rules::same_vendor(a, b) == "tax number DE136695976");
  set(b, "seller.vat_id", "");
  CHECK(rules::same_vendor(a, b) == "account DE89370400440532013000");
  set(b, "payment.iban", "");
  CHECK(rules::same_vendor(a, b) == "seller Muster & Sohn GmbH");
  set(b, "seller.name", "MUSTER & SOHN G.m.b.H. & Co. KG");
  CHECK(rules::same_vendor(a, b));
  set(b, "seller.name", "Muster & Tochter GmbH");
  CHECK_FALSE(rules::same_vendor(a, b));
  set(b, "seller.name", "");
  CHECK(rules::same_vendor(a, b) == "issue date 2026-11-02");
  set(b, "issue_date", "2026-11-03");
  CHECK_FALSE(rules::same_vendor(a, b));
}

TEST_CASE("DUPLICATE_INVOICE: found, not found, and nobody could look") {
  rules::Facts facts = good_facts();
  CHECK(count("DUPLICATE_INVOICE", good_invoice(), facts) == 0);
  facts.duplicates->push_back({"abc123", "D2", "same number, total and tax number DE136695976"});
  CHECK(
      first("DUPLICATE_INVOICE", good_invoice(), facts).message ==
      "already received as document abc123 (D2: same number, total and tax number DE136695976); pay one of them only");
  facts.duplicates.reset();
  CHECK(count("DUPLICATE_INVOICE", good_invoice(), facts) == -1);
  auto result = rules::run_controls(good_invoice(), facts);
  REQUIRE(result.groups_not_run.size() == 1);
  CHECK(result.groups_not_run[0].second == "DUPLICATE_INVOICE: no store is set, so earlier invoices are not known");
}
