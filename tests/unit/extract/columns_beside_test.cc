#include <doctest/doctest.h>

#include "unit/extract/pages.h"

using namespace ap;
using namespace ap::extract;

namespace {

Confidence sureness(const PageExtraction& read, const char* path) { return read.evidence.at(path).confidence; }

}  // namespace

TEST_CASE("captions in a column beside the item table have their values below them, not in the items' rows") {
  auto r = read({"                  Invoice", "", "                  #  Description        Qty    Price        Net",
                 "Inv. No:          1  Cleaning             2   713.77   1,427.54", "202501288",
                 "                  2  Support plan         3   150.51     451.53",
                 "Your order        3  Cabling              2   645.88   1,291.76", "PO-64181",
                 "                     Total                             3,170.83"});
  CHECK(r.invoice.number == "202501288");
  CHECK(r.invoice.purchase_order == "PO-64181");
}

TEST_CASE("the sign over the numbers of the items names no document") {
  auto r = read({"Tax Invoice", "#          Qty         Details                    Net amount",
                 "1            2         Oak panel                      825.44"});
  CHECK(r.invoice.number == "");
}

TEST_CASE("a heading's value is found in its column though something else stands further below the heading") {
  auto r = read({"Fatura nº          Data da fatura        Pagar até            V/ Requisição",
                 "           3244-KV         06/04/2026           21/05/2026           B6476/26",
                 "Exmo. Sr.: Gráfica do Tejo, Lda"});
  CHECK(r.invoice.number == "3244-KV");
}

TEST_CASE("a document's number may have the form of a tax number") {
  CHECK(read({"FAKTURA SI4631/2026", "Termin: 2026-04-06"}).invoice.number == "SI4631/2026");
  CHECK(read({"Nº de documento:      SI-2025-1063", "Data     2025-08-26"}).invoice.number == "SI-2025-1063");
  CHECK(read({"Numer faktury       Data", "SI4631/2026         2026-04-06"}).invoice.number == "SI4631/2026");
  CHECK(read({"Doc. n.:      SI7509/2026", "Data:         30.05.2026"}).invoice.number == "SI7509/2026");
  CHECK(read({"Fattura SI75092026X", "Data: 30.05.2026"}).invoice.seller.vat_id == "");
  auto r = read({"Invoice No. 4417", "Invoice Reg. No.: T3703593196801", "Total  ¥88,176"});
  CHECK(r.invoice.number == "4417");
  CHECK(r.invoice.seller.vat_id == "T3703593196801");
}

TEST_CASE("the buyer stands under his heading, not where the seller's block begins level with it") {
  auto r = read({"Sales Invoice 17", "", "Billed to                         Chandra & Sons Limited",
                 "Larkfield Packaging Ltd           Unit 3, Canal Wharf", "14 Mill Lane", "Leeds LS2 7QF"});
  CHECK(r.invoice.buyer.name == "Larkfield Packaging Ltd");
  CHECK(r.invoice.seller.name != "Larkfield Packaging Ltd");
}

TEST_CASE("a bare dollar sign is doubtful, unless the pages tell whose it is") {
  auto bare = read({"Invoice 17", "Total  $45.00"});
  CHECK(bare.invoice.currency == "USD");
  CHECK(sureness(bare, "currency") <= 700);
  CHECK(sureness(read({"Invoice 17", "Dayton, OH 45414", "Total  $45.00"}), "currency") > 900);
  auto other = read({"Invoice 17", "Widgets  $40.00", "Freight  $5.00", "Total  $45.00", "EUR"});
  CHECK(other.invoice.currency == "USD");
  CHECK(sureness(other, "currency") <= 700);
  CHECK(sureness(read({"Rechnung 17", "ein Posten", "Summe  $45.00"}), "currency") <= 700);
  CHECK(sureness(read({"Invoice 17", "Client ID: 66489", "Total  $45.00"}), "currency") <= 700);
  CHECK(sureness(read({"Invoice 17", "Client ID 66489", "Total  $45.00"}), "currency") <= 700);
  CHECK(sureness(read({"Invoice 17", "Client WA             66489", "Total  $45.00"}), "currency") <= 700);
  CHECK(sureness(read({"Invoice 17", "Boise, ID 83702", "Total  $45.00"}), "currency") > 900);
  CHECK(sureness(read({"Invoice 17", "EIN 75-1188220", "Total  $45.00"}), "currency") > 900);
  CHECK(read({"Tax Invoice 17", "GST 15%  $3.00", "Total  $23.00"}).invoice.currency == "NZD");
  CHECK(read({"Factura 17", "Imprenta del Norte S.A. de C.V.", "Total  $45.00"}).invoice.currency == "MXN");
}

TEST_CASE("without any sign the currency is that of the country whose banks or taxes are named") {
  CHECK(read({"Invoice 17", "BSB 062-000 Account 118204", "Total  10.00"}).invoice.currency == "AUD");
  CHECK(read({"Faktura 17", "Bankgiro 123-4567", "Summa  10,00"}).invoice.currency == "SEK");
}

TEST_CASE("a Mexican company's name ends with its variable capital, and a post office box is no order") {
  auto r = read({"Factura 17", "Proveedor: Imprenta del Norte S.A. de C.V., Calle 5 de Mayo 30, 06000 Ciudad de México",
                 "Cliente: Suministros del Golfo S.A. de C.V.", "PO Box 118"});
  CHECK(r.invoice.seller.name == "Imprenta del Norte S.A. de C.V.");
  CHECK(r.invoice.buyer.name == "Suministros del Golfo S.A. de C.V.");
  CHECK(r.invoice.purchase_order == "");
}

TEST_CASE("who stands below the amounts is the sender, however short the invoice is") {
  auto r =
      read({"Obchod Morava a.s.                                        FAKTURA 7083", "", "Dvořák Strojírna s.r.o.",
            "nám. Míru 5", "120 00 Praha 2", "", "Servisní paušál                                           1 554,72",
            "K úhradě                                                  1 554,72", "", "Obchod Morava a.s.", "Dlouhá 30",
            "602 00 Brno"});
  CHECK(r.invoice.seller.name == "Obchod Morava a.s.");
  CHECK(r.invoice.buyer.name == "Dvořák Strojírna s.r.o.");
}

TEST_CASE("a legal form of several words is not cut before an address") {
  auto r = read({"Suministros del Norte S.A. de C.V. Av. Reforma 112 64000 Monterrey", "", "Cliente: Imprenta Sol SA"});
  CHECK(r.invoice.seller.name == "Suministros del Norte S.A. de C.V.");
}

TEST_CASE("the heading and the firm may be one piece of text") {
  auto r = read({"Rechnung 17", "Rechnungsanschrift Kessler Bürobedarf AG", "Via Nassa 5", "6900 Lugano"});
  CHECK(r.invoice.buyer.name == "Kessler Bürobedarf AG");
  auto two = read({"Leverancier   Vermeer Techniek", "Factuur aan Groothandel Waterland B.V."});
  CHECK(two.invoice.seller.name == "Vermeer Techniek");
  CHECK(two.invoice.buyer.name == "Groothandel Waterland B.V.");
}

TEST_CASE("an account is found behind a tax number in one line") {
  auto r = read({"Rechnung 17", "USt-IdNr.: DE294045163 IBAN DE48 7484 5270 1675 0732 52"});
  CHECK(r.invoice.payment.iban == "DE48748452701675073252");
}
