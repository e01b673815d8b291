// Structured payment references.
#include <array>
#include <string>

#include "core/checksum.h"
#include "core/identifiers.h"

namespace ap {
namespace {

using checksum::all_digits;
using View = std::string_view;

std::unexpected<std::string> wrong(std::string reason) { return std::unexpected(std::move(reason)); }
IdentifierCheck agree(bool agrees) {
  if (agrees) return {};
  return wrong("its check digits do not agree with the rest");
}

bool length_between(View text, std::size_t least, std::size_t most) {
  return text.size() >= least && text.size() <= most;
}

// Sum of digits from the right with weights that repeat.
template <std::size_t N>
int sum_from_right(View digits, const std::array<int, N>& weights) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) sum += (digits[digits.size() - 1 - i] - '0') * weights[i % N];
  return sum;
}

// Digits without the marks of a printed Belgian reference: "+++090/9337/55493+++".
std::string without_marks(View text) {
  std::string out;
  for (char c : compact_identifier(text)) {
    if (c != '+' && c != '*') out.push_back(c);
  }
  return out;
}

IdentifierCheck check_rf(View text) {
  if (!length_between(text, 5, 25)) return wrong("an ISO 11649 reference has 5 to 25 characters");
  if (!all_digits(text.substr(2, 2))) return wrong("'RF' must be followed by two check digits");
  int rest = checksum::remainder_97(std::string(text.substr(4)) + std::string(text.substr(0, 4)));
  if (rest < 0) return wrong("an ISO 11649 reference has only letters and digits");
  return agree(rest == 1);
}

// Recursive mod 10 of the Swiss implementation guidelines for the QR-bill.
IdentifierCheck check_qrr(View text) {
  if (text.size() != 27 || !all_digits(text)) return wrong("a Swiss QR reference has 27 digits");
  constexpr std::array kNext{0, 9, 4, 6, 8, 2, 7, 1, 3, 5};
  int carry = 0;
  for (char c : text.substr(0, 26)) carry = kNext[std::size_t((carry + c - '0') % 10)];
  return agree((10 - carry) % 10 == text[26] - '0');
}

IdentifierCheck check_ogm(View text) {
  if (text.size() != 12 || !all_digits(text)) return wrong("a Belgian structured reference has 12 digits");
  int rest = checksum::remainder(text.substr(0, 10), 97);
  return agree((rest == 0 ? 97 : rest) == checksum::remainder(text.substr(10), 100));
}

// Finnish and Estonian: weights 7 3 1 from the right, the check digit fills up to ten.
IdentifierCheck check_731(View text, std::size_t least, View country) {
  if (!length_between(text, least, 20) || !all_digits(text))
    return wrong("a reference number of " + std::string(country) + " has " + std::to_string(least) + " to 20 digits");
  int sum = sum_from_right(text.substr(0, text.size() - 1), std::array{7, 3, 1});
  return agree((10 - sum % 10) % 10 == text.back() - '0');
}

// Norwegian KID: mod 10 (Luhn) or mod 11, whose check character may be '-', which compacting took away.
IdentifierCheck check_kid(View text) {
  if (!length_between(text, 2, 25) || !all_digits(text)) return wrong("a KID has 2 to 25 digits");
  if (checksum::luhn(text)) return {};
  int sum = sum_from_right(text.substr(0, text.size() - 1), std::array{2, 3, 4, 5, 6, 7});
  return agree((11 - sum % 11) % 11 == text.back() - '0');
}

// "+71<15 digits+creditor<": card type, reference, creditor number.
IdentifierCheck check_fik(View text) {
  bool type = text.starts_with("+71<") || text.starts_with("+75<") || text.starts_with("+04<");
  View reference = type ? text.substr(4, text.find_first_not_of("0123456789", 4) - 4) : View();
  if (reference.size() != (text.starts_with("+71") ? 15 : 16))
    return wrong("a Danish payment line has '+71<' and 15 digits, or '+75<' or '+04<' and 16");
  return agree(checksum::luhn(reference));
}

// Betalingskenmerk of 16 digits: the first is the check digit over the others, weights 2 4 8 5 10 9 7 3 6 1.
IdentifierCheck check_dutch(View text) {
  if (text.size() != 16 || !all_digits(text)) return wrong("a Dutch betalingskenmerk has 16 digits");
  int check = 11 - sum_from_right(text.substr(1), std::array{2, 4, 8, 5, 10, 9, 7, 3, 6, 1}) % 11;
  return agree((check == 11 ? 0 : check == 10 ? 1 : check) == text[0] - '0');
}

}  // namespace

std::string_view to_string(ReferenceScheme scheme) {
  switch (scheme) {
    case ReferenceScheme::none:
      return "free text";
    case ReferenceScheme::iso11649:
      return "ISO 11649 creditor reference";
    case ReferenceScheme::swiss_qrr:
      return "Swiss QR reference";
    case ReferenceScheme::belgian:
      return "Belgian structured reference";
    case ReferenceScheme::finnish:
      return "Finnish reference number";
    case ReferenceScheme::estonian:
      return "Estonian reference number";
    case ReferenceScheme::norwegian:
      return "Norwegian KID";
    case ReferenceScheme::swedish:
      return "Swedish OCR reference";
    case ReferenceScheme::danish:
      return "Danish payment line";
    case ReferenceScheme::dutch:
      return "Dutch betalingskenmerk";
  }
  return "free text";
}

ReferenceScheme reference_scheme(std::string_view reference, std::string_view iban) {
  std::string text = compact_identifier(reference), country = compact_identifier(iban).substr(0, 2);
  if (text.size() >= 4 && text.starts_with("RF") && all_digits(text.substr(2, 2))) return ReferenceScheme::iso11649;
  if ((text.starts_with("+++") && text.ends_with("+++")) || (text.starts_with("***") && text.ends_with("***")))
    return ReferenceScheme::belgian;
  if (text.starts_with("+71") || text.starts_with("+75") || text.starts_with("+04")) return ReferenceScheme::danish;
  if (is_qr_iban(iban)) return ReferenceScheme::swiss_qrr;
  if (!all_digits(text)) return ReferenceScheme::none;
  if (country == "FI" && text.size() >= 4) return ReferenceScheme::finnish;
  if (country == "EE") return ReferenceScheme::estonian;
  if (country == "NO" && text.size() >= 4) return ReferenceScheme::norwegian;
  if (country == "BE" && text.size() == 12) return ReferenceScheme::belgian;
  if (country == "NL" && text.size() == 16) return ReferenceScheme::dutch;
  return ReferenceScheme::none;
}

IdentifierCheck check_reference(std::string_view reference, ReferenceScheme scheme) {
  std::string text = without_marks(reference);
  switch (scheme) {
    case ReferenceScheme::none:
      return {};
    case ReferenceScheme::iso11649:
      return check_rf(text);
    case ReferenceScheme::swiss_qrr:
      return check_qrr(text);
    case ReferenceScheme::belgian:
      return check_ogm(text);
    case ReferenceScheme::finnish:
      return check_731(text, 4, "Finland");
    case ReferenceScheme::estonian:
      return check_731(text, 2, "Estonia");
    case ReferenceScheme::norwegian:
      return check_kid(text);
    case ReferenceScheme::swedish:
      return agree(length_between(text, 2, 25) && checksum::luhn(text));
    case ReferenceScheme::danish:
      return check_fik(compact_identifier(reference));
    case ReferenceScheme::dutch:
      return check_dutch(text);
  }
  return {};
}

}  // namespace ap
