#include "adapters/poppler/pdf_document.h"

#include <doctest/doctest.h>

#include "adapters/poppler/groundwork.h"
#include "support/tiny_pdf.h"

namespace {

using ap::as_bytes;
using ap::ReadFailureKind;
using ap::pdf::Document;
using ap::testing::build;
using ap::testing::TinyPdf;

ap::layout::Page page_of(const TinyPdf& pdf, int number = 1) {
  std::string bytes = build(pdf);
  auto document = Document::open(as_bytes(bytes), {}, {});
  REQUIRE(document);
  auto page = document->page(number);
  REQUIRE(page);
  return *page;
}

bool near(std::int32_t a, std::int32_t b, std::int32_t by = 150) { return std::abs(a - b) <= by; }

}  // namespace

TEST_CASE("words have boxes from the upper left, size and weight") {
  auto page = page_of({.pages = {"Invoice  RE-17\nTotal"}, .font = "Helvetica-Bold"});
  REQUIRE(page.words.size() == 3);
  CHECK(page.words[0].text == "Invoice");
  CHECK(page.words[2].text == "Total");
  CHECK(page.words[0].font_size == 1200);
  CHECK(page.words[0].bold);
  CHECK(page.words[0].confidence == ap::kCertain);
  CHECK(near(page.words[0].box.x0, 7200));
  CHECK(near(page.words[0].box.y1, 7200, 400));  // the base line stands 72 points from the top
  CHECK(page.words[2].box.y0 > page.words[0].box.y1 - 300);
  CHECK(page.width == 59500);
  CHECK(page.height == 84200);
  CHECK_FALSE(page_of({}).words[0].bold);
}

TEST_CASE("letters of a ligature that come with their bytes exchanged are put right, signs that stand alone are not") {
  constexpr const char* kExchanged = "<< /Type /Encoding /Differences [102 /uni6600 116 /uni7400] >>";  // f and t
  auto page = page_of({.pages = {"Software fx"}, .encoding = kExchanged});
  REQUIRE(page.words.size() == 2);
  CHECK(page.words[0].text == "Software");
  CHECK(page.words[1].text == "\u6600x");
}

TEST_CASE("a page turned by its own entry is upright, with the size of what is seen") {
  auto straight = page_of({});
  auto turned = page_of({.media_box = "[0 0 842 595]"});
  CHECK(turned.width == 84200);
  // Landscape by /Rotate with text along it: the page as it lies is upright, so text runs up or down and the page is
  // turned back by what most of its text says.
  auto rotated = page_of({.rotate = 90});
  CHECK(rotated.rotation == 270);
  CHECK(rotated.width == straight.width);
  CHECK(rotated.height == straight.height);
  CHECK(near(rotated.words[0].box.x0, straight.words[0].box.x0));
  CHECK(near(rotated.words[0].box.y0, straight.words[0].box.y0));
  auto over = page_of({.rotate = 180});
  CHECK(over.rotation == 180);
  CHECK(near(over.words[0].box.y0, straight.words[0].box.y0));
}

TEST_CASE("a picture of a page stands as its words do") {
  for (int rotate : {0, 90, 180, 270}) {
    CAPTURE(rotate);
    std::string bytes = build({.rotate = rotate});
    auto document = Document::open(as_bytes(bytes), {}, {});
    auto page = document->page(1);
    auto picture = document->render(1, 72, page->rotation);
    REQUIRE(picture);
    CHECK(picture->width == 595);
    CHECK(picture->height == 842);
    // There is ink where the first word is said to be, and none elsewhere.
    auto darkest = [&](const ap::Box& box) {
      int dark = 255;
      for (int y = box.y0 / 100; y < box.y1 / 100; ++y) {
        for (int x = box.x0 / 100; x < box.x1 / 100; ++x) {
          dark = std::min<int>(dark, picture->gray[static_cast<std::size_t>(y) * picture->width + x]);
        }
      }
      return dark;
    };
    CHECK(darkest(page->words[0].box) < 128);
    CHECK(darkest({20000, 20000, 50000, 80000}) == 255);
  }
}

TEST_CASE("words off the page are left out") {
  std::string far = "Seen) Tj 2000 0 Td (Hidden";
  auto page = page_of({.pages = {far}});
  REQUIRE(page.words.size() == 1);
  CHECK(page.words[0].text == "Seen");
}

TEST_CASE("embedded files come with name, type and bytes") {
  TinyPdf pdf{.catalog_extra = "/Names << /EmbeddedFiles << /Names [(a) 100 0 R] >> >>"};
  pdf.objects = {
      "<< /Type /Filespec /F (factur-x.xml) /UF (factur-x.xml) /Desc (Invoice data) /AFRelationship /Data "
      "/EF << /F 101 0 R >> >>",
      "<< /Type /EmbeddedFile /Subtype /text#2Fxml /Length 4 >>\nstream\n<x/>\nendstream"};
  std::string bytes = build(pdf);
  auto document = Document::open(as_bytes(bytes), {}, {});
  auto files = document->attachments();
  REQUIRE(files);
  REQUIRE(files->size() == 1);
  CHECK(files->at(0).name == "factur-x.xml");
  CHECK(files->at(0).bytes == "<x/>");
  CHECK(files->at(0).description == "Invoice data");
  CHECK(files->at(0).relationship == "Data");
  ap::ReadLimits few;
  few.attachments = 0;
  CHECK(Document::open(as_bytes(bytes), {}, few)->attachments().error().kind == ReadFailureKind::resource_limit);
}

TEST_CASE("metadata is handed on") {
  TinyPdf pdf{.catalog_extra = "/Metadata 100 0 R"};
  pdf.objects = {"<< /Type /Metadata /Subtype /XML /Length 13 >>\nstream\n<x:xmpmeta/> \nendstream"};
  std::string bytes = build(pdf);
  CHECK(Document::open(as_bytes(bytes), {}, {})->xmp().find("xmpmeta") != std::string::npos);
  CHECK(Document::open(as_bytes(build({})), {}, {})->xmp().empty());
}

TEST_CASE("damaged and oversized documents are refused with the limit named") {
  auto open = [](const std::string& bytes, const ap::ReadLimits& limits = {}) {
    return Document::open(as_bytes(bytes), {}, limits);
  };
  CHECK(open("%PDF-1.7\n").error().kind == ReadFailureKind::unreadable);
  CHECK(open(build({}).substr(0, 300)).error().kind == ReadFailureKind::unreadable);
  ap::ReadLimits limits;
  limits.pages = 1;
  std::string two = build({.pages = {"a", "b"}});
  CHECK(open(two, limits).error().message.find("pages = 1") != std::string::npos);
  std::string vast = build({.media_box = "[0 0 200000 200000]"});
  CHECK(open(vast)->page(1).error().message.find("page_points = 14400") != std::string::npos);
  limits = {};
  limits.words = 3;
  std::string wordy = build({.pages = {"one two three four"}});
  CHECK(open(wordy, limits)->page(1).error().message.find("words = 3") != std::string::npos);
}

TEST_CASE("a large page is drawn coarsely rather than not at all") {
  std::string bytes = build({.media_box = "[0 0 14000 14000]"});
  auto document = Document::open(as_bytes(bytes), {}, {});
  auto picture = document->render(1, 300, 0, 20'000'000);
  REQUIRE(picture->width > 0);
  CHECK(picture->dpi < 300);
  CHECK(std::int64_t{picture->width} * picture->height <= 20'000'000);
  ap::ReadLimits limits;
  limits.page_pixels = 1000;
  CHECK(Document::open(as_bytes(bytes), {}, limits)->render(1, 72).error().kind == ReadFailureKind::resource_limit);
}

TEST_CASE("the groundwork leaves what is read of a PDF as it was") {
  const TinyPdf pdf{.pages = {"Invoice RE-17 of Jos\xE9 & Co."}, .font = "Times-Bold"};
  const ap::layout::Page before = page_of(pdf);
  ap::pdf::Groundwork groundwork;
  CHECK_FALSE(groundwork.fonts_found());
  groundwork.find_fonts();
  CHECK(groundwork.fonts_found());
  const ap::layout::Page after = page_of(pdf);
  REQUIRE(after.words.size() == before.words.size());
  for (std::size_t i = 0; i < after.words.size(); ++i) {
    CHECK(after.words[i].text == before.words[i].text);
    CHECK(after.words[i].box == before.words[i].box);
    CHECK(after.words[i].bold == before.words[i].bold);
  }
}
