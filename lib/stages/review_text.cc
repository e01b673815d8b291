// Review as people see it: a table of documents, and one document in full.
#include <fmt/format.h>

#include <algorithm>

#include "core/fields.h"
#include "rules/registry.h"
#include "stages/decide.h"
#include "stages/received.h"
#include "stages/review.h"
#include "stages/text_columns.h"

namespace ap {
namespace {

std::string confidence_text(const Evidence& evidence) {
  std::string where = evidence.page > 0 ? fmt::format(", page {}", evidence.page) : "";
  return fmt::format("{}.{:03} {}{}", evidence.confidence / 1000, evidence.confidence % 1000, to_string(evidence.how),
                     where);
}

std::string fields_of(const Record& record) {
  std::string out;
  for (const std::string& path : present_fields(*record.invoice)) {
    std::string value = get_field(*record.invoice, path).value_or("");
    auto evidence = record.evidence.find(path);
    if (path.ends_with(".charge") && value == "false" && evidence == record.evidence.end()) continue;
    out += fmt::format("  {} {} {}\n", padded(path, 28), padded(value, 44),
                       evidence != record.evidence.end() ? confidence_text(evidence->second) : "");
  }
  return out;
}

std::string findings_of(const Record& record) {
  std::string out;
  for (const Finding& finding : record.findings) {
    out += fmt::format("  {:<7} {}{}{}\n          {}\n", to_string(finding.severity), finding.rule,
                       finding.field.empty() ? "" : " on " + finding.field,
                       holds(finding) ? " (holds the document)" : "", fit(finding.message, 500));
    for (const rules::RuleInfo* rule : rules::find_rules(finding.rule)) {
      if (rule->set == finding.set) out += fmt::format("          {}\n", rule->explanation);
    }
  }
  return out;
}

std::string section(std::string_view title, const std::string& body) {
  return body.empty() ? "" : fmt::format("\n{}\n{}", title, body);
}

// How long until it is due, "over" and how long since when it is late.
std::string due_text(const Record& record, const ReviewTable& how) {
  auto due = due_ms(record, how.due);
  if (!due) return "-";
  return *due >= how.now_ms ? age_text(*due - how.now_ms) : "-" + age_text(how.now_ms - *due);
}

}  // namespace

std::string total_of(const Record& record) {
  if (!record.invoice) return "";
  const Totals& totals = record.invoice->totals;
  const auto& amount = totals.gross ? totals.gross : totals.payable;
  return amount ? amount->str() + " " + record.invoice->currency : "";
}

// Codes of what holds it, each once.
std::string holding_codes(const Record& record) {
  std::vector<std::string> codes;
  for (const Finding& finding : record.findings) {
    if (holds(finding) && std::ranges::find(codes, finding.rule) == codes.end()) codes.push_back(finding.rule);
  }
  if (codes.empty() && record.decision && !record.decision->reasons.empty()) return record.decision->reasons.front();
  return fmt::format("{}", fmt::join(codes, " "));
}

std::string review_table(const std::vector<Record>& records, const ReviewTable& how) {
  std::string out = fmt::format("{:<12} {:>7} {:>7} {:<9} {:<26} {:<16} {:>16} {:>16}  {:<8} {}\n", "document", "age",
                                "due", "route", "seller", "number", "total", "at risk", "whose", "why");
  Overdue overdue;
  for (const Record& record : records) {
    auto received = received_ms(record);
    std::string route(record.route() ? to_string(*record.route()) : to_string(record.state));
    auto risk = at_risk(record);
    auto whose = how.assignees.find(record.id);
    out += fmt::format("{:<12} {:>7} {:>7} {:<9} {} {} {:>16} {:>16}  {} {}\n", record.id.substr(0, 12),
                       received ? age_text(how.now_ms - *received) : "-", due_text(record, how), route,
                       padded(record.invoice ? record.invoice->seller.name : record.source.name, 26),
                       padded(record.invoice ? record.invoice->number : "", 16), total_of(record),
                       risk && record.route() == Route::review ? risk->str() + " " + record.invoice->currency : "-",
                       padded(whose == how.assignees.end() ? "-" : whose->second, 8), fit(holding_codes(record), 60));
    overdue.add(record, how.due, how.now_ms);
  }
  if (overdue.count > 0)
    out += fmt::format("overdue: {} of {}, the longest since {} ({})\n", overdue.count, records.size(),
                       age_text(overdue.longest_ms), overdue.longest_id.substr(0, 12));
  return out;
}

std::string review_page(const Record& record, const std::vector<StoredEvent>& history, const ReviewTable& how) {
  std::string out =
      fmt::format("document {}\n  {}, {}{}\n", record.id, fit(record.source.name, 80), to_string(record.state),
                  record.route() ? fmt::format(", route {}", to_string(*record.route())) : "");
  if (auto whose = how.assignees.find(record.id); whose != how.assignees.end())
    out += fmt::format("  with {}\n", whose->second);
  if (auto due = due_ms(record, how.due))
    out += fmt::format("  due {}{}\n", rfc3339(*due), *due < how.now_ms ? ", overdue" : "");
  if (record.invoice) out += section(fmt::format("{}", to_string(record.invoice->type)), fields_of(record));
  out += section("findings", findings_of(record));
  if (record.checks && !record.checks->not_run.empty()) {
    std::string not_run;
    for (const NotRun& rule : record.checks->not_run) not_run += fmt::format("  {}: {}\n", rule.rule, rule.reason);
    out +=
        section(fmt::format("checks: {} run, {} failed; not run:", record.checks->run, record.checks->failed), not_run);
  }
  std::string reasons;
  if (record.decision) {
    for (const std::string& reason : record.decision->reasons) reasons += "  " + fit(reason, 500) + "\n";
  }
  out += section("reasons", reasons);
  std::string events;
  for (const StoredEvent& stored : history) events += fmt::format("  {}\n", history_line(stored));
  return out + section("history", events);
}

}  // namespace ap
