// Line tables as many kinds of firms print them.
#include <doctest/doctest.h>

#include "extract/lines.h"
#include "unit/extract/line_table_text.h"
#include "unit/extract/page_builder.h"

using namespace ap;
using namespace ap::extract;
using ap::test::printed_page;
using ap::test::read;
using ap::test::summary;

namespace {

LineHints net_of(const char* net, std::initializer_list<const char*> rates = {}) {
  LineHints hints;
  hints.net = Decimal::parse(net);
  for (const char* rate : rates) hints.rates.push_back(*Decimal::parse(rate));
  return hints;
}

// Rows of text with their top in points.
layout::Page placed_page(const std::vector<std::pair<int, std::string>>& rows) {
  layout::Page page;
  for (const auto& [top, text] : rows) {
    layout::Page one = printed_page({text});
    page.width = one.width, page.height = one.height, page.number = 1;
    for (layout::Word& word : one.words) {
      word.box.y0 = top * 100, word.box.y1 = top * 100 + 1000;
      page.words.push_back(word);
    }
  }
  return page;
}

}  // namespace

TEST_CASE("the amounts claimed now are the lines' amounts, not those of the contract") {
  LineTable t = read({"Item  Description        Contract value   % complete   Previously claimed   This claim",
                      "1     Site establishment      18,000.00         100%            18,000.00         0.00",
                      "2     Excavation              64,500.00          80%            38,700.00    12,900.00",
                      "3     Headwalls               22,400.00          50%                 0.00    11,200.00",
                      "      Totals                 104,900.00                         56,700.00    24,100.00"});
  REQUIRE(t.lines.size() == 3);
  CHECK(t.lines[1].net->str() == "12900.00");
  CHECK(t.sum->str() == "24100.00");
}

TEST_CASE("days are a second factor") {
  LineTable t = read({"Item                 Qty    Days    Day rate      Total",
                      "Speaker                8       2       95.00   1,520.00",
                      "Mixing console         1       3      310.00     930.00",
                      "Delivery               1              140.00     140.00",
                      "                                     Subtotal   2,590.00"});
  CHECK(summary(t) ==
        "8 x 190.00 = 1520.00 Speaker\n1 x 930.00 = 930.00 Mixing console\n1 x 140.00 = 140.00 Delivery\n");
  CHECK(t.evidence.at("lines[0].unit_price").how == How::arithmetic);
}

TEST_CASE("sums told in a sentence end a list") {
  LineTable t = read(
      {"Honorar 18,5 Stunden zu je 95,00 € = 1.757,50 €", "Fahrtkosten 124 km zu je 0,42 € = 52,08 €",
       "Schreibauslagen pauschal 38,40 €", "Summe netto 1.847,98 €, zuzüglich 19 % Umsatzsteuer 351,12 €, ergibt einen",
       "Rechnungsbetrag von 2.199,10 €."},
      net_of("1847.98"));
  REQUIRE(t.lines.size() == 3);
  CHECK(t.lines[0].quantity->str() == "18.5");
  CHECK(t.sum->str() == "1847.98");
}

TEST_CASE("a figure of the row above is no quantity of an amount that is its own price") {
  LineTable t = read({"Abonnemang 1 okt-31 okt", "Fiber 500/500                 479,20",
                      "Fast adress                    40,00", "Summa                         519,20"});
  REQUIRE(t.lines.size() == 2);
  CHECK(t.lines[0].description == "Fiber 500/500");
}

TEST_CASE("figures of a heading of a group are no quantities of the item below") {
  LineTable t =
      read({"Forsendelse 1, 3 paller, 840 kg, 3,2 ldm", "Grundfragt                                       1.850,00",
            "Vejafgift                                          212,40", "Forsendelse 2, 1 palle, 210 kg",
            "Grundfragt                                       1.120,00",
            "Tillaeg 14,5 %                                     162,40",
            "                           Momspligtigt          3.344,80",
            "                           25 % moms               836,20"},
           net_of("3344.80", {"25"}));
  REQUIRE(t.lines.size() == 4);
  CHECK(t.lines[0].quantity->str() == "1");
  CHECK(t.lines[2].quantity->str() == "1");
  CHECK_FALSE(t.lines[3].tax_rate);
}

TEST_CASE("texts stand half a row above and below numbers that are centred beside them") {
  LineTable t = extract_lines({placed_page({{50, "No  Description          Qty      Price     Amount"},
                                            {70, "1   Site work              1     100.00     100.00"},
                                            {88, "    Excavation and"},
                                            {94, "2                          2     200.00     400.00"},
                                            {100, "    trenching"},
                                            {118, "    Pipe supply and"},
                                            {124, "3                          3      50.00     150.00"},
                                            {130, "    laying"},
                                            {148, "                              Subtotal     650.00"}})},
                              {});
  CHECK(
      summary(t) ==
      "1 x 100.00 = 100.00 Site work\n2 x 200.00 = 400.00 Excavation and trenching\n3 x 50.00 = 150.00 Pipe supply and "
      "laying\n");
}

TEST_CASE("a heading of two lines stands beside one of one line") {
  LineTable t =
      extract_lines({placed_page({{44, "                   Contract        %        Previously       This"},
                                  {50, "Item  Description"},
                                  {56, "                   value       complete     claimed         claim"},
                                  {75, "1     Site work    18,000.00       100%      9,000.00      9,000.00"},
                                  {90, "2     Excavation   64,500.00        80%     38,700.00     12,900.00"},
                                  {105, "      Totals       82,500.00                 47,700.00     21,900.00"}})},
                    {});
  REQUIRE(t.lines.size() == 2);
  CHECK(t.lines[0].net->str() == "9000.00");
  CHECK(t.lines[1].net->str() == "12900.00");
}

TEST_CASE("a total that stands half a row above its label ends the table") {
  LineTable t = extract_lines({placed_page({{50, "Description           Qty      Price     Amount"},
                                            {70, "Comptoir               8      62.50 $   500.00 $"},
                                            {85, "Depose                 1     185.00 $   185.00 $"},
                                            {104, "                                       685.00"},
                                            {110, "                 Sous-total"},
                                            {116, "                                             $"},
                                            {135, "                 Escompte 5 %          (34.25) $"},
                                            {155, "                                       650.75"},
                                            {161, "                 Total avant taxes"},
                                            {167, "                                             $"},
                                            {187, "                 TVQ 9.975 % (1088 337 214"},
                                            {193, "                                        64.91 $"},
                                            {200, "                 TQ0001)"},
                                            {220, "                                       715.66"},
                                            {226, "                 TOTAL"},
                                            {232, "                                             $"}})},
                              {});
  CHECK(summary(t) == "8 x 62.50 = 500.00 Comptoir\n1 x 185.00 = 185.00 Depose\n");
}

TEST_CASE("the column under a label that no list knows describes the items where their words stand there") {
  LineTable t = read({"Seq   Product   Werkzaamheden              Qty    Price    Amount",
                      "1     HL-7411   Toner zwart hoge capac.      2    10.00     20.00",
                      "2     BX-6781   Vensterenveloppen            3     5.00     15.00",
                      "                                          Subtotal      35.00"});
  REQUIRE(t.lines.size() == 2);
  CHECK(t.lines[0].description == "Toner zwart hoge capac.");
  CHECK(t.lines[0].item_id == "HL-7411");
}

TEST_CASE("items are described above their numbers, or below them, where no column is for that") {
  LineTable above =
      read({"Part             Qty      Price     Amount", "Olive oil extra virgin",
            "HM-1098          3.00      9.76      29.28", "Coffee beans, dark",
            "HD-3011          3.90     18.09      70.55", "Mountain cheese",
            "BD-4342          8.70     14.77     128.50", "Thank you", "                       Net total    228.33"});
  REQUIRE(above.lines.size() == 3);
  CHECK(above.lines[0].description == "Olive oil extra virgin");
  CHECK(above.lines[2].description.starts_with("Mountain cheese"));
  LineTable below =
      read({"Item number      Shipped      Price     Amount", "6205-2RS           24.00      6.85     164.40",
            "  DEEP GROOVE BALL BEARING", "UCP207-20           4.00     31.25     125.00", "  PILLOW BLOCK",
            "B-68               10.00     11.99     119.90", "  CLASSICAL BELT",
            "                        Net total    409.30"});
  REQUIRE(below.lines.size() == 3);
  CHECK(below.lines[0].description == "DEEP GROOVE BALL BEARING");
  CHECK(below.lines[0].item_id == "6205-2RS");
}

TEST_CASE("a lump sum is a unit and no sum") {
  LineTable t = read({"No  Service                Basis       Rate     Amount",
                      "1   Blast freezing       18.40 t      42.50     782.00",
                      "2   Temperature report   lump sum                25.00",
                      "                       Total before tax    807.00"});
  REQUIRE(t.lines.size() == 2);
  CHECK(t.lines[1].net->str() == "25.00");
}

TEST_CASE("rows with nearly as many numbers are items though a carried sum stands above them") {
  auto row = [](int i, const char* size) {
    std::string n = std::to_string(i);
    return n + "   Deska   " + size + "   szt   " + n + "      10.00      " + n + "0.00   23%     " + n + ".00      " +
           n + "1.00";
  };
  std::vector<std::string> first = {"Lp  Nazwa        jm    Ilosc    Cena    Wartosc   VAT   Kwota VAT   Brutto"},
                           second;
  for (int i = 1; i <= 3; ++i) first.push_back(row(i, "140"));
  first.push_back("    do przeniesienia" + std::string(22, ' ') + "60.00" + std::string(11, ' ') + "6.00" +
                  std::string(6, ' ') + "66.00");
  second.push_back("    z przeniesienia" + std::string(23, ' ') + "60.00" + std::string(11, ' ') + "6.00" +
                   std::string(6, ' ') + "66.00");
  for (int i = 4; i <= 7; ++i) second.push_back(row(i, "   "));
  second.push_back("    Razem                            280.00            28.00     308.00");
  LineTable t = extract_lines({printed_page(first), printed_page(second, 2)}, {});
  CHECK(t.lines.size() == 7);
}

TEST_CASE("numbers with their units under a label of units are quantities") {
  LineTable t =
      read({"C   Oznaceni               Xy. MJ     Cena celkem", "1   Poradenstvi             10 m        5.899,40",
            "2   Papir                  0,5 ks         389,75", "3   Montaz                  24 m        6.136,08",
            "                        Cena bez DPH   12.425,23"});
  REQUIRE(t.lines.size() == 3);
  CHECK(t.lines[1].quantity->str() == "0.5");
  CHECK(t.lines[2].quantity->str() == "24");
}

TEST_CASE("facts in a column left of the table describe no item") {
  LineTable t = read({"                 Qty   Description            Price     Amount",
                      "Invoice no         3   Technical advice      843.95   2,531.85", "INV-00669",
                      "Date               2   Paper                 447.24     894.48", "27.12.2025",
                      "Due date          10   Maintenance           407.13   4,071.30",
                      "                              Net total     7,497.63"});
  REQUIRE(t.lines.size() == 3);
  CHECK(t.lines[0].description == "Technical advice");
  CHECK(t.lines[2].description == "Maintenance");
}

TEST_CASE("a table whose sum lacks only the freight that is printed with the totals is better than a row of totals") {
  LineTable t = read(
      {"Nbre   Designation             P.U. HT       Total", "12     Conseil technique        283.14    3'397.68",
       "24     Pose de parquet          132.65    3'183.60", "Frais de port     Sous-total     Total TVA     Total TTC",
       "IBAN CH26 7691", "23.60             6'604.88        534.99      7'139.87"},
      net_of("6604.88"));
  REQUIRE(t.lines.size() == 2);
  CHECK(t.lines[0].quantity->str() == "12");
}

TEST_CASE("labels of narrow columns are cut by what they mean") {
  LineTable t = read({"Description               Quantity Unit Price GST Amount AUD",
                      "Switchboard                   1.00   2,150.00 10%   2,150.00",
                      "Labour                        6.50      98.00 10%     637.00",
                      "                                  Subtotal        2,787.00"});
  CHECK(summary(t) == "1.00 x 2150.00 = 2150.00 Switchboard\n6.50 x 98.00 = 637.00 Labour\n");
}

TEST_CASE("one label of quantity and unit over a quantity and a price is that of the quantity") {
  LineTable t =
      read({"Code    Details           Qty Unit        Net     VAT",
            "CH-OP   Operator chair    8    142.00   1,136.00   23%",
            "DK-16   Desk of oak       4    210.00     840.00   23%", "                      Total goods   1,976.00"});
  CHECK(summary(t) == "8 x 142.00 = 1136.00 Operator chair\n4 x 210.00 = 840.00 Desk of oak\n");
}

TEST_CASE("amounts may stand right of their label") {
  LineTable t = read({"Description          Qty    Unit Price   GST  Amount",
                      "Split system           1     2,150.00    10%          2,150.00",
                      "Extra wiring         3.5       110.00    10%            385.00",
                      "                                 Subtotal     2,535.00"});
  CHECK(t.lines.size() == 2);
}

TEST_CASE("hours with one decimal are no prices") {
  LineTable t = read({"Konsultation workshop      7,5      950,00     7.125,00",
                      "Forberedelse                3       950,00     2.850,00",
                      "Subtotal                                       9.975,00"});
  REQUIRE(t.lines.size() == 2);
  CHECK(t.lines[0].quantity->str() == "7.5");
  CHECK(t.lines[1].quantity->str() == "3");
}

TEST_CASE("the name of a sum with its amount inside the column of descriptions ends the table") {
  LineTable t = read({"Beschreibung                             Menge   Einzelpreis    Betrag",
                      "Projektleitung vor Ort                       3        702,00  2.106,00",
                      "                  Summe: 2.106,00", "                  Mehrwertsteuer: 421,20"});
  REQUIRE(t.lines.size() == 1);
  CHECK(t.lines[0].description == "Projektleitung vor Ort");
}

TEST_CASE("a section behind the first sum goes on where all together make the printed net") {
  LineTable t = read({"Date      Description              Hours      Rate      Amount",
                      "10/02/24  Review of lease           1.40    525.00      735.00",
                      "10/09/24  Draft of response         2.60    380.00      988.00",
                      "          Total fees                4.00              1,723.00",
                      "10/11/24  Courier                                        38.50",
                      "10/15/24  Registry copies                                22.00",
                      "          Total costs                                    60.50",
                      "          Total charges                               1,783.50"},
                     net_of("1783.50"));
  REQUIRE(t.lines.size() == 4);
  CHECK(t.lines[2].description == "Courier");
}

TEST_CASE("a net that is not printed makes no items of the rows behind a sum") {
  LineTable t = read({"Concepto                              Importe", "Derechos del arancel                   412,30",
                      "Comparecencia                          148,50", "Base imponible                         560,80",
                      "Suplidos sin impuesto alguno            90,00", "Total a abonar                         650,80"},
                     net_of("650.79"));
  CHECK(t.lines.size() == 2);
}

TEST_CASE("what is retained is no item") {
  LineTable t = read({"Description                       Amount", "Labour, plots 12 to 18          8,640.00",
                      "Plant hire recharge             1,275.00", "Less 5% retention                -495.75",
                      "Net value                       9,419.25"},
                     net_of("9419.25"));
  CHECK(t.lines.size() == 2);
}

TEST_CASE("debits are the amounts of an account, its running balance is none") {
  LineTable t =
      read({"Date   Ref   Description          Debit    Credit     Balance",
            "09/11  R14   Accommodation     1850.00              1850.00",
            "09/11  4471  Restaurant         412.00              2262.00",
            "10/11  R14   Accommodation     1850.00              4112.00",
            "12/11  CC    Card payment                4112.00       0.00", "Total incl VAT                 4112.00"});
  REQUIRE(t.lines.size() == 3);
  CHECK(t.lines[1].net->str() == "412.00");
  CHECK(t.lines[1].quantity->str() == "1");
}

TEST_CASE("freight among the totals is a charge where the lines make the net with it") {
  const std::vector<std::string> rows{"Kod    Nazwa                       Ilość         Netto",
                                      "1037   Abonament serwisowy             3   zł 1 366,98",
                                      "1111   Papier A4                     0,5     zł 390,74",
                                      "                              Transport       zł 34,27",
                                      "                              Razem netto  zł 1 791,99"};
  LineTable t = read(rows, net_of("1791.99"));
  REQUIRE(t.lines.size() == 2);
  REQUIRE(t.allowances_charges.size() == 1);
  CHECK(t.allowances_charges[0].charge);
  CHECK(t.allowances_charges[0].amount->str() == "34.27");
  CHECK(t.allowances_charges[0].reason == "Transport");
  CHECK(t.evidence.at("allowances_charges[0].amount").confidence < 1000);
  CHECK(read(rows, net_of("1757.72")).allowances_charges.empty());
  t = read({"Item                 Qty        Net", "Oak board              2     100.00",
            "Goods total                  100.00", "Freight                        9.00",
            "Postage                        9.00", "Taxable amount               109.00"},
           net_of("109.00"));
  CHECK(t.allowances_charges.empty());
  t = read({"Item                 Qty        Net", "Oak board              2     100.00",
            "Goods total                  100.00", "Discount                       9.00",
            "Taxable amount                91.00"},
           net_of("91.00"));
  REQUIRE(t.allowances_charges.size() == 1);
  CHECK(!t.allowances_charges[0].charge);
  CHECK(t.allowances_charges[0].amount->str() == "9.00");
}
