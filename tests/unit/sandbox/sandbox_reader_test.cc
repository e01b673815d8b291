#include "adapters/sandbox/sandbox_reader.h"

#include <doctest/doctest.h>
#include <signal.h>
#include <unistd.h>

#include <deque>
#include <filesystem>
#include <fstream>
#include <string>

#include "core/error.h"
#include "support/tiny_pdf.h"

namespace {

using ap::as_bytes;
using ap::testing::build;
using ap::testing::TinyPdf;

std::unique_ptr<ap::SandboxReader> open_reader(ap::SandboxOptions options = {}) {
  options.worker = AP_WORKER;
  return ap::open_sandbox_reader(options);
}

std::string words_of(const ap::layout::Page& page) {
  std::string out;
  for (const auto& word : page.words) out += (out.empty() ? "" : " ") + word.text;
  return out;
}

// The child processes of this one.
std::vector<pid_t> children() {
  std::vector<pid_t> out;
  for (const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
    std::ifstream list(task.path() / "children");
    for (pid_t pid; list >> pid;) out.push_back(pid);
  }
  return out;
}

}  // namespace

TEST_CASE("a PDF is inspected and read through the worker") {
  auto reader = open_reader();
  std::string pdf = build({.pages = {"Invoice RE-17 dated 2026-11-02", "Total 119.00 EUR to be paid"}});
  auto inspection = reader->inspect(as_bytes(pdf));
  REQUIRE(inspection);
  CHECK(inspection->media_type == "application/pdf");
  CHECK(inspection->pages == 2);
  CHECK_FALSE(inspection->encrypted);
  auto reading = reader->read_pages(as_bytes(pdf), {});
  REQUIRE(reading);
  REQUIRE(reading->pages.size() == 2);
  CHECK(words_of(reading->pages[1]) == "Total 119.00 EUR to be paid");
  CHECK(reading->ocr_engine.empty());
}

TEST_CASE("e-invoices go through a child that takes many") {
  auto reader = open_reader();
  const std::string xml =
      "<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2' "
      "xmlns:cbc='urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'><cbc:ID>RE-17</cbc:ID></"
      "Invoice>";
  for (int i = 0; i < 3; ++i) {
    CHECK(reader->inspect(as_bytes(xml))->media_type == "application/xml");
    auto reading = reader->read_einvoice(as_bytes(xml), {});
    REQUIRE(reading);
    CHECK(reading->syntax == "ubl");
    CHECK(reading->invoice.number == "RE-17");
    CHECK_FALSE(reader->read_einvoice(as_bytes("<a>"), {}));
  }
}

TEST_CASE("e-invoices that were begun before their turn are the same, whatever becomes of the child") {
  auto reader = open_reader();
  auto document = [](int number) {
    return "<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2' "
           "xmlns:cbc='urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'><cbc:ID>RE-" +
           std::to_string(number) + "</cbc:ID></Invoice>";
  };
  constexpr int kDocuments = 1100;  // a child takes 500
  std::deque<std::unique_ptr<ap::BegunReading>> begun;
  int begun_at_all = 0;
  for (int i = 0, next = 0; i < kDocuments; ++i) {
    for (; next < kDocuments && next < i + 20; ++next) {
      begun.push_back(reader->begin_einvoice(as_bytes(document(next)), {}));
      begun_at_all += begun.back() ? 1 : 0;
    }
    auto mine = std::move(begun.front());
    begun.pop_front();
    if (i % 100 == 7) continue;  // nobody wants it any more
    const std::string xml = document(i);
    auto reading =
        mine ? reader->finish_einvoice(std::move(mine), as_bytes(xml), {}) : reader->read_einvoice(as_bytes(xml), {});
    REQUIRE(reading);
    CHECK(reading->invoice.number == "RE-" + std::to_string(i));
  }
  CHECK(begun_at_all > kDocuments / 2);
}

TEST_CASE("e-invoices of every size that were begun together are each their own") {
  auto reader = open_reader();
  std::vector<std::string> documents;
  for (int i = 0; i < 300; ++i) {
    const std::size_t sizes[] = {10, 5'000, 20'000, 90'000, 120'000, 300'000};
    documents.push_back(
        "<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2' "
        "xmlns:cbc='urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'><!--" +
        std::string(sizes[i * 7 % 6], 'n') + "--><cbc:ID>RE-" + std::to_string(i) + "</cbc:ID></Invoice>");
  }
  std::deque<std::unique_ptr<ap::BegunReading>> begun;
  int begun_at_all = 0;
  for (std::size_t i = 0, next = 0; i < documents.size(); ++i) {
    for (; next < documents.size() && next < i + 8; ++next) {
      begun.push_back(reader->begin_einvoice(as_bytes(documents[next]), {}));
      begun_at_all += begun.back() ? 1 : 0;
    }
    auto mine = std::move(begun.front());
    begun.pop_front();
    auto reading = mine ? reader->finish_einvoice(std::move(mine), as_bytes(documents[i]), {})
                        : reader->read_einvoice(as_bytes(documents[i]), {});
    REQUIRE(reading);
    CHECK(reading->invoice.number == "RE-" + std::to_string(i));
  }
  CHECK(begun_at_all > 50);
}

TEST_CASE("a page becomes a PNG") {
  auto reader = open_reader();
  std::string pdf = build({});
  auto png = reader->render_png(as_bytes(pdf), 1, 50);
  REQUIRE(png);
  CHECK(png->starts_with("\x89PNG"));
  CHECK_FALSE(reader->render_png(as_bytes(pdf), 2, 50));
}

TEST_CASE("a page is read by OCR where it has no text, and says so") {
  auto reader = open_reader();
  std::string pdf = build({.pages = {"Invoice 2026-0017\nThe amount of 119.00 is due"}});
  auto png = reader->render_png(as_bytes(pdf), 1, 200);
  REQUIRE(png);
  CHECK(reader->inspect(as_bytes(*png))->media_type == "image/png");
  auto reading = reader->read_pages(as_bytes(*png), {.languages = {"eng"}});
  REQUIRE(reading);
  REQUIRE(reading->pages.size() == 1);
  CHECK(reading->pages[0].source == ap::layout::PageSource::ocr);
  CHECK(reading->pages[0].language == "en");
  CHECK(words_of(reading->pages[0]) == "Invoice 2026-0017 The amount of 119.00 is due");
  CHECK(reading->ocr_engine.starts_with("tesseract"));
  const ap::Box& box = reading->pages[0].words[0].box;
  CHECK(std::abs(box.x0 - 7200) < 200);  // printed 72 points from the left
  CHECK(std::abs(box.y1 - 7200) < 400);  // and 770 from the bottom of 842
}

TEST_CASE("what is too large is refused before a worker is started") {
  ap::SandboxOptions options;
  options.limits.document_bytes = 100;
  auto reader = open_reader(options);
  auto refused = reader->inspect(as_bytes(std::string(101, 'x')));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ap::ReadFailureKind::resource_limit);
  CHECK(refused.error().message.find("document_bytes = 100") != std::string::npos);
  CHECK(children().empty());
}

TEST_CASE("a worker that was killed is started again, and one that was let go ends") {
  auto reader = open_reader();
  std::string pdf = build({});
  REQUIRE(reader->inspect(as_bytes(pdf)));
  REQUIRE(children().size() == 1);
  pid_t first = children()[0];
  ::kill(first, SIGKILL);
  CHECK(reader->inspect(as_bytes(pdf)));
  REQUIRE(children().size() == 1);
  CHECK(children()[0] != first);
  reader.reset();
  CHECK(children().empty());
}

TEST_CASE("a worker that is missing or none is told with where it was looked for") {
  CHECK_THROWS_AS(ap::find_worker("/nonexistent/ap-worker"), ap::Error);
  auto reader = ap::open_sandbox_reader({.worker = "/bin/true"});
  CHECK_THROWS_WITH_AS(reader->inspect(as_bytes("x")), "the worker program /bin/true did not start as it should",
                       ap::Error);
}

TEST_CASE("the self-test finds everything refused that must be") {
  auto probe = open_reader()->probe();
  REQUIRE(probe);
  CHECK(probe->attempts.size() >= 10);
  for (const auto& attempt : probe->attempts) CHECK_MESSAGE(attempt.refused, attempt.what);
  CHECK(ap::describe_probe(*probe).ok);
  CHECK(probe->confinement.find("seccomp") != std::string::npos);
  CHECK_FALSE(ap::describe_probe({}).ok);
  CHECK_FALSE(ap::describe_probe({.attempts = {{"open a socket", false, ""}}}).ok);
}

TEST_CASE("encrypted PDFs open with a configured password only") {
  // Made with qpdf: "Invoice RE-17" encrypted with AES-256, user password "secret".
  std::ifstream file(AP_SOURCE_DIR "/tests/unit/sandbox/encrypted.pdf", std::ios::binary);
  std::string pdf{std::istreambuf_iterator<char>(file), {}};
  REQUIRE_FALSE(pdf.empty());
  auto refused = open_reader()->inspect(as_bytes(pdf));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code() == "ENCRYPTED");
  auto reader = open_reader({.passwords = {"wrong", "secret"}});
  CHECK(reader->inspect(as_bytes(pdf))->encrypted);
  CHECK(words_of(reader->read_pages(as_bytes(pdf), {.ocr = ap::OcrUse::never})->pages.front()) == "Invoice RE-17");
}
