// One firm under several names, and lines over names: who is meant.
#include <doctest/doctest.h>

#include "unit/extract/pages.h"

using namespace ap;
using namespace ap::extract;

namespace {

// The words of line `l` of a typed page, `size` hundredths of a point big; they reach `up` further up.
void set_big(layout::Page& page, std::int32_t l, std::int32_t size, std::int32_t up = 0) {
  const std::int32_t top = 4000 + l * 1400;
  for (layout::Word& word : page.words) {
    if (word.box.y0 != top) continue;
    word.font_size = size;
    word.box.y0 -= up;
  }
}

Invoice invoice_of(const layout::Page& page) {
  return extract_invoice({page}, {*Date::parse("2026-11-22"), {}}).invoice;
}

}  // namespace

TEST_CASE("the whole name in the letterhead wins over the short one in the sender's line") {
  layout::Page page =
      page_of({"Baumaschinenverleih Th. Wittkamp e.K.", "", "", "Wittkamp e.K., Zur Schleuse 3, 48268 Greven",
               "Galabau Niehues GmbH", "Ladbergener Damm 55", "48369 Saerbeck", "", "Mietrechnung MR 7734"});
  set_big(page, 0, 1500);
  CHECK(invoice_of(page).seller.name == "Baumaschinenverleih Th. Wittkamp e.K.");
}

TEST_CASE("two spellings of one firm are one party, and the one with the legal form is its name") {
  auto r = read({"Invoice INV-7", "", "Meridian Analytics", "221 Galena Ave", "Bozeman, MT 59715",
                 "billing@meridian-analytics.example", "", "", "Subtotal   100.00", "Total   100.00", "",
                 "Meridian Analytics Inc. - 221 Galena Ave - Bozeman, MT 59715"});
  CHECK(r.invoice.seller.name == "Meridian Analytics Inc.");
  CHECK(r.invoice.buyer.name.empty());
}

TEST_CASE("a big name over a line of trade belongs to the address below both") {
  layout::Page page = page_of({"Pellew Trethowan", "Solicitors & Commissioners for Oaths",
                               "9 Lemon Quay, Truro, Cornwall TR1 2LW", "", "Messrs Roskilly Dairies Ltd",
                               "Tregellast Barton", "St Keverne", "Helston", "TR12 6NX", "", "Bill number: 10774"});
  set_big(page, 0, 1300, 1600);
  CHECK(invoice_of(page).seller.name == "Pellew Trethowan");
}

TEST_CASE("the little words of Dutch names and postal codes name no roles") {
  layout::Page page =
      page_of({"Van Houwelingen Horeca                        Handelsweg 88, 2988 DB Ridderkerk", "", "",
               "Afleveradres:                                 Eetcafe 't Spui V.O.F.",
               "Cafe 't Spui, Spuihaven 4                     Postbus 771",
               "3311 AN   Dordrecht                           3300 AT DORDRECHT", "", "Factuur 2024-338812"});
  set_big(page, 0, 1700);
  const Invoice invoice = invoice_of(page);
  CHECK(invoice.seller.name == "Van Houwelingen Horeca");
  CHECK(invoice.buyer.name == "Eetcafe 't Spui V.O.F.");
}

TEST_CASE("whose parents are written to, and what stands before a title, is no name") {
  auto school =
      read({"Ekbackens Musikskola", "Box 19", "611 22 NYKÖPING", "", "", "                    Vårdnadshavare till Elin",
            "                    Jörgen Sandgren", "                    Fruängsgatan 31",
            "                    611 31 NYKÖPING", "", "FAKTURA 20417"});
  CHECK(school.invoice.buyer.name == "Jörgen Sandgren");
  auto club = read({"Ruderclub Altensee 1904 e. V.", "Bootshausweg 2 - 24306 Altensee", "", "", "Herrn Dr.",
                    "Malte Brodersen", "Seestr. 40", "24306 Altensee", "", "Rechnung 2024/57"});
  CHECK(club.invoice.buyer.name == "Malte Brodersen");
}
