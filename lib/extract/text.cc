#include "extract/text.h"

#include <algorithm>

namespace ap::extract::reading {
namespace {

// U+00C0 to U+00FF and U+0100 to U+017F, base letters in lower case; '*' stands for a pair of letters.
constexpr std::string_view kLatin1 = "aaaaaa*ceeeeiiiidnooooo ouuuuy**aaaaaa*ceeeeiiiidnooooo ouuuuy*y";
constexpr std::string_view kLatinA =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooo**"
    "rrrrrrssssssssttttttuuuuuuuuuuuu"
    "wwyyyzzzzzzs";
static_assert(kLatin1.size() == 64 && kLatinA.size() == 128);

std::string_view pair_of(char32_t c) {
  switch (c) {
    case 0xC6:
    case 0xE6:
      return "ae";
    case 0xDE:
    case 0xFE:
      return "th";
    case 0xDF:
      return "ss";
    default:
      return "oe";
  }
}

// Capitals are the even codes of Latin Extended-A, but the odd ones from U+0139 to U+0148 and from U+0179 on.
bool is_upper_code(char32_t c) {
  if (c <= 0xFF) return c >= 0xC0 && c <= 0xDE;
  bool odd_block = (c >= 0x139 && c <= 0x148) || c >= 0x178;
  return (c % 2 == 1) == odd_block || c == 0x178;
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
  } else {
    if (c < 0x10000)
      out += static_cast<char>(0xE0 | c >> 12);
    else
      out += static_cast<char>(0xF0 | c >> 18), out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
  }
  out += static_cast<char>(0x80 | (c & 0x3F));
}

void append_other(std::string& out, char32_t c) {
  if (c >= 0x300 && c <= 0x36F) return;  // combining accents
  switch (c) {
    case 0xA0:
    case 0x202F:
    case 0x2007:
    case 0x2009:
    case 0x200A:
    case 0x2002:
    case 0x2003:
      out += ' ';
      return;
    case 0xAD:
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0xFEFF:
    case 0xFFFD:
      return;
    case 0xB0:
    case 0xBA:
      out += 'o';
      return;
    case 0xAA:
      out += 'a';
      return;
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      out += '-';
      return;
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0xB4:
    case 0x2032:
      out += '\'';
      return;
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB:
      out += '"';
      return;
    case 0x2116:
      out += "no";
      return;
    case 0xFB00:
      out += "ff";
      return;
    case 0xFB01:
      out += "fi";
      return;
    case 0xFB02:
      out += "fl";
      return;
    default:
      append_utf8(out, c);
  }
}

std::string convert(std::string_view text, bool keep_case) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = next_code_point(text, at);
    if (c < 0x80) {
      char letter = static_cast<char>(c < 0x20 ? ' ' : c);
      out += !keep_case && is_upper(letter) ? static_cast<char>(letter + 32) : letter;
      continue;
    }
    std::size_t start = out.size();
    if (c >= 0xC0 && c <= 0xFF) {
      char base = kLatin1[c - 0xC0];
      if (base == '*')
        out += pair_of(c);
      else if (base == ' ')
        out += c == 0xD7 ? 'x' : '/';
      else
        out += base;
    } else if (c >= 0x100 && c <= 0x17F) {
      char base = kLatinA[c - 0x100];
      if (base == '*')
        out += pair_of(c);
      else
        out += base;
    } else {
      append_other(out, c);
      continue;
    }
    if (keep_case && is_upper_code(c) && is_lower(out[start])) out[start] = static_cast<char>(out[start] - 32);
  }
  return out;
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
  auto byte = static_cast<unsigned char>(text[at++]);
  if (byte < 0x80) return byte;
  int more = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC0 ? 1 : 0;
  if (more == 0) return 0xFFFD;
  char32_t c = byte & (0x3F >> more);
  for (; more > 0; --more) {
    if (at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) return 0xFFFD;
    c = c << 6 | (static_cast<unsigned char>(text[at++]) & 0x3F);
  }
  return c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF) ? 0xFFFD : c;
}

std::string fold(std::string_view text) { return convert(text, false); }
std::string plain(std::string_view text) { return convert(text, true); }

std::vector<std::string_view> runs(std::string_view folded) {
  std::vector<std::string_view> out;
  std::size_t start = std::string_view::npos;
  for (std::size_t i = 0; i <= folded.size(); ++i) {
    bool inside = i < folded.size() && (is_alnum(folded[i]) || (static_cast<unsigned char>(folded[i]) & 0x80));
    if (inside && start == std::string_view::npos) start = i;
    if (!inside && start != std::string_view::npos) {
      out.push_back(folded.substr(start, i - start));
      start = std::string_view::npos;
    }
    if (i < folded.size() && (folded[i] == '#' || folded[i] == '%')) out.push_back(folded.substr(i, 1));
  }
  return out;
}

int count_digits(std::string_view text) {
  int n = 0;
  for (char c : text) n += is_digit(c);
  return n;
}

int count_letters(std::string_view folded) {
  int n = 0;
  for (char c : folded) n += is_lower(c) || is_upper(c);
  return n;
}

std::string squeeze(std::string_view text) {
  std::string out;
  for (char c : text)
    if (is_alnum(c)) out += is_lower(c) ? static_cast<char>(c - 32) : c;
  return out;
}

std::string_view trim(std::string_view text, std::string_view what) {
  // What is trimmed is a few characters: comparing them one by one is quicker than a search for each.
  auto dropped = [what](char c) {
    for (char w : what)
      if (w == c) return true;
    return false;
  };
  while (!text.empty() && dropped(text.front())) text.remove_prefix(1);
  while (!text.empty() && dropped(text.back())) text.remove_suffix(1);
  return text;
}

WordSet::WordSet(std::string_view list) {
  while (!list.empty()) {
    std::size_t blank = list.find(' ');
    if (blank != 0) words_.insert(list.substr(0, blank));
    list = blank == std::string_view::npos ? std::string_view() : list.substr(blank + 1);
  }
}

bool in_list(std::string_view word, std::string_view list) {
  if (word.empty()) return false;
  for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    bool starts = at == 0 || list[at - 1] == ' ';
    bool ends = at + word.size() == list.size() || list[at + word.size()] == ' ';
    if (starts && ends) return true;
  }
  return false;
}

int edit_distance(std::string_view a, std::string_view b) {
  std::vector<int> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    int before = row[0];
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      int above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, before + (a[i - 1] != b[j - 1])});
      before = above;
    }
  }
  return row[b.size()];
}

}  // namespace ap::extract::reading
