// Looks of letterheads and forms that no sample has: who is who by evidence, not by place alone.
#include <doctest/doctest.h>

#include "extract/columns.h"
#include "extract/spaced_letters.h"
#include "extract/tax_id_country.h"
#include "unit/extract/pages.h"

using namespace ap;
using namespace ap::extract;

namespace {

// Sets the words of line `l` of a typed page bold, or bigger by `grow` hundredths of a point.
void set_line(layout::Page& page, std::int32_t l, bool bold, std::int32_t grow = 0) {
  for (layout::Word& word : page.words) {
    if (word.box.y0 != 4000 + l * 1400) continue;
    word.bold = bold;
    word.font_size += grow;
  }
}

PageExtraction read_page(const layout::Page& page) { return extract_invoice({page}, {*Date::parse("2026-11-22"), {}}); }

}  // namespace

TEST_CASE("an address without a label beside a labelled buyer is the sender's, also with a state in full") {
  auto r =
      read({"Northbeam Analytics, Inc.           Bill to", "548 Harbor Street                   Heliotrop Verlag GmbH",
            "Oakland, California 94607           Rosenweg 12", "United States                       50667 Koeln"});
  CHECK(r.invoice.seller.name == "Northbeam Analytics, Inc.");
  CHECK(r.invoice.seller.address.region == "California");
  CHECK(r.invoice.buyer.name == "Heliotrop Verlag GmbH");
}

TEST_CASE("nobody is the seller where all that is known is who buys") {
  auto r = read({"Invoice 17", "", "Bill to:", "Quill Holdings plc", "2 Low Road", "Leeds LS1 4AP"});
  CHECK(r.invoice.seller.name.empty());
  CHECK(r.invoice.buyer.name == "Quill Holdings plc");
}

TEST_CASE("a name joined by '&' goes on in the next line, and one set alike above plain lines does too") {
  auto r = read({"Ferri &", "Baldini Associati", "Via Garibaldi 88", "40121 Bologna", "P.IVA 01533420377"});
  CHECK(r.invoice.seller.name == "Ferri & Baldini Associati");
  layout::Page page = page_of({"Studio Tecnico", "Ferri Baldini", "Via Garibaldi 88", "40121 Bologna"});
  CHECK(read_page(page).invoice.seller.name == "Studio Tecnico Ferri Baldini");  // what it is, and which one
  page = page_of({"Ateliers Morel", "Successeurs Durand", "8 rue Haute", "21200 Beaune"});
  CHECK(read_page(page).invoice.seller.name == "Ateliers Morel");
  set_line(page, 0, true);
  set_line(page, 1, true);
  CHECK(read_page(page).invoice.seller.name == "Ateliers Morel Successeurs Durand");
}

TEST_CASE("the name stands above the line of trades and address, not in it") {
  layout::Page page = page_of({"Gerber AG", "Heizung · Sanitaer · Murtenstrasse 119 · 3008 Bern"});
  set_line(page, 0, true, 700);
  CHECK(read_page(page).invoice.seller.name == "Gerber AG");
}

TEST_CASE("the firm behind a brand is told by its legal form and its numbers") {
  layout::Page page = page_of({"HOTEL MIRADOR DEL CABO", "Paseo Maritimo 210 · 04118 San Jose",
                               "Explotaciones del Cabo S.L. · C.I.F. B04123457", "", "",
                               "Cliente:", "Ingenieria Levante SA", "C/ Colon 33", "46004 Valencia"});
  set_line(page, 0, true, 800);
  CHECK(read_page(page).invoice.seller.name == "Explotaciones del Cabo S.L.");
}

TEST_CASE("a line to an office above the firm is no name, nor is one below it") {
  auto r = read({"Hargreave LLP, 1 Regent House, Bath BA1 2HQ", "", "The Directors", "Tillingford Estates Ltd",
                 "Manor Farm", "Kent TN27 9QQ"});
  CHECK(r.invoice.buyer.name == "Tillingford Estates Ltd");
  auto care = read({"Vestland AS, Minde 30, 5068 Bergen", "", "Fjellvaaken Sameie", "c/o Boligdrift AS", "Postboks 44",
                    "5003 Bergen"});
  CHECK(care.invoice.buyer.name == "Fjellvaaken Sameie");
}

TEST_CASE("letters with blanks between them are words") {
  auto r = read({"H A R G R E A V E   &   P O O L E   L L P", "1 Regent House", "Bath BA1 2HQ"});
  CHECK(r.invoice.seller.name == "HARGREAVE & POOLE LLP");
  std::vector<layout::Page> pages = {page_of({"1 2 3 4 5 6 7", "A 1 B 2 C 3 D"})};
  CHECK(reading::build_sheet(pages).tokens.size() == 14);
}

TEST_CASE("a tax number gets its country's letters from the label that names it") {
  using reading::with_country_letters;
  CHECK(with_country_letters("NIP:", "8943012248") == "PL8943012248");
  CHECK(with_country_letters("P.IVA", "01533420377") == "IT01533420377");
  CHECK(with_country_letters("P.I.", "01533420377") == "IT01533420377");
  CHECK(with_country_letters("CVR-nr.", "28114499") == "DK28114499");
  CHECK(with_country_letters("C.I.F.", "B04123457") == "ESB04123457");
  CHECK(with_country_letters("Contribuinte nº", "503219876") == "PT503219876");
  CHECK(with_country_letters("VAT Reg No.", "980780684") == "GB980780684");
  CHECK(with_country_letters("VAT Reg No.", "980780685") == "980780685");  // no British check digits
  CHECK(with_country_letters("GSTIN", "27AAPFU0939F1ZV") == "27AAPFU0939F1ZV");
  CHECK(with_country_letters("ABN", "51824753556") == "51824753556");
}

TEST_CASE("a tax number goes on in the next line of running text, and a creditor's id is no account") {
  auto r =
      read({"Funkwerk AG, Ring 2, 22297 Hamburg, Amtsgericht Hamburg HRB 61234, USt-IdNr. DE", "811907980, WEEE 12"});
  CHECK(r.invoice.seller.vat_id == "DE811907980");
  CHECK(read({"Glaeubiger-ID: DE93ZZZ00000078611"}).invoice.payment.iban.empty());
}

TEST_CASE("addresses end in a country or a county where no postal code is printed") {
  auto r = read(
      {"Boyne Clinic, 4 Main Street, Slane C15 X9K2", "", "Fergal Dunne", "4 Newgrange Road", "Donore", "Co. Meath"});
  CHECK(r.invoice.buyer.name == "Fergal Dunne");
  CHECK(r.invoice.buyer.address.city == "Donore");
}

TEST_CASE("columns that nearly touch are told apart by the rows around them") {
  auto r = read({"DODAVATEL           ODBERATEL", "Bc. Petra Horackova Nakladatelstvi Zubr, s. r. o.",
                 "Lipova 220          Veveri 101", "602 00 Brno         616 00 Brno"});
  CHECK(r.invoice.buyer.name != "Nakladatelstvi Zubr, s. r. o.");  // typewriter letters agree by chance: left alone
  layout::Page page = page_of({"DODAVATEL           ODBERATEL", "Petra Horackova X   Nakladatelstvi s. r. o.",
                               "Lipova 220          Veveri 101", "602 00 Brno         616 00 Brno"});
  for (layout::Word& word : page.words)
    if (word.text == "Petra") word.box.x0 = 2300;
  for (layout::Word& word : page.words)
    if (word.text == "X") word.box = {9600, word.box.y0, 11850, word.box.y1};  // a wide letter up to the next column
  std::vector<layout::Page> pages = {page};
  auto sheet = reading::build_sheet(pages);
  REQUIRE(sheet.rows.size() == 4);
  CHECK(sheet.rows[1].last - sheet.rows[1].first == 2);
}

TEST_CASE("a deadline in a sentence is the due date, the end of a period is not") {
  auto r = read({"Rechnung 26-112", "Datum: 05.02.2026", "Bitte ueberweisen Sie den Betrag bis zum 19.02.2026."});
  CHECK(text_of(r.invoice.due_date) == "2026-02-19");
  auto fr = read({"Facture 26", "Date: 05.02.2026", "Montant a payer", "184,26", "avant le 12/02/2026"});
  CHECK(text_of(fr.invoice.due_date) == "2026-02-12");
  auto period =
      read({"Rechnung 26-112", "Datum: 05.02.2026", "Zahlung der Leistung vom 01.01.2026 bis zum 31.01.2026"});
  CHECK(!period.invoice.due_date.has_value());
}

TEST_CASE("a title is the caption of the number that stands alone below it") {
  CHECK(read({"FATURA              DATA", "FT A/4412           2026/02/03"}).invoice.number == "FT A/4412");
}

TEST_CASE("an invoice that counts its month is numbered by it, however much that looks like a day") {
  auto r = read({"Lodz, 12.02.2026", "FAKTURA nr 9/02/2026", "Razem do zaplaty: 3444,00"});
  CHECK(r.invoice.number == "9/02/2026");
  CHECK(text_of(r.invoice.issue_date) == "2026-02-12");
}

TEST_CASE("greetings for two and lines to somebody's attention are no names") {
  auto r = read({"De Boer VOF, Industrieweg 21, 2254 AE Voorschoten", "", "Dhr. en mevr. Van der Plas", "Lindelaan 8",
                 "2252 KV Voorschoten"});
  CHECK(r.invoice.buyer.name == "Van der Plas");
  auto fr = read({"Cabinet SARL, 25 cours Lafayette, 69006 Lyon", "", "SCI du Vieux Pont",
                  "A l'attention de Mme Perret", "3 impasse des Cerisiers", "69650 Quincieux"});
  CHECK(fr.invoice.buyer.name == "SCI du Vieux Pont");
}

TEST_CASE("the day of tax is not the day of issue where one is named, however weakly") {
  auto r = read({"TAX INVOICE", "Invoice no          Date", "FA2608              16/08/2026",
                 "DN no.              Tax point", "LS-7                14/08/2026"});
  CHECK(text_of(r.invoice.issue_date) == "2026-08-16");
}

TEST_CASE("numbers right of their labels are matched to them in order") {
  auto r = read({"Fatura FT A/4412", "Data: 03-02-2026",
                 "Ref.    Designacao          Qtd.        P. Unit.    Desconto    Total Liq.",
                 "FLT-09  Filtro de oleo            2,00        11,50          10         20,70",
                 "MO      Mao de obra               3,00        32,00           0         96,00",
                 "                                                 Total liquido        116,70"});
  REQUIRE(r.invoice.lines.size() == 2);
  CHECK(text_of(r.invoice.lines[1].quantity) == "3.00");
  CHECK(text_of(r.invoice.lines[1].unit_price) == "32.00");
}
