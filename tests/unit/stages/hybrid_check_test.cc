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
  // The same digits with the mark in another place are another amount.
  CHECK_FALSE(text.shows(*Decimal::parse("12345.00")));
  CHECK_FALSE(text.shows(*Decimal::parse("123450")));
  PageText marks({page_of({"19,00", "EUR", "1'250.00", "3.000", "7,5", "1.234.567"})});
  for (const char* seen : {"19", "1250.00", "3000", "3.000", "7.50", "1234567"}) CHECK(marks.shows(*Decimal::parse(seen)));
  for (const char* not_seen : {"1.90", "1900", "125", "75", "1234.567"})
    CHECK_FALSE(marks.shows(*Decimal::parse(not_seen)));
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
  // Both stand on the page; which is the total is read well enough to accuse, or not.
  CHECK(compare_with_pages(invoice("2.11"), {page_of({"2.11", "119,00"})}, invoice("119.00"), evidence).size() == 1);
  evidence["totals.gross"] = sure(980);
  CHECK(compare_with_pages(invoice("2.11"), {page_of({"2.11", "119,00"})}, invoice("119.00"), evidence).empty());
  evidence["totals.gross"] = sure(900);
  CHECK(compare_with_pages(invoice("1190.00"), pages, invoice("119.00"), evidence).empty());
}

TEST_CASE("lines, breakdown, dates and accounts of a hybrid are compared one by one") {
  auto make = [](const char* net, const char* tax, const char* due, const char* iban) {
    Invoice i = invoice("119.00");
    i.due_date = Date::parse(due);
    i.payment.iban = iban;
    i.lines = {{.id = "1", .net = Decimal::parse(net)}};
    i.taxes = {{.category = "S", .rate = Decimal::parse("19"), .basis = Decimal::parse("100.00"),
                .amount = Decimal::parse(tax)}};
    return i;
  };
  const Invoice page = make("100.00", "19.00", "2026-12-02", "DE89370400440532013000");
  EvidenceMap evidence;
  for (const char* path : {"lines[0].net", "taxes[0].amount", "taxes[0].basis", "due_date", "payment.iban"})
    evidence[path] = sure();
  std::vector<layout::Page> pages = {
      page_of({"100,00", "19,00", "119,00", "02.12.2026", "DE89", "3704", "0044", "0532", "0130", "00"})};
  auto fields = [&](const Invoice& xml) {
    std::string out;
    for (const Finding& finding : compare_with_pages(xml, pages, page, evidence)) out += finding.field + " ";
    return out;
  };
  CHECK(fields(page).empty());
  CHECK(fields(make("77.00", "19.00", "2026-12-02", "DE89370400440532013000")) == "lines[0].net ");
  CHECK(fields(make("100.00", "1.90", "2026-12-02", "DE89370400440532013000")) == "taxes[0].amount ");
  CHECK(fields(make("100.00", "19.00", "2026-12-31", "DE89370400440532013000")) == "due_date ");
  CHECK(fields(make("100.00", "19.00", "2026-12-02", "DE02120300000000202051")) == "payment.iban ");
  // Another amount of the XML in the place of the line: the breakdown has it too, but the page does not.
  evidence["lines[0].net"] = sure(960);
  CHECK(fields(make("19.00", "19.00", "2026-12-02", "DE89370400440532013000")).empty());
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

TEST_CASE("a file that was edited since the baseline is matched by its path") {
  Baseline baseline;
  REQUIRE(baseline.read(
      R"({"schema":"ap.record/1","id":")" + std::string(64, 'a') +
      R"(","state":"validated","source":{"name":"a.xml","path":"in/a.xml","bytes":1},"findings":[],"decision":{"route":"approve","reasons":[],"duplicate_of":null,"approvals":[]}})"));
  Record now;
  now.id = std::string(64, 'b');
  now.source.name = "a.xml";
  now.source.path = "in/a.xml";
  now.decision = Decision{.route = Route::review};
  CHECK(baseline.compare(now) == "a.xml (content changed): route approve -> review\n");
  CHECK(baseline.summary() == "1 changed, 0 the same, 0 new, 0 only in the baseline\n");
  now.source.path = "in/other.xml";
  CHECK(baseline.compare(now) == "a.xml: not in the baseline; route review\n");
}
