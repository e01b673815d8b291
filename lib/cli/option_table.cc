#include "cli/option_table.h"

#include <array>

namespace ap::cli {
namespace {

constexpr auto kShared = std::to_array<SharedOption>({
    {"--config", "FILE", "read settings from FILE instead of the user's ap.toml", "", true},
    {"--store", "URI", "where records are kept: sqlite:PATH, or none", "store", true},
    {"--blobs", "URI", "where originals are kept: dir:PATH, or none", "blobs", true},
    {"--as-of", "DATE", "what counts as today for rules about dates (YYYY-MM-DD)", "as_of", true},
    {"--metrics", "DIR", "write ap_<command>.prom for the textfile collector into DIR", "metrics", true},
    {"--log-format", "text|json|journal", "form of the messages on standard error", "log_format", true},
    {"-q,--quiet", "", "say errors only", "", true},
    {"-v,--verbose", "", "say more", "", true},
    {"--progress", "auto|always|never", "progress line on standard error", "progress", true},
    {"--version", "", "print the version and exit", "", true},
    {"-h,--help", "", "print this help and exit", "", true},
    {"--completion", "bash|zsh|fish", "print a completion script and exit", "", true},
    {"--jobs", "N", "documents worked on at once (0: one per processor)", "jobs", false},
    {"--limit", "N", "stop after N documents", "", false},
    {"--pending", "", "claim the documents that wait in the store", "", false},
    {"--again", "", "redo documents that the stage has finished before", "", false},
    {"--dry-run", "", "change nothing; print what would be done", "", false},
    {"--fail-on", "error|warning|never", "findings from this severity on give exit code 1", "fail_on", false},
    {"--files0-from", "FILE", "read file names from FILE (- for standard input), each ended by a NUL", "", false},
});

}  // namespace

std::span<const SharedOption> shared_options() { return kShared; }

std::string long_name(const std::string& names) {
  auto comma = names.find(',');
  return comma == std::string::npos ? names : names.substr(comma + 1);
}

}  // namespace ap::cli
