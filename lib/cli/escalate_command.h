// ap-validate escalate: gates of the policy close on documents that nobody decided in time.
#pragma once

#include "cli/context.h"
#include "cli/options.h"

namespace ap::cli {

void declare_escalate(Options& options);

// 1 when a document was escalated, 0 when none was. Throws Error(usage) without a store.
int run_escalate(Context& context);

}  // namespace ap::cli
