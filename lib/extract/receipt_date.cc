#include "extract/receipt_date.h"

#include <algorithm>
#include <array>
#include <string>

#include "extract/choice.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

constexpr int kOldest = 365 * 20;  // days; an older slip is a misread year

// Digits that a till's type makes alike, most alike first.
std::string_view alike(char digit) {
  constexpr std::array<std::string_view, 10> kAlike = {"8691", "740", "170", "852", "170",
                                                       "630",  "508", "12",  "036", "04"};
  return kAlike[static_cast<std::size_t>(digit - '0')];
}

char as_digit(char c) {
  switch (c) {
    case 'o':
    case 'q':
      return '0';
    case 'l':
    case 'i':
    case '|':
    case 't':
    case '!':
      return '1';
    case 'z':
      return '2';
    case 's':
      return '5';
    case 'b':
      return '8';
    default:
      return c;
  }
}

struct Guess {
  std::string text;
  double quality;
};

// Letters between digits and separators read as digits: "o1/l2/20t7".
std::string digits_for_letters(std::string_view text) {
  std::string out(text);
  auto numeric = [&](std::size_t i) {
    return i < out.size() && (is_digit(out[i]) || std::string_view("/-.").find(out[i]) != std::string_view::npos);
  };
  for (std::size_t i = 0; i < out.size(); ++i) {
    char digit = as_digit(out[i]);
    if (digit == out[i]) continue;
    bool before = i == 0 || numeric(i - 1), after = numeric(i + 1) || (i + 1 == out.size() && i > 0);
    if (before && after) out[i] = digit;
  }
  return out;
}

// A lost separator: "1202/2018", "12/022018", "24.03 2018" is none.
void add_separated(std::vector<Guess>& out, const std::string& text, double quality) {
  std::string separators;
  std::vector<std::string> parts(1);
  for (char c : text) {
    if (is_digit(c))
      parts.back() += c;
    else if (c == '/' || c == '-' || c == '.')
      separators += c, parts.emplace_back();
    else
      return;
  }
  if (separators.size() != 1 || parts.size() != 2) return;
  if (parts[0].size() == 4 && parts[1].size() == 4)
    out.push_back({parts[0].substr(0, 2) + "/" + parts[0].substr(2) + "/" + parts[1], quality * 0.6});
  if (parts[0].size() == 2 && parts[1].size() == 6)
    out.push_back({parts[0] + "/" + parts[1].substr(0, 2) + "/" + parts[1].substr(2), quality * 0.6});
}

// "26/fen/2017": a month's short form with one letter wrong, where only one month is that near.
void add_months(std::vector<Guess>& out, const std::string& text, double quality) {
  constexpr std::array<std::string_view, 12> kShort = {"jan", "feb", "mar", "apr", "may", "jun",
                                                       "jul", "aug", "sep", "oct", "nov", "dec"};
  std::size_t at = 0;
  while (at < text.size() && !is_lower(text[at])) ++at;
  if (at == 0 || at + 4 > text.size() || is_alnum(text[at + 3])) return;
  std::string word = text.substr(at, 3);
  if (month_of(word) != 0) return;
  std::string_view only;
  for (std::string_view month : kShort) {
    int wrong = 0;
    for (std::size_t i = 0; i < 3; ++i) wrong += month[i] != word[i];
    if (wrong > 1) continue;
    if (!only.empty()) return;
    only = month;
  }
  if (!only.empty()) out.push_back({text.substr(0, at) + std::string(only) + text.substr(at + 3), quality * 0.7});
}

// Every single digit replaced by one that looks like it.
void add_alike(std::vector<Guess>& out, const std::string& text, double quality) {
  for (std::size_t i = 0; i < text.size() && i < 10; ++i) {
    if (!is_digit(text[i])) continue;
    std::string_view others = alike(text[i]);
    for (std::size_t k = 0; k < others.size(); ++k) {
      std::string changed = text;
      changed[i] = others[k];
      out.push_back({changed, quality * (0.5 - 0.08 * static_cast<double>(k))});
    }
  }
}

void read_variant(const Guess& variant, const Date& latest, bool month_first, std::vector<RepairedDate>& out) {
  DateMatch match = match_date(variant.text);
  if (match.bare) return;
  double quality = variant.quality;
  for (const DateReading& reading : match.readings) {
    bool habit = reading.order != DateOrder::month_first && reading.order != DateOrder::day_first;
    habit |= (reading.order == DateOrder::month_first) == month_first;
    if (reading.date > latest || latest - reading.date > kOldest) continue;
    double sure = habit ? quality : quality * 0.5;
    auto known = std::find_if(out.begin(), out.end(), [&](const RepairedDate& r) { return r.date == reading.date; });
    if (known == out.end())
      out.push_back({reading.date, sure});
    else
      known->quality = std::max(known->quality, sure);
  }
}

}  // namespace

std::vector<RepairedDate> repair_date(std::string_view folded, const Date& latest, bool month_first) {
  std::vector<RepairedDate> out;
  std::string plain_text(trim(folded, " :;,._~'\"()[]"));
  if (count_digits(plain_text) < 3 || plain_text.size() > 24) return out;
  std::string letters_read = digits_for_letters(plain_text);
  double start = letters_read == plain_text ? 1.0 : 0.85;
  std::vector<Guess> variants{{letters_read, start}};
  add_separated(variants, letters_read, start);
  add_months(variants, letters_read, start);
  for (const Guess& variant : variants) read_variant(variant, latest, month_first, out);
  if (out.empty()) {
    std::vector<Guess> damaged;
    for (const Guess& variant : variants) add_alike(damaged, variant.text, variant.quality);
    for (const Guess& variant : damaged) read_variant(variant, latest, month_first, out);
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.quality > b.quality; });
  return out;
}

namespace {

class ReceiptDate {
 public:
  explicit ReceiptDate(const Context& context) : context_(context), sheet_(context.sheet) {}

  void read(Draft& draft) {
    const Date latest = context_.options.today.plus_days(1);
    for (const PrintedDate& date : context_.dates.list) {
      if (date.bare) continue;
      double weight = place(date.first, date.last);
      bool possible = false;
      for (std::size_t i = 0; i < date.readings.size() && i < 2; ++i) {
        const Date& value = date.readings[i].date;
        if (value > latest || latest - value > kOldest) continue;
        possible = true;
        bool other_order = i > 0 && !context_.dates.order_proved;
        if (i > 0 && !other_order) break;
        choice_.add(value.str(), i == 0 ? weight : weight * 0.5, date.first, date.last, How::label);
      }
      if (!possible) damaged(date.first, date.last, latest);
    }
    for (int t = 0; t < static_cast<int>(sheet_.tokens.size()); ++t)
      if (sheet_.tokens[t].confidence < kCertain && context_.dates.at_token[t] < 0) look(t, latest);
    for (const Variant& variant : sheet_.variants) other_look(variant, latest);
    if (!choice_.empty()) {
      choice_.put(draft, "issue_date", 0.05, choice_.best().how == How::layout ? 0.6 : 1.0);
    } else if (auto& date = draft.invoice().issue_date; date && (*date > latest || latest - *date > kOldest)) {
      date.reset();
      draft.evidence().erase("issue_date");
    }
  }

 private:
  // A word that may be a damaged date, or three words that are one together.
  void look(int t, const Date& latest) {
    const std::string& word = sheet_.tokens[t].folded;
    int marks = 0;
    for (char c : word) marks += c == '/' || c == '-' || c == '.';
    bool shape = marks >= 1 && marks <= 3 && count_digits(word) >= 4 && word.size() >= 7;
    if (shape) damaged(t, t + 1, latest);
    // "73-03- 18": a date that fell apart behind its separator.
    bool open = marks >= 1 && count_digits(word) >= 2 && t + 1 < static_cast<int>(sheet_.tokens.size()) &&
                std::string_view("/-.").find(word.back()) != std::string_view::npos;
    if (open && row_of(t + 1) == row_of(t) && count_digits(sheet_.tokens[t + 1].folded) >= 2)
      damaged(t, t + 2, latest, "");
    // "12/0 1/2018": a blank within.
    if (!open && marks >= 1 && t + 1 < static_cast<int>(sheet_.tokens.size()) && row_of(t + 1) == row_of(t) &&
        sheet_.tokens[t + 1].box.x0 - sheet_.tokens[t].box.x1 < sheet_.tokens[t].box.height() &&
        is_whole_date(word + sheet_.tokens[t + 1].folded))
      damaged(t, t + 2, latest, "");
    apart(t, latest);
    // "05 02-18": without its first separator.
    bool bare = word.size() == 2 && count_digits(word) == 2 && t + 1 < static_cast<int>(sheet_.tokens.size());
    if (bare && row_of(t + 1) == row_of(t) && half_date(sheet_.tokens[t + 1].folded)) damaged(t, t + 2, latest, "-");
    // "o03": a zero too many is one that was read twice.
    bool twice = word.size() == 3 && word[0] == 'o' && count_digits(word) == 2;
    bool day = count_digits(word) >= 1 && (word.size() <= 2 || twice) &&
               t + 2 < static_cast<int>(sheet_.tokens.size()) && sheet_.tokens[t + 2].cell == sheet_.tokens[t].cell;
    if (day && month_of(trim(sheet_.tokens[t + 1].folded, ".,")) > 0) damaged(t, t + 3, latest);
  }

  // "02~ “04 “2018": day, month and year in three words, with what has become of the separators.
  void apart(int t, const Date& latest) {
    if (t + 2 >= static_cast<int>(sheet_.tokens.size()) || row_of(t + 2) != row_of(t)) return;
    std::string text;
    bool torn = false;
    for (int i = 0; i < 3; ++i) {
      const std::string& word = sheet_.tokens[t + i].folded;
      std::string digits;
      for (char c : word)
        if (is_digit(c)) digits += c;
      if (digits.empty() || count_letters(word) > 0 || (i < 2 ? digits.size() > 2 : digits.size() != 4)) return;
      torn |= digits.size() < word.size();
      text += (i > 0 ? "/" : "") + digits;
    }
    if (torn) add_repaired(text, t, t + 3, latest, 0.6);
  }

  // "12/01/2018", "12-01-18": three numbers between two like signs and nothing else.
  static bool is_whole_date(std::string_view word) {
    std::vector<std::size_t> digits(1);
    char sign = '\0';
    for (char c : word) {
      if (is_digit(c)) {
        ++digits.back();
      } else if ((c == '/' || c == '-' || c == '.') && (sign == '\0' || sign == c) && digits.back() > 0) {
        sign = c;
        digits.push_back(0);
      } else {
        return false;
      }
    }
    return digits.size() == 3 && digits[0] <= 2 && digits[1] <= 2 && (digits[2] == 2 || digits[2] == 4);
  }

  // "02-18": month and year.
  static bool half_date(std::string_view word) {
    return (word.size() == 5 || word.size() == 7) && !is_alnum(word[2]) && word[2] != ':' &&
           count_digits(word) + 1 == static_cast<int>(word.size());
  }

  // What another preparation of the picture showed in the place of some words.
  void other_look(const Variant& variant, const Date& latest) {
    const std::string folded = fold(variant.text);
    int marks = 0;
    for (char c : folded) marks += c == '/' || c == '-' || c == '.';
    if (count_digits(folded) < 4 || folded.size() < 7 || (marks < 1 && count_letters(folded) < 3)) return;
    bool dated = context_.dates.at_token[variant.first] >= 0;
    add_repaired(folded, variant.first, variant.last, latest, dated ? 0.4 : 0.75);
  }

  int row_of(int t) const { return sheet_.cells[sheet_.tokens[t].cell].row; }

  void damaged(int first, int last, const Date& latest, std::string_view between = " ") {
    std::string text;
    for (int t = first; t < last; ++t) text += std::string(t > first ? between : "") + sheet_.tokens[t].folded;
    if (text.size() > 3 && text[0] == 'o' && text[3] == ' ') text.erase(0, 1);
    // "12018": a stroke beside the year was read as a digit.
    if (const auto year = text.rfind(" 120"); last - first == 3 && year != std::string::npos && text.size() == year + 6)
      text.erase(year + 1, 1);
    add_repaired(text, first, last, latest, 0.7);
  }

  void add_repaired(const std::string& folded, int first, int last, const Date& latest, double share) {
    auto found = repair_date(folded, latest, context_.dates.month_first);
    double weight = place(first, last);
    for (std::size_t i = 0; i < found.size() && i < 3; ++i)
      choice_.add(found[i].date.str(), weight * share * found[i].quality, first, last, How::layout);
  }

  // What the row says for the date: a label before it, a time of day beside it.
  double place(int first, int last) const {
    int cell = sheet_.tokens[first].cell;
    const Row& row = sheet_.rows[sheet_.cells[cell].row];
    double weight = 0.5;
    for (int c = row.first; c < row.last; ++c) {
      for (int h : context_.labels.by_cell[c]) {
        const LabelHit& hit = context_.labels.hits[h];
        if (hit.first >= first) continue;
        if (hit.role == Role::issue_date) weight = std::max(weight, 0.8);
        if (hit.role == Role::due_date || hit.role == Role::other_date || hit.role == Role::delivery_date)
          weight = std::min(weight, 0.3);
      }
      for (int t = sheet_.cells[c].first; t < sheet_.cells[c].last; ++t)
        if ((t < first || t >= last) && time_of_day(sheet_.tokens[t].folded)) weight += 0.15;
    }
    return std::min(weight, 0.95);
  }

  static bool time_of_day(std::string_view word) {
    auto colon = word.find(':');
    return colon != std::string_view::npos && colon >= 1 && colon <= 2 && is_digit(word[0]) &&
           colon + 2 < word.size() && is_digit(word[colon + 1]) && is_digit(word[colon + 2]);
  }

  const Context& context_;
  const Sheet& sheet_;
  Choice choice_;
};

}  // namespace

void read_receipt_date(const Context& context, Draft& draft) { ReceiptDate(context).read(draft); }

}  // namespace ap::extract::reading
