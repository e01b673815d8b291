// Slips of tills as several countries print them, and what recognition makes of them.
#include <doctest/doctest.h>

#include "extract/lines_items.h"
#include "extract/number_guess.h"
#include "unit/extract/pages.h"

using namespace ap;
using namespace ap::extract;

namespace {

layout::Page slip_page(const std::vector<std::string_view>& lines) {
  layout::Page page = page_of(lines, 900);
  page.source = layout::PageSource::ocr;
  for (layout::Word& word : page.words) word.confidence = 950;
  page.width = 22000;
  page.height = 3000 + 1400 * static_cast<std::int32_t>(lines.size()) + 30000;
  return page;
}

PageExtraction slip(const std::vector<std::string_view>& lines) {
  return extract_invoice({slip_page(lines)}, {*Date::parse("2026-11-22"), {}});
}

PageExtraction scan(const std::vector<std::string_view>& lines) {
  layout::Page page = page_of(lines);
  page.source = layout::PageSource::ocr;
  for (layout::Word& word : page.words) word.confidence = 950;
  return extract_invoice({page}, {*Date::parse("2026-11-22"), {}});
}

}  // namespace

TEST_CASE("the number of a slip stands behind its name in many languages, and a time is none") {
  auto bon =
      slip({"BOUWMARKT DE WIT", "Kerkstraat 32", "8011 CW Zwolle", "KASSABON", "Bonnr.: 7857  13-09-2026 15:14:41",
            "Artikel       Aant  Prijs  Bedrag", "Kwast 50mm       3   5,99   17,97 A", "Te betalen         EUR 17,97",
            "PIN                    17,97"});
  CHECK(bon.invoice.number == "7857");
  auto paragon = slip({"SKLEP METALOWY", "ul. Prosta 3", "61-701 Warta", "PARAGON FISKALNY", "Nr wydr.   8-49596",
                       "06.06.2026  07:02:18", "Pierogi            16,41", "SUMA PLN           16,41",
                       "GOTÓWKA            16,41"});
  CHECK(paragon.invoice.number == "8-49596");
  auto check = slip({"HILL TAXIS", "46 Oak Ave", "Portland, OR 97205", "Check # A11594", "Q3/06/26   16:52",
                     "Fare            55.80", "Total Due       55.80", "VISA            55.80", "03/06/26   16:52"});
  CHECK(check.invoice.number == "A11594");
  auto card =
      slip({"CAFE NORD", "Storgatan 4", "391 20 Kalmar", "KVITTO", "Kvitto Kassa", "2026-09-10 08:13",
            "Kaffe       32,00", "TOTALT      32,00", "Kort        32,00", "2026-09-10   08:13", "AID A0000000031010"});
  CHECK(card.invoice.number == "");
  CHECK_FALSE(reading::plausible_number("15:14:41"));
  CHECK_FALSE(reading::plausible_number("16:52"));
  CHECK(reading::plausible_number("2026:117"));
}

TEST_CASE("days within which goods are taken back make nothing due on a slip that was paid") {
  auto r = slip({"BOUWMARKT DE WIT", "Kerkstraat 32", "8011 CW Zwolle", "KASSABON", "Bonnr.: 7857     13-09-2026 15:14",
                 "Kwast 50mm          17,97", "TOTAAL              17,97", "PIN                 17,97",
                 "Ruilen binnen 14 dagen met bon"});
  CHECK(r.invoice.issue_date.has_value());
  CHECK_FALSE(r.invoice.due_date.has_value());
}

TEST_CASE("taxes included at several rates are the tax of a slip where they lead to its total") {
  auto r = slip({"FARMACIA ROSSI", "Piazza Nuova 3", "40121 Bologna", "RICEVUTA", "Sciroppo          5,69",
                 "Crema viso       17,99", "Cerotti           6,64", "TOTALE EUR       30,32", "Contanti         30,32",
                 "di cui 22% IVA    4,44", "di cui 10% IVA    0,52"});
  CHECK(text_of(r.invoice.totals.gross) == "30.32");
  CHECK(text_of(r.invoice.totals.tax) == "4.96");
  CHECK(text_of(r.invoice.totals.net) == "25.36");
}

TEST_CASE("a slip on which no tax was found is not one without tax") {
  auto r = slip({"TAXI HOLM", "Storgatan 3", "391 20 Kalmar", "KVITTO", "2026-09-10 08:13", "Taxiresa      324,00",
                 "Totalt        324,00", "Kort          324,00"});
  CHECK(text_of(r.invoice.totals.gross) == "324.00");
  CHECK_FALSE(r.invoice.totals.tax.has_value());
}

TEST_CASE("a bracket seen twice does not hide the rate of a tax") {
  auto r = slip({"BOULANGERIE DUVAL", "24 place du Marche", "69003 LYON", "TICKET", "21/10/2026 12:19",
                 "Pain                   11,47", "TOTAL                  11,47", "ESPECES                20,00",
                 "RENDU                   8,53", "TVA 5,5%( (10,87)       0,60"});
  CHECK(text_of(r.invoice.totals.tax) == "0.60");
}

TEST_CASE("a tax that misses the total by cents which nobody rounded off was misread") {
  auto r = slip({"HILL TAXIS", "46 Oak Ave", "Portland, OR 97205", "Receipt", "03/06/26 16:52", "Fare            55.80",
                 "Subtotal        55.80", "Sales Tax 8.25%  4.62", "Total Due       60.40", "VISA            60.40"});
  CHECK(text_of(r.invoice.totals.gross) == "60.40");
  CHECK(text_of(r.invoice.totals.tax) == "4.60");
  CHECK(r.evidence.at("totals.tax").how == How::arithmetic);
}

TEST_CASE("where the print beside the total's label was lost, the lines above are no sure total") {
  auto r = scan({"Dubois SRL", "rue Neuve 9, 4000 LIEGE", "Facture n°  F-118      Date de facture  17/09/2026", "",
                 "Désignation              Qté   Prix unitaire     Montant",
                 "Filtre de rechange         8          214,13    1.713,04",
                 "Étude sur site             8           77,80", "", "Total HT", "TVA 21 %", "Total TTC"});
  REQUIRE(r.evidence.contains("totals.gross"));
  CHECK(r.evidence.at("totals.gross").confidence <= 500);
  CHECK(r.evidence.at("totals.payable").confidence <= 500);
}

TEST_CASE("a speck behind the thousands, and an apostrophe seen twice, do not cut an amount") {
  auto specked =
      scan({"Dvořák a.s.", "Faktura 2026-8554", "Datum vystavení 11.06.2026", "", "Základ daně            53 133,48",
            "DPH 21 %               11 158,03", "Celkem k úhradě        64: 291,51 Kč"});
  CHECK(text_of(specked.invoice.totals.payable) == "64291.51");
  auto twice =
      scan({"Bieri GmbH", "Rechnung F-118", "Rechnungsdatum: 31.03.2026", "", "Nettobetrag            1'415.18",
            "zzgl. 8.1 % MwSt.        114.63", "Rechnungsbetrag        1'\"529.81 CHF"});
  CHECK(text_of(twice.invoice.totals.gross) == "1529.81");
}

TEST_CASE("a letter between a letter and figures may be a figure") {
  auto r = scan({"Dubois SRL", "Facture n°  FO62824      Date de facture  17/09/2026", "Total HT      100,00",
                 "TVA 21 %       21,00", "Total TTC     121,00"});
  REQUIRE(r.invoice.number == "FO62824");
  CHECK(r.evidence.at("number").confidence <= 800);
}

namespace {

std::string rows_of(const PageExtraction& r) {
  std::string out;
  for (const Line& l : r.invoice.lines)
    out += text_of(l.quantity) + " = " + text_of(l.net) + " " + l.description + "\n";
  return out;
}

}  // namespace

TEST_CASE("the number before a sign of multiplication is the quantity") {
  auto r = slip({"ALIMENTACION LARA S.A.", "Calle Mayor 86", "33003 Oviedo", "RECIBO", "TOMATE RAMA         1,99 B",
                 "3 Xx PAN RUSTICO    5,97 B", "2xLECHE             3,98 B", "TOTAL              11,94",
                 "EFECTIVO           11,94"});
  CHECK(rows_of(r) == "1 = 1.99 TOMATE RAMA\n3 = 5.97 PAN RUSTICO\n2 = 3.98 LECHE\n");
}

TEST_CASE("a Polish slip's taxable sales and taxes are no articles") {
  auto r = slip({"RESTAURACJA WARTA", "ul. Prosta 3", "61-701 Warta", "PARAGON FISKALNY", "06.06.2026 07:02",
                 "Piwo                16,41 1", "Schabowy            40,99 2", "Pierogi             60,70 2",
                 "2 x 30,35", "PODSUMA             118,10", "SPRZEDAŻ OPODATK. 1  16,41", "PTU 1 23,00%          3,07",
                 "SPRZEDAŻ OPODATK. 2 101,69", "PTU 2 8,00%           7,53", "SUMA PTU             10,60",
                 "SUMA PLN            118,10", "KARTA               118,10"});
  CHECK(rows_of(r) == "1 = 16.41 Piwo\n1 = 40.99 Schabowy\n2 = 60.70 Pierogi\n");
}

TEST_CASE("weights and prices below an article are no article, and a misread nought of a weight is put right") {
  auto r = slip({"KØBMAND SKOV ApS", "Algade 71", "5000 Odense C", "BON", "KAFFE             71,48",
                 "  1,732 kg x 41,27 DKK/kg", "ÆBLER              1,71", "  8,571 kg x 2,99 DKK/kg",
                 "MÆLK              10,50", "TOTAL DKK         83,69", "DANKORT           83,69"});
  CHECK(rows_of(r) == "1.732 = 71.48 KAFFE\n0.571 = 1.71 ÆBLER\n1 = 10.50 MÆLK\n");
  CHECK(r.evidence.at("lines[1].quantity").how == How::arithmetic);
}

TEST_CASE("the sign for litre read as a figure does not spoil a quantity") {
  auto r =
      slip({"BENZINA NOVY a.s.", "namesti 53", "301 00 Plzen", "DAŇOVÝ DOKLAD", "24.07.2026 18:33",
            "Nafta          836,18 A", "  22,311 x 37,480 Kč/l", "CELKEM Kč      836,18", "Karta          836,18"});
  REQUIRE(r.invoice.lines.size() == 1);
  CHECK(text_of(r.invoice.lines[0].quantity) == "22.31");
}

TEST_CASE("a number that takes its sign of multiplication along, and an I for litre, are a product") {
  auto r = slip({"AUTOHOF BERGER e.K.", "Goethestraße 49", "24937 Flensburg", "Quittung", "20.04.2026 21:12",
                 "Super         59,35", "  32,631x 1,819 EUR/I", "Bar          100,00", "Rückgeld      40,65"});
  CHECK(rows_of(r) == "32.63 = 59.35 Super\n");
}

TEST_CASE(
    "a tax without its rate is included where the articles bear one, and a basis in brackets leads to the total") {
  auto r = slip({"HOTEL ROSSI", "Piazza Nuova 40", "09124 Cagliari", "SCONTRINO", "10-07-2026 12:39",
                 "Camera      10,00%     97,00", "Colazione   10,00%     14,00", "TOTALE EUR            111,00",
                 "di cui IVA             10,09", "Pagamento contante    200,00", "RESTO                  89,00"});
  CHECK(text_of(r.invoice.totals.tax) == "10.09");
  auto bracket =
      slip({"LIND JÄRNHANDEL", "Storgatan 85", "702 11 Örebro", "KVITTO", "2026-10-12 15:09", "LED-lampa     55,90",
            "Total SEK      9,90", "Kortköp       55,90", "Moms 25 % (44,72)   11,18"});
  CHECK(text_of(bracket.invoice.totals.gross) == "55.90");
}

TEST_CASE("signs of a number that are glued or misread are no part of it") {
  auto glued = slip({"RELAIS CLAES SA", "rue Neuve 28", "5000 NAMUR", "Gazole     87,69", "TOTAL      87,69",
                     "ESPECES   100,00", "RENDU      12,31", "TicketN° 317479", "11/06/2026 22:19:11"});
  CHECK(glued.invoice.number == "317479");
  auto misread =
      slip({"HOSTAL LARA S.L.", "Calle Mayor 137", "18009 Granada", "FACTURA SIMPLIFICADA", "Noche     318,00",
            "TOTAL     318,00", "TARJETA   318,00", "Ticket   n2 8639", "21/05/2026 11:54"});
  CHECK(misread.invoice.number == "8639");
}

TEST_CASE("a raised o that stands apart as a figure is no number") {
  CHECK_FALSE(reading::plausible_number("n2"));
  auto r = slip({"HOSTAL LARA S.L.", "Calle Mayor 137", "18009 Granada", "FACTURA SIMPLIFICADA", "Noche     318,00",
                 "TOTAL     318,00", "TARJETA   318,00", "Ticket n2      8639", "21/05/2026 11:54"});
  CHECK(r.invoice.number == "8639");
}

TEST_CASE("what stands as a word for 'to' above the name of a shop makes it no customer") {
  auto r = slip({"an", "LIND JÄRNHANDEL", "Storgatan 85", "702 11 Örebro", "Momsreg.nr SE556036079301", "KVITTO",
                 "2026-10-12 15:09", "LED-lampa     55,90", "Total SEK     55,90", "Kortköp       55,90"});
  CHECK(r.invoice.seller.name == "LIND JÄRNHANDEL");
  CHECK(r.invoice.seller.vat_id == "SE556036079301");
  CHECK(r.invoice.buyer.name == "");
}

TEST_CASE("pumps tell litres in hundredths") {
  auto r = slip({"RELAIS CLAES SA", "rue Neuve 28", "5000 NAMUR", "TICKET", "11/06/2026 22:19", "Gazole     87,69 A",
                 "47,171 x 1,859 €/|", "TOTAL      87,69", "ESPECES   100,00", "RENDU      12,31"});
  CHECK(rows_of(r) == "47.17 = 87.69 Gazole\n");
}

TEST_CASE("a blank of fixed pitch behind a one does not part the thousands") {
  layout::Page page = page_of({"Vasseur SAS", "Facture F-118   Date de facture 01/05/2026", "",
                               "Total HT       5963,54", "TVA 20 %       1 192,71", "Total TTC      7156,25"});
  page.source = layout::PageSource::ocr;
  for (layout::Word& word : page.words) {
    word.confidence = 950;
    word.box.y1 = word.box.y0 + 700;
    if (word.text == "1") word.box.x1 -= 200;
  }
  auto r = extract_invoice({page}, {*Date::parse("2026-11-22"), {}});
  CHECK(text_of(r.invoice.totals.tax) == "1192.71");
  CHECK(r.evidence.at("totals.tax").text == "1 192,71");
  CHECK(text_of(r.invoice.totals.gross) == "7156.25");
}

TEST_CASE("of print without noughts no figure is sure") {
  const std::vector<std::string_view> lines{"Dubois SRL",
                                            "Facture n°  F-118888    Date de facture  28/11/2826",
                                            "Désignation    Qté   Prix unitaire   Montant",
                                            "Filtre           2           44.88     89.76",
                                            "Joint           12           24.91    298.92",
                                            "Total HT     388.68",
                                            "TVA 25 %      97.17",
                                            "Total TTC    485.85",
                                            "IBAN 8881 8182 8388 8488",
                                            "Tel. 888 188 288"};
  auto r = scan(lines);
  REQUIRE(r.evidence.contains("totals.gross"));
  CHECK(r.evidence.at("totals.gross").confidence <= 500);
}

TEST_CASE("the price of another article gives no quantity of thousandths") {
  lines::Item item;
  item.line.net = Decimal::parse("11.28");
  item.line.unit_price = Decimal::parse("2.57");
  lines::derive_missing(item);
  CHECK_FALSE(item.line.quantity.has_value());
  item.line.unit_price = Decimal::parse("75.20");
  lines::derive_missing(item);
  CHECK(text_of(item.line.quantity) == "0.15");
}

TEST_CASE("articles of a slip are told although one was not read, and a total that was lost follows from them") {
  auto unread = slip({"LEBENSMITTEL AMMANN AG", "Bahnhofplatz 137", "9000 St. Gallen", "Quittung", "06.09.2026 19:30",
                      "....... 750g      .......", "Bananen lose      1.45 D", "Vollmilch         1.22 D",
                      "Total            14.37", "Maestro          14.37"});
  CHECK(rows_of(unread) == "1 = 1.45 Bananen lose\n1 = 1.22 Vollmilch\n");
  auto lost = slip({"PENSION AMMANN", "Goethestr. 132", "24937 Flensburg", "Kassenbon", "20.10.2026 14:33",
                    "Artikel        Menge   Preis   Betrag", "Zimmer             1   97,00    97,00",
                    "Essen              1   16,00    16,00", "Bar                            200,00",
                    "MwSt 7%  (105,61)                7,39"});
  CHECK(text_of(lost.invoice.totals.gross) == "113.00");
}
