// ap-health: is it working? Exit codes of monitoring plugins: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN.
#include <fmt/format.h>

#include <algorithm>

#include "adapters/sandbox/sandbox_reader.h"
#include "adapters/system/machine.h"
#include "cli/journal_command.h"
#include "cli/retention_command.h"
#include "cli/review_settings.h"
#include "cli/run_main.h"
#include "core/error.h"
#include "stages/health.h"
#include "stages/health_figures.h"

namespace {

using ap::cli::Context;
using ap::cli::Settings;

ap::Thresholds thresholds(const Settings& settings, std::string_view name, std::string_view unit) {
  return {settings.integer(fmt::format("health.{}_warning_{}", name, unit)),
          settings.integer(fmt::format("health.{}_critical_{}", name, unit))};
}

ap::HealthLimits health_limits(const Settings& settings) {
  ap::HealthLimits out;
  out.queue_seconds = thresholds(settings, "queue", "seconds");
  out.review_seconds = thresholds(settings, "review", "seconds");
  out.overdue_documents = {settings.integer("health.overdue_warning"), settings.integer("health.overdue_critical")};
  out.due = ap::cli::due_rules(settings);
  out.backup_seconds = thresholds(settings, "backup", "seconds");
  out.sanctions_days = thresholds(settings, "sanctions", "days");
  out.disk_percent = thresholds(settings, "disk", "percent");
  out.languages = settings.list("reader.languages");
  out.ocr = settings.text("reader.ocr") != "never";
  for (const std::string& entry : settings.list("health.expected")) {
    auto equals = entry.find('=');
    auto seconds = equals == std::string::npos ? std::nullopt : ap::Decimal::parse(entry.substr(equals + 1));
    if (!seconds || *seconds <= ap::Decimal(0) || *seconds > ap::Decimal(1000000000) || seconds->scale() > 0)
      throw ap::Error(ap::ErrorKind::config, fmt::format("health.expected: '{}' is not COMMAND=SECONDS", entry),
                      "write it as ap-extract=3600");
    out.expected_seconds[entry.substr(0, equals)] = std::stoll(seconds->str());
  }
  return out;
}

// Folders of local stores: what stands after the scheme.
std::vector<std::string> disk_paths(const Settings& settings) {
  std::vector<std::string> paths;
  for (const char* key : {"store", "blobs"}) {
    std::string uri = settings.text(key);
    for (std::string_view scheme : {"sqlite:", "dir:"}) {
      if (uri.starts_with(scheme)) paths.push_back(uri.substr(scheme.size()));
    }
  }
  return paths;
}

std::expected<ap::SandboxReport, std::string> probe(Context& context) {
  auto* reader = dynamic_cast<ap::SandboxReader*>(&context.reader());
  if (!reader) return std::unexpected("the reader has no sandbox");
  auto found = reader->probe();
  if (!found) return std::unexpected(found.error().message);
  ap::ProbeText text = ap::describe_probe(*found);
  return ap::SandboxReport{text.ok, text.text, found->languages};
}

void set_metrics(Context& context, const std::vector<ap::HealthResult>& results) {
  auto& metrics = context.metrics();
  metrics.set("ap_build_info", {{"version", AP_VERSION}}, "1");
  for (const auto& result : results)
    metrics.set("ap_health_status", {{"check", std::string(result.check)}}, std::to_string(int(result.health)));
  auto store = std::ranges::find(results, "store", &ap::HealthResult::check);
  if (store == results.end() || store->health != ap::Health::ok) return;  // no store, no figures
  ap::HealthFigures figures =
      ap::collect_health_figures(*context.store(), context.clock().now_ms(), ap::cli::due_rules(context.settings()));
  for (const auto& [key, count] : figures.documents)
    metrics.set("ap_documents",
                {{"state", std::string(to_string(key.first))},
                 {"route", key.second ? std::string(to_string(*key.second)) : ""}},
                std::to_string(count));
  for (const auto& [state, age] : figures.oldest_age_seconds)
    metrics.set("ap_queue_oldest_age_seconds", {{"state", std::string(to_string(state))}}, std::to_string(age));
  for (const auto& [key, count] : figures.findings)
    metrics.set("ap_findings_total", {{"rule", key.first}, {"severity", std::string(to_string(key.second))}},
                std::to_string(count));
  metrics.set("ap_review_overdue", {}, std::to_string(figures.overdue.count));
  metrics.set("ap_review_overdue_longest_seconds", {}, std::to_string(figures.overdue.longest_ms / 1000));
  if (figures.touchless) metrics.set("ap_touchless_ratio", {}, figures.touchless->str());
  for (const auto& [currency, amount] : figures.exported)
    metrics.set("ap_exported_amount_total", {{"currency", currency}}, amount.str());
  metrics.set("ap_ocr_pages_total", {}, std::to_string(figures.ocr_pages));
}

std::string check_list() {
  std::string out;
  for (const auto& check : ap::health_checks()) out += fmt::format("{:<10} {}\n", check.name, check.summary);
  return out;
}

void refuse_unknown(const std::vector<std::string>& names) {
  auto known = ap::health_checks();
  for (const std::string& name : names) {
    if (std::ranges::find(known, name, &ap::HealthCheckInfo::name) == known.end())
      throw ap::Error(ap::ErrorKind::usage, fmt::format("there is no check '{}'", name),
                      "ap-health check --list shows them all");
  }
}

}  // namespace

int main(int argc, char** argv) {
  bool json = false, list = false;
  std::vector<std::string> names;
  ap::cli::Options options("ap-health", "tells whether the toolkit works");
  options
      .command("check",
               "store, queue, overdue documents, last runs, backup, sanctions lists, disk, originals, sandbox, OCR")
      .arguments("CHECK", names, "only these checks")
      .flag("--json", json, "one JSON object instead of text")
      .flag("--list", list, "print the checks that exist and exit");
  ap::cli::JournalArguments journal;
  ap::cli::declare_journal(options, journal);
  ap::cli::RetentionArguments retention;
  ap::cli::declare_retention(options, retention);
  options.share("--limit").share("--dry-run").require_command();
  options.footer("Exit code: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN.");
  return ap::cli::run_main(argc, argv, options, [&](Context& context) {
    if (context.options().command_given() == "journal") return ap::cli::run_journal(context, journal);
    if (context.options().command_given() == "retention") return ap::cli::run_retention(context, retention);
    if (list) {
      context.output().write(check_list());
      return 0;
    }
    refuse_unknown(names);
    ap::system::SystemMachine machine;
    ap::HealthPorts ports{context.clock(),
                          machine,
                          [&] { return context.store(ap::cli::StoreUse::existing); },
                          [&] { return context.blobs(ap::cli::StoreUse::existing); },
                          [&] { return probe(context); },
                          disk_paths(context.settings())};
    auto results = ap::check_health(ports, health_limits(context.settings()), names);
    if (!context.settings().text("metrics").empty()) set_metrics(context, results);
    context.output().write(json ? ap::health_json(results) : ap::health_text(results));
    return int(ap::overall(results));
  });
}
