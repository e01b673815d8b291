#include "extract/lines_list.h"

#include <algorithm>

#include "extract/lines_product.h"
#include "extract/lines_slip.h"

namespace ap::extract::lines {
namespace {

using layout::TextLine;

// A row with an amount at its right end.
struct Entry {
  std::size_t line = 0;
  NumberToken amount;
  Decimal value;
  bool sum = false;                  // it names a sum, a tax or a payment
  std::vector<Decimal> others = {};  // of a sentence that tells sums: its other amounts
};

std::optional<Decimal> value_of(const NumberToken& t, NumberStyle style) {
  auto v = t.amount.as(style);
  return v ? v : t.amount.readings.front().value;
}

std::vector<Entry> entries_of(const Document& doc, NumberStyle style) {
  std::vector<Entry> out;
  auto is_cents = [](const NumberToken& t) { return t.amount.decimals() == 2 && !t.amount.percent && t.unit.empty(); };
  bool cents = std::ranges::any_of(doc.tokens, [&](const auto& row) { return std::ranges::any_of(row, is_cents); });
  for (std::size_t i = 0; i < doc.lines.size(); ++i) {
    if (doc.repeated[i]) continue;
    const NumberToken* last = nullptr;
    for (const NumberToken& t : doc.tokens[i])
      if ((cents ? is_cents(t) : t.amount_like()) && t.stand != Stand::embedded && t.stand != Stand::leading) last = &t;
    const RowWords& w = doc.words[i];
    bool sum = w.total || w.tax || w.payment || w.carried;
    // "Summe netto 1.911,98 €, zuzüglich 19 % Umsatzsteuer 363,28 €, ergibt einen": sums in a sentence.
    std::vector<Decimal> told;
    for (const NumberToken& t : doc.tokens[i])
      if (is_cents(t) && (sum || row_words(fold(doc.lines[i].text())).total)) told.push_back(*value_of(t, style));
    if (!last && told.size() < 2) continue;
    if (!last) last = &*std::ranges::find_if(doc.tokens[i], is_cents);
    out.push_back({i, *last, *value_of(*last, style), sum || told.size() > 1, std::move(told)});
  }
  return out;
}

// Takes quantity and price from a product on these lines; returns its numbers, none where nothing closes.
std::vector<NumberToken> take_product(Item& item, const Document& doc, const std::vector<std::size_t>& lines,
                                      const Decimal& amount, NumberStyle style) {
  auto product = product_of(doc, lines, amount, style);
  if (!product) return {};
  item.line.quantity = product->quantity_value;
  item.line.unit_price = product->price_value;
  for (auto [field, t] : {std::pair("quantity", &product->quantity), std::pair("unit_price", &product->price)})
    item.evidence[field] = {t->confidence, doc.lines[t->line].page, t->box, t->text, How::layout, {}};
  if (product->mended) item.evidence["quantity"].how = How::arithmetic;
  if (auto code = unit_code(product->quantity.unit)) {
    item.line.unit = *code;
    item.evidence["unit"] = item.evidence["quantity"];
  }
  item.checked = item.closes = true;
  std::vector<NumberToken> numbers{product->quantity, product->price};
  if (product->percent) numbers.push_back(*product->percent);
  return numbers;
}

int letters(const std::string& text) {
  return static_cast<int>(std::ranges::count_if(fold(text), [](char c) { return c >= 'a' && c <= 'z'; }));
}

bool has_letters(const Document& doc, std::size_t line) {
  std::string text = fold(doc.lines[line].text());
  return std::ranges::count_if(text, [](char c) { return c >= 'a' && c <= 'z'; }) >= 3;
}

// Whether the line says only "2 x 1,20" of an amount that stands on the line before or after it.
bool is_detail(const Document& doc, const std::vector<Entry>& entries, std::size_t index, NumberStyle style) {
  const Entry& e = entries[index];
  if (has_letters(doc, e.line) && !tells_price_only(doc, e.line)) return false;
  auto belongs = [&](std::size_t other) {
    const Entry& o = entries[other];
    bool beside = o.line + 1 == e.line || e.line + 1 == o.line;
    return beside && o.value != e.value && product_of(doc, {e.line}, o.value, style);
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
      bool told = std::ranges::find(entries[s].others, sum) != entries[s].others.end();
      if ((sum != entries[s].value && !told) || entries[first].value.is_zero()) continue;
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

// The lines that may hold the product of an amount: its own, the one before or after it, or a sentence wrapped over
// the lines before.
std::vector<std::vector<std::size_t>> product_lines(const Document& doc, const std::vector<Entry>& entries,
                                                    std::size_t line) {
  auto free_line = [&](std::size_t other) {
    if (other >= doc.lines.size() || doc.lines[other].page != doc.lines[line].page) return false;
    return !std::ranges::binary_search(entries, other, {}, &Entry::line) || !has_letters(doc, other);
  };
  std::vector<std::vector<std::size_t>> out{{line}};
  bool before = line > 0 && free_line(line - 1);
  if (before) out.push_back({line - 1});
  if (free_line(line + 1)) out.push_back({line + 1});
  if (before) out.push_back({line - 1, line});
  if (before && line > 1 && free_line(line - 2)) out.push_back({line - 2, line - 1, line});
  return out;
}

// The text of an item: what stands beside its numbers, and where that is nothing, the line before it.
void take_text(Item& item, const Document& doc, std::size_t line, std::vector<NumberToken> numbers) {
  for (const NumberToken& t : doc.tokens[line])
    if (t.stand == Stand::free && t.first > 0) numbers.push_back(t);
  bool product = item.closes && item.line.quantity;
  std::string text;
  for (std::size_t i = item.first_row; i <= item.last_row; ++i) {
    std::string part = product ? text_beside(doc, i, numbers) : i == line ? text_of(doc, i, false) : std::string();
    if (letters(part) == 0) continue;
    text += (text.empty() ? "" : " ") + part;
  }
  std::size_t row = line;
  bool near = item.first_row > 0 && doc.lines[item.first_row - 1].page == doc.lines[line].page;
  if (letters(text) < 3 && near && has_letters(doc, item.first_row - 1)) {
    row = --item.first_row;
    text = text_of(doc, row, true);
  }
  item.line.description = text;
  item.evidence["description"] = {kCertain, doc.lines[row].page, doc.lines[row].box, text, How::layout, {}};
}

Item item_of(const Document& doc, const std::vector<Entry>& entries, std::size_t index, NumberStyle style) {
  const Entry& e = entries[index];
  Item item;
  item.first_row = item.last_row = e.line;
  item.line.net = e.value;
  item.evidence["net"] = {e.amount.confidence, doc.lines[e.line].page, e.amount.box, e.amount.text, How::layout, {}};
  std::vector<NumberToken> numbers;
  for (const auto& lines : product_lines(doc, entries, e.line)) {
    numbers = take_product(item, doc, lines, e.value, style);
    if (numbers.empty()) continue;
    item.first_row = std::min(item.first_row, lines.front());
    item.last_row = std::max(item.last_row, lines.back());
    break;
  }
  numbers.push_back(e.amount);
  take_text(item, doc, e.line, numbers);
  item.words = doc.words[e.line];
  // What stands behind the amount is a till's figure for the tax.
  auto cells = std::ranges::count_if(doc.tokens[e.line], [&](const NumberToken& t) {
    return t.stand == Stand::free && !t.amount.percent && t.first <= e.amount.first;
  });
  take_factor(item, doc, e.line);
  if (cells < 2 || item.line.quantity) derive_missing(item);  // other numbers than the amount may be a quantity
  return item;
}

// The whole number that a row begins with.
const NumberToken* count_of(const Document& doc, const Item& item) {
  for (const NumberToken& t : doc.tokens[item.first_row]) {
    const Amount& a = t.amount;
    bool small = a.readings.front().value < Decimal(std::int64_t{1000}) && a.readings.front().value.scale() == 0;
    if (t.first == 0 && small && !t.money() && !a.percent && !a.readings.front().value.is_zero()) return &t;
  }
  return nullptr;
}

// "3 Coffee  7,50": where nearly all rows begin with a whole number it is the quantity, and the amount is that of all;
// 1, 2, 3 in order are positions.
void take_counts(std::vector<Item>& items, const Document& doc) {
  std::size_t found = 0, in_order = 0;
  for (const Item& i : items) {
    const NumberToken* t = count_of(doc, i);
    found += t != nullptr;
    in_order += t && t->amount.readings.front().value == Decimal(static_cast<std::int64_t>(found));
  }
  if (found < 2 || found * 3 < items.size() * 2) return;
  for (Item& i : items) {
    const NumberToken* t = count_of(doc, i);
    bool known = i.line.quantity && i.checked;
    if (!t || known) continue;
    Evidence evidence{t->confidence, doc.lines[t->line].page, t->box, t->text, How::layout, {}};
    i.line.quantity.reset();
    i.evidence.erase("quantity");
    if (in_order == found) {
      i.line.id = t->text;
      i.evidence["id"] = evidence;
    } else {
      i.line.quantity = t->amount.readings.front().value;
      i.evidence["quantity"] = evidence;
    }
    i.line.unit_price.reset();
    i.evidence.erase("unit_price");
    derive_missing(i);
    std::string count = doc.lines[t->line].words[0].text + " ";
    if (i.line.description.starts_with(count)) i.line.description.erase(0, count.size());
  }
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
  take_counts(reading.items, doc);
  for (const Item& item : reading.items) {
    const TextLine& l = doc.lines[item.last_row];
    if (reading.regions.empty() || reading.regions.back().first != l.page) reading.regions.emplace_back(l.page, l.box);
    reading.regions.back().second = unite(reading.regions.back().second, l.box);
  }
  return reading;
}

}  // namespace ap::extract::lines
