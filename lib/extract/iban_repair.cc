#include "extract/iban_repair.h"

#include <vector>

#include "core/identifiers.h"
#include "core/look_alikes.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

constexpr int kMostChanges = 3;
constexpr std::size_t kMostDoubtful = 12;  // characters; beyond, too much is tried for two check digits to prove

// The letter that a figure is taken for; '\0' for none.
char letter_for(char digit) {
  switch (digit) {
    case '0':
      return 'O';
    case '1':
      return 'I';
    case '5':
      return 'S';
    case '8':
      return 'B';
    default:
      return '\0';
  }
}

struct Search {
  bool (*holds)(const std::string& text);
  std::string text;
  std::vector<std::size_t> doubtful;  // places where another character looks alike
  std::string found;
  int count = 0;

  // The other character that may stand there.
  char other(std::size_t place) const {
    const char c = text[place];
    if (place == 0 && c == 'L') return 'I';
    return is_digit(c) ? letter_for(c) : digit_for(c);
  }

  void from(std::size_t next, int changes) {
    if (changes > 0 && holds(text)) found = text, ++count;
    if (changes == kMostChanges || count > 1) return;
    for (std::size_t i = next; i < doubtful.size(); ++i) {
      char& c = text[doubtful[i]];
      const char before = c;
      c = other(doubtful[i]);
      from(i + 1, changes + 1);
      c = before;
    }
  }
};

}  // namespace

std::string repaired_iban(std::string_view compact) {
  if (compact.size() < 15 || compact.size() > 34) return "";
  Search search{.holds = [](const std::string& text) { return valid_iban(text); }, .text = std::string(compact)};
  for (std::size_t i : {std::size_t{2}, std::size_t{3}}) search.text[i] = digit_for(search.text[i]);
  if (valid_iban(search.text)) return search.text == compact ? "" : search.text;
  for (std::size_t i = 4; i < compact.size(); ++i) {
    const char c = search.text[i];
    if (is_digit(c) ? letter_for(c) != '\0' && i < 8 : digit_for(c) != c) search.doubtful.push_back(i);
  }
  if (search.doubtful.size() > kMostDoubtful) return "";
  search.from(0, 0);
  return search.count == 1 ? search.found : "";
}

namespace {

// "167854637RTOOO1": nine figures, two letters of the kind of account, four figures.
std::string canadian(std::string_view compact) {
  constexpr std::size_t kSize = 15, kKind = 9;
  if (compact.size() != kSize || compact.substr(kKind, 2) != "RT") return "";
  std::string text(compact);
  for (std::size_t i = 0; i < kSize; ++i)
    if (i != kKind && i != kKind + 1) text[i] = digit_for(text[i]);
  return text != compact && check_tax_id(text, "CA").verdict == TaxIdVerdict::valid ? text : "";
}

}  // namespace

std::string repaired_tax_id(std::string_view compact) {
  if (std::string text = canadian(compact); !text.empty()) return text;
  constexpr std::size_t kIndian = 15;
  constexpr std::string_view kIndianForm = "ddlllllddddlaZa";  // d a figure, l a letter, a either
  constexpr std::size_t kPrefix = 2;
  if (compact.size() < 8 || compact.size() > 16) return "";
  const bool indian = compact.size() == kIndian && is_digit(digit_for(compact[0])) && is_digit(digit_for(compact[1]));
  const auto prefixed = [](const std::string& text) {
    return is_upper(text[0]) && is_upper(text[1]) && check_tax_id(text).verdict == TaxIdVerdict::valid;
  };
  const auto in_india = [](const std::string& text) { return check_tax_id(text, "IN").verdict == TaxIdVerdict::valid; };
  Search search{.holds = prefixed, .text = std::string(compact)};
  if (indian) search.holds = in_india;
  if (search.holds(search.text)) return "";
  // Where the form has one letter and no other, whatever was read there is that letter: "NL662762654501".
  constexpr std::size_t kDutch = 14, kDutchLetter = 11;
  if (compact.size() == kDutch && compact.starts_with("NL")) search.text[kDutchLetter] = 'B';
  if (search.text != compact && search.holds(search.text)) return search.text;
  for (std::size_t i = 0; i < compact.size(); ++i) {
    const char c = compact[i], form = indian ? kIndianForm[i] : i < kPrefix ? 'l' : 'd';
    const bool wrong_letter = is_upper(c) && digit_for(c) != c && (form == 'd' || form == 'a' || (i == 0 && c == 'L'));
    const bool wrong_figure = is_digit(c) && letter_for(c) != '\0' && (form == 'l' || form == 'a');
    if (wrong_letter || wrong_figure) search.doubtful.push_back(i);
  }
  if (search.doubtful.size() > kMostDoubtful) return "";
  search.from(0, 0);
  return search.count == 1 ? search.found : "";
}

std::string with_letters_in_front(std::string text) {
  constexpr std::string_view kStrokes = "[|]1l!";
  if (text.size() >= 4 && kStrokes.find(text[0]) != std::string_view::npos &&
      (text[1] == 'T' || text[1] == 'E' || text[1] == 'S'))
    text[0] = 'I';
  return text;
}

}  // namespace ap::extract::reading
