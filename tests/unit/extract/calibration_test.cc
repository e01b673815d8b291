#include "extract/calibration.h"

#include <doctest/doctest.h>

using namespace ap;

TEST_CASE("calibration never turns the order of two readings of a field around") {
  for (std::string_view path : {"number", "totals.gross", "seller.name"})
    for (Confidence raw = 1; raw <= kCertain; ++raw) {
      CHECK(extract::calibrated(path, raw) >= extract::calibrated(path, raw - 1));
      CHECK(extract::calibrated(path, raw) <= kCertain);
    }
}

TEST_CASE("a labelled number is surer than its raw figure, an unsupported name less sure") {
  CHECK(extract::calibrated("number", 850) == 985);
  CHECK(extract::calibrated("seller.name", 700) == 500);
  CHECK(extract::calibrated("lines[0].net", 650) == 650);
}

TEST_CASE("what was recognised from a picture gains nothing, nor what was derived from it") {
  EvidenceMap evidence;
  evidence["totals.net"] = {.confidence = 960, .page = 0, .how = How::arithmetic};
  evidence["issue_date"] = {.confidence = 850, .page = 1, .how = How::label};
  evidence["number"] = {.confidence = 850, .page = 2, .how = How::label};
  evidence["seller.name"] = {.confidence = 700, .page = 2, .how = How::layout};
  layout::Page printed, scanned;
  printed.number = 1;
  scanned.number = 2;
  scanned.source = layout::PageSource::ocr;
  extract::calibrate(evidence, {printed, scanned});
  CHECK(evidence["totals.net"].confidence == 960);
  CHECK(evidence["issue_date"].confidence == 985);
  CHECK(evidence["number"].confidence == 850);
  CHECK(evidence["seller.name"].confidence == 500);
  evidence["totals.net"].confidence = 960;
  extract::calibrate(evidence, {printed});
  CHECK(evidence["totals.net"].confidence == 986);
}
