#include "extract/lines_words.h"

#include <doctest/doctest.h>

#include "extract/lines_tokens.h"
#include "unit/extract/page_builder.h"

using namespace ap::extract;
using namespace ap::extract::lines;

static std::vector<NumberToken> tokens(const std::string& row) {
  auto lines = ap::layout::text_lines(ap::test::printed_page({row}));
  return number_tokens(lines, 0);
}

TEST_CASE("words are compared without case, accents and signs") {
  CHECK(fold("Stückpreis (€)") == "stuckpreis");
  CHECK(fold("P.U. HT") == "p u ht");
  CHECK(fold("Straße Øre Łódź Œuvre") == "strasse ore lodz oeuvre");
  CHECK(fold("  % Rem. ") == "% rem");
  CHECK(fold("m²") == "m²");
}

TEST_CASE("headings of eleven languages have their roles") {
  for (auto label : {"unit price", "einzelpreis", "prix unitaire", "precio unitario", "prezzo unitario", "stukprijs",
                     "cena jednostkowa", "preco unitario", "a pris", "enhedspris", "cena za mj"})
    CHECK_MESSAGE(roles_of_heading(label).front() == Role::unit_price, label);
  for (auto label :
       {"qty", "menge", "quantite", "cantidad", "quantita", "aantal", "ilosc", "quantidade", "antal", "mnozstvi"})
    CHECK_MESSAGE(roles_of_heading(label).front() == Role::quantity, label);
  CHECK(roles_of_heading("telephone").empty());
  CHECK(roles_of_heading("prix ht") == std::vector<Role>{Role::unit_price, Role::net});
}

TEST_CASE("row words tell sums, carried sums, taxes and discounts apart") {
  CHECK(row_words("summe netto").total);
  CHECK(row_words("zzgl mwst 19%").tax);
  CHECK(row_words("a reporter").carried);
  CHECK(row_words("sconto 5%").discount);
  CHECK(row_words("frais de port").charge);
  RowWords plain = row_words("blue widget");
  CHECK_FALSE((plain.total || plain.tax || plain.carried || plain.discount || plain.charge || plain.payment));
}

TEST_CASE("printed units become codes") {
  CHECK(unit_code("Stk.") == "H87");
  CHECK(unit_code("m²") == "MTK");
  CHECK(unit_code("Stunden") == "HUR");
  CHECK(unit_code("C62") == "C62");
  CHECK_FALSE(unit_code("widget"));
}

TEST_CASE("a number over several words is one token") {
  auto t = tokens("12 345,67 €");
  REQUIRE(t.size() == 1);
  CHECK(t[0].amount.as(NumberStyle::comma)->str() == "12345.67");
  CHECK(t[0].amount.currency == "EUR");
  CHECK(tokens("3    450,00").size() == 2);
}

TEST_CASE("a number knows whether it stands in a phrase") {
  auto t = tokens("1 Amboss 250 kg schwer        3 Stk       12,00");
  REQUIRE(t.size() == 4);
  CHECK(t[0].stand == Stand::leading);
  CHECK(t[1].stand == Stand::embedded);
  CHECK(t[2].stand == Stand::free);
  CHECK(t[2].unit == "Stk");
  CHECK(t[3].stand == Stand::free);
  CHECK(tokens("COFFEE 3.50")[0].stand == Stand::trailing);
}

TEST_CASE("dates and times are no numbers") { CHECK(tokens("01.02.2026  12:30  2026-02-01").empty()); }

TEST_CASE("a point that stands alone in print of fixed pitch does not end a recognised amount") {
  auto read = [](const std::string& row, ap::Confidence confidence) {
    ap::layout::Page page = ap::test::printed_page({row});
    for (ap::layout::Word& word : page.words) word.confidence = confidence;
    std::string out;
    auto lines = ap::layout::text_lines(page);
    for (const NumberToken& token : number_tokens(lines, 0)) out += token.amount.readings.front().value.str() + ";";
    return out;
  };
  CHECK(read("Cabling 386. 70", 900) == "386.70;");
  CHECK(read("Cabling 13,085. 28", 900) == "13085.28;");
  CHECK(read("12. 50 Cabling", 900) == "50;");
  CHECK(read("Cabling 386. 70", 1000) == "70;");
}
