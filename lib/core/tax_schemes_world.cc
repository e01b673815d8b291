// Tax numbers of countries outside the EU.
#include <array>
#include <string>

#include "core/checksum.h"
#include "core/tax_schemes.h"

namespace ap {
namespace {

using checksum::all_digits;
using checksum::all_letters;
using checksum::weighted_sum;
using enum TaxIdVerdict;
using View = std::string_view;

bool digits(View n, std::size_t count) { return n.size() == count && all_digits(n); }
int digit(View n, std::size_t at) { return n[at] - '0'; }

// UID of Switzerland and Liechtenstein, after "CHE".
TaxIdVerdict switzerland(View n) {
  if (!digits(n, 9)) return malformed;
  return verdict((11 - weighted_sum(n, {5, 4, 3, 2, 7, 6, 5, 4}) % 11) % 11 == digit(n, 8));
}

TaxIdVerdict norway(View n) {
  if (!digits(n, 9)) return malformed;
  return verdict(weighted_sum(n, {3, 2, 7, 6, 5, 4, 3, 2, 1}) % 11 == 0);
}

// GSTIN: state, PAN (whose own check letter is not published), entity, Z, check character.
TaxIdVerdict india(View n) {
  if (n.size() != 15 || !all_digits(n.substr(0, 2)) || !all_letters(n.substr(2, 5)) || !all_digits(n.substr(7, 4)) ||
      !all_letters(n.substr(11, 1)) || n[12] == '0' || n[13] != 'Z')
    return malformed;
  return verdict(checksum::luhn_36(n));
}

TaxIdVerdict australia(View n) {
  if (!digits(n, 11) || n[0] == '0') return malformed;
  std::string less(n);
  less[0] = char(less[0] - 1);
  return verdict(weighted_sum(less, {10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19}) % 89 == 0);
}

// IRD number, which is also the GST number; a second set of weights where the first gives 10.
TaxIdVerdict new_zealand(View n) {
  std::string nine = n.size() == 8 ? "0" + std::string(n) : std::string(n);
  if (!digits(nine, 9) || nine < "010000000" || nine > "150000000") return malformed;
  int check = (11 - weighted_sum(nine, {3, 2, 7, 6, 5, 4, 3, 2}) % 11) % 11;
  if (check == 10) check = (11 - weighted_sum(nine, {7, 4, 3, 2, 5, 2, 7, 6}) % 11) % 11;
  return verdict(check == digit(nine, 8));
}

// Business number, alone or with a programme account such as RT0001.
TaxIdVerdict canada(View n) {
  bool account = n.size() == 15 && all_letters(n.substr(9, 2)) && all_digits(n.substr(11));
  if (!account && n.size() != 9) return malformed;
  return all_digits(n.substr(0, 9)) ? verdict(checksum::luhn(n.substr(0, 9))) : malformed;
}

// CNPJ, since 2026 with letters in the first twelve places, which count as their code less that of '0'.
TaxIdVerdict brazil(View n) {
  if (n.size() != 14 || !all_digits(n.substr(12))) return malformed;
  for (char c : n) {
    if (!(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z')) return malformed;
  }
  auto check = [&](std::size_t length) {
    int sum = 0, weight = 2;
    for (std::size_t i = length; i-- > 0; weight = weight == 9 ? 2 : weight + 1) sum += digit(n, i) * weight;
    int rest = sum % 11;
    return rest < 2 ? 0 : 11 - rest;
  };
  return verdict(n.substr(0, 12) != "000000000000" && check(12) == digit(n, 12) && check(13) == digit(n, 13));
}

// RFC: 12 characters for companies, 13 for persons; a letter with tilde counts as one character.
TaxIdVerdict mexico(View text) {
  constexpr View kAlphabet = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ #";  // '#' stands for N with tilde
  std::string n;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool tilde = text[i] == '\xC3' && i + 1 < text.size() && (text[i + 1] == '\x91' || text[i + 1] == '\xB1');
    n.push_back(tilde ? '#' : text[i]);
    if (tilde) ++i;
  }
  if (n.size() != 12 && n.size() != 13) return malformed;
  std::size_t name = n.size() - 9;
  if (!all_digits(View(n).substr(name, 6))) return malformed;
  for (char c : n) {
    if (c == ' ' || kAlphabet.find(c) == View::npos) return malformed;
  }
  std::string padded = std::string(13 - n.size(), ' ') + n;
  int sum = 0;
  for (std::size_t i = 0; i < 12; ++i) sum += int(kAlphabet.find(padded[i])) * (13 - int(i));
  return verdict(kAlphabet[std::size_t((11 - sum % 11) % 11)] == padded[12]);
}

// EIN: no check digit, but only some prefixes were ever given out by the Internal Revenue Service.
TaxIdVerdict united_states(View n) {
  if (!digits(n, 9)) return malformed;
  constexpr View kNeverGiven = "00 07 08 09 17 18 19 28 29 49 69 70 78 79 89 96 97 ";
  return verdict(kNeverGiven.find(std::string(n.substr(0, 2)) + " ") == View::npos);
}

constexpr std::array kSchemes = std::to_array<TaxScheme>({
    {"AU", "11 digits (ABN)", australia},
    {"BR", "14 characters (CNPJ)", brazil},
    {"CA", "9 digits, or 9 digits, 2 letters and 4 digits (business number)", canada},
    {"CH", "CHE and 9 digits", switzerland},
    {"IN", "15 characters (GSTIN)", india},
    {"LI", "CHE and 9 digits", switzerland},
    {"MX", "12 or 13 characters (RFC)", mexico},
    {"NO", "9 digits", norway},
    {"NZ", "8 or 9 digits (IRD number)", new_zealand},
    {"US", "9 digits (EIN)", united_states},
});

}  // namespace

std::span<const TaxScheme> other_tax_schemes() { return kSchemes; }

}  // namespace ap
