// Own rules that look at the tree: reasons with their codes, and the tax total in accounting currency.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "adapters/xml/einvoice_reader.h"
#include "rules/norm/reasons.h"

using namespace ap;

namespace {

EInvoiceReading read(const std::string& document) {
  auto reading = xml::read_einvoice(as_bytes(document), {.rules = RuleSets::en16931});
  REQUIRE(reading.has_value());
  return *reading;
}

EInvoiceReading ubl(const std::string& inner) {
  return read(
      "<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2' "
      "xmlns:cac='urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2' "
      "xmlns:cbc='urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'>" +
      inner + "</Invoice>");
}

const Finding* finding(const EInvoiceReading& reading, std::string_view rule) {
  auto it = std::ranges::find(reading.findings, rule, &Finding::rule);
  return it == reading.findings.end() ? nullptr : &*it;
}

std::string allowance(const std::string& charge, const std::string& code, const std::string& reason) {
  return "<cac:AllowanceCharge><cbc:ChargeIndicator>" + charge + "</cbc:ChargeIndicator><cbc:AllowanceChargeReasonCode>" +
         code + "</cbc:AllowanceChargeReasonCode><cbc:AllowanceChargeReason>" + reason +
         "</cbc:AllowanceChargeReason><cbc:Amount currencyID='EUR'>1.00</cbc:Amount></cac:AllowanceCharge>";
}

std::string line(const std::string& inner) { return "<cac:InvoiceLine>" + inner + "</cac:InvoiceLine>"; }

}  // namespace

TEST_CASE("a reason that is the name of another code is raised for what it belongs to") {
  auto reading = ubl(allowance("false", "95", "Special rebate"));
  const Finding* f = finding(reading, "AP-BR-CO-05");
  REQUIRE(f != nullptr);
  CHECK(f->expected == "100 for 'Special rebate'");
  CHECK(f->actual == "95");
  CHECK(f->path == "/Invoice/AllowanceCharge/AllowanceChargeReasonCode");
  CHECK(f->severity == Severity::warning);
  CHECK(finding(ubl(allowance("true", "PC", "Freight service")), "AP-BR-CO-06") != nullptr);
  CHECK(finding(ubl(line(allowance("false", "95", "sample discount"))), "AP-BR-CO-07") != nullptr);
  CHECK(finding(ubl(line(allowance("true", "FC", "Packing"))), "AP-BR-CO-08") != nullptr);
}

TEST_CASE("a reason that is the code's own name, other words, or alone, is none of our business") {
  for (const char* reason : {"Discount", "DISCOUNT!", "Treuerabatt", "Special rebate for old customers"})
    CHECK(finding(ubl(allowance("false", "95", reason)), "AP-BR-CO-05") == nullptr);
  // The name of a charge says nothing against the code of an allowance.
  CHECK(finding(ubl(allowance("false", "95", "Packing")), "AP-BR-CO-05") == nullptr);
  CHECK(finding(ubl(allowance("maybe", "95", "Special rebate")), "AP-BR-CO-05") == nullptr);
}

TEST_CASE("reasons are compared in CII too") {
  auto reading = read(
      "<r:CrossIndustryInvoice xmlns:r='urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100' "
      "xmlns:a='urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100' "
      "xmlns:u='urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100'><r:SupplyChainTradeTransaction>"
      "<a:ApplicableHeaderTradeSettlement><a:SpecifiedTradeAllowanceCharge><a:ChargeIndicator><u:Indicator>true"
      "</u:Indicator></a:ChargeIndicator><a:ActualAmount>5.00</a:ActualAmount><a:ReasonCode>FC</a:ReasonCode>"
      "<a:Reason>Packing</a:Reason></a:SpecifiedTradeAllowanceCharge></a:ApplicableHeaderTradeSettlement>"
      "</r:SupplyChainTradeTransaction></r:CrossIndustryInvoice>");
  CHECK(finding(reading, "AP-BR-CO-06") != nullptr);
}

TEST_CASE("the tax total in accounting currency has two decimals at most") {
  auto total = [](const std::string& amount, const std::string& currency) {
    return ubl("<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode><cbc:TaxCurrencyCode>SEK</cbc:TaxCurrencyCode>"
               "<cac:TaxTotal><cbc:TaxAmount currencyID='" +
               currency + "'>" + amount + "</cbc:TaxAmount></cac:TaxTotal>");
  };
  CHECK(finding(total("100.125", "SEK"), "AP-BR-DEC-15") != nullptr);
  CHECK(finding(total("100.12", "SEK"), "AP-BR-DEC-15") == nullptr);
  CHECK(finding(total("100", "SEK"), "AP-BR-DEC-15") == nullptr);
  CHECK(finding(total("100.125", "EUR"), "AP-BR-DEC-15") == nullptr);
}
