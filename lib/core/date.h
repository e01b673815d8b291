// Civil dates: a day in the proleptic Gregorian calendar, with no time of day and no time zone anywhere.
// Value type, safe to share between threads.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace ap {

class Date {
 public:
  // A valid calendar day of the years 1900 to 2199, or nullopt.
  static std::optional<Date> from_ymd(int year, int month, int day);

  // "YYYY-MM-DD" only.
  static std::optional<Date> parse(std::string_view text);

  // Days since 1970-01-01.
  static Date from_days(int days);
  int days() const;

  int year() const { return year_; }
  int month() const { return month_; }
  int day() const { return day_; }

  Date plus_days(int days) const { return from_days(this->days() + days); }
  Date end_of_month() const;
  std::string str() const;  // YYYY-MM-DD

  friend auto operator<=>(const Date&, const Date&) = default;

 private:
  Date(int year, int month, int day) : year_(year), month_(month), day_(day) {}
  int year_, month_, day_;
};

inline int operator-(const Date& a, const Date& b) { return a.days() - b.days(); }

}  // namespace ap
