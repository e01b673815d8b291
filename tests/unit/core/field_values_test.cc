#include "core/field_values.h"

#include <doctest/doctest.h>

#include "core/fields.h"

using namespace ap;

TEST_CASE("one pass gives the same paths and texts as the table of fields") {
  Invoice invoice;
  invoice.number = "RE-17";
  invoice.issue_date = Date::parse("2026-11-02");
  invoice.buyer.address.city = "Köln";
  invoice.payee = Party{
      .name = "Factor", .vat_id = "", .tax_number = "", .registration_id = "", .address = {}, .email = "", .phone = ""};
  invoice.payment.discounts.resize(2);
  invoice.payment.discounts[1].days = Decimal(10);
  invoice.allowances_charges.resize(1);
  invoice.allowances_charges[0].charge = true;
  invoice.allowances_charges[0].amount = Decimal::parse("5.00");
  invoice.lines.resize(2);
  invoice.lines[1].net = Decimal::parse("100.00");
  std::vector<std::string> paths;
  for (const FieldValue& field : field_values(invoice)) {
    paths.push_back(field.path);
    CHECK(get_field(invoice, field.path).value_or("?") == field.value);
    if (field.path == "buyer.address.city") CHECK(field.term == "BT-52");
    if (field.path == "allowances_charges[0].amount") CHECK(field.term == "BT-99");
    if (field.path == "payee.name") CHECK(field.term == "BT-59");
  }
  CHECK(paths == present_fields(invoice));
}
