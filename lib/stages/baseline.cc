#include "stages/baseline.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "record/codec.h"
#include "stages/einvoice_check.h"

namespace ap {
namespace {

std::string minus(const std::set<std::string>& a, const std::set<std::string>& b) {
  std::string list;
  for (const std::string& rule : a)
    if (!b.contains(rule)) list += (list.empty() ? "" : ", ") + rule;
  return list;
}

bool of_rule_sets(const Finding& finding) {
  return finding.set == "en16931" || finding.set == "peppol" || finding.set == "xrechnung" ||
         finding.set == "structure" || finding.rule.starts_with("AP-BR-");
}

}  // namespace

Record decide_again(Record record, const ValidatePorts& ports, ValidateOptions options) {
  options.comparing = true;
  if (record.state == State::exported) record.state = State::validated;
  if (!record.extraction || record.extraction->method != "einvoice") return validate(std::move(record), ports, options);
  EInvoiceCheck check = check_einvoice(record, ports, options);
  if (!check.read) {
    check.read = true;
    std::ranges::copy_if(record.findings, std::back_inserter(check.findings), of_rule_sets);
  }
  validate_in_place(record, ports, options, &check);
  return record;
}

std::string Baseline::key(const Record& record) { return record.id.empty() ? "name " + record.source.name : record.id; }

Baseline::Verdict Baseline::verdict(const Record& record) {
  Verdict verdict{.name = record.source.name,
                  .route = std::string(record.route() ? to_string(*record.route()) : to_string(record.state)),
                  .rules = {},
                  .reasons = record.decision ? record.decision->reasons : std::vector<std::string>{}};
  for (const Finding& finding : record.findings)
    verdict.rules.insert(fmt::format("{} {} ({})", finding.set, finding.rule, to_string(finding.severity)));
  return verdict;
}

std::expected<void, std::string> Baseline::read(std::string_view ndjson) {
  for (int number = 1; !ndjson.empty(); ++number) {
    auto end = std::min(ndjson.find('\n'), ndjson.size());
    std::string_view line = ndjson.substr(0, end);
    ndjson.remove_prefix(std::min(end + 1, ndjson.size()));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    auto record = record_from_json(line);
    if (!record) return std::unexpected(fmt::format("line {}: {}", number, record.error()));
    std::string name = key(*record);
    if (!record->source.path.empty()) by_path_[record->source.path] = name;
    earlier_[name] = verdict(*record);
  }
  return {};
}

std::string Baseline::compare(const Record& record) {
  Verdict now = verdict(record);
  auto found = earlier_.find(key(record));
  // The file was changed since: another document, but the same invoice to whoever mends it.
  bool edited = false;
  if (auto path = by_path_.find(record.source.path); found == earlier_.end() && path != by_path_.end()) {
    found = earlier_.find(path->second);
    edited = true;
  }
  if (found == earlier_.end()) {
    ++fresh_;
    return fmt::format("{}: not in the baseline; route {}\n", now.name, now.route);
  }
  Verdict& before = found->second;
  before.met = true;
  if (before.route == now.route && before.rules == now.rules) {
    ++same_;
    return "";
  }
  ++changed_;
  std::string text = now.name + (edited ? " (content changed):" : ":");
  if (before.route != now.route) text += fmt::format(" route {} -> {};", before.route, now.route);
  std::string added = minus(now.rules, before.rules), gone = minus(before.rules, now.rules);
  // No finding tells why: a group of controls that is required now and did not run.
  if (added.empty() && gone.empty())
    for (const std::string& reason : now.reasons)
      if (std::ranges::find(before.reasons, reason) == before.reasons.end()) text += " because " + reason + ";";
  if (!added.empty()) text += " new: " + added + ";";
  if (!gone.empty()) text += " gone: " + gone + ";";
  text.back() = '\n';
  return text;
}

std::string Baseline::summary() const {
  auto missing = std::ranges::count_if(earlier_, [](const auto& entry) { return !entry.second.met; });
  return fmt::format("{} changed, {} the same, {} new, {} only in the baseline\n", changed_, same_, fresh_, missing);
}

}  // namespace ap
