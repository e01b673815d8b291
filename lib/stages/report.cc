#include "stages/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "stages/decide.h"
#include "stages/received.h"

namespace ap {
namespace {

// What the events of one document say.
struct Story {
  bool touched = false;
  int validations = 0;
  std::optional<std::int64_t> last_step_ms;  // latest event that may have made it ready
};

std::map<std::string, Story> read_stories(Store& store) {
  std::map<std::string, Story> stories;
  store.for_each_event("", [&](const StoredEvent& stored) {
    if (stored.document_id.empty()) return true;
    Story& story = stories[stored.document_id];
    const std::string& kind = stored.event.kind;
    story.touched |= is_human_event(kind);
    story.validations += kind == "validated";
    if (kind == "validated" || kind == "corrected" || kind == "approved" || kind == "approved_alone")
      story.last_step_ms = stored.event.at_ms;
    return true;
  });
  return stories;
}

std::map<std::string, std::int64_t> count_arrivals(Store& store) {
  std::map<std::string, std::int64_t> arrivals;
  store.for_each_arrival([&](const Arrival& arrival) {
    ++arrivals[arrival.document_id];
    return true;
  });
  return arrivals;
}

bool within(const ReportPeriod& period, std::optional<std::int64_t> received) {
  if (!period.since && !period.until) return true;
  if (!received) return false;
  Date day = Date::from_days(int(*received / 86400000));
  return (!period.since || day >= *period.since) && (!period.until || day <= *period.until);
}

report::DocumentFacts facts_of(const Record& record, const Story& story, std::int64_t arrivals) {
  report::DocumentFacts facts;
  facts.state = record.state;
  facts.route = record.route();
  facts.carrier = record.state == State::validated && !record.route();
  facts.touched = story.touched;
  facts.validations = story.validations;
  facts.exact_repeats = std::max<std::int64_t>(arrivals - 1, 0);
  if (record.invoice) {
    const Totals& totals = record.invoice->totals;
    facts.currency = record.invoice->currency;
    facts.total = totals.gross ? totals.gross : totals.payable;
  }
  for (const Finding& finding : record.findings) {
    facts.duplicate |= finding.rule == "DUPLICATE_INVOICE";
    if (holds(finding) && std::ranges::find(facts.holding, finding.rule) == facts.holding.end())
      facts.holding.push_back(finding.rule);
  }
  auto received = received_ms(record);
  if (received && story.last_step_ms) facts.cycle_ms = *story.last_step_ms - *received;
  return facts;
}

}  // namespace

bool is_human_event(std::string_view kind) {
  return kind == "corrected" || kind == "approved" || kind == "approved_alone" || kind == "rejected" ||
         kind == "reopened";
}

std::string period_text(const ReportPeriod& period) {
  if (!period.since && !period.until) return "all documents";
  std::string text = "documents received";
  if (period.since) text += " from " + period.since->str();
  if (period.until) text += " to " + period.until->str();
  return text;
}

report::Kpis collect_kpis(Store& store, const ReportPeriod& period) {
  auto stories = read_stories(store);
  auto arrivals = count_arrivals(store);
  report::KpiCollector collector;
  store.for_each({}, [&](const Record& record) {
    if (within(period, received_ms(record))) collector.add(facts_of(record, stories[record.id], arrivals[record.id]));
    return true;
  });
  return collector.result();
}

}  // namespace ap
