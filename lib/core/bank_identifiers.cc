// IBAN, BIC, ABA, GTIN, GLN, LEI and the form of identifiers in general.
#include <algorithm>
#include <array>

#include "core/checksum.h"
#include "core/codes.h"
#include "core/identifiers.h"

namespace ap {
namespace {

// National part of an IBAN after the SWIFT registry: n digits, a letters, c either.
struct IbanForm {
  std::string_view country, structure;
};

constexpr std::array kIbanForms = std::to_array<IbanForm>({
    {"AD", "8n12c"},   {"AE", "19n"},    {"AL", "8n16c"},    {"AT", "16n"},      {"AZ", "4a20c"},    {"BA", "16n"},
    {"BE", "12n"},     {"BG", "4a6n8c"}, {"BH", "4a14c"},    {"BI", "23n"},      {"BR", "23n1a1c"},  {"BY", "4c4n16c"},
    {"CH", "5n12c"},   {"CR", "18n"},    {"CY", "8n16c"},    {"CZ", "20n"},      {"DE", "18n"},      {"DJ", "23n"},
    {"DK", "14n"},     {"DO", "4c20n"},  {"EE", "16n"},      {"EG", "25n"},      {"ES", "20n"},      {"FI", "14n"},
    {"FK", "2a12n"},   {"FO", "14n"},    {"FR", "10n11c2n"}, {"GB", "4a14n"},    {"GE", "2a16n"},    {"GI", "4a15c"},
    {"GL", "14n"},     {"GR", "7n16c"},  {"GT", "24c"},      {"HN", "4a20n"},    {"HR", "17n"},      {"HU", "24n"},
    {"IE", "4a14n"},   {"IL", "19n"},    {"IQ", "4a15n"},    {"IS", "22n"},      {"IT", "1a10n12c"}, {"JO", "4a4n18c"},
    {"KW", "4a22c"},   {"KZ", "3n13c"},  {"LB", "4n20c"},    {"LC", "4a24c"},    {"LI", "5n12c"},    {"LT", "16n"},
    {"LU", "3n13c"},   {"LV", "4a13c"},  {"LY", "21n"},      {"MC", "10n11c2n"}, {"MD", "20c"},      {"ME", "18n"},
    {"MK", "3n10c2n"}, {"MN", "16n"},    {"MR", "23n"},      {"MT", "4a5n18c"},  {"MU", "4a19n3a"},  {"NI", "4a20n"},
    {"NL", "4a10n"},   {"NO", "11n"},    {"OM", "3n16c"},    {"PK", "4a16c"},    {"PL", "24n"},      {"PS", "4a21c"},
    {"PT", "21n"},     {"QA", "4a21c"},  {"RO", "4a16c"},    {"RS", "18n"},      {"RU", "14n15c"},   {"SA", "2n18c"},
    {"SC", "4a20n3a"}, {"SD", "14n"},    {"SE", "20n"},      {"SI", "15n"},      {"SK", "20n"},      {"SM", "1a10n12c"},
    {"SO", "19n"},     {"ST", "21n"},    {"SV", "4a20n"},    {"TL", "19n"},      {"TN", "20n"},      {"TR", "6n16c"},
    {"UA", "6n19c"},   {"VA", "18n"},    {"VG", "4a16n"},    {"XK", "16n"},      {"YE", "4a4n18c"},
});
static_assert(std::ranges::is_sorted(kIbanForms, {}, &IbanForm::country));

bool fits(char c, char kind) {
  bool digit = c >= '0' && c <= '9', letter = c >= 'A' && c <= 'Z';
  return kind == 'n' ? digit : kind == 'a' ? letter : digit || letter;
}

// Length that a structure such as "4a6n8c" asks for.
std::size_t form_length(std::string_view structure) {
  std::size_t total = 0, count = 0;
  for (char c : structure) {
    if (c >= '0' && c <= '9')
      count = count * 10 + std::size_t(c - '0');
    else
      total += count, count = 0;
  }
  return total;
}

bool follows(std::string_view text, std::string_view structure) {
  std::size_t at = 0, count = 0;
  for (char c : structure) {
    if (c >= '0' && c <= '9') {
      count = count * 10 + std::size_t(c - '0');
      continue;
    }
    for (; count > 0; --count, ++at) {
      if (at >= text.size() || !fits(text[at], c)) return false;
    }
  }
  return at == text.size();
}

std::unexpected<std::string> wrong(std::string reason) { return std::unexpected(std::move(reason)); }

}  // namespace

std::string compact_identifier(std::string_view text) {
  std::string out;
  out.resize_and_overwrite(text.size(), [&](char* to, std::size_t) {
    const char* const begin = to;
    for (std::size_t i = 0; i < text.size(); ++i) {
      char c = text[i];
      if (c == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xA0') {
        ++i;
        continue;
      }
      if (c == ' ' || c == '\t' || c == '.' || c == '-' || c == '/') continue;
      *to++ = c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
    }
    return static_cast<std::size_t>(to - begin);
  });
  return out;
}

IdentifierCheck check_iban(std::string_view text) {
  std::string iban = compact_identifier(text);
  if (iban.size() < 5 || !checksum::all_letters(std::string_view(iban).substr(0, 2)) ||
      !checksum::all_digits(std::string_view(iban).substr(2, 2)))
    return wrong("it does not begin with two letters of a country and two check digits");
  std::string_view country = std::string_view(iban).substr(0, 2);
  auto form = std::ranges::lower_bound(kIbanForms, country, {}, &IbanForm::country);
  if (form == kIbanForms.end() || form->country != country)
    return wrong("'" + std::string(country) + "' is no country that has IBANs");
  std::size_t length = 4 + form_length(form->structure);
  if (iban.size() != length)
    return wrong("an IBAN of " + std::string(country) + " has " + std::to_string(length) +
                 " characters, this one has " + std::to_string(iban.size()));
  if (!follows(std::string_view(iban).substr(4), form->structure))
    return wrong("letters and digits do not stand where an IBAN of " + std::string(country) + " has them");
  std::string check = iban.substr(2, 2);
  if (check < "02" || check > "98" || checksum::remainder_97(iban.substr(4) + iban.substr(0, 4)) != 1)
    return wrong("its check digits do not agree with the rest");
  return {};
}

std::string iban_country(std::string_view iban) {
  return valid_iban(iban) ? compact_identifier(iban).substr(0, 2) : "";
}

bool is_qr_iban(std::string_view text) {
  std::string iban = compact_identifier(text);
  if (iban.size() != 21 || (!iban.starts_with("CH") && !iban.starts_with("LI"))) return false;
  std::string institution = iban.substr(4, 5);
  return institution >= "30000" && institution <= "31999";
}

IdentifierCheck check_bic(std::string_view text) {
  std::string bic = compact_identifier(text);
  if (bic.size() != 8 && bic.size() != 11)
    return wrong("a BIC has 8 or 11 characters, this one has " + std::to_string(bic.size()));
  if (!follows(bic, bic.size() == 8 ? "4c2a2c" : "4c2a5c"))
    return wrong("letters and digits do not stand where a BIC has them");
  if (!known_country(bic.substr(4, 2))) return wrong("'" + bic.substr(4, 2) + "' is no country");
  return {};
}

std::string bic_country(std::string_view bic) { return check_bic(bic) ? compact_identifier(bic).substr(4, 2) : ""; }

IdentifierCheck check_aba(std::string_view text) {
  std::string number = compact_identifier(text);
  if (number.size() != 9 || !checksum::all_digits(number)) return wrong("a routing number has 9 digits");
  if (checksum::weighted_sum(number, {3, 7, 1, 3, 7, 1, 3, 7, 1}) % 10 != 0 || number == "000000000")
    return wrong("its check digit does not agree with the rest");
  return {};
}

IdentifierCheck check_gtin(std::string_view text) {
  std::string number = compact_identifier(text);
  std::size_t n = number.size();
  if ((n != 8 && n != 12 && n != 13 && n != 14) || !checksum::all_digits(number))
    return wrong("a GTIN has 8, 12, 13 or 14 digits");
  if (!checksum::gs1(number)) return wrong("its check digit does not agree with the rest");
  return {};
}

IdentifierCheck check_gln(std::string_view text) {
  std::string number = compact_identifier(text);
  if (number.size() != 13 || !checksum::all_digits(number)) return wrong("a GLN has 13 digits");
  if (!checksum::gs1(number)) return wrong("its check digit does not agree with the rest");
  return {};
}

IdentifierCheck check_lei(std::string_view text) {
  std::string lei = compact_identifier(text);
  if (!follows(lei, "18c2n")) return wrong("an LEI has 18 letters or digits and two check digits");
  if (checksum::remainder_97(lei) != 1) return wrong("its check digits do not agree with the rest");
  return {};
}

}  // namespace ap
