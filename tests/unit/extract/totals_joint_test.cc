// Sums that no label names, and what lies between a total and the amount to pay.
#include <doctest/doctest.h>

#include "core/fields.h"
#include "unit/extract/pages.h"

using namespace ap;
using namespace ap::extract;

TEST_CASE("net, tax and total are found by their sum where no word is known") {
  auto r = read({"Invoice number: 1", "Qwertz                        100.00", "Asdf 20%                       20.00",
                 "Yxcv                          120.00"});
  CHECK(text_of(r.invoice.totals.net) == "100.00");
  CHECK(text_of(r.invoice.totals.tax) == "20.00");
  CHECK(text_of(r.invoice.totals.gross) == "120.00");
}

TEST_CASE("two taxes on one net are stacked as well") {
  auto r = read({"Invoice number: 1", "Qwertz                        200.00", "Asdf 5%                        10.00",
                 "Jkl 9.975%                     19.95", "Yxcv                          229.95"});
  CHECK(text_of(r.invoice.totals.gross) == "229.95");
  CHECK(text_of(r.invoice.totals.tax) == "29.95");
  CHECK(r.evidence.at("totals.tax").how == How::arithmetic);
}

TEST_CASE("a deposit is taken off by its minus sign, whatever it is called") {
  auto r = read({"Invoice number: 1", "Net total                     100.00", "VAT 20%                        20.00",
                 "Total                         120.00", "Qwertz                        -60.00",
                 "Yxcv                           60.00"});
  CHECK(text_of(r.invoice.totals.gross) == "120.00");
  CHECK(text_of(r.invoice.totals.prepaid) == "60.00");
  CHECK(text_of(r.invoice.totals.payable) == "60.00");
}

TEST_CASE("an earlier balance makes the amount to pay larger than the total") {
  auto r = read({"Invoice number: 1", "Net total                     100.00", "VAT 20%                        20.00",
                 "Total                         120.00", "Prior balance                  35.50",
                 "Balance due                   155.50"});
  CHECK(text_of(r.invoice.totals.gross) == "120.00");
  CHECK(text_of(r.invoice.totals.payable) == "155.50");
  CHECK_FALSE(r.invoice.totals.prepaid);
}

TEST_CASE("tax that the buyer withholds counts as paid") {
  auto r = read({"Fattura n. 7", "Totale imponibile           1.000,00", "IVA 22%                       220,00",
                 "Totale fattura              1.220,00", "Ritenuta d'acconto 20%       -200,00",
                 "Netto a pagare              1.020,00"});
  CHECK(text_of(r.invoice.totals.gross) == "1220.00");
  CHECK(text_of(r.invoice.totals.prepaid) == "200.00");
  CHECK(text_of(r.invoice.totals.payable) == "1020.00");
}

TEST_CASE("a deposit and rounding lead to the amount to pay together") {
  auto r = read({"Faktura nr 7", "Netto                         100,10", "Moms 25 %                      25,03",
                 "Totalt                        125,13", "Betalt a conto                -50,00",
                 "Oresavrundning                 -0,13", "Att betala                     75,00"});
  CHECK(text_of(r.invoice.totals.payable) == "75.00");
  CHECK(text_of(r.invoice.totals.prepaid) == "50.00");
  CHECK(text_of(r.invoice.totals.rounding) == "-0.13");
}

TEST_CASE("a tax row below zero counts against the others") {
  auto r = read({"Rechnungsnummer: 1", "Netto 8,1 %      1.484,40        120,24",
                 "Netto 2,6 %        -71,76         -1,87", "USt gesamt                       118,37",
                 "Nettobetrag                    1.412,64", "Rechnungsbetrag                1.531,01"});
  CHECK(text_of(r.invoice.totals.net) == "1412.64");
  CHECK(text_of(r.invoice.totals.tax) == "118.37");
  CHECK(text_of(r.invoice.totals.gross) == "1531.01");
}

TEST_CASE("words may stand behind their amounts") {
  auto r = read({"Invoice number: 1", "  100.00     Net total", "   20.00     VAT 20%", "  120.00     Total"});
  CHECK(text_of(r.invoice.totals.net) == "100.00");
  CHECK(text_of(r.invoice.totals.gross) == "120.00");
}

TEST_CASE("the reason for charging no tax is kept as it is printed") {
  auto r = read({"Rechnungsnummer: 1", "Summe netto          100,00", "Rechnungsbetrag      100,00",
                 "Steuerschuldnerschaft des Leistungsempfängers"});
  REQUIRE(r.invoice.taxes.size() == 1);
  CHECK(r.invoice.taxes[0].exemption_reason == "Steuerschuldnerschaft des Leistungsempfängers");
}

TEST_CASE("where no currency is printed it is that of the country of tax id and account") {
  auto r = read({"Rechnungsnummer: 1", "USt-IdNr.: DE136695976", "IBAN DE89 3704 0044 0532 0130 00",
                 "Summe netto        100,00", "USt. 19 %           19,00", "Gesamtbetrag       119,00"});
  CHECK(r.invoice.currency == "EUR");
  CHECK(r.evidence.at("currency").how == How::layout);
}

TEST_CASE("an undecided total names the other amounts with how likely they are") {
  auto r = read({"Invoice number: 1", "Total      120.00", "Total      130.00"});
  REQUIRE(r.invoice.totals.gross);
  REQUIRE_FALSE(r.evidence.at("totals.gross").alternatives.empty());
  CHECK(r.evidence.at("totals.gross").confidence < 970);
}

TEST_CASE("five pieces at twenty per cent are no tax of their price") {
  auto r = read({"Facture 17", "Article    Quantité   Prix unit.   TVA     Total",
                 "Vis M8      5,00       0,91         20%     4,55", "Gants      10,00      88,41         20%   884,10",
                 "", "Total HT net        Montant TVA 20%       Total TTC",
                 "888,65 €            177,73 €              1.066,38 €"});
  REQUIRE(r.invoice.taxes.size() == 1);
  CHECK(text_of(r.invoice.taxes[0].rate) == "20");
  CHECK(text_of(r.invoice.taxes[0].basis) == "888.65");
  CHECK(text_of(r.invoice.taxes[0].amount) == "177.73");
}

TEST_CASE("what is rounded to whole crowns is to be paid, though the total is called payable too") {
  auto r = read({"Invoice 17", "Goods value                kr 18,404.65", "Add VAT 25%                 kr 4,601.16",
                 "Total payable              kr 23,005.81", "Rounding adj.                   kr 0.19",
                 "Outstanding                kr 23,006.00"});
  CHECK(text_of(r.invoice.totals.gross) == "23005.81");
  CHECK(text_of(r.invoice.totals.payable) == "23006.00");
}

TEST_CASE("a net or a tax with a minus behind it is no deposit") {
  auto r = read({"KOREKTA FAKTURY FA2605-278", "Jabłka     34,500     23,76     819,72-",
                 "Netto             819,72 zł-", "Kwota VAT 8%       65,58 zł-", "Wartość brutto    885,30 zł-"});
  CHECK_FALSE(r.invoice.totals.prepaid);
  CHECK(text_of(r.invoice.totals.payable) == "885.30");
}

TEST_CASE("a name that ends in '&' was cut") {
  auto r = read({"Seller: Quaas &", "Storgatan 5", "753 20 Uppsala", "Invoice no: 17", "Total EUR 10.00"});
  if (auto name = r.evidence.find("seller.name"); name != r.evidence.end() && name->second.text.ends_with("&"))
    CHECK(name->second.confidence <= 500);
}

TEST_CASE("a quantity and its discount that give the rate of the row by chance: the rate is no total of them") {
  auto r = read({"Invoice 4471", "", "Item                  Qty        Price    Disc.  VAT      Amount",
                 "Apples, class I       20 kg      55.11        5  25%    1,047.09",
                 "Copy paper            3 pcs      54.89           25%      164.67", "",
                 "Amount before tax                                    SEK 1,211.76",
                 "V.A.T. 25%                                             SEK 302.94",
                 "Total inc. tax                                       SEK 1,514.70"});
  CHECK(text_of(r.invoice.totals.gross) == "1514.70");
}

TEST_CASE("a balance carried over, between the total and what is still due, leads from one to the other") {
  auto r = read({"Facture 029044", "", "Montant net HT             1 775,96 €", "Taxe 20%                     353,20 €",
                 "Total de la présente       2 129,16 €", "Solde ancien compte          153,70 €",
                 "Reste dû                   2 282,86 €"});
  CHECK(text_of(r.invoice.totals.gross) == "2129.16");
  CHECK(text_of(r.invoice.totals.payable) == "2282.86");
}

TEST_CASE("an amount due that nothing explains makes the total doubtful as what is to be paid") {
  auto r = read({"Facture 029044", "", "Montant net HT             1 775,96 €", "Taxe 20%                     353,20 €",
                 "Total de la présente       2 129,16 €", "", "Reste dû                   2 282,86 €"});
  CHECK(text_of(r.invoice.totals.gross) == "2129.16");
  CHECK(r.evidence.at("totals.payable").confidence < 900);
}
