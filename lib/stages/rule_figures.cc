// --explain CODE FILE: a rule with the figures of the invoice at hand.
#include <fmt/format.h>

#include <algorithm>

#include "core/field_values.h"
#include "rules/registry.h"
#include "stages/validate.h"

namespace ap {
namespace {

bool names_term(std::string_view terms, std::string_view term) {
  for (auto at = terms.find(term); at != terms.npos; at = terms.find(term, at + 1)) {
    auto end = at + term.size();
    if (end == terms.size() || terms[end] == ' ' || terms[end] == ',') return true;
  }
  return false;
}

constexpr std::size_t kMostValues = 40;  // of a rule that looks at every line

std::string figures(const Record& record, std::string_view terms) {
  if (!record.invoice) return "";
  std::string out;
  std::size_t count = 0;
  for (const FieldValue& value : field_values(*record.invoice)) {
    if (value.term.empty() || !names_term(terms, value.term)) continue;
    if (++count <= kMostValues) out += fmt::format("  {:<7} {:<28} {}\n", value.term, value.path, value.value);
  }
  if (count > kMostValues) out += fmt::format("  ... and {} more\n", count - kMostValues);
  return out;
}

bool same_code(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return (x | 32) == (y | 32); });
}

}  // namespace

std::string explain_in(const Record& record, std::string_view code) {
  std::string out = fmt::format("\n{}: ", record.source.name), found;
  for (const Finding& f : record.findings) {
    if (!same_code(f.rule, code)) continue;
    std::string where = f.path.empty() ? f.field : f.field.empty() ? f.path : f.path + " (" + f.field + ")";
    found += fmt::format("  {}{}{}\n", where.empty() ? "the document" : where,
                         f.expected.empty() ? "" : ": expected " + f.expected,
                         f.actual.empty() ? "" : (f.expected.empty() ? ": " : ", stated ") + f.actual);
  }
  std::string terms;
  for (const rules::RuleInfo* rule : rules::find_rules(code))
    terms += (terms.empty() ? "" : " ") + std::string(rule->terms);
  if (!found.empty()) {
    out += "the rule found something\n" + found;
  } else {
    const NotRun* skipped = nullptr;
    if (record.checks)
      for (const NotRun& rule : record.checks->not_run)
        if (same_code(rule.rule, code)) skipped = &rule;
    out += skipped ? "not run: " + skipped->reason + "\n" : "nothing found\n";
  }
  return out + figures(record, terms);
}

}  // namespace ap
