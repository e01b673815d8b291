// Writing UBL and CII: what was written is read as the same model, in the order of the grammar, with what was kept
// aside.
#include "einvoice/write.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "adapters/xml/einvoice_reader.h"
#include "einvoice/fragment.h"

using namespace ap;
using einvoice::Writing;

namespace {

std::optional<Decimal> number(const char* text) { return Decimal::parse(text); }

Invoice sample() {
  Invoice i;
  i.number = "RE <17> & \"18\"";
  i.issue_date = Date::parse("2026-11-02");
  i.due_date = Date::parse("2026-12-02");
  i.tax_point_date = Date::parse("2026-11-01");
  i.period = {Date::parse("2026-10-01"), Date::parse("2026-10-31")};
  i.currency = "EUR";
  i.purchase_order = "PO-9", i.contract = "C-1", i.buyer_reference = "04011000-1234", i.preceding_invoice = "RE-16";
  i.seller = {"Müller & Söhne", "DE123456788", "27/123/456", "HRB 1", {"Straße 1", "Köln", "50667", "NRW", "DE"},
              "a@b.de",         "+49 1"};
  i.buyer = {"Käufer AG", "FR12345678901", "", "B 2", {"Rue 2", "Paris", "75001", "", "FR"}, "c@d.fr", "+33 2"};
  i.payee = Party{.name = "Factor GmbH",
                  .vat_id = "",
                  .tax_number = "",
                  .registration_id = "HRB 9",
                  .address = {},
                  .email = "",
                  .phone = ""};
  i.delivery = {Date::parse("2026-10-30"), "Lager", {"Weg 3", "Bonn", "53111", "", "DE"}};
  i.payment = {"58",
               "DE89370400440532013000",
               "COBADEFFXXX",
               "Müller",
               "RF18539007547034",
               "#SKONTO#TAGE=14#PROZENT=2.00#\nnetto 30",
               {{number("2.00"), number("14")}, {number("1"), number("20")}}};
  i.totals = {number("90.00"),  number("5.00"),  number("15.00"), number("100.00"), number("19.00"),
              number("119.00"), number("19.00"), number("0.01"),  number("100.01")};
  i.taxes = {{"S", number("19"), number("100.00"), number("19.00"), ""},
             {"E", number("0"), number("0.00"), number("0.00"), "exempt"}};
  i.allowances_charges = {{false, number("5.00"), number("50.00"), number("10"), "Rabatt", "S", number("19")},
                          {true, number("15.00"), {}, {}, "Fracht", "S", number("19")}};
  Line line{"1",         "Schraube\nM8",  "S-8",           number("10"), "C62", number("10.000"),
            number("1"), number("10.00"), number("90.00"), number("19"), "S",   "7"};
  Line charged{"2", "x", "", number("-1"), "H87", {}, {}, number("-2.50"), number("0.00"), {}, "E", ""};
  i.lines = {line, charged};
  return i;
}

EInvoiceReading read(const std::string& text) {
  auto reading = xml::read_einvoice(as_bytes(text), {.keep = true});
  REQUIRE(reading.has_value());
  return *reading;
}

bool no_structure_findings(const EInvoiceReading& reading) {
  return std::ranges::none_of(reading.findings, [](const Finding& f) { return f.set == "structure"; });
}

}  // namespace

TEST_CASE("what was written is read as the same model, in both syntaxes and for both kinds of document") {
  for (InvoiceType type : {InvoiceType::invoice, InvoiceType::credit_note}) {
    Invoice invoice = sample();
    invoice.type = type;
    Writing what{invoice, "urn:cen.eu:en16931:2017"};
    EInvoiceReading ubl = read(einvoice::write_ubl(what)), cii = read(einvoice::write_cii(what));
    CHECK(ubl.invoice == invoice);
    CHECK(cii.invoice == invoice);
    CHECK(ubl.profile == "urn:cen.eu:en16931:2017");
    CHECK(cii.profile == "urn:cen.eu:en16931:2017");
    CHECK(no_structure_findings(ubl));
    CHECK(no_structure_findings(cii));
    CHECK(cii.document_type_code == (type == InvoiceType::invoice ? "380" : "381"));
  }
}

TEST_CASE("what has no field in the model is kept with its place, and stands there again") {
  Invoice invoice = sample();
  std::string text = einvoice::write_ubl({invoice, "p"});
  auto put = [&](std::string_view before, std::string_view what) { text.insert(text.find(before), what); };
  put("<cbc:DocumentCurrencyCode", "<cbc:Note>thanks</cbc:Note>");
  put("<cbc:RegistrationName", "");
  put("<cac:PostalAddress", "<cbc:EndpointID schemeID=\"0204\">991-1234</cbc:EndpointID>");
  EInvoiceReading reading = read(text);
  std::string again = einvoice::write_ubl({reading.invoice, reading.profile, &reading.kept});
  CHECK(again.find("<cbc:Note>thanks</cbc:Note>") != std::string::npos);
  CHECK(again.find("<cbc:EndpointID schemeID=\"0204\">991-1234</cbc:EndpointID>") != std::string::npos);
  CHECK(read(again).invoice == invoice);
  CHECK(einvoice::write_cii({reading.invoice, reading.profile, &reading.kept}).find("thanks") == std::string::npos);
}

TEST_CASE("single allowances of a line take the place of their sum") {
  std::string text = einvoice::write_ubl({sample(), "p"});
  std::string sum = "<cbc:Amount currencyID=\"EUR\">10.00</cbc:Amount>";
  auto at = text.find(sum);
  REQUIRE(at != std::string::npos);
  text.replace(at, sum.size(),
               "<cbc:AllowanceChargeReason>a</cbc:AllowanceChargeReason><cbc:Amount "
               "currencyID=\"EUR\">4.00</cbc:Amount></cac:AllowanceCharge>"
               "<cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator><cbc:Amount "
               "currencyID=\"EUR\">6.00</cbc:Amount>");
  EInvoiceReading reading = read(text);
  CHECK(reading.invoice == sample());
  std::string again = einvoice::write_ubl({reading.invoice, reading.profile, &reading.kept});
  CHECK(again.find(">4.00<") != std::string::npos);
  CHECK(again.find(">10.00<") == std::string::npos);
  CHECK(read(again).invoice == sample());
}

TEST_CASE("kept values that would change the model are left out") {
  std::vector<KeptValue> kept = {
      {"/Invoice/PaymentTerms[2]/Note", "#SKONTO#TAGE=1#PROZENT=9.00#"}, {"/Invoice/Note", "n"}, {"nonsense", "x"}};
  std::string text = einvoice::write_ubl({sample(), "p", &kept});
  CHECK(read(text).invoice == sample());
  CHECK(text.find("SKONTO#TAGE=1#") == std::string::npos);
}

TEST_CASE("an extension in a vocabulary of its own comes back as it was, with its prefixes and namespaces") {
  std::string text = einvoice::write_ubl({sample(), "p"});
  const std::string inner =
      "<x:Terms x:kind=\"a &amp; b\">first <x:Mark/>then&lt;<Plain xmlns=\"\">1</Plain></x:Terms>";
  text.insert(text.find("<cbc:CustomizationID"),
              "<ext:UBLExtensions xmlns:ext=\"urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2\">"
              "<ext:UBLExtension><ext:ExtensionContent xmlns:x=\"urn:example:terms\">" +
                  inner + "</ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>");
  text.insert(text.find("<cac:PostalAddress"), "<y:Own xmlns:y=\"urn:example:own\">kept</y:Own>");
  EInvoiceReading reading = read(text);
  std::string again = einvoice::write_ubl({reading.invoice, reading.profile, &reading.kept});
  CHECK(again.find("<x:Terms x:kind=\"a &amp; b\">first <x:Mark></x:Mark>then&lt;<Plain xmlns=\"\">1</Plain></x:Terms>") !=
        std::string::npos);
  CHECK(again.find(">kept</y:Own>") != std::string::npos);
  // In its place, the first of the document.
  CHECK(again.find("UBLExtensions") < again.find("CustomizationID"));
  EInvoiceReading second = read(again);
  CHECK(second.invoice == reading.invoice);
  CHECK(einvoice::write_ubl({second.invoice, second.profile, &second.kept}) == again);
}

TEST_CASE("a fragment that is more or less than one element is not put into a document") {
  for (const char* bad : {"<a>", "<a></b>", "<a></a><b></b>", "text", "", "<a></a>text", "<!-- --><a></a>", "<a b=></a>",
                          "<a></a></cbc:ID>", "<a b=\"<\"></a>"}) {
    CHECK_FALSE_MESSAGE(einvoice::is_one_element(bad), bad);
    std::vector<KeptValue> kept = {{"/Invoice/a", bad, true}};
    CHECK(einvoice::write_ubl({sample(), "p", &kept}) == einvoice::write_ubl({sample(), "p"}));
  }
  CHECK(einvoice::is_one_element("<a:b c=\"1\">x<d></d>y</a:b>"));
}
