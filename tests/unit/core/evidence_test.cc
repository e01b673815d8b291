#include "core/evidence.h"

#include <doctest/doctest.h>

using namespace ap;

namespace {

// number=R-17 and totals.gross=119.00, packed as those of an e-invoice are.
EvidenceMap packed() {
  const std::string text = "numberR-17totals.gross119.00";
  return EvidenceMap(CertainValues(text, {{0, 6, 4}, {10, 12, 6}}));
}

EvidenceMap entries() {
  EvidenceMap map;
  map["number"] = {.confidence = kCertain, .text = "R-17", .how = How::einvoice};
  map["totals.gross"] = {.confidence = kCertain, .text = "119.00", .how = How::einvoice};
  return map;
}

}  // namespace

TEST_CASE("packed evidence answers as entries do, and stays packed") {
  for (const EvidenceMap& map : {packed(), entries()}) {
    CHECK(map.size() == 2);
    CHECK_FALSE(map.empty());
    CHECK(map.contains("number"));
    CHECK_FALSE(map.contains("numbe"));
    CHECK_FALSE(map.contains("totals"));
    CHECK(map.confidence_of("totals.gross") == kCertain);
    CHECK_FALSE(map.confidence_of("totals.net"));
    CHECK(map.text_of("number") == "R-17");
    CHECK(map.text_of("type").empty());
    CHECK(map.any(How::einvoice));
    CHECK_FALSE(map.any(How::correction));
  }
  const EvidenceMap map = packed();
  CHECK(map.contains("number"));
  CHECK(map.packed().places().size() == 2);
}

TEST_CASE("packed evidence becomes entries when one is to be held or changed") {
  const EvidenceMap map = packed();
  CHECK(map == entries());
  CHECK(map.packed().places().empty());
  CHECK(packed().find("number")->second.text == "R-17");

  EvidenceMap changed = packed();
  changed["number"].how = How::correction;
  CHECK(changed.any(How::correction));
  CHECK(changed.at("totals.gross").text == "119.00");
  CHECK(changed.erase("totals.gross") == 1);
  CHECK(changed.size() == 1);
  CHECK(changed != packed());
  changed.clear();
  CHECK(changed.empty());
}
