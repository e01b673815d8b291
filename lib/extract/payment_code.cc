#include "extract/payment_code.h"

#include <algorithm>

namespace ap::extract {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (true) {
    auto end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    if (end == text.size()) return lines;
    text.remove_prefix(end + 1);
  }
}

std::string without_blanks(std::string_view text) {
  std::string out;
  for (char c : text)
    if (c != ' ') out += c;
  return out;
}

// EPC069-12: BCD, version, character set, SCT, BIC, name, IBAN, EUR12.30, purpose, structured reference, text.
std::optional<PaymentCode> epc(const std::vector<std::string_view>& lines) {
  if (lines.size() < 7 || lines[3] != "SCT" || (lines[1] != "001" && lines[1] != "002")) return std::nullopt;
  auto line = [&](std::size_t i) { return i < lines.size() ? lines[i] : std::string_view(); };
  PaymentCode code{.kind = "EPC", .iban = without_blanks(line(6)), .currency = "", .reference = "", .amount = {}};
  if (line(7).size() > 3) {
    code.currency = line(7).substr(0, 3);
    code.amount = Decimal::parse(line(7).substr(3));
    if (!code.amount) return std::nullopt;
  }
  code.reference = line(9).empty() ? line(10) : line(9);
  return code;
}

// Swiss Implementation Guidelines QR-bill 2.x: line 4 the IBAN, 19 the amount, 20 the currency, 28 and 29 the
// reference.
std::optional<PaymentCode> swiss(const std::vector<std::string_view>& lines) {
  if (lines.size() < 29 || !lines[1].starts_with("02")) return std::nullopt;
  PaymentCode code{.kind = "Swiss QR",
                   .iban = without_blanks(lines[3]),
                   .currency = std::string(lines[19]),
                   .reference = "",
                   .amount = {}};
  if (!lines[18].empty()) {
    code.amount = Decimal::parse(lines[18]);
    if (!code.amount) return std::nullopt;
  }
  if (lines[27] != "NON") code.reference = without_blanks(lines[28]);
  return code;
}

}  // namespace

std::optional<PaymentCode> read_payment_code(std::string_view text) {
  auto lines = lines_of(text);
  if (lines[0] == "BCD") return epc(lines);
  if (lines[0] == "SPC") return swiss(lines);
  return std::nullopt;
}

std::vector<PaymentCode> payment_codes(const layout::PackedPages& pages) {
  std::vector<PaymentCode> found;
  std::vector<std::string_view> seen;
  for (const layout::Page page : pages)
    for (const layout::Code& code : page.codes) {
      auto payment = read_payment_code(code.text);
      if (!payment || std::ranges::find(seen, code.text) != seen.end()) continue;
      seen.push_back(code.text);
      payment->page = page.number;
      found.push_back(std::move(*payment));
    }
  return found;
}

}  // namespace ap::extract
