#include "extract/local_accounts.h"

#include "core/identifiers.h"
#include "extract/text.h"

namespace ap::extract::reading {

std::string polish_account(const Sheet& sheet, const Cell& cell, int first, int& end) {
  constexpr std::size_t kDigits = 26;
  if (sheet.tokens[first].confidence < kCertain) return "";
  std::string digits;
  for (end = first; end < cell.last && digits.size() < kDigits; ++end) {
    const std::string piece(trim(sheet.tokens[end].folded, ".,;"));
    if (piece.empty() || count_digits(piece) != static_cast<int>(piece.size())) return "";
    digits += piece;
    const bool grouped = piece.size() == (end == first ? 2U : 4U);
    if (!grouped && digits.size() != kDigits) return "";
  }
  return digits.size() == kDigits && valid_iban("PL" + digits) ? "PL" + digits : "";
}

}  // namespace ap::extract::reading
