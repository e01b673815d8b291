#include "core/decimal.h"

#include <doctest/doctest.h>

using ap::Decimal;
using ap::Rounding;

static Decimal dec(std::string_view text) { return Decimal::parse(text).value(); }

TEST_CASE("a decimal keeps the scale it was written with") {
  for (auto text : {"0", "0.00", "-0.5", "100.00", "123456789012345678901234567890.12345678"})
    CHECK(dec(text).str() == text);
  CHECK(dec("100") == dec("100.00"));
  CHECK(dec("007.50").str() == "7.50");
}

TEST_CASE("what is no plain decimal is refused") {
  for (auto text : {"", "-", ".5", "5.", "1e3", "1,5", " 1", "+1", "1.2.3", "--1", "NaN"})
    CHECK_FALSE(Decimal::parse(text));
  CHECK_FALSE(Decimal::parse("123456789012345678901234567890123456789"));
  CHECK(Decimal::parse_xs(" +.5 ") == dec("0.5"));
  CHECK(Decimal::parse_xs("5.") == dec("5"));
  CHECK_FALSE(Decimal::parse_xs("+-5"));
}

TEST_CASE("numbers are read and written the same on both sides of what 64 bits hold") {
  for (std::size_t digits = 1; digits <= 38; ++digits) {
    const std::string text = std::string("98765432109876543210987654321098765432").substr(0, digits);
    CHECK(dec(text).str() == text);
    CHECK(dec("-" + text).str() == "-" + text);
    CHECK(dec("000" + text).str() == text);
    for (std::size_t point = 1; point < digits; ++point) {
      const std::string parted = text.substr(0, point) + "." + text.substr(point);
      CHECK(dec(parted).str() == parted);
      CHECK_FALSE(Decimal::parse(parted + "x"));
      CHECK_FALSE(Decimal::parse(parted + ".1"));
    }
  }
  CHECK(dec("0." + std::string(37, '0') + "1").str() == "0." + std::string(37, '0') + "1");
}

TEST_CASE("arithmetic is exact") {
  CHECK(dec("0.1") + dec("0.2") == dec("0.3"));
  CHECK(dec("185.76") + dec("14.29") == dec("200.05"));
  CHECK((dec("2.675") * dec("100")).str() == "267.500");
  CHECK((dec("1.00") - dec("2.5")).str() == "-1.50");
  CHECK(dec("-3") < dec("-2.9999"));
  CHECK(dec("99999999999999999999999999999999999999") > dec("0.00000000000000000000000000000000000001"));
}

TEST_CASE("rounding is named") {
  CHECK(dec("0.125").rounded(2).str() == "0.13");
  CHECK(dec("-0.125").rounded(2).str() == "-0.13");
  CHECK(dec("-0.125").rounded(2, Rounding::half_to_plus_inf).str() == "-0.12");
  CHECK(dec("0.125").rounded(2, Rounding::half_to_plus_inf).str() == "0.13");
  CHECK(dec("0.125").rounded(2, Rounding::half_even).str() == "0.12");
  CHECK(dec("0.135").rounded(2, Rounding::half_even).str() == "0.14");
  CHECK(dec("0.129").rounded(2, Rounding::down).str() == "0.12");
  CHECK(dec("5").rounded(2).str() == "5.00");
  CHECK(Decimal::divide(dec("2"), dec("3"), 4).str() == "0.6667");
  CHECK(Decimal::divide(dec("-1"), dec("8"), 2, Rounding::half_to_plus_inf).str() == "-0.12");
  CHECK_THROWS_AS(Decimal::divide(dec("1"), dec("0.00"), 2), std::domain_error);
}

TEST_CASE("what does not fit throws instead of wrapping") {
  Decimal big = dec("99999999999999999999999999999999999999");
  CHECK_THROWS_AS(big * big, ap::DecimalOverflow);
  CHECK_THROWS_AS(big + dec("0.01"), ap::DecimalOverflow);
}
