// What the VAT category rules of UBL and CII share: the categories with their rule ids, and sums per category and rate.
#pragma once

#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "rules/einvoice/values.h"
#include "rules/en16931/business.h"

namespace ap::rules::en16931 {

// Rows of BR-x-01 to BR-x-10 for one category. The rules differ between categories in few ways, named below.
struct Category {
  std::string_view code;  // UNTDID 5305
  std::string_view family;
  Row rows[10];
  Row rule(int number) const { return rows[number - 1]; }

  bool per_rate() const { return code == "S" || code == "L" || code == "M"; }
  // The breakdown states why no tax is due (BT-120 or BT-121), or must not.
  bool needs_reason() const { return code == "E" || code == "AE" || code == "K" || code == "G" || code == "O"; }
};

#define AP_VAT_ROWS(family)                                                                                 \
  {                                                                                                         \
    row("BR-" family "-01"), row("BR-" family "-02"), row("BR-" family "-03"), row("BR-" family "-04"),     \
        row("BR-" family "-05"), row("BR-" family "-06"), row("BR-" family "-07"), row("BR-" family "-08"), \
        row("BR-" family "-09"), row("BR-" family "-10")                                                    \
  }

inline constexpr Category kCategories[] = {
    {"S", "S", AP_VAT_ROWS("S")},    {"Z", "Z", AP_VAT_ROWS("Z")},   {"E", "E", AP_VAT_ROWS("E")},
    {"AE", "AE", AP_VAT_ROWS("AE")}, {"K", "IC", AP_VAT_ROWS("IC")}, {"G", "G", AP_VAT_ROWS("G")},
    {"O", "O", AP_VAT_ROWS("O")},    {"L", "AF", AP_VAT_ROWS("AF")}, {"M", "AG", AP_VAT_ROWS("AG")},
};
#undef AP_VAT_ROWS

inline const Category* category_of(std::string_view code) {
  for (const Category& category : kCategories)
    if (category.code == code) return &category;
  return nullptr;
}

// Amounts added up by category code and by category code and rate, so that each breakdown is looked up in constant
// time.
class Sums {
 public:
  // One line or allowance with the codes and rates of its tax groups: it counts for every pair of them, once.
  void add(std::span<const std::string_view> codes, std::span<const Decimal> rates, const Decimal& amount) {
    if (codes.size() > kMostGroups || rates.size() > kMostGroups)
      throw Unevaluable("a line has too many tax categories");
    for (std::size_t i = 0; i < codes.size(); ++i) {
      if (repeated(codes, i)) continue;
      by_code_[codes[i]] += amount;
      for (std::size_t j = 0; j < rates.size(); ++j)
        if (!repeated(rates, j)) by_rate_[{codes[i], rates[j]}] += amount;
    }
  }
  Decimal of(std::string_view code) const {
    auto it = by_code_.find(code);
    return it == by_code_.end() ? Decimal() : it->second;
  }
  Decimal of(std::string_view code, const Decimal& rate) const {
    auto it = by_rate_.find({code, rate});
    return it == by_rate_.end() ? Decimal() : it->second;
  }
  bool has(std::string_view code, const Decimal& rate) const { return by_rate_.contains({code, rate}); }

 private:
  static constexpr std::size_t kMostGroups = 16;
  template <class T>
  static bool repeated(std::span<const T> values, std::size_t at) {
    for (std::size_t i = 0; i < at; ++i)
      if (values[i] == values[at]) return true;
    return false;
  }
  std::map<std::string_view, Decimal> by_code_;
  std::map<std::pair<std::string_view, Decimal>, Decimal> by_rate_;
};

}  // namespace ap::rules::en16931
