#include "extract/lines_slip.h"

#include <algorithm>

#include "extract/lines_roles.h"

namespace ap::extract::lines {
namespace {

using layout::Word;

constexpr std::string_view kTimes = "\u00d7";

bool digit(char c) { return c >= '0' && c <= '9'; }

// The length of "x", "X" or "×" that `text` begins with; 0 none.
std::size_t times_at(std::string_view text) {
  if (text.starts_with('x') || text.starts_with('X')) return 1;
  return text.starts_with(kTimes) ? kTimes.size() : 0;
}

std::size_t figures_at(std::string_view text) {
  constexpr std::size_t kMost = 3;
  std::size_t count = 0;
  while (count < text.size() && digit(text[count])) ++count;
  return count <= kMost ? count : 0;
}

// "1,43"
bool is_price(std::string_view text) {
  const std::size_t mark = text.find_first_of(".,");
  return mark != std::string_view::npos && mark > 0 && mark + 3 == text.size() &&
         std::ranges::count_if(text, digit) + 1 == std::ssize(text);
}

// "32,631x": the length of the number before the sign; 0 where there is none.
std::size_t times_behind(std::string_view text) {
  const std::size_t end = text.find_last_of("0123456789");
  if (end == std::string_view::npos || end + 1 >= text.size() ||
      times_at(text.substr(end + 1)) + end + 1 != text.size())
    return 0;
  const std::string_view number = text.substr(0, end + 1);
  return number.find_first_of(".,") != std::string_view::npos &&
                 number.find_first_not_of("0123456789.,") == std::string_view::npos
             ? end + 1
             : 0;
}

bool begins_word(std::string_view text) {
  constexpr std::size_t kLetters = 3;
  return text.size() >= kLetters && std::ranges::all_of(text.substr(0, kLetters), [](char c) {
           return ((c | 32) >= 'a' && (c | 32) <= 'z') || (c & 0x80);
         });
}

// The part of a word from letter `from` to letter `to` of it.
Word part_of(const Word& word, std::size_t from, std::size_t to) {
  const auto size = static_cast<std::int64_t>(word.text.size());
  auto at = [&](std::size_t letter) {
    return static_cast<std::int32_t>(word.box.x0 + word.box.width() * static_cast<std::int64_t>(letter) / size);
  };
  Word out = word;
  out.text = word.text.substr(from, to - from);
  out.box.x0 = at(from);
  out.box.x1 = at(to);
  return out;
}

bool is_count(std::string_view text) { return figures_at(text) == text.size() && !text.empty() && text.front() != '0'; }

// Words that the count takes: "3 x", "3x", "3 Xx" where the sign was seen twice; 0 where there is none.
std::size_t factor_words(const std::vector<Word>& words) {
  if (words.size() < 3) return 0;
  const std::string& first = words[0].text;
  const std::size_t figures = figures_at(first);
  if (figures == 0 || first.front() == '0') return 0;
  auto is_times = [](std::string_view text) {
    const std::size_t sign = times_at(text);
    return sign > 0 && (text.size() == sign || times_at(text.substr(sign)) + sign == text.size());
  };
  if (figures < first.size()) return is_times(std::string_view(first).substr(figures)) && begins_word(words[1].text);
  return is_times(words[1].text) && begins_word(words[2].text) ? 2 : 0;
}

}  // namespace

std::vector<layout::Page> with_factors_apart(std::vector<layout::Page> pages) {
  for (layout::Page& page : pages) {
    std::vector<Word> words;
    for (Word& word : page.words) {
      const std::string_view text = word.text;
      const std::size_t figures = figures_at(text), sign = figures > 0 ? times_at(text.substr(figures)) : 0;
      const std::string_view rest = text.substr(figures + sign);
      if (const std::size_t end = times_behind(text); end > 0) {
        words.push_back(part_of(word, 0, end));
        words.push_back(part_of(word, end, text.size()));
        continue;
      }
      if (sign == 0 || (!is_price(rest) && !begins_word(rest))) {
        words.push_back(std::move(word));
        continue;
      }
      words.push_back(part_of(word, 0, figures));
      words.push_back(part_of(word, figures, figures + sign));
      words.push_back(part_of(word, figures + sign, text.size()));
    }
    page.words = std::move(words);
  }
  return pages;
}

void take_factor(Item& item, const Document& doc, std::size_t line) {
  if (item.checked && item.line.quantity) return;
  const auto& words = doc.lines[line].words;
  const std::size_t taken = factor_words(words);
  if (taken == 0) return;
  const std::string count = words[0].text.substr(0, figures_at(words[0].text));
  if (!is_count(count)) return;
  item.line.quantity = *Decimal::parse(count);
  item.evidence["quantity"] = {words[0].confidence, doc.lines[line].page, words[0].box, words[0].text, How::layout, {}};
  item.line.unit_price.reset();
  item.evidence.erase("unit_price");
  derive_missing(item);
  std::string before;
  for (std::size_t w = 0; w < taken; ++w) before += words[w].text + " ";
  for (const std::string& start : {before, words[0].text + " "})
    if (item.line.description.starts_with(start)) item.line.description.erase(0, start.size());
}

bool tells_price_only(const Document& doc, std::size_t line) {
  bool times = false;
  for (const Word& word : doc.lines[line].words) {
    if (std::ranges::any_of(word.text, digit)) continue;
    const std::string_view text = word.text;
    const std::size_t bar = text.find('/');
    const bool per = bar != std::string_view::npos && !currency_of(text.substr(0, bar)).empty();
    const bool sign = times_at(text) == text.size();
    times |= sign;
    if (!per && !sign && !unit_code(text) && currency_of(text).empty() && begins_word(text)) return false;
  }
  return times;
}

std::optional<Decimal> mended_quantity(const NumberToken& quantity, const Decimal& read, const Decimal& price,
                                       const Decimal& amount) {
  constexpr int kOfWeight = 3;
  if (quantity.confidence == kCertain || read.scale() != kOfWeight) return std::nullopt;
  std::vector<Decimal> others;
  const std::string text = read.str();
  if (text.size() == kOfWeight + 2 && std::string_view("689").find(text.front()) != std::string_view::npos)
    others.push_back(*Decimal::parse("0" + text.substr(1)));
  if (text.ends_with('1') && quantity.unit.empty()) others.push_back(*Decimal::parse(text.substr(0, text.size() - 1)));
  for (const Decimal& other : others)
    if ((other * price).abs().rounded(2) == amount.abs()) return other;
  return std::nullopt;
}

}  // namespace ap::extract::lines
