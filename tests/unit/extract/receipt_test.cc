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

TEST_CASE("the name of a shop may go on below, and its legal form be badly read") {
  auto wrapped = slip({"SMITHERS HOLDINGS", "SDN. BHD.", "249336-T", "NO.17, JALAN BESAR,", "39100 BRINCHANG, PAHANG",
                       "TAX INVOICE", "Date: 06/02/2018", "Towel     13.50", "Total     13.50"});
  CHECK(wrapped.invoice.seller.name == "SMITHERS HOLDINGS SDN. BHD.");
  CHECK(wrapped.invoice.seller.address.street == "NO. 17, JALAN BESAR");
  CHECK(wrapped.invoice.seller.address.postal_code == "39100");
  CHECK(wrapped.invoice.seller.address.city == "BRINCHANG");
  CHECK(wrapped.invoice.seller.address.region == "PAHANG");
  auto misread = slip({"LEEWARD FLORIST SON BHD", "(621273-W)", "129, JALAN TUN LEE,", "50000 KUALA LUMPUR",
                       "Roses     24.32", "Total     24.32", "CASH      24.32"});
  CHECK(misread.invoice.seller.name == "LEEWARD FLORIST SDN BHD");
  CHECK(misread.evidence.at("seller.name").text == "LEEWARD FLORIST SON BHD");
}

TEST_CASE("a scribble in small letters above the name is no name") {
  auto r = slip({"tan ah kow", "BRIGHT GIFT & DECO", "27, JALAN DEDAP 13,", "81100 JOHOR BAHRU, JOHOR", "RECEIPT",
                 "Lamp     55.90", "Total    55.90", "CASH     60.00", "CHANGE    4.10"});
  CHECK(r.invoice.seller.name == "BRIGHT GIFT & DECO");
}

TEST_CASE("credit beside an amount is a card and no credit note") {
  auto r = slip({"99 FAST MART S/B (519537-X)", "LOT 2811, JALAN ANGSA,", "41150 KLANG, SELANGOR", "Noodles     3.79",
                 "Rice       57.86", "Total Sales   61.65", "CREDIT RM   61.65", "CHANGE RM    0.00"});
  CHECK(r.invoice.type == InvoiceType::receipt);
  CHECK(r.invoice.seller.name == "99 FAST MART S/B");
}

TEST_CASE("a slip's number stands behind the word of the till") {
  for (std::string_view line : {"Ref 901962   Cashier MK", "# 901962   Kasse 2", "Bon Nr. 901962"})
    CHECK(slip({"HAPPY MART", "11/05/2026 08:37", line, "Milk   4.50", "TOTAL   4.50", "CASH   4.50"}).invoice.number ==
          "901962");
}

TEST_CASE("a slip names no buyer and no purchase order unless a label does") {
  auto r = slip({"HAPPY MART SDN BHD", "12 JALAN BESAR", "41150 KLANG", "SHOPPING HOURS", "SUN-THU 1000 - 2200 HRS",
                 "ORDER : 00012916", "Milk        4.50", "Bread       3.20", "TOTAL       7.70", "CASH       10.00",
                 "CHANGE      2.30"});
  CHECK(r.invoice.buyer.name.empty());
  CHECK(r.invoice.purchase_order.empty());
}

TEST_CASE("the legal form of a Malaysian company is no currency") {
  auto r = slip({"HAPPY MART SON BHD", "12 JALAN BESAR", "Milk      $4.50", "Bread     $3.20", "TOTAL     $7.70",
                 "CASH     $10.00", "CHANGE    $2.30"});
  CHECK(r.invoice.currency == "MYR");
}

TEST_CASE("a date that another look saw is read") {
  layout::Page page =
      page_of({"HAPPY MART", "Date 1B/0X/201", "TOTAL       7.70", "CASH       10.00", "CHANGE      2.30"});
  page.source = layout::PageSource::ocr;
  for (layout::Word& word : page.words) word.confidence = 900;
  page.width = 22000;
  page.height = 40000;
  page.others.push_back(page.words[3]);
  page.others.back().text = "18/03/2018";
  auto r = extract_invoice({page}, {*Date::parse("2026-11-22"), {}});
  CHECK(text_of(r.invoice.issue_date) == "2018-03-18");
}

TEST_CASE("a row of numbers above the name is none, and signs within a name are letters") {
  auto r = slip({"403 129", "MR D\u00a5NG SH0P", "12 JALAN BESAR", "41150 KLANG", "TOTAL       7.70",
                 "CASH       10.00", "CHANGE      2.30"});
  CHECK(r.invoice.seller.name == "MR DYNG SHOP");
}

TEST_CASE("a total after rounding may be named by the rounding alone") {
  auto r = slip({"HAPPY MART", "Total Sales     22.91", "Rounding        22.90", "Thank you"});
  CHECK(text_of(r.invoice.totals.gross) == "22.90");
}

TEST_CASE("a date whose separators became quotes is put together") {
  layout::Page page = page_of({"HAPPY MART", "Date 02~ '04 '2018", "TOTAL    7.70", "CASH    10.00", "CHANGE   2.30"});
  page.source = layout::PageSource::ocr;
  for (layout::Word& word : page.words) word.confidence = 900;
  page.width = 22000;
  page.height = 40000;
  auto r = extract_invoice({page}, {*Date::parse("2026-11-22"), {}});
  CHECK(text_of(r.invoice.issue_date) == "2018-04-02");
}

TEST_CASE("a time of day in the head does not end it") {
  layout::Page page =
      page_of({"HAPPY MART SDN BHD", "Thursday", "03 Apr 2018 18:23", "12, JALAN TAMPOI 7/4", "81200 JOHOR BAHRU",
               "Milk      7.70", "TOTAL    7.70", "CASH    10.00", "CHANGE   2.30"});
  page.source = layout::PageSource::ocr;
  for (layout::Word& word : page.words) word.confidence = 900;
  page.width = 22000;
  page.height = 40000;
  auto r = extract_invoice({page}, {*Date::parse("2026-11-22"), {}});
  CHECK(r.invoice.seller.address.street == "12, JALAN TAMPOI 7/4");
  CHECK(r.invoice.seller.address.city == "JOHOR BAHRU");
}
