#include "rules/controls/invoice_numbers.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "core/look_alikes.h"

namespace ap::rules {
namespace {

constexpr std::array<std::string_view, 20> kPrefixes = {
    "INVOICE", "RECHNUNG", "FACTURE", "FACTURA", "FATTURA", "FAKTURA", "FACTUUR", "INV",       "FAC", "FAK",
    "FT",      "FV",       "RE",      "RG",      "RN",      "NR",      "NO",      "N\xC2\xB0", "CN",  "GS"};

constexpr long long kNeighbours = 10;  // steps between numbers that may have been given on one day to one customer
constexpr long long kSequence = 1000;  // steps beyond which two characters hardly differ by counting

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
bool is_prefix(std::string_view word) { return std::ranges::find(kPrefixes, word) != kPrefixes.end(); }
bool all_digits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); }

std::string as_digits(std::string text) {
  for (char& c : text) c = digit_for(c);
  return text;
}

// What stands between separators, upper case.
std::vector<std::string> groups_of(std::string_view number) {
  std::vector<std::string> groups(1);
  for (char raw : number) {
    char c = upper(raw);
    if (is_digit(c) || is_letter(c))
      groups.back().push_back(c);
    else if (!groups.back().empty())
      groups.emplace_back();
  }
  if (groups.back().empty()) groups.pop_back();
  return groups;
}

// Letters inside a group of digits as the digits they are taken for; letters in front or behind stay.
void fold_confusions(std::string& group) {
  auto digits = std::ranges::count_if(group, is_digit);
  if (digits * 2 <= static_cast<std::ptrdiff_t>(group.size())) return;
  for (std::size_t i = 0; i < group.size(); ++i) {
    bool before = i > 0 && is_digit(group[i - 1]);
    bool after = i + 1 < group.size() && is_digit(group[i + 1]);
    // A lone letter at either end is a prefix or a suffix of its own right more often than a misread digit.
    if (before && after) group[i] = digit_for(group[i]);
  }
}

std::string without_zeros(std::string_view digits) {
  auto first = digits.find_first_not_of('0');
  return std::string(first == std::string_view::npos ? digits.substr(digits.size() - 1) : digits.substr(first));
}

// 1990 to 2049: four other digits are a running number.
bool is_year(std::string_view part) {
  if (part.size() != 4 || !all_digits(part)) return false;
  return part.starts_with("199") || (part.starts_with("20") && part[2] < '5');
}

// Optimal string alignment, given up above `most`.
int edits(std::string_view a, std::string_view b, int most) {
  if (std::abs(static_cast<int>(a.size()) - static_cast<int>(b.size())) > most) return most + 1;
  std::vector<std::vector<int>> cost(a.size() + 1, std::vector<int>(b.size() + 1, 0));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = static_cast<int>(i);
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j) {
      int change = a[i - 1] == b[j - 1] ? 0 : 1;
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  return cost[a.size()][b.size()];
}

bool is_transposition(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  auto [first, other] = std::ranges::mismatch(a, b);
  auto at = static_cast<std::size_t>(first - a.begin());
  return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] && a.substr(at + 2) == b.substr(at + 2);
}

// How far apart in one sequence: the difference of the running part, or of one behind it, all else being equal.
// -1: not of one sequence.
long long steps_between(const std::vector<std::string>& a, const std::vector<std::string>& b, std::string_view core) {
  if (a.size() != b.size()) return -1;
  auto running = static_cast<std::size_t>(
      std::ranges::find_if(a, [&](const std::string& part) { return part.ends_with(core); }) - a.begin());
  long long steps = -1;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    bool digits = all_digits(a[i]) && all_digits(b[i]) && a[i].size() <= 15 && b[i].size() <= 15;
    if (!digits || steps >= 0 || i < running || is_transposition(a[i], b[i])) return -1;
    steps = std::llabs(std::stoll(a[i]) - std::stoll(b[i]));
  }
  return steps;
}

// Upper case without signs, with all its zeros.
std::string squeezed(std::string_view number) {
  std::string out;
  for (const std::string& group : groups_of(number)) out += group;
  return out;
}

// What may be put on a number or left away: letters, a year, one or two digits between signs.
bool is_addition(const std::string& part) { return !all_digits(part) || is_year(part) || part.size() <= 2; }

// `longer` is `shorter` with such parts in front or behind.
bool is_extension(const std::vector<std::string>& longer, const std::vector<std::string>& shorter) {
  if (longer.size() <= shorter.size() || shorter.empty()) return false;
  std::size_t known = 0;
  for (const std::string& part : shorter) known += part.size();
  if (known < 3) return false;
  for (std::size_t at = 0; at + shorter.size() <= longer.size(); ++at) {
    if (!std::equal(shorter.begin(), shorter.end(), longer.begin() + static_cast<std::ptrdiff_t>(at))) continue;
    bool rest = true;
    for (std::size_t i = 0; i < longer.size(); ++i)
      if (i < at || i >= at + shorter.size()) rest = rest && is_addition(longer[i]);
    if (rest) return true;
  }
  return false;
}

// Other letters in front of the same running part: R79396 and RER79396.
bool is_other_prefix(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.size() < 2 || a.size() != b.size() || all_digits(a.front()) || all_digits(b.front())) return false;
  return std::equal(a.begin() + 1, a.end(), b.begin() + 1) && a[1].size() >= 4 && all_digits(a[1]);
}

}  // namespace

std::string normalized_number(std::string_view number) {
  std::string text;
  for (char raw : number) {
    char c = upper(raw);
    if (c == ' ' || c == '.' || c == '-' || c == '/' || c == '#' || c == '_' || c == ':' || c == '\t') continue;
    text.push_back(c);
  }
  for (bool again = true; again;) {
    again = false;
    for (std::string_view prefix : kPrefixes) {
      // Only before a digit: a number that is a word stays what it is.
      if (!text.starts_with(prefix)) continue;
      std::string rest = text.substr(prefix.size());
      bool more = std::ranges::any_of(kPrefixes, [&](std::string_view p) { return rest.starts_with(p); });
      if (rest.empty() || (!is_digit(rest[0]) && !more)) continue;
      text = rest;
      again = true;
      break;
    }
  }
  auto first = text.find_first_not_of('0');
  return first == std::string::npos ? text : text.substr(first);
}

std::vector<std::string> number_parts(std::string_view number) {
  std::vector<std::string> parts;
  for (std::string& group : groups_of(number)) {
    fold_confusions(group);
    for (std::size_t at = 0; at < group.size();) {
      std::size_t end = at + 1;
      while (end < group.size() && is_digit(group[end]) == is_digit(group[at])) ++end;
      std::string part = group.substr(at, end - at);
      parts.push_back(is_digit(part[0]) ? without_zeros(part) : std::move(part));
      at = end;
    }
  }
  // Prefixes go where digits are left behind them.
  for (std::size_t i = 0; i + 1 < parts.size();) {
    if (is_prefix(parts[i]) && all_digits(parts[i + 1]))
      parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i));
    else
      ++i;
  }
  return parts;
}

std::string folded_number(std::string_view number) {
  std::string out;
  for (const std::string& part : number_parts(number)) out += part;
  return out;
}

std::string number_core(std::string_view number) {
  std::string last, longest;
  auto parts = number_parts(number);
  for (const std::string& part : parts) {
    if (!all_digits(part)) continue;
    std::string run = part;
    // A year in front of a running number without a sign between: 2026004417.
    bool joined = run.size() >= 8 && is_year(run.substr(0, 4));
    if (joined) run = without_zeros(std::string_view(run).substr(4));
    bool year = !joined && is_year(run);
    if (run.size() >= 3 && !year) last = run;
    bool better = longest.empty() || (!year && (is_year(longest) || run.size() >= longest.size()));
    if (better) longest = run;
  }
  return last.empty() ? longest : last;
}

int number_strength(std::string_view number) {
  auto core = number_core(number);
  return static_cast<int>(core.empty() ? folded_number(number).size() : core.size());
}

NumberMatch compare_numbers(std::string_view a, std::string_view b) {
  std::string left = normalized_number(a), right = normalized_number(b);
  if (left.empty() || right.empty()) return {};
  if (left == right) return {NumberRelation::same, false};
  auto left_parts = number_parts(a), right_parts = number_parts(b);
  std::string left_folded = folded_number(a), right_folded = folded_number(b);
  long long steps = steps_between(left_parts, right_parts, number_core(a));
  bool neighbours = steps >= 0 && steps <= kNeighbours;
  if (left_folded == right_folded) return {NumberRelation::confused, false};
  std::string left_digits = as_digits(left_folded), right_digits = as_digits(right_folded);
  if (left_digits == right_digits && left_digits.size() >= 3) return {NumberRelation::confused, false};
  if (is_extension(left_parts, right_parts) || is_extension(right_parts, left_parts))
    return {NumberRelation::extended, false};
  std::size_t length = std::max(left_folded.size(), right_folded.size());
  int distance =
      std::min({edits(left, right, 2), edits(left_digits, right_digits, 2), edits(squeezed(a), squeezed(b), 2),
                edits(as_digits(squeezed(a)), as_digits(squeezed(b)), 2)});
  if ((distance <= 1 && length >= 4) || is_other_prefix(left_parts, right_parts))
    return {NumberRelation::edited, neighbours};
  if (distance == 2 && length >= 9 && (steps < 0 || steps > kSequence)) return {NumberRelation::near, false};
  return {NumberRelation::other, neighbours};
}

}  // namespace ap::rules
