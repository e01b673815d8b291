// The table of controls: which codes exist, what they mean, which function checks them.
#pragma once

#include <span>

#include "rules/rule.h"

namespace ap::rules {

std::span<const Rule> control_table();

// Codes that other stages put on a record; the same information, nothing to run.
std::span<const RuleInfo> intake_table();

}  // namespace ap::rules
