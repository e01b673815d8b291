#include "stages/hybrid_check.h"

#include <doctest/doctest.h>

#include "extract/payment_code.h"
#include "stages/baseline.h"
#include "stages/page_text.h"

using namespace ap;

namespace {

layout::Page page_of(std::initializer_list<const char*> words) {
  layout::Page page;
  page.number = 1;
  for (const char* text : words) page.words.push_back({.text = text, .box = {}});
  return page;
}

Invoice invoice(const char* gross) {
  Invoice i;
  i.number = "RE-17";
  i.currency = "EUR";
  i.issue_date = Date::parse("2026-11-02");
  i.totals.gross = Decimal::parse(gross);
  i.totals.payable = i.totals.gross;
  i.payment.iban = "DE89370400440532013000";
  return i;
}

Evidence sure(Confidence confidence = 990) {
  Evidence evidence;
  evidence.confidence = confidence;
  evidence.page = 1;
  return evidence;
}

constexpr const char* kEpc =
    "BCD\n002\n1\nSCT\nCOBADEFFXXX\nMüller\nDE89370400440532013000\nEUR1234.50\n\nRF18539007547034\n\n";

}  // namespace

TEST_CASE("a value is seen in any of its usual forms") {
  PageText text({page_of(
      {"Betrag", "1.234,50", "€", "am", "02.11.2026", "RE", "-", "17", "1", "234,50", "2026-1-5", "12/31/26"})});
  CHECK(text.shows(*Decimal::parse("1234.50")));
  CHECK(text.shows(*Decimal::parse("-1234.5")));
  CHECK_FALSE(text.shows(*Decimal::parse("1234.51")));
  CHECK(text.shows(*Date::parse("2026-11-02")));
  CHECK(text.shows(*Date::parse("2026-01-05")));
  CHECK(text.shows(*Date::parse("2026-12-31")));
  CHECK_FALSE(text.shows(*Date::parse("2026-11-03")));
  CHECK(text.shows("re-17"));
  CHECK_FALSE(text.shows("RE-18"));
}

TEST_CASE("an XML whose total no page shows is found, with both values; what a page shows or doubts accuses nobody") {
  std::vector<layout::Page> pages = {page_of({"Total", "119,00", "EUR", "02.11.2026", "RE-17"})};
  EvidenceMap evidence;
  evidence["totals.gross"] = sure();
  auto findings = compare_with_pages(invoice("1190.00"), pages, invoice("119.00"), evidence);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == "HYBRID_MISMATCH");
  CHECK(findings[0].field == "totals.gross");
  CHECK(findings[0].expected == "1190.00");
  CHECK(findings[0].actual == "119.00");
  CHECK(compare_with_pages(invoice("119.0"), pages, invoice("119.00"), evidence).empty());
  CHECK(compare_with_pages(invoice("2.11"), {page_of({"2.11", "119,00"})}, invoice("119.00"), evidence).empty());
  evidence["totals.gross"] = sure(900);
  CHECK(compare_with_pages(invoice("1190.00"), pages, invoice("119.00"), evidence).empty());
}

TEST_CASE("payment codes are read strictly") {
  auto epc = extract::read_payment_code(kEpc);
  REQUIRE(epc);
  CHECK(epc->iban == "DE89370400440532013000");
  CHECK(epc->amount == Decimal::parse("1234.50"));
  CHECK(epc->currency == "EUR");
  CHECK(epc->reference == "RF18539007547034");
  std::string swiss =
      "SPC\r\n0200\r\n1\r\nCH4431999123000889012\r\nS\r\nA\r\nB\r\n1\r\n8000\r\nZ\r\nCH\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n"
      "1949.75\r\nCHF\r\n"
      "S\r\nC\r\nD\r\n2\r\n9000\r\nE\r\nCH\r\nQRR\r\n210000000003139471430009017\r\n\r\nEPD";
  auto bill = extract::read_payment_code(swiss);
  REQUIRE(bill);
  CHECK(bill->iban == "CH4431999123000889012");
  CHECK(bill->amount == Decimal::parse("1949.75"));
  CHECK(bill->reference == "210000000003139471430009017");
  CHECK_FALSE(extract::read_payment_code("https://example.org"));
  CHECK_FALSE(extract::read_payment_code("BCD\n002\n1\nSCT\n\nX"));
  CHECK_FALSE(extract::read_payment_code("BCD\n002\n1\nSCT\n\nX\nDE1\nEURmany"));
}

TEST_CASE("a payment code that pays something else is found") {
  layout::Page page = page_of({});
  page.codes.push_back({"QRCode", kEpc, {}});
  CHECK(compare_with_codes(invoice("1234.5"), {page}).empty());
  auto amount = compare_with_codes(invoice("1234.51"), {page});
  REQUIRE(amount.size() == 1);
  CHECK(amount[0].field == "totals.payable");
  Invoice other = invoice("1234.50");
  other.payment.iban = "DE02120300000000202051";
  auto iban = compare_with_codes(other, {page});
  REQUIRE(iban.size() == 1);
  CHECK(iban[0].rule == "QR_MISMATCH");
  CHECK(iban[0].actual == "DE89370400440532013000");
}

TEST_CASE("the form of a hybrid: name, relationship, metadata, profile") {
  EInvoiceReading reading;
  reading.profile = "urn:cen.eu:en16931:2017";
  Attachment good{
      .name = "factur-x.xml", .media_type = "text/xml", .relationship = "Alternative", .description = "", .bytes = ""};
  std::string xmp =
      "<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName><fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>";
  CHECK(check_hybrid_form(good, xmp, reading).empty());
  CHECK(check_hybrid_form(good, "<x fx:DocumentFileName='factur-x.xml' fx:ConformanceLevel='EN 16931'/>", reading)
            .empty());
  CHECK(check_hybrid_form(good, "", reading).size() == 1);
  reading.profile = "urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic";
  CHECK(check_hybrid_form(good, xmp, reading).size() == 1);
  Attachment odd{.name = "invoice.xml", .media_type = "text/xml", .relationship = "", .description = "", .bytes = ""};
  CHECK(check_hybrid_form(odd, "", reading).size() == 3);
}

TEST_CASE("a baseline names what changed and nothing else") {
  std::string old =
      R"({"schema":"ap.record/1","id":null,"state":"validated","source":{"name":"a.xml","bytes":1},"findings":[{"set":"ap","rule":"X","severity":"error","message":"m"}],"decision":{"route":"review","reasons":[],"duplicate_of":null,"approvals":[]}})";
  Baseline baseline;
  REQUIRE(baseline.read(old + "\n\n"));
  Record now;
  now.source.name = "a.xml";
  now.state = State::validated;
  now.decision = Decision{.route = Route::review};
  now.findings.push_back({.set = "ap", .rule = "X", .severity = Severity::error});
  CHECK(baseline.compare(now) == "");
  CHECK_FALSE(baseline.changed());
  now.findings[0].rule = "Y";
  now.decision->route = Route::approve;
  CHECK(baseline.compare(now) == "a.xml: route review -> approve; new: ap Y (error); gone: ap X (error)\n");
  CHECK(baseline.summary() == "1 changed, 1 the same, 0 new, 0 only in the baseline\n");
  CHECK_FALSE(baseline.read("{broken").has_value());
}
