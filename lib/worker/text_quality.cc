#include "worker/text_quality.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace ap::worker {
namespace {

constexpr std::size_t kFewestCharacters = 20;

struct Count {
  std::size_t characters = 0;  // code points
  std::size_t senseless = 0;   // controls, private use, replacement characters
  std::size_t long_words = 0;  // of at least five ASCII letters and nothing else
  std::size_t sayable = 0;     // of these, with a vowel and not more than five consonants in a row
};

bool is_senseless(std::string_view text, std::size_t at) {
  auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  unsigned first = byte(at);
  if (first < 0x20 || first == 0x7F) return true;
  if (first == 0xC2) return byte(at + 1) < 0xA0;
  if (first == 0xEE) return true;  // U+E000 to U+EFFF
  if (first == 0xEF) {
    // U+F000 to U+F8FF, and U+FFFD.
    return byte(at + 1) <= 0xA3 || (byte(at + 1) == 0xBF && byte(at + 2) == 0xBD);
  }
  return false;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_sayable(std::string_view word) {
  int run = 0, longest = 0;
  bool vowel = false;
  for (char c : word) {
    bool is_vowel = std::string_view("aeiouyAEIOUY").find(c) != std::string_view::npos;
    vowel = vowel || is_vowel;
    run = is_vowel ? 0 : run + 1;
    longest = std::max(longest, run);
  }
  return vowel && longest <= 5;
}

void count(std::string_view word, Count& total) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    if ((static_cast<unsigned char>(word[i]) & 0xC0) == 0x80) continue;  // not the first byte of a character
    ++total.characters;
    total.senseless += is_senseless(word, i);
  }
  if (word.size() >= 5 && std::ranges::all_of(word, is_letter)) {
    ++total.long_words;
    total.sayable += is_sayable(word);
  }
}

}  // namespace

bool usable_text(const std::vector<layout::Word>& words) {
  Count total;
  for (const layout::Word& word : words) count(word.text, total);
  if (total.characters < kFewestCharacters) return false;
  if (total.senseless * 5 > total.characters) return false;
  return total.long_words < 10 || total.sayable * 2 >= total.long_words;
}

}  // namespace ap::worker
