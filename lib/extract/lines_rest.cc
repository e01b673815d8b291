#include "extract/lines_rest.h"

#include <algorithm>

#include "extract/lines_product.h"

namespace ap::extract::lines {
namespace {

bool prints(const NumberToken& token, const Decimal& amount) {
  return !token.amount.percent && std::ranges::any_of(token.amount.readings, [&](const AmountReading& r) {
    return r.value.abs() == amount.abs();
  });
}

constexpr Confidence kByArithmetic = 950;

bool names(const RowWords& words, bool charge) { return charge ? words.charge || words.surcharge : words.discount; }

}  // namespace

std::optional<Item> row_of_rest(const Document& doc, const std::vector<Item>& items, const Decimal& rest) {
  std::optional<Item> found;
  std::size_t from = 0;
  for (const Item& item : items) from = std::max(from, item.last_row + 1);
  for (std::size_t row = from; row < doc.lines.size(); ++row) {
    if (doc.repeated[row] || !names(doc.words[row], !rest.is_negative())) continue;
    auto amount = std::ranges::find_if(doc.tokens[row], [&](const NumberToken& t) { return prints(t, rest); });
    if (amount == doc.tokens[row].end()) continue;
    if (found) return std::nullopt;
    Item& item = found.emplace();
    item.first_row = item.last_row = row;
    item.only_amount = true;
    item.words = doc.words[row];
    item.line.net = rest;
    item.line.description = text_beside(doc, row, {*amount});
    const int page = doc.lines[row].page;
    item.evidence["net"] = {
        std::min(amount->confidence, kByArithmetic), page, amount->box, amount->text, How::label, {}};
    item.evidence["net"].proof = "the lines and it make the net";
    item.evidence["description"] = {kByArithmetic, page, doc.lines[row].box, item.line.description, How::layout, {}};
  }
  return found;
}

void take_rest(const Document& doc, const LineHints& hints, const Decimal& before, Reading& reading) {
  if (!hints.net || reading.items.empty()) return;
  Decimal sum = before, adjusted;
  for (const Item& item : reading.items) sum += item.line.net.value_or(Decimal());
  for (const Item& item : reading.adjustments) adjusted += item.line.net.value_or(Decimal());
  const Decimal rest = *hints.net - sum - adjusted;
  if (rest.is_zero() || sum == *hints.net || (hints.gross && sum == *hints.gross)) return;
  if (auto row = row_of_rest(doc, reading.items, rest)) reading.adjustments.push_back(std::move(*row));
}

}  // namespace ap::extract::lines
