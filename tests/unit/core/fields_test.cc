#include "core/fields.h"

#include <doctest/doctest.h>

#include <algorithm>

TEST_CASE("fields are read and set by path") {
  ap::Invoice invoice;
  CHECK(ap::set_field(invoice, "totals.gross", "119.00"));
  CHECK(ap::set_field(invoice, "lines[0].net", "100.00"));
  CHECK(ap::set_field(invoice, "seller.address.city", "Ulm"));
  CHECK(ap::set_field(invoice, "issue_date", "2026-11-02"));
  CHECK(ap::set_field(invoice, "payee.name", "Factor"));
  CHECK(*ap::get_field(invoice, "totals.gross") == "119.00");
  CHECK(*ap::get_field(invoice, "lines[0].net") == "100.00");
  CHECK(invoice.seller.address.city == "Ulm");
  CHECK(invoice.payee->name == "Factor");
  auto present = ap::present_fields(invoice);
  CHECK(std::count(present.begin(), present.end(), "lines[0].net") == 1);
  CHECK(ap::set_field(invoice, "payee.name", ""));
  CHECK_FALSE(invoice.payee);
}

TEST_CASE("a wrong path or value is refused and changes nothing") {
  ap::Invoice invoice;
  CHECK(ap::set_field(invoice, "totals.grand", "1").error() == "no field 'totals.grand' in an invoice");
  CHECK_FALSE(ap::set_field(invoice, "totals", "1"));
  CHECK_FALSE(ap::set_field(invoice, "lines[3].net", "1"));
  CHECK_FALSE(ap::set_field(invoice, "lines[x].net", "1"));
  CHECK_FALSE(ap::set_field(invoice, "totals.gross", "1,5"));
  CHECK_FALSE(ap::set_field(invoice, "issue_date", "2026-02-30"));
  CHECK(invoice == ap::Invoice());
}
