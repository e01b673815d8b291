// What every MasterData must do; each section starts with an empty one.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/names.h"
#include "ports/master_data.h"

namespace ap::conformance {

inline Date on(const char* day) { return *Date::parse(day); }

inline MasterItem sample_vendor(const char* id, const char* name, const char* vat_id = "") {
  MasterRow row{{"vendor_id", id}, {"name", name}};
  if (*vat_id != '\0') row["vat_id"] = vat_id;
  return {id, {row}};
}

inline ImportRequest sample_import(std::vector<MasterItem> items, const char* today = "2026-11-22") {
  return {.kind = MasterKind::vendors,
          .items = std::move(items),
          .today = on(today),
          .source = "vendors.csv",
          .actor = "ann",
          .at_ms = 5000};
}

inline std::string names_on(MasterData& data, const char* day) {
  std::string names;
  data.for_each(MasterKind::vendors, on(day), [&](const MasterItem& item) {
    names += (names.empty() ? "" : ",") + vendor_from(item.rows).name;
    return true;
  });
  return names;
}

inline std::string keys(const std::vector<MasterItem>& items) {
  std::string text;
  for (const MasterItem& item : items) text += (text.empty() ? "" : ",") + item.key;
  return text;
}

inline void run_master_data_suite(MasterData& data) {
  CHECK_FALSE(data.loaded(MasterKind::vendors));
  auto first =
      data.import(sample_import({sample_vendor("V2", "Beta GmbH"), sample_vendor("V1", "Alpha", "DE136695976")}));
  CHECK(first.id == 1);
  CHECK(first.added == 2);
  CHECK(data.loaded(MasterKind::vendors));
  CHECK_FALSE(data.loaded(MasterKind::orders));

  SUBCASE("what was always so is in force on every day") {
    CHECK(names_on(data, "1999-01-01") == "Alpha,Beta GmbH");
    CHECK(names_on(data, "2030-01-01") == "Alpha,Beta GmbH");
  }
  SUBCASE("a change begins on the day of the import, and the old version stays in force before") {
    auto second = data.import(sample_import({sample_vendor("V1", "Alpha two"), sample_vendor("V2", "Beta GmbH")}));
    CHECK(second.changed == 1);
    CHECK(second.unchanged == 1);
    CHECK(names_on(data, "2026-11-21") == "Alpha,Beta GmbH");
    CHECK(names_on(data, "2026-11-22") == "Alpha two,Beta GmbH");
    CHECK(keys(data.find(MasterKind::vendors, {tax_mark("DE136695976")}, on("2026-11-21"))) == "V1");
    CHECK(data.find(MasterKind::vendors, {tax_mark("DE136695976")}, on("2026-11-22")).empty());
  }
  SUBCASE("a version may begin later, and goes before one imported after it that began earlier") {
    auto later = sample_import({sample_vendor("V1", "Alpha next")});
    later.effective = on("2027-01-01");
    CHECK(data.import(later).changed == 1);
    CHECK(data.import(sample_import({sample_vendor("V1", "Alpha mended")}, "2026-12-01")).changed == 1);
    CHECK(names_on(data, "2026-11-30") == "Alpha,Beta GmbH");
    CHECK(names_on(data, "2026-12-31") == "Alpha mended,Beta GmbH");
    CHECK(names_on(data, "2027-01-01") == "Alpha next,Beta GmbH");
  }
  SUBCASE("two changes of one day: the later import holds") {
    data.import(sample_import({sample_vendor("V1", "Alpha two")}));
    data.import(sample_import({sample_vendor("V1", "Alpha three")}));
    CHECK(names_on(data, "2026-11-22") == "Alpha three,Beta GmbH");
  }
  SUBCASE("reverting brings back what was before, and once only") {
    data.import(sample_import({sample_vendor("V1", "Alpha two"), sample_vendor("V3", "Gamma")}));
    CHECK(data.revert(2, "wrong file", "bob", 6000) == RevertOutcome::done);
    CHECK(names_on(data, "2026-11-22") == "Alpha,Beta GmbH");
    CHECK(data.revert(2, "again", "bob", 7000) == RevertOutcome::already);
    CHECK(data.revert(9, "none", "bob", 7000) == RevertOutcome::unknown);
    auto imports = data.imports();
    REQUIRE(imports.size() == 2);
    CHECK(imports[1].reverted_ms == 6000);
    CHECK(imports[1].reverted_by == "bob");
    CHECK(imports[1].reverted_reason == "wrong file");
    CHECK(imports[0].added == 2);
    CHECK(imports[0].actor == "ann");
    CHECK(imports[0].source == "vendors.csv");
    // The same file again is news.
    CHECK(data.import(sample_import({sample_vendor("V1", "Alpha two")})).changed == 1);
    CHECK(data.revert(1, "all", "bob", 8000) == RevertOutcome::done);
    CHECK(names_on(data, "2026-11-22") == "Alpha two");
  }
  SUBCASE("with replace, what is not named is removed from that day on, and may come back") {
    auto request = sample_import({sample_vendor("V1", "Alpha", "DE136695976")});
    request.replace = true;
    auto info = data.import(request);
    CHECK(info.removed == 1);
    CHECK(info.unchanged == 1);
    CHECK(names_on(data, "2026-11-22") == "Alpha");
    CHECK(names_on(data, "2026-11-21") == "Alpha,Beta GmbH");
    CHECK(data.import(sample_import({sample_vendor("V2", "Beta GmbH")}, "2026-12-01")).added == 1);
    CHECK(names_on(data, "2026-11-30") == "Alpha");
    CHECK(names_on(data, "2026-12-01") == "Alpha,Beta GmbH");
  }
  SUBCASE("a dry run counts and keeps nothing") {
    auto request = sample_import({sample_vendor("V1", "Alpha two"), sample_vendor("V3", "Gamma")});
    request.dry_run = true;
    auto info = data.import(request);
    CHECK(info.id == 0);
    CHECK(info.added == 1);
    CHECK(info.changed == 1);
    CHECK(names_on(data, "2026-11-22") == "Alpha,Beta GmbH");
    CHECK(data.imports().size() == 1);
  }
  SUBCASE("any of the marks finds an item, once") {
    auto marks = {tax_mark("de 136 695 976"), vendor_mark("V1"), vendor_mark("V2"), std::string()};
    CHECK(keys(data.find(MasterKind::vendors, marks, on("2026-11-22"))) == "V1,V2");
    CHECK(data.find(MasterKind::orders, marks, on("2026-11-22")).empty());
    CHECK(data.find(MasterKind::vendors, {vendor_mark("V9")}, on("2026-11-22")).empty());
    CHECK(data.find(MasterKind::vendors, {vendor_mark("V1")}, on("2026-11-22"))[0] ==
          sample_vendor("V1", "Alpha", "DE136695976"));
  }
  SUBCASE("with a limit those come that were imported last, of each mark") {
    data.import(
        sample_import({sample_vendor("V3", "Alpha"), sample_vendor("V4", "Alpha"), sample_vendor("V0", "Alpha")}));
    CHECK(keys(data.find(MasterKind::vendors, {"name:ALPHA"}, on("2026-11-22"))) == "V0,V1,V3,V4");
    CHECK(keys(data.find(MasterKind::vendors, {"name:ALPHA"}, on("2026-11-22"), 2)) == "V0,V4");
    CHECK(keys(data.find(MasterKind::vendors, {"name:ALPHA", "vendor:V2"}, on("2026-11-22"), 1)) == "V0,V2");
  }
  SUBCASE("what is found says which import brought it, and since when it is on file") {
    auto again = sample_import({sample_vendor("V1", "Alpha two"), sample_vendor("V7", "Delta")});
    again.at_ms = 9000;
    data.import(again);
    auto one = [&](const char* id) {
      return data.find(MasterKind::vendors, {vendor_mark(id)}, on("2026-11-22")).at(0);
    };
    CHECK(one("V1").import == 2);
    CHECK(one("V1").first_ms == 5000);
    CHECK(one("V2").import == 1);
    CHECK(one("V7").first_ms == 9000);
    CHECK(data.similar(MasterKind::vendors, name_key("Delta"), 90, on("2026-11-22"), 1).at(0).import == 2);
    data.revert(1, "wrong file", "bob", 10000);
    CHECK(one("V1").first_ms == 9000);
  }
  SUBCASE("names that share enough are found, the most alike first") {
    data.import(sample_import({sample_vendor("V4", "Stadtwerke Osterkamp"), sample_vendor("V5", "Stadtwerke Osterberg"),
                               sample_vendor("V6", "Hafenbau")}));
    auto like = [&](const char* name, int percent, int limit) {
      return keys(data.similar(MasterKind::vendors, name_key(name), percent, on("2026-11-22"), limit));
    };
    CHECK(like("Stadtwerke Osterkarnp", 50, 10) == "V4,V5");
    CHECK(like("Stadtwerke Osterkarnp", 50, 1) == "V4");
    CHECK(like("Stadtwerke Osterkamp GmbH", 100, 10) == "V4");
    CHECK(like("Quux", 50, 10) == "");
    CHECK(like("", 50, 10) == "");
    data.import(sample_import({sample_vendor("V4", "Renamed")}));
    CHECK(like("Stadtwerke Osterkamp", 50, 10) == "V5");
  }
  SUBCASE("a visitor may ask and may stop") {
    int seen = 0;
    data.for_each(MasterKind::vendors, on("2026-11-22"), [&](const MasterItem&) {
      CHECK(data.loaded(MasterKind::vendors));
      return ++seen < 1;
    });
    CHECK(seen == 1);
  }
}

}  // namespace ap::conformance
