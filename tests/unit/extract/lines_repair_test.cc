#include <doctest/doctest.h>

#include "extract/lines.h"
#include "unit/extract/line_table_text.h"
#include "unit/extract/page_builder.h"

using namespace ap;
using namespace ap::extract;
using ap::test::printed_page;
using ap::test::read;
using ap::test::summary;

// The same as recognition gives it: no word is certain.
static LineTable recognise(const std::vector<std::string>& rows, const LineHints& hints = {}) {
  layout::Page page = printed_page(rows);
  for (layout::Word& w : page.words) w.confidence = 900;
  return extract_lines({page}, hints);
}

TEST_CASE("a heading of words that no list has is known by the numbers under it") {
  LineTable t = read({"Street 12, 4711 Somewhere", "Zorp 99.10", "", "Wibble              Zorp       Plugh      Quux",
                      "Blue widget            4       2.50     10.00", "Red widget            10       1.10     11.00",
                      "Gross                                   21.00"});
  CHECK(summary(t) == "4 x 2.50 = 10.00 Blue widget\n10 x 1.10 = 11.00 Red widget\n");
}

TEST_CASE("the one misread quantity is what amount and price give exactly, with doubt") {
  const std::vector<std::string> rows{"Item                Quantity     Price        Amount",
                                      "Blue widget         2            10.50          21.00",
                                      "Green widget        1            248.54       1988.32",
                                      "Net amount                                     2009.32"};
  LineTable t = recognise(rows);
  CHECK(summary(t) == "2 x 10.50 = 21.00 Blue widget\n8 x 248.54 = 1988.32 Green widget\n");
  CHECK(t.evidence.at("lines[1].quantity").confidence <= 600);
  CHECK(summary(read(rows)) == "2 x 10.50 = 21.00 Blue widget\n1 x 248.54 = 1988.32 Green widget\n");
  CHECK(summary(recognise({"Item                Quantity     Price        Amount",
                           "Blue widget         2            18.60          37.20",
                           "Green widget        5            32.00         176.00",
                           "Net amount                                      213.20"})) ==
        "2 x 18.60 = 37.20 Blue widget\n5.5 x 32.00 = 176.00 Green widget\n");
}

TEST_CASE("quantities stay where several rows do not hold, and where the price is in hundredths") {
  CHECK(summary(recognise({"Item                Quantity     Price        Amount",
                           "Blue widget         60           12.50        1980.00",
                           "Green widget        24            8.75         294.00",
                           "Red widget          1            5.00           5.00",
                           "Net amount                                     2279.00"})) ==
        "60 x 12.50 = 1980.00 Blue widget\n24 x 8.75 = 294.00 Green widget\n1 x 5.00 = 5.00 Red widget\n");
  CHECK(summary(recognise({"Item                Quantity     Price        Amount",
                           "Energy              3218         28.10         904.26",
                           "Duty                187           2.00         374.00",
                           "Net amount                                     1278.26"})) ==
        "3218 x 28.10 = 904.26 Energy\n187 x 2.00 = 374.00 Duty\n");
}

TEST_CASE("sums in a row below their labels are no items") {
  LineTable t =
      read({"Item                Price        Qty     Amount", "Blue widget         21.99        150    3298.50", "",
            "     Net amount        VAT 21 %      Total     Total due",
            "        3298.50          692.69    3991.19       3991.19"});
  CHECK(summary(t) == "150 x 21.99 = 3298.50 Blue widget\n");
}

TEST_CASE("sums of sections and of all rows are told by arithmetic whatever stands beside them") {
  LineTable t = read(
      {"Description            Quantity     Price     Amount", "Fitting                      2     30.00      60.00",
       "Wages so far                                    60.00", "Pipe                         4      5.00      20.00",
       "Bend                         1      7.00       7.00", "Stuff so far                                    27.00",
       "Altogether                                      87.00", "Duty 20 %                                       17.40",
       "Pay                                            104.40"});
  CHECK(summary(t) == "2 x 30.00 = 60.00 Fitting\n4 x 5.00 = 20.00 Pipe\n1 x 7.00 = 7.00 Bend\n");
}

TEST_CASE("a row that equals the rows before it stays where all rows make the net total") {
  LineHints hints;
  hints.net = Decimal::parse("100.00");
  LineTable t =
      read({"Description                              Amount", "Part one                                  20.00",
            "Part two                                  30.00", "Part three                                50.00",
            "Net total                                100.00"},
           hints);
  CHECK(t.lines.size() == 3);
}

TEST_CASE("products written in sentences are read, also wrapped ones") {
  LineTable t =
      read({"Drafting the contract, 2.5 hours at", "GBP 200.00                              500.00",
            "Telephone calls, 0.5 hours at 200.00    100.00", "Total                                   600.00"});
  CHECK(t.lines.size() == 2);
  CHECK(t.lines[0].quantity->str() == "2.5");
  CHECK(t.lines[1].unit_price->str() == "200.00");
}

TEST_CASE("without cents the factor with decimals is the quantity") {
  LineTable t =
      read({"What                    Many       Each      Sum", "Bearing               24.000      2,070   49,680",
            "Switch                 4.000     39,300  157,200", "Total                                    206,880"});
  CHECK(summary(t) == "24.000 x 2070 = 49680 Bearing\n4.000 x 39300 = 157200 Switch\n");
}

TEST_CASE("rows at one height on two pages that differ in numbers are no page header") {
  std::vector<std::string> first{"Item            Qty    Price    Amount", "Travel            1    50.00     50.00",
                                 "Work              2    40.00     80.00"};
  std::vector<std::string> second{"Item            Qty    Price    Amount", "Travel            3    50.00    150.00",
                                  "Total                              280.00"};
  LineTable t = extract_lines({printed_page(first, 1), printed_page(second, 2)}, {});
  CHECK(t.lines.size() == 3);
}

TEST_CASE("counts before the names of a list are quantities, positions are none") {
  LineTable t = read({"3  Plat du jour          43.11", "2  Vin au verre           4.72",
                      "1  Espresso               1.75", "Total                    49.58"});
  CHECK(summary(t) == "3 x 14.37 = 43.11 Plat du jour\n2 x 2.36 = 4.72 Vin au verre\n1 x 1.75 = 1.75 Espresso\n");
  t = read({"1  Plat du jour          43.11", "2  Vin au verre           4.72", "3  Espresso               1.75",
            "Total                    49.58"});
  REQUIRE(t.lines.size() == 3);
  CHECK(t.lines[2].quantity->str() == "1");
}

TEST_CASE("litres with two decimals are the quantity") {
  LineTable t = read({"Super E10", "  53.41 L x 1.557         83.16", "Total                    83.16"});
  REQUIRE(t.lines.size() == 1);
  CHECK(t.lines[0].quantity->str() == "53.41");
  CHECK(t.lines[0].unit_price->str() == "1.557");
}

TEST_CASE("a misread amount is its product where the total agrees and says so") {
  LineHints hints;
  hints.net = Decimal::parse("168.00");
  std::vector<std::string> rows{
      "Description            Quantity     Price     Amount", "Fitting                      2     30.00      60.00",
      "Pipe                         4     25.00     108.00", "Bend                         1      8.00       8.00",
      "Net total                                      168.00"};
  LineTable t = recognise(rows, hints);
  REQUIRE(t.lines.size() == 3);
  CHECK(t.lines[1].net->str() == "100.00");
  CHECK(t.evidence.at("lines[1].net").how == How::arithmetic);
  CHECK(t.evidence.at("lines[1].net").text == "108.00");
  CHECK(t.evidence.at("lines[1].net").confidence < 700);
}

TEST_CASE("a misread amount stays as printed where no total speaks for another") {
  LineTable t = recognise(
      {"Description            Quantity     Price     Amount", "Fitting                      2     30.00      60.00",
       "Pipe                         4     25.00     108.00", "Net total                                      175.00"});
  REQUIRE(t.lines.size() == 2);
  CHECK(t.lines[1].net->str() == "108.00");
}

TEST_CASE("a misread quantity beside a price and an amount that hold is put right") {
  LineTable t = recognise(
      {"Description            Quantity     Price     Amount", "Fitting                      2     30.00      60.00",
       "Pipe                        18     25.00     375.00", "Net total                                      435.00"});
  REQUIRE(t.lines.size() == 2);
  CHECK(t.lines[1].quantity->str() == "15");
  CHECK(t.evidence.at("lines[1].quantity").how == How::arithmetic);
}

TEST_CASE("a lost point is put back where the product has the same digits") {
  LineTable t = recognise(
      {"Description            Quantity     Price     Amount", "Fitting                      2     30.56       6112",
       "Pipe                         4     25.00     100.00", "Due                           99.00"});
  REQUIRE(t.lines.size() == 2);
  CHECK(t.lines[0].net->str() == "61.12");
}

TEST_CASE("what a text layer says is never put right") {
  LineHints hints;
  hints.net = Decimal::parse("168.00");
  std::vector<std::string> rows{
      "Description            Quantity     Price     Amount", "Fitting                      2     30.00      60.00",
      "Pipe                         4     25.00     108.00", "Net total                     168.00"};
  CHECK(read(rows, hints).lines.at(1).net->str() == "108.00");
  rows[2] = "Pipe                        18     25.00     375.00";
  CHECK(read(rows, hints).lines.at(1).quantity->str() == "18");
}

TEST_CASE("twenty thousand words on one row are no table and take no time") {
  std::string row;
  for (int i = 0; i < 20'000; ++i) row += i % 2 ? "12.50 " : "word ";
  CHECK(read({row, "Total 12.50"}).lines.size() <= 1);
}
