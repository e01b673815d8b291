// ap-report: figures of what the store holds.
#pragma once

#include <optional>

#include "core/date.h"
#include "ports/store.h"
#include "report/figures.h"

namespace ap {

// Documents that came in on these days (UTC), both included; absent ends are open.
struct ReportPeriod {
  std::optional<Date> since, until;
};

// "all documents", "documents received from 2026-11-01 to 2026-11-30".
std::string period_text(const ReportPeriod& period);

// Key figures. Visits every event, arrival and record once. Throws what the store throws.
report::Kpis collect_kpis(Store& store, const ReportPeriod& period);

// Event kinds that mean that a person worked on a document.
bool is_human_event(std::string_view kind);

}  // namespace ap
