#include "stages/explain.h"

#include <doctest/doctest.h>

#include "stages/overlay.h"

using namespace ap;

namespace {

Record sample() {
  Record record;
  record.id = std::string(64, 'a');
  record.state = State::extracted;
  record.source.name = "a.pdf";
  record.extraction = Extraction{.method = "text", .pages = 2, .language = "de"};
  record.invoice.emplace();
  record.invoice->number = "RE-17";
  record.invoice->totals.gross = Decimal::parse("119.00");
  record.evidence["number"] = {.confidence = 997,
                               .page = 2,
                               .box = Box{1000, 2050, 3000, 3000},
                               .text = "RE-17",
                               .label = "Rechnungsnummer",
                               .reason = "weight 0.90",
                               .proof = "",
                               .alternatives = {{"K-4", 2, "label 'Kundennr', weight 0.41 against 0.90"}}};
  record.evidence["totals.gross"] = {.confidence = 900,
                                     .box = {},
                                     .text = "",
                                     .how = How::arithmetic,
                                     .label = "",
                                     .reason = "",
                                     .proof = "100.00 + 19.00 = 119.00",
                                     .alternatives = {}};
  return record;
}

class NoDrawing : public Drawing {
 public:
  std::string png(const MarkedPage& page) override { return page.marks.empty() ? "" : page.marks[0].caption; }
  std::string pdf(const std::vector<MarkedPage>&) override { return "pdf"; }
};

PageReading two_pages() {
  PageReading reading;
  for (int number : {1, 2}) reading.pages.push_back({.number = number, .width = 59500, .height = 84200});
  return reading;
}

}  // namespace

TEST_CASE("an explanation says what, where, by which label, how surely, and why the others lost") {
  CHECK(
      explain_text(sample()) ==
      "a.pdf\n"
      "  document aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, extracted, read as text, 2 pages, "
      "language de\n"
      "  type = invoice\n"
      "      no evidence\n"
      "  number = RE-17   0.997 named by its label\n"
      "      where    page 2, box 10.0 20.5 30.0 30.0\n"
      "      label    Rechnungsnummer\n"
      "      because  weight 0.90\n"
      "      not      K-4   0.002: label 'Kundennr', weight 0.41 against 0.90\n"
      "  totals.gross = 119.00   0.900 by arithmetic\n"
      "      where    no page: it follows from other values\n"
      "      proof    100.00 + 19.00 = 119.00\n"
      "\n");
}

TEST_CASE("a document cannot draw on the terminal through an explanation") {
  Record record = sample();
  record.invoice->number = "\x1b[31mRE\n17";
  CHECK(explain_text(record).find('\x1b') == std::string::npos);
}

TEST_CASE("values are marked on their page, doubtful ones dashed, derived ones at the foot") {
  auto pages = marked_pages(sample(), {}, two_pages(), 950);
  REQUIRE(pages.size() == 2);
  REQUIRE(pages[1].marks.size() == 1);
  CHECK(pages[1].marks[0].caption == "number=RE-17 99.7");
  CHECK_FALSE(pages[1].marks[0].dashed);
  REQUIRE(pages[0].foot.size() == 1);
  CHECK(pages[0].foot[0].text == "gross=119.00 90.0 (arithmetic)");
  CHECK(marked_pages(sample(), {}, two_pages(), 998)[1].marks[0].dashed);
}

TEST_CASE("the values of a part are marked on the pages of its scan") {
  Record part = sample();
  part.source.parent = std::string(64, 'b');
  part.source.pages = {2, 2};
  part.evidence["number"].page = 1;
  auto pages = marked_pages({}, {part}, two_pages(), 950);
  CHECK(pages[0].marks.empty());
  CHECK(pages[1].marks.size() == 1);
}
