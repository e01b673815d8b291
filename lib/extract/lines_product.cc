#include "extract/lines_product.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "extract/lines_roles.h"
#include "extract/lines_slip.h"

namespace ap::extract::lines {
namespace {

Decimal value_of(const NumberToken& t, NumberStyle style) {
  auto v = t.amount.as(style);
  return v ? *v : t.amount.readings.front().value;
}

// A unit, or what recognition makes of the sign for litre.
bool is_measure(const std::string& text) { return text == "I" || text == "|" || text == "1" || unit_code(text); }

// "1,859 €/l", and as recognition has it "1,859 €/|": pumps tell litres in hundredths.
bool per_litre(const Document& doc, const NumberToken& price) {
  const auto& words = doc.lines[price.line].words;
  if (price.last + 1 >= words.size()) return false;
  const std::string& text = words[price.last + 1].text;
  return std::ranges::any_of(std::array{"/l", "/L", "/I", "/|", "/1"},
                             [&](const char* sign) { return text.ends_with(sign); });
}

// A lone sign of multiplication, equality or currency, or a leader of dots: no word of a text.
bool is_sign(const std::string& text) {
  std::string folded = fold(text);
  const std::size_t per = text.find('/');  // "EUR/kg"
  if (per != std::string::npos && !currency_of(text.substr(0, per)).empty() && is_measure(text.substr(per + 1)))
    return true;
  return folded.empty() || folded == "x" || text == "\u00d7" || !currency_of(text).empty();
}

}  // namespace

std::optional<Product> product_of(const Document& doc, const std::vector<std::size_t>& lines, const Decimal& amount,
                                  NumberStyle style) {
  std::vector<const NumberToken*> tokens;
  for (std::size_t line : lines)
    for (const NumberToken& t : doc.tokens[line]) tokens.push_back(&t);
  std::vector<const NumberToken*> percents{nullptr};
  for (const NumberToken* t : tokens)
    if (t->amount.percent) percents.push_back(t);
  std::optional<Product> best;
  std::ptrdiff_t nearest = 0;
  constexpr std::size_t kMost = 12;  // numbers of an item; a longer row is none
  if (tokens.size() > kMost) return best;
  for (std::size_t a = 0; a < tokens.size(); ++a) {
    for (std::size_t b = 0; b < tokens.size(); ++b) {
      const NumberToken &qt = *tokens[a], &pt = *tokens[b];
      if (a == b || qt.amount.percent || pt.amount.percent || !pt.unit.empty()) continue;
      if (qt.money() && qt.unit.empty()) continue;  // "55,17 l" is a quantity all the same
      Decimal q = value_of(qt, style), p = value_of(pt, style).abs();
      if (p.scale() < 2 && amount.scale() != 0) continue;
      if (q.is_zero() || q.is_negative()) continue;
      if (p == amount.abs() && qt.line != pt.line) continue;  // a "1" of another row makes any amount its own price
      auto distance = std::abs(static_cast<std::ptrdiff_t>(b) - static_cast<std::ptrdiff_t>(a));
      if (best && distance >= nearest) continue;
      for (const NumberToken* percent : percents) {
        Decimal factor(std::int64_t{1});
        if (percent) factor = factor - value_of(*percent, style).abs() * Decimal::scaled(1, 2);
        std::optional<Decimal> mended;
        const bool to_the_cent = (q * p * factor).abs().rounded(2) == amount.abs();
        if (!to_the_cent || per_litre(doc, pt)) mended = mended_quantity(qt, q, p * factor, amount);
        if (!mended && !product_closes(q, p * factor, amount)) continue;
        best = Product{
            qt, pt, percent ? std::optional(*percent) : std::nullopt, mended.value_or(q), p, mended.has_value()};
        nearest = distance;
        break;
      }
    }
  }
  return best;
}

std::string text_beside(const Document& doc, std::size_t line, const std::vector<NumberToken>& numbers) {
  const auto& words = doc.lines[line].words;
  std::string out;
  bool used = false;
  for (std::size_t w = 0; w < words.size(); ++w) {
    bool tax_mark = used && w + 1 == words.size() && words[w].text.size() <= 2;  // a till's letter behind the amount
    used = std::ranges::any_of(numbers,
                               [&](const NumberToken& t) { return t.line == line && t.first <= w && w <= t.last; });
    if (used || tax_mark || is_sign(words[w].text)) continue;
    if (!out.empty()) out += ' ';
    out += words[w].text;
  }
  return out;
}

}  // namespace ap::extract::lines
