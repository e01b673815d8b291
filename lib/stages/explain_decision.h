// A decision in words (ap-validate --explain ID): what was decided under which policy, and for every control whether it
// failed, passed or did not run, with the values it compared and where they come from. Everything is read from the
// record, as it was when the decision was made.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "core/record.h"
#include "ports/store.h"

namespace ap {

// The whole text; ends with a line end. `history`: events of the document, oldest first. Pure.
std::string explain_decision(const Record& record, const std::vector<StoredEvent>& history);

// At least 6 hex digits and nothing else: the beginning of an id.
bool looks_like_id(std::string_view text);

// The document of the store whose id begins with `prefix`, explained, with the tables of the policy that its findings
// name.
// Throws Error(no_input) when there is none, (usage) when there are several, and what the store throws.
std::string explain_stored(Store& store, std::string_view prefix);

}  // namespace ap
