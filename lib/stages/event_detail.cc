#include "stages/event_detail.h"

#include <algorithm>
#include <vector>

#include "core/json_text.h"

namespace ap {
namespace {

// Each code once, in the order of the findings.
std::vector<std::string> codes_of(const Record& record) {
  std::vector<std::string> codes;
  for (const Finding& finding : record.findings) {
    std::string code = json_quote(finding.rule);
    if (finding.severity != Severity::info && std::ranges::find(codes, code) == codes.end())
      codes.push_back(std::move(code));
  }
  return codes;
}

}  // namespace

std::string event_detail(const Record& record, std::string_view program_version) {
  JsonText json;
  if (record.decision && record.decision->route) {
    json.text("route", to_string(*record.decision->route));
    if (!record.decision->policy.empty()) json.text("policy", record.decision->policy);
    if (!record.decision->duplicate_of.empty()) json.text("duplicate_of", record.decision->duplicate_of);
    json.raw("findings", json_array(codes_of(record)));
  } else if (record.extraction) {
    json.text("method", record.extraction->method);
    if (record.extraction->content) json.text("content", record.extraction->content->hash);
  }
  return json.text("program", program_version).str();
}

}  // namespace ap
