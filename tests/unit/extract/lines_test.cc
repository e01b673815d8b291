#include "extract/lines.h"

#include <doctest/doctest.h>

#include "unit/extract/line_table_text.h"
#include "unit/extract/page_builder.h"

using namespace ap;
using namespace ap::extract;
using ap::test::printed_page;
using ap::test::read;
using ap::test::summary;

TEST_CASE("a plain table under its heading is read and its sum closes") {
  LineTable t = read({"Pos  Beschreibung            Menge    Einzelpreis     Betrag",
                      "1    Schraube M8              100           0,25      25,00",
                      "2    Mutter                  1.000          0,10     100,00",
                      "                             Summe netto             125,00"});
  CHECK(summary(t) == "100 x 0.25 = 25.00 Schraube M8\n1000 x 0.10 = 100.00 Mutter\n");
  CHECK(t.sum_closes);
  CHECK(t.sum->str() == "125.00");
  CHECK(t.style == NumberStyle::comma);
  CHECK(t.lines[1].id == "2");
  CHECK(t.evidence.at("lines[0].net").text == "25,00");
  CHECK(t.evidence.at("lines[0].net").page == 1);
}

TEST_CASE("columns in another order are told by headings and arithmetic") {
  LineTable t = read({"Qty   Unit price   Amount    Description           VAT %",
                      "2          10.00    20.00    Blue widget              20",
                      "3           4.50    13.50    Red widget                5", "Total                33.50"});
  CHECK(summary(t) == "2 x 10.00 = 20.00 Blue widget\n3 x 4.50 = 13.50 Red widget\n");
  CHECK(t.lines[1].tax_rate->str() == "5");
}

TEST_CASE("the heading of units over bare numbers is that of quantities, where none else is") {
  LineTable t = read({"Ref.      Concepto               Unid.     IVA %     Subtotal",
                      "1037-01   Tornillos M8             4       16 %       285.68",
                      "1074-02   Montaje                  5       16 %       621.50",
                      "1111-03   Asesoria                50       16 %    31,765.50",
                      "                                 Total             32,672.68"});
  CHECK(summary(t) ==
        "4 x 71.42 = 285.68 Tornillos M8\n5 x 124.30 = 621.50 Montaje\n50 x 635.31 = 31765.50 Asesoria\n");
}

TEST_CASE("without a heading the roles follow from arithmetic") {
  LineTable t = read({"Blue widget                     4       2.50     10.00",
                      "Red widget                     10       1.10     11.00",
                      "Subtotal                                         21.00"});
  CHECK(summary(t) == "4 x 2.50 = 10.00 Blue widget\n10 x 1.10 = 11.00 Red widget\n");
  CHECK(t.sum_closes);
}

TEST_CASE("wrapped descriptions are joined and remarks after a gap are not") {
  LineTable t = read({"Description                 Quantity     Price     Total",
                      "A widget of great length           2     10.00     20.00", "painted blue", "", "",
                      "as agreed by telephone", "Another                            1      5.00      5.00",
                      "Total                                              25.00"});
  CHECK(summary(t) == "2 x 10.00 = 20.00 A widget of great length painted blue\n1 x 5.00 = 5.00 Another\n");
}

TEST_CASE("the numbers of an item may stand on two text lines") {
  LineTable t = read(
      {"Description                 Quantity     Price     Total", "Widget                             2     10.00",
       "painted                                            20.00", "Gadget                             3      5.00",
       "raw                                                15.00",
       "Total                                              35.00"});
  CHECK(summary(t) == "2 x 10.00 = 20.00 Widget painted\n3 x 5.00 = 15.00 Gadget raw\n");
}

TEST_CASE("units beside the quantity are understood") {
  LineTable t = read({"Artikel                     Menge         Preis    Gesamt",
                      "Kabel                       2,5 m         4,00     10,00",
                      "Montage                     3 Std        50,00    150,00",
                      "Netto                                            160,00"});
  REQUIRE(t.lines.size() == 2);
  CHECK(t.lines[0].quantity->str() == "2.5");
  CHECK(t.lines[0].unit == "MTR");
  CHECK(t.lines[1].unit == "HUR");
}

TEST_CASE("a discount column is found because the rows close with it") {
  LineTable t = read({"Description         Qty     Price   Disc. %    Amount",
                      "Nougat               50      4.55        10    204.75",
                      "Biscuit              40      3.20              128.00",
                      "Total                                          332.75"});
  CHECK(summary(t) == "50 x 4.55 = 204.75 Nougat\n40 x 3.20 = 128.00 Biscuit\n");
  REQUIRE(t.lines.size() == 2);
  CHECK(t.lines[0].discount->str() == "22.75");
  CHECK_FALSE(t.lines[1].discount);
}

TEST_CASE("prices for more than one unit are divided by their base quantity") {
  LineTable t = read({"Description        Quantity     Price     Per      Amount",
                      "Screw                  500     12.00     100       60.00",
                      "Nail                   250      8.00     100       20.00",
                      "Total                                              80.00"});
  REQUIRE(t.lines.size() == 2);
  CHECK(t.lines[0].price_base_quantity->str() == "100");
  CHECK(t.evidence.at("lines[0].net").confidence > 950);
}

TEST_CASE("a table goes on over pages and carried sums are no lines") {
  std::string head = "Description             Menge      Preis     Betrag";
  auto p1 = printed_page({head, "Eins                        1      10,00      10,00",
                          "Zwei                        2      10,00      20,00",
                          "Übertrag                                      30,00"});
  auto p2 = printed_page(
      {head, "Übertrag                                      30,00",
       "Drei                        3      10,00      30,00", "Summe netto                                   60,00"},
      2);
  LineTable t = extract_lines({p1, p2}, {});
  CHECK(summary(t) == "1 x 10.00 = 10.00 Eins\n2 x 10.00 = 20.00 Zwei\n3 x 10.00 = 30.00 Drei\n");
  CHECK(t.sum_closes);
  CHECK(t.regions.size() == 2);
  CHECK(t.evidence.at("lines[2].net").page == 2);
}

TEST_CASE("rows after a sub-total are lines where they close") {
  LineTable t = read({"Description                 Quantity     Price     Amount",
                      "Widget                             2     10.00      20.00",
                      "Subtotal                                            20.00",
                      "Gadget                             3      5.00      15.00",
                      "Total                                               35.00"});
  CHECK(summary(t) == "2 x 10.00 = 20.00 Widget\n3 x 5.00 = 15.00 Gadget\n");
}

TEST_CASE("freight among the totals is a charge of the document, not a line") {
  LineTable t = read({"Description                 Quantity     Price     Amount",
                      "Widget                             2     10.00      20.00",
                      "                              Shipping               4.00",
                      "                              Total                 24.00"});
  CHECK(summary(t) == "2 x 10.00 = 20.00 Widget\n");
  REQUIRE(t.allowances_charges.size() == 1);
  CHECK(t.allowances_charges[0].charge);
  CHECK(t.allowances_charges[0].amount->str() == "4.00");
  CHECK(t.sum_closes);
}

TEST_CASE("a missing quantity follows from price and amount and says so") {
  LineTable t = read({"Description            Price     Amount", "Widget                 10.00      30.00",
                      "Gadget                  5.00      10.00", "Total                             40.00"});
  CHECK(summary(t) == "3 x 10.00 = 30.00 Widget\n2 x 5.00 = 10.00 Gadget\n");
  CHECK(t.evidence.at("lines[0].quantity").how == How::arithmetic);
  CHECK(t.evidence.at("lines[0].quantity").confidence < t.evidence.at("lines[0].net").confidence);
}

TEST_CASE("a receipt without a table is read as a list above its sum") {
  LineHints hints;
  hints.receipt = true;
  LineTable t =
      read({"CORNER SHOP", "COFFEE BEANS 3.50 A", "2 x 1.20", "MILK 2.40 A", "TOTAL 5.90", "CASH 10.00", "CHANGE 4.10"},
           hints);
  CHECK(summary(t) == "1 x ? = 3.50 COFFEE BEANS\n2 x 1.20 = 2.40 MILK\n");
  CHECK(t.sum_closes);
}

TEST_CASE("the convention is the one under which the rows close") {
  LineTable t = read({"Description                 Quantity     Price     Amount",
                      "Steel                          1.000     2.500      2.500",
                      "Copper                         3.000     4.000     12.000",
                      "Total                                             14.500"});
  REQUIRE(t.lines.size() == 2);
  CHECK(t.sum_closes);
}

TEST_CASE("prose and addresses give no lines") {
  CHECK(
      read({"Dear Sir, we moved to 12 High Street on 3 May.", "Call 555 1234 for help with 2 or more of our 40 shops."})
          .lines.empty());
  CHECK(extract_lines({}, {}).lines.empty());
}

TEST_CASE("a table of taxes is not taken for lines") {
  LineTable t = read({"Description                 Quantity     Price     Amount",
                      "Widget                             2     10.00      20.00",
                      "Total net                                           20.00",
                      "VAT rate      Taxable amount     VAT amount", "19%                    20.00           3.80"});
  CHECK(t.lines.size() == 1);
}

TEST_CASE("a side column beside the table stays out of it") {
  LineTable t = read({"                                               Sub-total      25.00",
                      "Details              Qty   Price each    Total    VAT             5.00",
                      "Tiles                  2        10.00    20.00    Payment details",
                      "Valve                  1         5.00     5.00    Account 8854942233"});
  CHECK(summary(t) == "2 x 10.00 = 20.00 Tiles\n1 x 5.00 = 5.00 Valve\n");
  CHECK(t.sum_closes);
}

TEST_CASE("whole amounts with grouped thousands are amounts") {
  LineTable t = read({"Description                 Quantity     Price     Amount",
                      "Tiles                             24     3,928     94,272",
                      "Total                                               94,272"});
  CHECK(summary(t) == "24 x 3928 = 94272 Tiles\n");
}

TEST_CASE("a credit note printed with minus signs becomes positive on request") {
  LineTable t = read({"Description                 Quantity     Price     Amount",
                      "Widget                             2     10.00     -20.00",
                      "Gadget                            -1      5.00      -5.00",
                      "Total                                              -25.00"});
  REQUIRE(t.lines.size() == 2);
  CHECK(t.lines[0].net->str() == "-20.00");
  make_positive(t);
  CHECK(summary(t) == "2 x 10.00 = 20.00 Widget\n1 x 5.00 = 5.00 Gadget\n");
  CHECK(t.sum->str() == "25.00");
  CHECK(t.evidence.at("lines[0].net").text == "-20.00");
}

TEST_CASE("a label that no table knows shifts no other to the next column") {
  LineTable t = read({"Service                     Count            @     Ext. price",
                      "API calls                     410         0.21          86.10",
                      "Priority support                1        58.32          58.32"});
  CHECK(summary(t) == "410 x 0.21 = 86.10 API calls\n1 x 58.32 = 58.32 Priority support\n");
}

TEST_CASE("a price stands under its sign, and a number with a unit is no price, whatever a catalogue number is") {
  LineTable t = read({"Catalogue no.   What we did                 Volume         @      Charge",
                      "2146-L          Full service              1.75 hrs     112.22     196.39",
                      "656-L           Brake discs                2.4 hrs      71.17     170.81",
                      "                Goods value                                       367.20"});
  CHECK(summary(t) == "1.75 x 112.22 = 196.39 Full service\n2.4 x 71.17 = 170.81 Brake discs\n");
  t = read({"Code       Zprx                        Xvh        Xst      Bedrag",
            "2146-L     Grote beurt              1,75 uur     102,21     178,87",
            "656-T      Remschijven               1,2 uur      69,34      83,21",
            "           Totaal                                           262,08"});
  CHECK(summary(t) == "1.75 x 102.21 = 178.87 Grote beurt\n1.2 x 69.34 = 83.21 Remschijven\n");
}

TEST_CASE("the base of the tax below a table is none of its lines") {
  LineTable t =
      read({"  L.P. Przedmiot              Miara     Il. Cena/szt. Rab. %    Netto  VAT %  Podatku      Brutto",
            "  1    Ser górski             kg      12,90     77,44     5     949,03    8%     75,92     1 024,95",
            "                                                        % 8%         949,03      75,92     1 024,95", "",
            " Podstawa                              949,03 PLN", " Kwota podatku 8%                       75,92 PLN",
            " Należność ogółem                   1 024,95 PLN"});
  REQUIRE(t.lines.size() == 1);
  CHECK(t.lines[0].quantity->str() == "12.90");
  CHECK(t.lines[0].unit_price->str() == "77.44");
}

TEST_CASE("a quantity that nobody prints is doubtful, and so is a factor without product and heading") {
  LineTable t = read({"Description                      Amount", "Consulting                       100.00",
                      "Travel                            20.00", "Total                            120.00"});
  REQUIRE(t.lines.size() == 2);
  CHECK(t.lines[0].quantity->str() == "1");
  CHECK(t.evidence.at("lines[0].quantity").confidence <= 500);
  CHECK(t.evidence.at("lines[0].net").confidence > 900);
  t = read({"Consulting   Part 4     620        100.00", "Travel       Part 5     130         20.00",
            "Total                              120.00"});
  REQUIRE(t.lines.size() == 2);
  for (const char* field : {"lines[0].quantity", "lines[0].unit_price"})
    if (auto e = t.evidence.find(field); e != t.evidence.end()) CHECK(e->second.confidence <= 700);
}
