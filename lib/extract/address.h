// Postal addresses: the line with postal code and town, in the forms of some 30 countries, and the lines around it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/sheet.h"

namespace ap::extract::reading {

// Tokens first to last - 1; empty when first == last.
struct Span {
  int first = 0, last = 0;
  bool empty() const { return first >= last; }
};

// "80333 München", "London SW1A 1AA", "Austin, TX 78701", "00-950 Warszawa" ...
struct Town {
  Span postal, city, region;
  std::string postal_code;  // compact as printed: "1012 AB"
  std::string country;      // ISO 3166 where the form or a prefix tells it, "" otherwise
};

// The postal code and town within the tokens, which are one line or a part of one.
std::optional<Town> town_in(const Sheet& sheet, int first, int last);

// A Canadian postal code begins at the token, behind its province: "QC H2Y 1C6".
bool canadian_code(const Sheet& sheet, int token);

// The parts of a line that blanks with '|', a dash, a middle dot or a bullet, or commas set apart.
std::vector<Span> line_parts(const Sheet& sheet, int first, int last);

// ISO 3166 code of a country's name in any of the languages (folded), "" when it is none.
std::string country_of(std::string_view folded);

// A street or box number: a line with a number and a street word, or words followed by a house number.
bool looks_like_street(const Sheet& sheet, int first, int last);

// The parts of a line begin with a street: "Rua das Flores, 26 · 1100-148 Lisboa".
bool begins_with_street(const Sheet& sheet, const std::vector<Span>& parts);

}  // namespace ap::extract::reading
