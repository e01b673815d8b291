#include "stages/einvoice_evidence.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/field_values.h"

using namespace ap;

namespace {

Invoice long_invoice(int lines) {
  Invoice invoice;
  invoice.number = "R-17";
  invoice.currency = "EUR";
  invoice.seller.name = "Weserfunk GmbH";
  invoice.seller.address.city = "Bremen";
  invoice.buyer.vat_id = "DE123456788";
  invoice.payee.emplace().name = "Factor AG";
  invoice.totals.gross = Decimal::parse("119.00");
  invoice.taxes.resize(2);
  invoice.taxes[1].category = "S";
  invoice.allowances_charges.resize(1);
  for (int i = 0; i < lines; ++i) {
    Line& line = invoice.lines.emplace_back();
    line.id = std::to_string(i + 1);
    if (i % 3 == 0) line.description = "Cable";
    line.net = Decimal(i);
  }
  return invoice;
}

}  // namespace

TEST_CASE("every value of an e-invoice is packed as its own evidence, in the order of the paths") {
  for (int lines : {0, 1, 9, 10, 11, 101, 1203}) {
    const Invoice invoice = long_invoice(lines);
    ContentPrinter printer, by_hand;
    const EvidenceMap evidence = evidence_of_einvoice(invoice, printer);
    std::vector<FieldValue> values = field_values(invoice);
    for (const FieldValue& value : values) by_hand.add(value.value);
    CHECK(printer.finish() == by_hand.finish());
    std::ranges::sort(values, {}, &FieldValue::path);
    const CertainValues& packed = evidence.packed();
    REQUIRE(packed.places().size() == values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
      CHECK(packed.path(packed.places()[i]) == values[i].path);
      CHECK(packed.value(packed.places()[i]) == values[i].value);
    }
  }
}
