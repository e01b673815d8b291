// Totals as many kinds of firms print them: what is withheld, rounded, offered, taxed several times.
#include <doctest/doctest.h>

#include "core/fields.h"
#include "unit/extract/pages.h"

using namespace ap;
using namespace ap::extract;

namespace {

// Moves the words of text line `line` up by `points`.
layout::Page raised(layout::Page page, int line, int points) {
  const std::int32_t y = 4000 + line * 1400;
  for (layout::Word& word : page.words)
    if (word.box.y0 == y) word.box.y0 -= points * 100, word.box.y1 -= points * 100;
  return page;
}

}  // namespace

TEST_CASE("what is offered for early payment is not to be paid") {
  auto r = read({"Rechnungsnummer: 7", "Zwischensumme                 867,02", "MwSt 19,0 % auf 867,02        164,73",
                 "Rechnungsbetrag EUR         1.031,75", "",
                 "Zahlbar bis 21.09.2024 mit 2% Skonto (20,64 EUR) = 1.011,11 EUR, danach ohne Abzug."});
  CHECK(text_of(r.invoice.totals.gross) == "1031.75");
  CHECK(text_of(r.invoice.totals.payable) == "1031.75");
}

TEST_CASE("a balance and a card settle the whole total together") {
  auto r = read({"Invoice number: 7", "Subtotal                      $620.88", "Sales Tax (6%)                 $37.25",
                 "Total                         $658.13", "Applied balance               -$58.13",
                 "Amount paid                   $600.00", "Amount remaining                $0.00"});
  CHECK(text_of(r.invoice.totals.gross) == "658.13");
  CHECK(text_of(r.invoice.totals.payable) == "0.00");
  CHECK(text_of(r.invoice.totals.prepaid) == "658.13");
}

TEST_CASE("what is left when several taxes are withheld is to be paid, though it is named as a net") {
  auto r = read({"Nota fiscal n. 22", "Valor total          R$ 14.800,00", "INSS retido           R$ 1.628,00",
                 "IR retido               R$ 148,00", "ISS retido              R$ 740,00",
                 "Valor liquido        R$ 12.284,00"});
  CHECK(text_of(r.invoice.totals.gross) == "14800.00");
  CHECK(text_of(r.invoice.totals.payable) == "12284.00");
  CHECK(text_of(r.invoice.totals.prepaid) == "2516.00");
}

TEST_CASE("the gross before two taxes are withheld follows from net and tax") {
  auto r = read({"Factura: 7", "Subtotal                   $39,900.00", "Descuento                   $1,140.00",
                 "IVA trasladado 16.00%       $6,201.60", "ISR retenido 10.00%         $3,876.00",
                 "IVA retenido 10.6667%       $4,134.41", "Total                      $36,951.19"});
  CHECK(text_of(r.invoice.totals.tax) == "6201.60");
  CHECK(text_of(r.invoice.totals.gross) == "44961.60");
  CHECK(text_of(r.invoice.totals.payable) == "36951.19");
}

TEST_CASE("the gross before rounding follows from net and tax where the rounded total alone is printed") {
  auto r = read({"Rechnung 7", "Total exkl. MWST           2'147.68", "MWST 8.1 % von 1'959.50      158.72",
                 "MWST 2.6 % von 188.18          4.89", "Rundung                        0.01",
                 "Rechnungsbetrag CHF        2'311.30"});
  CHECK(text_of(r.invoice.totals.net) == "2147.68");
  CHECK(text_of(r.invoice.totals.tax) == "163.61");
  CHECK(text_of(r.invoice.totals.gross) == "2311.29");
  CHECK(r.evidence.at("totals.gross").how == How::arithmetic);
  CHECK(text_of(r.invoice.totals.rounding) == "0.01");
  CHECK(text_of(r.invoice.totals.payable) == "2311.30");
}

TEST_CASE("a minus in brackets takes off") {
  auto r = read({"Invoice number: 7", "Taxable Value             65,690.50", "CGST 9%                    5,912.15",
                 "SGST 9%                    5,912.15", "Round Off                   (-)0.80",
                 "Total                     77,514.00"});
  CHECK(text_of(r.invoice.totals.net) == "65690.50");
  CHECK(text_of(r.invoice.totals.gross) == "77514.80");
  CHECK(text_of(r.invoice.totals.rounding) == "-0.80");
}

TEST_CASE("sales taxes whose names say nothing are taxes where they stand below one that is named") {
  std::vector<std::string_view> page = {"Invoice number: 7",
                                        "Subtotal                    $3,696.00",
                                        "Taxable amount              $2,596.00",
                                        "State tax 2.9%                 $75.28",
                                        "City of Denver 4.81%          $124.87",
                                        "RTD 1.0%                       $25.96",
                                        "Cultural district 0.1%          $2.60",
                                        "Total                       $3,924.71"};
  auto r = read(page);
  CHECK(text_of(r.invoice.totals.net) == "3696.00");
  CHECK(text_of(r.invoice.totals.tax) == "228.71");
  CHECK(r.invoice.taxes.size() == 4);
}

TEST_CASE("a surcharge in per cent is no tax") {
  auto r = read({"Invoice number: 7", "Subtotal                    $1,000.00", "State tax 6%                   $60.00",
                 "Fuel surcharge 3%              $30.00", "Total                       $1,090.00"});
  CHECK(text_of(r.invoice.totals.gross) == "1090.00");
  CHECK(r.invoice.taxes.size() == 1);
}

TEST_CASE("taxes in yen are rounded to whole units") {
  auto r = read({"Invoice number: 7", "                  Excl. tax    Consumption tax    Incl. tax",
                 "8% target          ¥78,880         ¥6,310             ¥85,190",
                 "10% target         ¥20,000         ¥2,000             ¥22,000",
                 "Total              ¥98,880         ¥8,310            ¥107,190", "JPY"});
  CHECK(text_of(r.invoice.totals.tax) == "8310");
  REQUIRE(r.invoice.taxes.size() == 2);
  CHECK(text_of(r.invoice.taxes[0].basis) == "78880");
}

TEST_CASE("an amount that is wrapped and centred stands half a row above its label") {
  auto page = page_of({"Facture: 7", "                                  1 859,20 $", "Sous-total",
                       "TPS 5 %                              92,96 $", "                                    185,46 $",
                       "TVQ 9,975 % (1088 337 214", "TQ0001)", "TOTAL                             2 137,62 $"});
  for (int line : {2, 3, 4, 5, 6, 7}) page = raised(page, line, line < 5 ? 8 : 16);
  auto r = extract_invoice({page}, {*Date::parse("2026-11-22"), {}});
  CHECK(text_of(r.invoice.totals.net) == "1859.20");
  CHECK(text_of(r.invoice.totals.tax) == "278.42");
}

TEST_CASE("a tax on goods and services tells whose dollar it is, and that it is not the American one") {
  auto nz = read({"Tax invoice: 7", "Subtotal      $213.66", "GST 15%        $32.05", "Total         $245.71"});
  CHECK(nz.invoice.currency == "NZD");
  auto account = read({"Tax invoice: 7", "Total  $245.71", "Bank account 12-3113-0118822-00"});
  CHECK(account.invoice.currency == "NZD");
  auto unknown = read({"Tax invoice: 7", "Total including GST  $245.71"});
  CHECK(unknown.invoice.currency != "USD");
  auto american = read({"Invoice: 7", "Total  $245.71"});
  CHECK(american.invoice.currency == "USD");
}

TEST_CASE("a grouped amount may end in a dash") {
  auto r = read({"Faktura: 7", "Celkem k uhrade 16 410,- Kc, na ucet 118822044/0100."});
  CHECK(text_of(r.invoice.totals.gross) == "16410");
}

TEST_CASE("what was paid beyond the gross goes back to the buyer") {
  auto r = read({"Rechnungsnummer: 7", "Summe netto                   5.539,46",
                 "Umsatzsteuer 19 %             1.052,50", "Gesamtbetrag brutto           6.591,96",
                 "gezahlte Abschläge            7.040,00", "Ihr Guthaben                    448,04"});
  CHECK(text_of(r.invoice.totals.gross) == "6591.96");
  CHECK(text_of(r.invoice.totals.prepaid) == "7040.00");
  CHECK(text_of(r.invoice.totals.payable) == "-448.04");
}

TEST_CASE("a tax that a label says to be included is in the total, though the lines add up to it") {
  auto r =
      read({"Tax invoice: 7", "Item            Guests      Per head        Total",
            "Platter             28        $32.50      $910.00", "Coffee cart          1       $324.00      $324.00",
            "Total (GST inclusive)                   $1,234.00", "Includes GST of                           $160.96"});
  CHECK(text_of(r.invoice.totals.gross) == "1234.00");
  CHECK(text_of(r.invoice.totals.tax) == "160.96");
  CHECK(text_of(r.invoice.totals.net) == "1073.04");
}

TEST_CASE("a sum of Rand bears its sign without a blank, the number of a room does not") {
  auto r = read({"Tax invoice: 7", "Room R14", "Total excl VAT      R5 330.43", "VAT 15%               R799.57",
                 "Total incl VAT      R6 130.00"});
  CHECK(text_of(r.invoice.totals.gross) == "6130.00");
  CHECK(r.invoice.currency == "ZAR");
}

TEST_CASE("a name of the net that is also one of the amount to pay is the net where the gross is another") {
  auto r = read({"Fatura n.o 7", "Papel A4      24      610,98     14.663,52 EUR",
                 "Total liquido                    14.663,52 EUR", "IVA                               3.372,61 EUR",
                 "Total documento             EUR 18.036,13"});
  CHECK(text_of(r.invoice.totals.net) == "14663.52");
  CHECK(text_of(r.invoice.totals.payable) == "18036.13");
}

TEST_CASE("where no currency is printed, a language of one country tells it") {
  auto r = read({"Faktura 20241107", "Forfallodag 2024-11-22", "Bankgiro 118-8224", "Netto    12 478,00",
                 "Moms 25%  3 119,50", "Totalt inkl. moms 15 597,50"});
  CHECK(r.invoice.currency == "SEK");
}

TEST_CASE("the words of a country tell whose peso it is") {
  auto r = read({"Factura: 7", "R.U.T. 76.118.822-4", "Monto neto $   18.091.000", "I.V.A. 19% $    3.437.290",
                 "Total $        21.528.290"});
  CHECK(r.invoice.currency == "CLP");
}

TEST_CASE("bases and taxes of single rates in a table lead to no other amount to pay") {
  auto r = read({"Tax invoice: 7", "                                      1,01,850.00",
                 "IGST @ 18%                              18,333.00",
                 "Total            215 nos              1,20,183.00", "", "HSN    Code", "82090010", "84661010",
                 "                              44,100.00         18%      7,938.00           7,938.00",
                 "                              57,750.00         18%     10,395.00          10,395.00"});
  CHECK(text_of(r.invoice.totals.gross) == "120183.00");
  CHECK(text_of(r.invoice.totals.payable) == "120183.00");
}

TEST_CASE("figures of other rows at the same place cut no amount") {
  auto page = page_of({"Faktura: 7", "Summa exkl moms        4 520,00", "Varav moms 25%           800,00",
                       "Varav moms 12%           158,40", "Totalt att betala      5 478,40", "SEK"});
  for (layout::Word& word : page.words)  // no print of one width
    if (word.text.size() > 4 && word.text[0] > '9') word.box.x1 -= (word.box.x1 - word.box.x0) / 4;
  auto r = extract_invoice({page}, {*Date::parse("2026-11-22"), {}});
  CHECK(text_of(r.invoice.totals.net) == "4520.00");
  CHECK(text_of(r.invoice.totals.gross) == "5478.40");
}

TEST_CASE("of a correction only the difference counts, not the rows before and after") {
  auto r = read({"Faktura korygujaca 12/2026",
                 "Nazwa                Ilosc    Cena     Wartosc netto   Stawka   Kwota VAT   Brutto",
                 "Przewod   przed      500 m    3,10     1 550,00        23%      356,50      1 906,50",
                 "          po         400 m    3,10     1 240,00        23%      285,20      1 525,20",
                 "          korekta    -100 m   3,10      -310,00        23%      -71,30       -381,30",
                 "                              Kwota zmniejszenia netto                      -310,00",
                 "                              Kwota zmniejszenia VAT                         -71,30",
                 "                              Do zwrotu (PLN)                                381,30"});
  CHECK(text_of(r.invoice.totals.net) == "310.00");
  CHECK(text_of(r.invoice.totals.tax) == "71.30");
  CHECK(text_of(r.invoice.totals.gross) == "381.30");
}

TEST_CASE("a printed tax stays the tax where only the rounded total is printed") {
  auto r = read({"Fakturanr 3561", "", "Exkl. moms      Moms 25%       Oresavrundning      Att betala",
                 "14 060,72       3 515,18       0,10                SEK 17 576,00"});
  CHECK(text_of(r.invoice.totals.tax) == "3515.18");
  CHECK(text_of(r.invoice.totals.payable) == "17576.00");
}

TEST_CASE("tax that a contractor deducts for the scheme is no line and lowers what is due, not the total") {
  auto r = read({"Invoice No: 17", "Description          Qty    Rate       Amount",
                 "Labour plots 14-17   2      £400.00    £800.00", "Materials            1      £200.00    £200.00",
                 "Total                                  £1,000.00",
                 "Less CIS deduction 20% of labour £800.00      -£160.00",
                 "Amount due                             £840.00"});
  CHECK(text_of(r.invoice.totals.gross) == "1000.00");
  CHECK(text_of(r.invoice.totals.payable) == "840.00");
  CHECK(r.invoice.lines.size() == 2);
}

TEST_CASE("postage is no tax where the total says in brackets which tax it includes") {
  auto r = read({"RECHNUNG  Rechnungsnummer: 2026-2399", "Produkt                Anzahl     Preis",
                 "Rooibos Vanille 100 g  1          4,32 €", "Assam 250 g            4          101,40 €",
                 "Teesieb Edelstahl      2          39,08 €", "                       Zwischensumme   144,80 €",
                 "                       Versand         4,90 €",
                 "                       Gesamt          149,70 € (inkl. 23,90 € MwSt.)"});
  CHECK(text_of(r.invoice.totals.tax) == "23.90");
  CHECK(text_of(r.invoice.totals.gross) == "149.70");
}

TEST_CASE("the name of the tax in the column of taxes makes no sum of an item") {
  auto r = read({"Fattura 7", "", "Descrizione            Quantita     Prezzo unitario   Imposte        Importo",
                 "Posa in opera          2,00                 328,47   IVA 22%         656,94",
                 "Zanzariera             5,00                 258,82   IVA 22%       1.294,10", "",
                 "                                    Imponibile                     1.951,04",
                 "                                    IVA 22%                          429,23",
                 "                                    Totale                         2.380,27"});
  CHECK(r.invoice.lines.size() == 2);
}

TEST_CASE("a colon and a dash stand for no cents behind groups of three") {
  auto r = read({"Rakning 14", "Hyra            1 800:-", "Stadning          650:-", "Summa att betala   2 450:-"});
  CHECK(text_of(r.invoice.totals.gross) == "2450");
  CHECK(text_of(r.invoice.totals.payable) == "2450");
}

TEST_CASE("beside the total of an invoice its net is no deposit, and its tax is not left to be paid") {
  auto r = read({"Fattura 58", "Aliquota                       Imponibile       Imposta",
                 "4%                             490,00           19,60",
                 "22%                            315,40           69,39",
                 "TOTALE FATTURA EUR 894,39      805,40           88,99"});
  CHECK(text_of(r.invoice.totals.gross) == "894.39");
  CHECK(text_of(r.invoice.totals.payable) == "894.39");
}

TEST_CASE("the number of a register behind the rate is no part of the tax") {
  auto r =
      read({"FACTURE 18832", "", "Sous-total / Subtotal                  5 105,00 $",
            "TPS / GST 5 %                            255,25 $", "TVQ / QST 9,975 % 1021884733             509,22 $",
            "TOTAL (CAD)                            5 869,47 $"});
  CHECK(text_of(r.invoice.totals.tax) == "764.47");
}

TEST_CASE("what headings call the state before and after a correction is not billed") {
  auto r = read({"FAKTURA KORYGUJACA FK/14", "", "Przed korekta",
                 "Lp   Nazwa      Ilosc   Cena netto    Wartosc netto    VAT %    Kwota VAT    Wartosc brutto",
                 "1    Donica     24      38,90         933,60           23       214,73       1 148,33", "",
                 "Po korekcie", "1    Donica     19      38,90         739,10           23       169,99       909,09",
                 "", "Zmniejszenie wartosci netto    -194,50", "Zmniejszenie kwoty VAT          -44,74",
                 "Do zwrotu                       239,24 PLN"});
  CHECK(text_of(r.invoice.totals.net) == "194.50");
  CHECK(text_of(r.invoice.totals.tax) == "44.74");
  CHECK(text_of(r.invoice.totals.gross) == "239.24");
}

TEST_CASE("one rate of a table whose rates together are the named total is not the document") {
  auto r =
      read({"Rechnung Nr. 20250233", "", "Datum    Leistung          Anzahl   Einzel   Gesamt EUR",
            "10.06.   Einzelzimmer      1        79,00    79,00", "10.06.   Fruehstueck       1        14,00    14,00",
            "11.06.   Einzelzimmer      1        79,00    79,00", "11.06.   Fruehstueck       1        14,00    14,00",
            "11.06.   Speisen           1        26,80    26,80", "Rechnungsbetrag inkl. MwSt.         212,80", "", "",
            "MwSt.-Satz   Netto    MwSt.   Brutto", "7 %          147,66   10,34   158,00",
            "19 %         46,05    8,75    54,80"});
  CHECK(text_of(r.invoice.totals.gross) == "212.80");
  CHECK(text_of(r.invoice.totals.tax) == "19.09");
}

TEST_CASE("where amounts bear the sign of the money, a factor without it is the hours") {
  auto r = read({"Invoice no. 118204", "", "Date       Services                                          Amount",
                 "02/06/25   Review draft lease with client           1.40     $574.00",
                 "02/13/25   Prepare exhibits for the agency          2.80     $826.00",
                 "02/26/25   Attend hearing                           3.00     $1,230.00",
                 "Total due                                                    $2,630.00"});
  REQUIRE(r.invoice.lines.size() == 3);
  CHECK(text_of(r.invoice.lines[0].quantity) == "1.40");
  CHECK(text_of(r.invoice.lines[0].unit_price) == "410");
}

TEST_CASE("instalments with their net and tax in brackets are deducted whole") {
  auto r = read({"Schlussrechnung Nr. 2024-188", "",
                 "Summe netto                                                    30.800,00",
                 "19 % MwSt.                                                      5.852,00",
                 "Gesamtsumme brutto                                             36.652,00",
                 "./. 1. Abschlag vom 20.09.2024 (netto 10.000,00 / MwSt. 1.900,00)   11.900,00",
                 "./. 2. Abschlag vom 18.10.2024 (netto 10.000,00 / MwSt. 1.900,00)   11.900,00",
                 "Restbetrag                                                     12.852,00"});
  CHECK(text_of(r.invoice.totals.gross) == "36652.00");
  CHECK(text_of(r.invoice.totals.payable) == "12852.00");
}

TEST_CASE("a charge for all is the total, not one of its instalments") {
  auto r = read({"Gebührenrechnung Nr. AG-2025-044718", "", "Gebührenart          Anzahl   Satz EUR   Betrag EUR",
                 "Grundgebühr          2        31,80      63,60", "Leerung Restabfall   8        6,45       51,60",
                 "Bioabfall 80 l       12       3,90       46,80", "Gesamtgebühr                             162,00",
                 "", "Fällig in zwei Raten: 81,00 EUR zum 15.03.2025 und 81,00 EUR zum 15.09.2025."});
  CHECK(text_of(r.invoice.totals.gross) == "162.00");
}

TEST_CASE("a deposit under the heading of a column leads on, and so does one below a total of the tax table") {
  auto r = read({"Charge                        Net value", "Consulting                       915.75",
                 "Total (ex tax)                  $915.75", "GST 10%                          $91.58",
                 "Total payable                  $1007.33", "On account                     -$302.20",
                 "Outstanding                     $705.13"});
  CHECK(text_of(r.invoice.totals.gross) == "1007.33");
  CHECK(text_of(r.invoice.totals.payable) == "705.13");
  r = read({"Sazba         Zaklad     Castka DPH   Celkem s DPH", "21 %        8 310,02       1 745,10      10 055,12",
            "", "Soucet polozek                       8 285,40", "Postovne                                24,62",
            "Zaklad                               8 310,02", "Castka DPH 21 %                      1 745,10",
            "Cena s DPH                          10 055,12", "Srazka                              -3 016,54",
            "Ted                                  7 038,58"});
  CHECK(text_of(r.invoice.totals.gross) == "10055.12");
  CHECK(text_of(r.invoice.totals.payable) == "7038.58");
}

TEST_CASE("what was owed before leads to what is due in yen as well") {
  auto r = read({"Basic charge                    957,187", "Taxable value                   957,187",
                 "Consumption Tax 10%              95,719", "These charges                 1,052,906",
                 "Former debt                      13,407", "Altogether                JPY 1,066,313"});
  CHECK(text_of(r.invoice.totals.gross) == "1052906");
  CHECK(text_of(r.invoice.totals.payable) == "1066313");
}

TEST_CASE("a line and the rest of the lines are no net and tax, where a tax of nothing is printed") {
  auto untaxed = read({"Fatura 0175", "", "Designação            Qtd.     P. Unit.        IVA          Total",
                       "Mão de obra             25     R$ 111,00       0%     R$ 2.775,00",
                       "Manutenção mensal        1     R$ 24,58        0%        R$ 24,58",
                       "Portão em ferro          3     R$ 102,00       0%       R$ 306,00", "",
                       "Incidência                   IVA 0%                 TOTAL", "",
                       "      BRL 3.105,58                  BRL 0,00               BRL 3.105,58"});
  CHECK(text_of(untaxed.invoice.totals.net) == "3105.58");
  CHECK(text_of(untaxed.invoice.totals.gross) == "3105.58");
}

TEST_CASE("an old balance is no tax where a tax of nothing is printed") {
  auto r = read({"Faktura 118", "", "Netto ogółem                       39 390,17 zł",
                 "Podatek 0%                              0,00 zł", "Razem za okres                     39 390,17 zł",
                 "Saldo z poprzedniej faktury           677,80 zł", "Kwota do zapłaty                   40 067,97 zł"});
  CHECK(text_of(r.invoice.totals.gross) == "39390.17");
  CHECK(text_of(r.invoice.totals.tax) == "0.00");
}
