#include "rules/controls/arithmetic.h"

#include <doctest/doctest.h>

#include "sample.h"

using namespace ap;
using namespace ap::rules::test;

TEST_CASE("SUBTOTAL_MISMATCH: lines must add up to the net total within a cent") {
  Invoice invoice = good_invoice();
  set(invoice, "totals.net", "100.01");
  CHECK(count("SUBTOTAL_MISMATCH", invoice) == 0);
  set(invoice, "totals.net", "100.02");
  Finding finding = first("SUBTOTAL_MISMATCH", invoice);
  CHECK(finding.expected == "100.00");
  CHECK(finding.actual == "100.02");
  CHECK(finding.message ==
        "lines 100.00 - allowances 0 + charges 0 = 100.00, but the net total is 100.02 (off by 0.02)");
  invoice.lines.clear();
  CHECK(count("SUBTOTAL_MISMATCH", invoice) == -1);
}

TEST_CASE("SUBTOTAL_MISMATCH: allowances and charges count, stated or one by one") {
  Invoice invoice = good_invoice();
  set(invoice, "totals.net", "97.00");
  set(invoice, "totals.allowances", "5.00");
  set(invoice, "totals.charges", "2.00");
  CHECK(count("SUBTOTAL_MISMATCH", invoice) == 0);
  invoice.totals.allowances.reset();
  invoice.totals.charges.reset();
  CHECK(count("SUBTOTAL_MISMATCH", invoice) == 1);
  set(invoice, "allowances_charges[0].amount", "5.00");
  set(invoice, "allowances_charges[1].amount", "2.00");
  set(invoice, "allowances_charges[1].charge", "true");
  CHECK(count("SUBTOTAL_MISMATCH", invoice) == 0);
  set(invoice, "totals.lines", "99.00");
  CHECK(first("SUBTOTAL_MISMATCH", invoice).field == "totals.lines");
}

TEST_CASE("SUBTOTAL_MISMATCH: lines of a receipt may include the tax, those of an invoice may not") {
  Invoice invoice = good_invoice();
  set(invoice, "lines[0].net", "119.00");
  CHECK(first("SUBTOTAL_MISMATCH", invoice).message.find("seem to include the tax") != std::string::npos);
  invoice.type = InvoiceType::receipt;
  CHECK(count("SUBTOTAL_MISMATCH", invoice) == 0);
  invoice.lines.push_back({});
  CHECK(count("SUBTOTAL_MISMATCH", invoice) == -1);
}

TEST_CASE("TOTAL_MISMATCH: net, tax and rounding make the total within a cent") {
  Invoice invoice = good_invoice();
  set(invoice, "totals.gross", "119.01");
  CHECK(count("TOTAL_MISMATCH", invoice) == 0);
  set(invoice, "totals.gross", "119.02");
  CHECK(first("TOTAL_MISMATCH", invoice).message ==
        "net 100.00 + tax 19.00 = 119.00, but the total is 119.02 (off by 0.02)");
  set(invoice, "totals.rounding", "0.02");
  CHECK(count("TOTAL_MISMATCH", invoice) == 0);
  invoice.totals.net.reset();
  CHECK(count("TOTAL_MISMATCH", invoice) == -1);
}

TEST_CASE("TOTAL_MISMATCH: the amount due is the total less what was paid") {
  Invoice invoice = good_invoice();
  set(invoice, "totals.prepaid", "19.00");
  set(invoice, "totals.payable", "100.00");
  CHECK(count("TOTAL_MISMATCH", invoice) == 0);
  set(invoice, "totals.payable", "100.02");
  CHECK(first("TOTAL_MISMATCH", invoice).field == "totals.payable");
  invoice.totals.prepaid.reset();
  CHECK(count("TOTAL_MISMATCH", invoice) == 1);
  set(invoice, "totals.payable", "119.00");
  CHECK(count("TOTAL_MISMATCH", invoice) == 0);
  set(invoice, "totals.rounding", "0.05");
  set(invoice, "totals.payable", "119.05");
  CHECK(count("TOTAL_MISMATCH", invoice) == 0);
}

TEST_CASE("LINE_MATH_MISMATCH: quantity, base quantity, price and discount make the line") {
  Invoice invoice = good_invoice();
  set(invoice, "lines[0].net", "100.01");
  CHECK(count("LINE_MATH_MISMATCH", invoice) == 0);
  set(invoice, "lines[0].net", "100.02");
  CHECK(first("LINE_MATH_MISMATCH", invoice).message == "line 1: 2 x 50.00 = 100.00, but the line states 100.02");
  set(invoice, "lines[0].price_base_quantity", "10");
  set(invoice, "lines[0].net", "10.00");
  CHECK(count("LINE_MATH_MISMATCH", invoice) == 0);
  set(invoice, "lines[0].discount", "1.00");
  CHECK(count("LINE_MATH_MISMATCH", invoice) == 1);
  set(invoice, "lines[0].net", "9.00");
  CHECK(count("LINE_MATH_MISMATCH", invoice) == 0);
  invoice.lines[0].quantity.reset();
  CHECK(count("LINE_MATH_MISMATCH", invoice) == -1);
}

TEST_CASE("LINE_MATH_MISMATCH: a line in a currency without cents is rounded to whole units") {
  Invoice invoice = good_invoice();
  invoice.lines.resize(1);
  set(invoice, "lines[0].quantity", "16.25");
  set(invoice, "lines[0].unit_price", "1845");
  set(invoice, "lines[0].net", "29981");
  CHECK(count("LINE_MATH_MISMATCH", invoice) == 1);
  invoice.currency = "JPY";
  CHECK(count("LINE_MATH_MISMATCH", invoice) == 0);
  set(invoice, "lines[0].net", "29983");
  CHECK(count("LINE_MATH_MISMATCH", invoice) == 1);
}

TEST_CASE("LINE_MATH_MISMATCH: charges of an e-invoice line are a negative discount") {
  Invoice invoice = good_invoice();
  set(invoice, "lines[0].discount", "-5.00");
  set(invoice, "lines[0].net", "105.00");
  CHECK(count("LINE_MATH_MISMATCH", invoice) == 0);
  set(invoice, "lines[0].net", "95.00");
  CHECK(count("LINE_MATH_MISMATCH", invoice) == 1);
}

TEST_CASE("LINE_MATH_MISMATCH: a printed unit price may be rounded, one of an e-invoice is exact") {
  Invoice invoice = good_invoice();
  set(invoice, "lines[0].quantity", "100");
  set(invoice, "lines[0].unit_price", "1.23");
  set(invoice, "lines[0].net", "123.40");  // 1.234
  rules::Facts paper = good_facts();
  paper.method = "text";
  CHECK(count("LINE_MATH_MISMATCH", invoice, paper) == 0);
  CHECK(count("LINE_MATH_MISMATCH", invoice) == 1);
  set(invoice, "lines[0].net", "123.52");
  CHECK(count("LINE_MATH_MISMATCH", invoice, paper) == 1);
}

TEST_CASE("LINE_MATH_MISMATCH: the discount column of a page may hold a percentage") {
  Invoice invoice = good_invoice();
  set(invoice, "lines[0].discount", "10");
  set(invoice, "lines[0].net", "90.00");
  CHECK(count("LINE_MATH_MISMATCH", invoice) == 0);
  set(invoice, "lines[0].unit_price", "100.00");
  set(invoice, "lines[0].net", "180.00");
  CHECK(count("LINE_MATH_MISMATCH", invoice) == 1);
  rules::Facts paper = good_facts();
  paper.method = "ocr";
  CHECK(count("LINE_MATH_MISMATCH", invoice, paper) == 0);
}

TEST_CASE("INVALID_AMOUNT: decimals of the currency, sign and zero") {
  Invoice invoice = good_invoice();
  set(invoice, "totals.gross", "119.000");
  CHECK(count("INVALID_AMOUNT", invoice) == 0);
  set(invoice, "totals.gross", "119.001");
  CHECK(first("INVALID_AMOUNT", invoice).message == "119.001 has more decimals than EUR has (2)");
  set(invoice, "currency", "KWD");
  CHECK(count("INVALID_AMOUNT", invoice) == 0);
  set(invoice, "currency", "JPY");
  CHECK(count("INVALID_AMOUNT", invoice) == 1);

  invoice = good_invoice();
  set(invoice, "totals.gross", "0.00");
  CHECK(count("INVALID_AMOUNT", invoice) == 1);
  set(invoice, "totals.prepaid", "10.00");
  CHECK(count("INVALID_AMOUNT", invoice) == 0);
  set(invoice, "totals.gross", "-119.00");
  CHECK(first("INVALID_AMOUNT", invoice).message == "-119.00 is negative; a negative total needs a credit note");
  invoice.type = InvoiceType::credit_note;
  CHECK(count("INVALID_AMOUNT", invoice) == 1);
  set(invoice, "totals.gross", "119.00");
  CHECK(count("INVALID_AMOUNT", invoice) == 0);
}
