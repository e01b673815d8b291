#include "extract/tax_id_endings.h"

#include "extract/text.h"

namespace ap::extract::reading {
namespace {

std::string compact_token(const Sheet& sheet, int token) { return squeeze(plain(sheet.tokens[token].text)); }

std::string digits_of(const Sheet& sheet, int first, int last) {
  std::string out;
  for (int t = first; t <= last; ++t)
    for (char c : sheet.tokens[t].text)
      if (is_digit(c)) out += c;
  return out;
}

}  // namespace

std::string norwegian_tax_id(const Sheet& sheet, const Cell& cell, int first, int& end) {
  int t = first, digits = 0;
  while (t < cell.last && digits < 9 &&
         count_digits(sheet.tokens[t].folded) == static_cast<int>(sheet.tokens[t].folded.size()))
    digits += count_digits(sheet.tokens[t++].folded);
  if (digits != 9 || t >= cell.last || compact_token(sheet, t) != "MVA") return "";
  end = t;
  return "NO" + digits_of(sheet, first, t) + "MVA";
}

std::string canadian_tax_id(const Sheet& sheet, const Cell& cell, int first, int& end) {
  constexpr std::size_t kFigures = 9, kAccount = 6;
  std::string number;
  int t = first;
  while (t < cell.last && number.size() < kFigures && count_digits(sheet.tokens[t].folded) > 0 &&
         count_letters(sheet.tokens[t].folded) == 0)
    number += digits_of(sheet, t, t), ++t;
  if (number.size() != kFigures || t >= cell.last) return "";
  const std::string account = compact_token(sheet, t);
  if (account.size() != kAccount || !account.starts_with("RT") || count_digits(account) != 4) return "";
  end = t;
  return number + account;
}

}  // namespace ap::extract::reading
