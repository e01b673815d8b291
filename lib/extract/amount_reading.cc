#include "extract/amount_reading.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ap::extract {
namespace {

// Printed characters brought to ASCII where they mean the same in a number.
constexpr std::array<std::pair<std::string_view, std::string_view>, 15> kSame{{{"\u00a0", " "},
                                                                               {"\u202f", " "},
                                                                               {"\u2009", " "},
                                                                               {"\u2007", " "},
                                                                               {"\u2008", " "},
                                                                               {"\u2212", "-"},
                                                                               {"\u2010", "-"},
                                                                               {"\u2011", "-"},
                                                                               {"\u2012", "-"},
                                                                               {"\u2013", "-"},
                                                                               {"\u2014", "-"},
                                                                               {"\u2019", "'"},
                                                                               {"\u2018", "'"},
                                                                               {"\u00b4", "'"},
                                                                               {"`", "'"}}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 46> kCurrencies{
    {{"€", "EUR"},   {"EUR", "EUR"}, {"Euro", "EUR"}, {"euro", "EUR"}, {"euros", "EUR"}, {"£", "GBP"},
     {"GBP", "GBP"}, {"$", "$"},     {"USD", "USD"},  {"US$", "USD"},  {"C$", "CAD"},    {"CA$", "CAD"},
     {"CAD", "CAD"}, {"A$", "AUD"},  {"AU$", "AUD"},  {"AUD", "AUD"},  {"NZD", "NZD"},   {"S$", "SGD"},
     {"SGD", "SGD"}, {"HKD", "HKD"}, {"CHF", "CHF"},  {"Fr.", "CHF"},  {"SFr.", "CHF"},  {"kr", "kr"},
     {"kr.", "kr"},  {"Kr", "kr"},   {"SEK", "SEK"},  {"DKK", "DKK"},  {"NOK", "NOK"},   {"zł", "PLN"},
     {"PLN", "PLN"}, {"Kč", "CZK"},  {"CZK", "CZK"},  {"HUF", "HUF"},  {"Ft", "HUF"},    {"RON", "RON"},
     {"¥", "JPY"},   {"￥", "JPY"},  {"JPY", "JPY"},  {"円", "JPY"},   {"₹", "INR"},     {"INR", "INR"},
     {"Rs.", "INR"}, {"Rs", "INR"},  {"RM", "MYR"},   {"MYR", "MYR"}}};

// Longer numbers are ids. With this many digits the products and quotients of line items stay exact.
constexpr std::size_t kMostDigits = 13;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

std::string to_ascii_number(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    auto same = std::ranges::find_if(kSame, [&](const auto& s) { return text.substr(i).starts_with(s.first); });
    if (same != kSame.end()) {
      out += same->second;
      i += same->first.size();
    } else {
      out += text[i++];
    }
  }
  return out;
}

void trim(std::string_view& s) {
  while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
  while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
}

// The longest currency that begins or ends `s`; letters must not run on into other letters.
std::string_view take_currency(std::string_view& s, bool front) {
  std::string_view best, code;
  for (const auto& [sign, value] : kCurrencies) {
    if (sign.size() <= best.size() || !(front ? s.starts_with(sign) : s.ends_with(sign))) continue;
    if (s.size() > sign.size()) {
      char next = front ? s[sign.size()] : s[s.size() - sign.size() - 1];
      char edge = front ? sign.back() : sign.front();
      if (is_letter(next) && is_letter(edge)) continue;
    }
    best = sign;
    code = value;
  }
  if (front)
    s.remove_prefix(best.size());
  else
    s.remove_suffix(best.size());
  return code;
}

// What is around the digits, taken off from both ends.
struct Frame {
  std::string_view core;
  bool negative = false, percent = false;
  std::string currency, suffix;
};

bool peel_front(Frame& f) {
  std::string_view& s = f.core;
  if (s.empty()) return false;
  if (s.front() == '-' || s.front() == '+') {
    f.negative = f.negative || s.front() == '-';
    s.remove_prefix(1);
    return true;
  }
  if (s.size() > 2 && s.front() == '(' && s.back() == ')') {
    f.negative = true;
    s = s.substr(1, s.size() - 2);
    return true;
  }
  if (!f.currency.empty()) return false;
  // "R412.00" is a sum of Rand, "R14" the number of a room.
  if (s.size() > 4 && s[0] == 'R' && is_digit(s[1]) && (s[s.size() - 3] == '.' || s[s.size() - 3] == ',')) {
    f.currency = "ZAR";
    s.remove_prefix(1);
    return true;
  }
  f.currency = take_currency(s, true);
  return !f.currency.empty();
}

bool peel_dash(std::string_view& s) {  // "100,-" and "100.--": whole, no sign
  for (std::string_view tail : {",--", ".--", ",-", ".-", ":-"}) {
    if (s.size() > tail.size() && s.ends_with(tail) && is_digit(s[s.size() - tail.size() - 1])) {
      s.remove_suffix(tail.size());
      return true;
    }
  }
  return false;
}

bool peel_back(Frame& f) {
  std::string_view& s = f.core;
  if (s.empty() || is_digit(s.back())) return false;
  if (peel_dash(s)) return true;
  if (s.back() == '-' && !f.negative) {
    f.negative = true;
    s.remove_suffix(1);
    return true;
  }
  if (s.back() == '%' && !f.percent) {
    f.percent = true;
    s.remove_suffix(1);
    return true;
  }
  for (std::string_view mark : {"*", "²", "³", "m?"}) {  // the tax mark of a till; m², which OCR may read as "m?"
    if (!s.ends_with(mark)) continue;
    s.remove_suffix(mark == "m?" ? 1 : mark.size());
    return true;
  }
  if (f.currency.empty() && !(f.currency = take_currency(s, false)).empty()) return true;
  if (s.back() == '.' && s.size() > 1 && is_letter(s[s.size() - 2])) s.remove_suffix(1);  // "3Std."
  std::size_t letters = 0;
  while (letters < s.size() && is_letter(s[s.size() - 1 - letters])) ++letters;
  if (letters == 0 || letters > 4 || !f.suffix.empty() || letters == s.size()) return false;
  f.suffix = std::string(s.substr(s.size() - letters));
  s.remove_suffix(letters);
  return true;
}

// Whether `s` is digits in groups by `sign`: 1 to 3, then threes; Indian: twos with a last group of three.
bool grouped(std::string_view s, char sign) {
  std::vector<std::size_t> sizes;
  std::size_t n = 0;
  for (char c : s) {
    if (c == sign) {
      sizes.push_back(n);
      n = 0;
    } else if (is_digit(c)) {
      ++n;
    } else {
      return false;
    }
  }
  if (sizes.empty() || n != 3 || sizes.front() < 1 || sizes.front() > 3) return false;
  bool threes = std::ranges::all_of(sizes.begin() + 1, sizes.end(), [](std::size_t k) { return k == 3; });
  bool twos = sizes.size() > 1 && sizes.front() <= 2 && (sign == ',') &&
              std::ranges::all_of(sizes.begin() + 1, sizes.end(), [](std::size_t k) { return k == 2; });
  return threes || twos;
}

// The digits of a whole part that is plain or grouped by one of `signs`; "" when it is neither.
std::string whole_digits(std::string_view s, std::string_view signs) {
  if (s.empty()) return "0";
  bool plain = std::ranges::all_of(s, is_digit);
  bool fits = plain || std::ranges::any_of(signs, [&](char sign) { return grouped(s, sign); });
  if (!fits || (!plain && s.front() == '0')) return "";
  std::string digits;
  std::ranges::copy_if(s, std::back_inserter(digits), is_digit);
  return digits;
}

void add(std::vector<AmountReading>& out, std::string_view whole, std::string_view tail, NumberStyle style,
         bool negative) {
  if (whole.empty() || whole.size() + tail.size() > kMostDigits) return;
  std::string text;
  if (negative) text += '-';
  text += whole;
  if (!tail.empty()) text.append(1, '.').append(tail);
  if (auto value = Decimal::parse(text)) out.push_back({*value, style});
}

std::vector<AmountReading> readings_of(std::string_view core, bool negative) {
  std::vector<AmountReading> out;
  bool shaped = !core.empty() && is_digit(core.back()) &&
                std::ranges::all_of(core, [](char c) { return is_digit(c) || std::string_view(".,' ").contains(c); });
  if (!shaped) return out;
  std::size_t last = core.find_last_of(".,");
  if (last == std::string_view::npos) {
    add(out, whole_digits(core, " '"), "", NumberStyle::any, negative);
    return out;
  }
  char sign = core[last];
  char other = sign == '.' ? ',' : '.';
  NumberStyle as_decimal = sign == '.' ? NumberStyle::point : NumberStyle::comma;
  NumberStyle as_group = sign == '.' ? NumberStyle::comma : NumberStyle::point;
  std::string_view tail = core.substr(last + 1);
  bool tail_is_digits = std::ranges::all_of(tail, is_digit);
  if (core.substr(0, last).find(sign) != std::string_view::npos) {  // more than once: it can only group
    add(out, whole_digits(core, std::string_view(&sign, 1)), "", as_group, negative);
    return out;
  }
  if (tail.size() == 3 && last > 0 && last <= 3 && core.front() != '0' && !core.contains(other))
    add(out, whole_digits(core, std::string_view(&sign, 1)), "", as_group, negative);
  std::string groups = {other, ' ', '\''};
  if (tail_is_digits) add(out, whole_digits(core.substr(0, last), groups), tail, as_decimal, negative);
  return out;
}

}  // namespace

std::optional<Decimal> Amount::as(NumberStyle style) const {
  for (const AmountReading& r : readings)
    if (r.style == style || r.style == NumberStyle::any || style == NumberStyle::any) return r.value;
  return std::nullopt;
}

std::optional<Amount> read_amount(std::string_view text) {
  if (text.size() > 64 || std::ranges::none_of(text, is_digit)) return std::nullopt;
  std::string plain = to_ascii_number(text);
  Frame frame;
  frame.core = plain;
  do trim(frame.core);
  while (peel_front(frame) || peel_back(frame));
  Amount amount;
  amount.readings = readings_of(frame.core, frame.negative);
  if (amount.readings.empty()) return std::nullopt;
  amount.percent = frame.percent;
  amount.currency = std::move(frame.currency);
  amount.suffix = std::move(frame.suffix);
  return amount;
}

std::string currency_of(std::string_view text) {
  for (const auto& [sign, code] : kCurrencies)
    if (text == sign) return std::string(code);
  return "";
}

NumberStyle usual_style(const std::vector<std::string>& texts) {
  int comma = 0, point = 0;
  for (const std::string& text : texts) {
    auto amount = read_amount(text);
    if (!amount || amount->percent || amount->readings.size() != 1) continue;
    const AmountReading& r = amount->readings.front();
    if (r.style == NumberStyle::any) continue;
    int weight = r.value.scale() == 2 ? 3 : 1;  // "4.5" is often a version or a paragraph
    (r.style == NumberStyle::comma ? comma : point) += weight;
  }
  if (comma > 2 * point) return NumberStyle::comma;
  if (point > 2 * comma) return NumberStyle::point;
  return NumberStyle::any;
}

}  // namespace ap::extract
