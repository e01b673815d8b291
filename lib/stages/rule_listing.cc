// --list-rules and --explain: reports over the registry.
#include <fmt/format.h>

#include <algorithm>

#include "core/json_text.h"
#include "rules/registry.h"
#include "stages/validate.h"

namespace ap {
namespace {

// Breaks a paragraph at blanks into lines of at most 90 characters, each indented by two.
std::string wrapped(std::string_view text) {
  std::string out, line;
  for (std::size_t at = 0; at < text.size();) {
    auto end = std::min(text.find(' ', at), text.size());
    std::string_view word = text.substr(at, end - at);
    if (!line.empty() && line.size() + 1 + word.size() > 90) out += "  " + line + "\n", line.clear();
    line += (line.empty() ? "" : " ") + std::string(word);
    at = end + 1;
  }
  return out + "  " + line + "\n";
}

std::string effect(const rules::RuleInfo& rule) {
  std::string text(to_string(rule.severity));
  return rule.review ? text + ", goes to review" : text;
}

}  // namespace

std::string list_rules() {
  std::string out;
  for (const rules::RuleInfo* rule : rules::all_rules())
    out += fmt::format("{:<10} {:<12} {:<8} {:<23} {}\n", rule->set, rule->group,
                       std::string(to_string(rule->severity)) + (rule->review ? "*" : ""), rule->id, rule->summary);
  return out + "* a warning that sends the document to review; errors always do\n";
}

std::string list_rules_json() {
  std::string out;
  for (const rules::RuleInfo* rule : rules::all_rules()) {
    JsonText row;
    row.text("set", rule->set)
        .text("rule", rule->id)
        .text("group", rule->group)
        .text("severity", to_string(rule->severity));
    row.flag("holds", rule->holds()).text("summary", rule->summary).text("explanation", rule->explanation);
    row.text("source", rule->source).text("terms", rule->terms);
    out += (out.empty() ? "[" : ",\n ") + row.str();
  }
  return out + "]\n";
}

std::optional<std::string> explain_rule(std::string_view code) {
  std::string out;
  for (const rules::RuleInfo* rule : rules::find_rules(code)) {
    if (!out.empty()) out += "\n";
    out += fmt::format("{} ({}, {}, {})\n{}\n{}", rule->id, rule->set, rule->group, effect(*rule),
                       wrapped(rule->summary), wrapped(rule->explanation));
    if (!rule->source.empty()) out += fmt::format("  Source: {}\n", rule->source);
    if (!rule->terms.empty()) out += fmt::format("  Looks at: {}\n", rule->terms);
  }
  if (out.empty()) return std::nullopt;
  return out;
}

}  // namespace ap
