#include "extract/amounts.h"

#include <algorithm>
#include <array>

#include "extract/recognised.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

struct Sign {
  std::string_view printed, code;
};

// Longest first where one begins another. "kr" and "$" alone name several currencies: the document decides.
constexpr Sign kSigns[] = {
    {"€", "EUR"},   {"£", "GBP"},   {"¥", "JPY"},    {"₹", "INR"},   {"zł", "PLN"},  {"zl", "PLN"},
    {"Kč", "CZK"},  {"Kc", "CZK"},  {"US$", "USD"},  {"A$", "AUD"},  {"AU$", "AUD"}, {"C$", "CAD"},
    {"CA$", "CAD"}, {"NZ$", "NZD"}, {"S$", "SGD"},   {"HK$", "HKD"}, {"R$", "BRL"},  {"RM", "MYR"},
    {"Rs.", "INR"}, {"Rs", "INR"},  {"SFr.", "CHF"}, {"Fr.", "CHF"}, {"Ft", "HUF"},  {"lei", "RON"},
    {"₺", "TRY"},   {"₩", "KRW"},   {"$", ""},       {"kr.", ""},    {"kr", ""},     {"円", "JPY"},
};

constexpr std::string_view kCodes =
    "EUR USD GBP CHF SEK DKK NOK PLN CZK HUF RON BGN ISK JPY CNY INR AUD NZD CAD SGD HKD MYR THB IDR PHP KRW ZAR BRL "
    "MXN "
    "TRY AED SAR ILS RUB UAH HRK KWD BHD TWD VND CLP COP ARS EGP MAD TND";

bool is_code(std::string_view text) {
  static const WordSet codes(kCodes);
  return codes.has(text);
}

struct Cut {
  std::string_view rest;
  bool found = false;
  std::string code;
};

// Takes a currency sign or code off either end.
Cut cut_currency(std::string_view text) {
  for (int pass = 0; pass < 2; ++pass) {
    for (const Sign& sign : kSigns) {
      if (text.size() <= sign.printed.size()) continue;
      bool front = text.starts_with(sign.printed), back = text.ends_with(sign.printed);
      if (front) return {text.substr(sign.printed.size()), true, std::string(sign.code)};
      if (back) return {text.substr(0, text.size() - sign.printed.size()), true, std::string(sign.code)};
    }
    if (text.size() > 3 && is_code(text.substr(0, 3))) return {text.substr(3), true, std::string(text.substr(0, 3))};
    if (text.size() > 3 && is_code(text.substr(text.size() - 3)))
      return {text.substr(0, text.size() - 3), true, std::string(text.substr(text.size() - 3))};
    break;
  }
  return {text, false, ""};
}

bool groups_ok(std::string_view head, char group) {
  std::vector<std::size_t> sizes;
  std::size_t start = 0;
  for (std::size_t at = head.find(group);; at = head.find(group, start)) {
    sizes.push_back((at == std::string_view::npos ? head.size() : at) - start);
    if (at == std::string_view::npos) break;
    start = at + 1;
  }
  if (sizes.size() == 1) return sizes[0] > 0;
  if (sizes.back() != 3 || sizes.front() == 0 || sizes.front() > 3) return false;
  bool thousands = true, lakhs = sizes.front() <= 2;
  for (std::size_t i = 1; i + 1 < sizes.size(); ++i) thousands &= sizes[i] == 3, lakhs &= sizes[i] == 2;
  return thousands || (lakhs && group == ',');
}

std::optional<Decimal> number(std::string_view whole, char group, std::string_view decimals) {
  std::string digits;
  for (char c : whole)
    if (c != group) digits += c;
  if (digits.empty()) digits.push_back('0');
  if (digits.size() + decimals.size() > 15) return std::nullopt;
  if (!decimals.empty()) digits += '.', digits += decimals;
  return Decimal::parse(digits);
}

// Digits with separators only; all readings.
std::vector<Reading> readings_of(std::string_view text) {
  std::vector<Reading> out;
  auto add = [&](std::optional<Decimal> value, Mark mark) {
    if (value) out.push_back({*value, mark});
  };
  auto count = [&](char c) { return std::count(text.begin(), text.end(), c); };
  auto points = count('.'), commas = count(','), quotes = count('\'');
  if (points + commas + quotes == 0) {
    add(number(text, 0, ""), Mark::unknown);
    return out;
  }
  std::size_t last = text.find_last_of(".,'");
  char mark = text[last];
  std::string_view head = text.substr(0, last), tail = text.substr(last + 1);
  char group = 0;
  int kinds = (points > 0) + (commas > 0) + (quotes > 0);
  Mark as_mark = mark == '.' ? Mark::point : Mark::comma;
  Mark as_group = mark == '.' ? Mark::comma : mark == ',' ? Mark::point : Mark::unknown;
  if (kinds == 1 && count(mark) == 1 && mark != '\'') {
    bool may_group = tail.size() == 3 && !head.empty() && head.size() <= 3 && head[0] != '0';
    if (may_group) add(number(text, mark, ""), as_group);
    if (!tail.empty()) add(number(head, 0, tail), as_mark);
    return out;
  }
  if (kinds == 1) {
    if (groups_ok(text, mark)) add(number(text, mark, ""), as_group);
    return out;
  }
  if (kinds == 2 && count(mark) == 1 && mark != '\'') {
    group = points > 0 && mark != '.' ? '.' : commas > 0 && mark != ',' ? ',' : '\'';
    if (!tail.empty() && groups_ok(head, group)) add(number(head, group, tail), as_mark);
  }
  return out;
}

}  // namespace

// "R1'850.00", "R412,00": a sum of Rand; "R14" is the number of a room.
bool glued_rand(std::string_view text) {
  return text.size() > 4 && text[0] == 'R' && is_digit(text[1]) && is_digit(text.back()) &&
         (text[text.size() - 3] == '.' || text[text.size() - 3] == ',');
}

std::string currency_code_of(std::string_view text) {
  text = trim(text, " ()[]:,/-");
  if (text.size() == 3 && is_code(text)) return std::string(text);
  constexpr auto kLongest = std::ranges::max(kSigns, {}, [](const Sign& sign) { return sign.printed.size(); });
  if (text.size() > kLongest.printed.size()) return "";
  for (const Sign& sign : kSigns)
    if (text == sign.printed ||
        (text.size() + 1 == sign.printed.size() && sign.printed.starts_with(text) && sign.printed.ends_with('.')))
      return std::string(sign.code);
  return "";
}

PrintedNumber parse_number(std::string_view text) {
  PrintedNumber out;
  std::string marked(text);
  // Recognition takes the apostrophe between thousands for a degree sign.
  constexpr std::string_view kDegree = "\u00b0";
  for (auto at = marked.find(kDegree); at != std::string::npos; at = marked.find(kDegree, at + 1))
    if (at > 0 && is_digit(marked[at - 1])) marked.replace(at, kDegree.size(), "'");
  std::string plain_text = plain(marked);
  std::string_view rest = trim(plain_text, " *:;=|_");
  if (rest.size() > 2 && rest.front() == '(' && rest.back() == ')')
    out.negative = true, rest = rest.substr(1, rest.size() - 2);
  if (rest.starts_with("(-)")) out.negative = true, rest.remove_prefix(3);
  // A speck before the minus: ",-440,51".
  if (rest.size() > 2 && rest[1] == '-' && std::string_view(".,'").find(rest.front()) != std::string_view::npos)
    rest.remove_prefix(1);
  auto sign = [&](char c) { return c == '-' || c == '~'; };
  if (glued_rand(rest)) out.currency = true, out.currency_code = "ZAR", rest.remove_prefix(1);
  for (int pass = 0; pass < 2; ++pass) {
    if (!rest.empty() && (rest.front() == '-' || rest.front() == '+'))
      out.negative |= rest.front() == '-', rest.remove_prefix(1);
    if (!rest.empty() && is_digit(rest.front()) && is_digit(rest.back())) break;  // no currency is glued to it
    Cut cut = cut_currency(rest);
    if (cut.found) out.currency = true, out.currency_code = cut.code, rest = trim(cut.rest, " :*=");
  }
  if (rest.ends_with("%(")) rest.remove_suffix(1);  // of "5,5% (10,87)", seen twice
  if (rest.ends_with('%')) out.percent = true, rest = trim(rest.substr(0, rest.size() - 1));
  if (rest.ends_with(",--") || rest.ends_with(".--"))
    rest.remove_suffix(3);
  else if (rest.ends_with(",-") || rest.ends_with(".-") || rest.ends_with(":-"))
    rest.remove_suffix(2);
  else if (rest.size() > 1 && sign(rest.back()))
    out.negative = true, rest.remove_suffix(1);
  // ".50" has no figure before its mark.
  const bool bare = rest.size() >= 3 && rest.size() <= 5 && rest.front() == '.' &&
                    count_digits(rest) == static_cast<int>(rest.size()) - 1;
  const std::string with_zero = bare ? "0" + std::string(rest) : "";
  rest = bare ? std::string_view(with_zero) : trim(rest, ".,)(]['");
  // The tax code of a receipt line: "7.00A", "12.50SR".
  if (std::size_t letters = rest.find_last_of("0123456789"); letters != std::string_view::npos &&
                                                             rest.size() - letters - 1 <= 2 && letters >= 3 &&
                                                             (rest[letters - 2] == '.' || rest[letters - 2] == ','))
    rest = rest.substr(0, letters + 1);
  if (rest.empty() || !is_digit(rest.back()) || rest.find_first_not_of("0123456789.,'") != std::string_view::npos)
    return out;
  if (!is_digit(rest.front())) return out;
  out.readings = readings_of(rest);
  if (out.negative)
    for (Reading& reading : out.readings) reading.value = -reading.value;
  return out;
}

namespace {

bool is_group(std::string_view text) { return text.size() == 3 && count_digits(text) == 3; }

// "234,56", "234.56" or "234": may follow a group of one to three digits.
bool is_tail(std::string_view text) {
  if (text.size() == 4 && (text[3] == ',' || text[3] == '.' || text[3] == ':'))
    text.remove_suffix(1);  // "16 410,-", "3 200:-"
  if (text.size() < 3 || count_digits(text.substr(0, 3)) != 3) return false;
  if (text.size() == 3) return true;
  return (text[3] == ',' || text[3] == '.') && text.size() >= 5 && text.size() <= 6 &&
         count_digits(text.substr(4)) == static_cast<int>(text.size()) - 4;
}

class Scanner {
 public:
  Scanner(const Sheet& sheet, const std::vector<bool>& taken) : sheet_(sheet), taken_(taken) {}

  struct Found {
    PrintedNumber number;
    int first, last;
  };

  std::vector<Found> scan() {
    for (const Cell& cell : sheet_.cells)
      for (int t = cell.first; t < cell.last;) t = taken_[t] ? t + 1 : at(cell, t);
    return std::move(found_);
  }

 private:
  // "9. 90": recognition put a blank behind the decimal mark.
  bool split_decimals(const Cell& cell, int t) const {
    if (t + 1 >= cell.last || taken_[t + 1] || sheet_.tokens[t].confidence == kCertain) return false;
    const std::string &head = sheet_.tokens[t].folded, &tail = sheet_.tokens[t + 1].folded;
    return (head.ends_with('.') || head.ends_with(',')) && count_digits(head) > 0 &&
           count_digits(tail.substr(0, 2)) == 2 && (tail.size() == 2 || (tail.size() == 3 && !is_digit(tail[2])));
  }

  // Between groups of figures. In recognised print of fixed pitch the blank is as wide as a figure, and the box of a
  // "1" before it leaves out what its place is wider.
  static std::int32_t widest_blank(const Token& next) {
    const std::int32_t usual = next.box.height() * 8 / 10;
    if (next.confidence == kCertain || next.text.empty()) return usual;
    const auto letter = static_cast<std::int32_t>(next.box.width() / static_cast<std::int64_t>(next.text.size()));
    return std::max(usual, letter * 29 / 20);
  }

  // "64: 291,51": a speck behind the thousands.
  bool speck_behind(const Cell& cell, int t) const {
    const Token& head = sheet_.tokens[t];
    if (t + 1 >= cell.last || taken_[t + 1] || head.confidence == kCertain) return false;
    const std::string& text = head.folded;
    if (text.size() < 2 || text.size() > 4 || text[0] == '0' || count_digits(text) + 1 != std::ssize(text))
      return false;
    if (std::string_view(":;'").find(text.back()) == std::string_view::npos) return false;
    const Token& tail = sheet_.tokens[t + 1];
    return is_tail(tail.folded) && !is_group(tail.folded) && tail.box.x0 - head.box.x1 <= tail.box.height() * 8 / 10;
  }

  // Joins "1 234,56"; returns one past the last token of the number.
  int joined_end(const Cell& cell, int t) const {
    std::string_view head = sheet_.tokens[t].folded;
    while (!head.empty() && !is_digit(head.front())) head.remove_prefix(1);
    if (split_decimals(cell, t)) return t + 2;
    if (speck_behind(cell, t)) return t + 2;
    if (head.empty() || head.size() > 3 || count_digits(head) != static_cast<int>(head.size()) || head[0] == '0')
      return t + 1;
    int end = t + 1;
    while (end < cell.last && !taken_[end]) {
      std::string_view next = trim(sheet_.tokens[end].folded, "-*");
      std::int32_t gap = sheet_.tokens[end].box.x0 - sheet_.tokens[end - 1].box.x1;
      if (gap > widest_blank(sheet_.tokens[end]) || !is_tail(next)) break;
      ++end;
      if (!is_group(next)) break;
    }
    return end;
  }

  int at(const Cell& cell, int t) {
    int end = joined_end(cell, t);
    PrintedNumber number;
    if (end > t + 1) {
      std::string text;
      for (int i = t; i < end; ++i) {
        if (i == t + 1 && speck_behind(cell, t)) text.pop_back();
        if (i > t && is_digit(text.back())) text += '\'';
        text += sheet_.tokens[i].text;
      }
      number = parse_number(text);
      if (number.readings.empty()) end = t + 1;
    }
    if (end == t + 1 && count_digits(sheet_.tokens[t].folded) > 0) number = parse_number(sheet_.tokens[t].text);
    if (number.readings.empty() && sheet_.tokens[t].confidence < kCertain)
      number = parse_number(mended_amount(sheet_.tokens[t].text));
    if (number.readings.empty()) return t + 1;
    int first = t;
    neighbours(cell, number, first, end);
    found_.push_back({number, first, end});
    return end;
  }

  // A currency, percent sign or minus that stands as a word of its own.
  void neighbours(const Cell& cell, PrintedNumber& number, int& first, int& last) const {
    if (last < cell.last && sheet_.tokens[last].folded.starts_with('%')) number.percent = true, ++last;
    for (int side = 0; side < 2 && !number.percent; ++side) {
      int at = side == 0 ? last : first - 1;
      if (at < cell.first || at >= cell.last || taken_[at]) continue;
      std::string_view text = sheet_.tokens[at].text;
      bool minus = side == 1 && text.size() > 1 && text.front() == '-';
      if (minus) text.remove_prefix(1);
      bool sign = text == "$" || sheet_.tokens[at].folded == "kr" || sheet_.tokens[at].folded == "kr." ||
                  !currency_code_of(text).empty();
      if (!sign || number.currency) continue;
      number.currency = true;
      number.currency_code = currency_code_of(text);
      if (side == 0)
        ++last;
      else
        --first;
      if (!minus || number.negative) continue;
      number.negative = true;
      for (Reading& reading : number.readings) reading.value = -reading.value;
    }
    if (first - 1 >= cell.first && sheet_.tokens[first - 1].folded == "-" && number.currency && !number.negative &&
        first - 1 == cell.first) {
      number.negative = true;
      --first;
      for (Reading& reading : number.readings) reading.value = -reading.value;
    }
  }

  const Sheet& sheet_;
  const std::vector<bool>& taken_;
  std::vector<Found> found_;
};

Mark by_language(std::string_view language) { return language == "en" || language.empty() ? Mark::point : Mark::comma; }

Mark convention(const std::vector<Scanner::Found>& found, std::string_view language) {
  int points = 0, commas = 0;
  for (const auto& f : found) {
    if (f.number.readings.size() != 1) continue;
    Mark mark = f.number.readings[0].mark;
    int weight = f.number.readings[0].value.scale() == 2 ? 3 : 1;
    if (mark == Mark::point) points += weight;
    if (mark == Mark::comma) commas += weight;
  }
  if (points == commas) return by_language(language);
  return points > commas ? Mark::point : Mark::comma;
}

}  // namespace

Amounts find_amounts(const Sheet& sheet, const std::vector<bool>& taken, std::string_view language, Mark habit) {
  Amounts out;
  out.at_token.assign(sheet.tokens.size(), -1);
  auto found = Scanner(sheet, taken).scan();
  out.mark = habit != Mark::unknown ? habit : convention(found, language);
  for (const auto& f : found) {
    Amount amount;
    const auto& readings = f.number.readings;
    auto fits = std::find_if(readings.begin(), readings.end(), [&](const Reading& r) { return r.mark == out.mark; });
    const Reading& chosen = fits == readings.end() ? readings.front() : *fits;
    amount.value = chosen.value;
    for (const Reading& reading : readings)
      if (&reading != &chosen) amount.others.push_back(reading.value);
    amount.first = f.first;
    amount.last = f.last;
    amount.cell = sheet.tokens[f.first].cell;
    amount.row = sheet.cells[amount.cell].row;
    amount.page = sheet.rows[amount.row].page;
    amount.box = sheet.box(f.first, f.last);
    amount.percent = f.number.percent;
    amount.negative = f.number.negative;
    amount.currency = f.number.currency;
    for (int t = f.first; t < f.last; ++t) out.at_token[t] = static_cast<int>(out.list.size());
    out.list.push_back(std::move(amount));
  }
  return out;
}

}  // namespace ap::extract::reading
