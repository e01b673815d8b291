#include "core/checksum.h"

#include <algorithm>

namespace ap::checksum {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// 0 to 35; -1 for anything else.
int alphanumeric_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return -1;
}

}  // namespace

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

bool all_letters(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

int weighted_sum(std::string_view digits, std::initializer_list<int> weights) {
  if (digits.size() < weights.size()) return -1;
  int sum = 0;
  auto digit = digits.begin();
  for (int weight : weights) {
    if (!is_digit(*digit)) return -1;
    sum += (*digit++ - '0') * weight;
  }
  return sum;
}

int luhn_sum(std::string_view digits) {
  if (!all_digits(digits)) return -1;
  int sum = 0;
  bool twice = false;
  for (auto at = digits.rbegin(); at != digits.rend(); ++at, twice = !twice) {
    int value = (*at - '0') * (twice ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum;
}

int remainder_97(std::string_view text) {
  int rest = 0;
  for (char c : text) {
    int value = alphanumeric_value(c);
    if (value < 0) return -1;
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return text.empty() ? -1 : rest;
}

bool mod_11_10(std::string_view digits) {
  if (!all_digits(digits)) return false;
  int product = 10;
  for (char c : digits.substr(0, digits.size() - 1)) {
    int sum = (c - '0' + product) % 10;
    product = (sum == 0 ? 10 : sum) * 2 % 11;
  }
  return (product + digits.back() - '0') % 10 == 1;
}

bool luhn_36(std::string_view text) {
  int sum = 0;
  bool twice = false;
  for (auto at = text.rbegin(); at != text.rend(); ++at, twice = !twice) {
    int value = alphanumeric_value(*at);
    if (value < 0) return false;
    value *= twice ? 2 : 1;
    sum += value / 36 + value % 36;
  }
  return !text.empty() && sum % 36 == 0;
}

int remainder(std::string_view digits, int modulus) {
  if (!all_digits(digits)) return -1;
  int rest = 0;
  for (char c : digits) rest = (rest * 10 + c - '0') % modulus;
  return rest;
}

bool gs1(std::string_view digits) {
  if (!all_digits(digits)) return false;
  int sum = 0, weight = 1;
  for (auto at = digits.rbegin(); at != digits.rend(); ++at, weight = 4 - weight) sum += (*at - '0') * weight;
  return sum % 10 == 0;
}

}  // namespace ap::checksum
