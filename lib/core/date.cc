#include "core/date.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace ap {

namespace chrono = std::chrono;

std::optional<Date> Date::from_ymd(int year, int month, int day) {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return std::nullopt;
  chrono::year_month_day ymd{chrono::year(year), chrono::month(unsigned(month)), chrono::day(unsigned(day))};
  if (!ymd.ok()) return std::nullopt;
  return Date(year, month, day);
}

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  auto number = [&](std::size_t at, std::size_t length) {
    int value = -1;
    auto [end, error] = std::from_chars(text.data() + at, text.data() + at + length, value);
    return error == std::errc() && end == text.data() + at + length ? value : -1;
  };
  return from_ymd(number(0, 4), number(5, 2), number(8, 2));
}

Date Date::from_days(int days) {
  chrono::year_month_day ymd{chrono::sys_days(chrono::days(days))};
  return Date(int(ymd.year()), int(unsigned(ymd.month())), int(unsigned(ymd.day())));
}

int Date::days() const {
  chrono::year_month_day ymd{chrono::year(year_), chrono::month(unsigned(month_)), chrono::day(unsigned(day_))};
  return int(chrono::sys_days(ymd).time_since_epoch().count());
}

Date Date::end_of_month() const {
  chrono::year_month_day_last last{chrono::year(year_), chrono::month_day_last(chrono::month(unsigned(month_)))};
  return Date(year_, month_, int(unsigned(last.day())));
}

std::string Date::str() const {
  if (year_ < 0 || year_ > 9999) {
    std::array<char, 16> buffer;
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", year_, month_, day_);
    return buffer.data();
  }
  std::string text = "0000-00-00";
  auto put = [&](std::size_t last, int number, int digits) {
    for (; digits > 0; --digits, number /= 10) text[last--] = static_cast<char>('0' + number % 10);
  };
  put(3, year_, 4), put(6, month_, 2), put(9, day_, 2);
  return text;
}

}  // namespace ap
