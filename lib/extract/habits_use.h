// Learned habits decide where the page agrees with them; see habits.h.
#pragma once

#include <vector>

#include "core/habit.h"
#include "extract/context.h"

namespace ap::extract::reading {

// Puts what habits say into the draft, with How::vendor; what was read before becomes an alternative. A value that
// arithmetic or check digits have proved stays.
void use_habits(const Context& context, const std::vector<Habit>& habits, Draft& draft);

// The marks of a vendor that the pages show: tax identifiers not said to be the buyer's, accounts whose check digits
// agree, and the names given (squeezed).
std::vector<std::string> marks_on_pages(const Context& context, const std::vector<std::string>& names);

// The text of the convention habit, "" when there is none.
std::string_view convention_of(const std::vector<Habit>& habits, HabitKind kind);

}  // namespace ap::extract::reading
