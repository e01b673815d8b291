#include "adapters/xml/einvoice_reader.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace ap;

namespace {

std::string ubl(const std::string& root, const std::string& inner) {
  return "<" + root + " xmlns='urn:oasis:names:specification:ubl:schema:xsd:" + root +
         "-2' xmlns:cac='urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2' "
         "xmlns:cbc='urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'>" +
         inner + "</" + root + ">";
}

std::string cii(const std::string& document, const std::string& agreement, const std::string& settlement,
                const std::string& lines = "") {
  return "<r:CrossIndustryInvoice xmlns:r='urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100' "
         "xmlns='urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100' "
         "xmlns:u='urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100'><r:ExchangedDocument>" +
         document + "</r:ExchangedDocument><r:SupplyChainTradeTransaction>" + lines +
         "<ApplicableHeaderTradeAgreement>" + agreement +
         "</ApplicableHeaderTradeAgreement><ApplicableHeaderTradeSettlement>" + settlement +
         "</ApplicableHeaderTradeSettlement></r:SupplyChainTradeTransaction></r:CrossIndustryInvoice>";
}

EInvoiceReading read(const std::string& xml) {
  auto reading = xml::read_einvoice(as_bytes(xml), {.rules = RuleSets::none});
  REQUIRE(reading.has_value());
  return *reading;
}

std::string path_of(const EInvoiceReading& reading, std::string_view field) {
  for (const auto& [name, path] : reading.paths)
    if (name == field) return path;
  return "";
}

bool has_finding(const EInvoiceReading& reading, std::string_view rule, std::string_view field) {
  return std::any_of(reading.findings.begin(), reading.findings.end(),
                     [&](const Finding& f) { return f.set == "structure" && f.rule == rule && f.field == field; });
}

}  // namespace

TEST_CASE("amounts keep the scale of the XML and fields know their place") {
  auto r = read(ubl("Invoice",
                    "<cbc:ID> R-1 </cbc:ID><cbc:IssueDate>2026-11-02</cbc:IssueDate>"
                    "<cac:LegalMonetaryTotal><cbc:PayableAmount "
                    "currencyID='EUR'>119.000</cbc:PayableAmount></cac:LegalMonetaryTotal>"));
  CHECK(r.syntax == "ubl");
  CHECK(r.invoice.number == "R-1");
  CHECK(r.invoice.issue_date->str() == "2026-11-02");
  CHECK(r.invoice.totals.payable->str() == "119.000");
  CHECK(path_of(r, "totals.payable") == "/Invoice/LegalMonetaryTotal/PayableAmount");
}

TEST_CASE("a CreditNote and an Invoice with a credit note code are credit notes, negative totals alone are not") {
  CHECK(read(ubl("CreditNote", "")).invoice.type == InvoiceType::credit_note);
  CHECK(read(ubl("Invoice", "<cbc:InvoiceTypeCode>381</cbc:InvoiceTypeCode>")).invoice.type ==
        InvoiceType::credit_note);
  auto negative = read(ubl("Invoice",
                           "<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cac:LegalMonetaryTotal>"
                           "<cbc:PayableAmount>-5</cbc:PayableAmount></cac:LegalMonetaryTotal>"));
  CHECK(negative.invoice.type == InvoiceType::invoice);
  CHECK(negative.invoice.totals.payable->str() == "-5");
}

TEST_CASE("an amount that is no number stays absent and is reported") {
  auto r = read(ubl("Invoice",
                    "<cac:LegalMonetaryTotal><cbc:PayableAmount>12,50</cbc:PayableAmount>"
                    "<cbc:TaxExclusiveAmount/></cac:LegalMonetaryTotal>"));
  CHECK_FALSE(r.invoice.totals.payable);
  CHECK(has_finding(r, "AP-ST-NUMBER", "totals.payable"));
  CHECK(has_finding(r, "AP-ST-NUMBER", "totals.net"));
}

TEST_CASE("a date that no calendar has stays absent and is reported") {
  auto r = read(ubl("Invoice", "<cbc:IssueDate>2026-02-30</cbc:IssueDate>"));
  CHECK_FALSE(r.invoice.issue_date);
  CHECK(has_finding(r, "AP-ST-DATE", "issue_date"));
}

TEST_CASE("VAT id and tax number are told apart by scheme") {
  auto u = read(ubl("Invoice",
                    "<cac:AccountingSupplierParty><cac:Party>"
                    "<cac:PartyTaxScheme><cbc:CompanyID>12/345</cbc:CompanyID><cac:TaxScheme><cbc:ID>FC</cbc:ID></"
                    "cac:TaxScheme></cac:PartyTaxScheme>"
                    "<cac:PartyTaxScheme><cbc:CompanyID>DE123</cbc:CompanyID><cac:TaxScheme><cbc:ID> "
                    "vat</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>"
                    "</cac:Party></cac:AccountingSupplierParty>"));
  CHECK(u.invoice.seller.vat_id == "DE123");
  CHECK(u.invoice.seller.tax_number == "12/345");
  auto c =
      read(cii("",
               "<SellerTradeParty><SpecifiedTaxRegistration><ID schemeID='FC'>12/345</ID></SpecifiedTaxRegistration>"
               "<SpecifiedTaxRegistration><ID schemeID='VA'>DE123</ID></SpecifiedTaxRegistration></SellerTradeParty>",
               ""));
  CHECK(c.invoice.seller.vat_id == "DE123");
  CHECK(c.invoice.seller.tax_number == "12/345");
}

TEST_CASE("cash discounts are read from the terms, from the first that has both figures") {
  auto r = read(ubl("Invoice",
                    "<cac:PaymentTerms><cbc:Note>#SKONTO#TAGE=14#PROZENT=2.25#\n"
                    "#SKONTO#TAGE=30#PROZENT=1.00#BASISBETRAG=100.00#\nnet "
                    "60\n#SKONTO#TAGE=x#PROZENT=1#</cbc:Note></cac:PaymentTerms>"));
  REQUIRE(r.invoice.payment.discounts.size() == 2);
  CHECK(r.invoice.payment.discounts[0].percent->str() == "2.25");
  CHECK(r.invoice.payment.discounts[0].days->str() == "14");
  CHECK(r.invoice.payment.discounts[1].days->str() == "30");
}

TEST_CASE("the discount of a line is the sum of its allowances less its charges") {
  auto r = read(ubl("Invoice",
                    "<cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode='C62'>2</cbc:InvoicedQuantity>"
                    "<cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator><cbc:Amount>1.50</"
                    "cbc:Amount></cac:AllowanceCharge>"
                    "<cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator><cbc:Amount>9</cbc:Amount></"
                    "cac:AllowanceCharge>"
                    "<cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator><cbc:Amount>0.50</"
                    "cbc:Amount></cac:AllowanceCharge>"
                    "<cac:Price><cbc:PriceAmount>5</cbc:PriceAmount><cbc:BaseQuantity>10</cbc:BaseQuantity></"
                    "cac:Price></cac:InvoiceLine>"));
  REQUIRE(r.invoice.lines.size() == 1);
  CHECK(r.invoice.lines[0].discount->str() == "-7.00");
  CHECK(r.invoice.lines[0].unit == "C62");
  CHECK(r.invoice.lines[0].price_base_quantity->str() == "10");
}

TEST_CASE("only what has the form of an IBAN is one, without its blanks") {
  auto account = [](const std::string& id) {
    return read(ubl("Invoice", "<cac:PaymentMeans><cac:PayeeFinancialAccount><cbc:ID>" + id +
                                   "</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>"))
        .invoice.payment.iban;
  };
  CHECK(account("DE02 1203 0000 0000 2020 51") == "DE02120300000000202051");
  CHECK(account("123456789").empty());
}

TEST_CASE("the tax total is the one in the currency of the invoice") {
  auto r = read(ubl("Invoice",
                    "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>"
                    "<cac:TaxTotal><cbc:TaxAmount currencyID='SEK'>110</cbc:TaxAmount></cac:TaxTotal>"
                    "<cac:TaxTotal><cbc:TaxAmount currencyID='EUR'>10</cbc:TaxAmount></cac:TaxTotal>"));
  CHECK(r.invoice.totals.tax->str() == "10");
}

TEST_CASE("dates of CII are read in format 102") {
  auto r =
      read(cii("<ID>7</ID><TypeCode>384</TypeCode><IssueDateTime><u:DateTimeString "
               "format='102'>20261102</u:DateTimeString></IssueDateTime>",
               "", "<InvoiceCurrencyCode>EUR</InvoiceCurrencyCode>"));
  CHECK(r.syntax == "cii");
  CHECK(r.document_type_code == "384");
  CHECK(r.invoice.issue_date->str() == "2026-11-02");
  CHECK(r.invoice.currency == "EUR");
}

TEST_CASE("ZUGFeRD 1 is read with its own names") {
  auto r = read(
      "<r:CrossIndustryDocument xmlns:r='urn:ferd:CrossIndustryDocument:invoice:1p0' "
      "xmlns='urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:12'>"
      "<r:HeaderExchangedDocument><ID>Z-1</ID></r:HeaderExchangedDocument><r:SpecifiedSupplyChainTradeTransaction>"
      "<ApplicableSupplyChainTradeSettlement><SpecifiedTradeSettlementMonetarySummation>"
      "<GrandTotalAmount currencyID='EUR'>119.00</GrandTotalAmount></SpecifiedTradeSettlementMonetarySummation>"
      "</ApplicableSupplyChainTradeSettlement></r:SpecifiedSupplyChainTradeTransaction></r:CrossIndustryDocument>");
  CHECK(r.invoice.number == "Z-1");
  CHECK(r.invoice.totals.gross->str() == "119.00");
}

TEST_CASE("XML of another kind is refused by type") {
  auto reading = xml::read_einvoice(as_bytes("<html/>"), {});
  REQUIRE_FALSE(reading.has_value());
  CHECK(reading.error().kind == ReadFailureKind::unsupported_type);
}
