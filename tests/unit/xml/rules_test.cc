// The official rule sets through the reader: for each kind of rule a document that passes, one that fails, one on the
// boundary.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "adapters/xml/einvoice_reader.h"
#include "rules/einvoice/evaluate.h"
#include "rules/en16931/table.h"
#include "rules/peppol/identifiers.h"
#include "rules/peppol/table.h"
#include "rules/xrechnung/german.h"
#include "rules/xrechnung/table.h"

using namespace ap;

namespace {

EInvoiceReading read(const std::string& inner, RuleSets rules = RuleSets::en16931) {
  auto reading = xml::read_einvoice(
      as_bytes("<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2' "
               "xmlns:cac='urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2' "
               "xmlns:cbc='urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'>" +
               inner + "</Invoice>"),
      {.rules = rules});
  REQUIRE(reading.has_value());
  return *reading;
}

const Finding* finding(const EInvoiceReading& reading, std::string_view rule) {
  auto it =
      std::find_if(reading.findings.begin(), reading.findings.end(), [&](const Finding& f) { return f.rule == rule; });
  return it == reading.findings.end() ? nullptr : &*it;
}
bool fires(const std::string& inner, std::string_view rule, RuleSets rules = RuleSets::en16931) {
  return finding(read(inner, rules), rule) != nullptr;
}

std::string totals(const std::string& net, const std::string& lines = "100.00") {
  return "<cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID='EUR'>" + lines +
         "</cbc:LineExtensionAmount><cbc:TaxExclusiveAmount currencyID='EUR'>" + net +
         "</cbc:TaxExclusiveAmount></cac:LegalMonetaryTotal>";
}

std::string breakdown(const std::string& basis, const std::string& tax) {
  return "<cac:TaxTotal><cac:TaxSubtotal><cbc:TaxableAmount currencyID='EUR'>" + basis +
         "</cbc:TaxableAmount><cbc:TaxAmount currencyID='EUR'>" + tax +
         "</cbc:TaxAmount><cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</"
         "cbc:ID>"
         "</cac:TaxScheme></cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>";
}

}  // namespace

TEST_CASE("a total that does not follow from its parts is found, with both figures, place and field") {
  CHECK_FALSE(fires(totals("100.00"), "BR-CO-13"));
  CHECK_FALSE(fires(totals("100"), "BR-CO-13"));  // compared by value
  auto reading = read(totals("100.01"));
  const Finding* f = finding(reading, "BR-CO-13");
  REQUIRE(f != nullptr);
  CHECK(f->expected == "100.00");
  CHECK(f->actual == "100.01");
  CHECK(f->path == "/Invoice/LegalMonetaryTotal/TaxExclusiveAmount");
  CHECK(f->field == "totals.net");
  CHECK(f->severity == Severity::error);
}

TEST_CASE("decimals are counted as written") {
  CHECK_FALSE(fires(totals("100.00"), "BR-DEC-12"));
  CHECK(fires(totals("100.000"), "BR-DEC-12"));
}

TEST_CASE("a rule that meets an amount that is no number is not run and gives no finding") {
  auto reading = read(totals("a hundred"));
  CHECK(finding(reading, "BR-CO-13") == nullptr);
  CHECK(std::any_of(reading.checks.not_run.begin(), reading.checks.not_run.end(),
                    [](const NotRun& n) { return n.rule == "BR-CO-13"; }));
  CHECK(finding(reading, "AP-ST-NUMBER") != nullptr);
}

TEST_CASE("a finding about a group names the group, one about an attribute the field of its element") {
  auto reading = read(
      "<cac:TaxTotal><cac:TaxSubtotal><cbc:TaxableAmount currencyID='EUR'>1.00</cbc:TaxableAmount><cac:TaxCategory>"
      "<cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>"
      "</cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>");
  REQUIRE(finding(reading, "BR-46") != nullptr);
  CHECK(finding(reading, "BR-46")->field == "taxes[0]");
  auto currency = read("<cac:LegalMonetaryTotal><cbc:PayableAmount currencyID='EURO'>1.00</cbc:PayableAmount>"
                       "</cac:LegalMonetaryTotal>");
  REQUIRE(finding(currency, "BR-CL-03") != nullptr);
  CHECK(finding(currency, "BR-CL-03")->field == "totals.payable");
}

TEST_CASE("the tax of a category that does not follow is told with both figures") {
  auto reading = read(breakdown("100.00", "21.00"));
  const Finding* f = finding(reading, "BR-S-09");
  REQUIRE(f != nullptr);
  CHECK(f->field == "taxes[0].amount");
  CHECK(f->expected == "19.00");
  CHECK(f->actual == "21.00");
}

TEST_CASE("an own rule is silent where the official one says the same of the same place") {
  CHECK(fires(breakdown("100.00", "21.00"), "BR-CO-17"));
  CHECK_FALSE(fires(breakdown("100.00", "21.00"), "AP-BR-CO-17"));
  // The official rule lets this pass, the norm does not.
  CHECK_FALSE(fires(breakdown("100.00", "19.50"), "BR-CO-17"));
  CHECK(fires(breakdown("100.00", "19.50"), "AP-BR-CO-17"));
}

TEST_CASE("the tax of a breakdown may be off by less than one") {
  CHECK_FALSE(fires(breakdown("100.00", "19.99"), "BR-CO-17"));
  CHECK(fires(breakdown("100.00", "20.00"), "BR-CO-17"));
}

TEST_CASE("an element that EN 16931 does not use is a warning, an allowed one is none") {
  CHECK_FALSE(fires("<cbc:ID>1</cbc:ID>", "UBL-CR-005"));
  auto reading = read("<cbc:UUID>1</cbc:UUID>");
  REQUIRE(finding(reading, "UBL-CR-005") != nullptr);
  CHECK(finding(reading, "UBL-CR-005")->severity == Severity::warning);
}

TEST_CASE("codes are members of their lists after blanks are taken off") {
  CHECK_FALSE(fires("<cbc:DocumentCurrencyCode> EUR </cbc:DocumentCurrencyCode>", "BR-CL-04"));
  CHECK(fires("<cbc:DocumentCurrencyCode>EURO</cbc:DocumentCurrencyCode>", "BR-CL-04"));
  CHECK(fires("<cbc:DocumentCurrencyCode/>", "BR-CL-04"));
}

TEST_CASE("the rule set is the one the document claims") {
  CHECK(rules::rule_set_of("urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0") ==
        rules::RuleSet::peppol);
  CHECK(rules::rule_set_of("urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0") ==
        rules::RuleSet::xrechnung);
  CHECK(rules::rule_set_of("urn:cen.eu:en16931:2017") == rules::RuleSet::en16931);
  std::string german =
      "<cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0</"
      "cbc:CustomizationID>";
  CHECK(fires(german, "BR-DE-1", RuleSets::automatic));
  CHECK_FALSE(fires(german, "BR-DE-21", RuleSets::automatic));
  CHECK_FALSE(fires(german, "BR-DE-1", RuleSets::none));
}

TEST_CASE("a repeated rule names its first places only") {
  std::string many;
  for (int i = 0; i < 100; ++i) many += "<cac:InvoiceLine/>";
  auto reading = read(many);
  CHECK(std::count_if(reading.findings.begin(), reading.findings.end(),
                      [](const Finding& f) { return f.rule == "BR-21"; }) == 20);
}

TEST_CASE("check digits of identifiers") {
  using namespace rules::peppol;
  CHECK(is_gln("7300010000001"));
  CHECK_FALSE(is_gln("7300010000002"));
  CHECK(is_norwegian_organisation("991825827"));
  CHECK_FALSE(is_norwegian_organisation("991825828"));
  CHECK(is_belgian_enterprise("0202239951"));
  CHECK_FALSE(is_belgian_enterprise("0202239952"));
  CHECK(is_swedish_organisation("5560360793"));
  CHECK_FALSE(is_swedish_organisation("5560360794"));
  CHECK(is_australian_business("51824753556"));
  CHECK(is_iban("DE02 1203 0000 0000 2020 51"));
  CHECK_FALSE(is_iban("DE03 1203 0000 0000 2020 51"));
}

TEST_CASE("cash discount lines have one form and end with a line break") {
  using rules::xrechnung::discounts_well_formed;
  CHECK(discounts_well_formed("net 30 days"));
  CHECK(discounts_well_formed("#SKONTO#TAGE=14#PROZENT=2.25#\n"));
  CHECK(discounts_well_formed("#SKONTO#TAGE=14#PROZENT=2.25#BASISBETRAG=-10.00#\nnet 30"));
  CHECK_FALSE(discounts_well_formed("#SKONTO#TAGE=14#PROZENT=2.25#"));
  CHECK_FALSE(discounts_well_formed("#SKONTO#TAGE=14#PROZENT=2.5#\n"));
}

TEST_CASE("each table is sorted by id without repeats and explains every rule") {
  for (auto table : {rules::en16931::business_table(), rules::en16931::ubl_syntax_table(),
                     rules::en16931::cii_syntax_table(), rules::peppol::table(), rules::xrechnung::table()}) {
    CHECK(std::is_sorted(table.begin(), table.end(), [](const auto& a, const auto& b) { return a.id < b.id; }));
    CHECK(std::adjacent_find(table.begin(), table.end(), [](const auto& a, const auto& b) { return a.id == b.id; }) ==
          table.end());
    CHECK(std::all_of(table.begin(), table.end(),
                      [](const auto& r) { return !r.explanation.empty() && !r.source.empty(); }));
  }
}
