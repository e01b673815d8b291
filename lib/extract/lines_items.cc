#include "extract/lines_items.h"

#include <algorithm>

#include "extract/lines_repair.h"
#include "extract/lines_text.h"

namespace ap::extract::lines {
namespace {

Evidence evidence_of(const NumberToken& t, const Document& doc) {
  Evidence e;
  e.page = doc.lines[t.line].page;
  e.box = t.box;
  e.text = t.text;
  e.how = How::layout;
  e.confidence = t.confidence;
  return e;
}

Evidence derived_from(const Evidence& base) {
  Evidence e = base;
  e.how = How::arithmetic;
  return e;
}

struct Maker {
  const Document& doc;
  const Grid& grid;
  const Assignment& assignment;

  void number(Item& item, const Record& record, Role role, const char* field,
              std::optional<Decimal> Line::*member) const {
    auto column = assignment.column(role);
    if (!column || !record.cells[*column]) return;
    item.line.*member = value_at(grid, record, *column, assignment.style);
    item.evidence[field] = evidence_of(grid.tokens[*record.cells[*column]], doc);
  }

  void discount(Item& item, const Record& record) const {
    number(item, record, Role::discount, "discount", &Line::discount);
    Line& line = item.line;
    if (!line.discount || assignment.discount != DiscountKind::percent || !line.quantity || !line.unit_price) return;
    // The record holds the amount (BT-136); the page printed per cent of quantity x price.
    Decimal amount = *line.quantity * *line.unit_price * line.discount->abs() * Decimal::scaled(1, 2);
    line.discount = amount.rounded(2);
    item.evidence["discount"].how = How::arithmetic;
  }

  // "8 pieces, 2 days, 95.00 a day = 1,520.00": the price of a piece is that of all days.
  void factor(Item& item, const Record& record) const {
    auto column = assignment.column(Role::factor);
    if (!column || !record.cells[*column] || !item.line.unit_price) return;
    Decimal times = *value_at(grid, record, *column, assignment.style);
    if (times.is_zero() || times == Decimal(std::int64_t{1})) return;
    item.line.unit_price = *item.line.unit_price * times;
    item.evidence["unit_price"].how = How::arithmetic;
  }

  Item operator()(const Record& record) const {
    Item item;
    item.first_row = record.first_row;
    item.last_row = record.last_row;
    number(item, record, Role::quantity, "quantity", &Line::quantity);
    number(item, record, Role::unit_price, "unit_price", &Line::unit_price);
    number(item, record, Role::base_quantity, "price_base_quantity", &Line::price_base_quantity);
    number(item, record, Role::tax_rate, "tax_rate", &Line::tax_rate);
    number(item, record, Role::net, "net", &Line::net);
    factor(item, record);
    discount(item, record);
    if (auto c = assignment.column(Role::position); c && record.cells[*c]) {
      const NumberToken& t = grid.tokens[*record.cells[*c]];
      item.line.id = t.text;
      item.evidence["id"] = evidence_of(t, doc);
    }
    if (auto c = assignment.column(Role::item_id); c && record.cells[*c]) {
      const NumberToken& t = grid.tokens[*record.cells[*c]];
      item.line.item_id = t.text;
      item.evidence["item_id"] = evidence_of(t, doc);
    }
    if (auto c = assignment.column(Role::quantity); c && record.cells[*c]) {
      const NumberToken& t = grid.tokens[*record.cells[*c]];
      if (auto code = unit_code(t.unit)) {
        item.line.unit = *code;
        item.evidence["unit"] = evidence_of(t, doc);
      }
    }
    return item;
  }
};

bool closes(const Line& line) {
  if (!line.quantity || !line.unit_price || !line.net) return false;
  Decimal price = *line.unit_price;
  if (line.price_base_quantity && !line.price_base_quantity->is_zero())
    price = Decimal::divide(price, *line.price_base_quantity, 8);
  if (product_closes(*line.quantity, price, *line.net)) return true;
  return line.discount && (*line.quantity * price - line.discount->abs() - *line.net).abs() <= Decimal::scaled(2, 2);
}

// Whether all rows together are the net or gross total: then none of them is a sum of others.
bool all_are_items(const Grid& grid, const Assignment& assignment, const LineHints& hints) {
  auto column = assignment.column(Role::net);
  if (!column) return false;
  Decimal sum;
  for (const Record& r : grid.records) sum += value_at(grid, r, *column, assignment.style).value_or(Decimal());
  return (hints.net && *hints.net == sum) || (hints.gross && *hints.gross == sum);
}

// Words that mark a sum, with nothing but an amount beside them, or the sum of the rows before.
bool is_inner_sum(const Item& item, const RowWords& words, const Decimal& running, std::size_t before) {
  if (item.line.quantity || item.line.unit_price || !item.line.net) return false;
  if (words.carried && (before == 0 || *item.line.net == running)) return true;
  if (words.total && !words.charge) return true;
  return before >= 2 && *item.line.net == running && !running.is_zero();
}

bool has_letters(const std::string& text) {
  return std::ranges::count_if(text, [](char c) { return ((c | 32) >= 'a' && (c | 32) <= 'z') || (c & 0x80); }) >= 2;
}

// Rows that print only an amount and whose words do not stand where the other rows have theirs: parts of the totals.
// Rows without any words are out too, unless they close.
std::vector<bool> outside_text_column(const Document& doc, const std::vector<Item>& items) {
  std::vector<std::int32_t> starts;
  auto text_box = [](const Item& i) -> std::optional<Box> {
    auto e = i.evidence.find("description");
    return e == i.evidence.end() ? std::nullopt : e->second.box;
  };
  for (const Item& i : items)
    if (auto box = text_box(i); box && !i.only_amount) starts.push_back(box->x0);
  std::ranges::sort(starts);
  std::vector<bool> out;
  for (const Item& i : items) {
    auto box = text_box(i);
    bool worded = box && has_letters(i.line.description);
    bool apart = false;
    if (worded && i.only_amount && !starts.empty()) {
      std::int32_t reach = 4 * letter_height(doc.lines[i.first_row]);
      apart = box->x0 > starts.back() + reach || box->x0 < starts.front() - reach;
    }
    out.push_back(apart || (!worded && !i.closes));
  }
  return out;
}

void add_regions(const Document& doc, const Body& body, Reading& reading) {
  auto add = [&](std::size_t line) {
    const layout::TextLine& l = doc.lines[line];
    if (reading.regions.empty() || reading.regions.back().first != l.page) reading.regions.emplace_back(l.page, l.box);
    reading.regions.back().second = unite(reading.regions.back().second, l.box);
  };
  if (reading.items.empty()) return;
  if (body.heading && !body.on_earlier_page)
    for (std::size_t i = body.heading->first; i <= body.heading->last; ++i) add(i);
  for (const Item& item : reading.items)
    for (std::size_t i = item.first_row; i <= item.last_row; ++i) add(i);
}

}  // namespace

void derive_missing(Item& item) {
  Line& l = item.line;
  if (!l.net && l.quantity && l.unit_price) {
    Decimal base = l.price_base_quantity.value_or(Decimal(std::int64_t{1}));
    if (base.is_zero()) return;
    l.net = (Decimal::divide(*l.quantity * *l.unit_price, base, 8) - l.discount.value_or(Decimal()).abs()).rounded(2);
    item.evidence["net"] = derived_from(item.evidence["unit_price"]);
    return;
  }
  if (!l.net) return;
  const Evidence net = item.evidence["net"];
  if (!l.quantity && !l.unit_price) {
    item.only_amount = true;
    l.quantity = Decimal(std::int64_t{1});
    item.evidence["quantity"] = derived_from(net);
  } else if (!l.quantity && !l.unit_price->is_zero() && !l.discount && !l.price_base_quantity) {
    // The quotient is the quantity where few decimals do and give the amount back to the cent.
    Decimal q = Decimal::divide(*l.net, *l.unit_price, 3).normalized();
    bool exact = q * *l.unit_price == *l.net || (q.scale() > 0 && (q * *l.unit_price).rounded(2) == *l.net);
    bool tax_factor = q > Decimal(std::int64_t{1}) && q < Decimal::scaled(13, 1);  // a net price beside a gross amount
    // A hundredth of the price below a cent: any amount would have such a quotient.
    const bool told = q.scale() == 0 || l.unit_price->abs() * Decimal::scaled(1, q.scale()) >= Decimal::scaled(5, 2);
    if (!exact || !told || tax_factor || q.is_negative() || q.is_zero()) return;
    const bool signed_net = !currency_of(net.text).empty() || net.text.starts_with('$');
    const std::string& factor = item.evidence["unit_price"].text;
    constexpr int kMostHours = 24;
    // "1.40   $574.00": amounts bear the sign of the money, hours do not.
    if (signed_net && currency_of(factor).empty() && factor.find('$') == std::string::npos &&
        *l.unit_price < Decimal(std::int64_t{kMostHours}) && q > *l.unit_price * Decimal(std::int64_t{4}) &&
        q.scale() <= 2) {
      l.quantity = std::exchange(l.unit_price, q);
      item.evidence["quantity"] = std::exchange(item.evidence["unit_price"], derived_from(net));
      return;
    }
    l.quantity = q;
    item.evidence["quantity"] = derived_from(net);
  } else if (!l.unit_price && !l.quantity->is_zero() && !l.discount) {
    Decimal p = Decimal::divide(*l.net, *l.quantity, 8).normalized();
    if (p.scale() > 4) return;
    l.unit_price = p.scale() < 2 ? p.rounded(2) : p;
    item.evidence["unit_price"] = derived_from(net);
  }
}

std::vector<Amount> totals_of(const Document& doc, const Body& body) {
  std::vector<Amount> out;
  for (const auto* part : {&body.totals, &body.after})
    for (std::size_t line : *part)
      for (const NumberToken& t : doc.tokens[line])
        if (t.amount_like() && !doc.words[line].carried) out.push_back(t.amount);
  return out;
}

void cut_to_sum(Reading& reading, const std::vector<Amount>& totals, const LineHints& hints) {
  auto& items = reading.items;
  std::vector<Decimal> sums{Decimal()};
  for (const Item& i : items) sums.push_back(sums.back() + i.line.net.value_or(Decimal()));
  auto named = [&](const Decimal& sum, std::size_t rest) {
    if (sum.is_zero()) return false;
    if ((hints.net && *hints.net == sum) || (hints.gross && *hints.gross == sum)) return true;
    auto equal = [&](const Amount& t) {
      return std::ranges::any_of(t.readings, [&](const AmountReading& r) { return r.value.abs() == sum.abs(); });
    };
    bool later = std::any_of(items.begin() + static_cast<std::ptrdiff_t>(rest), items.end(),
                             [&](const Item& i) { return i.line.net && i.line.net->abs() == sum.abs(); });
    bool inner = std::ranges::any_of(reading.sums, [&](const Decimal& s) { return s.abs() == sum.abs(); });
    return later || inner || std::ranges::any_of(totals, equal);
  };
  constexpr std::size_t kMostCut = 200;  // rows; a block of totals is shorter
  std::size_t least = items.size() > kMostCut ? items.size() - kMostCut : 0;
  for (std::size_t keep = items.size(); keep > least; --keep) {
    if (named(sums[keep], keep)) {
      items.resize(keep);
      return;
    }
    if (items[keep - 1].closes && !items[keep - 1].only_amount) return;  // a sound line is never cut off
  }
}

// A rate is what states levy: "81" of a recognised "8.1" is the rate of the document that lost its point.
void check_rate(Item& item, const LineHints& hints) {
  auto& rate = item.line.tax_rate;
  const Decimal most = 30;
  if (!rate || (!rate->is_negative() && *rate <= most)) return;
  Decimal tenth = Decimal::divide(*rate, 10, 4).normalized();
  if (std::ranges::find(hints.rates, tenth) != hints.rates.end()) {
    rate = tenth;
    return;
  }
  rate.reset();
  item.evidence.erase("tax_rate");
}

// A price is never for nothing or less, nor does it take off what the line adds: what stood in the column was part of
// a text.
void check_base(Item& item) {
  Line& line = item.line;
  if (line.unit_price && line.unit_price->is_negative() && line.quantity && !line.quantity->is_negative() && line.net &&
      !line.net->is_negative()) {
    line.unit_price.reset();
    item.evidence.erase("unit_price");
  }
  auto& base = item.line.price_base_quantity;
  if (!base || (!base->is_negative() && !base->is_zero())) return;
  base.reset();
  item.line.quantity.reset();
  item.evidence.erase("price_base_quantity");
  item.evidence.erase("quantity");
}

// A whole number alone beside words, where all other rows have cents: a page number, a count of parcels.
void drop_counts(std::vector<Item>& items) {
  auto cents = [](const Item& i) { return i.line.net && i.line.net->scale() == 2; };
  auto count = [](const Item& i) { return i.only_amount && i.line.net && i.line.net->scale() == 0; };
  if (std::ranges::count_if(items, cents) < 2 ||
      !std::ranges::all_of(items, [&](const Item& i) { return cents(i) || count(i); }))
    return;
  std::erase_if(items, count);
}

// Whether a row behind the first sum may be an item: words of its own, and none that name a sum, a tax or a discount.
bool may_be_item(const Document& doc, const Record& record) {
  const std::string text = fold(doc.lines[record.last_row].text());
  const RowWords words = row_words(text);
  return has_letters(text) &&
         !(words.total || words.tax || words.carried || words.payment || words.discount || words.surcharge);
}

// Whether the rows behind the first sum go on with another section: all of them that may be items make the net of the
// document together with those before, which do not.
bool goes_on(const Grid& grid, const Assignment& assignment, const Grid& later, const LineHints& hints,
             const Reading& reading, const Document& doc) {
  const auto column = assignment.column(Role::net);
  const auto& net = hints.net ? hints.net : hints.gross;
  if (!column || !net) return false;
  Decimal sum;
  for (const Item& item : reading.items) sum += item.line.net.value_or(Decimal());
  // A net that follows from other values proves nothing: it must be printed.
  bool printed = std::ranges::any_of(doc.tokens, [&](const auto& row) {
    return std::ranges::any_of(row, [&](const NumberToken& t) {
      return std::ranges::any_of(t.amount.readings, [&](const AmountReading& r) { return r.value == *net; });
    });
  });
  if (sum == *net || !printed) return false;
  for (const Record& record : later.records)
    if (may_be_item(doc, record)) sum += value_at(grid, record, *column, assignment.style).value_or(Decimal());
  return sum == *net;
}

Reading read_items(const Document& doc, const Body& body, const Grid& table, const Assignment& assignment,
                   const LineHints& hints) {
  Reading reading;
  reading.assignment = assignment;
  Grid grid = table;
  Maker make{doc, grid, assignment};
  Decimal running = hints.before.value_or(Decimal());
  std::vector<Record> taken;
  bool no_sums = all_are_items(table, assignment, hints);
  auto take = [&](const Record& record, bool must_close) {
    Item item = make(record);
    const Line& l = item.line;
    if (!l.net && (assignment.column(Role::net) || !l.quantity || !l.unit_price)) return;
    item.checked = l.quantity && l.unit_price && l.net;
    item.closes = closes(l);
    if (must_close && !item.closes) return;
    item.words = doc.words[record.last_row];
    if (!no_sums && is_inner_sum(item, item.words, running, reading.items.size())) {
      if (!item.words.carried) reading.sums.push_back(*l.net);
      return;
    }
    if (l.net) running += *l.net;
    reading.items.push_back(std::move(item));
    taken.push_back(record);
  };
  for (const Record& record : table.records) take(record, false);
  Grid later = later_rows(doc, body, table);
  for (Record& record : later.records) {
    for (auto& cell : record.cells)
      if (cell) *cell += table.tokens.size();
  }
  std::ranges::copy(later.tokens, std::back_inserter(grid.tokens));
  const bool section = goes_on(grid, assignment, later, hints, reading, doc);
  for (const Record& record : later.records)
    if (!reading.items.empty()) take(record, !section || !may_be_item(doc, record));
  attach_text(doc, body, grid, assignment, taken, reading.items);
  for (Item& item : reading.items) check_rate(item, hints), check_base(item), derive_missing(item);
  drop_counts(reading.items);
  std::vector<bool> outside = outside_text_column(doc, reading.items);
  std::size_t index = 0;
  std::erase_if(reading.items, [&](Item& i) {
    bool out = outside[index++];
    if (out && i.only_amount) reading.sums.push_back(*i.line.net);
    if (out && (i.words.charge || i.words.discount)) reading.adjustments.push_back(std::move(i));
    return out;
  });
  auto is_adjustment = [](const Item& i) {
    return i.only_amount && (i.words.discount || i.words.surcharge || (i.line.net->is_negative() && i.words.charge));
  };
  std::ranges::copy_if(reading.items, std::back_inserter(reading.adjustments), is_adjustment);
  std::erase_if(reading.items, is_adjustment);
  std::vector<Amount> totals = totals_of(doc, body);
  cut_to_sum(reading, totals, hints);
  repair_by_sums(reading, totals, hints);
  add_regions(doc, body, reading);
  return reading;
}

}  // namespace ap::extract::lines
