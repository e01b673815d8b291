#include "extract/date_order.h"

#include <algorithm>
#include <optional>

#include "extract/terms.h"

namespace ap::extract::reading {
namespace {

// The same date with day and month exchanged; none where it allows one order only.
std::optional<Date> exchanged(const Dates& dates, const Date& day) {
  for (const PrintedDate& date : dates.list)
    if (!date.bare && date.ambiguous() && date.date() == day) return date.readings[1].date;
  return std::nullopt;
}

void turn(Dates& dates) {
  for (PrintedDate& date : dates.list)
    if (date.ambiguous()) std::swap(date.readings[0], date.readings[1]);
  dates.month_first = !dates.month_first;
}

}  // namespace

bool settle_order(const Sheet& sheet, const Draft& first, Dates& dates) {
  const auto &issue = first.invoice().issue_date, &due = first.invoice().due_date;
  if (dates.order_proved || !issue || !due) return false;
  const auto other_issue = exchanged(dates, *issue), other_due = exchanged(dates, *due);
  if (!other_issue || !other_due) return false;
  const int days = *due - *issue, others = *other_due - *other_issue;
  if (days == others) return false;
  const std::vector<int> stated = stated_terms(sheet);
  const bool fits = std::ranges::find(stated, days) != stated.end();
  const bool other_fits = std::ranges::find(stated, others) != stated.end();
  if (fits != other_fits) dates.order_proved = true;
  const bool turned = other_fits != fits ? other_fits : days < 0 && others >= 0;
  if (turned) turn(dates);
  return turned;
}

}  // namespace ap::extract::reading
