#include "extract/habits.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "unit/extract/pages.h"

using namespace ap;
using namespace ap::extract;

namespace {

using Lines = std::vector<std::string_view>;

PageExtraction read_with(const Lines& lines, std::vector<Habit> habits) {
  ExtractOptions options{.today = *Date::parse("2026-11-22")};
  options.habits = std::move(habits);
  return extract_invoice({page_of(lines)}, options);
}

// What a correction of one field on these lines teaches.
std::vector<Habit> taught(const Lines& lines, const char* field, const char* before, const char* after) {
  return learn_habits({page_of(lines)}, {{field, before, after}});
}

}  // namespace

TEST_CASE("a number corrected once is read right on the next document") {
  Lines first = {"Acme GmbH", "Rechnung Nr. 4711", "", "Kennung:   ZX-2026-17"};
  Lines next = {"Acme GmbH", "Rechnung Nr. 4999", "", "", "Kennung:   ZX-2026-18"};
  CHECK(read(next).invoice.number == "4999");
  auto habits = taught(first, "number", "4711", "ZX-2026-17");
  REQUIRE(habits.size() == 1);
  CHECK(habits[0].text == "kennung");
  auto r = read_with(next, habits);
  CHECK(r.invoice.number == "ZX-2026-18");
  CHECK(r.evidence.at("number").how == How::vendor);
  CHECK(r.evidence.at("number").alternatives.at(0).value == "4999");
}

TEST_CASE("a value of another shape is not taken, one with other letters less surely") {
  auto habits = taught({"Kennung: ZX-2026-17"}, "number", "", "ZX-2026-17");
  CHECK(read_with({"Rechnung Nr. 4999", "Kennung: siehe unten"}, habits).invoice.number == "4999");
  auto r = read_with({"Rechnung Nr. 4999", "Kennung: QQ-2026-17"}, habits);
  CHECK(r.invoice.number == "QQ-2026-17");
  CHECK(r.evidence.at("number").confidence < 900);
}

TEST_CASE("the date order of a vendor is learned from the reading that was corrected") {
  auto habits = taught({"Invoice date 03/04/2026"}, "issue_date", "2026-04-03", "2026-03-04");
  REQUIRE(habits.size() == 1);
  CHECK(habits[0].kind == HabitKind::date_order);
  CHECK(text_of(read({"Invoice 7", "Invoice date 05/06/2026"}).invoice.issue_date) == "2026-06-05");
  CHECK(text_of(read_with({"Invoice 7", "Invoice date 05/06/2026"}, habits).invoice.issue_date) == "2026-05-06");
}

TEST_CASE("a date behind words of the vendor's own") {
  auto habits = taught({"Schlusstermin   05.10.2026", "Rechnungsdatum   01.09.2026"}, "due_date", "", "2026-10-05");
  auto r = read_with({"Rechnung 7", "Schlusstermin   06.11.2026", "Rechnungsdatum   01.10.2026"}, habits);
  CHECK(text_of(r.invoice.due_date) == "2026-11-06");
}

TEST_CASE("the seller's name is taken where the page shows it, and only there") {
  auto habits = taught({"Aurora", "Nordlicht Handels KG"}, "seller.name", "Aurora", "Nordlicht Handels KG");
  REQUIRE(habits.size() == 1);
  CHECK(habits[0].kind == HabitKind::constant);
  CHECK(read_with({"AURORA", "", "Rechnung 5", "Nordlicht Handels KG"}, habits).invoice.seller.name ==
        "Nordlicht Handels KG");
  CHECK(read_with({"AURORA", "", "Rechnung 5"}, habits).invoice.seller.name != "Nordlicht Handels KG");
}

TEST_CASE("what was said not to be an order number is left out") {
  Lines lines = {"Rechnung 5", "Bestellnummer: 2026-55"};
  CHECK(read(lines).invoice.purchase_order == "2026-55");
  auto habits = taught(lines, "purchase_order", "2026-55", "");
  REQUIRE(habits.size() == 1);
  auto r = read_with({"Rechnung 6", "Bestellnummer: 2026-56"}, habits);
  CHECK(r.invoice.purchase_order.empty());
  CHECK_FALSE(r.evidence.contains("purchase_order"));
}

TEST_CASE("nothing is learned for lines, for accounts, or from values that the page does not show") {
  Lines lines = {"Rechnung 5", "Kennung: ZX-17", "IBAN DE89 3704 0044 0532 0130 00"};
  CHECK(taught(lines, "payment.iban", "", "DE89370400440532013000").empty());
  CHECK(taught(lines, "lines[0].net", "", "5").empty());
  CHECK(taught(lines, "number", "5", "ZX-99").empty());
}

TEST_CASE("amounts that add up are stronger than a habit") {
  Lines lines = {"Rechnung 5", "Netto     100,00 EUR", "USt 19 %   19,00 EUR", "Gesamtbetrag   119,00 EUR",
                 "Sonstiges   7,00 EUR"};
  std::vector<Habit> habits = {
      {.field = "totals.gross", .kind = HabitKind::label, .text = "sonstiges", .relation = "right"}};
  CHECK(text_of(read_with(lines, habits).invoice.totals.gross) == "119.00");
}

TEST_CASE("marks of the vendor are the page's identifiers and names, not the buyer's") {
  auto r = read({"Acme GmbH", "Hauptstr. 1", "10115 Berlin", "USt-IdNr.: DE136695976", "Ihre USt-IdNr.: DE811569869",
                 "IBAN DE89 3704 0044 0532 0130 00", "Rechnung 5"});
  auto has = [&](const char* mark) {
    return std::find(r.vendor_marks.begin(), r.vendor_marks.end(), mark) != r.vendor_marks.end();
  };
  CHECK(has("tax:DE136695976"));
  CHECK(has("iban:DE89370400440532013000"));
  CHECK(has("name:ACMEGMBH"));
  CHECK_FALSE(has("tax:DE811569869"));
  Invoice invoice = r.invoice;
  CHECK(vendor_marks(invoice).front() == "tax:DE136695976");
}
