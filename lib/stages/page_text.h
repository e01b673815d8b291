// What stands on pages, for the question whether a given value can be seen there in any of its usual forms.
// Built once per document; const and safe to share afterwards.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "core/decimal.h"
#include "layout/page.h"

namespace ap {

class PageText {
 public:
  explicit PageText(const std::vector<layout::Page>& pages);

  // The amount with any grouping and decimal mark, with or without trailing zeros; signs do not count.
  bool shows(const Decimal& amount) const;
  // The date in digits: day, month and year in the usual orders, the year with two or four digits.
  bool shows(const Date& date) const;
  // The text with any blanks and letter case.
  bool shows(std::string_view text) const;

 private:
  std::set<std::string, std::less<>> digits_;  // of words and of neighbouring words, without all else
  std::set<std::string, std::less<>> amounts_;  // what they may mean as numbers: "1234.5"
  std::set<std::string, std::less<>> dates_;   // numbers of a word joined by '-': "2-11-2026"
  std::string squeezed_;                       // all letters and digits, in upper case
};

}  // namespace ap
