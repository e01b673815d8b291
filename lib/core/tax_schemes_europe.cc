// VAT numbers of the member states of the EU and of the United Kingdom.
#include <array>
#include <string>

#include "core/checksum.h"
#include "core/date.h"
#include "core/tax_schemes.h"

namespace ap {
namespace {

using checksum::all_digits;
using checksum::all_letters;
using checksum::luhn;
using checksum::mod_11_10;
using checksum::remainder;
using checksum::weighted_sum;
using enum TaxIdVerdict;
using View = std::string_view;

bool digits(View n, std::size_t count) { return n.size() == count && all_digits(n); }
int digit(View n, std::size_t at) { return n[at] - '0'; }
int number(View n) { return std::stoi(std::string(n)); }

TaxIdVerdict austria(View n) {
  if (n.size() != 9 || n[0] != 'U' || !all_digits(n.substr(1))) return malformed;
  int check = (16 - checksum::luhn_sum(n.substr(1, 7)) % 10) % 10;
  return verdict(digit(n, 8) == check);
}

TaxIdVerdict belgium(View n) {
  std::string ten = n.size() == 9 ? "0" + std::string(n) : std::string(n);
  if (!digits(ten, 10) || ten[0] > '1') return malformed;
  return verdict((number(View(ten).substr(0, 8)) + number(View(ten).substr(8))) % 97 == 0);
}

TaxIdVerdict bulgaria(View n) {
  if (digits(n, 9)) {
    int check = weighted_sum(n, {1, 2, 3, 4, 5, 6, 7, 8}) % 11;
    if (check == 10) check = weighted_sum(n, {3, 4, 5, 6, 7, 8, 9, 10}) % 11 % 10;
    return verdict(check == digit(n, 8));
  }
  if (!digits(n, 10)) return malformed;
  int last = digit(n, 9);
  bool citizen = weighted_sum(n, {2, 4, 8, 5, 10, 9, 7, 3, 6}) % 11 % 10 == last;
  bool foreigner = weighted_sum(n, {21, 19, 17, 13, 11, 9, 7, 3, 1}) % 10 == last;
  int other = (11 - weighted_sum(n, {4, 3, 2, 7, 6, 5, 4, 3, 2}) % 11) % 11;
  return verdict(citizen || foreigner || other == last);
}

TaxIdVerdict cyprus(View n) {
  if (n.size() != 9 || !all_digits(n.substr(0, 8)) || !all_letters(n.substr(8)) || n.starts_with("12"))
    return malformed;
  constexpr std::array kOdd{1, 0, 5, 7, 9, 13, 15, 17, 19, 21};
  int sum = 0;
  for (std::size_t i = 0; i < 8; ++i) sum += i % 2 == 0 ? kOdd[std::size_t(digit(n, i))] : digit(n, i);
  return verdict(n[8] == 'A' + sum % 26);
}

// Czech and, with ten digits, the birth number that persons use.
TaxIdVerdict czechia(View n) {
  if (digits(n, 8) && n[0] != '9') {
    int check = (11 - weighted_sum(n, {8, 7, 6, 5, 4, 3, 2}) % 11) % 11;
    return verdict((check == 0 ? 1 : check) % 10 == digit(n, 7));
  }
  if (digits(n, 9) && n[0] == '6') {
    int rest = weighted_sum(n.substr(1), {8, 7, 6, 5, 4, 3, 2}) % 11;
    int check = (8 - (21 - rest) % 11 + 10) % 10;
    if (check == digit(n, 8)) return valid;
  }
  if (n.size() != 9 && n.size() != 10) return malformed;
  if (!all_digits(n)) return malformed;
  int month = number(n.substr(2, 2)) % 50;
  if (month > 20) month -= 20;
  bool date = Date::from_ymd(2000, month, number(n.substr(4, 2))).has_value();
  if (n.size() == 9) return date && number(n.substr(0, 2)) < 54 ? valid : wrong_check;  // before 1954: no check digit
  return verdict(date && remainder(n.substr(0, 9), 11) % 10 == digit(n, 9));
}

TaxIdVerdict germany(View n) {
  if (!digits(n, 9) || n[0] == '0') return malformed;
  return verdict(mod_11_10(n));
}

TaxIdVerdict denmark(View n) {
  if (!digits(n, 8) || n[0] == '0') return malformed;
  return verdict(weighted_sum(n, {2, 7, 6, 5, 4, 3, 2, 1}) % 11 == 0);
}

TaxIdVerdict estonia(View n) {
  if (!digits(n, 9)) return malformed;
  return verdict(weighted_sum(n, {3, 7, 1, 3, 7, 1, 3, 7, 1}) % 10 == 0);
}

// NIF (K L M and eight digits), NIE (X Y Z), CIF (companies).
TaxIdVerdict spain(View n) {
  constexpr View kPersons = "TRWAGMYFPDXBNJZSQVHLCKE", kCompanies = "JABCDEFGHI";
  if (n.size() != 9 || !all_digits(n.substr(1, 7))) return malformed;
  if (all_digits(n.substr(0, 8))) {
    if (!all_letters(n.substr(8))) return malformed;
    return verdict(kPersons[std::size_t(number(n.substr(0, 8))) % 23] == n[8]);
  }
  if (auto nie = View("XYZ").find(n[0]); nie != View::npos || View("KLM").find(n[0]) != View::npos) {
    int value = number(n.substr(1, 7)) + (nie == View::npos ? 0 : int(nie) * 10000000);
    return verdict(kPersons[std::size_t(value % 23)] == n[8]);
  }
  if (View("ABCDEFGHJNPQRSUVW").find(n[0]) == View::npos) return malformed;
  // The check digit of a CIF is Luhn's over its seven digits; some kinds write it as a letter.
  int check = (10 - checksum::luhn_sum(std::string(n.substr(1, 7)) + "0") % 10) % 10;
  bool as_digit = n[8] == '0' + check && View("NPQRSW").find(n[0]) == View::npos;
  bool as_letter = n[8] == kCompanies[std::size_t(check)] && View("ABEH").find(n[0]) == View::npos;
  return verdict(as_digit || as_letter);
}

TaxIdVerdict finland(View n) {
  if (!digits(n, 8)) return malformed;
  return verdict(weighted_sum(n, {7, 9, 10, 5, 8, 4, 2, 1}) % 11 == 0);
}

TaxIdVerdict france(View n) {
  if (n.size() != 11 || !all_digits(n.substr(2))) return malformed;
  View siren = n.substr(2);
  bool monaco = siren.starts_with("000");
  if (all_digits(n.substr(0, 2))) {
    bool key = remainder(std::string(siren) + "12", 97) == number(n.substr(0, 2));
    return verdict(key && (monaco || luhn(siren)));
  }
  constexpr View kAlphabet = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";  // without I and O
  auto first = kAlphabet.find(n[0]), second = kAlphabet.find(n[1]);
  if (first == View::npos || second == View::npos) return malformed;
  int key = first < 10 ? int(first) * 24 + int(second) - 10 : int(first) * 34 + int(second) - 100;
  bool agrees = (remainder(siren, 11) + 1 + key / 11) % 11 == key % 11;
  return verdict(agrees && (monaco || luhn(siren)));
}

TaxIdVerdict greece(View n) {
  std::string nine = n.size() == 8 ? "0" + std::string(n) : std::string(n);
  if (!digits(nine, 9)) return malformed;
  return verdict(weighted_sum(nine, {256, 128, 64, 32, 16, 8, 4, 2}) % 11 % 10 == digit(nine, 8));
}

TaxIdVerdict croatia(View n) { return digits(n, 11) ? verdict(mod_11_10(n)) : malformed; }

TaxIdVerdict hungary(View n) {
  if (!digits(n, 8)) return malformed;
  return verdict(weighted_sum(n, {9, 7, 3, 1, 9, 7, 3, 1}) % 10 == 0);
}

TaxIdVerdict ireland(View n) {
  constexpr View kAlphabet = "WABCDEFGHIJKLMNOPQRSTUV";
  if (n.size() != 8 && n.size() != 9) return malformed;
  std::string seven(n.substr(0, 7)), rest(n.substr(7));
  bool old = !all_digits(seven.substr(1, 1));
  if (old) {
    if (n.size() != 8 || (seven[1] != '+' && seven[1] != '*' && !all_letters(seven.substr(1, 1)))) return malformed;
    seven = "0" + seven.substr(2) + seven[0];
  }
  if (!all_digits(seven) || !all_letters(rest)) return malformed;
  int sum = weighted_sum(seven, {8, 7, 6, 5, 4, 3, 2});
  if (rest.size() == 2) {
    auto second = kAlphabet.find(rest[1]);
    if (second > 9) return malformed;  // W, A to I
    sum += 9 * int(second);
  }
  return verdict(kAlphabet[std::size_t(sum % 23)] == rest[0]);
}

TaxIdVerdict italy(View n) {
  if (!digits(n, 11) || n.starts_with("0000000")) return malformed;
  int province = number(n.substr(7, 3));
  bool known =
      (province >= 1 && province <= 100) || province == 120 || province == 121 || province == 888 || province == 999;
  return known ? verdict(luhn(n)) : malformed;
}

TaxIdVerdict lithuania(View n) {
  bool company = digits(n, 9) && n[7] == '1', temporary = digits(n, 12) && n[10] == '1';
  if (!company && !temporary) return malformed;
  auto pass = [&](int start) {
    int sum = 0;
    for (std::size_t i = 0; i + 1 < n.size(); ++i) sum += digit(n, i) * (1 + (int(i) + start) % 9);
    return sum % 11;
  };
  int check = pass(0);
  if (check == 10) check = pass(2) % 10;
  return verdict(check == digit(n, n.size() - 1));
}

TaxIdVerdict luxembourg(View n) {
  return digits(n, 8) ? verdict(number(n.substr(0, 6)) % 89 == number(n.substr(6))) : malformed;
}

TaxIdVerdict latvia(View n) {
  if (!digits(n, 11)) return malformed;
  if (n[0] > '3') return verdict(weighted_sum(n, {9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1}) % 11 == 3);
  return verdict((1 + weighted_sum(n, {10, 5, 8, 4, 2, 1, 6, 3, 7, 9})) % 11 % 10 == digit(n, 10));
}

TaxIdVerdict malta(View n) {
  if (!digits(n, 8) || n[0] == '0') return malformed;
  return verdict(weighted_sum(n, {3, 4, 6, 7, 8, 9, 10, 1}) % 37 == 0);
}

// Companies: the citizen number's test of eleven. Sole traders since 2020: mod 97 over the whole number.
TaxIdVerdict netherlands(View n) {
  if (n.size() != 12 || !all_digits(n.substr(0, 9)) || n[9] != 'B' || !all_digits(n.substr(10)) || n.substr(10) == "00")
    return malformed;
  bool eleven = weighted_sum(n, {9, 8, 7, 6, 5, 4, 3, 2, -1}) % 11 == 0 && !n.starts_with("000000000");
  return verdict(eleven || checksum::remainder_97("NL" + std::string(n)) == 1);
}

TaxIdVerdict poland(View n) {
  return digits(n, 10) ? verdict(weighted_sum(n, {6, 5, 7, 2, 3, 4, 5, 6, 7}) % 11 == digit(n, 9)) : malformed;
}

TaxIdVerdict portugal(View n) {
  if (!digits(n, 9) || n[0] == '0') return malformed;
  return verdict((11 - weighted_sum(n, {9, 8, 7, 6, 5, 4, 3, 2}) % 11) % 11 % 10 == digit(n, 8));
}

// Companies have two to ten digits, persons thirteen.
TaxIdVerdict romania(View n) {
  if (digits(n, 13)) {
    int check = weighted_sum(n, {2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9}) % 11;
    return verdict((check == 10 ? 1 : check) == digit(n, 12));
  }
  if (n.size() < 2 || n.size() > 10 || !all_digits(n) || n[0] == '0') return malformed;
  std::string ten = std::string(10 - n.size(), '0') + std::string(n);
  return verdict(10 * weighted_sum(ten, {7, 5, 3, 2, 1, 7, 5, 3, 2}) % 11 % 10 == digit(ten, 9));
}

TaxIdVerdict sweden(View n) {
  if (!digits(n, 12) || n.substr(10) == "00") return malformed;
  return verdict(luhn(n.substr(0, 10)));
}

TaxIdVerdict slovenia(View n) {
  if (!digits(n, 8) || n[0] == '0') return malformed;
  int check = 11 - weighted_sum(n, {8, 7, 6, 5, 4, 3, 2}) % 11;
  return verdict(check != 11 && check % 10 == digit(n, 7));
}

TaxIdVerdict slovakia(View n) {
  if (!digits(n, 10) || n[0] == '0' || View("234789").find(n[2]) == View::npos) return malformed;
  return verdict(remainder(n, 11) == 0);
}

// Nine digits, twelve with a branch; GD and HA for government and health bodies.
TaxIdVerdict united_kingdom(View n) {
  if (n.size() == 5 && all_digits(n.substr(2))) {
    if (n.starts_with("GD")) return verdict(number(n.substr(2)) < 500);
    if (n.starts_with("HA")) return verdict(number(n.substr(2)) >= 500);
  }
  if (!digits(n, 9) && !digits(n, 12)) return malformed;
  int rest = weighted_sum(n, {8, 7, 6, 5, 4, 3, 2, 10, 1}) % 97;
  return verdict(rest == 0 || (rest == 42 && number(n.substr(0, 3)) >= 100));  // 97 - 55: the newer series
}

constexpr std::array kSchemes = std::to_array<TaxScheme>({
    {"AT", "ATU and 8 digits", austria},
    {"BE", "BE and 10 digits, the first 0 or 1", belgium},
    {"BG", "BG and 9 or 10 digits", bulgaria},
    {"CY", "CY, 8 digits and a letter", cyprus},
    {"CZ", "CZ and 8 to 10 digits", czechia},
    {"DE", "DE and 9 digits", germany},
    {"DK", "DK and 8 digits", denmark},
    {"EE", "EE and 9 digits", estonia},
    {"ES", "ES and 9 characters, the first or last or both a letter", spain},
    {"FI", "FI and 8 digits", finland},
    {"FR", "FR, a key of 2 characters and 9 digits", france},
    {"GB", "GB and 9 or 12 digits", united_kingdom},
    {"GR", "EL and 9 digits", greece},
    {"HR", "HR and 11 digits", croatia},
    {"HU", "HU and 8 digits", hungary},
    {"IE", "IE, 7 digits and 1 or 2 letters", ireland},
    {"IT", "IT and 11 digits", italy},
    {"LT", "LT and 9 or 12 digits, the last but one a 1", lithuania},
    {"LU", "LU and 8 digits", luxembourg},
    {"LV", "LV and 11 digits", latvia},
    {"MT", "MT and 8 digits", malta},
    {"NL", "NL, 9 digits, B and 2 digits", netherlands},
    {"PL", "PL and 10 digits", poland},
    {"PT", "PT and 9 digits", portugal},
    {"RO", "RO and 2 to 10 digits", romania},
    {"SE", "SE and 12 digits", sweden},
    {"SI", "SI and 8 digits", slovenia},
    {"SK", "SK and 10 digits", slovakia},
    {"XI", "XI and 9 or 12 digits", united_kingdom},
});

}  // namespace

std::span<const TaxScheme> european_tax_schemes() { return kSchemes; }

}  // namespace ap
