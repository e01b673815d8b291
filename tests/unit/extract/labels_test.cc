#include "extract/labels.h"

#include <doctest/doctest.h>

#include "extract/relate.h"
#include "extract/text.h"
#include "unit/extract/pages.h"

using namespace ap;
using namespace ap::extract;
using namespace ap::extract::reading;

TEST_CASE("text is folded to lower case without accents") {
  CHECK(fold("Fällig am Straße") == "fallig am strasse");
  CHECK(fold("N° Łódź Ørsted Œuvre") == "no lodz orsted oeuvre");
  CHECK(fold("’–\u00a0x") == "'- x");
  CHECK(plain("Ärger ŁÓ") == "Arger LO");
}

TEST_CASE("the longest phrase at a place is the label") {
  std::vector<layout::Page> pages = {page_of({"Invoice number: 17"})};
  Sheet sheet = build_sheet(pages);
  Labels labels = find_labels(sheet);
  REQUIRE(labels.hits.size() == 1);
  CHECK(labels.hits[0].role == Role::number);
  CHECK(labels.hits[0].colon);
}

TEST_CASE("letters with points between them are one word") {
  std::vector<layout::Page> pages = {page_of({"A.B.N.: 50 515 481 765"})};
  Sheet sheet = build_sheet(pages);
  CHECK(find_labels(sheet).has(0, Role::vat_id));
}

TEST_CASE("an identifier that begins like a label is none") {
  std::vector<layout::Page> pages = {page_of({"Your ref. PO-49758"})};
  Sheet sheet = build_sheet(pages);
  Labels labels = find_labels(sheet);
  CHECK(labels.has(0, Role::buyer_reference));
  CHECK_FALSE(labels.has(0, Role::order));
}

TEST_CASE("the language is that of most words") {
  auto language = [](const std::vector<std::string_view>& lines) {
    std::vector<layout::Page> pages = {page_of(lines)};
    return find_labels(build_sheet(pages)).language;
  };
  CHECK(language({"Rechnungsnummer: 1", "Zahlbar innerhalb 14 Tagen"}) == "de");
  CHECK(language({"Fakturanummer: 1", "Betales senest", "Momsbelob"}) == "da");
  CHECK(language({"Numer faktury 1", "Termin platnosci"}) == "pl");
  CHECK(language({"qwrt zxcv"}) == "");
}

TEST_CASE("the value of a label is looked for behind, beside and below it") {
  std::vector<layout::Page> pages = {
      page_of({"Invoice number        Invoice date", "INV-7                 05.06.2018"})};
  Sheet sheet = build_sheet(pages);
  Labels labels = find_labels(sheet);
  auto found = places(sheet, labels, labels.hits[0]);
  REQUIRE(found.size() == 1);
  CHECK(found[0].relation == Relation::below);
  CHECK(sheet.cell_text(found[0].cell) == "INV-7");
}
