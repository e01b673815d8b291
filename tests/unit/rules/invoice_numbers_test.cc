#include "rules/controls/invoice_numbers.h"

#include <doctest/doctest.h>

using namespace ap::rules;

TEST_CASE("numbers are compared without signs, prefixes and leading zeros") {
  CHECK(normalized_number("Inv. No. 00-4711") == "4711");
  CHECK(normalized_number("RE-2026/017") == "2026017");
  CHECK(normalized_number("invoice #4711") == "4711");
  CHECK(normalized_number("Rechnung Nr. 12") == "12");
  CHECK(normalized_number("REX-17") == "REX17");
  CHECK(normalized_number("NOVA") == "NOVA");
  CHECK(normalized_number("0000") == "0000");
  CHECK(normalized_number("INV-4321A") == "4321A");
  CHECK(normalized_number("INV-4321") != normalized_number("INV-3421"));
  CHECK(normalized_number("") == "");
}

TEST_CASE("the running part of a number stays whatever stands around it") {
  for (const char* number : {"4417", "004417", "RE-2026-004417", "RE-2026-004417-A", "2026/4417", "2026004417", "K4417",
                             "4417-1", "INV-44I7", "4417/26"})
    CHECK_MESSAGE(number_core(number) == "4417", number);
  CHECK(number_core("2026-17") == "17");
  CHECK(number_core("17/2026") == "17");
  CHECK(number_core("2026") == "2026");
  CHECK(number_core("2025002083-2") == "2083");
  CHECK(number_core("RE-2083") == "2083");
  CHECK(number_core("ABC") == "");
  CHECK(number_strength("RE-2026-004417") == 4);
}

TEST_CASE("two numbers relate as copies of one invoice do") {
  auto relation = [](const char* a, const char* b) { return compare_numbers(a, b).relation; };
  CHECK(relation("RE-2026-0017", "re 2026/0017") == NumberRelation::same);
  CHECK(relation("RE-2026-0017", "RE-2026-17") == NumberRelation::confused);
  CHECK(relation("4O17", "4017") == NumberRelation::confused);
  CHECK(relation("INV-1005", "INV-100S") == NumberRelation::confused);
  CHECK(relation("4711", "4711-A") == NumberRelation::extended);
  CHECK(relation("4711", "4711-1") == NumberRelation::extended);
  CHECK(relation("2026-4711", "4711") == NumberRelation::extended);
  CHECK(relation("X-4711", "4711") == NumberRelation::extended);
  CHECK(relation("4711 COPY", "4711") == NumberRelation::extended);
  CHECK(relation("2025-INV0080679", "INV0080679") == NumberRelation::extended);
  CHECK(relation("RER79396", "R79396") == NumberRelation::edited);
  CHECK(relation("RE-100-1", "RE-100-2") != NumberRelation::extended);
  CHECK(relation("INV-4321", "INV-3421") == NumberRelation::edited);
  CHECK(relation("INV3000475", "INV0000475") == NumberRelation::edited);
  CHECK(relation("1NV0074932", "INV0074982") == NumberRelation::edited);
  CHECK(relation("INV-4321", "INV-4921") == NumberRelation::edited);
  CHECK(relation("INV-4321", "INV-44321") == NumberRelation::edited);
  CHECK(relation("20260004417", "20260014427") == NumberRelation::near);
  CHECK(relation("10", "101") == NumberRelation::other);  // too short to be one edit apart
  CHECK(relation("4711", "9283") == NumberRelation::other);
  CHECK(relation("", "4711") == NumberRelation::missing);
}

TEST_CASE("numbers of one sequence are told from altered ones") {
  CHECK(compare_numbers("RE-1041", "RE-1042").neighbours);
  CHECK(compare_numbers("RE-1041", "RE-1051").neighbours);
  CHECK_FALSE(compare_numbers("RE-1041", "RE-1061").neighbours);
  CHECK_FALSE(compare_numbers("RE-1041", "RE-1014").neighbours);  // swapped
  CHECK(compare_numbers("RE-0999", "RE-1000").neighbours);
  CHECK_FALSE(compare_numbers("A-1041", "B-1042").neighbours);
  CHECK_FALSE(compare_numbers("RE-2022-4711", "RE-2023-4711").neighbours);
  CHECK(compare_numbers("RE-4711-1", "RE-4711-2").neighbours);
  CHECK(compare_numbers("2024035811", "2024035840").relation == NumberRelation::other);  // two of one sequence
}
