#include "rules/controls/vendor_identity.h"

#include <doctest/doctest.h>

using namespace ap::rules;

namespace {
VendorIdentity firm(const char* tax, const char* iban, const char* name) {
  return vendor_identity(tax, "", iban, name);
}
}  // namespace

TEST_CASE("one vendor is told by tax number, account or name") {
  auto a = firm("DE136695976", "DE89370400440532013000", "Muster & Sohn GmbH");
  CHECK(compare_vendors(a, firm("DE 136695976", "", "")).by == "tax number DE136695976");
  CHECK(compare_vendors(a, firm("", "DE89 3704 0044 0532 0130 00", "")).by == "account DE89370400440532013000");
  CHECK(compare_vendors(a, firm("", "", "MUSTER & SOHN G.m.b.H. & Co. KG")).by == "seller Muster & Sohn GmbH");
  CHECK(compare_vendors(a, firm("", "", "")).match == VendorMatch::unknown);
  CHECK(compare_vendors(a, firm("", "", "Other Ltd")).match == VendorMatch::different);
}

TEST_CASE("two records of one vendor agree in something and differ in something else") {
  auto a = firm("DE136695976", "DE89370400440532013000", "Muster Logistik GmbH");
  CHECK_FALSE(compare_vendors(a, a).conflict);
  auto other_tax = compare_vendors(a, firm("DE811569869", "DE89370400440532013000", "Muster Logistik GmbH"));
  CHECK(other_tax.match == VendorMatch::same);
  CHECK(other_tax.conflict);
  auto other_name = compare_vendors(a, firm("DE136695976", "", "Quelle Versand"));
  CHECK(other_name.match == VendorMatch::same);
  CHECK(other_name.conflict);
  // Another account alone is no other record: firms have several.
  CHECK_FALSE(compare_vendors(a, firm("DE136695976", "FR7630006000011234567890189", "Muster Logistik")).conflict);
}

TEST_CASE("names and tax numbers that were misread are alike") {
  auto a = firm("DE136695976", "", "Muster Logistik GmbH");
  CHECK(compare_vendors(a, firm("", "", "Muster Logistlk")).match == VendorMatch::alike);
  CHECK(compare_vendors(a, firm("DE136695916", "", "")).match == VendorMatch::alike);
  CHECK(compare_vendors(a, firm("DE136695911", "", "")).match == VendorMatch::different);  // two characters
  CHECK(compare_vendors(firm("", "", "Bau AG"), firm("", "", "Bax AG")).match == VendorMatch::different);  // too short
}
