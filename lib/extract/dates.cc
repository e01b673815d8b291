#include "extract/dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include "extract/text.h"

namespace ap::extract::reading {
namespace {

// Folded names and short forms in en de fr es it nl pl pt sv da cs, nominative and genitive.
constexpr std::array<std::string_view, 12> kMonths = {
    "january jan januar janner jaenner janvier janv januari enero ene gennaio gen stycznia styczen sty janeiro leden "
    "ledna led",
    "february feb februar fevrier fevr fev februari febrero febbraio febb lutego luty lut fevereiro unor unora",
    "march mar marz maerz mrz mars maart mrt marzo marca marzec marco marts brezen brezna bre",
    "april apr avril avr abril abr aprile kwietnia kwiecien kwi duben dubna dub",
    "may mai mei mayo maggio mag maja maj maio kveten kvetna kve",
    "june jun juni juin junio giugno giu czerwca czerwiec cze junho cerven cervna",
    "july jul juli juillet juil julio luglio lug lipca lipiec lip julho cervenec cervence",
    "august aug aout agosto ago augustus sierpnia sierpien sie augusti srpen srpna srp",
    "september sep sept septembre septiembre settembre set sett wrzesnia wrzesien wrz setembro zari zar",
    "october oct oktober okt octobre octubre ottobre ott pazdziernika pazdziernik paz outubro out rijen rijna rij",
    "november nov novembre noviembre listopada listopad listopadu lis novembro",
    "december dec dezember dez decembre diciembre dic dicembre grudnia grudzien gru dezembro prosinec prosince pro",
};

std::unordered_map<std::string_view, int> month_table() {
  std::unordered_map<std::string_view, int> out;
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    for (std::string_view name : runs(kMonths[i])) out.try_emplace(name, static_cast<int>(i) + 1);
  return out;
}

struct Part {
  int number = -1;  // -1: a word
  std::string_view text;
  std::string_view separator;  // what stands before it
};

bool skippable(std::string_view word) { return in_list(word, "de del of the den d"); }
bool ordinal(std::string_view word) { return in_list(word, "st nd rd th er eme o a"); }

// Up to three significant parts; `end` is set behind the last one.
std::vector<Part> parts_of(std::string_view text, std::size_t& end) {
  std::vector<Part> out;
  std::size_t gap = 0, at = 0;
  while (at < text.size() && out.size() < 3) {
    char c = text[at];
    if (!is_alnum(c)) {
      if (std::string_view(" .,/-").find(c) == std::string_view::npos || at - gap > 3) break;
      ++at;
      continue;
    }
    std::size_t start = at;
    bool digits = is_digit(c);
    while (at < text.size() && (digits ? is_digit(text[at]) : is_lower(text[at]))) ++at;
    std::string_view word = text.substr(start, at - start);
    if (!digits && !out.empty() && (skippable(word) || (ordinal(word) && gap == start))) {
      gap = at;
      continue;
    }
    Part part{-1, word, text.substr(gap, start - gap)};
    if (digits &&
        (word.size() > 4 || std::from_chars(word.data(), word.data() + word.size(), part.number).ec != std::errc()))
      break;
    out.push_back(part);
    gap = end = at;
  }
  return out;
}

int full_year(const Part& part) {
  if (part.text.size() == 4) return part.number;
  if (part.text.size() != 2) return 0;
  return part.number < 70 ? 2000 + part.number : 1900 + part.number;
}

void add(std::vector<DateReading>& out, int year, int month, int day, DateOrder order) {
  if (year < 1970 || year > 2099) return;
  if (auto date = Date::from_ymd(year, month, day)) {
    for (const DateReading& reading : out)
      if (reading.date == *date) return;
    out.push_back({*date, order});
  }
}

bool plain_separator(std::string_view s) {
  std::string_view core = trim(s);
  return core.size() <= 1 && core != ",";
}

std::vector<DateReading> numeric(const Part& a, const Part& b, const Part& c) {
  std::vector<DateReading> out;
  std::string_view first = trim(b.separator), second = trim(c.separator);
  if (first.empty() != second.empty() || !plain_separator(b.separator) || !plain_separator(c.separator)) return out;
  if (first != second && c.text.size() != 4 && b.text.size() != 2) return out;
  bool spaced = first.empty();
  if (spaced && !(a.text.size() == 2 && b.text.size() == 2 && c.text.size() == 4)) return out;
  if (b.text.size() > 2) return out;
  if (a.text.size() == 4) {
    if (c.text.size() <= 2) add(out, a.number, b.number, c.number, DateOrder::year_first);
    return out;
  }
  if (a.text.size() > 2 || (c.text.size() != 4 && c.text.size() != 2)) return out;
  if (c.text.size() == 2 && spaced) return out;
  add(out, full_year(c), b.number, a.number, DateOrder::day_first);
  if (first != "." && first == second) add(out, full_year(c), a.number, b.number, DateOrder::month_first);
  if (c.text.size() == 2 && a.text.size() == 2 && first == "-")
    add(out, full_year(a), b.number, c.number, DateOrder::year_first);
  return out;
}

std::vector<DateReading> eight_digits(std::string_view text) {
  std::vector<DateReading> out;
  auto number = [&](std::size_t at, std::size_t n) {
    int value = 0;
    std::from_chars(text.data() + at, text.data() + at + n, value);
    return value;
  };
  add(out, number(0, 4), number(4, 2), number(6, 2), DateOrder::year_first);
  if (out.empty()) add(out, number(4, 4), number(2, 2), number(0, 2), DateOrder::day_first);
  return out;
}

}  // namespace

int month_of(std::string_view folded) {
  if (folded.size() < 3) return 0;
  static const std::unordered_map<std::string_view, int> table = month_table();
  auto it = table.find(folded);
  return it == table.end() ? 0 : it->second;
}

DateMatch match_date(std::string_view folded) {
  DateMatch out;
  if (folded.size() >= 8 && count_digits(folded.substr(0, 8)) == 8 && (folded.size() == 8 || !is_alnum(folded[8]))) {
    out.readings = eight_digits(folded);
    out.length = 8;
    out.bare = true;
    return out;
  }
  std::size_t end = 0;
  auto parts = parts_of(folded, end);
  if (parts.size() < 3) return out;
  const Part &a = parts[0], &b = parts[1], &c = parts[2];
  if (a.number >= 0 && b.number >= 0 && c.number >= 0) {
    out.readings = numeric(a, b, c);
  } else if (a.number >= 0 && b.number < 0 && c.number >= 0) {
    if (int month = month_of(b.text)) {
      if (a.text.size() <= 2)
        add(out.readings, full_year(c), month, a.number, DateOrder::named);
      else if (c.text.size() <= 2)
        add(out.readings, a.number, month, c.number, DateOrder::named);
    }
  } else if (a.number < 0 && b.number >= 0 && c.number >= 0 && b.text.size() <= 2 &&
             (c.text.size() == 4 || (c.text.size() == 2 && trim(c.separator) == "/"))) {
    if (int month = month_of(a.text)) add(out.readings, full_year(c), month, b.number, DateOrder::named);
  }
  bool cut = end < folded.size() && (is_digit(folded[end]) || (is_lower(folded[end]) && folded[end] != 't'));
  bool number_goes_on =
      end + 1 < folded.size() && (folded[end] == ',' || folded[end] == '.') && is_digit(folded[end + 1]);
  if (cut || number_goes_on) out.readings.clear();
  out.length = end;
  return out;
}

namespace {

// "31 octobre 2024/mp": whose hand wrote the letter.
bool initials(std::string_view rest) {
  constexpr std::size_t kMost = 3;
  const std::string_view word = rest.substr(0, rest.find(' '));
  return word.size() <= kMost && std::ranges::all_of(word, is_lower);
}

class Scanner {
 public:
  Scanner(const Sheet& sheet, int this_year) : sheet_(sheet), latest_(this_year > 0 ? this_year % 100 + 1 : 0) {
    out_.at_token.assign(sheet.tokens.size(), -1);
  }

  Dates scan(bool month_first) {
    for (const Cell& cell : sheet_.cells)
      for (int t = cell.first; t < cell.last;) t = at(cell, t);
    settle(month_first);
    return std::move(out_);
  }

 private:
  int at(const Cell& cell, int t) {
    const std::string& head = sheet_.tokens[t].folded;
    bool digits = count_digits(head) > 0;
    if (!digits && month_of(trim(head, ".,")) == 0) return t + 1;
    std::string joined;
    std::vector<std::size_t> ends;
    for (int i = t; i < cell.last && i < t + 6; ++i) {
      if (i > t) joined += ' ';
      joined += sheet_.tokens[i].folded;
      ends.push_back(joined.size());
    }
    int next = t + 1;
    for (std::size_t start = 0; start < ends[0]; ++start) {
      if (!is_alnum(joined[start]) || (start > 0 &&
                                       (is_alnum(joined[start - 1]) ||
                                        std::string_view("/.,-").find(joined[start - 1]) != std::string_view::npos) &&
                                       !after_date(start)))
        continue;
      DateMatch match = match_date(std::string_view(joined).substr(start));
      if (match.readings.empty()) continue;
      std::size_t end = start + match.length;
      // "14/01/2026/R" is a number.
      bool goes_on = end + 1 < joined.size() && joined[end] == '/' && is_alnum(joined[end + 1]);
      if (goes_on && match.readings[0].order == DateOrder::named && initials(std::string_view(joined).substr(end + 1)))
        goes_on = false;
      if (goes_on && match_date(std::string_view(joined).substr(end + 1)).readings.empty()) continue;
      int last = t;
      while (ends[last - t] < end) ++last;
      push(t, last + 1, std::move(match));
      after_ = end;
      next = last + 1;
      if (last > t) break;
      start = end;
    }
    after_ = 0;
    if (next == t + 1) return wrapped(cell, t);
    return next;
  }

  // "4 gennaio" over "2026": a narrow column breaks before the year. The year's cell is the next one below in line.
  int wrapped(const Cell& cell, int t) {
    const int words = cell.last - t;
    if (words < 2 || words > 3 || out_.at_token[t] >= 0) return t + 1;
    const int below = below_of(sheet_.box(t, cell.last), cell.row);
    if (below < 0) return t + 1;
    const Token& year = sheet_.tokens[sheet_.cells[below].first];
    if (year.folded.size() != 4 || count_digits(year.folded) != 4) return t + 1;
    const std::string joined = fold(sheet_.text(t, cell.last)) + ' ' + year.folded;
    DateMatch match = match_date(joined);
    if (match.readings.empty() || match.length != joined.size() || match.readings[0].order != DateOrder::named)
      return t + 1;
    push(t, cell.last, std::move(match));
    return cell.last;
  }

  // The cell that begins right below a box of `row` at the same edge, -1 when there is none.
  int below_of(const Box& above, int row) const {
    const std::size_t next = static_cast<std::size_t>(row) + 1;
    if (next >= sheet_.rows.size() || sheet_.rows[next].page != sheet_.rows[row].page) return -1;
    const std::int32_t slack = above.height() / 2;  // a blank before the word counts to it with some programs
    for (int c = sheet_.rows[next].first; c < sheet_.rows[next].last; ++c) {
      const Box& box = sheet_.cells[c].box;
      const bool edge = std::abs(box.x0 - above.x0) < slack || std::abs(box.x1 - above.x1) < slack;
      if (edge && box.y0 - above.y1 < above.height()) return c;
    }
    return -1;
  }

  // A second date glued to the first with a dash: "01.11.2024-30.11.2024".
  bool after_date(std::size_t start) const { return after_ != 0 && start == after_ + 1; }

  void push(int first, int last, DateMatch match) {
    PrintedDate date;
    date.readings = std::move(match.readings);
    date.bare = match.bare;
    date.first = first;
    date.last = last;
    date.cell = sheet_.tokens[first].cell;
    date.row = sheet_.cells[date.cell].row;
    date.page = sheet_.rows[date.row].page;
    date.box = sheet_.box(first, last);
    if (!date.bare)
      for (int t = first; t < last; ++t) out_.at_token[t] = static_cast<int>(out_.list.size());
    else
      out_.at_token[first] = static_cast<int>(out_.list.size());
    out_.list.push_back(std::move(date));
  }

  // "26-01-28" and "26-02-27": of the first and the last figure the years are those that differ less.
  bool years_lead() const {
    int first_least = 99, first_most = 0, last_least = 99, last_most = 0, found = 0, four = 0;
    for (const PrintedDate& date : out_.list) {
      if (date.bare) continue;
      const DateReading& one = date.readings.front();
      four += date.readings.size() == 1 && one.order == DateOrder::year_first;
      auto year = std::ranges::find(date.readings, DateOrder::year_first, &DateReading::order);
      auto day = std::ranges::find(date.readings, DateOrder::day_first, &DateReading::order);
      if (year == date.readings.end()) continue;
      if (day == date.readings.end()) return true;  // "26-02-30" is no day of 2030
      ++found;
      const int a = year->date.year() % 100, b = day->date.year() % 100;
      first_least = std::min(first_least, a), first_most = std::max(first_most, a);
      last_least = std::min(last_least, b), last_most = std::max(last_most, b);
    }
    return found > 0 && (four > 0 || first_most - first_least < last_most - last_least ||
                         (latest_ > 0 && last_most > latest_ && first_most <= latest_));
  }

  void bring_forward(DateOrder order) {
    for (PrintedDate& date : out_.list) {
      auto it = std::ranges::find(date.readings, order, &DateReading::order);
      if (it != date.readings.end()) std::rotate(date.readings.begin(), it, it + 1);
    }
  }

  // "24/09/18" where the month is written before the day: no 24th month, and no day in front, but the year.
  void year_in_front(PrintedDate& date) const {
    const std::string& text = sheet_.tokens[date.first].text;
    const DateReading& only = date.readings.front();
    if (date.readings.size() > 1 || only.order != DateOrder::day_first || date.last - date.first > 1) return;
    if (text.size() != 8 || text[2] != '/' || text[5] != '/' || latest_ == 0) return;
    const int year = only.date.day(), day = only.date.year() % 100;
    constexpr int kOldest = 6;  // years
    if (year <= 12 || year > latest_ || year + kOldest < latest_) return;
    if (auto other = Date::from_ymd(2000 + year, only.date.month(), day))
      date.readings.insert(date.readings.begin(), {*other, DateOrder::year_first});
  }

  void settle(bool month_first) {
    if (month_first)
      for (PrintedDate& date : out_.list) year_in_front(date);
    int days = 0, months = 0;
    for (const PrintedDate& date : out_.list) {
      if (date.ambiguous() || date.bare) continue;
      days += date.readings[0].order == DateOrder::day_first && date.date().day() > 12;
      months += date.readings[0].order == DateOrder::month_first;
    }
    out_.order_proved = days != months;
    out_.month_first = out_.order_proved ? months > days : month_first;
    if (out_.month_first) bring_forward(DateOrder::month_first);
    if (years_lead()) bring_forward(DateOrder::year_first);
  }

  const Sheet& sheet_;
  int latest_;  // two digits of the latest year that invoices bear, 0 when unknown
  Dates out_;
  std::size_t after_ = 0;
};

}  // namespace

Dates find_dates(const Sheet& sheet, bool month_first, int this_year) {
  return Scanner(sheet, this_year).scan(month_first);
}

}  // namespace ap::extract::reading
