// Vendor memory in two small tables: marks of vendors, and their habits.
#include "adapters/sqlite/store.h"

namespace ap::sqlite {

std::optional<std::string> SqliteStore::vendor_with(const std::vector<std::string>& marks) {
  std::map<std::string, int> matched;
  for (const std::string& mark : marks) {
    auto rows = database_.prepare("SELECT vendor FROM vendor_marks WHERE mark = ?");
    for (rows.bind(mark); rows.step();) ++matched[rows.text(0)];
  }
  std::vector<VendorMatch> matches;
  for (const auto& [vendor, count] : matched) {
    auto known = database_.prepare("SELECT count(*) FROM vendor_marks WHERE vendor = ?");
    known.bind(vendor).step();
    matches.push_back({vendor, static_cast<int>(known.integer(0)), count});
  }
  return vendor_of(matches);
}

std::vector<Habit> SqliteStore::habits_of(std::optional<std::string_view> vendor) {
  auto rows = database_.prepare(
      "SELECT vendor, field, kind, value, relation, shape, document_id, actor, learned_ms, kept, failed "
      "FROM vendor_habits WHERE ?1 IS NULL OR vendor = ?1 ORDER BY vendor, field");
  std::vector<Habit> habits;
  for (rows.bind(vendor); rows.step();)
    habits.push_back({.vendor = rows.text(0),
                      .field = rows.text(1),
                      .kind = habit_kind_from(rows.text(2)).value_or(HabitKind::label),
                      .text = rows.text(3),
                      .relation = rows.text(4),
                      .shape = rows.text(5),
                      .document_id = rows.text(6),
                      .actor = rows.text(7),
                      .learned_ms = rows.integer(8),
                      .kept = static_cast<int>(rows.integer(9)),
                      .failed = static_cast<int>(rows.integer(10))});
  return habits;
}

std::vector<Habit> SqliteStore::recall(const std::vector<std::string>& marks) {
  std::lock_guard lock(mutex_);
  auto vendor = vendor_with(marks);
  return vendor ? habits_of(*vendor) : std::vector<Habit>();
}

std::string SqliteStore::remember(const std::vector<std::string>& marks, const std::vector<Habit>& habits) {
  std::lock_guard lock(mutex_);
  Transaction transaction(database_);
  std::string vendor = vendor_with(marks).value_or(marks.at(0));
  for (const std::string& mark : marks)
    database_.prepare("INSERT OR IGNORE INTO vendor_marks (mark, vendor) VALUES (?, ?)").bind(mark, vendor).run();
  for (const Habit& habit : habits) {
    auto row = database_.prepare(
        "INSERT OR REPLACE INTO vendor_habits "
        "(vendor, field, kind, value, relation, shape, document_id, actor, learned_ms) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    row.bind(vendor, habit.field, to_string(habit.kind), habit.text, habit.relation, habit.shape, habit.document_id,
             habit.actor, habit.learned_ms)
        .run();
  }
  transaction.commit();
  return vendor;
}

bool SqliteStore::judge(const std::string& vendor, const std::string& field, bool right) {
  std::lock_guard lock(mutex_);
  Transaction transaction(database_);
  auto row = database_.prepare(
      "UPDATE vendor_habits SET kept = kept + ?1, failed = CASE WHEN ?1 THEN 0 ELSE failed + 1 END "
      "WHERE vendor = ?2 AND field = ?3");
  row.bind(right, vendor, field).run();
  bool dropped = false;
  for (const Habit& habit : habits_of(vendor)) {
    if (habit.field != field || !failing(habit)) continue;
    database_.prepare("DELETE FROM vendor_habits WHERE vendor = ? AND field = ?").bind(vendor, field).run();
    dropped = true;
  }
  drop_marks_without_habits();
  transaction.commit();
  return dropped;
}

int SqliteStore::forget(const std::string& vendor, const std::string& field) {
  std::lock_guard lock(mutex_);
  Transaction transaction(database_);
  auto row = database_.prepare("DELETE FROM vendor_habits WHERE vendor = ?1 AND (?2 = '' OR field = ?2)");
  row.bind(vendor, field).run();
  auto gone = static_cast<int>(database_.changes());
  drop_marks_without_habits();
  transaction.commit();
  return gone;
}

void SqliteStore::drop_marks_without_habits() {
  database_.prepare("DELETE FROM vendor_marks WHERE vendor NOT IN (SELECT vendor FROM vendor_habits)").run();
}

void SqliteStore::for_each_habit(const std::function<bool(const Habit&)>& visit) {
  std::vector<Habit> habits;
  {
    std::lock_guard lock(mutex_);
    habits = habits_of(std::nullopt);
  }
  for (const Habit& habit : habits)
    if (!visit(habit)) return;
}

}  // namespace ap::sqlite
