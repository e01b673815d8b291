#include <algorithm>

#include "extract/habit_places.h"
#include "extract/habits.h"
#include "extract/text.h"

namespace ap::extract {
namespace {

using namespace reading;

class Learner {
 public:
  explicit Learner(const std::vector<layout::Page>& pages)
      : sheet_(build_sheet(pages)),
        labels_(find_labels(sheet_)),
        dates_(find_dates(sheet_, false)),
        amounts_(find_amounts(sheet_, date_tokens(), labels_.language)) {}

  void learn(const Correction& correction) {
    auto type = habit_type(correction.field);
    if (!type) return;
    if (correction.after.empty()) {
      absent(correction, *type);
      return;
    }
    auto found = find_value(sheet_, dates_, amounts_, *type, correction.after);
    if (correction.field == "currency") {
      add({.field = "currency", .kind = HabitKind::constant, .text = correction.after});
      return;
    }
    if (found.empty() || convention(*type, correction)) return;
    if (is_constant(correction.field))
      add({.field = correction.field, .kind = HabitKind::constant, .text = correction.after});
    else
      place(correction, *type, found);
  }

  std::vector<Habit> take() { return std::move(habits_); }

 private:
  std::vector<bool> date_tokens() const {
    std::vector<bool> taken(sheet_.tokens.size());
    for (std::size_t t = 0; t < taken.size(); ++t)
      taken[t] = dates_.at_token[t] >= 0 && !dates_.list[static_cast<std::size_t>(dates_.at_token[t])].bare;
    return taken;
  }

  void add(Habit habit) {
    std::erase_if(habits_, [&](const Habit& other) { return other.field == habit.field; });
    habits_.push_back(std::move(habit));
  }

  // What was printed allows both the value before and the one after: the reading is the lesson, not the place.
  bool convention(ValueType type, const Correction& correction) {
    if (type == ValueType::date) {
      for (const PrintedDate& date : dates_.list) {
        auto reading_of = [&](const std::string& value) {
          return std::ranges::find_if(date.readings, [&](const DateReading& r) { return r.date.str() == value; });
        };
        auto after = reading_of(correction.after);
        if (after == date.readings.end() || reading_of(correction.before) == date.readings.end()) continue;
        add({.field = "dates",
             .kind = HabitKind::date_order,
             .text = after->order == DateOrder::month_first ? "month_first" : "day_first"});
        return true;
      }
    }
    auto before = Decimal::parse(correction.before), after = Decimal::parse(correction.after);
    if (type != ValueType::amount || !before || !after || amounts_.mark == Mark::unknown) return false;
    for (const Amount& amount : amounts_.list) {
      auto has = [&](const Decimal& value) {
        return amount.value == value || std::ranges::find(amount.others, value) != amount.others.end();
      };
      if (!has(*before) || !has(*after) || *before == *after) continue;
      bool comma = (amounts_.mark == Mark::comma) == (amount.value == *after);
      add({.field = "amounts", .kind = HabitKind::decimals, .text = comma ? "comma" : "point"});
      return true;
    }
    return false;
  }

  void place(const Correction& correction, ValueType type, const std::vector<Printed>& found) {
    const Printed* at = nullptr;
    Beside best;
    for (const Printed& printed : found) {
      auto words = beside(sheet_, printed);
      if (!words.empty() && words.front().worth > best.worth) best = words.front(), at = &printed;
    }
    std::string shape = type == ValueType::text ? shape_of(correction.after) : "";
    if (at) {
      add({.field = correction.field,
           .kind = HabitKind::label,
           .text = best.words,
           .relation = std::string(relation_name(best.relation)),
           .shape = shape});
      return;
    }
    const layout::Page& page = sheet_.page_of_token(found.front().first);
    if (page.number != 1 || page.width <= 0 || page.height <= 0) return;
    Box box = sheet_.box(found.front().first, found.front().last);
    add({.field = correction.field,
         .kind = HabitKind::spot,
         .relation =
             std::to_string(box.x0 * 1000LL / page.width) + " " + std::to_string(box.center_y() * 1000LL / page.height),
         .shape = shape});
  }

  // The value read before was none of this field: what stands beside these words is not.
  void absent(const Correction& correction, ValueType type) {
    for (const Printed& printed : find_value(sheet_, dates_, amounts_, type, correction.before)) {
      auto words = beside(sheet_, printed);
      if (words.empty()) continue;
      add({.field = correction.field,
           .kind = HabitKind::absent,
           .text = words.front().words,
           .relation = std::string(relation_name(words.front().relation))});
      return;
    }
  }

  Sheet sheet_;
  Labels labels_;
  Dates dates_;
  Amounts amounts_;
  std::vector<Habit> habits_;
};

}  // namespace

std::vector<std::string> vendor_marks(const Invoice& invoice) {
  std::vector<std::string> out;
  auto add = [&](std::string_view kind, const std::string& value) {
    std::string key = squeeze(plain(value));
    if (!key.empty()) out.push_back(std::string(kind) + key);
  };
  add("tax:", invoice.seller.vat_id);
  add("iban:", invoice.payment.iban);
  add("name:", invoice.seller.name);
  return out;
}

std::vector<Habit> learn_habits(const std::vector<layout::Page>& pages, const std::vector<Correction>& corrections) {
  Learner learner(pages);
  for (const Correction& correction : corrections) learner.learn(correction);
  return learner.take();
}

}  // namespace ap::extract
