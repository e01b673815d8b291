#include "stages/extract.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "adapters/memory/blob_store.h"
#include "adapters/system/files.h"
#include "core/digest.h"
#include "core/error.h"
#include "support/fixed_clock.h"
#include "support/plain_reader.h"
#include "support/temp_folder.h"
#include "unit/extract/pages.h"

using namespace ap;

namespace {

// XML is "<invoice NUMBER>" with one line item unless it says "bare"; PDFs read as `pdf` says.
class ScriptedReader : public test::PlainReader {
 public:
  PageReading pdf;
  std::optional<PageReading> with_pictures;  // what the PDF gives where print in pictures is asked for
  int readings = 0;

  std::expected<PageReading, ReadFailure> read_pages(Bytes bytes, const PageOptions& options) override {
    ++readings;
    auto text = as_text(bytes);
    if (text.starts_with("%PDF-locked")) return failure(ReadFailureKind::encrypted);
    if (text.starts_with("%PDF-bomb")) return failure(ReadFailureKind::timed_out);
    if (no_worker) return failure(ReadFailureKind::no_worker);
    return !options.print_places.empty() && with_pictures ? *with_pictures : pdf;
  }

  std::expected<EInvoiceReading, ReadFailure> read_einvoice(Bytes bytes, const EInvoiceOptions&) override {
    auto text = as_text(bytes);
    if (text.starts_with("<broken")) return failure(ReadFailureKind::unreadable);
    if (!text.starts_with("<invoice ")) return failure(ReadFailureKind::unsupported_type);
    EInvoiceReading out;
    out.syntax = "cii";
    out.profile = "urn:test";
    out.invoice.number = text.substr(9, text.find('>') - 9);
    out.invoice.totals.gross = Decimal::parse("119.00");
    if (text.find("bare") == std::string_view::npos) out.invoice.lines.push_back({.id = "1"});
    return out;
  }

 private:
  static std::unexpected<ReadFailure> failure(ReadFailureKind kind) {
    return std::unexpected(ReadFailure{kind, "as the test wants it"});
  }
};

struct Kit {
  ScriptedReader reader;
  memory::MemoryBlobStore blobs;
  system::SystemFiles files;
  test::FixedClock clock;

  Record record(const std::string& bytes) {
    Record out;
    out.id = sha256_hex(as_bytes(bytes));
    out.source.name = "test";
    blobs.put(out.id, as_bytes(bytes));
    return out;
  }
  Record extract(Record record) {
    return Extractor(reader, &blobs, files, clock, {}).extract(std::move(record)).record;
  }
  Record extract(const std::string& bytes) { return extract(record(bytes)); }
};

layout::Page page(std::vector<std::string> words, layout::PageSource source) {
  layout::Page out{.number = 1, .width = 59500, .height = 84200, .source = source};
  std::int32_t x = 5000;
  for (std::string& word : words) {
    out.words.push_back({.text = std::move(word), .box = {x, 5000, x + 3000, 6000}, .font_size = 1000});
    x += 3500;
  }
  return out;
}

// The one rule that found something, what the form of a hybrid is not like aside.
std::string only_rule(Record record) {
  std::erase_if(record.findings, [](const Finding& finding) { return finding.rule == "HYBRID_FORM"; });
  return record.findings.size() == 1 ? record.findings[0].rule : record.findings.empty() ? "none" : "several";
}

}  // namespace

TEST_CASE("an XML e-invoice is read as it stands, and every value is its own evidence") {
  Kit kit;
  Record record = kit.extract("<invoice R-1>");
  CHECK(record.state == State::extracted);
  CHECK(record.source.media_type == "application/xml");
  CHECK(record.extraction->method == "einvoice");
  CHECK(record.extraction->syntax == "cii");
  CHECK(record.invoice->number == "R-1");
  CHECK(record.evidence.at("totals.gross").text == "119.00");
  CHECK(record.evidence.at("totals.gross").how == How::einvoice);
  CHECK(record.evidence.at("totals.gross").confidence == kCertain);
  CHECK(record.findings.empty());
}

TEST_CASE("XML that is no invoice is refused") {
  Kit kit;
  Record record = kit.extract("<html>");
  CHECK(record.state == State::failed);
  CHECK(record.route() == Route::reject);
  CHECK(only_rule(record) == "UNSUPPORTED_TYPE");
  CHECK_FALSE(record.invoice);
}

TEST_CASE("an e-invoice inside a PDF goes before the text of its pages, whatever its name") {
  Kit kit;
  kit.reader.pdf.pages = {page({"Invoice", "4711"}, layout::PageSource::text)};
  kit.reader.pdf.attachments = {{.name = "photo.bin", .bytes = "no markup"},
                                {.name = "x.dat", .bytes = "<invoice R-2>"}};
  Record record = kit.extract("%PDF-hybrid");
  CHECK(record.extraction->method == "einvoice");
  CHECK(record.extraction->pages == 1);
  CHECK(record.invoice->number == "R-2");
  CHECK(only_rule(record) == "HYBRID_MISMATCH");  // the page shows the number 4711
  CHECK(record.findings.size() == 4);             // name, relationship and metadata are not as Factur-X wants them
}

TEST_CASE("of several e-invoices in one PDF the fullest is taken, and that is said") {
  Kit kit;
  kit.reader.pdf.attachments = {{.name = "a.xml", .bytes = "<invoice A>bare"},
                                {.name = "b.xml", .bytes = "<invoice B>"}};
  Record record = kit.extract("%PDF-two");
  CHECK(record.invoice->number == "B");
  CHECK(only_rule(record) == "SEVERAL_E_INVOICES");
}

TEST_CASE("a profile without lines is left without lines") {
  Kit kit;
  kit.reader.pdf.pages = {page({"Item", "1", "119.00"}, layout::PageSource::text)};
  kit.reader.pdf.attachments = {{.name = "a.xml", .bytes = "<invoice A>bare"}};
  Record record = kit.extract("%PDF-minimum");
  CHECK(record.invoice->lines.empty());
  CHECK(only_rule(record) == "PROFILE_WITHOUT_LINES");
}

TEST_CASE("an embedded e-invoice that is broken is reported, and the pages are read") {
  Kit kit;
  kit.reader.pdf.pages = {page({"Invoice", "4711"}, layout::PageSource::text)};
  kit.reader.pdf.attachments = {{.name = "factur-x.xml", .bytes = "<broken"}};
  Record record = kit.extract("%PDF-broken-xml");
  CHECK(record.extraction->method == "text");
  CHECK(record.findings.at(0).rule == "EMBEDDED_XML_UNREADABLE");
}

TEST_CASE("the method tells where the words came from") {
  using enum layout::PageSource;
  struct Case {
    std::vector<layout::PageSource> pages;
    std::string method;
  };
  std::vector<Case> cases = {{{text}, "text"},
                             {{ocr}, "ocr"},
                             {{text, ocr}, "mixed"},
                             {{layout::PageSource::mixed}, "mixed"},
                             {{blank, ocr}, "ocr"}};
  for (const Case& each : cases) {
    Kit kit;
    for (auto source : each.pages) kit.reader.pdf.pages.push_back(page({"Invoice", "4711"}, source));
    CHECK(kit.extract("%PDF-1").extraction->method == each.method);
  }
}

TEST_CASE("pictures in a text page are read only where the text leaves something open") {
  const std::vector<std::string_view> rows{"Northwind Supplies Ltd",
                                           "12 Mill Lane, Leeds LS1 4AP",
                                           "",
                                           "Invoice number: NW-2207",
                                           "Invoice date: 14 May 2026",
                                           "",
                                           "VAT No: GB 123 4567 82",
                                           "",
                                           "Net total            100.00 GBP",
                                           "VAT 20 %              20.00 GBP",
                                           "Total                120.00 GBP"};
  Kit kit;
  kit.reader.pdf.pages = {extract::page_of(rows)};
  kit.reader.with_pictures = kit.reader.pdf;
  layout::Page other = extract::page_of(rows);
  other.words[0].text = "Southwind";
  kit.reader.with_pictures->pages = {other};
  kit.reader.pdf.print_places = {{.page = 1, .box = {1000, 1000, 9000, 3000}}};
  Record record = kit.extract("%PDF-text");
  CHECK(record.invoice->seller.name == "Northwind Supplies Ltd");
  CHECK(kit.reader.readings == 1);

  // Without its head the page says no seller.
  layout::Page headless = extract::page_of({rows.begin() + 2, rows.end() - 5});
  headless.codes = {
      {.format = "QRCode", .text = "BCD\n002\n1\nSCT\n\nSouthwind\nDE02120300000000202051\nEUR500.00", .box = {}}};
  kit.reader.pdf.pages = {headless};
  record = kit.extract("%PDF-headless");
  CHECK(record.invoice->seller.name == "Southwind Supplies Ltd");
  // Of a code that only the first look sees.
  CHECK(std::any_of(record.findings.begin(), record.findings.end(),
                    [](const Finding& finding) { return finding.rule == "QR_MISMATCH"; }));
  CHECK(kit.reader.readings == 3);

  // Where no picture is left there is nothing to look at twice.
  kit.reader.pdf.print_places.clear();
  kit.extract("%PDF-bare");
  CHECK(kit.reader.readings == 4);
}

TEST_CASE("pages without a single word are unreadable") {
  Kit kit;
  kit.reader.pdf.pages = {page({}, layout::PageSource::blank)};
  Record record = kit.extract("%PDF-blank");
  CHECK(record.state == State::failed);
  CHECK(only_rule(record) == "UNREADABLE");
}

TEST_CASE("what the reader refuses becomes a finding with its code") {
  Kit kit;
  CHECK(only_rule(kit.extract("%PDF-locked")) == "ENCRYPTED");
  Record typed = kit.record("%PDF-bomb");
  typed.source.media_type = "application/pdf";
  CHECK(only_rule(kit.extract(typed)) == "RESOURCE_LIMIT");
  CHECK(only_rule(kit.extract("Mail <1>\n")) == "UNSUPPORTED_TYPE");
}

TEST_CASE("a reader that cannot work now leaves the document for another try") {
  Kit kit;
  Record record = kit.record("%PDF-1");
  record.source.media_type = "application/pdf";
  kit.reader.no_worker = true;
  CHECK_THROWS_AS(kit.extract(record), Error);
}

TEST_CASE("bytes come from the path only when they still are those of the record") {
  Kit kit;
  test::TempFolder folder;
  test::write_file(folder / "a.xml", "<invoice R-3>");
  Record record;
  record.id = sha256_hex(as_bytes("<invoice R-3>"));
  record.source.path = folder / "a.xml";
  CHECK(kit.extract(record).invoice->number == "R-3");

  test::write_file(folder / "a.xml", "<invoice R-4>");
  Record other = kit.extract(record);
  CHECK(other.state == State::failed);
  CHECK(other.findings[0].message.find("holds other bytes") != std::string::npos);

  record.source.path.clear();
  CHECK(kit.extract(record).findings[0].message.find("no path is known") != std::string::npos);
}

TEST_CASE("redoing replaces what extraction and later stages said, and keeps what belongs to others") {
  Kit kit;
  Record record = kit.record("<invoice R-5>");
  record.state = State::validated;
  record.findings = {{.set = "intake", .rule = "NOTE", .severity = Severity::info, .message = "of ingest"},
                     {.set = "controls", .rule = "TOTAL_MISMATCH", .message = "of validate"}};
  record.decision = Decision{.route = Route::review};
  record.checks = Checks{.run = 3};
  record.coding.account = "4400";
  record.unknown = {{"/x_mine", "1"}};
  Record again = kit.extract(record);
  CHECK(again.state == State::extracted);
  CHECK(only_rule(again) == "NOTE");
  CHECK_FALSE(again.decision);
  CHECK_FALSE(again.checks);
  CHECK(again.coding.account == "4400");
  CHECK(again.unknown == record.unknown);
}

namespace {

layout::Page lines_page(const std::vector<std::vector<std::string>>& lines) {
  layout::Page out{.number = 1, .width = 59500, .height = 84200, .source = layout::PageSource::text};
  std::int32_t y = 5000;
  for (const auto& words : lines) {
    std::int32_t x = 5000;
    for (const std::string& word : words) {
      auto width = static_cast<std::int32_t>(word.size()) * 500;
      out.words.push_back({.text = word, .box = {x, y, x + width, y + 1000}, .font_size = 1000});
      x += width + 400;
    }
    y += 1600;
  }
  return out;
}

layout::Page invoice_page(const std::string& number) {
  return lines_page({{"INVOICE"},
                     {"Invoice", "number:", number},
                     {"Invoice", "date:", "5", "March", "2024"},
                     {"Net", "total", "100.00", "EUR"},
                     {"VAT", "19%", "19.00", "EUR"},
                     {"Grand", "total", "119.00", "EUR"}});
}

}  // namespace

TEST_CASE("a scan with several invoices is taken apart, and every page is accounted for") {
  Kit kit;
  kit.reader.pdf.pages = {invoice_page("R-17"), page({}, layout::PageSource::blank), invoice_page("R-18")};
  Record scan = kit.record("%PDF-scan");
  scan.source.name = "scan.pdf";
  Extracted out = Extractor(kit.reader, &kit.blobs, kit.files, kit.clock, {}).extract(Record(scan));
  CHECK(out.record.state == State::validated);
  CHECK_FALSE(out.record.invoice);
  CHECK_FALSE(out.record.route());
  CHECK(only_rule(out.record) == "SPLIT");
  REQUIRE(out.parts.size() == 2);
  REQUIRE(out.record.extraction->parts.size() == 2);
  CHECK(out.record.extraction->parts[1].id == out.parts[1].id);
  CHECK(out.record.extraction->skipped == std::vector<SkippedPages>{{{2, 2}, "blank"}});
  CHECK(out.parts[0].invoice->number == "R-17");
  CHECK(out.parts[1].invoice->number == "R-18");
  CHECK(out.parts[1].source.parent == scan.id);
  CHECK(out.parts[1].source.pages == std::pair(3, 3));
  CHECK(out.parts[1].source.name == "scan.pdf#p3");
  CHECK(out.parts[1].evidence.at("number").page == 1);

  SUBCASE("the same parts have the same ids again") {
    Extracted again = Extractor(kit.reader, &kit.blobs, kit.files, kit.clock, {}).extract(Record(scan));
    CHECK(again.parts[0].id == out.parts[0].id);
    CHECK(again.parts[0].id != again.parts[1].id);
  }
  SUBCASE("a part is read again from its scan") {
    Record part = kit.extract(out.parts[1]);
    CHECK(part.id == out.parts[1].id);
    CHECK(part.invoice->number == "R-18");
  }
  SUBCASE("a part whose pages are gone fails and says so") {
    out.parts[1].source.pages = {7, 8};
    CHECK(kit.extract(out.parts[1]).findings.at(0).message.find("no pages 7-8") != std::string::npos);
  }
  SUBCASE("never means never") {
    ExtractSettings whole;
    whole.split = false;
    Extracted one = Extractor(kit.reader, &kit.blobs, kit.files, kit.clock, whole).extract(Record(scan));
    CHECK(one.parts.empty());
    CHECK(one.record.state == State::extracted);
  }
}
