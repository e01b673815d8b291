#include <fmt/format.h>

#include "core/json_text.h"
#include "report/verdict_output.h"

namespace ap::report {
namespace {

constexpr std::string_view kSchema = "https://json.schemastore.org/sarif-2.1.0.json";

std::string_view level(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      break;
  }
  return "note";
}

std::string object(std::string_view key, const std::string& value) { return JsonText().raw(key, value).str(); }

// A path as a URI reference: what RFC 3986 reserves or forbids is written as %XX.
std::string uri_of(std::string_view path) {
  std::string out;
  for (char c : path) {
    bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                 std::string_view("-._~/").find(c) != std::string_view::npos;
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

class Sarif : public VerdictOutput {
 public:
  Sarif(std::string version, RuleText summary) : version_(std::move(version)), summary_(std::move(summary)) {}

  void add(const Record& record) override {
    std::string uri = uri_of(record.source.path.empty() ? record.source.name : record.source.path);
    for (const Finding& finding : record.findings) {
      JsonText result;
      std::string id = finding.set + "/" + finding.rule;
      rule(id, finding);
      result.text("ruleId", id)
          .text("level", level(finding.severity))
          .raw("message", object("text", json_quote(finding.message)));
      JsonText location;
      location.raw("physicalLocation", object("artifactLocation", object("uri", json_quote(uri))));
      if (!finding.path.empty())
        location.raw("logicalLocations",
                     "[" + JsonText().text("fullyQualifiedName", finding.path).text("kind", "element").str() + "]");
      result.raw("locations", "[" + location.str() + "]");
      JsonText properties;
      if (!finding.field.empty()) properties.text("field", finding.field);
      if (!finding.expected.empty()) properties.text("expected", finding.expected);
      if (!finding.actual.empty()) properties.text("actual", finding.actual);
      if (!record.id.empty()) properties.text("document", record.id);
      result.raw("properties", properties.str());
      results_.push_back(result.str());
    }
  }

  std::string finish() override {
    JsonText driver;
    driver.text("name", "ap-validate").text("version", version_).raw("rules", json_array(rules_));
    std::string run = JsonText().raw("tool", object("driver", driver.str())).raw("results", json_array(results_)).str();
    return JsonText().text("$schema", kSchema).text("version", "2.1.0").raw("runs", "[" + run + "]").str() + "\n";
  }

 private:
  void rule(const std::string& id, const Finding& finding) {
    if (!known_.insert(id).second) return;
    JsonText row;
    row.text("id", id);
    std::string summary = summary_ ? summary_(finding.set, finding.rule) : std::string();
    if (!summary.empty()) row.raw("shortDescription", object("text", json_quote(summary)));
    rules_.push_back(row.str());
  }

  std::string version_;
  RuleText summary_;
  std::set<std::string> known_;
  std::vector<std::string> rules_, results_;
};

}  // namespace

std::unique_ptr<VerdictOutput> sarif_output(std::string version, RuleText summary) {
  return std::make_unique<Sarif>(std::move(version), std::move(summary));
}

}  // namespace ap::report
