// Labels that no phrase of the lexicon names, guessed from the stems of their words ("Ord. cliente", "Zaplatit do",
// "Last date for payment"), and captions that stand below their value.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extract/labels.h"

namespace ap::extract::reading {

// What the words of a label mean by their stems: number, order, issue_date or due_date. `words` are folded runs.
std::optional<Role> role_by_stems(const std::vector<std::string_view>& words);

// Adds a weak hit for each cell that begins with up to five unknown words and a colon, or is nothing but up to four.
void guess_labels(const Sheet& sheet, Labels& labels);

// Sets labels.value_above for labels whose value stands above them: rows or columns that begin with a value.
void mark_captions(const Sheet& sheet, Labels& labels);

// Fills Labels::value_before.
void mark_trailing(const Sheet& sheet, Labels& labels);

}  // namespace ap::extract::reading
