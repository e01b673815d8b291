#include "core/decimal.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <iterator>

namespace ap {
namespace {

using Int = __int128;
using Unsigned = unsigned __int128;
constexpr int kMaxDigits = 38;
constexpr std::size_t kDigitsOf64 = 18;  // as many always fit in 64 bits, where computing is much cheaper

Int checked_multiply(Int a, Int b) {
  Int out;
  if (__builtin_mul_overflow(a, b, &out)) throw DecimalOverflow();
  return out;
}

constexpr auto kPowersOfTen = [] {
  std::array<Int, kMaxDigits + 1> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

// 1 for exponents below zero.
Int power_of_ten(int exponent) {
  if (exponent > kMaxDigits) throw DecimalOverflow();
  return exponent > 0 ? kPowersOfTen[static_cast<std::size_t>(exponent)] : 1;
}

Unsigned magnitude(Int value) { return value < 0 ? Unsigned(0) - Unsigned(value) : Unsigned(value); }

// numerator / denominator to a whole number, denominator > 0.
Int divide_rounded(Int numerator, Int denominator, Rounding mode) {
  Int quotient, remainder;
  const auto small = static_cast<std::int64_t>(numerator), divisor = static_cast<std::int64_t>(denominator);
  if (small == numerator && divisor == denominator) {
    quotient = small / divisor, remainder = small % divisor;  // denominator > 0, so nothing overflows
  } else {
    quotient = numerator / denominator, remainder = numerator % denominator;
  }
  if (remainder == 0 || mode == Rounding::down) return quotient;
  Unsigned rest = magnitude(remainder);
  Unsigned complement = Unsigned(denominator) - rest;
  bool half = rest == complement;
  bool away = rest > complement;
  if (half) {
    if (mode == Rounding::half_up) away = true;
    if (mode == Rounding::half_even) away = quotient % 2 != 0;
    if (mode == Rounding::half_to_plus_inf) away = numerator > 0;
  }
  if (!away) return quotient;
  return numerator < 0 ? quotient - 1 : quotient + 1;
}

std::string_view trim(std::string_view text) {
  auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

// Nearly every number: in one pass, and in 64 bits.
struct FewDigits {
  std::int64_t value = 0;
  int scale = 0;
};
std::optional<FewDigits> few_digits(std::string_view text) {
  FewDigits number;
  int digits = 0;
  bool point = false;
  for (char c : text) {
    if (c >= '0' && c <= '9') {
      number.value = number.value * 10 + (c - '0');
      number.scale += point ? 1 : 0;
      ++digits;
    } else if (c == '.' && !point) {
      point = true;
    } else {
      return std::nullopt;
    }
  }
  return digits > 0 ? std::optional(number) : std::nullopt;
}

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Decimal Decimal::scaled(std::int64_t coefficient, int scale) {
  if (scale < 0 || scale > kMaxDigits) throw DecimalOverflow();
  return Decimal(Int(coefficient), scale);
}

std::optional<Decimal> Decimal::parse_digits(std::string_view text) {
  bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  if (text.size() <= kDigitsOf64) {
    const auto few = few_digits(text);
    return few ? std::optional(Decimal(Int(negative ? -few->value : few->value), few->scale)) : std::nullopt;
  }
  auto point = text.find('.');
  std::string_view whole = text.substr(0, point);
  std::string_view fraction = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  if (!all_digits(whole) || !all_digits(fraction)) return std::nullopt;
  while (whole.size() + fraction.size() > 1 && !whole.empty() && whole.front() == '0') whole.remove_prefix(1);
  if (whole.size() + fraction.size() > kMaxDigits) return std::nullopt;
  Int value = 0;
  for (char c : whole) value = value * 10 + (c - '0');
  for (char c : fraction) value = value * 10 + (c - '0');
  return Decimal(negative ? -value : value, static_cast<int>(fraction.size()));
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  std::string_view digits = text;
  if (!digits.empty() && digits.front() == '-') digits.remove_prefix(1);
  if (digits.empty() || digits.front() == '.' || digits.back() == '.') return std::nullopt;
  return parse_digits(text);
}

std::optional<Decimal> Decimal::parse_xs(std::string_view text) {
  text = trim(text);
  if (!text.empty() && text.front() == '+') {
    text.remove_prefix(1);
    if (!text.empty() && text.front() == '-') return std::nullopt;
  }
  return parse_digits(text);
}

std::string Decimal::str() const {
  // From the last digit forwards. 64 bits are divided by one instruction, 128 by a function.
  char text[kMaxDigits + 4];  // one digit more than can be parsed, a zero before the point, the point, the sign
  char* const last = std::end(text);
  char* first = last;
  int behind_point = scale_;
  auto put = [&](unsigned digit) {
    *--first = static_cast<char>('0' + digit);
    if (--behind_point == 0) *--first = '.';
  };
  Unsigned large = magnitude(coefficient_);
  for (; large > UINT64_MAX; large /= 10) put(static_cast<unsigned>(large % 10));
  for (auto rest = static_cast<std::uint64_t>(large); rest != 0; rest /= 10) put(static_cast<unsigned>(rest % 10));
  while (behind_point > 0) put(0);
  if (first == last || *first == '.') *--first = '0';
  if (coefficient_ < 0) *--first = '-';
  return {first, last};
}

Decimal Decimal::operator-() const { return Decimal(-coefficient_, scale_); }

Decimal operator+(const Decimal& a, const Decimal& b) {
  int scale = std::max(a.scale_, b.scale_);
  Int left = checked_multiply(a.coefficient_, power_of_ten(scale - a.scale_));
  Int right = checked_multiply(b.coefficient_, power_of_ten(scale - b.scale_));
  Int sum;
  if (__builtin_add_overflow(left, right, &sum)) throw DecimalOverflow();
  return Decimal(sum, scale);
}

Decimal operator*(const Decimal& a, const Decimal& b) {
  // Trailing zeros carry no value: drop them where the product would not fit otherwise.
  Decimal x = a, y = b;
  if (x.scale_ + y.scale_ > kMaxDigits) x = x.normalized(), y = y.normalized();
  if (x.scale_ + y.scale_ > kMaxDigits) throw DecimalOverflow();
  return Decimal(checked_multiply(x.coefficient_, y.coefficient_), x.scale_ + y.scale_);
}

Decimal Decimal::rounded(int decimals, Rounding mode) const {
  if (decimals >= scale_) return Decimal(checked_multiply(coefficient_, power_of_ten(decimals - scale_)), decimals);
  return Decimal(divide_rounded(coefficient_, power_of_ten(scale_ - decimals), mode), decimals);
}

Decimal Decimal::divide(const Decimal& a, const Decimal& b, int decimals, Rounding mode) {
  if (b.is_zero()) throw std::domain_error("division by zero");
  Decimal x = a.normalized(), y = b.normalized();
  // a/b x 10^decimals = (x.c x 10^(decimals + y.s - x.s)) / y.c
  int shift = decimals + y.scale_ - x.scale_;
  Int numerator = x.coefficient_, denominator = y.coefficient_;
  if (shift >= 0)
    numerator = checked_multiply(numerator, power_of_ten(shift));
  else
    denominator = checked_multiply(denominator, power_of_ten(-shift));
  if (denominator < 0) numerator = -numerator, denominator = -denominator;
  return Decimal(divide_rounded(numerator, denominator, mode), decimals);
}

Decimal Decimal::normalized() const {
  Decimal out = *this;
  auto small = static_cast<std::int64_t>(out.coefficient_);
  if (small == out.coefficient_) {
    while (out.scale_ > 0 && small % 10 == 0) small /= 10, --out.scale_;
    out.coefficient_ = small;
    return out;
  }
  while (out.scale_ > 0 && out.coefficient_ % 10 == 0) out.coefficient_ /= 10, --out.scale_;
  return out;
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (a.scale_ == b.scale_) return a.coefficient_ <=> b.coefficient_;
  // Amounts of money and their products: sixty-four bits times a small power of ten leave room.
  constexpr int kSmall = 18;
  const int apart = a.scale_ - b.scale_;
  const auto short_a = static_cast<std::int64_t>(a.coefficient_), short_b = static_cast<std::int64_t>(b.coefficient_);
  if (short_a == a.coefficient_ && short_b == b.coefficient_ && std::abs(apart) <= kSmall)
    return apart < 0 ? Int(short_a) * kPowersOfTen[static_cast<std::size_t>(-apart)] <=> Int(short_b)
                     : Int(short_a) <=> Int(short_b) * kPowersOfTen[static_cast<std::size_t>(apart)];
  // At one scale, where the digits leave room for it.
  const Decimal& coarse = a.scale_ < b.scale_ ? a : b;
  Int raised;
  if (!__builtin_mul_overflow(coarse.coefficient_, power_of_ten(std::abs(a.scale_ - b.scale_)), &raised))
    return &coarse == &a ? raised <=> b.coefficient_ : a.coefficient_ <=> raised;
  Decimal x = a.normalized(), y = b.normalized();
  int scale = std::max(x.scale_, y.scale_);
  auto whole = [](const Decimal& d) { return d.coefficient_ / power_of_ten(d.scale_); };
  if (auto order = whole(x) <=> whole(y); order != 0) return order;  // also spares the products an overflow
  auto fraction = [scale](const Decimal& d) {
    return d.coefficient_ % power_of_ten(d.scale_) * power_of_ten(scale - d.scale_);
  };
  return fraction(x) <=> fraction(y);
}

}  // namespace ap
