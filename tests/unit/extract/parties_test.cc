#include <doctest/doctest.h>

#include "extract/address.h"
#include "extract/legal_form.h"
#include "unit/extract/pages.h"

using namespace ap;
using namespace ap::extract;

TEST_CASE("towns are recognised in the forms of many countries") {
  struct Row {
    std::string_view line, postal, city, country;
  };
  for (const Row& row :
       {Row{"80333 München", "80333", "München", ""}, Row{"D-10115 Berlin", "10115", "Berlin", "DE"},
        Row{"1012 LM Amsterdam", "1012 LM", "Amsterdam", "NL"}, Row{"London SW1A 1AA", "SW1A 1AA", "London", "GB"},
        Row{"Austin, TX 78701", "78701", "Austin,", "US"}, Row{"00-950 Warszawa", "00-950", "Warszawa", "PL"},
        Row{"753 20 Uppsala", "753 20", "Uppsala", ""}, Row{"1000-001 Lisboa", "1000-001", "Lisboa", "PT"},
        Row{"Montréal, QC H2Y 1C6", "H2Y 1C6", "Montréal,", "CA"}, Row{"Galway H91 E2X4", "H91 E2X4", "Galway", "IE"},
        Row{"Sydney NSW 2000", "2000", "Sydney", "AU"}, Row{"Chennai 600002", "600002", "Chennai", ""}}) {
    CAPTURE(row.line);
    std::vector<layout::Page> pages = {page_of({row.line})};
    auto sheet = reading::build_sheet(pages);
    auto town = reading::town_in(sheet, 0, static_cast<int>(sheet.tokens.size()));
    REQUIRE(town.has_value());
    CHECK(town->postal_code == row.postal);
    CHECK(sheet.text(town->city.first, town->city.last) == row.city);
    CHECK(town->country == row.country);
  }
}

TEST_CASE("the sender's line names the seller, the window below it the buyer") {
  auto r = read({"", "", "Acme GmbH | Europa-Allee 19 | 60486 Frankfurt", "", "Herrn", "Karl Coyote", "Uferstr. 113",
                 "88045 Friedrichshafen", "", "Rechnung Nr. 42"});
  CHECK(r.invoice.seller.name == "Acme GmbH");
  CHECK(r.invoice.seller.address.city == "Frankfurt");
  CHECK(r.invoice.buyer.name == "Karl Coyote");
  CHECK(r.invoice.buyer.address.postal_code == "88045");
}

TEST_CASE("labels tell the parties apart, also in two languages at once") {
  auto r = read({"Supplier                           Bill to", "Foxglove Ltd                       Quill Holdings plc",
                 "1 High Street                      2 Low Road", "London SW1A 1AA                    Leeds LS1 4AP"});
  CHECK(r.invoice.seller.name == "Foxglove Ltd");
  CHECK(r.invoice.buyer.name == "Quill Holdings plc");
  auto both = read({"Wisnioch S.A.", "al. Jana 57", "00-017 Warszawa", "NIP: PL5804403118", "", "", "Nabywca / Bill to",
                    "Quillpoint Sp. j.", "al. Jana 2", "31-007 Krakow"});
  CHECK(both.invoice.seller.name == "Wisnioch S.A.");
  CHECK(both.invoice.buyer.name == "Quillpoint Sp. j.");
}

TEST_CASE("a legal form on the next line belongs to the name") {
  auto r = read({"Oosterlaken & De Rooij", "B.V.", "Industrieweg 44", "9712 HM Groningen", "", "",
                 "Factuur voor:", "Castelline V.O.F.", "Dorpsstraat 31", "9712 HM Groningen"});
  CHECK(r.invoice.seller.name == "Oosterlaken & De Rooij B.V.");
}

TEST_CASE("the buyer's tax number is told from the seller's") {
  auto r =
      read({"Acme GmbH", "Hauptstr. 1", "10115 Berlin", "", "Kunden-USt-Id DE811569869", "USt-IdNr.: DE136695976"});
  CHECK(r.invoice.seller.vat_id == "DE136695976");
  CHECK(r.invoice.buyer.vat_id == "DE811569869");
}

TEST_CASE("an abbreviated 'number' before nine digits is no Norwegian tax number") {
  auto r = read({"Invoice no 2023-03-812", "Acme Ltd"});
  CHECK(r.invoice.number == "2023-03-812");
  CHECK(r.invoice.seller.vat_id.empty());
}

TEST_CASE("an IBAN is found in groups and across lines") {
  CHECK(read({"IBAN: DE89 3704 0044 0532 0130 00  BIC COBADEFFXXX"}).invoice.payment.iban == "DE89370400440532013000");
  auto wrapped = read({"IBAN   DE89 3704 0044 0532 01", "       30 00"});
  CHECK(wrapped.invoice.payment.iban == "DE89370400440532013000");
  auto r = read({"IBAN: DE89 3704 0044 0532 0130 00", "BIC: COBADEFFXXX"});
  CHECK(r.invoice.payment.bic == "COBADEFFXXX");
  CHECK(r.evidence.at("payment.iban").how == How::checksum);
}

TEST_CASE("an IBAN whose letters and figures were exchanged by recognition is repaired and doubted") {
  auto scanned = [](std::string_view line) {
    std::vector<layout::Page> pages = {page_of({"Acme Ltd", "1 High Street", line})};
    pages[0].source = layout::PageSource::ocr;
    return extract_invoice(pages, {*Date::parse("2026-11-22"), {}});
  };
  auto check_digits = scanned("IBAN: DEB9 3704 0044 0532 0130 00");
  CHECK(check_digits.invoice.payment.iban == "DE89370400440532013000");
  CHECK(check_digits.evidence.at("payment.iban").confidence < 900);
  CHECK(scanned("IBAN: DE89 37O4 0O44 0532 0130 00").invoice.payment.iban == "DE89370400440532013000");
  CHECK(scanned("IBAN: [T60X0542811101000000123456").invoice.payment.iban == "IT60X0542811101000000123456");
  // A figure that was taken for another figure cannot be known.
  CHECK(scanned("IBAN: DE89 3704 0044 0532 0130 07").invoice.payment.iban != "DE89370400440532013000");
  // What a text layer says is not touched.
  CHECK(read({"IBAN: DE89 37O4 0O44 0532 0130 00"}).invoice.payment.iban != "DE89370400440532013000");
}

TEST_CASE(
    "a tax number whose letters and figures were exchanged by recognition is repaired, with what was read beside") {
  auto scanned = [](std::string_view line) {
    std::vector<layout::Page> pages = {page_of({"Acme Ltd", "1 High Street", line})};
    pages[0].source = layout::PageSource::ocr;
    return extract_invoice(pages, {*Date::parse("2026-11-22"), {}});
  };
  auto prefix = scanned("VAT no: F120774740");
  CHECK(prefix.invoice.seller.vat_id == "FI20774740");
  CHECK(prefix.evidence.at("seller.vat_id").confidence <= 700);
  REQUIRE(prefix.evidence.at("seller.vat_id").alternatives.size() == 1);
  CHECK(prefix.evidence.at("seller.vat_id").alternatives[0].value == "F120774740");
  CHECK(scanned("VAT no: DE13669S976").invoice.seller.vat_id == "DE136695976");
  CHECK(scanned("VAT no: FRO6769548819").invoice.seller.vat_id == "FR06769548819");
  CHECK(scanned("BTW-nr: NL662762654501").invoice.seller.vat_id ==
        "NL662762654B01");  // nothing but a B may stand there
  CHECK(scanned("GST No: 167854637RTOOO1").invoice.seller.vat_id == "167854637RT0001");
  CHECK(scanned("VAT no: DE13669S977").invoice.seller.vat_id != "DE136695977");  // the check digit does not agree
  // What a text layer says is not touched.
  CHECK(read({"Acme Ltd", "1 High Street", "VAT no: DE13669S976"}).invoice.seller.vat_id != "DE136695976");
}

TEST_CASE("the line below a sender's line is whom the letter goes to") {
  auto r = read({"                                                  Datentechnik Weber",
                 "                                                  Hardturmweg 97",
                 "                                                  1204 Geneve", "", "",
                 "Datentechnik Weber - Hardturmweg 97 - 1204 Geneve", "Lumen Holding SA", "Hardturmweg 96",
                 "6900 Lugano", "", "", "Rechnung"});
  CHECK(r.invoice.seller.name == "Datentechnik Weber");
  CHECK(r.invoice.buyer.name == "Lumen Holding SA");
}

TEST_CASE("one of our own names is the buyer wherever it stands") {
  std::vector<layout::Page> pages = {page_of(
      {"Quill plc", "1 High Street", "London SW1A 1AA", "", "", "", "Foxglove Ltd", "2 Low Road", "Leeds LS1 4AP"})};
  auto r = extract_invoice(pages, {*Date::parse("2026-11-22"), {"Quill plc"}});
  CHECK(r.invoice.buyer.name == "Quill plc");
  CHECK(r.invoice.seller.name == "Foxglove Ltd");
}

TEST_CASE("a label of a tax number with nothing but marks behind it, at the end of the page, is no number") {
  CHECK(read({"Invoice no: 1", "VAT ID:", "====="}).invoice.seller.vat_id.empty());
  CHECK(read({"Invoice no: 1", "Total incl. VAT      =", "====="}).invoice.seller.vat_id.empty());
  CHECK(read({"Invoice no: 1", "VAT ID: -"}).invoice.seller.vat_id.empty());
}

TEST_CASE("under a heading that owns the line below it stands the buyer, not in the column beside it") {
  auto r = read({"Cliente                                              Ruda Comunicacion, S. Coop.",
                 "Ayuntamiento de La Almunia                           c/ Heroismo 12",
                 "Plaza de Espana 1                                    50002 Zaragoza",
                 "50100 La Almunia de Dona Godina", "", "Factura num.: 2026-014"});
  CHECK(r.invoice.buyer.name == "Ayuntamiento de La Almunia");
}

TEST_CASE("a customer's number beside the label leaves no name below it") {
  auto r = read({"Schlosserei Huber                        Rechnung         AR-2601182",
                 "Tolzer Str. 88                           Kunde            D10417",
                 "83677 Reichersbeuern                     Ihre Best.       H-221"});
  CHECK(r.invoice.buyer.name != "Ihre Best.");
}

TEST_CASE("an account on the line of a sender hides none of it") {
  auto r = read({"Factuurnummer 260077", "Stichting Zomerfestival", "Plein 1940 nr 4", "4331 MB Middelburg", "",
                 "Drukkerij De Klomp VOF | Nijverheidsweg 7 | 4338 PS Middelburg | NL39 RABO 0300 0652 64"});
  CHECK(r.invoice.seller.name == "Drukkerij De Klomp VOF");
  CHECK(r.invoice.buyer.name == "Stichting Zomerfestival");
}

TEST_CASE("a weight is no legal form") {
  auto has = [](std::string_view line) {
    std::vector<layout::Page> pages = {page_of({line})};
    auto sheet = reading::build_sheet(pages);
    return reading::has_legal_form(sheet, 0, static_cast<int>(sheet.tokens.size()));
  };
  CHECK_FALSE(has("Espressobonner 1 kg"));
  CHECK(has("Brauhaus Huber KG"));
}

TEST_CASE("semicolons set the parts of a line apart, a county after a comma is a part, a legal form is none") {
  auto parts = [](std::string_view line) {
    std::vector<layout::Page> pages = {page_of({line})};
    auto sheet = reading::build_sheet(pages);
    return reading::line_parts(sheet, 0, static_cast<int>(sheet.tokens.size())).size();
  };
  CHECK(parts("Acme Works; 71 Station Road; Bristol BS1 6QH") == 3);
  CHECK(parts("Acme Works, Inc. | 71 Station Road") == 2);
  CHECK(parts("Slane, Co. Meath") == 2);
}
