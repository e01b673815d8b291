// The one way from main() to an exit code. Every command is
//
//   int main(int argc, char** argv) {
//     ap::cli::Options options("ap-extract", "turn documents into invoices with evidence");
//     options.share_record_options();
//     return ap::cli::run_main(argc, argv, options, [&](ap::cli::Context& context) { ...; return 0; });
//   }
#pragma once

#include <functional>

#include "cli/context.h"

namespace ap::cli {

// Parses, reads the settings, calls `command`, and turns what it throws into a message "ap-x: what; advice" and a
// code: ap::Error by its kind, BrokenPipe 141 without a word, anything else 70. After SIGINT or SIGTERM: 130 or 143.
// Figures of the run are recorded whatever the outcome.
int run_main(int argc, const char* const* argv, Options& options, const std::function<int(Context&)>& command);

}  // namespace ap::cli
