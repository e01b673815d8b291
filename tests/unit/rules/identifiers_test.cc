#include "rules/controls/identifiers.h"

#include <doctest/doctest.h>

#include "sample.h"

using namespace ap;
using namespace ap::rules::test;

TEST_CASE("INVALID_IBAN: check digits, length, and none at all") {
  Invoice invoice = good_invoice();
  set(invoice, "payment.iban", "DE89 3704 0044 0532 0130 00");
  CHECK(count("INVALID_IBAN", invoice) == 0);
  set(invoice, "payment.iban", "DE88370400440532013000");
  CHECK(first("INVALID_IBAN", invoice).message ==
        "the IBAN DE88370400440532013000 is wrong: its check digits do not agree with the rest");
  set(invoice, "payment.iban", "");
  CHECK(count("INVALID_IBAN", invoice) == 0);
}

TEST_CASE("INVALID_BIC: form, and the country of the account") {
  Invoice invoice = good_invoice();
  CHECK(count("INVALID_BIC", invoice) == 0);
  set(invoice, "payment.bic", "COBADEF");
  CHECK(count("INVALID_BIC", invoice) == 1);
  set(invoice, "payment.bic", "BNPAFRPP");
  CHECK(first("INVALID_BIC", invoice).message == "the BIC BNPAFRPP is of a bank in FR, the IBAN of an account in DE");
  set(invoice, "payment.iban", "MC5811222000010123456789030");
  CHECK(count("INVALID_BIC", invoice) == 0);
}

TEST_CASE("INVALID_REFERENCE: only structured references are checked") {
  Invoice invoice = good_invoice();
  set(invoice, "payment.reference", "Kundennummer 4711");
  CHECK(count("INVALID_REFERENCE", invoice) == 0);
  set(invoice, "payment.reference", "RF18 5390 0754 7034");
  CHECK(count("INVALID_REFERENCE", invoice) == 0);
  set(invoice, "payment.reference", "RF19 5390 0754 7034");
  CHECK(count("INVALID_REFERENCE", invoice) == 1);
  set(invoice, "payment.reference", "4711");
  CHECK(count("INVALID_REFERENCE", invoice) == 0);
  set(invoice, "payment.iban", "CH4431999123000889012");
  CHECK(count("INVALID_REFERENCE", invoice) == 1);
}

TEST_CASE("INVALID_TAX_ID: seller and buyer, by checksum and by form") {
  Invoice invoice = good_invoice();
  set(invoice, "seller.vat_id", "DE136695970");
  CHECK(first("INVALID_TAX_ID", invoice).field == "seller.vat_id");
  set(invoice, "seller.vat_id", "136695976");
  CHECK(count("INVALID_TAX_ID", invoice) == 0);
  set(invoice, "buyer.vat_id", "ATU1358562");
  CHECK(first("INVALID_TAX_ID", invoice).expected == "ATU and 8 digits");
  set(invoice, "buyer.vat_id", "JP1234567890123");
  CHECK(count("INVALID_TAX_ID", invoice) == 0);
}
