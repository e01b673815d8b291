// Text as extraction compares it: lower case, without accents, in ASCII where Latin script allows.
// All functions are pure and thread-safe. Input is UTF-8; broken bytes are passed over.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace ap::extract::reading {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
inline bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
inline bool is_alnum(char c) { return is_digit(c) || is_lower(c) || is_upper(c); }

// The next code point of `text` at `at`, which moves behind it; U+FFFD for broken bytes.
char32_t next_code_point(std::string_view text, std::size_t& at);

// Lower case, accents dropped ("Fällig" -> "fallig", "N°" -> "no", "ß" -> "ss"), typographic dashes, quotes and
// blanks made plain. Currency signs and other scripts stay as they are.
std::string fold(std::string_view text);

// As fold, but keeps the case: for identifiers.
std::string plain(std::string_view text);

// The runs of letters and digits in folded text: "ust.-id.-nr.:" -> ust, id, nr. '#' and '%' are runs of their own.
std::vector<std::string_view> runs(std::string_view folded);

int count_digits(std::string_view text);
int count_letters(std::string_view folded);

// Letters and digits of `text` in upper case, everything else dropped: "de34 5019-0000" -> "DE3450190000".
std::string squeeze(std::string_view text);

std::string_view trim(std::string_view text, std::string_view what = " \t");

// The words of a blank-separated list, for many look-ups. `list` must outlive the set (a literal).
class WordSet {
 public:
  explicit WordSet(std::string_view list);
  bool has(std::string_view word) const { return words_.contains(word); }

 private:
  std::unordered_set<std::string_view> words_;
};

// True when `word` is one of the blank-separated words of `list`.
bool in_list(std::string_view word, std::string_view list);

// Letters to insert, drop or replace to make one of the other (Levenshtein).
int edit_distance(std::string_view a, std::string_view b);

}  // namespace ap::extract::reading
