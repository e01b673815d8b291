// Exact decimal numbers for money, quantities and rates.
//
// A Decimal is coefficient x 10^-scale with a 128-bit coefficient, so every printed amount keeps the scale it was
// printed with ("100.00" and "100" compare equal but print differently). There is no way in or out through binary
// floating point. All operations are exact unless their name says where they round; one that does not fit in 38
// digits throws DecimalOverflow, which callers treat as "could not be evaluated", never as a result.
//
// Value type, immutable in use, safe to share between threads.
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <expected>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace ap {

struct DecimalOverflow : std::overflow_error {
  DecimalOverflow() : std::overflow_error("a number has more digits than can be computed with exactly") {}
};

// How a quotient or a product is brought to fewer decimals. Named at every place that rounds.
enum class Rounding {
  half_up,           // half away from zero: commercial rounding
  half_even,         // half to the even neighbour: banker's rounding
  half_to_plus_inf,  // half towards +infinity: XPath round(), used by the official e-invoice rules
  down,              // towards zero
};

class Decimal {
 public:
  constexpr Decimal() = default;
  template <std::integral Whole>
  constexpr Decimal(Whole whole) : coefficient_(whole) {}  // NOLINT: whole numbers convert on purpose
  template <std::floating_point Binary>
  Decimal(Binary) = delete;

  // coefficient x 10^-scale, 0 <= scale <= 38.
  static Decimal scaled(std::int64_t coefficient, int scale);

  // Strict: -?\d+(\.\d+)? and at most 38 digits, as in the record; nullopt otherwise.
  static std::optional<Decimal> parse(std::string_view text);

  // As parse, plus what xs:decimal allows: surrounding blanks, a leading '+', ".5", "5.".
  static std::optional<Decimal> parse_xs(std::string_view text);

  // The number as printed: keeps the scale, no grouping, '.' before decimals.
  std::string str() const;

  int scale() const { return scale_; }
  bool is_zero() const { return coefficient_ == 0; }
  bool is_negative() const { return coefficient_ < 0; }

  Decimal operator-() const;
  Decimal abs() const { return is_negative() ? -*this : *this; }
  friend Decimal operator+(const Decimal& a, const Decimal& b);
  friend Decimal operator-(const Decimal& a, const Decimal& b) { return a + (-b); }
  friend Decimal operator*(const Decimal& a, const Decimal& b);
  Decimal& operator+=(const Decimal& b) { return *this = *this + b; }
  Decimal& operator-=(const Decimal& b) { return *this = *this - b; }

  // Brought to exactly `decimals` decimals; pads with zeros where it has fewer.
  Decimal rounded(int decimals, Rounding mode = Rounding::half_up) const;

  // a / b rounded to `decimals`. Throws std::domain_error when b is zero.
  static Decimal divide(const Decimal& a, const Decimal& b, int decimals, Rounding mode = Rounding::half_up);

  // Same value without trailing zeros after the point.
  Decimal normalized() const;

  // By value: 1.0 == 1.00.
  friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == std::strong_ordering::equal; }
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

 private:
  using Int = __int128;
  constexpr Decimal(Int coefficient, int scale) : coefficient_(coefficient), scale_(scale) {}
  static std::optional<Decimal> parse_digits(std::string_view text);

  Int coefficient_ = 0;
  int scale_ = 0;
};

}  // namespace ap
