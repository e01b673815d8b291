#include "core/habit.h"

#include <algorithm>
#include <array>

namespace ap {
namespace {

constexpr std::array<std::string_view, 6> kNames{"label", "spot", "constant", "absent", "date_order", "decimals"};

std::string_view place_words(std::string_view relation) {
  return relation == "right" ? "right of" : relation == "below" ? "below" : "behind";
}

}  // namespace

std::string_view to_string(HabitKind kind) { return kNames[static_cast<std::size_t>(kind)]; }

std::optional<HabitKind> habit_kind_from(std::string_view text) {
  auto found = std::ranges::find(kNames, text);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<HabitKind>(found - kNames.begin());
}

bool failing(const Habit& habit) { return habit.failed >= 2 || (habit.failed > 0 && habit.kept == 0); }

std::string describe(const Habit& habit) {
  std::string place = std::string(place_words(habit.relation)) + " '" + habit.text + "'";
  std::string shape = habit.shape.empty() ? "" : ", as " + habit.shape;
  switch (habit.kind) {
    case HabitKind::label:
      return "stands " + place + shape;
    case HabitKind::spot:
      return "stands at a fixed spot of the first page" + shape;
    case HabitKind::constant:
      return "is '" + habit.text + "' where the page shows it";
    case HabitKind::absent:
      return "is not what stands " + place;
    case HabitKind::date_order:
      return habit.text == "month_first" ? "are printed month first" : "are printed day first";
    case HabitKind::decimals:
      return "have a decimal " + habit.text;
  }
  return "";
}

std::optional<std::string> vendor_of(const std::vector<VendorMatch>& matches) {
  const VendorMatch* best = nullptr;
  bool tie = false;
  for (const VendorMatch& match : matches) {
    if (match.matched == 0 || match.matched < std::min(2, match.known)) continue;
    if (best && match.matched < best->matched) continue;
    tie = best && match.matched == best->matched;
    best = &match;
  }
  if (!best || tie) return std::nullopt;
  return best->vendor;
}

}  // namespace ap
