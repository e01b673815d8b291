// Roles, limits and due times as the review wants them, from the settings of a command; and who acts.
#pragma once

#include <string_view>

#include "cli/context.h"
#include "stages/authority.h"
#include "stages/review.h"

namespace ap::cli {

// Throws Error(config) for a limit that cannot be read, and for limits without a role that could have them.
Authority authority_of(const Settings& settings);

DueRules due_rules(const Settings& settings);

ReviewOptions review_options(Context& context);

// Throws Error(permission) when the user may not do it. `what` stands in the message: "master data".
void demand(Context& context, Act act, std::string_view what);

}  // namespace ap::cli
