#include "stages/report.h"

#include <doctest/doctest.h>

#include "bill_kit.h"
#include "stages/received.h"
#include "stages/review.h"

using namespace ap;
using namespace ap::test;

namespace {

// Taken in at 10:00:00, validated at `at`.
std::string take(Store& store, StillClock& clock, Record record, const char* at) {
  put(store, record);
  clock.now = *parse_rfc3339(at);
  load_master(store);
  Record done = validate(record, {clock, &store}, {});
  REQUIRE(store.update(done, State::extracted, Event{clock.now, "validate", "validated", ""}));
  return record.id;
}

}  // namespace

TEST_CASE("key figures come from records, events and arrivals") {
  memory::MemoryStore store;
  StillClock clock;
  take(store, clock, bill("RE-1"), "2026-11-18T10:00:30Z");
  Record wrong = bill("RE-2");
  set(wrong, "totals.gross", "120.00");
  std::string id = take(store, clock, wrong, "2026-11-18T10:00:40Z");
  Record repeat = bill("RE 1");
  take(store, clock, repeat, "2026-11-18T10:00:50Z");
  store.add_arrivals({{Arrival{"file", "/inbox/again.pdf", 100, 2, bill("RE-1").id, 0}, bill("RE-1"), Event{}}});

  auto kpis = collect_kpis(store, {});
  CHECK(kpis.documents == 3);
  CHECK(kpis.touchless == report::Share{1, 3});
  CHECK(kpis.first_pass == report::Share{1, 3});
  CHECK(kpis.cycle.median == 30000);
  CHECK(kpis.duplicates.totals.at("EUR").str() == "119.00");
  CHECK(kpis.exact_repeats.documents == 1);
  CHECK(kpis.exception_codes.at("TOTAL_MISMATCH") == 1);
  CHECK(kpis.exception_codes.at("DUPLICATE_INVOICE") == 1);

  clock.now = *parse_rfc3339("2026-11-18T12:00:00Z");
  Review review({clock, &store}, acting_as("anna")), other({clock, &store}, acting_as("bert"));
  REQUIRE(review.correct(id, {{"totals.gross", "119.00"}}));
  REQUIRE(other.approve(id, ""));
  kpis = collect_kpis(store, {});
  CHECK(kpis.touchless == report::Share{1, 3});
  CHECK(kpis.cycle.n == 2);
  CHECK(kpis.cycle.longest == 2 * 3600000);
}

TEST_CASE("a period goes by the day of coming in, both ends included") {
  memory::MemoryStore store;
  StillClock clock;
  take(store, clock, bill("RE-1"), "2026-11-18T10:00:30Z");
  Date day = *Date::from_ymd(2026, 11, 18);
  CHECK(collect_kpis(store, {day, day}).documents == 1);
  CHECK(collect_kpis(store, {day.plus_days(1), {}}).documents == 0);
  CHECK(collect_kpis(store, {{}, day.plus_days(-1)}).documents == 0);
  CHECK(period_text({day, {}}) == "documents received from 2026-11-18");
}

TEST_CASE("times of arrival are read strictly") {
  CHECK(parse_rfc3339("1970-01-02T00:00:01Z") == 86401000);
  CHECK(parse_rfc3339("2026-11-22T19:00:00.250Z") == parse_rfc3339("2026-11-22T19:00:00Z"));
  CHECK_FALSE(parse_rfc3339("2026-11-22 19:00:00Z"));
  CHECK_FALSE(parse_rfc3339("2026-11-22T25:00:00Z"));
  CHECK_FALSE(parse_rfc3339(""));
  CHECK(age_text(119000) == "119 s");
  CHECK(age_text(120000) == "2 min");
  CHECK(age_text(86400000LL * 3) == "3 d");
  CHECK(age_text(-1) == "-");
}
