#include "record/codec.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "core/fields.h"

using namespace ap;

namespace {

Record full_record() {
  Record r;
  r.id = std::string(64, 'a');
  r.trace_id = std::string(32, '0');
  r.state = State::validated;
  r.source = {.name = "inv-17.pdf",
              .path = "inbox/inv-17.pdf",
              .media_type = "application/pdf",
              .bytes = 48211,
              .received_at = "2026-11-22T19:00:00Z",
              .channel = "mail",
              .parent = std::string(64, 'b')};
  r.source.pages = {1, 2};
  r.source.mail = MailInfo{"a@example.org", "<1@example.org>", "Rechnung"};
  r.source.dropped.push_back({"logo.png", "image/png", "small inline picture", 812});
  r.extraction = Extraction{"text", "", "", 2, "de", 12, {{"ab", {1, 2}, "why"}}, {{{3, 3}, "blank"}}};
  Invoice& i = r.invoice.emplace();
  for (auto [path, value] : {std::pair{"number", "RE-17"},
                             {"issue_date", "2026-11-02"},
                             {"totals.gross", "119.00"},
                             {"seller.name", "Nordwind GmbH"},
                             {"payee.name", "Factor AG"},
                             {"lines[0].net", "100.00"},
                             {"payment.discounts[0].percent", "2"},
                             {"allowances_charges[0].amount", "5.00"}})
    REQUIRE(set_field(i, path, value));
  r.basis = {{"TOTAL_MISMATCH"}, {{"vendor V1", "active", "vendors, import 3", {"INACTIVE_VENDOR"}}}};
  r.evidence["number"] = {997,
                          1,
                          Box{7250, 100, 12000, 1100},
                          "RE-17",
                          How::label,
                          "Rechnungsnr",
                          "weight 0.90",
                          "100.00 + 19.00 = 119.00",
                          {{"RE-11", 2, "weight 0.10 against 0.90"}}};
  r.findings.push_back(
      {"controls", "TOTAL_MISMATCH", Severity::error, "totals.gross", "", "differs", "119.00", "118.00"});
  r.checks = Checks{3, 1, {{"PO_NOT_FOUND", "no purchase orders loaded"}}};
  r.coding.account = "4400";
  r.decision =
      Decision{Route::review, {"TOTAL_MISMATCH"}, "", "1", {{"anna", "approve", "ok", "2026-11-22T19:00:00Z"}}};
  return r;
}

}  // namespace

TEST_CASE("a record in pieces is the same text, and no piece is much larger than a megabyte") {
  Record record = full_record();
  record.invoice->lines.resize(20'000, record.invoice->lines.at(0));
  for (int i = 0; i < 20'000; ++i) record.evidence["lines[" + std::to_string(i) + "].net"] = record.evidence["number"];
  std::string text;
  std::size_t pieces = 0, longest = 0;
  LineWriter lines;
  auto take = [&](std::string_view piece) {
    text += piece;
    longest = std::max(longest, piece.size());
    ++pieces;
  };
  lines.write(record, take);
  CHECK(text == to_json_line(record) + "\n");
  CHECK(pieces > 2);
  CHECK(longest < (1u << 20) + 4096);

  text.clear();
  pieces = 0;
  record.evidence.clear();
  record.unknown = {{"/x_note", "\"a\""}};
  for (int i = 0; i < 2; ++i) lines.write(record, take);
  CHECK(text == to_json_line(record) + "\n" + to_json_line(record) + "\n");
  CHECK(pieces == 2);
}

TEST_CASE("a record written and read again is the same, to the byte") {
  std::string line = to_json_line(full_record());
  auto again = record_from_json(line);
  REQUIRE(again);
  CHECK(*again == full_record());
  CHECK(to_json_line(*again) == line);
  CHECK(line.find("\"confidence\":0.997") != std::string::npos);
  CHECK(line.find("\"box\":[72.5,1.0,120.0,11.0]") != std::string::npos);
  CHECK(line.find('\n') == std::string::npos);
}

TEST_CASE("unknown keys at any depth are kept and passed on") {
  std::string line =
      R"({"schema":"ap.record/1","id":null,"state":"received","source":{"name":"a","bytes":1,"x_box":[1]},)"
      R"("x_note":{"a":"b"},"invoice":{"lines":[{"net":"1.00","x_cost":"9"}]}})";
  auto record = record_from_json(line);
  REQUIRE(record);
  auto out = nlohmann::json::parse(to_json_line(*record));
  CHECK(out["x_note"]["a"] == "b");
  CHECK(out["source"]["x_box"][0] == 1);
  CHECK(out["invoice"]["lines"][0]["x_cost"] == "9");
}

TEST_CASE("unknown keys are the same after writing, whatever the order of the objects that hold them") {
  auto record = record_from_json(
      R"({"schema":"ap.record/1","state":"received","source":{},"evidence":{"totals.net":{"confidence":0.9,"x_b":1,"x_a":2},)"
      R"("number":{"confidence":0.9,"x_c":3}}})");
  REQUIRE(record);
  CHECK(record_from_json(to_json_line(*record)) == record);
  CHECK(to_json_line(*record).find(R"("x_b":1,"x_a":2)") != std::string::npos);
}

TEST_CASE("an object that holds unknown keys alone is kept whole") {
  auto record =
      record_from_json(R"({"schema":"ap.record/1","state":"received","source":{},"x_einvoice":{"x_a":1,"x_b":{"c":2}},)"
                       R"("invoice":{"number":"7","delivery":{"x_c":3}}})");
  REQUIRE(record);
  auto line = to_json_line(*record);
  CHECK(line.find(R"("x_einvoice":{"x_a":1,"x_b":{"c":2}})") != std::string::npos);
  CHECK(line.find(R"("delivery":{"x_c":3})") != std::string::npos);
  CHECK(record_from_json(line) == record);
}

TEST_CASE("an unknown key goes with the object that held it") {
  auto record = record_from_json(
      R"({"schema":"ap.record/1","state":"received","source":{},"invoice":{"lines":[{"net":"1.00","x_cost":"9"}]}})");
  REQUIRE(record);
  record->invoice.reset();
  CHECK(to_json_line(*record).find("x_cost") == std::string::npos);
}

TEST_CASE("what is no record is refused with the place and the reason") {
  auto error = [](std::string_view line) { return record_from_json(line).error(); };
  CHECK(error("{").find("no valid JSON") != std::string::npos);
  CHECK(error("[]").find("must be an object") != std::string::npos);
  CHECK(error("{}").find("/schema") == 0);
  CHECK(error(R"({"schema":"ap.record/9"})").find("ap.record/9") != std::string::npos);
  CHECK(error(R"({"schema":"ap.record/1","state":"lost","source":{}})") == "/state: 'lost' is not known here");
  CHECK(error(R"({"schema":"ap.record/1","state":"received","source":{},"evidence":{"number":{"page":-1}}})") ==
        "/evidence/number/page: is below zero");
  CHECK(error(R"({"schema":"ap.record/1","state":"received"})") == "/source: is missing");
  CHECK(error(R"({"schema":"ap.record/1","state":"received","source":{},"id":"xyz"})").find("/id") == 0);
  CHECK(error(R"({"schema":"ap.record/1","state":"received","source":{},"invoice":{"totals":{"gross":"1,5"}}})") ==
        "/invoice/totals/gross: '1,5' is not a decimal such as 1234.50");
  CHECK(error(R"({"schema":"ap.record/1","state":"received","source":{},"invoice":{"totals":{"gross":1.5}}})") ==
        "/invoice/totals/gross: must be a decimal written as a string");
  CHECK(error(R"({"schema":"ap.record/1","state":"received","source":{},"evidence":{"number":{"confidence":7}}})") ==
        "/evidence/number/confidence: must be a number from 0 to 1");
  CHECK(error(R"({"schema":"ap.record/1","state":"received","source":{"bytes":-1}})").find("/source/bytes") == 0);
}

TEST_CASE("broken UTF-8 in a name cannot break the stream") {
  Record record;
  record.source.name = "bad\xff.pdf";
  std::string line = to_json_line(record);
  CHECK(record_from_json(line)->source.name == "bad\xEF\xBF\xBD.pdf");
}

TEST_CASE("the schema names every field of the record with its business term") {
  auto schema = nlohmann::json::parse(record_schema());
  CHECK(schema["properties"]["invoice"]["properties"]["totals"]["properties"]["gross"]["description"] ==
        "EN 16931 BT-112");
  CHECK(schema["properties"]["invoice"]["properties"]["lines"]["items"]["properties"].contains("net"));
  auto record = nlohmann::json::parse(to_json_line(full_record()));
  for (auto& [key, value] : record.items()) CHECK(schema["properties"].contains(key));
}
