// ap-validate adopt: under which policy and settings this store decides (stages/adoption.h).
#pragma once

#include "cli/context.h"
#include "cli/options.h"

namespace ap::cli {

struct AdoptArguments {
  bool show = false, none = false;
};

// Adds the sub-command `adopt`.
void declare_adopt(Options& options, AdoptArguments& args);

// Runs it; 0. Throws ap::Error: permission for who is no administrator.
int run_adopt(Context& context, const AdoptArguments& args);

}  // namespace ap::cli
