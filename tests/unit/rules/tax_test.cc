#include "rules/controls/tax.h"

#include <doctest/doctest.h>

#include "rules/controls/vat_rates.h"
#include "sample.h"

using namespace ap;
using namespace ap::rules::test;

namespace {

// An invoice of one rate with lines of these amounts, basis and stated tax.
Invoice with_lines(std::initializer_list<const char*> nets, const char* rate, const char* basis, const char* tax) {
  Invoice invoice = good_invoice();
  invoice.lines.clear();
  for (const char* net : nets) {
    Line line;
    line.net = number(net);
    line.tax_rate = number(rate);
    invoice.lines.push_back(line);
  }
  set(invoice, "taxes[0].rate", rate);
  set(invoice, "taxes[0].basis", basis);
  set(invoice, "taxes[0].amount", tax);
  set(invoice, "totals.tax", tax);
  set(invoice, "totals.net", basis);
  return invoice;
}

}  // namespace

TEST_CASE("TAX_MISMATCH: a cent passes, two do not, and every residual is told") {
  Invoice invoice = good_invoice();
  set(invoice, "taxes[0].amount", "19.01");
  set(invoice, "totals.tax", "19.01");
  CHECK(count("TAX_MISMATCH", invoice) == 0);
  set(invoice, "taxes[0].amount", "19.02");
  set(invoice, "totals.tax", "19.02");
  Finding finding = first("TAX_MISMATCH", invoice);
  CHECK(finding.expected == "19.00");
  CHECK(finding.field == "taxes[0].amount");
  CHECK(finding.message.find("tax at 19 % on 100.00 is stated as 19.02, which no rounding gives") == 0);
  CHECK(finding.message.find("per line, half even") != std::string::npos);
  CHECK(finding.message.find("off by 0.02") != std::string::npos);
  rules::Facts wide = good_facts();
  wide.settings.tax_tolerance = number("0.02");
  CHECK(count("TAX_MISMATCH", invoice, wide) == 0);
}

TEST_CASE("TAX_MISMATCH: rounding per line or per rate, up, even or down, is the seller's choice") {
  rules::Facts exact = good_facts();
  exact.settings.tax_tolerance = Decimal();
  // 3 lines of 0.15 at 10 %: per rate 0.045, per line 3 x 0.015.
  for (const char* tax : {"0.05", "0.04", "0.06", "0.03"}) {
    INFO(tax);
    CHECK(count("TAX_MISMATCH", with_lines({"0.15", "0.15", "0.15"}, "10", "0.45", tax), exact) == 0);
  }
  CHECK(count("TAX_MISMATCH", with_lines({"0.15", "0.15", "0.15"}, "10", "0.45", "0.07"), exact) == 1);
  CHECK(count("TAX_MISMATCH", with_lines({"0.15", "0.15", "0.15"}, "10", "0.45", "0.02"), exact) == 1);
}

TEST_CASE("TAX_MISMATCH: a breakdown must add up to the tax total") {
  Invoice invoice = good_invoice();
  set(invoice, "totals.tax", "19.50");
  CHECK(first("TAX_MISMATCH", invoice).message ==
        "the taxes by rate add up to 19.00, but the tax total is 19.50 (off by 0.50)");
}

TEST_CASE("TAX_MISMATCH: several rates without a breakdown are computed from the lines") {
  Invoice invoice = good_invoice();
  invoice.taxes.clear();
  set(invoice, "lines[1].net", "50.00");
  set(invoice, "lines[1].tax_rate", "7");
  set(invoice, "totals.net", "150.00");
  set(invoice, "totals.tax", "22.50");
  CHECK(count("TAX_MISMATCH", invoice) == 0);
  set(invoice, "totals.tax", "22.52");
  CHECK(count("TAX_MISMATCH", invoice) == 1);
  set(invoice, "lines[1].tax_rate", "");
  CHECK(count("TAX_MISMATCH", invoice) == -1);
}

TEST_CASE("TAX_MISMATCH: yen have no sen, rupees may be rounded whole") {
  Invoice invoice = with_lines({"1005"}, "10", "1005", "100");
  set(invoice, "currency", "JPY");
  CHECK(count("TAX_MISMATCH", invoice) == 0);
  invoice = with_lines({"1010.00"}, "9", "1010.00", "91.00");
  CHECK(count("TAX_MISMATCH", invoice) == 1);
  set(invoice, "currency", "INR");
  CHECK(count("TAX_MISMATCH", invoice) == 0);
}

TEST_CASE("TAX_MISMATCH: a rate without a basis may have been taxed on the sum of its lines") {
  Invoice invoice = with_lines({"0.33", "0.33", "0.33"}, "19", "0.99", "0.19");
  invoice.taxes[0].basis.reset();
  CHECK(count("TAX_MISMATCH", invoice) == 0);
  set(invoice, "taxes[0].amount", "0.25");
  set(invoice, "totals.tax", "0.25");
  CHECK(count("TAX_MISMATCH", invoice) == 1);
}

TEST_CASE("TAX_MISMATCH: an allowance on the whole document leaves open which rate it bears") {
  Invoice invoice = with_lines({"100.00", "100.00"}, "19", "190.00", "24.70");
  invoice.lines[1].tax_rate = number("7");
  invoice.taxes.clear();
  set(invoice, "totals.allowances", "10.00");
  CHECK(count("TAX_MISMATCH", invoice) == -1);  // not run: the bases are not known
  set(invoice, "totals.allowances", "0.00");
  CHECK(count("TAX_MISMATCH", invoice) == 1);
}

TEST_CASE("TAX_RATE_INVALID: rates go by country and day") {
  Invoice invoice = good_invoice();
  set(invoice, "taxes[0].rate", "16");
  CHECK(first("TAX_RATE_INVALID", invoice).message ==
        "DE had no rate of 16 % on 2026-11-02; its rates were 19, 7, 0, 7.8, 5.5 %");
  set(invoice, "delivery.date", "2020-12-31");
  CHECK(count("TAX_RATE_INVALID", invoice) == 0);
  set(invoice, "delivery.date", "2021-01-01");
  CHECK(count("TAX_RATE_INVALID", invoice) == 1);
  set(invoice, "taxes[0].rate", "19.00");
  CHECK(count("TAX_RATE_INVALID", invoice) == 0);
  set(invoice, "seller.vat_id", "");
  set(invoice, "seller.address.country", "US");
  CHECK(count("TAX_RATE_INVALID", invoice) == -1);
}

TEST_CASE("TAX_RATE_INVALID: zero needs a reason, a category or a country that has it") {
  Invoice invoice = good_invoice();
  set(invoice, "seller.vat_id", "ATU13585627");
  set(invoice, "seller.address.country", "AT");
  set(invoice, "taxes[0].rate", "0");
  CHECK(count("TAX_RATE_INVALID", invoice) == 1);
  set(invoice, "taxes[0].category", "Z");
  CHECK(count("TAX_RATE_INVALID", invoice) == 0);
  set(invoice, "taxes[0].category", "AE");
  CHECK(count("TAX_RATE_INVALID", invoice) == 1);
  set(invoice, "taxes[0].exemption_reason", "Reverse charge");
  CHECK(count("TAX_RATE_INVALID", invoice) == 0);
}

TEST_CASE("rates change on their day") {
  using rules::vat_rate_known;
  CHECK(vat_rate_known("FI", number("24"), *Date::from_ymd(2024, 8, 31)));
  CHECK_FALSE(vat_rate_known("FI", number("24"), *Date::from_ymd(2024, 9, 1)));
  CHECK(vat_rate_known("FI", number("25.5"), *Date::from_ymd(2024, 9, 1)));
  CHECK(vat_rate_known("CH", number("8.10"), *Date::from_ymd(2024, 1, 1)));
  CHECK_FALSE(rules::vat_rates_listed("US"));
  CHECK(rules::vat_rates_listed("XI"));
}
