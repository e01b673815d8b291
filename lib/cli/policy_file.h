// A policy file (ap-policy(5)) as a policy.
#pragma once

#include <memory>
#include <string>

#include "rules/policy/policy.h"

namespace ap::cli {

// Throws Error(config) for a file that is missing, unreadable, too large or in any point not what ap-policy(5)
// describes: with file, line and column, what is wrong and what to write instead. There is no partial policy.
std::shared_ptr<const rules::Policy> read_policy(const std::string& path);

// The same from text; `path` is for messages.
std::shared_ptr<const rules::Policy> policy_from_text(std::string_view text, const std::string& path);

}  // namespace ap::cli
