#include "extract/receipt_likeness.h"

#include <algorithm>
#include <string>

#include "extract/text.h"

namespace ap::extract::reading {
namespace {

std::string digits_of(std::string_view text) {
  std::string out;
  for (char c : text)
    if (is_digit(c)) out += c;
  return out;
}

// One figure, and that for one that looks like it when print is faint.
bool one_look_alike(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) return false;
  constexpr std::string_view kAlike[] = {"68", "38", "56", "08", "06", "89", "58", "09", "39", "59", "17"};
  int wrong = 0;
  bool alike = true;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    ++wrong;
    alike = alike && std::ranges::any_of(kAlike, [&](std::string_view pair) {
              return pair.find(a[i]) != std::string_view::npos && pair.find(b[i]) != std::string_view::npos;
            });
  }
  return wrong == 1 && alike;
}

bool one_edit(const std::string& a, const std::string& b) {
  if (a.size() == b.size()) {
    int wrong = 0;
    for (std::size_t i = 0; i < a.size(); ++i) wrong += a[i] != b[i];
    return wrong == 1;
  }
  const std::string &shorter = a.size() < b.size() ? a : b, &longer = a.size() < b.size() ? b : a;
  if (longer.size() != shorter.size() + 1) return false;
  std::size_t same = 0;
  while (same < shorter.size() && shorter[same] == longer[same]) ++same;
  return shorter.compare(same, std::string::npos, longer, same + 1, std::string::npos) == 0;
}

}  // namespace

double damaged_likeness(std::string_view printed, const Decimal& value) {
  std::string seen = digits_of(printed), wanted = digits_of(value.str());
  if (seen.empty() || wanted.size() < 3) return 0;
  if (seen == wanted) return 1.0;
  if (wanted.size() > 3 ? one_edit(seen, wanted) : one_look_alike(seen, wanted)) return 0.6;
  return seen.size() >= 2 && seen.size() + 2 == wanted.size() && wanted.starts_with(seen) ? 0.4 : 0;
}

}  // namespace ap::extract::reading
