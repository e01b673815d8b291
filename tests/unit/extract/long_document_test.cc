#include "extract/long_document.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "extract/split_signs.h"
#include "unit/extract/pages.h"

using namespace ap;
using namespace ap::extract;

namespace {

const ExtractOptions kOptions{*Date::parse("2026-11-22"), {}};
constexpr LongPlan kShort{.whole = 3, .head = 2, .tail = 2, .step = 2};  // long are documents of five pages and more
constexpr LongPlan kWhole{.whole = 1000};

constexpr int kRows = 20;

std::string money(long cents) { return fmt::format("{},{:02}", cents / 100, cents % 100); }

std::string row(std::string_view no, std::string_view what, std::string_view quantity, std::string_view price,
                std::string_view amount) {
  return fmt::format("{:<6}{:<36}{:>8}{:>14}{:>16}", no, what, quantity, price, amount);
}

// An invoice whose items fill its pages, with what is carried over at the foot and the head of each. `carried`: the
// name of that sum; `headings`: on every page, else on the first alone.
layout::PackedPages itemised(int pages, std::string_view carried = "Übertrag", bool headings = true) {
  layout::PackedPages out;
  long total = 0;
  for (int p = 1; p <= pages; ++p) {
    std::vector<std::string> lines{
        fmt::format("Fernruf Nord GmbH, Hafenweg 3, 20457 Hamburg     Seite {} von {}", p, pages), ""};
    if (p == 1) lines.insert(lines.end(), {"Rechnung", "Rechnungsnummer: 2026-4711", "Rechnungsdatum: 02.11.2026", ""});
    if (p == 1 || headings) lines.push_back(row("Pos", "Bezeichnung", "Menge", "Einzelpreis", "Betrag EUR"));
    if (p > 1) lines.push_back(row("", carried, "", "", money(total)));
    for (int i = 0; i < kRows; ++i) {
      const long quantity = (p * 7 + i * 3) % 9 + 1, price = (p * 131 + i * 37) % 2900 + 15;
      total += quantity * price;
      lines.push_back(row(fmt::format("{}", (p - 1) * kRows + i + 1), fmt::format("Verbindung {}", p * 1000 + i),
                          fmt::format("{}", quantity), money(price), money(quantity * price)));
    }
    if (p < pages) lines.push_back(row("", carried, "", "", money(total)));
    const long tax = (total * 19 + 50) / 100;
    if (p == pages)
      lines.insert(lines.end(),
                   {row("", "Nettobetrag", "", "", money(total)), row("", "Umsatzsteuer 19 %", "", "", money(tax)),
                    row("", "Gesamtbetrag", "", "", money(total + tax))});
    lines.insert(lines.end(), {"", "USt-IdNr. DE136695976"});
    out.push_back(page_of({lines.begin(), lines.end()}));
  }
  return out;
}

void check_same(const layout::PackedPages& pages) {
  const PageExtraction whole = extract_document(pages, kOptions, kWhole),
                       parts = extract_document(pages, kOptions, kShort);
  REQUIRE(whole.invoice.lines.size() == pages.size() * kRows);
  CHECK(parts.invoice == whole.invoice);
  CHECK(parts.vendor_marks == whole.vendor_marks);
  int differ = 0;
  for (const auto& [path, evidence] : whole.evidence)
    if (path.starts_with("lines[")) differ += !(parts.evidence.contains(path) && parts.evidence.at(path) == evidence);
  CHECK(differ == 0);
  CHECK(parts.evidence.size() == whole.evidence.size());
}

}  // namespace

TEST_CASE("a long document gives what it gives as a whole") {
  check_same(itemised(9));
  check_same(itemised(8));
}

TEST_CASE("the items of a long document go on under the heading of its first page") {
  check_same(itemised(9, "Übertrag", false));
}

TEST_CASE("a carried sum that no known word names is no item of a long document") {
  check_same(itemised(9, "Fortgang"));
}

TEST_CASE("of a long document the head and the end are looked at together") {
  const layout::PackedPages pages = itemised(9);
  const auto seen = looked_at(pages, kShort);
  REQUIRE(seen.size() == 4);
  CHECK(seen[1].number == 2);
  CHECK(seen[2].number == 8);
  CHECK(seen[3] == pages[8]);
  CHECK(looked_at(pages, kWhole).size() == 9);
}

TEST_CASE("blank leaves in front of a long document are passed over") {
  const layout::PackedPages items = itemised(9);
  layout::PackedPages pages;
  for (int i = 0; i < 3; ++i)
    pages.push_back(layout::Page{.width = 59500, .height = 84200, .source = layout::PageSource::blank});
  for (std::size_t i = 0; i < items.size(); ++i) pages.push_back(items, i);
  const PageExtraction read = extract_document(pages, kOptions, kShort);
  CHECK(read.invoice.number == "2026-4711");
  CHECK(read.invoice.lines.size() == 9 * kRows);
  CHECK(read.evidence.at("number").page == 4);
  CHECK(read.evidence.at("lines[0].net").page == 4);
  // What is looked for on the first page alone is found behind the leaves as well.
  const PageExtraction alone = extract_document(items, kOptions, kShort);
  CHECK(read.invoice == alone.invoice);
  for (const char* path : {"type", "number", "issue_date"})
    CHECK(read.evidence.at(path).reason == alone.evidence.at(path).reason);
  CHECK(read.evidence.at("type").confidence == alone.evidence.at("type").confidence);
}

TEST_CASE("pages behind lines that make the total are not looked at for lines") {
  layout::PackedPages pages = itemised(1);
  pages.push_back(page_of({"Allgemeine Bedingungen"}));
  for (int i = 0; i < 7; ++i)
    pages.push_back(page_of(
        {"Allgemeine Bedingungen", row("7", fmt::format("Pfand {}", i), "2", money(500 + i), money(2 * (500 + i)))}));
  const PageExtraction read = extract_document(pages, kOptions, kShort);
  CHECK(read.invoice.lines.size() == kRows);
  CHECK(read.evidence.at("lines[0].net").proof.ends_with("the lines add up"));
}

TEST_CASE("a page says its place among thousands, and a year is no place") {
  CHECK(reading::page_mark(page_of({"Seite 1750 von 2000"})) == std::pair(1750, 2000));
  CHECK(reading::page_mark(page_of({"Seite 2026"})) == std::pair(0, 0));
}
