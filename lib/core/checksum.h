// The check-digit algorithms behind identifiers. Arguments are compact: digits, or digits and upper-case letters.
// Every function answers false (or -1) for characters that its algorithm does not know.
#pragma once

#include <initializer_list>
#include <string_view>

namespace ap::checksum {

bool all_digits(std::string_view text);
bool all_letters(std::string_view text);  // A to Z

// Sum of digit x weight, left to right; as many digits as weights are looked at. -1 when one is no digit or missing.
int weighted_sum(std::string_view digits, std::initializer_list<int> weights);

// Sum of the Luhn algorithm with the last digit as check digit; a valid number gives a multiple of ten. -1: no digits.
int luhn_sum(std::string_view digits);
inline bool luhn(std::string_view digits) { return luhn_sum(digits) % 10 == 0; }

// Remainder by 97 of digits and letters (A = 10 ... Z = 35) read as one number, ISO 7064 mod 97-10. -1: other
// characters.
int remainder_97(std::string_view text);

// ISO 7064 mod 11,10 with the last digit as check digit.
bool mod_11_10(std::string_view digits);

// Luhn over the 36 digits and letters, last character as check character (ISO/IEC 7812 annex, base 36).
bool luhn_36(std::string_view text);

// Remainder of a digit string by a small modulus. -1: no digits.
int remainder(std::string_view digits, int modulus);

// GS1 mod 10: from the right, weights 1 3 1 3 ...
bool gs1(std::string_view digits);

}  // namespace ap::checksum
