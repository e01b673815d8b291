// Heads of invoices that no sample has: dates, numbers and parties told by where they stand and what is around them.
#include <doctest/doctest.h>

#include "extract/dates.h"
#include "extract/labels.h"
#include "unit/extract/pages.h"

using namespace ap;
using namespace ap::extract;

namespace {

PageExtraction read_lines(const std::vector<std::string_view>& lines) {
  return extract_invoice({page_of(lines)}, {*Date::parse("2026-11-22"), {}});
}

std::string day_of(const std::optional<Date>& date) { return date ? date->str() : ""; }

}  // namespace

TEST_CASE("of years in two figures with dashes the part that stays the same is the year, and none is far ahead") {
  auto r = read_lines({"FAKTURA", "Fakturanr       8812047", "Fakturadatum    26-01-28", "Förfallodag     26-02-27"});
  CHECK(day_of(r.invoice.issue_date) == "2026-01-28");
  CHECK(day_of(r.invoice.due_date) == "2026-02-27");
  CHECK(day_of(read_lines({"Faktura 1", "Fakturadatum    26-01-28"}).invoice.issue_date) == "2026-01-28");
  CHECK(day_of(read_lines({"Factuur 1", "Factuurdatum    28-01-26"}).invoice.issue_date) == "2026-01-28");
}

TEST_CASE("a letter's date stands behind its town with a little word, or alone in the head") {
  CHECK(day_of(read_lines({"Fattura n. 7", "Genova, li 15 gennaio 2026"}).invoice.issue_date) == "2026-01-15");
  auto r = read_lines({"Halverson LLP", "", "January 31, 2026", "", "Statement No.: 188204", "",
                       "Date        Description                 Hours    Amount",
                       "01/06/26    Review notice               1.80    $ 810.00",
                       "01/14/26    Draft answer                3.50    $ 1,120.00"});
  CHECK(day_of(r.invoice.issue_date) == "2026-01-31");
}

TEST_CASE("the day of the invoice that a credit note corrects is not its own, nor is that number") {
  auto r = read_lines({"AVOIR", "n° AV002218", "Nantes, le 03/02/2026", "", "", "Réf. facture : FA118820 du 12/01/2026",
                       "Total TTC   194,40 EUR"});
  CHECK(r.invoice.number == "AV002218");
  CHECK(day_of(r.invoice.issue_date) == "2026-02-03");
  auto es = read_lines({"FACTURA RECTIFICATIVA", "Núm.: R26/00031", "Fecha factura: 26/01/2026", "",
                        "Rectifica a la factura 25/11820 de fecha 22/12/2025. Causa: devolución"});
  CHECK(es.invoice.number == "R26/00031");
  auto own = read_lines({"Gutschrift (389) Nr. 47110818 vom 31.10.2018", "Nummer: 12345676"});
  CHECK(own.invoice.number == "47110818");
}

TEST_CASE("a day at the latest is the deadline, and a tax point joined to the date is the date") {
  auto r = read(
      {"Facture n° 7", "Date : 12/02/2026", "Nous vous prions de virer ce montant pour le 14 mars 2026 au plus tard."});
  CHECK(day_of(r.invoice.due_date) == "2026-03-14");
  auto gb = read_lines({"INVOICE", "No: 10447     Date/tax point: 30th January 2026",
                        "Date of hire    Details                      Price",
                        "14.01.26        53-seat coach               485.00",
                        "22.01.26        33-seat coach               310.00"});
  CHECK(day_of(gb.invoice.issue_date) == "2026-01-30");
}

TEST_CASE("days under the label of terms are terms") {
  auto r = read_lines({"Tax Invoice", "Invoice No.      Dated            Terms of Payment",
                       "GS/0871          9-Oct-2024       15 Days"});
  CHECK(day_of(r.invoice.due_date) == "2024-10-24");
}

TEST_CASE("the number right behind the title with its day behind it wins over that of a part") {
  auto r = read_lines({"FACTURE - SITUATION DE TRAVAUX N° 31", "",
                       "Facture F24-0338 du 30/09/2024 - Marche 2024-17, chantier La Halle, lot 4"});
  CHECK(r.invoice.number == "F24-0338");
}

TEST_CASE("names of a field joined by a stroke have one value") {
  auto r = read_lines({"Invoice no 17", "Customer ref. / PO BE813756", "Date: 28/01/2026"});
  CHECK(r.invoice.purchase_order == "BE813756");
}

TEST_CASE("an order in words is no number, and no postal code stands for it") {
  auto r = read_lines({"Invoice no 55871", "P.O. SV-Halcyon", "Victoria BC V8V 1B2"});
  CHECK(r.invoice.purchase_order.empty());
}

TEST_CASE("partners told apart by commas are one name") {
  auto r = read_lines({"HALVERSON, PIKE & DUNNE LLP", "ATTORNEYS AT LAW", "", "Invoice 188204"});
  CHECK(r.invoice.seller.name == "HALVERSON, PIKE & DUNNE LLP");
}

TEST_CASE("greetings, legal forms, parts of buildings and headings are no names") {
  auto family = read_lines({"Holzbau Reiter GmbH, Gewerbepark 9, 8962 Groebming", "", "Familie",
                            "Karin und Josef Lackner", "Sonnleiten 12", "8970 Schladming"});
  CHECK(family.invoice.buyer.name == "Karin und Josef Lackner");
  auto form =
      read_lines({"Agence Pollen", "SAS - RCS Bordeaux 818 402 117 - TVA FR45818402117", "", "Facture 2410-07"});
  CHECK(form.invoice.seller.name == "Agence Pollen");
  auto sold =
      read_lines({"Imprimerie du Fleuve inc.", "", "Vendu à :", "Musée régional", "30, rue du Roi", "69006 Lyon"});
  CHECK(sold.invoice.buyer.name == "Musée régional");
}

TEST_CASE("an account within Poland needs no letters before it") {
  CHECK(read_lines({"Faktura nr 1", "przelew na konto 61 1090 1014 0000 0712 1981 2874"}).invoice.payment.iban ==
        "PL61109010140000071219812874");
  CHECK(read_lines({"Faktura nr 1", "przelew na konto 62 1090 1014 0000 0712 1981 2874"}).invoice.payment.iban.empty());
}

TEST_CASE("with the firm and its numbers in one line at the foot the address above is the buyer's") {
  std::vector<std::string_view> lines = {"Villa Utsikten AB", "Strandgatan 9", "185 43 Vaxholm", "", "Faktura 7700412"};
  for (int i = 0; i < 14; ++i) lines.push_back("");
  lines.push_back("Fjordfiber Stockholm AB, Box 19, 185 21 Vaxholm. Org.nr 559011-2237");
  auto r = read_lines(lines);
  CHECK(r.invoice.seller.name == "Fjordfiber Stockholm AB");
  CHECK(r.invoice.buyer.name == "Villa Utsikten AB");
}

TEST_CASE("an estate takes the place of the street, and the capital stands between name and address") {
  auto r = read_lines({"CHARPENTES DU FOREZ                        SCI LES TILLEULS",
                       "SARL au capital de 40 000 EUR              7 cours Fauriel",
                       "ZA du Pont - 42600 MONTBRISON              42100 SAINT-ETIENNE", "",
                       "Facture F24-0338 du 30/09/2024"});
  CHECK(r.invoice.seller.name == "CHARPENTES DU FOREZ");
  CHECK(r.invoice.buyer.name == "SCI LES TILLEULS");
}

TEST_CASE("figures before an article in a row of prices are no town") {
  auto r = read(
      {"Ferretería Aldapa S.L.", "C/ Pescadería 14, 01001 Vitoria", "NIF B01228844", "", "Droguería Mendi, C.B.",
       "Calle Mayor 3", "01240 Alegría", "", "Ref.    Artículo                   PVP       Neto",
       "81414   Tornillo                  36,40     378,56", "72055   Tuerca                    19,71     413,91"});
  CHECK(r.invoice.buyer.name == "Droguería Mendi, C.B.");
}

TEST_CASE("the number of a tax marks the name over the street, not a line of the address") {
  auto r =
      read_lines({"Sai Krishna Polymers               Invoice No.", "Plot 118, GIDC Phase II            SKP/26/0447",
                  "Vatva, Ahmedabad", "GSTIN/UIN: 24AABCS1429B1Z5"});
  CHECK(r.invoice.seller.name == "Sai Krishna Polymers");
}

TEST_CASE("a date goes on below where a narrow column breaks before the year") {
  auto r =
      read_lines({"Fattura n. 7", "Scadenza        Data fattura", "4 febbraio      4 gennaio", "2026            2026"});
  CHECK(day_of(r.invoice.issue_date) == "2026-01-04");
  CHECK(day_of(r.invoice.due_date) == "2026-02-04");
  CHECK(day_of(read_lines({"INVOICE NO 204471", "INV DATE:  Jan 22/26"}).invoice.issue_date) == "2026-01-22");
}

TEST_CASE("a house number beside the title is not the invoice's") {
  auto r = read_lines({"INVOICE        Chapel Row Homes LLP", "ML/2026/031    FAO Samira Haddad", "",
                       "INVOICE        22 Chapel Row", "ML/2026/031    Bath BA1 1HN"});
  CHECK(r.invoice.number == "ML/2026/031");
}

TEST_CASE("the letters of the kind of document belong to a Portuguese number") {
  CHECK(read_lines({"Nota de Credito", "NC 2026/22", "Emissao: 06/02/2026"}).invoice.number == "NC 2026/22");
}

TEST_CASE("how it is paid is no kind of document") {
  auto r = read_lines({"GST INVOICE", "Credit", "Inv No : MW/4471"});
  CHECK(r.invoice.type == InvoiceType::invoice);
}

TEST_CASE("a line of nothing but legal forms goes on with the name above it") {
  auto r = read_lines({"Papelaria Central do Minho", "Sociedade Unipessoal, Lda.", "Largo do Toural 18",
                       "4800-430 Guimaraes", "", "Nota de Credito NC 2026/22"});
  CHECK(r.invoice.seller.name == "Papelaria Central do Minho Sociedade Unipessoal, Lda.");
}

TEST_CASE("headings over rows that look like towns are no party") {
  auto r = read_lines({"Dr. Helmut Krieger, Universitaetsplatz 2, 36037 Fulda", "", "Eheleute",
                       "Sabine und Torsten Weidner", "Am Rosengarten 7", "36041 Fulda", "", "Rechnungs-Nr. 2026-00118",
                       "", "KV-Nr.   Bezeichnung                 Betrag", "21100    Beurkundungsverfahren     1.270,00",
                       "22110    Vollzugsgebuehr             317,50"});
  CHECK(r.invoice.buyer.name == "Sabine und Torsten Weidner");
}

TEST_CASE("without any sign words of one country's taxes tell the currency") {
  CHECK(read_lines({"GST INVOICE", "Inv No : MW/4471", "SGST   149.81", "CGST   149.81"}).invoice.currency == "INR");
}

TEST_CASE("an earlier invoice in the sums does not date this one") {
  auto r =
      read_lines({"2. Teilrechnung", "Rechnungsnummer 2024-0418", "Rechnungsdatum 22.11.2024", "",
                  "abzueglich 1. Teilrechnung vom 21.10.2024        -8.500,00", "Zahlbar innerhalb 30 Tage netto"});
  CHECK(day_of(r.invoice.issue_date) == "2024-11-22");
  CHECK(day_of(r.invoice.due_date) == "2024-12-22");
}

TEST_CASE("the heading of a table of readings is no party") {
  auto r = read_lines({"Stadtwerke Auetal, Am Markt 1, 31749 Auetal", "", "Baeckerei Schulte", "Marktstrasse 11",
                       "31749 Auetal", "",
                       "Zaehlernummer        Beginn            Ende              Stand alt         Stand neu",
                       "1EMH0088114          01.11.2023        31.10.2024        118.204           136.915"});
  CHECK(r.invoice.seller.name == "Stadtwerke Auetal");
  CHECK(r.invoice.buyer.name == "Baeckerei Schulte");
}

TEST_CASE("the only address below bolder words that it does not share is the buyer's") {
  layout::Page page = page_of({"Murray Plains Water", "", "Kookaburra Motel Pty Ltd", "22 River Street",
                               "Echuca VIC 3564", "", "Bill number 9911204"});
  for (layout::Word& word : page.words) word.bold = word.box.y0 == 4000;
  auto r = extract_invoice({page}, {*Date::parse("2026-11-22"), {}});
  CHECK(r.invoice.seller.name == "Murray Plains Water");
  CHECK(r.invoice.buyer.name == "Kookaburra Motel Pty Ltd");
}

TEST_CASE("a Swiss number with the sign of the tax behind it is one, whatever its check digit") {
  auto r = read_lines({"Rechnung 24-118", "MwSt. 8,1 % (CHE-412.118.227 MWST)    CHF 969.75"});
  CHECK(r.invoice.seller.vat_id == "CHE412118227");
}

TEST_CASE("a title behind a stroke numbers the document") {
  CHECK(read_lines({"Application / invoice 77", "Invoice date: 15 November 2024"}).invoice.number == "77");
}

TEST_CASE("a firm and its address behind a label in one line") {
  auto r = read_lines(
      {"Screen Printing", "Sold to Wellington Minor Hockey Assoc., 100 Arena Rd, Fergus ON N1M 2W5", "Invoice 3318"});
  CHECK(r.invoice.buyer.name == "Wellington Minor Hockey Assoc.");
}

TEST_CASE("a letter and a speck beside it on a page that was recognised name no currency") {
  auto page = page_of({"NONNA'S KITCHEN", "215 LOCKE ST S$", "HAMILTON ON L8P 4B7", "", "INVOICE 5517720",
                       "SUBTOTAL          512.30", "TOTAL             523.03"});
  CHECK(extract_invoice({page}, {*Date::parse("2026-11-22"), {}}).invoice.currency == "SGD");
  for (layout::Word& word : page.words) word.confidence = 950;
  page.source = layout::PageSource::ocr;
  CHECK(extract_invoice({page}, {*Date::parse("2026-11-22"), {}}).invoice.currency != "SGD");
}

TEST_CASE("a bank's letters within an account are no label") {
  CHECK(read_lines({"Invoice 17", "IBAN: IE88 BANK 9918 3102 0217 62"}).invoice.payment.iban ==
        "IE88BANK99183102021762");
}

TEST_CASE("a reference of letters that is level with the day has nothing to do with it") {
  auto r = read_lines({"Acme & Co.", "Our Ref: SND/kb/4471                                  9th October 2025", "",
                       "BILL OF COSTS No. 2025/208", "To our fee                   1,850.00",
                       "Less received on account 11/8/2025        1,000.00", "BALANCE DUE       850.00"});
  CHECK(day_of(r.invoice.issue_date) == "2025-10-09");
}

TEST_CASE("what the bank fetches on a day is due then, though the verb ends the sentence in the next line") {
  auto r = read_lines({"Rechnung 25/2", "Datum: 01.08.2025",
                       "Der Betrag wird am 15.08.2025 von Ihrem Konto DE89 3704 **** **** **** 00", "eingezogen."});
  CHECK(day_of(r.invoice.due_date) == "2025-08-15");
}

TEST_CASE("one caption of two values names both: 'Belegnummer / Datum'") {
  auto r = read_lines({"Rechnung", "Belegnummer / Datum        9061391818 / 13.09.2025",
                       "Ihre Bestellnummer         4500036270", "Getriebefett GP00K-50      1 ST      12,00"});
  CHECK(r.invoice.number == "9061391818");
  CHECK(day_of(r.invoice.issue_date) == "2025-09-13");
}

TEST_CASE("a number may begin with year and month behind its letters, and a raised o ends a numero sign") {
  CHECK(read_lines({"Faktura nr FV 2024/05/6", "Data wystawienia: 2024-05-17"}).invoice.number == "FV 2024/05/6");
  CHECK(read_lines({"Note d'honoraires n o NH 5796", "Luxembourg, le 21 avril 2026"}).invoice.number == "NH 5796");
}

TEST_CASE("a public body's notice bears its booking sign as number, and no paragraph of a tariff") {
  auto r = read_lines({"Gebuehrenbescheid", "Kassenzeichen (bei Zahlung bitte immer angeben): KZ 5.0886.956986", "",
                       "Genehmigung gem. Art. 5 KG, Tarif-Nr. 8.II.0        1.631,47"});
  CHECK(r.invoice.number == "KZ 5.0886.956986");
}

TEST_CASE("what is due next time is not due now, and what is booked from an account is") {
  auto r =
      read_lines({"Jahresrechnung Strom", "Rechnungsnummer 4711   Datum 13.01.2025", "",
                  "Den Betrag buchen wir zum 29.01.2025 von Ihrem Konto ab. Ihr neuer Abschlag betraegt 94,00 EUR, "
                  "erstmals faellig am 13.02.2025."});
  CHECK(day_of(r.invoice.due_date) == "2025-01-29");
}

TEST_CASE("a number of three figures stands under the title that heads a strip with the day") {
  auto r = read_lines({"FACTURA      FECHA         CLIENTE", "465          06/06/2024    9586"});
  CHECK(r.invoice.number == "465");
}

TEST_CASE("a day to pay by without its year is the first one behind the day of issue") {
  auto due = [](std::string_view line) {
    return day_of(read_lines({"Invoice 7", "Date: 06/10/2025", line}).invoice.due_date);
  };
  CHECK(due("Payment by 1 November please: account 12345678") == "2025-11-01");
  CHECK(due("Betala in pengarna senast 15 januari.") == "2026-01-15");
  CHECK(due("The hall is open by 1 November again.").empty());
}

TEST_CASE("verbs of falling due and a word for the day make a date the due one") {
  CHECK(day_of(read_lines({"Factura 7", "Fecha: 01/10/2025", "Vence el dia 5 de octubre de 2025."}).invoice.due_date) ==
        "2025-10-05");
  CHECK(day_of(read_lines({"Invoice 7", "Date 31/10/2025", "Payable to supplier on 17/11/2025     9.00"})
                   .invoice.due_date) == "2025-11-17");
}

TEST_CASE("a pro forma invoice has a number behind its title") {
  CHECK(read_lines({"PRO FORMA INVOICE PF-2291", "Date: 10 November 2025"}).invoice.number == "PF-2291");
}

TEST_CASE("Norway's own words tell its crown from Sweden's and Denmark's") {
  const std::vector<std::string_view> page = {"Tannlege Aasen", "Org.nr 988 077 917", "Fakturanr  : 88117",
                                              "Forfall    : 30.10.2025", "Sum   kr 2 395,00"};
  CHECK(read_lines(page).invoice.currency == "NOK");
}

TEST_CASE("a number of taxes ends at a bar") {
  CHECK(read_lines({"Tax invoice 7", "ABN 53 004 085 616 | 0400 118 822 | Lilydale VIC"}).invoice.seller.vat_id ==
        "53004085616");
}

TEST_CASE("'inden den' asks to pay before a day") {
  CHECK(day_of(read_lines({"Regning 9", "Dato: 03.11.2025", "Belobet bedes overfort inden den 17. november 2025."})
                   .invoice.due_date) == "2025-11-17");
}

TEST_CASE("days that begin the rows of items are no days of issue, even so many apart as the terms are long") {
  auto r =
      read_lines({"The Harrow Lane Practice", "22 Harrow Lane, Maidenhead SL6 7PE", "",
                  "                                                        21st November 2024", "Account no. HL/3318",
                  "", "04/11/24   Initial assessment                                     £68.00",
                  "11/11/24   Follow-up treatment                                    £52.00",
                  "18/11/24   Follow-up treatment                                    £52.00",
                  "           Total now due                                         £172.00", "",
                  "Kindly settle within 14 days, quoting invoice 6627."});
  CHECK(day_of(r.invoice.issue_date) == "2024-11-21");
}

TEST_CASE("the day from which a period runs is not that of the invoice whose title names it") {
  auto r = read_lines({"Stadtwerke Hohenfeld GmbH                           Rechnungsdatum",
                       "Am Gaswerk 4                                        17. März 2025", "",
                       "Ihre Stromrechnung für die Zeit vom 01.03.2024 bis 28.02.2025", "",
                       "Rechnungsbetrag                                      1.075,39 EUR"});
  CHECK(day_of(r.invoice.issue_date) == "2025-03-17");
}

TEST_CASE("two names beside their values are no heading of two rows") {
  auto r = read_lines({"Factuur   :   2024-338812", "Datum     :   12-11-2024"});
  CHECK(r.invoice.number == "2024-338812");
}

TEST_CASE("the number stands below a title that shares its cell with the name of a day") {
  auto r = read_lines({"FAKTURA KORYGUJACA Data wystawienia: 18.11.2024", "FK/14/11/2024", "",
                       "do faktury FV/882/10/2024 z dnia 22.10.2024"});
  CHECK(r.invoice.number == "FK/14/11/2024");
}

TEST_CASE("a notice of what is due has a number of its own") {
  auto r = read_lines({"Societaire n°    0447 118 22      Contrat     MRP 88410-03",
                       "Avis n°          2025-A-0077123   Émis le     02/12/2024"});
  CHECK(r.invoice.number == "2025-A-0077123");
}

TEST_CASE("a letter without a title that names a sum of credit is a credit note") {
  auto r = read_lines({"Bremen, 02.12.2024", "", "Ihre Reklamation vom 27.11.2024 zu Rechnung R-2024-4410", "",
                       "Summe netto              145,60", "7 % MwSt.                 10,19",
                       "Gutschriftsbetrag EUR    155,79"});
  CHECK(r.invoice.type == InvoiceType::credit_note);
}

TEST_CASE("letters before figures that begin with a zero are no currency") {
  auto r = read_lines({"Meridian Supply, 1900 Vaughn Rd, Great Falls, MT 59404", "DEA RM0418822", "Invoice no. 98814",
                       "INVOICE TOTAL:   1,500.88"});
  CHECK(r.invoice.currency == "USD");
}

TEST_CASE("a street beside the title is not the number") {
  auto r = read_lines({"INVOICE                      # 4 - 2210 Keating Cross Rd.",
                       "                             Saanichton, BC V8M 2A6", "",
                       "To: Brentwood Strata         Invoice 2025-118"});
  CHECK(r.invoice.number == "2025-118");
}

TEST_CASE("whose hand wrote the letter stands behind its day") {
  auto r = read_lines({"Fribourg, le 31 octobre 2024/mp", "", "Note d'honoraires N° 2024.3377"});
  CHECK(day_of(r.invoice.issue_date) == "2024-10-31");
}

TEST_CASE("the day behind which nothing is taken off any more is the deadline") {
  auto r = read_lines({"Rechnung 4400718", "Datum 14.02.2025", "",
                       "Fällig bis 24.02.25 mit 2,0 % Skonto = 653,21 EUR, bis 16.03.25 netto."});
  CHECK(day_of(r.invoice.due_date) == "2025-03-16");
}

TEST_CASE("a day of the month that follows is counted from its end") {
  auto r = read_lines({"Tax Invoice 2281", "Invoice date: 31 Jan 2025", "Due: 20th of month following invoice"});
  CHECK(day_of(r.invoice.due_date) == "2025-02-20");
  CHECK(
      day_of(read_lines({"Invoice 7", "Date: 3 April 2025", "Payable 20th of the following month"}).invoice.due_date) ==
      "2025-05-20");
}

TEST_CASE("a caption broken at a hyphen has its value beside its first line") {
  auto r = read_lines({"factuur        2025-004", "factuur-       3 maart 2025", "datum", "verval-        2 april 2025",
                       "datum", "verplichting   V24-118820"});
  CHECK(day_of(r.invoice.issue_date) == "2025-03-03");
  CHECK(day_of(r.invoice.due_date) == "2025-04-02");
  CHECK(r.invoice.purchase_order == "V24-118820");
}

TEST_CASE("days of several periods of the stated length do not say when it was issued and is due") {
  auto r = read_lines(
      {"Bill", "Our invoice    388-26", "Dated          November 8, 2026", "Pay before     December 8, 2026", "",
       "Service                                 Hrs       Rate      Amount",
       "Additional storage 100 GB              1.00       7.53        7.53", "October 1, 2026 - October 31, 2026",
       "Priority support                       1.00     163.68      163.68", "October 1, 2026 - October 31, 2026",
       "Single sign-on add-on                  1.00      70.13       70.13", "October 1, 2026 - October 31, 2026",
       "                                       Total               $241.34", "30 days strictly net"});
  CHECK(day_of(r.invoice.issue_date) == "2026-11-08");
  CHECK(day_of(r.invoice.due_date) == "2026-12-08");
}

TEST_CASE("a postal code and its town beside the title are not the number") {
  auto r = read_lines({"Sauvegrain SA                          Aldervane SA",
                       "75, avenue de la Gare                  53, quai des Chartreux",
                       "44000 Nantes                           France",
                       "Facture définitive                     31000 Toulouse", "", "Réf. document        Date pièce",
                       "RE-2026-13772        29 octobre 2026"});
  CHECK(r.invoice.number == "RE-2026-13772");
}

TEST_CASE("a street beside a caption whose number stands above it is not the number") {
  auto r = read_lines({"Dunmoyle Telecom Ltd", "27 Harbour Street, Cork T12 W8PK", "VAT ID: IE 9323484G", "",
                       "FA2608-641                       Meridova Services DAC",
                       "Invoice no.                      93 Harbour Street",
                       "23-08-2026                       Cork T12 W8PK", "Tax date", "", "Total inc. tax     101.07"});
  CHECK(r.invoice.number == "FA2608-641");
}

TEST_CASE("a sum to be paid in Spanish makes no credit note of what its number calls an invoice") {
  auto r = read({"Resumen", "Num. factura:  F26-67412", "Total a abonar   535,47"});
  CHECK(r.invoice.type == InvoiceType::invoice);
}

TEST_CASE("a credit memo's own number is not that of the invoice it credits") {
  auto r = read({"CREDIT MEMORANDUM", "CM No.   126102", "Credits invoice: 163655 (30 March 2025)", "Total  80.26"});
  CHECK(r.invoice.number == "126102");
  CHECK(r.invoice.preceding_invoice == "163655");
}

TEST_CASE("the 1 of the first item is no number of a document, whatever stands over it") {
  auto r = read({"Fattura immediata", "Nr    Sigla     Natura", "1     HL-2674   Dominio e certificato"});
  CHECK(r.invoice.number != "1");
}

TEST_CASE("a bare No. is the document's where captions of facts stand beside or below it") {
  auto strip = read_lines({"Gutschrift   Nr.        Datum        Kunde     zu Rechnung",
                           "             GS01935    21.07.2025   68774     RE04471 vom 30.06.2025"});
  CHECK(strip.invoice.number == "GS01935");
  auto order = read_lines({"                                         Tax Invoice", "Quill Ltd", "2 Low Road", "Leeds",
                           "", "No.           Invoice date   Due by         Purchase order",
                           "INV-009907    26-Sep-2025    26-Oct-2025    4500871626"});
  CHECK(order.invoice.number == "INV-009907");
  auto column = read_lines(
      {"21 Jalan Besar #04-12        Tax Invoice", "Singapore 208789             PAY BY         18 Oct 2025",
       "                             BILLING DATE   18 Sep 2025", "                             SALES ORDER    A-89927",
       "                             CUSTOMER PO    PO-96853",
       "                             NO.            INV-001453"});
  CHECK(column.invoice.number == "INV-001453");
}

TEST_CASE("what stands under the caption of another fact is not the number") {
  auto r = read_lines({"Datum          Kunde", "21.07.2025     68774", "", "Gesamt 10,00 EUR"});
  CHECK(r.invoice.number.empty());
}

TEST_CASE("the buyer's American address does not turn the days of a seller from elsewhere") {
  auto italian =
      read_lines({"Officine Bertani S.r.l.", "Via Roma 12 - 36016 Thiene (VI)", "Spett.le", "Cobalt Creek Inc.",
                  "118 Mission St", "San Francisco, CA 94105", "", "Fattura n. 9664/E del 01/10/2025"});
  CHECK(day_of(italian.invoice.issue_date) == "2025-10-01");
  auto irish = read_lines({"Quill Studio", "Bill to: Cobalt Creek Inc.", "San Francisco, CA 94105", "",
                           "Invoice no: 17", "Invoice date: 01/10/2025", "IBAN IE29 AIBK 9311 5212 3456 78"});
  CHECK(day_of(irish.invoice.issue_date) == "2025-10-01");
  auto american = read_lines(
      {"Invoice no: 17", "Bill to: Cobalt Creek Inc.", "San Francisco, CA 94105", "", "Invoice date: 01/10/2025"});
  CHECK(day_of(american.invoice.issue_date) == "2025-01-10");
}

TEST_CASE("captions below their values on a scan are lower than the figures over them") {
  layout::Page page = page_of({"VF 8325          13.11.26         03.12.26",
                               "Rechnung-Nr      Fakturadatum     Zahlungstermin", "K7262", "Adress-Nr."});
  for (layout::Word& word : page.words) {
    const bool caption = (word.box.y0 - 4000) / 1400 % 2 == 1;
    word.confidence = kCertain * 96 / 100;
    word.box.y1 = word.box.y0 + (caption ? 412 : 700);
  }
  const Invoice invoice = extract_invoice({page}, {*Date::parse("2026-11-22"), {}}).invoice;
  CHECK(invoice.number == "VF 8325");
  CHECK(text_of(invoice.due_date) == "2026-12-03");
}

TEST_CASE("the invoice that a credit note names as ours gives it neither number nor day") {
  auto r = read_lines(
      {"Thornbury Signs Ltd                    CREDIT NOTE", "                                       CN-0118",
       "                                       27/11/2025", "", "Our invoice 20447 dated 03/11/2025 – overcharge"});
  CHECK(r.invoice.number == "CN-0118");
  CHECK(day_of(r.invoice.issue_date) == "2025-11-27");
}

TEST_CASE("a place and its day may end in the word for a year") {
  auto r = read_lines(
      {"                          Kraków, 15 maja 2025 r.", "", "FAKTURA nr 47/05/2025", "Data sprzedaży: 14.05.2025"});
  CHECK(day_of(r.invoice.issue_date) == "2025-05-15");
}

TEST_CASE("what a reversal reverses gives it neither number nor day") {
  auto r = read_lines({"STORNORECHNUNG", "Nr. ........ ST-250118", "Datum ..... 15.07.2025", "",
                       "Storno unserer Rechnung RE-251044 vom 01.07.2025"});
  CHECK(r.invoice.number == "ST-250118");
  CHECK(day_of(r.invoice.issue_date) == "2025-07-15");
}

TEST_CASE("a customer's reference in French is the customer's number, no order") {
  auto r = read_lines({"Facture n° 2025-118", "Date : 14/05/2025", "Réf. client : 44718820"});
  CHECK(r.invoice.number == "2025-118");
  CHECK(r.invoice.purchase_order.empty());
  CHECK(r.invoice.buyer_reference.empty());
}

TEST_CASE("the order of day and month is the one in which what follows follows") {
  auto after = read_lines({"Facture 2025-015", "Date: 01/02/2025", "À régler le: 02/01/2025", "Montréal, QC H2Y 1C6"});
  CHECK(day_of(after.invoice.issue_date) == "2025-01-02");
  CHECK(day_of(after.invoice.due_date) == "2025-02-01");
  auto terms = read_lines({"Invoice no: 17", "Invoice date: 03/04/2025", "Due date: 02/05/2025", "Net 29 days"});
  CHECK(day_of(terms.invoice.issue_date) == "2025-04-03");
  auto american = read_lines({"Invoice no: 17", "Invoice date: 03/04/2025", "Due date: 04/03/2025", "Net 30 days"});
  CHECK(day_of(american.invoice.issue_date) == "2025-03-04");
  CHECK(day_of(american.invoice.due_date) == "2025-04-03");
}

TEST_CASE("a day that may be a month is doubtful in Canada, where both are written first") {
  auto r = read_lines({"Facture 2026-066", "Date: 10/02/2026", "Calgary, AB T2P 0R3"});
  CHECK(r.evidence.find("issue_date")->second.confidence <= 700);
  auto clear = read_lines({"Facture 2026-066", "Date: 20/02/2026", "Calgary, AB T2P 0R3"});
  CHECK(clear.evidence.find("issue_date")->second.confidence > 700);
}

TEST_CASE("the number of the next box of a form is no order") {
  auto r =
      read({"Rechnung 17", "", "7 Bestellzeichen          8 Ihre Nr. bei uns", "B2026-3014                D-831237"});
  CHECK(r.invoice.purchase_order == "B2026-3014");
}

TEST_CASE("capitals behind the word for a number belong to the number, and a number of a party is not its name") {
  CHECK(read({"Kreditering", "Kredit nr. VF 9375", "Udstedt 15-11-2026"}).invoice.number == "VF 9375");
  auto r = read({"Lumen & Hart Fine Foods LLC", "1200 Commerce Blvd", "Buffalo, NY 14203", "",
                 "Billing statement                          Larkspur LLC", "Sold-to no. ............. C114",
                 "SO number ............... SO6635", "EIN: 84-8246668"});
  CHECK(r.invoice.buyer.name.find("SO") == std::string::npos);
}

TEST_CASE("a smaller title close behind the firm's name, over the captions of its column") {
  layout::Page page = page_of(
      {"Tussock Ridge Ltd    Credit Note", "77 Main Road                             Date:        14 Dec 2025",
       "Fairlie 7925                             Invoice #:   INV-004003", "", "Customer:", "Matariki Print House",
       "18 Ponsonby Road", "Auckland 1011", "", "Fencing posts   12   90.00   1080.00"});
  std::int32_t x = 2000;
  for (std::size_t i = 0; i < 5; ++i) {  // the name in letters of 18 points, the title in such of 10.5
    layout::Word& word = page.words[i];
    const std::int32_t size = i < 3 ? 1800 : 1050, wide = static_cast<std::int32_t>(word.text.size()) * size * 6 / 10;
    if (i == 3) x += 1400;
    word.font_size = size;
    word.box = {x, 4500 - size * 7 / 10, x + wide, 4500 + size * 6 / 10};
    x += wide + size / 2;
  }
  CHECK(extract_invoice({page}, {*Date::parse("2026-11-22"), {}}).invoice.type == InvoiceType::credit_note);
}

TEST_CASE("values before their captions, which are short forms in Czech") {
  auto r = read_lines({"FAKTURA", "2026-08-944 Ev. číslo", "23. srpna 2026 Dat. vystavení",
                       "17. července 2026 Objednáno dne", "AB-75727 Naše značka", "", "Cena s DPH: 340 660,38"});
  CHECK(day_of(r.invoice.issue_date) == "2026-08-23");
}
