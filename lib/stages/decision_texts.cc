#include "stages/decision_texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "core/error.h"
#include "rules/policy/policy.h"
#include "stages/event_facts.h"
#include "stages/text_columns.h"

namespace ap {
namespace {

constexpr std::size_t kShortestDigest = 6, kWidth = 200;

bool is_hex(std::string_view text) { return text.find_first_not_of("0123456789abcdef") == text.npos; }

// "tight 1 3fa9...; controls/2 9d41..." -> its labels; what has no digest at its end is left out.
std::vector<std::string> labels_in(std::string_view policy) {
  std::vector<std::string> labels;
  while (!policy.empty()) {
    auto end = std::min(policy.find("; "), policy.size());
    std::string_view label = policy.substr(0, end);
    policy.remove_prefix(std::min(end + 2, policy.size()));
    auto blank = label.rfind(' ');
    std::string_view digest = blank == label.npos ? "" : label.substr(blank + 1);
    if (digest.size() >= kShortestDigest && is_hex(digest)) labels.emplace_back(label);
  }
  return labels;
}

// The line of a finding's place "policy tight 1, line 12"; 0 when it is none.
int line_in(const Finding& finding, const std::string& label) {
  std::string begin = "policy " + label.substr(0, label.rfind(' ')) + ", line ";
  if (finding.set != rules::kPolicySet && finding.message.find(begin) == std::string::npos) return 0;
  const std::string& text = finding.set == rules::kPolicySet ? finding.path : finding.message;
  auto at = text.find(begin);
  int line = 0;
  if (at != std::string::npos) std::from_chars(text.data() + at + begin.size(), text.data() + text.size(), line);
  return line;
}

// The table that begins on that line, or the line itself where it is none; ends before the next table.
std::string excerpt(std::string_view text, int from) {
  std::string out;
  for (int line = 1; !text.empty(); ++line) {
    auto end = std::min(text.find('\n'), text.size());
    std::string_view row = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line < from) continue;
    bool blank = row.find_first_not_of(" \t\r") == row.npos;
    if (line > from && (blank || row.starts_with('['))) break;
    out += fmt::format("    {:>4}  {}\n", line, fit(row, kWidth));
  }
  return out;
}

}  // namespace

std::vector<DecisionText> decision_texts(Store& store, const Record& record, const std::vector<StoredEvent>& history) {
  std::vector<std::string> labels;
  auto add = [&](const std::string& policy) {
    for (std::string& label : labels_in(policy))
      if (std::ranges::find(labels, label) == labels.end()) labels.push_back(std::move(label));
  };
  if (record.decision) add(record.decision->policy);
  for (auto stored = history.rbegin(); stored != history.rend(); ++stored) {
    auto facts = event_facts(stored->event);
    auto policy = facts.find("policy");
    if (policy != facts.end() && policy->is_string()) add(policy->get<std::string>());
  }
  std::vector<DecisionText> texts;
  for (const std::string& label : labels) {
    DecisionText text{label, label.substr(label.rfind(' ') + 1), "", false};
    if (auto found = store.texts_beginning(text.digest); found.size() == 1) {
      text.text = std::move(found.front().second);
      text.kept = true;
    }
    texts.push_back(std::move(text));
  }
  return texts;
}

std::string texts_section(const Record& record, const std::vector<DecisionText>& texts) {
  std::string out;
  for (const DecisionText& text : texts) {
    out += fmt::format(
        "  {}: {}\n", fit(text.label, kWidth),
        text.kept ? "kept; ap-health journal text " + text.digest + " prints it" : "its text is not in the store");
    std::vector<int> told;
    for (const Finding& finding : record.findings) {
      int line = text.kept ? line_in(finding, text.label) : 0;
      if (line == 0 || std::ranges::find(told, line) != told.end()) continue;
      told.push_back(line);
      out += excerpt(text.text, line);
    }
  }
  return out;
}

std::string kept_text(Store& store, std::string_view prefix) {
  if (prefix.size() < kShortestDigest || !is_hex(prefix))
    throw Error(ErrorKind::usage, fmt::format("'{}' is no digest", prefix),
                "give at least 6 hex digits, as a decision names its policy and settings");
  auto found = store.texts_beginning(prefix);
  if (found.empty())
    throw Error(ErrorKind::no_input, fmt::format("no text with digest {} is in the store", prefix),
                "ap-validate --explain ID names those that decided a document");
  if (found.size() > 1)
    throw Error(ErrorKind::usage, fmt::format("several texts begin with {}", prefix), "give more digits");
  return found.front().second;
}

}  // namespace ap
