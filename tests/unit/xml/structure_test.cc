// The structure check through the reader: order, number, names, attributes and forms of values, in both syntaxes.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "adapters/xml/einvoice_reader.h"
#include "einvoice/grammar.h"
#include "einvoice/lexical.h"

using namespace ap;

namespace {

constexpr const char* kParties =
    "<cac:AccountingSupplierParty/><cac:AccountingCustomerParty/><cac:LegalMonetaryTotal><cbc:PayableAmount "
    "currencyID='EUR'>1</cbc:PayableAmount></cac:LegalMonetaryTotal><cac:InvoiceLine><cbc:ID>1</cbc:ID>"
    "<cbc:LineExtensionAmount currencyID='EUR'>1</cbc:LineExtensionAmount><cac:Item/></cac:InvoiceLine>";

EInvoiceReading ubl(const std::string& inner, const std::string& tail = kParties) {
  auto reading = xml::read_einvoice(
      as_bytes("<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2' "
               "xmlns:cac='urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2' "
               "xmlns:cbc='urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'>" +
               inner + tail + "</Invoice>"),
      {.rules = RuleSets::en16931});
  REQUIRE(reading.has_value());
  return *reading;
}

EInvoiceReading cii(const std::string& document, const std::string& settlement) {
  auto reading = xml::read_einvoice(
      as_bytes("<c:CrossIndustryInvoice xmlns:c='urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100' "
               "xmlns:r='urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100' "
               "xmlns:u='urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100'>"
               "<c:ExchangedDocumentContext/><c:ExchangedDocument>" +
               document +
               "</c:ExchangedDocument><c:SupplyChainTradeTransaction><r:ApplicableHeaderTradeAgreement/>"
               "<r:ApplicableHeaderTradeDelivery/><r:ApplicableHeaderTradeSettlement>" +
               settlement +
               "</r:ApplicableHeaderTradeSettlement></c:SupplyChainTradeTransaction></c:CrossIndustryInvoice>"),
      {.rules = RuleSets::en16931});
  REQUIRE(reading.has_value());
  return *reading;
}

// The structure findings as "RULE path" lines.
std::string faults(const EInvoiceReading& reading) {
  std::string out;
  for (const Finding& f : reading.findings)
    if (f.set == "structure") out += f.rule + " " + f.path + "\n";
  return out;
}

const std::string kHead = "<cbc:ID>1</cbc:ID><cbc:IssueDate>2026-11-02</cbc:IssueDate>";
const std::string kDocument =
    "<r:ID>1</r:ID><r:IssueDateTime><u:DateTimeString format='102'>20261102</u:DateTimeString></r:IssueDateTime>";

}  // namespace

TEST_CASE("a document in the order of the grammar has no structure finding") {
  CHECK(faults(ubl(kHead)) == "");
  CHECK(faults(cii(kDocument, "")) == "");
}

TEST_CASE("an element behind one that must follow it is named, and read all the same") {
  auto reading = ubl("<cbc:IssueDate>2026-11-02</cbc:IssueDate><cbc:ID>1</cbc:ID>");
  CHECK(faults(reading) == "AP-ST-ORDER /Invoice/ID\n");
  CHECK(reading.invoice.number == "1");
  CHECK(faults(cii(kDocument,
                   "<r:InvoiceCurrencyCode>EUR</r:InvoiceCurrencyCode><r:PaymentReference>x</r:PaymentReference>")) ==
        "AP-ST-ORDER "
        "/CrossIndustryInvoice/SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/PaymentReference\n");
}

TEST_CASE("one where one is allowed, any number where any is") {
  CHECK(faults(ubl(kHead + "<cbc:Note>a</cbc:Note><cbc:Note>b</cbc:Note>")) == "");
  CHECK(faults(ubl(kHead + "<cbc:DueDate>2026-12-02</cbc:DueDate><cbc:DueDate>2026-12-03</cbc:DueDate>")) ==
        "AP-ST-REPEATED /Invoice/DueDate[2]\n");
}

TEST_CASE("what must be there and is not is named at its parent") {
  CHECK(faults(ubl(kHead, "")) ==
        "AP-ST-MISSING /Invoice\nAP-ST-MISSING /Invoice\nAP-ST-MISSING /Invoice\nAP-ST-MISSING /Invoice\n");
  CHECK(faults(cii("<r:ID>1</r:ID>", "")) == "AP-ST-MISSING /CrossIndustryInvoice/ExchangedDocument\n");
}

TEST_CASE("unknown elements, names in the wrong namespace, stray text and unknown attributes are refused") {
  CHECK(faults(ubl(kHead + "<cbc:Notes>a</cbc:Notes>")) == "AP-ST-UNEXPECTED /Invoice/Notes\n");
  CHECK(faults(ubl(kHead + "<cac:Note>a</cac:Note>")) == "AP-ST-UNEXPECTED /Invoice/Note\n");
  CHECK(faults(ubl(kHead + "text")) == "AP-ST-UNEXPECTED /Invoice\n");
  CHECK(faults(ubl("<cbc:ID listID='x'>1</cbc:ID><cbc:IssueDate>2026-11-02</cbc:IssueDate>")) ==
        "AP-ST-UNEXPECTED /Invoice/ID/@listID\n");
  CHECK(faults(ubl("<cbc:ID>1<cbc:Note/></cbc:ID><cbc:IssueDate>2026-11-02</cbc:IssueDate>")) ==
        "AP-ST-UNEXPECTED /Invoice/ID/Note\n");
}

TEST_CASE("attributes that a type demands") {
  CHECK(faults(ubl(kHead,
                   "<cac:AccountingSupplierParty/><cac:AccountingCustomerParty/><cac:LegalMonetaryTotal>"
                   "<cbc:PayableAmount>1</cbc:PayableAmount></cac:LegalMonetaryTotal><cac:InvoiceLine><cbc:ID>1"
                   "</cbc:ID><cbc:LineExtensionAmount currencyID='EUR'>1</cbc:LineExtensionAmount><cac:Item/>"
                   "</cac:InvoiceLine>")) == "AP-ST-MISSING /Invoice/LegalMonetaryTotal/PayableAmount\n");
}

TEST_CASE("a value of the wrong form is named once, whoever met it") {
  CHECK(faults(ubl("<cbc:ID>1</cbc:ID><cbc:IssueDate>2026-02-30</cbc:IssueDate>")) ==
        "AP-ST-DATE /Invoice/IssueDate\n");
  CHECK(faults(ubl(kHead + "<cbc:TaxPointDate>soon</cbc:TaxPointDate>")) == "AP-ST-DATE /Invoice/TaxPointDate\n");
  CHECK(faults(ubl(
            "<cbc:ID>1</cbc:ID><cbc:IssueDate>2026-11-02</cbc:IssueDate><cbc:IssueTime>25:00:00</cbc:IssueTime>")) ==
        "AP-ST-VALUE /Invoice/IssueTime\n");
  CHECK(faults(ubl(kHead + "<cbc:LineCountNumeric>1,5</cbc:LineCountNumeric>")) ==
        "AP-ST-NUMBER /Invoice/LineCountNumeric\n");
  CHECK(faults(cii(kDocument,
                   "<r:SpecifiedTradeAllowanceCharge><r:ChargeIndicator><u:Indicator>yes</u:Indicator>"
                   "</r:ChargeIndicator></r:SpecifiedTradeAllowanceCharge>"))
            .starts_with("AP-ST-VALUE"));
}

TEST_CASE("structure findings are bounded") {
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "<cbc:Oops/>";
  auto reading = ubl(kHead + many);
  CHECK(std::ranges::count(reading.findings, "AP-ST-UNEXPECTED", &Finding::rule) == 100);
}

TEST_CASE("lexical forms of XML Schema") {
  using namespace einvoice;
  CHECK(is_xs_decimal(" +.5 "));
  CHECK(is_xs_decimal("5."));
  CHECK_FALSE(is_xs_decimal("."));
  CHECK_FALSE(is_xs_decimal("1e3"));
  CHECK(is_xs_date("2024-02-29+14:00"));
  CHECK_FALSE(is_xs_date("2023-02-29"));
  CHECK_FALSE(is_xs_date("2024-02-29+14:01"));
  CHECK(is_xs_time("24:00:00"));
  CHECK_FALSE(is_xs_time("24:00:01"));
  CHECK(is_xs_date_time("2026-11-02T10:00:00.25Z"));
  CHECK_FALSE(is_xs_boolean("TRUE"));
  CHECK(is_base64("QUJD\nRA=="));
  CHECK_FALSE(is_base64("QUJ=D"));
  CHECK_FALSE(is_base64("QUJDR"));
}

TEST_CASE("every child of a type is found from wherever the search begins, and nothing else is") {
  for (auto syntax : {einvoice::Syntax::ubl_invoice, einvoice::Syntax::ubl_credit_note, einvoice::Syntax::cii}) {
    const bool is_ubl = einvoice::is_ubl(syntax);
    std::vector<const einvoice::Type*> types{&einvoice::root_type(syntax)};
    for (std::size_t at = 0; at < types.size(); ++at) {
      const auto children = einvoice::children_of(is_ubl, *types[at]);
      for (std::size_t from = 0; from < children.size(); ++from) {
        for (std::size_t i = 0; i < children.size(); ++i)
          REQUIRE(einvoice::place_of(is_ubl, *types[at], children[i].name, from) == i);
        REQUIRE(einvoice::place_of(is_ubl, *types[at], einvoice::N::CrossIndustryInvoice, from) == children.size());
        REQUIRE(einvoice::place_of(is_ubl, *types[at], einvoice::N::none, from) == children.size());
      }
      for (const einvoice::Child& child : children) {
        if (child.kind != einvoice::Kind::aggregate) continue;
        const einvoice::Type* type = &einvoice::type_of(is_ubl, child);
        if (std::ranges::find(types, type) == types.end()) types.push_back(type);
      }
    }
    CHECK(types.size() > 20);
  }
}
