#include "extract/spaced_letters.h"

#include <algorithm>
#include <cstddef>

#include "extract/text.h"

namespace ap::extract::reading {
namespace {

constexpr std::size_t kLeastPieces = 5;

std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

// A letter, or two that kerning pushed together; "&" stands between names.
bool piece(const Token& token) {
  if (token.folded == "&" || token.folded == ".") return true;
  return letters_in(token.text) <= 2 && count_digits(token.folded) == 0 && count_letters(token.folded) > 0;
}

bool close(const Token& left, const Token& right) {
  const std::int32_t size = std::max({left.font_size, left.box.height(), 300});
  return right.box.x0 - left.box.x1 < size * 8 / 5;
}

// The gap above which a new word begins: the usual gap lies between the letters of words.
std::int32_t word_gap(const std::vector<Token>& row, std::size_t first, std::size_t last) {
  std::vector<std::int32_t> gaps;
  for (std::size_t i = first + 1; i < last; ++i) gaps.push_back(std::max(row[i].box.x0 - row[i - 1].box.x1, 0));
  auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
  std::ranges::nth_element(gaps, middle);
  return std::max(*middle * 17 / 10, *middle + 60);
}

void append(Token& word, const Token& next) {
  word.text += next.text;
  word.folded += next.folded;
  word.box = unite(word.box, next.box);
  word.confidence = std::min(word.confidence, next.confidence);
}

std::vector<Token> joined(const std::vector<Token>& row, std::size_t first, std::size_t last) {
  const std::int32_t gap = word_gap(row, first, last);
  std::vector<Token> words{row[first]};
  for (std::size_t i = first + 1; i < last; ++i) {
    if (row[i].box.x0 - row[i - 1].box.x1 > gap)
      words.push_back(row[i]);
    else
      append(words.back(), row[i]);
  }
  // The wide blanks within the name part no cells.
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    words[i].box.x1 = std::max(words[i].box.x1, words[i + 1].box.x0 - std::max(words[i].font_size, 400) / 4);
  return words;
}

}  // namespace

void join_spaced_letters(std::vector<Token>& row) {
  for (std::size_t first = 0; first + kLeastPieces <= row.size(); ++first) {
    std::size_t last = first, single = 0;
    for (; last < row.size() && piece(row[last]) && (last == first || close(row[last - 1], row[last])); ++last)
      single += letters_in(row[last].text) == 1;
    if (last - first < kLeastPieces || single * 4 < (last - first) * 3) {
      first = std::max(first, last > first ? last - 1 : last);
      continue;
    }
    std::vector<Token> words = joined(row, first, last);
    const bool word = std::ranges::any_of(words, [](const Token& t) { return count_letters(t.folded) >= 3; });
    if (word) {
      auto at =
          row.erase(row.begin() + static_cast<std::ptrdiff_t>(first), row.begin() + static_cast<std::ptrdiff_t>(last));
      row.insert(at, words.begin(), words.end());
      last = first + words.size();
    }
    first = last - 1;
  }
}

}  // namespace ap::extract::reading
