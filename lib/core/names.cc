#include "core/names.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace ap {
namespace {

// Base letters of U+00C0 to U+017F, one per code point; '?' stands for two letters (kPairs).
constexpr std::string_view kLatin =
    "AAAAAA?CEEEEIIIIDNOOOOO OUUUUY??AAAAAA?CEEEEIIIIDNOOOOO OUUUUY?Y"                         // 00C0 to 00FF
    "AAAAAACCCCCCCCDDDDEEEEEEEEEEGGGGGGGGHHHHIIIIIIIIII??JJKKKLLLLLLLLLLNNNNNNNNNOOOOOO??RRR"  // 0100 to 0156
    "RRRSSSSSSSSTTTTTTUUUUUUUUUUUUWWYYYZZZZZZS";                                               // 0157 to 017F
static_assert(kLatin.size() == 0x180 - 0xC0);

std::string_view pair_of(char32_t c) {
  switch (c) {
    case 0xC6:
    case 0xE6:
      return "A";  // as AE is folded below
    case 0xDE:
    case 0xFE:
      return "TH";
    case 0xDF:
      return "SS";
    case 0x132:
    case 0x133:
      return "IJ";
    default:
      return "O";  // 152, 153
  }
}

// One code point from UTF-8; a stray byte stands for itself.
char32_t next(std::string_view text, std::size_t& at) {
  auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  unsigned first = byte(at);
  auto follows = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  if (first >= 0xC2 && first < 0xE0 && follows(at + 1)) {
    char32_t c = (first & 0x1F) << 6 | (byte(at + 1) & 0x3F);
    at += 2;
    return c;
  }
  if (first >= 0xE0 && first < 0xF0 && follows(at + 1) && follows(at + 2)) {
    char32_t c = (first & 0x0F) << 12 | (byte(at + 1) & 0x3F) << 6 | (byte(at + 2) & 0x3F);
    at += 3;
    return c;
  }
  ++at;
  return first;
}

void append(std::string& out, char32_t c) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    out.push_back(static_cast<char>(0xC0 | c >> 6));
    out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
  } else {
    out.push_back(static_cast<char>(0xE0 | c >> 12));
    out.push_back(static_cast<char>(0x80 | (c >> 6 & 0x3F)));
    out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
  }
}

bool joins(char32_t c) { return c == '.' || c == '\'' || c == 0x2019 || c == '`' || c == 0xAD; }

// Appends what a code point becomes; false when it parts words.
bool fold(std::string& out, char32_t c) {
  if (c >= 'a' && c <= 'z') c -= 32;
  if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
    out.push_back(static_cast<char>(c));
    return true;
  }
  if (c < 0xC0 || c == 0xD7 || c == 0xF7) return false;
  if (c < 0x180) {
    char base = kLatin[c - 0xC0];
    base == '?' ? void(out += pair_of(c)) : out.push_back(base);
    return true;
  }
  if (c >= 0x2000 && c <= 0x206F) return false;  // dashes, quotes, blanks
  if ((c >= 0x3B1 && c <= 0x3C9) || (c >= 0x430 && c <= 0x44F)) c -= 0x20;
  append(out, c);
  return true;
}

// "MUELLER" and "MULLER" become one; it does not matter that "BLUE" loses its E too, as it does so everywhere.
std::string without_e(const std::string& word) {
  std::string out;
  for (char c : word) {
    bool after_vowel = !out.empty() && (out.back() == 'A' || out.back() == 'O' || out.back() == 'U');
    if (c == 'E' && after_vowel) continue;
    out.push_back(c);
  }
  return out;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  auto end = [&] {
    if (!word.empty()) words.push_back(without_e(word));
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = next(text, at);
    if (joins(c)) continue;
    if (!fold(word, c)) end();
  }
  end();
  return words;
}

constexpr auto kForms = std::to_array<std::string_view>(
    {"GMBH", "MBH",  "AG",   "KG",          "KGAA", "CO",  "COMPANY", "OHG", "GBR",     "UG", "SE",   "EK",
     "EV",   "EG",   "LTD",  "LLC",         "INC",  "PLC", "LLP",     "LP",  "LIMITED", "SA", "SAS",  "SARL",
     "SASU", "EURL", "CORP", "CORPORATION", "SNC",  "SRL", "SPA",     "SL",  "SLU",     "BV", "SRLS", "NV",
     "VOF",  "CV",   "BVBA", "SPRL",        "AB",   "HB",  "KB",      "OY",  "OYJ",     "AS", "ASA",  "APS",
     "IVS",  "SP",   "Z",    "OO",          "ZOO",  "SRO", "KFT",     "ZRT", "DOO",     "DD", "THE",  "AND",
     "UND",  "LTDA", "EIRL", "PTY",         "PVT",  "KK",  "ET"});

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

}  // namespace

std::string name_key(std::string_view name) {
  std::vector<std::string> words = words_of(name), kept;
  for (const std::string& word : words) {
    if (std::ranges::find(kForms, word) == kForms.end()) kept.push_back(word);
  }
  return joined(kept.empty() ? words : kept);
}

std::string text_key(std::string_view text) { return joined(words_of(text)); }

std::vector<std::uint32_t> trigrams(std::string_view key) {
  std::vector<std::uint32_t> grams;
  for (std::size_t at = 0; at < key.size();) {
    std::size_t end = std::min(key.find(' ', at), key.size());
    std::string word = "  " + std::string(key.substr(at, end - at)) + " ";
    for (std::size_t i = 0; i + 3 <= word.size(); ++i) {
      auto byte = [&](std::size_t k) { return static_cast<std::uint32_t>(static_cast<unsigned char>(word[i + k])); };
      grams.push_back(byte(0) << 16 | byte(1) << 8 | byte(2));
    }
    at = end + 1;
  }
  std::ranges::sort(grams);
  grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
  return grams;
}

int similarity(std::string_view key_a, std::string_view key_b) {
  if (key_a.empty() || key_b.empty()) return 0;
  if (key_a == key_b) return 1000;
  auto a = trigrams(key_a), b = trigrams(key_b);
  std::vector<std::uint32_t> both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  return static_cast<int>(2000 * both.size() / (a.size() + b.size()));
}

}  // namespace ap
