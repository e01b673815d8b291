#include <doctest/doctest.h>

#include <string>

#include "core/codes.h"
#include "core/identifiers.h"

using namespace ap;

TEST_CASE("an IBAN is accepted as people print it") {
  for (const char* iban :
       {"DE89 3704 0044 0532 0130 00", "gb82 west 1234 5698 7654 32", "FR14 2004 1010 0505 0001 3M02 606",
        "NL91ABNA0417164300", "CH9300762011623852957", "BE68-5390-0754-7034", "NO9386011117947",
        "MT84MALT011000012345MTLCAST001S", "AT61\u00A01904\u00A03002\u00A03457\u00A03201"})
    CHECK_MESSAGE(valid_iban(iban), std::string(iban));
}

TEST_CASE("a wrong IBAN is refused with the reason") {
  CHECK(check_iban("DE89370400440532013001").error() == "its check digits do not agree with the rest");
  CHECK(check_iban("DE8937040044053201300").error() == "an IBAN of DE has 22 characters, this one has 21");
  CHECK(check_iban("ZZ89370400440532013000").error() == "'ZZ' is no country that has IBANs");
  CHECK(check_iban("GB82123412345698765432").error().find("letters and digits") == 0);
  CHECK_FALSE(valid_iban(""));
  CHECK_FALSE(valid_iban("DE"));
  CHECK_FALSE(valid_iban("89370400440532013000"));
  // Swapping any two neighbours that differ breaks the check digits.
  std::string good = "DE89370400440532013000";
  for (std::size_t i = 4; i + 1 < good.size(); ++i) {
    std::string swapped = good;
    std::swap(swapped[i], swapped[i + 1]);
    if (swapped != good) CHECK_FALSE(valid_iban(swapped));
  }
}

TEST_CASE("only 02 to 98 are check digits of an IBAN") {
  // 97 + 1 = 98: a number whose true digits are 98 also satisfies the remainder with 01.
  int accepted = 0;
  for (int account = 0; account < 200; ++account) {
    std::string tail = "370400440532" + std::to_string(100000 + account);
    for (const char* check : {"00", "01", "99"}) accepted += valid_iban(std::string("DE") + check + tail);
  }
  CHECK(accepted == 0);
}

TEST_CASE("a QR-IBAN is told by its institution number") {
  CHECK(is_qr_iban("CH44 3199 9123 0008 8901 2"));
  CHECK_FALSE(is_qr_iban("CH9300762011623852957"));
  CHECK_FALSE(is_qr_iban("DE89370400440532013000"));
}

TEST_CASE("a BIC needs its form and a country that exists") {
  CHECK(check_bic("DEUTDEFF"));
  CHECK(check_bic("deut de ff 500"));
  CHECK(bic_country("COBADEFFXXX") == "DE");
  CHECK_FALSE(check_bic("DEUTDEF"));
  CHECK_FALSE(check_bic("DEUTZZFF"));
  CHECK_FALSE(check_bic("DEUT1EFF"));
  CHECK(bic_country("DEUT1EFF").empty());
}

TEST_CASE("routing numbers, GTIN, GLN and LEI carry check digits") {
  CHECK(check_aba("021000021"));
  CHECK_FALSE(check_aba("021000012"));
  CHECK_FALSE(check_aba("000000000"));
  CHECK(check_gtin("4006381333931"));
  CHECK(check_gtin("96385074"));
  CHECK(check_gtin("036000291452"));
  CHECK_FALSE(check_gtin("4006381333930"));
  CHECK_FALSE(check_gtin("400638133393"));
  CHECK(check_gln("4012345000009"));
  CHECK_FALSE(check_gln("4012345000008"));
  CHECK(check_lei("5493001KJTIIGC8Y1R12"));
  CHECK_FALSE(check_lei("5493001KJTIIGC8Y1R13"));
}

TEST_CASE("currencies know their smallest unit") {
  CHECK(minor_units("EUR") == 2);
  CHECK(minor_units("JPY") == 0);
  CHECK(minor_units("KWD") == 3);
  CHECK(known_currency("CHF"));
  CHECK_FALSE(known_currency("EU "));
  CHECK_FALSE(known_currency("UR "));
  CHECK_FALSE(known_currency("eur"));
  CHECK(known_country("DE"));
  CHECK_FALSE(known_country("ZZ"));
  CHECK_FALSE(known_country("D"));
}
