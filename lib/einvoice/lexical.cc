#include "einvoice/lexical.h"

#include "core/date.h"
#include "einvoice/tree.h"

namespace ap::einvoice {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

// The number of the two digits that `text` begins with, which are taken off; -1 when there are none.
int two_digits(std::string_view& text) {
  if (text.size() < 2 || !digit(text[0]) || !digit(text[1])) return -1;
  int value = (text[0] - '0') * 10 + text[1] - '0';
  text.remove_prefix(2);
  return value;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text[0] != c) return false;
  text.remove_prefix(1);
  return true;
}

// Nothing, Z, or an offset up to 14 hours.
bool is_zone(std::string_view text) {
  if (text.empty() || text == "Z") return true;
  if (!take(text, '+') && !take(text, '-')) return false;
  int hours = two_digits(text);
  bool colon = take(text, ':');
  int minutes = two_digits(text);
  return colon && text.empty() && hours >= 0 && minutes >= 0 && minutes < 60 && hours * 60 + minutes <= 14 * 60;
}

}  // namespace

bool is_xs_decimal(std::string_view text) {
  text = trim(text);
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) text.remove_prefix(1);
  std::size_t digits = 0, points = 0;
  for (char c : text) {
    if (c == '.')
      ++points;
    else if (digit(c))
      ++digits;
    else
      return false;
  }
  return digits > 0 && points <= 1;
}

bool is_xs_date(std::string_view text) {
  text = trim(text);
  return text.size() >= 10 && Date::parse(text.substr(0, 10)) && is_zone(text.substr(10));
}

bool is_xs_time(std::string_view text) {
  text = trim(text);
  int hours = two_digits(text);
  bool colons = take(text, ':');
  int minutes = two_digits(text);
  colons &= take(text, ':');
  int seconds = two_digits(text);
  if (!colons || hours < 0 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) return false;
  if (hours > 23 && !(hours == 24 && minutes == 0 && seconds == 0)) return false;
  if (take(text, '.')) {
    if (text.empty() || !digit(text[0])) return false;
    while (!text.empty() && digit(text[0])) text.remove_prefix(1);
  }
  return is_zone(text);
}

bool is_xs_date_time(std::string_view text) {
  text = trim(text);
  return text.size() > 11 && text[10] == 'T' && Date::parse(text.substr(0, 10)) && is_xs_time(text.substr(11));
}

bool is_xs_boolean(std::string_view text) {
  text = trim(text);
  return text == "true" || text == "false" || text == "1" || text == "0";
}

bool is_base64(std::string_view text) {
  std::size_t count = 0, padding = 0;
  for (char c : text) {
    if (is_blank(c)) continue;
    bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || digit(c) || c == '+' || c == '/';
    if (c == '=' ? ++padding > 2 : !letter || padding > 0) return false;
    ++count;
  }
  return count % 4 == 0;
}

}  // namespace ap::einvoice
