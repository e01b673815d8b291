#include "core/master_kinds.h"

#include <doctest/doctest.h>

#include <set>

using namespace ap;

namespace {

MasterRow vendor_row(std::initializer_list<std::pair<const std::string, std::string>> more = {}) {
  MasterRow row{{"vendor_id", "V1"}, {"name", "Alpha"}};
  for (const auto& [name, value] : more) row[name] = value;
  return row;
}

std::string refusal(MasterKind kind, const MasterRow& row) {
  auto checked = checked_row(kind, row);
  return checked ? "" : checked.error();
}

}  // namespace

TEST_CASE("every kind has a key, columns that differ, and an example that is taken") {
  for (const MasterKindInfo& info : master_kinds()) {
    CHECK(master_kind_from(info.name) == info.kind);
    CHECK(to_string(info.kind) == info.name);
    std::set<std::string_view> names;
    MasterRow row;
    for (const Column& column : columns_of(info.kind)) {
      CHECK(names.insert(column.name).second);
      row[std::string(column.name)] = column.example;
    }
    CHECK(refusal(info.kind, row) == "");
    CHECK(master_key(info.kind, row).find_first_not_of(' ') != std::string::npos);
    CHECK_FALSE(master_marks(info.kind, {row}).empty());
  }
  CHECK_FALSE(master_kind_from("bananas"));
}

TEST_CASE("values are brought to one form, and defaults are left out") {
  auto row = checked_row(MasterKind::vendors, vendor_row({{"name", " Alpha "},
                                                          {"iban", "de89 3704 0044 0532 0130 00| "},
                                                          {"currency", "eur|usd"},
                                                          {"status", "Active"},
                                                          {"terms_days", "30.00"},
                                                          {"order_required", "no"},
                                                          {"country", "de"}}));
  REQUIRE(row);
  CHECK(*row == vendor_row({{"iban", "DE89370400440532013000"},
                            {"currency", "EUR|USD"},
                            {"status", "active"},
                            {"terms_days", "30"},
                            {"country", "DE"}}));
  Vendor vendor = vendor_from({*row});
  CHECK(vendor.currencies == std::vector<std::string>{"EUR", "USD"});
  CHECK(vendor.terms_days == Decimal(30));
  CHECK_FALSE(vendor.order_required);
  CHECK(vendor_from({vendor_row()}).status == "active");
}

TEST_CASE("what is wrong is refused with column and reason") {
  CHECK(refusal(MasterKind::vendors, {{"vendor_id", "V1"}}) == "name is missing");
  CHECK(refusal(MasterKind::vendors, vendor_row({{"iban", "DE00370400440532013000"}})) ==
        "iban 'DE00370400440532013000' is wrong: its check digits do not agree with the rest");
  CHECK(refusal(MasterKind::vendors, vendor_row({{"vat_id", "DE136695977"}})) ==
        "vat_id 'DE136695977' is wrong: its check digits do not agree");
  CHECK(refusal(MasterKind::vendors, vendor_row({{"currency", "EURO"}})) == "currency 'EURO' is no ISO 4217 code");
  CHECK(refusal(MasterKind::vendors, vendor_row({{"status", "gone"}})) ==
        "status 'gone' is none of active|inactive|blocked");
  CHECK(refusal(MasterKind::vendors, vendor_row({{"terms_days", "1.000,5"}})) ==
        "terms_days '1.000,5' is no number; write it as 1234.50");
  CHECK(refusal(MasterKind::accounts, {{"vendor_id", "V1"},
                                       {"iban", "DE89370400440532013000"},
                                       {"confirmed_by", "jana"},
                                       {"confirmed_on", "3.1.2024"}}) ==
        "confirmed_on '3.1.2024' is no day; write it as 2026-11-30");
  CHECK(refusal(MasterKind::periods, {{"start", "2026-10-01"}, {"end", "2026-09-30"}}) == "end lies before start");
  CHECK(refusal(MasterKind::periods, {{"start", "2026-10-01"}, {"end", "2026-10-01"}}) == "");
}

TEST_CASE("rows of one order join when their heads agree") {
  MasterRow first{{"purchase_order", "PO-7"}, {"vendor_id", "V1"}, {"currency", "EUR"}, {"line", "1"}};
  MasterRow second = first, other = first, again = first;
  second["line"] = "2";
  other["line"] = "3";
  other["currency"] = "USD";
  CHECK(joins(MasterKind::orders, {first}, second));
  CHECK(joins(MasterKind::orders, {first}, other).error() == "currency is 'USD' here and 'EUR' on an earlier line");
  CHECK(joins(MasterKind::orders, {first}, again).error() == "line '1' of the order stands there already");
  CHECK(joins(MasterKind::vendors, {vendor_row()}, vendor_row()).error() == "the same item stands on an earlier line");
  PurchaseOrder order = order_from({first, second});
  CHECK(order.lines.size() == 2);
  CHECK(order.status == "open");
  CHECK(order.lines[1].receipt_required);
}

TEST_CASE("tax numbers are the same with and without the letters of their country") {
  CHECK(same_tax_number("ESA90995028", "a 90995028"));
  CHECK(same_tax_number("PL6190363162", "619-036-31-62"));
  CHECK_FALSE(same_tax_number("ESA90995028", "FRA90995028"));
  CHECK_FALSE(same_tax_number("", ""));
  CHECK(tax_marks("ESA90995028") == std::vector<std::string>{"tax:ESA90995028", "tax:A90995028"});
  CHECK(tax_marks("83-3550881") == std::vector<std::string>{"tax:833550881"});
}

TEST_CASE("orders are the same whatever blanks, signs, prefixes and leading zeros") {
  for (auto text : {"PO-75354", "po 75354", "75354", "0075354", "PO Nr. 75354", "Bestellung 75354"})
    CHECK(normalized_order(text) == "75354");
  CHECK(normalized_order("2026/848-EK") == "2026848EK");
  CHECK(normalized_order("POTATO") == "POTATO");
  CHECK(normalized_order("--") == "");
  CHECK(order_mark("--") == "");
}
