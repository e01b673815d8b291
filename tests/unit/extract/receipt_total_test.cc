#include <doctest/doctest.h>

#include "extract/receipt_amounts.h"
#include "extract/receipt_likeness.h"
#include "extract/receipt_sums.h"
#include "unit/extract/pages.h"

using namespace ap;
using namespace ap::extract;
using reading::damaged_likeness;
using reading::repair_amount;

namespace {

// A slip as recognition gives it: every word a little unsure.
PageExtraction scanned(const std::vector<std::string_view>& lines) {
  layout::Page page = page_of(lines, 900);
  page.source = layout::PageSource::ocr;
  for (layout::Word& word : page.words) word.confidence = 950;
  page.width = 22000;
  page.height = 3000 + 1400 * static_cast<std::int32_t>(lines.size()) + 30000;
  return extract_invoice({page}, {*Date::parse("2026-11-22"), {}});
}

std::string repaired(std::string_view text) {
  auto found = repair_amount(text);
  return found ? found->value.str() : "";
}

}  // namespace

TEST_CASE("a damaged amount has the reading that a till's two decimals leave") {
  CHECK(repaired("8091") == "80.91");
  CHECK(repaired("4O.00") == "40.00");
  CHECK(repaired("RM13,60") == "13.60");
  CHECK(repaired("81..80") == "81.80");
  CHECK(repaired("53.485") == "");  // which digit is too many is not known
  CHECK(repaired("1207") == "12.07");
  CHECK(repair_amount("1207")->quality < repair_amount("l2.07")->quality);
}

TEST_CASE("what is no amount is not repaired into one") {
  CHECK(repaired("CASH") == "");
  CHECK(repaired("000750673920") == "");
  CHECK(repaired("12/03") == "");
}

TEST_CASE("likeness of a damaged print") {
  Decimal value = *Decimal::parse("60.30");
  CHECK(damaged_likeness("60,30", value) == 1.0);
  CHECK(damaged_likeness("60.80", value) == 0.6);
  CHECK(damaged_likeness("60", value) == 0.4);
  CHECK(damaged_likeness("19.80", value) == 0.0);
}

TEST_CASE("the row of a tax table is not the total") {
  auto r = scanned({"GROCER BESTE GMBH", "Apfel           13,18 B", "Wein            17,34 A", "SUMME           30,52",
                    "Kartenzahlung   30,52", "USt %     Netto     USt       Brutto",
                    "A 20%     14,45     2,89      17,34", "B 10%     11,98     1,20      13,18"});
  CHECK(text_of(r.invoice.totals.gross) == "30.52");
}

TEST_CASE("a total that is damaged follows from what leads to it, and says so") {
  auto r = scanned({"HAPPY BISTRO", "Soup   150.00", "Fish   145.00", "SUB TOTAL   295.00",
                    "SERVICE CHARGE 10%   29.50", "GST 6%   19.47", "ROUNDING ADJ   -0.02", "TOTAL   343."});
  CHECK(text_of(r.invoice.totals.gross) == "343.95");
  CHECK(r.evidence.at("totals.gross").how == How::arithmetic);
  CHECK(r.evidence.at("totals.gross").confidence < 900);
}

TEST_CASE("total, cash and change are known without their labels") {
  auto r = scanned({"HAPPY MART SDN BHD", "Basin   21.32", "JOTXL   22.60", "CX   30.00", "CHXNQ   7.40",
                    "TAXABLE AMT   21.32", "GST 6%   1.28"});
  CHECK(text_of(r.invoice.totals.gross) == "22.60");
}

TEST_CASE("net and tax that were read for another total are taken out") {
  auto r = scanned({"HAPPY MART SDN BHD", "Total Sales (Excluding GST)   37.50", "Total GST   2.25",
                    "Total Sales (Inclusive of GST)   39.75", "CASH   40.00", "CHANGE   0.25"});
  CHECK(text_of(r.invoice.totals.gross) == "39.75");
  CHECK(text_of(r.invoice.totals.net) == "37.50");
  CHECK(text_of(r.invoice.totals.tax) == "2.25");
}

TEST_CASE("a tax included in the total is known by its rate, not by items that add up as well") {
  auto r = scanned({"KRUIDENIER BV", "Bergkaas   27.02", "Koffiebonen", "2 x 3.86   7.72", "Te betalen   34.74",
                    "CONTANT   50.00", "Wisselgeld   15.26", "incl. BTW 6%   1.97"});
  CHECK(text_of(r.invoice.totals.gross) == "34.74");
  CHECK(text_of(r.invoice.totals.tax) == "1.97");
  CHECK(text_of(r.invoice.totals.net) == "32.77");
}

TEST_CASE("the total that another look saw is taken where the slip adds up to it") {
  layout::Page page = page_of({"HAPPY MART", "Milk        4.50", "Bread       3.20", "Total       7.76",
                               "Cash       10.00", "Change      2.30"},
                              900);
  page.source = layout::PageSource::ocr;
  for (layout::Word& word : page.words) word.confidence = 950;
  page.width = 22000;
  page.height = 40000;
  for (const layout::Word& word : page.words) {
    if (word.text != "7.76") continue;
    page.others.push_back(word);
    page.others.back().text = "7. 70";
  }
  REQUIRE(page.others.size() == 1);
  auto r = extract_invoice({page}, {*Date::parse("2026-11-22"), {}});
  CHECK(text_of(r.invoice.totals.gross) == "7.70");
}

TEST_CASE("a misread digit of the total gives way to what the sub-total leads to") {
  auto r = scanned({"HAPPY MART", "Sub total       106.10", "Service charge   10.61", "GST 6%            7.00",
                    "Rounding         -0.01", "Total           123.76"});
  CHECK(text_of(r.invoice.totals.gross) == "123.70");
}

TEST_CASE("coins end in five or nothing") {
  auto r = scanned({"HAPPY MART", "Total           42. 5O", "Total GST table  42.47", "Cash            50.00",
                    "Change           7.56"});
  CHECK(text_of(r.invoice.totals.gross) == "42.50");
}

TEST_CASE("three figures of which one looks like another are a damaged print of the sum") {
  CHECK(damaged_likeness("6.20", *Decimal::parse("8.20")) >= 0.6);
  CHECK(damaged_likeness("4.20", *Decimal::parse("8.20")) == 0);
}

TEST_CASE("below a row of rounding the total ends in a coin") {
  auto r = scanned({"SHOP SDN BHD", "SIMPLIFIED TAX INVOICE", "Sub Total     106.10", "Total GST     6.37",
                    "Rounding     -0.02", "Total (RM):   112.46", "CASH          112.48", "Change        0.00"});
  REQUIRE(r.invoice.totals.gross);
  CHECK(*r.invoice.totals.gross == *Decimal::parse("112.45"));
}

TEST_CASE("'pay by: cash' does not make an invoice of a slip") {
  auto r = scanned({"SHOP SDN BHD", "CARRY OUT   Pay By: CASH", "Sub-Total   45.70", "Coupon Discount   14.80",
                    "Grand Total   30.50", "Payment   101.00", "Change Due   70.10"});
  CHECK(r.invoice.type == InvoiceType::receipt);
  REQUIRE(r.invoice.totals.gross);
  CHECK(*r.invoice.totals.gross == *Decimal::parse("30.90"));
}

TEST_CASE("a date that a slip shows once is not sure") {
  auto once = scanned({"SHOP SDN BHD", "Date: 24/12/2018", "TOTAL   50.00", "CASH   50.00", "CHANGE   0.00"});
  CHECK(once.evidence.at("issue_date").confidence <= 900);
}

TEST_CASE("a misread total below a row of rounding gives way to total, rounding, cash and change") {
  auto r = scanned({"HAPPY MART SDN BHD", "Chopsticks   2.33", "Pliers   13.98", "Total :   7   16.31",
                    "Rounding Adj :   -0.01", "Balance Due:   6.3", "Payment (Cash)   :   17.00",
                    "Change (Cash)   :   0.70", "GST Summary", "SR   6%   15.40   0.91"});
  CHECK(text_of(r.invoice.totals.gross) == "16.30");
  CHECK_FALSE(r.invoice.totals.prepaid);
}

TEST_CASE("a rounding of more than a coin was misread and moves no total") {
  auto r = scanned({"HAPPY MART SDN BHD", "Padlock   24.00", "SUB-TOTAL   24.00", "DISC   0.00", "ROUNDING   0.08",
                    "TOTAL   24.00", "CASH   SO. OD"});
  CHECK(text_of(r.invoice.totals.gross) == "24.00");
}

TEST_CASE("the total below a row of rounding that cannot be read is the rounded one") {
  auto r = scanned({"HAPPY MART SDN BHD", "Tea   9.90", "Soup   11.40", "Total (Excluding GST):   21.30",
                    "Serv. Charge (3%):   0.65", "GST payable (6%):   1.31", "Total (Inclusive of GST):   23.26",
                    "Rounding Adj:   ~0.0)", "TOTAL:   fas", "23.25"});
  CHECK(text_of(r.invoice.totals.gross) == "23.25");
}

TEST_CASE("more taken back than sold is a negative total where two sums of the slip prove it") {
  auto r = scanned({"HAPPY BAKERY SDN BHD", "TAX INVOICE", "White   4.26", "Jumbo   8.72", "Total 0% supplies:   12.98",
                    "Scotch   -13.87", "GST:   -0.84", "Total 6% supplies (Inc. GST):   -14.71",
                    "Total 0% supplies:   12.98", "Total Payable:   -1.73"});
  CHECK(text_of(r.invoice.totals.gross) == "-1.73");
  CHECK(r.evidence.at("totals.gross").how == How::arithmetic);
}

TEST_CASE("labels that lost a letter in the middle still name total and change") {
  auto r = scanned({"HAPPY PARK SDN BHD", "Ticket   029190", "Parking Fee   RM3.00", "Tote l   FM3.00", "Paid   FM3.00",
                    "Chane   FM0.00"});
  CHECK(text_of(r.invoice.totals.gross) == "3.00");
}

TEST_CASE("where the smallest coin is a whole, the rounding is what it says") {
  auto r = scanned({"POTRAVINY U HAVRANA", "Chleb               54,90", "Syr                 93,97",
                    "Celkem             148,87", "Zaokrouhleni         0,13", "K PLATBE           149,00",
                    "Hotove             200,00", "Vraceno             51,00"});
  CHECK(text_of(r.invoice.totals.gross) == "149.00");
}
