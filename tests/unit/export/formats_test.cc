#include <doctest/doctest.h>

#include <algorithm>

#include "export/format.h"

using namespace ap;
using namespace ap::exporting;

namespace {

Record sample() {
  Record record;
  record.id = std::string(64, 'a');
  record.source.name = "re-17.pdf";
  record.coding.account = "4400";
  auto& invoice = record.invoice.emplace();
  invoice.number = "RE-17";
  invoice.issue_date = Date::parse("2026-11-02");
  invoice.currency = "EUR";
  invoice.seller.name = "Muster & Söhne, Köln";
  invoice.seller.vat_id = "DE123456789";
  invoice.totals.net = Decimal::parse("100.00");
  invoice.totals.tax = Decimal::parse("19.00");
  invoice.totals.gross = Decimal::parse("119.00");
  invoice.lines.resize(2);
  invoice.lines[0].id = "1";
  invoice.lines[0].description = "Say \"hello\"\nagain";
  invoice.lines[0].quantity = Decimal::parse("2");
  invoice.lines[0].net = Decimal::parse("-100.00");
  return record;
}

std::string row(std::vector<std::string> cells) { return csv_row(cells); }

}  // namespace

TEST_CASE("the header form has one row per invoice, with the amounts as printed") {
  CHECK(csv_document(sample(), true) == std::string(64, 'a') +
                                            ",invoice,RE-17,2026-11-02,,EUR,\"Muster & Söhne, Köln\",DE123456789,,,,,"
                                            "100.00,19.00,119.00,,,4400,,,re-17.pdf\r\n");
}

TEST_CASE("every row has as many cells as the head names") {
  auto commas = [](const std::string& text) { return std::count(text.begin(), text.end(), ','); };
  Record plain;
  plain.invoice.emplace().lines.resize(1);
  CHECK(commas(csv_head("B")) == commas(csv_document(plain, true)));
  CHECK(commas(csv_lines_head("B")) == commas(csv_lines_document(plain, true)));
}

TEST_CASE("the line form has one row per line") {
  auto rows = csv_lines_document(sample(), true);
  CHECK(rows.starts_with(std::string(64, 'a') + ",RE-17,1,\"Say \"\"hello\"\"\nagain\",,2,,,-100.00,,,,4400,\r\n"));
  CHECK(rows.ends_with(std::string(64, 'a') + ",RE-17,,,,,,,,,,,4400,\r\n"));
}

TEST_CASE("cells are quoted where RFC 4180 wants it, and nowhere else") {
  CHECK(row({"a", "", "b c"}) == "a,,b c\r\n");
  CHECK(row({"a,b", "c\"d", "e\rf", "g\nh", " i", "j "}) == "\"a,b\",\"c\"\"d\",\"e\rf\",\"g\nh\",\" i\",\"j \"\r\n");
}

TEST_CASE("a cell that a spreadsheet would run is made harmless, numbers are left alone") {
  CHECK(row({"=1+1", "+49 221", "-cmd", "@SUM(A1)", "\tx"}) == "'=1+1,'+49 221,'-cmd,'@SUM(A1),'\tx\r\n");
  CHECK(row({"\r=x"}) == "\"'\r=x\"\r\n");
  CHECK(row({"-5.00", "5", "a=b", "-"}) == "-5.00,5,a=b,'-\r\n");
}

TEST_CASE("JSON holds what the document says, amounts as strings") {
  auto text = json_head("B000001") + json_document(sample(), true) + json_document(sample(), false) + json_tail();
  CHECK(text.starts_with("{\"schema\":\"ap.export/1\",\"batch\":\"B000001\",\"documents\":[\n{\"document_id\":\"aaaa"));
  CHECK(text.find("\"net\":\"100.00\"") != text.npos);
  CHECK(text.find("\"description\":\"Say \\\"hello\\\"\\nagain\"") != text.npos);
  CHECK(text.find("\"coding\":{\"account\":\"4400\"}") != text.npos);
  CHECK(text.find("delivery") == text.npos);
  CHECK(text.find("},\n{\"document_id\"") != text.npos);
  CHECK(text.ends_with("\n]}\n"));
  CHECK(json_string(std::string_view("a\0\x1f\\", 4)) == "\"a\\u0000\\u001f\\\\\"");
}

TEST_CASE("formats are chosen by name, several at once, and unknown ones refused") {
  CHECK(formats_from("csv").size() == 1);
  REQUIRE(formats_from("csv-lines,csv,csv").size() == 2);
  CHECK(formats_from("csv-lines,csv")[0]->name == "csv-lines");
  for (auto list : {"", "xml", "csv,", "csv,xml", "CSV"}) CHECK(formats_from(list).empty());
}
