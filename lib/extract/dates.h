// Dates as printed, in all their readings: 03/04/2026 may be the third of April or the fourth of March.
//
// Which order holds is decided per document from the dates that allow only one; otherwise from the country's habit.
// Month names are known in eleven languages. Years of two digits are of 1970 to 2069.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "extract/sheet.h"

namespace ap::extract::reading {

enum class DateOrder : unsigned char { day_first, month_first, year_first, named };

struct DateReading {
  Date date;
  DateOrder order;
};

struct PrintedDate {
  std::vector<DateReading> readings;  // the reading under the document's order first
  int first = 0, last = 0;            // tokens, last is one past the end
  int cell = 0, row = 0, page = 0;
  Box box;
  bool bare = false;  // eight digits without separators: a date only where a label says so

  const Date& date() const { return readings.front().date; }
  bool ambiguous() const { return readings.size() > 1; }
};

struct Dates {
  std::vector<PrintedDate> list;  // in the order of the sheet
  std::vector<int> at_token;      // index of the date that covers a token, -1 none
  bool month_first = false;       // the order taken for dates that allow both
  bool order_proved = false;      // a date of the document allows only this order
};

// A date that starts `text` (folded), and how many bytes it takes; no readings when there is none.
struct DateMatch {
  std::vector<DateReading> readings;
  std::size_t length = 0;
  bool bare = false;
};
DateMatch match_date(std::string_view folded);

// `month_first`: the habit where nothing in the document proves an order. `this_year`: of two years that "26-01-28" may
// mean, one that is not over tells; 0 when unknown.
Dates find_dates(const Sheet& sheet, bool month_first, int this_year = 0);

// 1 to 12 for a folded month name or its short form in any of the languages, 0 otherwise.
int month_of(std::string_view folded);

}  // namespace ap::extract::reading
