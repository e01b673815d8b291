#include "extract/amount_reading.h"

#include <doctest/doctest.h>

using namespace ap::extract;

// All readings as "value/style" in order: c comma, p point, a any.
static std::string readings(std::string_view text) {
  auto amount = read_amount(text);
  if (!amount) return "none";
  std::string out;
  for (const AmountReading& r : amount->readings) {
    if (!out.empty()) out += " ";
    out += r.value.str() + (r.style == NumberStyle::comma ? "/c" : r.style == NumberStyle::point ? "/p" : "/a");
  }
  return out;
}

TEST_CASE("a number with one decimal sign and two decimals has one reading") {
  CHECK(readings("12,50") == "12.50/c");
  CHECK(readings("12.50") == "12.50/p");
  CHECK(readings(".50") == "0.50/p");
  CHECK(readings("3,3333") == "3.3333/c");
  CHECK(readings("12") == "12/a");
}

TEST_CASE("a sign before three digits is a thousand or a decimal") {
  CHECK(readings("1.234") == "1234/c 1.234/p");
  CHECK(readings("1,234") == "1234/p 1.234/c");
  CHECK(readings("0,123") == "0.123/c");
  CHECK(readings("1234,567") == "1234.567/c");
}

TEST_CASE("groups by every usual sign are read") {
  CHECK(readings("1.234,56") == "1234.56/c");
  CHECK(readings("1,234.56") == "1234.56/p");
  CHECK(readings("1 234,56") == "1234.56/c");
  CHECK(readings("1\u202f234\u00a0567,00") == "1234567.00/c");
  CHECK(readings("1'234.56") == "1234.56/p");
  CHECK(readings("12\u2019345.00") == "12345.00/p");
  CHECK(readings("1.234.567") == "1234567/c");
  CHECK(readings("1,23,456.00") == "123456.00/p");
  CHECK(readings("12 345") == "12345/a");
}

TEST_CASE("signs and dashes around the digits are understood") {
  CHECK(readings("-5,00") == "-5.00/c");
  CHECK(readings("5,00-") == "-5.00/c");
  CHECK(readings("\u2212"
                 "1.234,00") == "-1234.00/c");
  CHECK(readings("(1,234.00)") == "-1234.00/p");
  CHECK(readings("- € 5.00") == "-5.00/p");
  CHECK(readings("100,-") == "100/a");
  CHECK(readings("1'200.--") == "1200/a");
  CHECK(readings("100,\u2013") == "100/a");
}

TEST_CASE("currency, per cent and tax letters are taken off and kept") {
  CHECK(read_amount("€12.00")->currency == "EUR");
  CHECK(read_amount("12,00 €")->currency == "EUR");
  CHECK(read_amount("RM5.00")->currency == "MYR");
  CHECK(read_amount("1 200,00 Kč")->currency == "CZK");
  CHECK(read_amount("$1,234.00")->currency == "$");
  CHECK(read_amount("19 %")->percent);
  CHECK(read_amount("7.00A")->suffix == "A");
  CHECK(read_amount("7.00 SR")->suffix == "SR");
  CHECK(readings("7.00*") == "7.00/p");
}

TEST_CASE("what is no number is refused") {
  for (auto text : {"", "-", "€", "A12", "12AB34", "1.2.3", "12.345.67", "01.02.2026", "1,2,3", "12:30", "1 23,00",
                    "DE12345", "12/345", "3x4", "1..2", "12345678901234"})
    CHECK_MESSAGE(readings(text) == "none", text);
}

TEST_CASE("a reading is chosen by the convention of the document") {
  CHECK(read_amount("1.234")->as(NumberStyle::comma)->str() == "1234");
  CHECK(read_amount("1.234")->as(NumberStyle::point)->str() == "1.234");
  CHECK_FALSE(read_amount("12,50")->as(NumberStyle::point));
  CHECK(read_amount("12")->as(NumberStyle::point)->str() == "12");
}

TEST_CASE("the usual convention is the one of the unambiguous amounts") {
  CHECK(usual_style({"12,50", "1.234", "7,00"}) == NumberStyle::comma);
  CHECK(usual_style({"12.50", "1,234.00"}) == NumberStyle::point);
  CHECK(usual_style({"12.50", "12,50"}) == NumberStyle::any);
  CHECK(usual_style({"12", "1.234"}) == NumberStyle::any);
}
