// Results of health checks as text and JSON.
#include <fmt/format.h>

#include <algorithm>

#include "core/json_text.h"
#include "stages/health.h"

namespace ap {
namespace {

// Later is worse. A critical finding is certain, an unknown one is not.
int weight(Health health) {
  switch (health) {
    case Health::ok:
      return 0;
    case Health::warning:
      return 1;
    case Health::unknown:
      return 2;
    case Health::critical:
      return 3;
  }
  return 2;
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

// Lines after the first, under the column of messages.
std::string indented_rest(const std::string& text) {
  std::string out;
  for (auto at = text.find('\n'); at != std::string::npos && at + 1 < text.size(); at = text.find('\n', at + 1)) {
    auto end = std::min(text.find('\n', at + 1), text.size());
    out += "                     " + text.substr(at + 1, end - at - 1) + "\n";
  }
  return out;
}

}  // namespace

std::string_view to_string(Health health) {
  switch (health) {
    case Health::ok:
      return "OK";
    case Health::warning:
      return "WARNING";
    case Health::critical:
      return "CRITICAL";
    case Health::unknown:
      return "UNKNOWN";
  }
  return "UNKNOWN";
}

Health overall(const std::vector<HealthResult>& results) {
  Health worst = Health::ok;
  for (const HealthResult& result : results) {
    if (weight(result.health) > weight(worst)) worst = result.health;
  }
  return worst;
}

std::string health_text(const std::vector<HealthResult>& results) {
  Health worst = overall(results);
  std::string out = fmt::format("AP {} - {} check{}", to_string(worst), results.size(), results.size() == 1 ? "" : "s");
  auto first = std::ranges::find(results, worst, &HealthResult::health);
  if (worst != Health::ok) out += fmt::format(", {}: {}", first->check, first_line(first->message));
  out += "\n";
  for (const HealthResult& result : results) {
    out += fmt::format("{:<9} {:<10} {}\n", to_string(result.health), result.check, first_line(result.message));
    out += indented_rest(result.message);
    if (!result.advice.empty()) out += fmt::format("{:<20} -> {}\n", "", result.advice);
  }
  return out;
}

std::string health_json(const std::vector<HealthResult>& results) {
  std::vector<std::string> checks;
  for (const HealthResult& result : results) {
    JsonText check;
    check.text("check", result.check).text("status", to_string(result.health)).number("code", int(result.health));
    check.text("message", result.message).text("advice", result.advice);
    checks.push_back(check.str());
  }
  JsonText out;
  Health worst = overall(results);
  out.text("schema", "ap.health/1")
      .text("status", to_string(worst))
      .number("code", int(worst))
      .raw("checks", json_array(checks));
  return out.str() + "\n";
}

}  // namespace ap
