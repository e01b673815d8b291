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

TEST_CASE("an address without a name with a firm's numbers is the sender's, and the named one below it the buyer's") {
  auto r =
      read({"Lange Dijk 77, 1521 KB Wormerveer", "KvK 37118822 | btw-id NL001882204B57", "", "",
            "Bouwbedrijf Kooy B.V.", "Veerdijk 3", "1531 MS Wormer", "Btw-nr NL807712203B01", "", "FACTUUR 2024-088"});
  CHECK(r.invoice.seller.name.empty());
  CHECK(r.invoice.buyer.name == "Bouwbedrijf Kooy B.V.");
}

TEST_CASE("a number set apart below an address is not the buyer's because it stands there") {
  layout::Page page = page_of({"Murray Plains Water", "", "Kookaburra Motel Pty Ltd", "22 River Street",
                               "Echuca VIC 3564", "", "ABN 53 004 085 616", "", "Total   $1,117.95"});
  set_line(page, 0, true);
  auto r = read_page(page);
  CHECK(r.invoice.seller.name == "Murray Plains Water");
  CHECK(r.invoice.buyer.name == "Kookaburra Motel Pty Ltd");
}

TEST_CASE("a line over an address that greets a person is the buyer's, and with nobody else nobody sells") {
  auto r = read({"Monsieur et Madame Claessens", "Chemin du Bois 7", "6980 La Roche", "", "FACTURE 2024/311"});
  CHECK(r.invoice.seller.name.empty());
  CHECK(r.invoice.buyer.name == "Claessens");
}

TEST_CASE("a name that ends in a number is a name where a street stands below it") {
  auto r = read({"Invoice for", "Owners - Strata Plan 44718", "c/- Harbour Strata Managers", "Level 3, 88 Walker St",
                 "North Sydney NSW 2060"});
  CHECK(r.invoice.buyer.name == "Owners - Strata Plan 44718");
}

TEST_CASE("a document begins behind empty leaves") {
  layout::Page empty;
  empty.number = 1, empty.width = 59500, empty.height = 84200;
  layout::Page page = page_of({"Toitures Lambert", "Rue Haute 41", "6600 Bastogne", "", "", "Monsieur Claessens",
                               "Chemin du Bois 7", "6980 La Roche"});
  page.number = 2;
  auto r = extract_invoice({empty, page}, {*Date::parse("2026-11-22"), {}});
  CHECK(r.invoice.seller.name == "Toitures Lambert");
  CHECK(r.invoice.buyer.name == "Claessens");
}

TEST_CASE("words under a caption of something else are no letterhead") {
  auto r = read({"TAX INVOICE          Invoice Date        Jacaranda Dental",
                 "                     18 Apr 2026         34 Southern Cross Dr",
                 "                                         BALLINA NSW 2478",
                 "                     Reference           AUSTRALIA", "Strata Plan 48213    Boundary east",
                 "PO Box 767", "LISMORE NSW 2480     ABN", "AUSTRALIA            19 415 266 892"});
  CHECK(r.invoice.seller.name == "Jacaranda Dental");
}

TEST_CASE("a bank over its account is no seller, and a guest's surname no buyer beside the firm's address") {
  auto r = read({"Notare Dr. Hillmann und Weiss", "Domshof 14 - 28195 Bremen", "", "Heimat eG", "Hafenstr. 7",
                 "26789 Leer", "", "Kostenrechnung Nr. KR 962/2026", "", "", "",
                 "Zwischensumme            1.351,73 EUR", "", "", "USt-IdNr. DE942323222    Volksbank Mittelhessen eG",
                 "                         IBAN DE18 7015 0000 0753 3239 61"});
  CHECK(r.invoice.seller.name == "Notare Dr. Hillmann und Weiss");
  auto hotel = read({"Hotel Zum Goldenen Hirschen - Dorfplatz 2 - 83684 Tegernsee", "", "", "",
                     "Nordmann Messebau GmbH                        Zimmer   988",
                     "Lagerstr. 17                                  Anreise  08.01.2026",
                     "20357 Hamburg                                 Gast     Hr. Nordmann", "", "RECHNUNG 282025"});
  CHECK(hotel.invoice.buyer.name == "Nordmann Messebau GmbH");
}

TEST_CASE("headings of the items are no name under 'Client', and neither is a sentence") {
  auto r = read({"Drukkerij Verstraete bv", "", "Nummer       Datum         Klant", "2024/6862    20/11/2024    85209",
                 "Omschrijving      Aantal      Eenh.prijs     Bedrag excl.",
                 "Folder A5         1           333,60         333,60"});
  CHECK(r.invoice.buyer.name.empty());
  auto letter = read({"INVOICE", "Messrs.", "We hereby submit our invoice as follows.", "", "Invoice No. 5"});
  CHECK(letter.invoice.buyer.name.empty());
}

TEST_CASE("a name that ends with house numbers stands over the street") {
  auto r = read({"Ejerforeningen Soparken 12-24", "Strandvejen 262", "2970 Horsholm", "", "", "Faktura 310"});
  CHECK(r.invoice.buyer.name + r.invoice.seller.name == "Ejerforeningen Soparken 12-24");
}

TEST_CASE("words much bigger right above a sender's line are the name, whatever the line begins with") {
  layout::Page page = page_of({"Obermuehle Wiesengrund", "Familie Hartleb - Muehlenstrasse 1 - 98590 Schmalkalden", "",
                               "", "Baeckerei Nickel", "Altmarkt 7", "98574 Schmalkalden"});
  CHECK(read_page(page).invoice.seller.name == "Hartleb");
  set_line(page, 0, false, 600);
  CHECK(read_page(page).invoice.seller.name == "Obermuehle Wiesengrund");
}

TEST_CASE("an address without a name is the bigger name's, not the persons' between them") {
  layout::Page page =
      page_of({"Clinique des Trois Chenes", "Dr Anne Le Goff - Dr Yves Marchais",
               "SELARL au capital de 12 000 EUR - RCS Vannes 822 114 507", "14 route de Josselin, 56300 Pontivy", "",
               "", "                                              GAEC de Kerlann",
               "                                              1 rue Haute",
               "                                              56480 Cleguerec"});
  set_line(page, 0, false, 200);
  CHECK(read_page(page).invoice.seller.name == "Clinique des Trois Chenes");
}

TEST_CASE("a firm is what stands before the bracket with its numbers") {
  auto r = read({"KALLANG PARK PTE LTD (Co. Reg. & GST No. 201811882K)", "1 Stadium Walk, Singapore 397688", "",
                 "Lim Brothers Pte Ltd", "88 Geylang Road", "Singapore 399001"});
  CHECK(r.invoice.seller.name == "KALLANG PARK PTE LTD");
}

TEST_CASE("a name with a number in its middle over a street is a name") {
  auto r = read({"Invoice 7", "", "Partrederiet S 118 Havoern", "Fiskerikajen 8", "5881 Svanehavn", "",
                 "Acme ApS, Gade 2, 5000 Odense, CVR 29188330"});
  CHECK(r.invoice.buyer.name == "Partrederiet S 118 Havoern");
}

TEST_CASE("who is written to stands above the line of the person in charge, with no address") {
  auto r = read({"Invoice R7-031", "", "Harbour International School", "Attn. Ms. Claire Dubois, Art Department", "",
                 "                                     Studio Bokusen Ltd",
                 "                                     3 High Street",
                 "                                     London SW1A 1AA"});
  CHECK(r.invoice.buyer.name == "Harbour International School");
  CHECK(r.invoice.seller.name == "Studio Bokusen Ltd");
}

TEST_CASE("an address may end in a county under a firm and a place alone") {
  auto r = read({"Acme & Co.", "4 The Mall, Letterkenny F92 X4C1", "", "", "Gartan Lake Hostel Ltd.,", "Church Hill,",
                 "Co. Donegal.", "", "BILL OF COSTS No. 2025/208"});
  CHECK(r.invoice.buyer.name == "Gartan Lake Hostel Ltd.");
}

TEST_CASE("a label beside a value of two lines stands between them") {
  layout::Page page = page_of({"BENNETT RENTAL LLC", "4471 County Road 12", "Salina, KS 67401", "",
                               "                PRAIRIE VIEW FEEDERS LLC / 880 OLD MILL RD / ASSARIA KS", "Customer",
                               "                67416"});
  for (layout::Word& word : page.words) {
    const std::int32_t line = (word.box.y0 - 4000) / 1400;
    const std::int32_t up = line == 5 ? 800 : line == 6 ? 1400 : 0;
    word.box.y0 -= up, word.box.y1 -= up;
  }
  auto r = read_page(page);
  CHECK(r.invoice.buyer.name == "PRAIRIE VIEW FEEDERS LLC");
}

TEST_CASE("a brand in small letters is a name where it is printed large") {
  layout::Page page =
      page_of({"kantoorartikelen lambrechtse                         Rue Haute 43",
               "                                                     2000 Antwerpen", "", "Belmaris Automatisering SRL",
               "Kerkstraat 59", "1000 Brussel", "", "Factuur 17", "Totaal 278,91"});
  CHECK(read_page(page).invoice.seller.name != "kantoorartikelen lambrechtse");
  set_line(page, 0, false, 600);
  CHECK(read_page(page).invoice.seller.name == "kantoorartikelen lambrechtse");
}

TEST_CASE("a word is the caption of the name behind it where the address hangs under the name") {
  auto r = read({"Invoice ID 17", "", "Leverandør Sørensen Byg ApS", "           Havnegade 2, 1. tv",
                 "           5000 Odense C", "Kunde      VVS Nord A/S", "           Nørregade 14",
                 "           8000 Aarhus C", "", "Total                875,90"});
  CHECK(r.invoice.seller.name == "Sørensen Byg ApS");
  CHECK(r.invoice.buyer.name == "VVS Nord A/S");
  r = read({"Supplier Solutions Limited", "5 Rata Street", "London SW1A 1AA", "", "Invoice 17"});
  CHECK(r.invoice.seller.name == "Supplier Solutions Limited");
}

TEST_CASE("a sentence that ends with six figures is no town in India") {
  auto r = read({"Faktura 122-26", "", "Kontorstol med armlæn og", "monteringsbeslag",
                 "VED FOR SEN BETALING TILSKRIVES RENTER. FRAGTBREV 242775", "", "Total                875,90"});
  CHECK(r.invoice.buyer.name.empty());
  CHECK(r.invoice.seller.address.postal_code.empty());
}

TEST_CASE("a number of the buyer's makes no sender where the foot shows another one") {
  auto r = read({"Skogsmaskiner i Norr AB", "Industrivagen 4", "904 30 Umea", "Sverige", "", "",
                 "                                             Umea Energi AB",
                 "                                             Box 224",
                 "                                             905 01 Umea",
                 "                                             VAT: SE565531997701", "", "Faktura INV/2026/05/1234", "",
                 "Totalt   100,00 kr", "", "", "", "Momsreg.nr: SE562693429201 | Swedbank"});
  CHECK(r.invoice.seller.name == "Skogsmaskiner i Norr AB");
  CHECK(r.invoice.buyer.name == "Umea Energi AB");
}

TEST_CASE("a tax number, a request to pay and half a name are no seller's name") {
  CHECK(read({"Invoice 12", "Total 870.47", "", "VAT No IE7495683J - Registered in Ireland 312455"})
            .invoice.seller.name.empty());
  auto r = read({"Dr Eleanor Marsh Consulting", "17 Queen Street", "Aberdeen AB10 1AQ", "", "Invoice 2024-18", "",
                 "Total   870.47", "",
                 "Please pay by bank transfer to Barclays Bank plc, IBAN GB62 LOYD 7129 5167 6577 27"});
  CHECK(r.invoice.seller.name == "Dr Eleanor Marsh Consulting");
  CHECK(read({"Bakkerij 't Stoepje", "Havenweg 45, 7418 EX Deventer", "", "Factuur 12"}).invoice.seller.name ==
        "Bakkerij 't Stoepje");
}

TEST_CASE("a quay and a street without a number are no names") {
  layout::Page page = page_of({"Chantier naval BERAUD & FILS", "Quai de la Sabliere", "71500 Louhans",
                               "TVA FR40303265045", "", "", "Mairie annexe SARL", "8 rue Haute", "71470 Branges"});
  set_line(page, 0, true, 400);
  CHECK(read_page(page).invoice.seller.name == "Chantier naval BERAUD & FILS");
  page = page_of({"Frantoio Sant'Eufemia", "C.da Fontanelle s.n.c. - 92019 Sciacca (AG)", "P.IVA 01533420377", "", "",
                  "Spett.le", "Agriturismo La Zagara srl", "Via Roma 3", "92019 Sciacca AG"});
  CHECK(read_page(page).invoice.seller.name == "Frantoio Sant'Eufemia");
}

TEST_CASE("a name goes on below with a small word") {
  auto r = read({"Acme SARL, 1 rue Haute, 71500 Louhans", "", "", "", "Association Les Amis", "du Canal de la Seille",
                 "Mairie annexe", "71470 Branges", "", "FACTURE 7"});
  CHECK(r.invoice.buyer.name == "Association Les Amis du Canal de la Seille");
}

TEST_CASE("'To: The Manager' names nobody") {
  auto r = read({"MIDLANDS RESPONSE CC", "VAT No.  4480221177", "", "To: The Manager", "    Karkloof Farm Stall",
                 "    D 118 Karkloof Road", "    Howick 3290", "    South Africa"});
  CHECK(r.invoice.buyer.name == "Karkloof Farm Stall");
}

TEST_CASE("in self-billing the paper is the buyer's, and the label names who sells") {
  layout::Page page =
      page_of({"Cotherdale Creamery Ltd                 SELF-BILLED INVOICE", "Dairy Lane", "Barnard Castle DL12 8XX",
               "VAT GB 123456789", "", "Supplier:", "J & M Raine, High Farm, Mickleton DL12 0LP"});
  CHECK(read_page(page).invoice.seller.name == "J & M Raine");
  CHECK(read_page(page).invoice.buyer.name == "Cotherdale Creamery Ltd");
}

TEST_CASE("the form of a Mexican firm belongs to its name behind a comma") {
  auto r = read({"INMUEBLES LARA, S.A. DE C.V.", "RFC ILA990412K55", "Cliente: Mariscos Chuy, S. de R.L. de C.V."});
  CHECK(r.invoice.buyer.name == "Mariscos Chuy, S. de R.L. de C.V.");
}

TEST_CASE("a registered society of words and a year stands over a person") {
  auto r = read({"Schischule Lammertal", "Au 118, 5441 Abtenau", "", "", "Turnverein 1885 Reichenhall e. V.",
                 "Herrn Stefan Pichler", "Salzburger Str. 4", "83435 Reichenhall"});
  CHECK(r.invoice.buyer.name == "Turnverein 1885 Reichenhall e. V.");
}

TEST_CASE("headings of a table and patients made unknown name nobody") {
  auto r = read({"TANJONG CLINIC PTE LTD", "1 High Street, London SW1A 1AA", "", "Hup Seng Pte Ltd", "22 Low Road",
                 "London SW1A 2AA", "", "Visit date     Patient      Treatment          S$",
                 "03/10/2025     Md R***      Dressing           48.00",
                 "08/10/2025     Chua K***    X-ray              112.00"});
  CHECK(r.invoice.buyer.name == "Hup Seng Pte Ltd");
}

TEST_CASE("capitals that open the page over words of trade are the name") {
  auto r = read({"              OM SAI ROADWAYS", "     Transport Contractors & Fleet Owners",
                 "  Plot 88, Transport Nagar, Nagpur 440008", "  GSTIN 27ABCFO1188K1ZT", "", "Freight bill 7",
                 "To : Vidarbha Cotton Mills Pvt Ltd", "MIDC Road 7, Nagpur 441122"});
  CHECK(r.invoice.seller.name == "OM SAI ROADWAYS");
}

TEST_CASE("what a firm does in small letters under its name in big ones is no name") {
  layout::Page page = page_of({"L'Ecuelle d'Argent", "Traiteur Receptions", "7 impasse du Lavoir", "37500 Chinon", "",
                               "", "                       Mairie de Lerne",
                               "                       1 place de la Mairie", "                       37500 Lerne"});
  set_line(page, 0, false, 900);
  CHECK(read_page(page).invoice.seller.name == "L'Ecuelle d'Argent");
}

TEST_CASE("a name too long for one line of big print goes on in the next") {
  layout::Page page = page_of({"TISCHLEREI BO", "", "HEDEGAARD", "", "Skovvej 18", "4300 Holbaek"});
  for (std::int32_t l : {0, 2}) set_line(page, l, true, 900);
  for (layout::Word& word : page.words)
    if (word.font_size > 1000) word.box.y1 += 900;
  CHECK(read_page(page).invoice.seller.name == "TISCHLEREI BO HEDEGAARD");
}

TEST_CASE("of two addresses level with each other the one is the sender's whose name the letterhead shows") {
  layout::Page page =
      page_of({"ZUGER LUFTBAU                    RECHNUNG", "", "Gartenbau Inniger                Zuger Luftbau AG",
               "Thunstrasse 44                   Hardturmstrasse 101", "3700 Spiez                       8005 Zurich"});
  set_line(page, 0, false, 600);
  auto r = read_page(page);
  CHECK(r.invoice.seller.name == "Zuger Luftbau AG");
  CHECK(r.invoice.buyer.name == "Gartenbau Inniger");
}

TEST_CASE("a name that begins with Van has no caption before it") {
  layout::Page page = page_of(
      {"                                 VAN ASSELT", "                                     machinebouw",
       "Quill Holdings plc", "2 Low Road                       Ambachtsweg 9",
       "Leeds LS1 4AP                    7442 CS Nijverdal", "", "                                 tel. 0548 555 014"});
  set_line(page, 0, true, 600);
  for (layout::Word& word : page.words)
    if (word.bold) word.box.y1 -= 100;
  CHECK(read_page(page).invoice.seller.name == "VAN ASSELT");
}

TEST_CASE("an address in another country than the account's is not the sender's") {
  layout::Page page = page_of({"                                                        Asselt Machinebouw", "",
                               "                                                        Ambachtsweg 9",
                               "Tischlerei Haberland GmbH                               7442 CS Nijverdal",
                               "Gewerbering 14                                          Nederland",
                               "86316 Friedberg                                         +31 548 555 014", "Duitsland",
                               "USt-ID DE136695976", "", "", "", "FACTUUR 20255644", "", "Totaal  € 1.935,28", "", "",
                               "", "IBAN NL91 ABNA 0417 1643 00"});
  set_line(page, 0, true, 500);
  auto r = read_page(page);
  CHECK(r.invoice.seller.name == "Asselt Machinebouw");
  CHECK(r.invoice.buyer.name == "Tischlerei Haberland GmbH");
}

TEST_CASE("the number of a register may stand between the name and its house") {
  layout::Page page = page_of({"The Wharfedale Trust", "Registered charity 1188204 · Company 04471882",
                               "Mill House, Otley LS21 3BD", "", "Quill Holdings plc", "2 Low Road", "Leeds LS1 4AP"});
  set_line(page, 0, true, 500);
  CHECK(read_page(page).invoice.seller.name == "The Wharfedale Trust");
}

TEST_CASE("of two addresses level with each other the sender's stands under the letterhead") {
  layout::Page page =
      page_of({"Arquivo Vivo", "", "                         Museu da Ceramica",
               "Rita Salgueiro Lda       Rua Amado 118", "Rua do Almada 44         2500-217 Caldas", "4050-031 Porto"});
  set_line(page, 0, false, 700);
  auto r = read_page(page);
  CHECK(r.invoice.seller.name == "Rita Salgueiro Lda");
  CHECK(r.invoice.buyer.name == "Museu da Ceramica");
}

TEST_CASE("a leaf without words in front changes nothing but the number of the page") {
  const std::vector<std::string_view> lines = {"                          Krakow, 15 maja 2025 r.", "",
                                               "FAKTURA nr 47/05/2025", "Data sprzedazy: 14.05.2025"};
  std::vector<layout::Page> pages = {page_of({""}), page_of(lines)};
  pages[1].number = 2;
  auto r = extract_invoice(pages, {*Date::parse("2026-11-22"), {}});
  CHECK(text_of(r.invoice.issue_date) == "2025-05-15");
  CHECK(r.evidence.find("issue_date")->second.page == 2);
}

TEST_CASE("a sentence before the tax number in the foot is no name") {
  layout::Page page = page_of({"Garage De Ruiter", "Stationsweg 44", "8401 DR Gorredijk", "", "Totaal  441,89", "", "",
                               "Per pin betaald. Btw NL001447191B82, KvK 01188204"});
  CHECK(read_page(page).invoice.seller.name == "Garage De Ruiter");
}

TEST_CASE("an address below a blank head is whom the letter goes to, where the foot has the numbers of a firm") {
  std::vector<std::string_view> lines(50, "");
  lines[7] = "Aldervane Logistics Pty Ltd", lines[8] = "Level 3, 73 Queen Street", lines[9] = "Brisbane QLD 4000";
  lines[13] = "TAX INVOICE", lines[14] = "Inv no: 692", lines[49] = "ABN 53 004 085 616";
  auto r = read_page(page_of(lines));
  CHECK(r.invoice.seller.name.empty());
  CHECK(r.invoice.buyer.name == "Aldervane Logistics Pty Ltd");
}

TEST_CASE("words in the type of the page over the foot are no name of whose address stands in it") {
  std::vector<std::string_view> lines(30, "");
  lines[0] = "Facture RE06958", lines[20] = "Montants en CAD";
  lines[21] = "Services Orford · 44, rue King Est · Sherbrooke QC J1G 1A9 · TPS 118820447 RT0001";
  CHECK(read_page(page_of(lines)).invoice.seller.name == "Services Orford");
}

TEST_CASE("a partnership's form in the line below goes on with the name") {
  layout::Page page = page_of({"KRONENBERG RECHTSANWAELTE", "Partnerschaft mbB", "Schillerstr. 44", "70173 Stuttgart"});
  set_line(page, 0, true);
  CHECK(read_page(page).invoice.seller.name == "KRONENBERG RECHTSANWAELTE Partnerschaft mbB");
}
