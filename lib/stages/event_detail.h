// What the journal says about a step besides its kind: the decision and the rules that made it.
#pragma once

#include <string>
#include <string_view>

#include "core/record.h"

namespace ap {

// JSON text: method and print of the content of an extraction; route, version of the policy and codes of the findings
// of a decision; always the version of the program.
std::string event_detail(const Record& record, std::string_view program_version);

}  // namespace ap
