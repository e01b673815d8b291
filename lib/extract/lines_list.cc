#include "extract/lines_list.h"

#include <algorithm>

#include "extract/lines_text.h"

namespace ap::extract::lines {
namespace {

using layout::TextLine;

// A row with an amount at its right end.
struct Entry {
  std::size_t line = 0;
  NumberToken amount;
  Decimal value;
  bool sum = false;  // it names a sum, a tax or a payment
};

std::optional<Decimal> value_of(const NumberToken& t, NumberStyle style) {
  auto v = t.amount.as(style);
  return v ? v : t.amount.readings.front().value;
}

std::vector<Entry> entries_of(const Document& doc, NumberStyle style) {
  std::vector<Entry> out;
  for (std::size_t i = 0; i < doc.lines.size(); ++i) {
    if (doc.repeated[i]) continue;
    const NumberToken* last = nullptr;
    for (const NumberToken& t : doc.tokens[i])
      if (t.amount.decimals() == 2 && !t.amount.percent && t.stand != Stand::embedded && t.stand != Stand::leading)
        last = &t;
    if (!last) continue;
    const RowWords& w = doc.words[i];
    out.push_back({i, *last, *value_of(*last, style), w.total || w.tax || w.payment || w.carried});
  }
  return out;
}

// "2 x 3,50", "2 @ 3.50", "3,50 x 2", "20 Stk 4,55 10 %" among the numbers of a line: quantity and price, less a
// discount in per cent, whose product is `amount`.
bool take_product(Item& item, const Document& doc, std::size_t line, const Decimal& amount, NumberStyle style) {
  const auto& tokens = doc.tokens[line];
  std::vector<Decimal> factors{Decimal(std::int64_t{1})};
  for (const NumberToken& t : tokens)
    if (t.amount.percent) factors.push_back(Decimal(std::int64_t{1}) - *value_of(t, style) * Decimal::scaled(1, 2));
  auto closing = [&](const Decimal& q, const Decimal& p) {
    return std::ranges::any_of(factors, [&](const Decimal& f) { return product_closes(q, p * f, amount); });
  };
  for (std::size_t a = 0; a < tokens.size(); ++a) {
    for (std::size_t b = 0; b < tokens.size(); ++b) {
      if (a == b || tokens[a].amount.percent || tokens[b].amount.percent || tokens[b].amount.decimals() < 2) continue;
      Decimal q = *value_of(tokens[a], style), p = *value_of(tokens[b], style);
      if (tokens[a].money() || q.is_zero() || q.is_negative() || !closing(q, p)) continue;
      item.line.quantity = q;
      item.line.unit_price = p;
      for (auto [field, t] : {std::pair("quantity", &tokens[a]), std::pair("unit_price", &tokens[b])})
        item.evidence[field] = {t->confidence, doc.lines[line].page, t->box, t->text, How::layout, {}};
      item.checked = item.closes = true;
      return true;
    }
  }
  return false;
}

bool has_letters(const Document& doc, std::size_t line) {
  std::string text = fold(doc.lines[line].text());
  return std::ranges::count_if(text, [](char c) { return c >= 'a' && c <= 'z'; }) >= 3;
}

// Whether the line says only "2 x 1,20" of an amount that stands on the line before or after it.
bool is_detail(const Document& doc, const std::vector<Entry>& entries, std::size_t index, NumberStyle style) {
  const Entry& e = entries[index];
  if (has_letters(doc, e.line)) return false;
  auto belongs = [&](std::size_t other) {
    const Entry& o = entries[other];
    bool beside = o.line + 1 == e.line || e.line + 1 == o.line;
    Item probe;
    return beside && o.value != e.value && take_product(probe, doc, e.line, o.value, style);
  };
  return (index > 0 && belongs(index - 1)) || (index + 1 < entries.size() && belongs(index + 1));
}

// The rows [first, last) whose amounts make the sum printed in `sum`.
struct Run {
  std::size_t first = 0, last = 0, sum = 0;
};

// The longest run of rows right above a sum that adds up to it. A tax row between the run and the sum does no harm.
std::optional<Run> closing_run(const Document& doc, const std::vector<Entry>& entries) {
  std::optional<Run> best;
  for (std::size_t s = 1; s < entries.size(); ++s) {
    if (!entries[s].sum || entries[s].value.is_zero() || doc.words[entries[s].line].carried) continue;
    std::size_t last = s;
    while (last > 0 && entries[last - 1].sum) --last;
    Decimal sum;
    for (std::size_t first = last; first-- > 0;) {
      if (entries[first].sum) break;
      sum += entries[first].value;
      if (sum != entries[s].value || entries[first].value.is_zero()) continue;
      if (!best || last - first > best->last - best->first) best = Run{first, last, s};
    }
  }
  return best;
}

// Words left of the first number that belongs to the product or the amount.
std::string text_of(const Document& doc, std::size_t line, bool whole) {
  std::size_t end = doc.lines[line].words.size();
  if (!whole)
    for (const NumberToken& t : doc.tokens[line])
      if (t.first > 0 && (t.stand == Stand::free || t.money())) end = std::min(end, t.first);
  std::string out;
  for (std::size_t w = 0; w < end; ++w) {
    if (w > 0) out += ' ';
    out += doc.lines[line].words[w].text;
  }
  return out;
}

Item item_of(const Document& doc, const std::vector<Entry>& entries, std::size_t index, NumberStyle style) {
  const Entry& e = entries[index];
  Item item;
  item.first_row = item.last_row = e.line;
  item.line.net = e.value;
  item.evidence["net"] = {e.amount.confidence, doc.lines[e.line].page, e.amount.box, e.amount.text, How::layout, {}};
  std::size_t text_line = e.line;
  auto free_line = [&](std::size_t line) {
    return std::ranges::none_of(
        entries, [&](const Entry& o) { return o.line == line && o.line != e.line && has_letters(doc, line); });
  };
  bool near = e.line > 0 && doc.lines[e.line - 1].page == doc.lines[e.line].page;
  if (!take_product(item, doc, e.line, e.value, style)) {
    if (near && free_line(e.line - 1) && take_product(item, doc, e.line - 1, e.value, style))
      item.first_row = e.line - 1;
    else if (e.line + 1 < doc.lines.size() && free_line(e.line + 1) &&
             take_product(item, doc, e.line + 1, e.value, style))
      item.last_row = e.line + 1;
  }
  if (!has_letters(doc, text_line) || text_of(doc, text_line, false).size() < 3)
    if (near && has_letters(doc, e.line - 1)) text_line = item.first_row = e.line - 1;
  item.line.description = text_of(doc, text_line, text_line != e.line);
  item.evidence["description"] = {
      kCertain, doc.lines[text_line].page, doc.lines[text_line].box, item.line.description, How::layout, {}};
  item.words = doc.words[e.line];
  auto cells = std::ranges::count_if(doc.tokens[e.line], [](const NumberToken& t) { return t.stand == Stand::free; });
  if (cells < 2 || item.line.quantity) derive_missing(item);  // other numbers than the amount may be a quantity
  return item;
}

}  // namespace

Reading read_list(const Document& doc, const LineHints& hints) {
  Reading reading;
  reading.assignment.style = hints.style;
  std::vector<Entry> entries, rows = entries_of(doc, hints.style);
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (!is_detail(doc, rows, i, hints.style)) entries.push_back(rows[i]);
  std::optional<Run> run = closing_run(doc, entries);
  if (!run && hints.receipt) {
    std::size_t end = 0;
    while (end < entries.size() && !entries[end].sum) ++end;
    run = Run{0, end, end};
  }
  if (!run) return reading;
  for (std::size_t i = run->first; i < run->last; ++i) {
    Item item = item_of(doc, entries, i, hints.style);
    bool discount = item.words.discount && item.line.net->is_negative();
    (discount ? reading.adjustments : reading.items).push_back(std::move(item));
  }
  for (const Item& item : reading.items) {
    const TextLine& l = doc.lines[item.last_row];
    if (reading.regions.empty() || reading.regions.back().first != l.page) reading.regions.emplace_back(l.page, l.box);
    reading.regions.back().second = unite(reading.regions.back().second, l.box);
  }
  return reading;
}

}  // namespace ap::extract::lines
