// Vendor memory in memory.
#include <algorithm>

#include "adapters/memory/store.h"

namespace ap::memory {

std::optional<std::string> MemoryStore::vendor_with(const std::vector<std::string>& marks) const {
  std::vector<VendorMatch> matches;
  for (const auto& [vendor, known] : marks_) {
    VendorMatch match{vendor, static_cast<int>(known.size()), 0};
    for (const std::string& mark : marks) match.matched += known.contains(mark) ? 1 : 0;
    matches.push_back(match);
  }
  return vendor_of(matches);
}

std::vector<Habit> MemoryStore::recall(const std::vector<std::string>& marks) {
  std::lock_guard lock(mutex_);
  std::vector<Habit> out;
  auto vendor = vendor_with(marks);
  if (!vendor) return out;
  for (const auto& [key, habit] : habits_)
    if (key.first == *vendor) out.push_back(habit);
  return out;
}

std::string MemoryStore::remember(const std::vector<std::string>& marks, const std::vector<Habit>& habits) {
  std::lock_guard lock(mutex_);
  std::string vendor = vendor_with(marks).value_or(marks.at(0));
  marks_[vendor].insert(marks.begin(), marks.end());
  for (Habit habit : habits) {
    habit.vendor = vendor;
    habit.kept = habit.failed = 0;
    habits_.insert_or_assign({vendor, habit.field}, habit);
  }
  return vendor;
}

bool MemoryStore::judge(const std::string& vendor, const std::string& field, bool right) {
  std::lock_guard lock(mutex_);
  auto found = habits_.find({vendor, field});
  if (found == habits_.end()) return false;
  Habit& habit = found->second;
  right ? ++habit.kept : ++habit.failed;
  if (right) habit.failed = 0;
  if (!failing(habit)) return false;
  habits_.erase(found);
  drop_marks_without_habits();
  return true;
}

int MemoryStore::forget(const std::string& vendor, const std::string& field) {
  std::lock_guard lock(mutex_);
  auto gone = std::erase_if(habits_, [&](const auto& entry) {
    return entry.first.first == vendor && (field.empty() || entry.first.second == field);
  });
  drop_marks_without_habits();
  return static_cast<int>(gone);
}

void MemoryStore::drop_marks_without_habits() {
  std::erase_if(marks_, [&](const auto& entry) {
    return std::ranges::none_of(habits_, [&](const auto& habit) { return habit.first.first == entry.first; });
  });
}

void MemoryStore::for_each_habit(const std::function<bool(const Habit&)>& visit) {
  std::vector<Habit> habits;
  {
    std::lock_guard lock(mutex_);
    for (const auto& [key, habit] : habits_) habits.push_back(habit);
  }
  for (const Habit& habit : habits)
    if (!visit(habit)) return;
}

}  // namespace ap::memory
