#include "extract/habits_use.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "core/fields.h"
#include "extract/habit_places.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

struct Found {
  std::string value;
  int first = 0, last = 0;
  double sure = 0;
};

class User {
 public:
  User(const Context& context, Draft& draft) : context_(context), sheet_(context.sheet), draft_(draft) {}

  void use(const Habit& habit) {
    auto type = habit_type(habit.field);
    if (!type) return;
    switch (habit.kind) {
      case HabitKind::constant:
        return constant(habit);
      case HabitKind::absent:
        return absent(habit, *type);
      case HabitKind::label:
        return take(habit, *type, by_label(habit, *type));
      case HabitKind::spot:
        return take(habit, *type, at_spot(habit, *type));
      case HabitKind::date_order:
      case HabitKind::decimals:
        return;
    }
  }

 private:
  // A habit that a person has approved a few times is surer than a fresh one.
  static double trust(const Habit& habit) { return habit.kept >= 3 ? 0.99 : 0.975; }

  // The value of the type that begins at `first`.
  Found value_at(const Habit& habit, ValueType type, int first, int last) const {
    if (type == ValueType::date) {
      for (int t = first; t < std::min(last, first + 3); ++t)
        if (int d = context_.dates.at_token[t]; d >= 0) {
          const PrintedDate& date = context_.dates.list[d];
          return {date.date().str(), date.first, date.last, trust(habit)};
        }
      return {};
    }
    if (type == ValueType::amount) {
      for (int t = first; t < std::min(last, first + 3); ++t)
        if (int a = context_.amounts.at_token[t]; a >= 0 && !context_.amounts.list[a].percent) {
          const Amount& amount = context_.amounts.list[a];
          return {amount.value.str(), amount.first, amount.last, trust(habit)};
        }
      return {};
    }
    for (bool strict : {true, false})
      for (int end = first + 1; end <= std::min(last, first + 8); ++end) {
        std::string value = sheet_.text(first, end, " .,:;#()[]*");
        std::string shape = shape_of(value);
        bool fits = strict ? shape == habit.shape : loose_shape(shape) == loose_shape(habit.shape);
        if (fits) return {value, first, end, strict ? trust(habit) : 0.85};
      }
    return {};
  }

  Found by_label(const Habit& habit, ValueType type) const {
    auto relation = relation_from(habit.relation);
    Found best;
    if (!relation) return best;
    for (const Place& place : places_beside(sheet_, context_.labels, habit.text, *relation)) {
      Found found = value_at(habit, type, place.first, place.last);
      if (found.sure > best.sure) best = found;
    }
    return best;
  }

  Found at_spot(const Habit& habit, ValueType type) const {
    auto blank = habit.relation.find(' ');
    int x = 0, y = 0;
    if (blank == std::string::npos) return {};
    std::from_chars(habit.relation.data(), habit.relation.data() + blank, x);
    std::from_chars(habit.relation.data() + blank + 1, habit.relation.data() + habit.relation.size(), y);
    for (std::size_t t = 0; t < sheet_.tokens.size(); ++t) {
      const layout::Page& page = sheet_.page_of_token(static_cast<int>(t));
      if (page.number != 1 || page.width <= 0 || page.height <= 0) break;
      const Box& box = sheet_.tokens[t].box;
      if (std::abs(static_cast<int>(box.x0 * 1000LL / page.width) - x) > 12 ||
          std::abs(static_cast<int>(box.center_y() * 1000LL / page.height) - y) > 10)
        continue;
      Found found = value_at(habit, type, static_cast<int>(t), sheet_.cells[sheet_.tokens[t].cell].last);
      if (!found.value.empty()) return found;
    }
    return {};
  }

  // Proved values stay: a habit knows where something stands, not what adds up.
  bool proved(const std::string& field) const {
    auto known = draft_.evidence().find(field);
    if (known == draft_.evidence().end()) return false;
    const Evidence& evidence = known->second;
    return evidence.how == How::checksum ||
           ((evidence.how == How::arithmetic || field.starts_with("totals.")) && evidence.confidence >= 950);
  }

  void take(const Habit& habit, ValueType, const Found& found) {
    if (found.value.empty()) return;
    std::string before = get_field(draft_.invoice(), habit.field).value_or("");
    if (before == found.value) {
      // Two witnesses agree.
      auto known = draft_.evidence().find(habit.field);
      if (known != draft_.evidence().end())
        known->second.confidence = std::max(known->second.confidence, to_confidence(found.sure));
      return;
    }
    if (proved(habit.field)) return;
    put(habit.field, found, before);
  }

  void put(const std::string& field, const Found& found, const std::string& before) {
    std::vector<Alternative> others;
    if (!before.empty()) others.push_back({before, to_confidence((1 - found.sure) * 0.8)});
    draft_.put(field, found.value, found.first, found.last, How::vendor, found.sure, std::move(others));
  }

  void constant(const Habit& habit) {
    std::string before = get_field(draft_.invoice(), habit.field).value_or("");
    if (before == habit.text) return;
    if (habit.field == "currency") {
      // "$" and "kr" are several currencies': the sign that was read stands, what it means was learned.
      auto known = draft_.evidence().find("currency");
      if (known == draft_.evidence().end() || known->second.text.find(before) != std::string::npos) return;
      if (!set_field(draft_.invoice(), habit.field, habit.text)) return;
      known->second.how = How::vendor;
      known->second.alternatives.insert(known->second.alternatives.begin(), {before, known->second.confidence});
      known->second.confidence = to_confidence(trust(habit));
      return;
    }
    auto printed = find_value(sheet_, context_.dates, context_.amounts, ValueType::text, habit.text);
    if (printed.empty() || (proved(habit.field) && !before.empty() && habit.field != "seller.vat_id")) return;
    put(habit.field, {habit.text, printed.front().first, printed.front().last, trust(habit)}, before);
  }

  void absent(const Habit& habit, ValueType type) {
    std::string before = get_field(draft_.invoice(), habit.field).value_or("");
    if (before.empty()) return;
    for (const Printed& printed : find_value(sheet_, context_.dates, context_.amounts, type, before)) {
      auto words = beside(sheet_, printed);
      if (words.empty() || words.front().words != habit.text) continue;
      if (!set_field(draft_.invoice(), habit.field, "")) return;
      if (auto known = draft_.evidence().find(habit.field); known != draft_.evidence().end())
        draft_.evidence().erase(known);
      return;
    }
  }

  const Context& context_;
  const Sheet& sheet_;
  Draft& draft_;
};

}  // namespace

void use_habits(const Context& context, const std::vector<Habit>& habits, Draft& draft) {
  User user(context, draft);
  for (const Habit& habit : habits) user.use(habit);
}

std::vector<std::string> marks_on_pages(const Context& context, const std::vector<std::string>& names) {
  std::vector<std::string> out;
  auto add = [&](std::string_view kind, std::string_view value) {
    std::string mark = std::string(kind) + std::string(value);
    if (!value.empty() && std::ranges::find(out, mark) == out.end()) out.push_back(mark);
  };
  for (const Identifier& id : context.tax_ids)
    if (!id.buyers) add("tax:", squeeze(plain(id.value)));
  for (const Identifier& iban : context.ibans)
    if (iban.proved) add("iban:", squeeze(plain(iban.value)));
  for (const std::string& name : names) add("name:", name);
  return out;
}

std::string_view convention_of(const std::vector<Habit>& habits, HabitKind kind) {
  auto found = std::ranges::find(habits, kind, &Habit::kind);
  return found == habits.end() ? std::string_view() : std::string_view(found->text);
}

}  // namespace ap::extract::reading
