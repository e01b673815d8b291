#include <doctest/doctest.h>

#include "unit/extract/pages.h"

using namespace ap;
using namespace ap::extract;

TEST_CASE("stated days between two dates say which was issued and which is due, whatever their labels") {
  auto r = read({"NOTA", "Zxqv:        06/09/2024", "Wrtq:        26/09/2024", "Uitgevoerd: 16/09/2024",
                 "Voldoening binnen 20 dgn"});
  CHECK(text_of(r.invoice.issue_date) == "2024-09-06");
  CHECK(text_of(r.invoice.due_date) == "2024-09-26");
}

TEST_CASE("a period of thirty days is no pair of issue and payment") {
  auto r = read({"Bill", "Zxqv       February 5, 2026", "", "API calls     1     5.81     5.81",
                 "January 1, 2026 – January 31, 2026", "nett 30 days"});
  CHECK(text_of(r.invoice.issue_date) == "2026-02-05");
}

TEST_CASE("an amount to pay that is a day is the day to pay by") {
  auto r = read({"NOTA", "Factuurdatum: 06/09/2024", "Te voldoen: 26/09/2024"});
  CHECK(text_of(r.invoice.due_date) == "2024-09-26");
}

TEST_CASE("the day of tax is the day of issue where no other is named") {
  CHECK(text_of(read({"Bill", "Tax date: 15 Nov 2026"}).invoice.issue_date) == "2026-11-15");
  auto both = read({"Bill", "Invoice date: 17 Nov 2026", "Tax date: 15 Nov 2026"});
  CHECK(text_of(both.invoice.issue_date) == "2026-11-17");
}

TEST_CASE("strokes set labels apart on one line") {
  auto r =
      read({"Bill", "Folio no. VF 7703 | Tax date 15 Nov 2026 | Last date for payment 14 Jan 2027 | A/C no. D-331"});
  CHECK(r.invoice.number == "VF 7703");
  CHECK(text_of(r.invoice.issue_date) == "2026-11-15");
  CHECK(text_of(r.invoice.due_date) == "2027-01-14");
}

TEST_CASE("the last word of a deadline's label names no date of issue") {
  auto r = read({"RACHUNEK 2025/5166", "W dniu 05.09.2025", "PŁATNOŚĆ DO DNIA: 05.10.2025"});
  CHECK(text_of(r.invoice.issue_date) == "2025-09-05");
  CHECK(text_of(r.invoice.due_date) == "2025-10-05");
}

TEST_CASE("a number whose label is unknown is found among dates, and doubted") {
  auto r = read({"Fattura", "Zxqvrt        9868777752", "Emessa il     06/10/2026", "Pagare entro  21/10/2026"});
  CHECK(r.invoice.number == "9868777752");
  CHECK(r.evidence.at("number").how == How::layout);
  CHECK(r.evidence.at("number").confidence < 930);
}

TEST_CASE("what an item is called is no number of the document") {
  auto r = read({"Nota", "Emessa il   06/10/2026", "Pompa di circolazione 25-601   12   92,00   1.104,00"});
  CHECK(r.invoice.number == "");
}

TEST_CASE("boxes of a form are numbered, and that is no number of the document") {
  auto r = read({"Bill", "4 Document ref           5 Bill date", "577/10/2026              29 October 2026", "6 Order",
                 "4599884543"});
  CHECK(r.invoice.number == "577/10/2026");
}

TEST_CASE("a font that tells wrong letters is doubted") {
  auto r = read({"H€ggl•v Office AB", "Storgatan 5", "753 20 Uppsala", "Invoice no: 17", "Invoice date: 2026-10-01",
                 "Total EUR 10.00"});
  REQUIRE(r.evidence.contains("seller.name"));
  CHECK(r.evidence.at("seller.name").confidence <= 500);
  CHECK(r.evidence.at("currency").confidence <= 700);
}

TEST_CASE("a square metre of a broken font is no euro") {
  CHECK(read({"Invoice no: 17", "Tiles 6 m€ 10.00"}).invoice.currency == "");
}
