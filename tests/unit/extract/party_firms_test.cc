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

TEST_CASE("a name with initials over a line of trade heads the address, a telephone behind it or not") {
  layout::Page page = page_of({"               J. T. Wainwright & Sons", "            Builders and Restoration Works",
                               "Quarry Yard, Hebden Bridge, West Yorkshire HX7 8NN", "", "", "Bill number: 0447"});
  set_big(page, 0, 1500);
  CHECK(invoice_of(page).seller.name == "J. T. Wainwright & Sons");
  page = page_of({"                      J. T. Wainwright & Sons", "                   Builders and Restoration Works",
                  "Quarry Yard, Hebden Bridge, West Yorkshire HX7 8NN  01422 555014", "", "", "Bill number: 0447"});
  set_big(page, 0, 1500);
  CHECK(invoice_of(page).seller.name == "J. T. Wainwright & Sons");
}

TEST_CASE("a brand of one word over the whole name gives way to it") {
  const std::string indent(60, ' ');
  const std::string brand = indent + "wietske.", name = indent + "Wietske Hoekstra grafisch ontwerp",
                    place = indent + "Turfmarkt 31 · 8601 EB Sneek";
  layout::Page page = page_of({brand,
                               name,
                               place,
                               "",
                               "",
                               "Gemeente Waadhoeke",
                               "Postbus 58",
                               "8800 AB Franeker",
                               "",
                               "",
                               "",
                               "",
                               "",
                               "",
                               "factuur 2025-004",
                               "",
                               "",
                               "",
                               "",
                               "hallo@wietske.example"});
  set_big(page, 0, 2400);
  CHECK(invoice_of(page).seller.name == "Wietske Hoekstra grafisch ontwerp");
}

TEST_CASE("a house's owners bear its address as their name, over whoever is written to") {
  auto r = read({"Kessler Immobilien e.K. | Bahnhofstr. 12 | 37073 Göttingen", "", "WEG Calsowstraße 44-48",
                 "z. Hd. Frau Beate Dornieden", "Calsowstraße 46", "37085 Göttingen", "", "Rechnung V-2025-0017"});
  CHECK(r.invoice.buyer.name == "WEG Calsowstraße 44-48");
}

TEST_CASE("who holds the contract, or where the bill is mailed, is the buyer") {
  auto es = read({"Aguas de la Ribera, S.A. - CIF A46118824 - Plaza Mayor 2, 46600 Alzira", "",
                  "Datos del contrato          Datos del titular", "Contrato 0088172            VICENTE SORIANO",
                  "Consumo: 31                 CL PERE MORELL 14", "                            46600 ALZIRA"});
  CHECK(es.invoice.buyer.name == "VICENTE SORIANO");
  auto us = read({"Little Muddy Electric", "PO Box 1188, Williston ND 58802", "", "Mail to:", "Prairie Grain LLC",
                  "14402 43rd St NW", "Epping ND 58843", "", "Meter   From       To         Prev Read   kWh",
                  "E448    12/01/24   01/01/25   18822       3,192"});
  CHECK(us.invoice.buyer.name == "Prairie Grain LLC");
}

TEST_CASE("an address in small letters throughout is one") {
  auto r = read({"Landhotel Rabenstein GmbH", "Burgweg 4 - 02785 Olbersdorf - Tel. 03583 55 50 14", "", "", "", "",
                 "rechenwerk gmbh", "frau jana kubitz", "grossenhainer str. 118", "01127 dresden", "",
                 "Rechnung Nr. 20250233", "                                          Gast: Kubitz"});
  CHECK(r.invoice.buyer.name == "rechenwerk gmbh");
}

TEST_CASE("by whom a firm is represented is no part of its name") {
  auto r = read({"FAKTURA 288104", "", "Kunde:", "I/S Bøgely", "v/ Per og Lars Krog", "Bøgelyvej 8", "9640 Farsø"});
  CHECK(r.invoice.buyer.name == "I/S Bøgely");
}

TEST_CASE("a tax number ends where a dot sets off the street") {
  auto r = read({"Nullarbor Express Pty Ltd", "ABN 51 824 753 556 · 118 Berkshire Rd, Forrestfield WA 6058", "",
                 "Tax Invoice NX0447188"});
  CHECK(r.invoice.seller.vat_id == "51824753556");
}

TEST_CASE("whose firm it is goes on below its name in Italian, however small") {
  layout::Page page = page_of({"AUTOTRASPORTI MENEGHETTI", "di Meneghetti Luca & C. s.n.c.",
                               "Via dell'Artigianato 44 - 35010 Limena (PD)", "", "FATTURA 447/T del 30/09/2024"});
  set_big(page, 0, 1400);
  CHECK(invoice_of(page).seller.name == "AUTOTRASPORTI MENEGHETTI di Meneghetti Luca & C. s.n.c.");
}

TEST_CASE("what a shop is stands over its name in bigger print") {
  layout::Page page =
      page_of({"Librairie scolaire", "Les Trois Plumes", "44 rue Nationale", "37000 Tours", "02 47 55 50 14", "", "",
               "Collège Jean-Moulin", "2 avenue du Parc", "37170 Chambray-lès-Tours", "", "AVOIR N° AV-2025-031"});
  set_big(page, 1, 1400);
  CHECK(invoice_of(page).seller.name == "Les Trois Plumes");
}

TEST_CASE("captions in small print below name the parties above them, and end what is above those") {
  layout::Page page =
      page_of({"Poznan                 2025-04-08             2025-04-07",
               "miejsce wystawienia    data wystawienia       data sprzedazy",
               "Drukarnia Kaligraf s.c.            Teatr Muzyczny w Poznaniu",
               "ul. Glogowska 118/3                ul. Niezlomnych 1e",
               "60-263 Poznan                      61-894 Poznan", "NIP 7790447181                     NIP 7781188200",
               "sprzedawca                         nabywca", "", "Faktura 44/04/2025"});
  set_big(page, 1, 700);
  set_big(page, 6, 700);
  CHECK(invoice_of(page).seller.name == "Drukarnia Kaligraf s.c.");
  CHECK(invoice_of(page).buyer.name == "Teatr Muzyczny w Poznaniu");
}

TEST_CASE("a sender's line with a part of the name in big print gives way to the whole") {
  layout::Page page = page_of({"Dentallabor Zahnschmiede", "", "Zahnschmiede - Am Anger 4 - 99084 Erfurt", "",
                               "Praxis Dres. Kühn", "Brühler Str. 18", "99084 Erfurt", "", "Rechnung 25-02-0188"});
  set_big(page, 0, 1500);
  CHECK(invoice_of(page).seller.name == "Dentallabor Zahnschmiede");
}

TEST_CASE("a name ends with its legal form where a place follows on the same line") {
  auto seller = [](const std::string& head) {
    return invoice_of(page_of({head, "", "Bill           Our invoice: 26.08425", "               Tax date: 10-11-2026",
                               "", "Meridova Holding LLP", "47/2, Anna Street", "Chennai 600002, Tamil Nadu"}))
        .seller.name;
  };
  CHECK(seller("Saraswathi Private Limited Plot No. 53, MIDC Industrial Area Chennai 600002, Tamil Nadu GSTIN No.: "
               "29SUDFB6537B1Z1") == "Saraswathi Private Limited");
  CHECK(seller("Brown & Hale Ltd 12 High Street, Leeds LS1 4AB, VAT No. GB123456782") == "Brown & Hale Ltd");
}

TEST_CASE("a word for a way to reach a firm is one of its name where no number and no address follows") {
  auto r = read({"Galway Web Studio", "5 Merchants Road", "Galway H91 C8Y2", "", "Invoice to:", "Quill Holdings plc",
                 "2 Low Road", "Leeds LS1 4AP"});
  CHECK(r.invoice.seller.name == "Galway Web Studio");
  auto cut = read({"Quill Studio Tel. 091 555014", "5 Merchants Road", "Galway H91 C8Y2"});
  CHECK(cut.invoice.seller.name == "Quill Studio");
}

TEST_CASE("a Brazilian address ends in state and code, behind the town or a stroke") {
  auto r = read({"Café Serra Azul ME", "Av. Afonso Pena, 44 | Belo Horizonte - MG, 30130-002 | Brasil", "",
                 "Galway Joinery", "5 Merchants Road", "Galway H91 C8Y2", "Ireland"});
  CHECK(r.invoice.seller.name == "Café Serra Azul ME");
  CHECK(r.invoice.seller.address.postal_code == "30130-002");
  CHECK(r.invoice.seller.address.city == "Belo Horizonte");
}

TEST_CASE("a county behind the town is not a town behind a name") {
  auto r =
      read({"Polar Cooling Pty Ltd", "31 Winnellie Road", "Darwin NT 0820", "ABN 51824753556", "", "Slieve Dairy Ltd",
            "Ballyclerihan Road", "Clonmel, Co. Tipperary E91 X2R7", "Ireland", "VAT registration IE6388047V"});
  CHECK(r.invoice.seller.name == "Polar Cooling Pty Ltd");
  CHECK(r.invoice.buyer.name == "Slieve Dairy Ltd");
}

TEST_CASE("a caption of one small word stands over the sender, and a line of trade beside another's number is none") {
  auto r = read({"De:                             Para:", "Nuria Casals Vidal              Bodegas Altamira SA",
                 "Diseño gráfico                  CIF A26118829", "NIF 44718820X                   Ctra. de Logroño 4",
                 "C/ Aribau 118                   26200 Haro", "08036 Barcelona"});
  CHECK(r.invoice.seller.name == "Nuria Casals Vidal");
  CHECK(r.invoice.buyer.name == "Bodegas Altamira SA");
}

TEST_CASE("an initial is no telephone, and a telephone no postal code") {
  auto r =
      read({"Lakeview Imaging Associates", "PO Box 44718", "Madison, WI 53744", "Billing questions: (608) 555-0142", "",
            "", "", "JEREMY T HOLLOWAY", "418 SHERMAN AVE", "MADISON WI 53703"});
  CHECK(r.invoice.seller.name == "Lakeview Imaging Associates");
  CHECK(r.invoice.buyer.name == "JEREMY T HOLLOWAY");
}

TEST_CASE("a Polish legal form of three words ends the name, not its first word") {
  auto r = read({"Żuraw & Młynarz Sp. z o.o. ul. Długa 63 31-007 Kraków NIP 8587241235", "", "TAX INVOICE 147517"});
  CHECK(r.invoice.seller.name == "Żuraw & Młynarz Sp. z o.o.");
}
