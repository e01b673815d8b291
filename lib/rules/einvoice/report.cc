#include "rules/einvoice/report.h"

#include <algorithm>

namespace ap::rules {

using einvoice::Element;

Finding* Report::add(Row row, Element at) {
  State& state = states_[row.index];
  if (state.not_run) return nullptr;
  if (++state.fired == 1) ++failed_;
  if (state.fired > kMostPerRule) return nullptr;
  const RuleInfo& info = table_[row.index];
  Finding& finding = hits_.emplace_back(Hit{at.id(), row.index, {}}).finding;
  finding.set = info.set;
  finding.rule = info.id;
  finding.severity = info.severity;
  finding.path = at ? tree_.path(at.id()) : std::string();
  finding.message = info.summary;
  return &finding;
}

void Report::fire(Row row, Element at, std::string expected, std::string actual) {
  if (Finding* finding = add(row, at)) {
    finding->expected = std::move(expected);
    finding->actual = std::move(actual);
    if (finding->actual.empty() && !at.has_children()) finding->actual = at.text().substr(0, 200);
  }
}

void Report::fire_attribute(Row row, Element at, einvoice::N attribute) {
  if (Finding* finding = add(row, at)) {
    finding->path = tree_.path(at.id(), tree_.name(attribute));
    finding->actual = at.attribute(attribute).substr(0, 200);
  }
}

void Report::fire_with(Row row, Element at, Severity severity) {
  if (Finding* finding = add(row, at)) finding->severity = severity;
}

void Report::not_run(Row row, std::string reason) {
  if (states_[row.index].not_run) return;
  if (states_[row.index].fired > 0) --failed_;
  states_[row.index] = {0, true};
  std::erase_if(hits_, [&](const Hit& hit) { return hit.row == row.index; });
  not_run_.push_back({std::string(table_[row.index].id), std::move(reason)});
}

void Report::finish(std::vector<Finding>& findings, Checks& checks) {
  std::stable_sort(hits_.begin(), hits_.end(),
                   [](const Hit& a, const Hit& b) { return a.at != b.at ? a.at < b.at : a.row < b.row; });
  for (Hit& hit : hits_) findings.push_back(std::move(hit.finding));
  checks.run += static_cast<int>(states_.size() - not_run_.size());
  checks.failed += failed_;
  checks.not_run.insert(checks.not_run.end(), not_run_.begin(), not_run_.end());
}

}  // namespace ap::rules
