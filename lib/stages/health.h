// ap-health check: is the toolkit working? One table of checks (health_checks()), each a function that looks at one
// thing and says OK, WARNING, CRITICAL or UNKNOWN with what to do; nothing that a check finds makes the others stop.
//
// Follows the convention of monitoring plugins: the worst result is the exit code 0, 1, 2 or 3, where a critical one
// weighs more than an unknown one.
#pragma once

#include <expected>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ports/blob_store.h"
#include "ports/clock.h"
#include "ports/machine.h"
#include "ports/store.h"
#include "stages/risk.h"

namespace ap {

enum class Health { ok = 0, warning = 1, critical = 2, unknown = 3 };

std::string_view to_string(Health health);  // OK WARNING CRITICAL UNKNOWN

struct HealthResult {
  std::string_view check;
  Health health = Health::ok;
  std::string message;  // what was found, with figures
  std::string advice;   // what to do; "" when OK
};

// What the worker's probe of its own prison found.
struct SandboxReport {
  bool confined = false;               // everything forbidden was refused
  std::string text;                    // for people
  std::vector<std::string> languages;  // OCR models installed
};

// Warning and critical limits of one measure, in its unit. A limit of 0 is not looked at.
struct Thresholds {
  std::int64_t warning = 0, critical = 0;
};

struct HealthLimits {
  Thresholds queue_seconds{3600, 86400};                 // oldest document that waits for a stage
  Thresholds review_seconds{259200, 1209600};            // oldest document that waits for a person
  Thresholds overdue_documents{1, 20};                   // in review after their due time, so many or more
  DueRules due;                                          // when they are due
  Thresholds disk_percent{10, 5};                        // free space, below which
  Thresholds backup_seconds{129600, 604800};             // age of the last backup
  Thresholds sanctions_days{7, 30};                      // age of the oldest sanctions list
  std::map<std::string, std::int64_t> expected_seconds;  // command -> longest time between successes
  std::vector<std::string> languages;                    // OCR models that must be installed; empty: any one
  bool ocr = true;                                       // false: no OCR is wanted
};

// `store`, `blobs` and `sandbox` are called when a check needs them and may throw ap::Error, which the check reports.
// `store` and `blobs` give nullptr where none is set.
struct HealthPorts {
  Clock& clock;
  Machine& machine;
  std::function<Store*()> store;
  std::function<BlobStore*()> blobs;
  std::function<std::expected<SandboxReport, std::string>()> sandbox;
  std::vector<std::string> disk_paths;  // where store and blobs live
};

struct HealthCheckInfo {
  std::string_view name, summary;
};
// Every check that exists, in the order in which they run.
std::vector<HealthCheckInfo> health_checks();

// Runs the checks named, or all of them where `names` is empty. Names that do not exist are the caller's to refuse.
std::vector<HealthResult> check_health(const HealthPorts& ports, const HealthLimits& limits,
                                       const std::vector<std::string>& names = {});

// The worst; OK for none.
Health overall(const std::vector<HealthResult>& results);

// "AP WARNING - 10 checks, backup: ...", then a line per check and its advice.
std::string health_text(const std::vector<HealthResult>& results);
// One JSON object, schema "ap.health/1".
std::string health_json(const std::vector<HealthResult>& results);

}  // namespace ap
