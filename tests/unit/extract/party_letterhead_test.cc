// Letterheads of one line, names at the foot, and titles that stand too near.
#include <doctest/doctest.h>

#include "unit/extract/pages.h"

using namespace ap;
using namespace ap::extract;

TEST_CASE(
    "who signs at the foot before its own numbers sells, with no legal form, and the only address is the buyer's") {
  auto r = read({"", "", "", "", "", "", "Aldervane Holding DAC", "42 Harbour Street", "Dublin 2 D02 XK09", "",
                 "Inv no:   2026-08-233", "", "V-belt            36.79", "Total             36.79", "", "", "", "",
                 "Systems Dunmoyle VAT No.: IE 9915079U Co. Reg. No. 934079"});
  CHECK(r.invoice.seller.name == "Systems Dunmoyle");
  CHECK(r.invoice.buyer.name == "Aldervane Holding DAC");
}

TEST_CASE("name and address in one run of words: the name ends with its legal form") {
  auto r = read({"Quintanilles & Ibarzabal S.L.U. Poligono Industrial Sur, Nave 2 28013 Madrid", "", "",
                 "Aldervane Services S.A.", "Avda. de la Constitucion, 7", "08010 Barcelona", "", "Factura 2026/0079"});
  CHECK(r.invoice.seller.name == "Quintanilles & Ibarzabal S.L.U.");
  r = read({"Ostermark & Raevskov A/S Havnevej 41, 2. tv 5000 Odense C Danmark SE/CVR-nr.: 21453919", "", "",
            "Aldervane Kontor ApS", "Havnevej 63, 2. tv", "1620 Kobenhavn V", "", "Faktura nr. 26.72740"});
  CHECK(r.invoice.seller.name == "Ostermark & Raevskov A/S");
  CHECK(r.invoice.seller.address.city == "Odense C");
  CHECK(r.invoice.buyer.name == "Aldervane Kontor ApS");
}

TEST_CASE("a name of several parts ends with the legal form of the last") {
  auto r = read({"Amendoal & Filhos, Turismo Rural, Lda. - Rua Nova 12 - 5130-311 Pesqueira", "", "",
                 "Aldervane Consultores, Unipessoal Lda", "R. do Carmo 14", "9050-019 Funchal", "", "Fatura 2291"});
  CHECK(r.invoice.seller.name == "Amendoal & Filhos, Turismo Rural, Lda.");
}

TEST_CASE("items high on the page are no letterhead, however often they are named") {
  std::vector<std::string_view> rows = {"Raevskov & Boegelund A/S", "Faktura 26-327",
                                        "Kontorstol med armlaen og       3,00   3.010,00   9.030,00"};
  for (int i = 0; i < 4; ++i) rows.emplace_back("Kontorstol med armlaen og       2,00   1.010,00   2.020,00");
  CHECK(read(rows).invoice.seller.name == "Raevskov & Boegelund A/S");
}

TEST_CASE("a title in big letters beside the name, on another base line, is none of its words") {
  layout::Page page = page_of({"Kootenay & Beaurivage Inc.", "200 rue Sainte-Anne", "Montreal, QC H2Y 1C6"});
  const std::int32_t behind = page.words[3].box.x1, top = page.words[0].box.y0;
  page.words.push_back({"TAX INVOICE", {behind + 200, top - 250, behind + 9000, top + 1600}, kCertain, 1850, false});
  CHECK(extract_invoice({page}, {*Date::parse("2026-11-22"), {}}).invoice.seller.name == "Kootenay & Beaurivage Inc.");
}

TEST_CASE(
    "an address at the foot with a firm's numbers makes the one above the buyer's, the name in the head the seller's") {
  layout::Page page = page_of({"Data Hagglov                          FAKTURA", "Rakning nr   FA2610-550",
                               "Handlaggare                           Linnea Akerblom", "", "Nordhavn Maskin AB",
                               "Storgatan 47", "411 05 Goteborg", "", "Summa   100,00"});
  for (const layout::Word& word :
       page_of({"Industrivagen 23 - 111 22 Stockholm - VAT-nr SE 557393071501"}, 78000).words)
    page.words.push_back(word);
  const Invoice invoice = extract_invoice({page}, {*Date::parse("2026-11-22"), {}}).invoice;
  CHECK(invoice.seller.name == "Data Hagglov");
  CHECK(invoice.buyer.name == "Nordhavn Maskin AB");
}

TEST_CASE("a legal form broken over two lines, and the payee of the slip at the foot is not the buyer") {
  auto r = read({"TAX INVOICE                              Wattlebird Landscapes Pty",
                 "                     Invoice Date        Ltd",
                 "                     14 Nov 2025         14 Railway Parade",
                 "Karri Timber Supplies                    Burwood NSW 2134", "208 Boyup Road       Invoice Number",
                 "Bridgetown WA 6255   INV-8938            ABN 33 316 080 489", "",
                 "Description          Quantity   Unit Price        Amount AUD",
                 "Safety gloves               4        70.86            283.44",
                 "                          Total GST 10%                28.34",
                 "                          Total AUD                   311.78", "",
                 "PAYMENT ADVICE                          Customer         Karri Timber Supplies",
                 "To: Wattlebird Landscapes Pty Ltd       Amount Due       311.78",
                 "14 Railway Parade                       Due Date         28 Nov 2025", "Burwood NSW 2134"});
  CHECK(r.invoice.seller.name == "Wattlebird Landscapes Pty Ltd");
  CHECK(r.invoice.buyer.name == "Karri Timber Supplies");
}

TEST_CASE("a number of the German table of lawyers' fees is no Dutch town") {
  auto r = read({"Kronenberg Rechtsanwaelte, Schillerstr. 44, 70173 Stuttgart", "", "Kostenrechnung Nr. 2025-00447",
                 "in Sachen Pfister ./. Leasing AG", "Geschaeftsgebuehr Nr. 2300 VV RVG, 1,3       798,20", "",
                 "Endsumme                                     798,20"});
  CHECK(r.invoice.buyer.name == "");
  CHECK(r.invoice.buyer.address.city == "");
}

TEST_CASE("a title in the line of the firm's name is none of its words") {
  auto r = read({"Beaurivage & Kootenay Ltd. Tax invoice", "661 Granville Road", "Halifax, NS B3J 1P3", "", "",
                 "Invoice to", "Belmaris Inc.", "1600 rue Sainte-Anne", "Halifax, NS B3J 1P3", "", "Bill ref. 75459",
                 "Total   $44.77"});
  CHECK(r.invoice.seller.name == "Beaurivage & Kootenay Ltd.");
}
