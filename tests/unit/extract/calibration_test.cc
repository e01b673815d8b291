#include "extract/calibration.h"

#include <doctest/doctest.h>

using namespace ap;
using namespace ap::extract;

namespace {

// A document whose sums add up, read from text.
struct Document {
  Invoice invoice;
  EvidenceMap evidence;
  layout::Page page;

  Document() {
    page.number = 1;
    invoice.totals = {.net = Decimal::parse("100.00"),
                      .tax = Decimal::parse("19.00"),
                      .gross = Decimal::parse("119.00"),
                      .payable = Decimal::parse("119.00")};
    for (std::string_view path : {"totals.net", "totals.tax", "totals.gross", "totals.payable"})
      evidence[std::string(path)] = {.confidence = 980, .page = 1, .how = How::label};
  }
  Confidence gross() {
    EvidenceMap copy = evidence;
    calibrate(copy, invoice, {page});
    return copy["totals.gross"].confidence;
  }
};

}  // namespace

TEST_CASE("sums that add up are surer than sums that do not") {
  Document closing, open;
  open.invoice.totals.tax = Decimal::parse("18.00");
  CHECK(closing.gross() > open.gross());
  CHECK(open.gross() < 900);
}

TEST_CASE("a value from a picture is never surer than the same value from text") {
  Document text, scan;
  scan.page.source = layout::PageSource::ocr;
  CHECK(scan.gross() <= text.gross());
}

TEST_CASE("what was derived from a picture counts as read from it") {
  Document scan;
  scan.page.source = layout::PageSource::ocr;
  Confidence read = scan.gross();
  scan.evidence["totals.gross"].page = 0;
  scan.evidence["totals.gross"].how = How::arithmetic;
  CHECK(scan.gross() <= read);
}

TEST_CASE("a surer reading never becomes the less sure one") {
  for (std::string_view path : {"number", "totals.gross", "seller.name", "issue_date", "currency", "payment.iban"}) {
    CAPTURE(path);
    ConfidenceFeatures low{}, high{};
    low[confidence::always] = high[confidence::always] = 1;
    high[confidence::raw] = 1;
    CHECK(modelled_confidence(path, high) >= modelled_confidence(path, low));
  }
}

TEST_CASE("fields without a family keep what their reader said") {
  EvidenceMap evidence;
  evidence["lines[0].net"] = {.confidence = 650, .page = 1, .how = How::label};
  calibrate(evidence, Invoice(), {});
  CHECK(evidence["lines[0].net"].confidence == 650);
}

TEST_CASE("a date of badly read figures is never sure unless it is printed again") {
  ConfidenceFeatures date{};
  date[confidence::always] = date[confidence::scanned] = 1;
  date[confidence::raw] = 2;
  date[confidence::characters] = 0.5;
  CHECK(modelled_confidence("issue_date", date) < 850);
  ConfidenceFeatures twice = date;
  twice[confidence::again] = 1;
  CHECK(modelled_confidence("issue_date", twice) > modelled_confidence("issue_date", date));
}

TEST_CASE("on a picture the amount to pay is hardly surer than the gross that it repeats") {
  Document scan;
  scan.page.source = layout::PageSource::ocr;
  scan.invoice.totals.net = Decimal::parse("19.00");  // nothing closes
  scan.evidence["totals.gross"].confidence = 300;
  EvidenceMap both = scan.evidence;
  calibrate(both, scan.invoice, {scan.page});
  CHECK(both["totals.payable"].confidence <= (kCertain + both["totals.gross"].confidence) / 2);
}
