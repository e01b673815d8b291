// Figures of the store for monitoring (the metrics that ap-health writes). Facts of the store, so that they survive
// restarts; labels are bounded.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "core/decimal.h"
#include "core/finding.h"
#include "ports/store.h"
#include "stages/risk.h"

namespace ap {

struct HealthFigures {
  std::map<std::pair<State, std::optional<Route>>, std::int64_t> documents;
  std::map<State, std::int64_t> oldest_age_seconds;                   // of documents that wait in the state
  std::map<std::pair<std::string, Severity>, std::int64_t> findings;  // by rule
  std::optional<Decimal> touchless;                                   // nullopt: no data
  std::map<std::string, Decimal> exported;                            // payable, else gross, by currency
  std::int64_t ocr_pages = 0;
  Overdue overdue;
};

// Visits every record and event once. Throws what the store throws.
HealthFigures collect_health_figures(Store& store, std::int64_t now_ms, const DueRules& due = {});

}  // namespace ap
