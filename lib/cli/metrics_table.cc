#include <array>

#include "cli/metrics.h"

namespace ap::cli {
namespace {

constexpr std::string_view kEvery = "every command";
constexpr std::string_view kHealth = "ap-health";

// In the order in which they are written. Labels are bounded: no vendor, number or file name ever becomes one. A
// series stands in one file only, or the collector refuses both.
constexpr auto kMetrics = std::to_array<MetricInfo>({
    {"ap_last_run_timestamp_seconds", "gauge", "When the command ended last, in seconds since 1970.", "command",
     kEvery},
    {"ap_last_success_timestamp_seconds", "gauge",
     "When the command last ended with exit code 0 or 1, in seconds since 1970.", "command", kEvery, true},
    {"ap_last_exit_code", "gauge", "Exit code of the last run.", "command", kEvery},
    {"ap_run_duration_seconds", "gauge", "Wall-clock time of the last run.", "command", kEvery},
    {"ap_documents_processed_total", "counter", "Documents processed since the store began, by outcome.",
     "command,outcome", kEvery},
    {"ap_documents", "gauge", "Documents in the store by state and route.", "state,route", kHealth},
    {"ap_queue_oldest_age_seconds", "gauge", "Age of the oldest document that waits in the state.", "state", kHealth},
    {"ap_review_overdue", "gauge", "Documents in review after their due time.", "", kHealth},
    {"ap_review_overdue_longest_seconds", "gauge", "How long the longest of them is overdue.", "", kHealth},
    {"ap_findings_total", "counter", "Findings of the documents in the store.", "rule,severity", kHealth},
    {"ap_touchless_ratio", "gauge", "Share of validated documents that no person touched.", "", kHealth},
    {"ap_exported_amount_total", "counter", "Payable amount of exported documents.", "currency", kHealth},
    {"ap_ocr_pages_total", "counter", "Pages of the documents in the store that were read by OCR.", "", kHealth},
    {"ap_health_status", "gauge", "Result of a check: 0 OK, 1 warning, 2 critical, 3 unknown.", "check", kHealth},
    {"ap_build_info", "gauge", "Always 1; the version is the label.", "version", kHealth},
    {"ap_backup_last_success_timestamp_seconds", "gauge", "When a backup was last completed, in seconds since 1970.",
     "", "ap-backup", true},
    {"ap_backup_size_bytes", "gauge", "Bytes of the last backup.", "", "ap-backup", true},
});

}  // namespace

std::span<const MetricInfo> metric_table() { return kMetrics; }

}  // namespace ap::cli
