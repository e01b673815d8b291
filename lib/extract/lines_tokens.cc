#include "extract/lines_tokens.h"

#include <algorithm>
#include <optional>

#include "extract/lines_words.h"
#include "extract/recognised.h"

namespace ap::extract::lines {
namespace {

using layout::TextLine;
using layout::Word;

constexpr Confidence kGuessed = 500;  // of a number with a letter read as digit

bool digit(char c) { return c >= '0' && c <= '9'; }

// Letters make a neighbour part of a phrase; signs, brackets and rules do not.
bool wordy(const std::string& text) {
  return std::ranges::any_of(text, [](char c) { return ((c | 32) >= 'a' && (c | 32) <= 'z') || (c & 0x80); }) &&
         currency_of(text).empty() && fold(text) != "";
}

// "3.99.D": the letter of a till for the tax, behind a speck.
bool has_parted_mark(const std::string& text) {
  const std::size_t size = text.size();
  return size > 5 && text[size - 1] >= 'A' && text[size - 1] <= 'Z' && text[size - 2] == '.' && digit(text[size - 3]) &&
         digit(text[size - 4]) && (text[size - 5] == '.' || text[size - 5] == ',');
}

// Without what is no part of a number: table rules that OCR reads as letters at its edge, the comma behind it, one
// bracket of a pair around more than it.
std::string bare(std::string text) {
  auto rule = [](char c) { return c == '|' || c == '[' || c == ']' || c == '_' || c == ';'; };
  while (!text.empty() && rule(text.back())) text.pop_back();
  while (!text.empty() && rule(text.front())) text.erase(0, 1);
  if (text.ends_with(").")) text.pop_back();
  if (has_parted_mark(text)) text.resize(text.size() - 2);
  if (text.size() > 2 && text.ends_with(',')) text.pop_back();
  bool opens = text.starts_with('('), closes = text.ends_with(')');
  if (text.size() > 1 && opens && !closes) text.erase(0, 1);
  if (text.size() > 1 && closes && !opens) text.pop_back();
  return text;
}

// A word that may go with a number beside it: sign, currency, per cent.
bool attaches(const std::string& text) {
  return text == "-" || text == "+" || text == "%" || text == "\u2212" || text == "\u2013" || text == "(" ||
         text == ")" || !currency_of(text).empty();
}

// Whether `next` continues the digits of `text` after a blank that groups thousands.
bool continues_group(const std::string& text, const std::string& next) {
  std::size_t tail = 0;
  while (tail < text.size() && digit(text[text.size() - 1 - tail])) ++tail;
  bool groups =
      tail >= 1 && tail <= 3 && (tail == text.size() || !std::string_view(".,").contains(text[text.size() - 1 - tail]));
  std::size_t head = 0;
  while (head < next.size() && digit(next[head])) ++head;
  return groups && head == 3;
}

// The mean width of a character: a blank that groups thousands is no wider, also in fixed pitch.
std::int32_t letter_width(const Word& word) {
  auto letters = std::ranges::count_if(word.text, [](char c) { return (c & 0xC0) != 0x80; });
  return word.box.width() / static_cast<std::int32_t>(std::max<std::ptrdiff_t>(letters, 1));
}

// Digits with points and commas alone: recognition may have broken one number into two such words.
bool is_figures(const std::string& text) {
  return std::ranges::all_of(text, [](char c) { return digit(c) || c == '.' || c == ','; });
}

// "386." and "70", "7," and "5": print of fixed pitch, in which the mark stands alone, is read as two words. "12. 50"
// may be two numbers, and a blank is wider than what parts "7," from "5".
bool point_between(const Word& whole, const Word& rest, std::int32_t height) {
  constexpr std::ptrdiff_t kFewestDigits = 3;
  const auto digits = std::ranges::count_if(whole.text, digit);
  if (std::max(whole.confidence, rest.confidence) == kCertain || !std::ranges::all_of(rest.text, digit)) return false;
  if (whole.text.ends_with('.') && rest.text.size() == 2 && digits >= kFewestDigits) return true;
  return whole.text.ends_with(',') && rest.text.size() <= 2 && std::ssize(whole.text) == digits + 1 &&
         3 * (rest.box.x0 - whole.box.x1) <= height;
}

// Letters that recognition takes digits for, put right; empty where others stand among them or digits are few.
std::string as_digits(const std::string& text) {
  static constexpr std::string_view kLetters = "OoQlIiSsBZ", kDigits = "0001115582";
  std::string out;
  std::size_t letters = 0, digits = 0;
  for (char c : text) {
    std::size_t at = kLetters.find(c);
    letters += at != std::string_view::npos;
    digits += digit(c);
    if (at == std::string_view::npos && !digit(c) && c != '.' && c != ',' && c != '-') return "";
    out += at == std::string_view::npos ? c : kDigits[at];
  }
  return letters > 0 && digits >= letters ? out : "";
}

// In twentieths of a letter: in recognised print of fixed pitch the box of a "1" leaves out what its place is wider.
std::int32_t widest_blank(const Word& next) { return next.confidence < kCertain ? 29 : 22; }

// One try: words first..last as one number.
std::optional<Amount> read_words(const TextLine& line, std::size_t first, std::size_t last, std::int32_t height) {
  std::string text = bare(line.words[first].text);
  for (std::size_t i = first + 1; i <= last; ++i) {
    std::int32_t gap = line.words[i].box.x0 - line.words[i - 1].box.x1;
    std::string next = bare(line.words[i].text);
    bool sign = attaches(line.words[i].text) || attaches(line.words[i - 1].text);
    bool group = continues_group(text, next) && gap * 20 <= letter_width(line.words[i]) * widest_blank(line.words[i]);
    // A point that stands alone is at times seen twice.
    if (text.ends_with("..") && line.words[i - 1].confidence < kCertain) text.pop_back();
    const std::int32_t parts = point_between(line.words[i - 1], line.words[i], height) ? 1 : 5;  // of a letter's height
    bool broken = !sign && gap * parts <= height && is_figures(text) && is_figures(next);
    if (!(sign && gap <= height) && !group && !broken) return std::nullopt;
    text += (broken && !group ? "" : " ") + next;
  }
  return read_amount(text);
}

// The tax letters a till prints behind an amount, at the end of the line.
bool is_tax_mark(const TextLine& line, const NumberToken& t) {
  return t.last + 2 == line.words.size() && t.money() && line.words[t.last + 1].text.size() <= 2;
}

Stand stand_of(const TextLine& line, const NumberToken& t, std::int32_t height) {
  auto close = [&](const Word& a, const Word& b) { return (b.box.x0 - a.box.x1) * 10 < height * 7; };
  bool before =
      t.first > 0 && wordy(line.words[t.first - 1].text) && close(line.words[t.first - 1], line.words[t.first]);
  bool after = t.last + 1 < line.words.size() && !is_tax_mark(line, t) && wordy(line.words[t.last + 1].text) &&
               close(line.words[t.last], line.words[t.last + 1]);
  return before && after ? Stand::embedded : before ? Stand::trailing : after ? Stand::leading : Stand::free;
}

// The unit behind the number: glued to it, or the next word when nothing close follows that.
void take_unit(const TextLine& line, NumberToken& t, std::int32_t height) {
  if (!t.amount.suffix.empty() && unit_code(t.amount.suffix)) t.unit = t.amount.suffix;
  if (!t.unit.empty() || t.amount.percent || !t.amount.currency.empty() || t.last + 1 >= line.words.size()) return;
  const Word& next = line.words[t.last + 1];
  if (next.box.x0 - line.words[t.last].box.x1 > height * 3 / 2 || !unit_code(next.text)) return;
  if (t.last + 2 < line.words.size()) {
    const Word& after = line.words[t.last + 2];
    bool times = fold(after.text) == "x" || after.text == "\u00d7";  // "55,17 l x 1,502"
    if (wordy(after.text) && !times && (after.box.x0 - next.box.x1) * 10 < height * 6) return;
  }
  ++t.last;
  t.unit = next.text;
}

}  // namespace

std::int32_t letter_height(const TextLine& line) {
  std::vector<std::int32_t> heights;
  for (const Word& w : line.words) heights.push_back(w.box.height());
  auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::ranges::nth_element(heights, middle);
  return *middle;
}

std::vector<NumberToken> number_tokens(const std::vector<TextLine>& lines, std::size_t index) {
  const TextLine& line = lines[index];
  std::vector<NumberToken> out;
  constexpr std::size_t kMostWords = 200;  // no row of a table has as many; keeps hostile pages cheap
  if (line.words.size() > kMostWords) return out;
  std::int32_t height = letter_height(line);
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    bool may = std::ranges::any_of(line.words[i].text, digit) || attaches(line.words[i].text);
    if (!may) continue;
    for (std::size_t last = std::min(i + 4, line.words.size() - 1) + 1; last-- > i;) {
      auto amount = read_words(line, i, last, height);
      bool guessed = !amount && last == i && line.words[i].confidence < kCertain;
      if (guessed) amount = read_amount(as_digits(bare(line.words[i].text)));
      if (guessed && !amount) amount = read_amount(reading::mended_amount(bare(line.words[i].text)));
      if (!amount || (amount->suffix.size() > 2 && !unit_code(amount->suffix))) continue;
      NumberToken t{std::move(*amount), line.words[i].box, index, i, last, Stand::free, "", "", kCertain};
      take_unit(line, t, height);
      t.stand = stand_of(line, t, height);
      for (std::size_t w = t.first; w <= t.last; ++w) {
        t.box = unite(t.box, line.words[w].box);
        t.confidence = std::min(t.confidence, line.words[w].confidence);
        t.text += (w > t.first ? " " : "") + line.words[w].text;
      }
      if (guessed) t.confidence = std::min(t.confidence, kGuessed);
      i = t.last;
      out.push_back(std::move(t));
      break;
    }
  }
  return out;
}

}  // namespace ap::extract::lines
