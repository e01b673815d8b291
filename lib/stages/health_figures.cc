#include "stages/health_figures.h"

#include "core/codes.h"
#include "stages/report.h"

namespace ap {

HealthFigures collect_health_figures(Store& store, std::int64_t now_ms, const DueRules& due) {
  HealthFigures figures;
  QueueFigures queue = store.queue_figures();
  figures.documents = queue.documents;
  for (const auto& [state, oldest] : queue.oldest_ms) {
    if (state == State::received || state == State::extracted || state == State::validated)
      figures.oldest_age_seconds[state] = (now_ms - oldest) / 1000;
  }
  store.for_each({}, [&](const Record& record) {
    figures.overdue.add(record, due, now_ms);
    for (const Finding& finding : record.findings) ++figures.findings[{finding.rule, finding.severity}];
    if (record.extraction && (record.extraction->method == "ocr" || record.extraction->method == "mixed"))
      figures.ocr_pages += record.extraction->pages;
    if (record.state == State::exported && record.invoice) {
      const Totals& totals = record.invoice->totals;
      const auto& amount = totals.payable ? totals.payable : totals.gross;
      const std::string& currency = record.invoice->currency;
      if (amount && known_currency(currency)) figures.exported[currency] += *amount;
    }
    return true;
  });
  figures.touchless = collect_kpis(store, {}).touchless.ratio();
  return figures;
}

}  // namespace ap
