#include "extract/split.h"

#include <doctest/doctest.h>

#include "extract/split_signs.h"
#include "extract/two_up.h"
#include "unit/extract/pages.h"

using namespace ap;
using namespace ap::extract;

namespace {

const ExtractOptions kOptions{*Date::parse("2026-11-22"), {}};

using Lines = std::vector<std::string_view>;

Lines invoice(std::string_view number, std::string_view vat = "VAT id: DE811569869") {
  return {"Muster GmbH",
          vat,
          "RECHNUNG",
          number,
          "Rechnungsdatum: 05.06.2024",
          "Netto       100,00 EUR",
          "MwSt 19 %    19,00 EUR",
          "Gesamtbetrag 119,00 EUR"};
}

Lines with(Lines lines, std::string_view more) {
  lines.push_back(more);
  return lines;
}

SplitPlan plan(const std::vector<Lines>& pages) {
  std::vector<layout::Page> out;
  for (const Lines& lines : pages) {
    out.push_back(page_of(lines));
    out.back().number = static_cast<int>(out.size());
    if (lines.empty()) out.back().source = layout::PageSource::blank;
  }
  return plan_split(layout::PackedPages(out), kOptions);
}

// "1-2 4", then skipped pages as "3=blank".
std::string shape(const SplitPlan& plan) {
  std::string out;
  auto add = [&](const PageRange& r, const std::string& more) {
    out += (out.empty() ? "" : " ") + std::to_string(r.first);
    if (r.last > r.first) out += "-" + std::to_string(r.last);
    out += more;
  };
  for (const PageRange& r : plan.parts) add(r, "");
  for (const PageRange& r : plan.skipped) add(r, "=" + r.reason);
  return out;
}

}  // namespace

TEST_CASE("another number with totals of its own begins another invoice") {
  auto two = plan({invoice("Rechnungsnummer: RE-17"), invoice("Rechnungsnummer: RE-18")});
  CHECK(shape(two) == "1 2");
  CHECK(two.parts[1].reason == "number RE-18 after RE-17, with head and totals of its own");
}

TEST_CASE("pages of one invoice stay together") {
  Lines first{"RECHNUNG", "Rechnungsnummer: RE-17", "Position 1   50,00", "Übertrag 50,00"};
  Lines last{"Rechnungsnummer: RE-17", "Netto 100,00", "MwSt 19 % 19,00", "Gesamtbetrag 119,00 EUR"};
  CHECK(shape(plan({first, last})) == "1-2");
  CHECK(shape(plan({invoice("Rechnungsnummer: RE-17"), {"Allgemeine Geschäftsbedingungen", "gelten für alles"}})) ==
        "1-2");
  CHECK(shape(plan({invoice("Rechnungsnummer: RE-17"), {"LIEFERSCHEIN", "Lieferschein Nr. LS-9", "Menge 3"}})) ==
        "1-2");
}

TEST_CASE("a number that OCR read otherwise is no other number") {
  CHECK(reading::same_number("RE-1O7", "RE-107"));
  CHECK(reading::same_number("RE-I7", "RE-17"));
  CHECK(reading::same_number("17", "RE-17"));
  CHECK_FALSE(reading::same_number("RE-17", "RE-18"));
  CHECK(shape(plan({invoice("Rechnungsnummer: RE-1O5"), invoice("Rechnungsnummer: RE-105")})) == "1-2");
}

TEST_CASE("page numbers that go on keep pages together, whatever else they say") {
  CHECK(shape(plan({with(invoice("Rechnungsnummer: RE-17"), "Seite 1 von 2"),
                    with(invoice("Rechnungsnummer: RE-18"), "Seite 2 von 2")})) == "1-2");
}

TEST_CASE("a page that calls itself the first begins an invoice with another number") {
  Lines first{"RECHNUNG", "Rechnungsnummer: RE-17", "Gesamt 10,00 EUR", "Seite 1 von 1"};
  Lines second{"RECHNUNG", "Rechnungsnummer: RE-18", "Gesamt 20,00 EUR", "Seite 1 von 1"};
  CHECK(shape(plan({first, second})) == "1 2");
}

TEST_CASE("blank sheets between invoices belong to none, the back of a page belongs to its invoice") {
  auto one = invoice("Rechnungsnummer: RE-17"), other = invoice("Rechnungsnummer: RE-18");
  CHECK(shape(plan({one, {}, other, {}})) == "1 3 2=blank 4=blank");
  CHECK(shape(plan({one, {}, {"Rechnungsnummer: RE-17", "Danke"}, other})) == "1-3 4");
}

TEST_CASE("a separator sheet separates without further witnesses") {
  auto parts = plan({invoice("Rechnungsnummer: RE-17"), {"Trennblatt"}, {"Quittung", "Summe 5,00"}});
  CHECK(shape(parts) == "1 3 2=separator");
  CHECK(parts.parts[1].reason == "it stands behind a separator sheet, page 2");
}

TEST_CASE("another seller with totals of its own begins another invoice") {
  auto a = invoice("", "USt-IdNr.: DE811569869"), b = invoice("", "USt-IdNr.: DE129273398");
  CHECK(shape(plan({a, b})) == "1 2");
  CHECK(shape(plan({a, a})) == "1-2");
}

TEST_CASE("page numbers are found in their usual forms") {
  auto mark = [](std::string_view line) { return reading::page_mark(page_of({line})); };
  CHECK(mark("Seite 2 von 3") == std::pair(2, 3));
  CHECK(mark("Page: 1/4") == std::pair(1, 4));
  CHECK(mark("Strona 1 z 2") == std::pair(1, 2));
  CHECK(mark("Page 2 / 2") == std::pair(2, 2));
  CHECK(mark("Seite 2") == std::pair(2, 0));
  CHECK(mark("Page 5 of 2") == std::pair(0, 0));
  CHECK(mark("Page heads 200 of 300") == std::pair(0, 0));
}

TEST_CASE("two pages on one sheet are read one after the other, and evidence stands on the sheet") {
  auto left = page_of(invoice("Rechnungsnummer: RE-17")), right = page_of(invoice("Rechnungsnummer: RE-18"));
  for (auto* page : {&left, &right})
    for (int i = 0; i < 3; ++i) {
      auto more = page_of({"Wir danken für Ihren Auftrag und freuen uns", "auf weitere gute Zusammenarbeit mit Ihnen"},
                          20000 + 4000 * i);
      page->words.insert(page->words.end(), more.words.begin(), more.words.end());
    }
  layout::Page sheet = left;
  sheet.width = 2 * left.width;
  for (layout::Word word : right.words) {
    word.box.x0 += left.width, word.box.x1 += left.width;
    sheet.words.push_back(word);
  }
  sheet.height = 84200;
  Unfolded out = unfold({sheet}, kOptions);
  REQUIRE(out.pages.size() == 2);
  CHECK(out.origins[0].name() == "1a");
  CHECK(out.origins[1].name() == "1b");
  auto read = extract_invoice(pages_of(out.pages, 2, 2).unpacked(), kOptions);
  CHECK(read.invoice.number == "RE-18");
  put_back(read.evidence, out, 1);
  CHECK(read.evidence["number"].page == 1);
  CHECK(read.evidence["number"].box->x0 > left.width);
  CHECK(plan_split(out.pages, kOptions).parts.size() == 2);
}

TEST_CASE("a table with an empty strip down the middle is one page") {
  Lines wide;
  for (int i = 0; i < 30; ++i) wide.push_back("Artikel Nummer eins                              10,00 EUR");
  layout::Page sheet = page_of(wide);
  std::swap(sheet.width, sheet.height);
  CHECK(unfold({sheet}, kOptions).pages.size() == 1);
}
