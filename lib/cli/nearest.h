// "Did you mean ...?": the word of a list that is closest to a mistyped one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ap::cli {

// "" when nothing is near enough (edits: at most a third of the length, at least one).
std::string nearest(std::string_view word, const std::vector<std::string>& words);

}  // namespace ap::cli
