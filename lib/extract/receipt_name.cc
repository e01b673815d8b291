#include "extract/receipt_name.h"

#include <algorithm>
#include <map>
#include <vector>

#include "extract/text.h"

namespace ap::extract::reading {
namespace {

constexpr std::size_t kShortest = 5;       // letters of a word that one wrong letter does not make another word
constexpr std::size_t kShortestName = 10;  // letters of a name
constexpr std::size_t kWrong = 8;          // one in so many letters of a name may differ
constexpr Confidence kSure = 800, kUnsure = 850, kSurer = 20;

std::string squeezed(std::string_view text) {
  std::string out;
  for (char c : text)
    if (is_alnum(c)) out += c;
  return out;
}

bool one_letter_apart(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  int wrong = 0;
  for (std::size_t i = 0; i < a.size(); ++i) wrong += a[i] != b[i];
  return wrong == 1;
}

// Runs of letters: "sanyu" and "stationery" of "Sanyu.Stationery".
std::vector<std::string> letter_runs(std::string_view folded) {
  std::vector<std::string> out(1);
  for (char c : folded) {
    if (is_lower(c))
      out.back() += c;
    else if (!out.back().empty())
      out.emplace_back();
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

Confidence mean_confidence(const Sheet& sheet, Span words) {
  std::int64_t sum = 0, letters = 0;
  for (int t = words.first; t < words.last; ++t) {
    const auto size = static_cast<std::int64_t>(sheet.tokens[t].folded.size());
    sum += size * sheet.tokens[t].confidence;
    letters += size;
  }
  return letters > 0 ? static_cast<Confidence>(sum / letters) : 0;
}

// The whole name once more, and read more surely.
std::optional<NameElsewhere> whole_name(const Sheet& sheet, Span name) {
  const std::string own = squeezed(fold(sheet.text(name.first, name.last)));
  if (own.size() < kShortestName) return std::nullopt;
  const Confidence own_sure = mean_confidence(sheet, name);
  const int most = name.last - name.first + 1;
  for (int t = 0; t < static_cast<int>(sheet.tokens.size()); ++t) {
    if (t < name.last && t + most > name.first) continue;
    const int row = sheet.cells[sheet.tokens[t].cell].row;
    std::string text;
    for (int last = t; last < static_cast<int>(sheet.tokens.size()) && last < t + most; ++last) {
      if (sheet.cells[sheet.tokens[last].cell].row != row) break;
      text += squeezed(sheet.tokens[last].folded);
      const Span words{t, last + 1};
      if (text.size() + own.size() / kWrong < own.size() || text.size() > own.size() + own.size() / kWrong) continue;
      const auto wrong = static_cast<std::size_t>(edit_distance(own, text));
      if (wrong > 0 && wrong <= own.size() / kWrong && mean_confidence(sheet, words) > own_sure + kSurer)
        return NameElsewhere{sheet.text(words.first, words.last, " ,;:|-_'\"~"), words};
    }
  }
  return std::nullopt;
}

// A word of the name that the rest of the slip has otherwise, by one letter, and never so.
std::optional<std::string> other_word(const Sheet& sheet, Span name, int own) {
  const std::string word(trim(sheet.tokens[own].folded, " .,:;|-_~'\"()[]"));
  if (word.size() < kShortest || count_letters(word) != static_cast<int>(word.size())) return std::nullopt;
  std::map<std::string, int> near;
  for (int t = 0; t < static_cast<int>(sheet.tokens.size()); ++t) {
    if ((t >= name.first && t < name.last) || sheet.tokens[t].confidence < kSure) continue;
    for (const std::string& run : letter_runs(sheet.tokens[t].folded)) {
      if (run == word) return std::nullopt;
      if (one_letter_apart(run, word)) ++near[run];
    }
  }
  if (near.size() != 1) return std::nullopt;
  const auto& [text, count] = *near.begin();
  const bool unsure = sheet.tokens[own].confidence < kUnsure;
  return count >= 2 || unsure ? std::optional(text) : std::nullopt;
}

}  // namespace

std::optional<NameElsewhere> name_elsewhere(const Sheet& sheet, Span name, const std::string& text) {
  if (name.empty() || sheet.tokens[name.first].confidence == kCertain) return std::nullopt;
  if (auto whole = whole_name(sheet, name)) return whole;
  NameElsewhere out{text, name};
  for (int t = name.first; t < name.last; ++t) {
    const std::optional<std::string> other = other_word(sheet, name, t);
    if (!other) continue;
    const std::string folded = fold(out.text), word(trim(sheet.tokens[t].folded, " .,:;|-_~'\"()[]"));
    const std::size_t at = folded.find(word);
    if (at == std::string::npos || folded.size() != out.text.size()) continue;
    for (std::size_t i = 0; i < other->size(); ++i)
      if ((*other)[i] != word[i])
        out.text[at + i] = is_upper(out.text[at + i]) ? static_cast<char>((*other)[i] - 'a' + 'A') : (*other)[i];
  }
  return out.text == text ? std::nullopt : std::optional(out);
}

}  // namespace ap::extract::reading
