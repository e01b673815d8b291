#include <doctest/doctest.h>

#include "unit/extract/pages.h"

using namespace ap;
using namespace ap::extract;

namespace {

PageExtraction slip(const std::vector<std::string_view>& lines) {
  layout::Page page = page_of(lines, 1000);
  page.width = 22000;
  page.height = 3000 + 1400 * static_cast<std::int32_t>(lines.size()) + 30000;
  return extract_invoice({page}, {*Date::parse("2026-11-22"), {}});
}

}  // namespace

TEST_CASE("a shop's slip gives merchant, date and total") {
  auto r = slip({"HAPPY MART SDN BHD (12345-X)", "12 JALAN BESAR", "TAX INVOICE", "Date: 25/12/2018",
                 "Milk        4.50", "Bread       3.20", "TOTAL       7.70", "CASH       10.00", "CHANGE      2.30"});
  CHECK(r.invoice.type == InvoiceType::receipt);
  CHECK(r.invoice.seller.name == "HAPPY MART SDN BHD");
  CHECK(text_of(r.invoice.issue_date) == "2018-12-25");
  CHECK(text_of(r.invoice.totals.gross) == "7.70");
}

TEST_CASE("the total of a receipt is the one after rounding") {
  auto r = slip({"HAPPY MART", "TOTAL           31.47", "ROUNDING        -0.02", "TOTAL           31.45",
                 "CASH            40.00", "CHANGE           8.55"});
  CHECK(text_of(r.invoice.totals.gross) == "31.45");
}

TEST_CASE("cash less change proves a total that is not the largest amount") {
  auto r = slip({"HAPPY MART", "Sub total       25.00", "Discount         5.00", "Total           20.00",
                 "Cash            50.00", "Change          30.00"});
  CHECK(text_of(r.invoice.totals.gross) == "20.00");
}
