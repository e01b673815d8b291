#include <fmt/format.h>

#include <algorithm>

#include "report/verdict_output.h"

namespace ap::report {
namespace {

std::string details(const Finding& finding) {
  std::string text = finding.message;
  if (!finding.path.empty()) text += "\nat " + finding.path;
  if (!finding.field.empty()) text += "\nfield " + finding.field;
  if (!finding.expected.empty()) text += "\nexpected " + finding.expected;
  if (!finding.actual.empty()) text += "\nactual " + finding.actual;
  return text;
}

class Junit : public VerdictOutput {
 public:
  void add(const Record& record) override {
    int failures = 0, tests = 0, skipped = 0;
    std::string cases;
    std::string name = record.source.name.empty() ? "(unnamed)" : record.source.name;
    // A case per rule, so that its history can be followed; several findings of one rule fail it together.
    std::vector<std::pair<std::string, std::vector<const Finding*>>> rules;
    for (const Finding& finding : record.findings) {
      std::string key = finding.set + "." + finding.rule;
      auto found = std::ranges::find(rules, key, &std::pair<std::string, std::vector<const Finding*>>::first);
      if (found == rules.end()) found = rules.insert(rules.end(), {key, {}});
      found->second.push_back(&finding);
    }
    for (const auto& [key, findings] : rules) {
      ++tests;
      bool error = std::ranges::any_of(findings, [](const Finding* f) { return f->severity == Severity::error; });
      failures += error;
      cases += fmt::format("    <testcase classname=\"{}\" name=\"{}\">\n", escaped(name), escaped(key));
      for (const Finding* finding : findings)
        cases += error
                     ? fmt::format("      <failure type=\"{}\" message=\"{}\">{}</failure>\n",
                                   to_string(finding->severity), escaped(finding->message), escaped(details(*finding)))
                     : fmt::format("      <system-out>{}: {}</system-out>\n", to_string(finding->severity),
                                   escaped(details(*finding)));
      cases += "    </testcase>\n";
    }
    if (record.checks)
      for (const NotRun& rule : record.checks->not_run) {
        ++tests, ++skipped;
        cases += fmt::format("    <testcase classname=\"{}\" name=\"{}\"><skipped message=\"{}\"/></testcase>\n",
                             escaped(name), escaped(rule.rule), escaped(rule.reason));
      }
    ++tests;
    cases += fmt::format("    <testcase classname=\"{}\" name=\"route\"><system-out>{}</system-out></testcase>\n",
                         escaped(name), record.route() ? to_string(*record.route()) : to_string(record.state));
    suites_ += fmt::format(
        "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\">\n{}  </testsuite>\n",
        escaped(name), tests, failures, skipped, cases);
    tests_ += tests, failures_ += failures, skipped_ += skipped;
  }

  std::string finish() override {
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"ap-validate\" tests=\"{}\" failures=\"{}\" "
        "errors=\"0\" "
        "skipped=\"{}\">\n{}</testsuites>\n",
        tests_, failures_, skipped_, suites_);
  }

 private:
  std::string suites_;
  int tests_ = 0, failures_ = 0, skipped_ = 0;
};

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (c == '\'')
      out += "&#39;";
    else
      out += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
  }
  return out;
}

std::unique_ptr<VerdictOutput> junit_output() { return std::make_unique<Junit>(); }

}  // namespace ap::report
