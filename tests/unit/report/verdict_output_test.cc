#include "report/verdict_output.h"

#include <doctest/doctest.h>

using namespace ap;
using namespace ap::report;

namespace {

Record sample() {
  Record record;
  record.id = std::string(64, 'a');
  record.state = State::validated;
  record.source.name = "re <17> & co.xml";
  record.decision = Decision{.route = Route::review};
  auto& invoice = record.invoice.emplace();
  invoice.number = "RE-17\"";
  invoice.seller.name = "<script>alert(1)</script>";
  invoice.totals.gross = Decimal::parse("118.00");
  invoice.lines.resize(1);
  invoice.lines[0].description = "Schraube";
  record.findings = {{"en16931", "BR-CO-15", Severity::error, "totals.gross",
                      "/Invoice/LegalMonetaryTotal/TaxInclusiveAmount", "does not add up", "119.00", "118.00"},
                     {"en16931", "UBL-CR-1", Severity::warning, "", "/Invoice/UUID", "leave it out", "", ""},
                     {"controls", "X", Severity::info, "lines[0].net", "", "no net", "", ""}};
  record.checks = Checks{.run = 3, .failed = 3, .not_run = {{"PO_NOT_FOUND", "no orders & so on"}}};
  return record;
}

std::string all(std::unique_ptr<VerdictOutput> output) {
  output->add(sample());
  return output->finish();
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("JUnit: errors fail, warnings pass with a word, rules not run are skipped") {
  std::string text = all(junit_output());
  CHECK(has(text, "<testsuites name=\"ap-validate\" tests=\"5\" failures=\"1\" errors=\"0\" skipped=\"1\">"));
  CHECK(has(text, "<testsuite name=\"re &lt;17&gt; &amp; co.xml\""));
  CHECK(has(text, "<failure type=\"error\" message=\"does not add up\">"));
  CHECK(has(text, "expected 119.00\nactual 118.00"));
  CHECK(has(text, "<system-out>warning: leave it out"));
  CHECK(has(text, "<skipped message=\"no orders &amp; so on\"/>"));
}

TEST_CASE("SARIF: a result per finding with file, place and figures; a rule once") {
  auto output =
      sarif_output("1.2", [](std::string_view, std::string_view id) { return std::string(id) + " in short"; });
  output->add(sample());
  output->add(sample());
  std::string text = output->finish();
  CHECK(has(text, R"("version":"2.1.0")"));
  CHECK(has(text, R"({"ruleId":"en16931/BR-CO-15","level":"error","message":{"text":"does not add up"})"));
  CHECK(has(text, R"("uri":"re%20%3C17%3E%20%26%20co.xml")"));
  CHECK(has(text, R"("fullyQualifiedName":"/Invoice/UUID")"));
  CHECK(has(text, R"("level":"note")"));
  auto first = text.find(R"({"id":"controls/X")");
  REQUIRE(first != std::string::npos);
  CHECK(text.find(R"({"id":"controls/X")", first + 1) == std::string::npos);
}

TEST_CASE("the HTML page is safe, and shows findings beside their terms") {
  std::string text = all(html_output());
  CHECK_FALSE(has(text, "<script>"));
  CHECK(has(text, "&lt;script&gt;"));
  CHECK(has(text, "default-src 'none'"));
  auto row = text.find("Total with VAT");
  REQUIRE(row != std::string::npos);
  CHECK(text.substr(row, 400).find("BR-CO-15") != std::string::npos);
  auto further = text.find("Further findings");
  REQUIRE(further != std::string::npos);
  CHECK(text.find("UBL-CR-1") > further);
  CHECK(text.find("no net") < further);
  CHECK(has(text, "PO_NOT_FOUND"));
}
