// ap-health retention: list, dispose, hold, lift.
#pragma once

#include <string>
#include <vector>

#include "cli/context.h"
#include "cli/options.h"

namespace ap::cli {

struct RetentionArguments {
  std::vector<std::string> words;  // list, dispose, hold ID..., lift ID...
  std::string status, reason;
  bool json = false;
};

// Adds the sub-command `retention`.
void declare_retention(Options& options, RetentionArguments& args);

// Runs it. 0; 1 when something was not done: a hold refused, a document that changed meanwhile.
int run_retention(Context& context, const RetentionArguments& args);

}  // namespace ap::cli
