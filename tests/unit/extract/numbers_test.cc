#include <doctest/doctest.h>

#include "extract/amounts.h"
#include "unit/extract/pages.h"

using namespace ap;
using namespace ap::extract;
using namespace ap::extract::reading;

namespace {

std::string first(std::string_view text) {
  auto number = parse_number(text);
  return number.readings.empty() ? "" : number.readings[0].value.str();
}

Amounts amounts_of(const std::vector<layout::Page>& pages, std::string_view language) {
  Sheet sheet = build_sheet(pages);
  return find_amounts(sheet, std::vector<bool>(sheet.tokens.size()), language);
}

}  // namespace

TEST_CASE("a number with one reading is read so whatever the convention") {
  CHECK(first("1.234,56") == "1234.56");
  CHECK(first("1,234.56") == "1234.56");
  CHECK(first("1'234.56") == "1234.56");
  CHECK(first("12,34,567.00") == "1234567.00");
  CHECK(first("0,5") == "0.5");
  CHECK(first("1.234.567") == "1234567");
}

TEST_CASE("a point that recognition made a comma still groups thousands, on pages it read") {
  auto page = page_of({"Netto 1,252,16", "Brutto 24.175.55", "Artikel 1,25,16"});
  for (layout::Word& word : page.words) word.confidence = 900;
  const Amounts amounts = amounts_of({page}, "de");
  REQUIRE(amounts.list.size() == 2);
  CHECK(amounts.list[0].value == *Decimal::parse("1252.16"));
  CHECK(amounts.list[1].value == *Decimal::parse("24175.55"));
  CHECK(amounts_of({page_of({"Netto 1,252,16"})}, "de").list.empty());
}

TEST_CASE("a number that may be a thousand or a decimal keeps both readings") {
  auto number = parse_number("1.234");
  REQUIRE(number.readings.size() == 2);
  CHECK(number.readings[0].value == *Decimal::parse("1234"));
  CHECK(number.readings[1].value == *Decimal::parse("1.234"));
}

TEST_CASE("signs, currencies and dashes around a number are understood") {
  CHECK(first("-50,00") == "-50.00");
  CHECK(first("50,00-") == "-50.00");
  CHECK(first("(35,13)") == "-35.13");
  CHECK(first("€1.420,00") == "1420.00");
  CHECK(first("RM60.30") == "60.30");
  CHECK(first("120,-") == "120");
  CHECK(parse_number("19,00%").percent);
  CHECK(parse_number("EUR269,80").currency_code == "EUR");
}

TEST_CASE("words that are no numbers give none") {
  CHECK(first("05.06.2018") == "");
  CHECK(first("A4") == "");
  CHECK(first("12:30") == "");
  CHECK(first("1.23.456,7") == "");
  CHECK(first("") == "");
}

TEST_CASE("the convention of the document settles what one number leaves open") {
  auto comma = amounts_of({page_of({"Menge 1.234", "Summe 99,50", "Total 1.333,50"})}, "en");
  CHECK(comma.mark == Mark::comma);
  CHECK(comma.list[0].value == *Decimal::parse("1234"));
  auto point = amounts_of({page_of({"Qty 1.234", "Sum 99.50", "Total 1,333.50"})}, "de");
  CHECK(point.mark == Mark::point);
  CHECK(point.list[0].value == *Decimal::parse("1.234"));
}

TEST_CASE("a number in groups set apart by blanks is one number") {
  auto amounts = amounts_of({page_of({"Celkem   1 693 505,37"})}, "cs");
  REQUIRE(amounts.list.size() == 1);
  CHECK(amounts.list[0].value.str() == "1693505.37");
}

TEST_CASE("numbers of two columns are two numbers") {
  auto amounts = amounts_of({page_of({"10    225,00"})}, "cs");
  CHECK(amounts.list.size() == 2);
}

TEST_CASE("a speck before the minus, and no figure before the mark") {
  REQUIRE(parse_number(",-440,51").readings.size() == 1);
  CHECK(parse_number(",-440,51").readings[0].value.str() == "-440.51");
  REQUIRE(parse_number(".50").readings.size() == 1);
  CHECK(parse_number(".50").readings[0].value.str() == "0.50");
}
