#include <algorithm>

#include "core/checksum.h"
#include "core/identifiers.h"
#include "core/short_text.h"
#include "core/tax_schemes.h"

namespace ap {
namespace {

const TaxScheme* scheme_of(std::string_view country) {
  for (auto table : {european_tax_schemes(), other_tax_schemes()}) {
    auto found = std::ranges::find_if(table, [&](const TaxScheme& row) { return same_text(row.country, country); });
    if (found != table.end()) return &*found;
  }
  return nullptr;
}

// Prefixes that differ from the country's ISO code.
std::string_view country_of_prefix(std::string_view prefix) {
  if (prefix == "EL") return "GR";
  return prefix;
}

// Countries whose numbers are written without a country prefix; their first letters may look like one.
bool prefixed(std::string_view country) {
  constexpr std::string_view kBare = "IN AU NZ CA BR MX US ";
  return kBare.find(std::string(country) + " ") == std::string_view::npos;
}

// Text that stands around numbers in print: "USt-IdNr. DE...", tax words after Swiss and Norwegian numbers.
std::string_view without_suffix(std::string_view number, std::string_view country) {
  if (country == "CH" || country == "LI") {
    for (std::string_view word : {"MWST", "TVA", "IVA"}) {
      if (number.ends_with(word)) return number.substr(0, number.size() - word.size());
    }
  }
  if (country == "NO" && number.ends_with("MVA")) return number.substr(0, number.size() - 3);
  return number;
}

struct Split {
  std::string country, national;
};

// Country and national part of a compact number.
Split split(std::string_view number, std::string_view hint) {
  hint = country_of_prefix(hint);
  if (number.starts_with("CHE") && number.size() >= 12)
    return {"CH", std::string(without_suffix(number.substr(3), "CH"))};
  bool letters = number.size() > 4 && checksum::all_letters(number.substr(0, 2));
  if (!hint.empty() && !prefixed(hint)) {
    bool own = letters && number.substr(0, 2) == hint && number.size() > 11 && hint != "IN" && hint != "MX";
    return {std::string(hint), std::string(own ? number.substr(2) : number)};
  }
  if (letters) {
    std::string_view country = country_of_prefix(number.substr(0, 2));
    if (scheme_of(country) && prefixed(country))
      return {std::string(country), std::string(without_suffix(number.substr(2), country))};
  }
  return {std::string(hint), std::string(without_suffix(number, hint))};
}

}  // namespace

TaxIdCheck check_tax_id(std::string_view text, std::string_view country) {
  TaxIdCheck result;
  result.number = compact_identifier(text);
  Split parts = split(result.number, country);
  result.country = parts.country;
  const TaxScheme* scheme = scheme_of(parts.country);
  if (!scheme) return result;
  result.expected = scheme->form;
  result.verdict = scheme->check(parts.national);
  return result;
}

IdentifierCheck check_siret(std::string_view text) {
  std::string number = compact_identifier(text);
  if (number.size() != 14 || !checksum::all_digits(number)) return std::unexpected("a SIRET has 14 digits");
  int sum = 0;
  for (char c : number) sum += c - '0';
  // La Poste: its establishments follow the plain sum of digits, a multiple of five.
  if (checksum::luhn(number) || (number.starts_with("356000000") && sum % 5 == 0)) return {};
  return std::unexpected("its check digit does not agree with the rest");
}

}  // namespace ap
