#include <doctest/doctest.h>

#include <string>

#include "core/identifiers.h"

using namespace ap;
using enum ReferenceScheme;

namespace {

void check_pair(ReferenceScheme scheme, const std::string& good, const std::string& bad) {
  CHECK_MESSAGE(check_reference(good, scheme).has_value(), good);
  CHECK_MESSAGE(!check_reference(bad, scheme).has_value(), bad);
}

}  // namespace

TEST_CASE("each structured reference has a number that passes and one that does not") {
  check_pair(iso11649, "RF18 5390 0754 7034", "RF18 5390 0754 7035");
  check_pair(iso11649, "RF18000000000539007547034", "RF18");
  check_pair(swiss_qrr, "21 00000 00003 13947 14300 09017", "21 00000 00003 13947 14300 09016");
  check_pair(swiss_qrr, "000000000000000000000000000", "2100000000031394714300090");
  check_pair(belgian, "+++090/9337/55493+++", "+++090/9337/55494+++");
  check_pair(belgian, "***000/0000/09797***", "***000/0000/09700***");
  check_pair(finnish, "1234561", "1234562");
  check_pair(finnish, "1232", "123");
  check_pair(estonian, "1234561", "1234560");
  check_pair(norwegian, "12345674", "12345675");
  check_pair(norwegian, "1234567892", "1234567893");
  check_pair(swedish, "1234567897", "1234567896");
  check_pair(danish, "+71<000000000001230+12345678<", "+71<000000000001231+12345678<");
  check_pair(danish, "+75<0000000000012302+12345678<", "+71<123+12345678<");
  check_pair(dutch, "8234567890123456", "2234567890123456");
}

TEST_CASE("the scheme is told by the mark, else by the account") {
  CHECK(reference_scheme("RF18 5390 0754 7034", "") == iso11649);
  CHECK(reference_scheme("+++090/9337/55493+++", "") == belgian);
  CHECK(reference_scheme("+71<000000000001230+12345678<", "") == danish);
  CHECK(reference_scheme("21 00000 00003 13947 14300 09017", "CH4431999123000889012") == swiss_qrr);
  CHECK(reference_scheme("1234561", "FI2112345600000785") == finnish);
  CHECK(reference_scheme("1234561", "DE89370400440532013000") == none);
  CHECK(reference_scheme("090933755493", "BE68539007547034") == belgian);
  CHECK(reference_scheme("RE-2026-17", "FI2112345600000785") == none);
  CHECK(reference_scheme("RFQ 2026", "") == none);
  CHECK(reference_scheme("", "") == none);
  CHECK(check_reference("any words", none));
}
