#include "report/figures.h"

#include <doctest/doctest.h>

using namespace ap;
using namespace ap::report;

namespace {

DocumentFacts ready(const char* total, std::int64_t cycle_ms) {
  DocumentFacts d;
  d.state = State::validated;
  d.route = Route::approve;
  d.currency = "EUR";
  d.total = Decimal::parse(total);
  d.validations = 1;
  d.cycle_ms = cycle_ms;
  return d;
}

}  // namespace

TEST_CASE("without documents there is no data, which is not zero") {
  Kpis kpis = KpiCollector().result();
  CHECK_FALSE(kpis.touchless.ratio());
  CHECK_FALSE(kpis.cycle.median);
  CHECK(kpi_text(kpis, "all documents").find("touchless                   no data   0 of 0 decided") !=
        std::string::npos);
  CHECK(kpi_json(kpis, "all documents").find(R"("touchless":{"n":0,"count":0,"ratio":null})") != std::string::npos);
}

TEST_CASE("shares have the decided documents as their n") {
  KpiCollector collector;
  collector.add(ready("100.00", 1000));
  DocumentFacts touched = ready("50.00", 2000);
  touched.touched = true;
  collector.add(touched);
  DocumentFacts twice = ready("20.00", 3000);
  twice.validations = 2;
  collector.add(twice);
  DocumentFacts held = ready("7.00", 0);
  held.route = Route::review;
  held.holding = {"TOTAL_MISMATCH", "LOW_CONFIDENCE"};
  collector.add(held);
  DocumentFacts waiting;
  waiting.state = State::extracted;
  collector.add(waiting);
  DocumentFacts mail;
  mail.carrier = true;
  collector.add(mail);

  Kpis kpis = collector.result();
  CHECK(kpis.documents == 5);
  CHECK(kpis.carriers == 1);
  CHECK(kpis.touchless == Share{2, 4});
  CHECK(kpis.touchless.ratio()->str() == "0.500");
  CHECK(kpis.first_pass == Share{1, 4});
  CHECK(kpis.exceptions == Share{2, 4});
  CHECK(kpis.exception_codes.at("TOTAL_MISMATCH") == 1);
  CHECK(kpis.ready.totals.at("EUR").str() == "170.00");
  CHECK(kpis.in_review.totals.at("EUR").str() == "7.00");
  CHECK(kpis.by_state.at({State::extracted, std::nullopt}) == 1);
}

TEST_CASE("percentiles are values that occurred") {
  KpiCollector collector;
  for (int i = 1; i <= 10; ++i) collector.add(ready("1", i * 1000));
  Durations cycle = collector.result().cycle;
  CHECK(cycle.n == 10);
  CHECK(cycle.median == 5000);
  CHECK(cycle.p90 == 9000);
  CHECK(cycle.longest == 10000);
  KpiCollector one;
  one.add(ready("1", 7));
  CHECK(one.result().cycle.median == 7);
  CHECK(one.result().cycle.p90 == 7);
}

TEST_CASE("stopped duplicates count in money, per currency and repeat") {
  KpiCollector collector;
  DocumentFacts d = ready("119.00", 0);
  d.route = Route::review;
  d.duplicate = true;
  collector.add(d);
  d.route = Route::approve;  // let through: nothing was stopped
  collector.add(d);
  DocumentFacts repeated = ready("10.50", 0);
  repeated.currency = "CHF";
  repeated.exact_repeats = 3;
  collector.add(repeated);
  Kpis kpis = collector.result();
  CHECK(kpis.duplicates.documents == 1);
  CHECK(kpis.duplicates.totals.at("EUR").str() == "119.00");
  CHECK(kpis.exact_repeats.documents == 3);
  CHECK(kpis.exact_repeats.totals.at("CHF").str() == "31.50");
}

TEST_CASE("a failed document is decided and an exception") {
  KpiCollector collector;
  DocumentFacts failed;
  failed.state = State::failed;
  failed.route = Route::reject;
  failed.holding = {"UNREADABLE"};
  collector.add(failed);
  CHECK(collector.result().exceptions == Share{1, 1});
  CHECK(collector.result().touchless == Share{0, 1});
}

TEST_CASE("durations are told in two units") {
  CHECK(duration_text(250) == "250 ms");
  CHECK(duration_text(59000) == "59 s");
  CHECK(duration_text(3600000) == "1 h");
  CHECK(duration_text(3 * 86400000LL + 4 * 3600000LL + 5 * 60000LL) == "3 d 4 h");
  CHECK(duration_text(86400000LL + 60000LL) == "1 d");
}
