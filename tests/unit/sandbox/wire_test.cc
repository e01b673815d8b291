#include "adapters/sandbox/wire.h"

#include <doctest/doctest.h>

#include <random>

#include "adapters/sandbox/messages.h"

namespace {

ap::PageReading sample_pages() {
  ap::layout::Word word{
      .text = "Straße", .box = {100, 200, 3000, 1400}, .confidence = 930, .font_size = 1000, .bold = true};
  ap::layout::Code code{.format = "QRCode", .text = "BCD\n002", .box = {1, 2, 3, 4}};
  ap::layout::Page page{.number = 1,
                        .width = 59500,
                        .height = 84200,
                        .rotation = 90,
                        .source = ap::layout::PageSource::mixed,
                        .language = "de",
                        .words = {word, word},
                        .others = {word},
                        .codes = {code}};
  ap::PageReading reading{.pages = {page}, .xmp = "<x/>", .ocr_engine = "tesseract"};
  reading.attachments.push_back({"a.xml", "text/xml", "Alternative", "", std::string("\0\xFF<", 3)});
  return reading;
}

ap::EInvoiceReading sample_invoice() {
  ap::EInvoiceReading reading{.syntax = "ubl", .profile = "p", .document_type_code = "380"};
  reading.invoice.number = "17";
  reading.invoice.issue_date = ap::Date::from_ymd(2026, 11, 2);
  reading.invoice.totals.gross = ap::Decimal::scaled(-11900, 2);
  reading.invoice.lines.push_back({.id = "1", .description = "Bolts", .quantity = ap::Decimal(2)});
  reading.invoice.payee = ap::Party{.name = "Factor"};
  reading.paths = {{"number", "/Invoice/ID"}};
  reading.findings.push_back({.set = "en16931", .rule = "BR-01", .severity = ap::Severity::warning});
  reading.checks = {10, 1, {{"X", "no data"}}};
  return reading;
}

}  // namespace

TEST_CASE("what is encoded is decoded the same") {
  ap::PageReading pages;
  REQUIRE(ap::wire::decode(ap::wire::encode(sample_pages()), pages));
  CHECK(pages.pages == sample_pages().pages);
  CHECK(pages.attachments.at(0).bytes == sample_pages().attachments.at(0).bytes);
  CHECK(pages.attachments.at(0).relationship == "Alternative");

  ap::EInvoiceReading invoice;
  REQUIRE(ap::wire::decode(ap::wire::encode(sample_invoice()), invoice));
  CHECK(invoice.invoice == sample_invoice().invoice);
  CHECK(invoice.invoice.totals.gross->str() == "-119.00");
  CHECK(invoice.findings == sample_invoice().findings);
  CHECK(invoice.checks == sample_invoice().checks);
  CHECK(invoice.paths == sample_invoice().paths);

  ap::wire::Request request{.verb = ap::wire::Verb::pages, .passwords = {"", "secret"}, .page = 3, .bytes = "%PDF\0"};
  request.limits.pages = 7;
  ap::wire::Request back;
  const std::string whole = ap::wire::encode(request);
  REQUIRE(ap::wire::decode(whole, back));
  CHECK(back.bytes == request.bytes);
  CHECK(ap::wire::encode_head(request) + std::string(request.bytes) == whole);
  CHECK(back.limits == request.limits);
  CHECK(back.passwords == request.passwords);
  CHECK(back.verb == ap::wire::Verb::pages);

  ap::wire::LaidRequest laid{request, 17, 1u << 17}, seen;
  CHECK_FALSE(ap::wire::decode(ap::wire::encode(laid), seen));  // it brings a document of its own
  laid.request.bytes = {};
  REQUIRE(ap::wire::decode(ap::wire::encode(laid), seen));
  CHECK(seen.at == 17);
  CHECK(seen.size == 1u << 17);
  CHECK(seen.request.limits == request.limits);
}

TEST_CASE("every shortened message is refused") {
  std::string whole = ap::wire::encode(sample_pages());
  for (std::size_t length = 0; length < whole.size(); ++length) {
    ap::PageReading pages;
    CHECK_FALSE(ap::wire::decode(std::string_view(whole).substr(0, length), pages));
  }
  ap::PageReading pages;
  CHECK_FALSE(ap::wire::decode(whole + "x", pages));
}

TEST_CASE("a count beyond the message is refused before memory is taken") {
  ap::wire::Decoder decoder(std::string_view("\xFF\xFF\xFF\xFF", 4));
  std::vector<std::string> list;
  decoder(list);
  CHECK(decoder.failed());
  CHECK(list.capacity() < 1000);
}

TEST_CASE("values outside their range are refused") {
  auto refused = [](auto change) {
    // What a worker that was taken over might send: no page of ours is packed so.
    auto text = [](const ap::layout::Page& page) {
      ap::wire::Encoder encoder;
      encoder(ap::layout::pack(page));
      return encoder.take();
    };
    ap::PageReading pages = sample_pages();
    ap::layout::Page page = pages.pages[0];
    pages.pages = {page};
    std::string message = ap::wire::encode(pages);
    const std::string own = text(page);
    const std::size_t at = message.find(own);
    REQUIRE(at != std::string::npos);
    change(page);
    message.replace(at, own.size(), text(page));
    ap::PageReading back;
    return !ap::wire::decode(message, back) || back.pages[0].number != 1;
  };
  CHECK_FALSE(refused([](auto&) {}));
  CHECK_FALSE(refused([](auto& page) { page.number = 2; }));  // it is that of its place
  CHECK(refused([](auto& page) { page.rotation = 45; }));
  CHECK(refused([](auto& page) { page.width = -1; }));
  CHECK(refused([](auto& page) { page.source = static_cast<ap::layout::PageSource>(9); }));
  CHECK(refused([](auto& page) { page.words[0].confidence = 1001; }));
  CHECK(refused([](auto& page) { page.words[0].box.x1 = page.words[0].box.x0 - 1; }));
  CHECK(refused([](auto& page) { page.words[0].box.y1 = 2'000'000'000; }));
}

TEST_CASE("text that is no UTF-8 is made so") {
  CHECK(ap::valid_utf8("Gr\xC3\xBC\xC3\x9F") == "Gr\xC3\xBC\xC3\x9F");
  CHECK(ap::valid_utf8("a\xFFz") == "a\xEF\xBF\xBDz");
  CHECK(ap::valid_utf8("\xC0\xAF") == "\xEF\xBF\xBD\xEF\xBF\xBD");          // overlong
  CHECK(ap::valid_utf8("\xED\xA0\x80").find('\xED') == std::string::npos);  // surrogate
  CHECK(ap::valid_utf8(std::string_view("a\0b", 3)) ==
        "a\xEF\xBF\xBD"
        "b");
  CHECK(ap::valid_utf8("\xF0\x9F\x92\xB6") == "\xF0\x9F\x92\xB6");
}

TEST_CASE("a frame header with a wrong mark or kind is refused") {
  std::string header = ap::wire::encode_header({ap::wire::FrameKind::reply, 12});
  REQUIRE(ap::wire::decode_header(header));
  CHECK(ap::wire::decode_header(header)->length == 12);
  std::string wrong = header;
  wrong[0] = 'X';
  CHECK_FALSE(ap::wire::decode_header(wrong));
  wrong = header;
  wrong[4] = 9;
  CHECK_FALSE(ap::wire::decode_header(wrong));
  CHECK_FALSE(ap::wire::decode_header(header.substr(1)));
}

TEST_CASE("messages with random bytes changed are decoded or refused, never more") {
  std::mt19937 random(17);
  std::string pages = ap::wire::encode(sample_pages()), invoice = ap::wire::encode(sample_invoice());
  for (int round = 0; round < 3000; ++round) {
    for (std::string whole : {pages, invoice}) {
      for (int change = 0; change < 3; ++change) whole[random() % whole.size()] = static_cast<char>(random());
      ap::PageReading a;
      ap::EInvoiceReading b;
      ap::wire::decode(whole, a);
      ap::wire::decode(whole, b);
    }
  }
}
