// Reading of printed numbers: every value a number may mean, and the convention each meaning supposes.
//
// "1.234" is 1.234 where the point is the decimal sign and 1234 where it groups thousands; which of the two holds is
// decided later, by what closes arithmetically or by the convention of the whole document. Nothing is guessed here.
// Understood: groups by point, comma, blank (also narrow and no-break), apostrophe (' and U+2019), Indian groups
// (1,23,456.00); signs before, after or by parentheses (-1, 1-, (1), U+2212, dashes); "100,-" "100.--" "100,–";
// a currency sign or code glued or set apart before or after; a trailing per cent sign. Numbers of more than 13 digits
// are ids and refused.
//
// All functions are pure and thread-safe. They never throw and never use binary floating point.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/decimal.h"

namespace ap::extract {

// What a reading takes for the decimal sign.
enum class NumberStyle {
  any,    // the number has no sign that could be one: fits every convention
  comma,  // 1.234,56  1 234,56  1'234,56
  point,  // 1,234.56  1 234.56  1'234.56
};

struct AmountReading {
  Decimal value;
  NumberStyle style = NumberStyle::any;
  bool operator==(const AmountReading&) const = default;
};

// A printed number with all its meanings, the likelier first: two decimals before three.
struct Amount {
  std::vector<AmountReading> readings;  // never empty
  bool percent = false;
  std::string currency;  // ISO 4217 code or the printed sign ("$", "kr") where it stands with the number; "" none
  std::string suffix;    // letters glued behind, as the tax code of a receipt line ("A" of "7.00A"); "" none

  // The reading under a convention; readings of style `any` fit every one. nullopt: it cannot be read so.
  std::optional<Decimal> as(NumberStyle style) const;
  // The number of decimals as printed under the likeliest reading.
  int decimals() const { return readings.front().value.scale(); }
};

// The whole text is one number, with at most sign, currency, per cent and up to four letters behind. nullopt else.
std::optional<Amount> read_amount(std::string_view text);

// The currency a sign, code or usual word stands for ("€" EUR, "Kč" CZK, "zł" PLN, "Fr." CHF), "$" and "kr" as they
// are because several countries use them; "" when it is none.
std::string currency_of(std::string_view text);

// The convention that most of the unambiguous numbers among `texts` use; `any` when they do not say or are split.
NumberStyle usual_style(const std::vector<std::string>& texts);

}  // namespace ap::extract
