// Which text lines belong to a table: from its heading, or from the totals upwards, to its end.
#include <algorithm>
#include <map>
#include <set>

#include "extract/lines_table.h"

namespace ap::extract::lines {
namespace {

using layout::overlap;
using layout::TextLine;

// An amount that stands for itself; one inside a text names nothing.
bool has_amount(const std::vector<NumberToken>& tokens) {
  return std::ranges::any_of(tokens, [](const NumberToken& t) {
    return t.amount_like() && t.stand != Stand::embedded && t.stand != Stand::leading;
  });
}

// The words right before an amount: back to the next number or gap of a column, folded. "Rate Base  Total  12.00"
// speaks of the total.
std::string label_before(const TextLine& line, const NumberToken& amount) {
  std::size_t begin = amount.first;
  std::int32_t height = letter_height(line);
  while (begin > 0) {
    const layout::Word& word = line.words[begin - 1];
    bool apart = begin < amount.first && line.words[begin].box.x0 - word.box.x1 > height;
    if (apart || (read_amount(word.text) && !word.text.ends_with('%'))) break;
    --begin;
  }
  std::string out;
  for (std::size_t i = begin; i < amount.first; ++i) out += line.words[i].text + " ";
  return fold(out);
}

// What a line says of its last amount; where nothing stands before that, what the line says.
std::string label_text(const TextLine& line, const std::vector<NumberToken>& tokens) {
  std::string label;
  for (const NumberToken& t : tokens)
    if (t.amount_like())
      if (std::string before = label_before(line, t); !before.empty()) label = std::move(before);
  return label.empty() ? fold(line.text()) : label;
}

int free_numbers(const std::vector<NumberToken>& tokens) {
  return static_cast<int>(
      std::ranges::count_if(tokens, [](const NumberToken& t) { return t.stand != Stand::embedded; }));
}

// A line that names a sum: a sum word right before an amount, and little else.
bool is_sum(const Document& doc, std::size_t i) {
  if (doc.sum_labels[i]) return true;
  const RowWords& w = doc.words[i];
  if (!(w.total || w.tax || w.carried) || !has_amount(doc.tokens[i])) return false;
  std::string label = label_text(doc.lines[i], doc.tokens[i]);
  return std::ranges::count(label, ' ') < 7 && free_numbers(doc.tokens[i]) <= 6;
}

// A line that is nothing but the name of a sum and its amount: "Summe (netto): 2.350,80".
bool only_sum(const Document& doc, std::size_t i) {
  constexpr std::size_t kMostWords = 5;
  const TextLine& line = doc.lines[i];
  auto amounts = std::ranges::count_if(doc.tokens[i], [](const NumberToken& t) { return t.amount_like(); });
  if (amounts != 1 || line.words.size() > kMostWords) return false;
  RowWords first = row_words(fold(line.words.front().text));
  return first.total || first.tax;
}

// "Posa in opera  2,00  328,47  IVA 22%  656,94": the name of the tax stands in the column of rates, between the
// numbers of an item.
bool tax_in_column(const Document& doc, std::size_t i, const Heading& heading) {
  const RowWords& w = doc.words[i];
  if (w.total || w.carried || !w.tax) return false;
  const TextLine& line = doc.lines[i];
  for (const HeadingCell& cell : heading.cells) {
    if (std::ranges::find(cell.roles, Role::tax_rate) == cell.roles.end()) continue;
    auto mark =
        std::ranges::find_if(line.words, [&](const layout::Word& word) { return row_words(fold(word.text)).tax; });
    if (mark == line.words.end() || overlap(mark->box.x0, mark->box.x1, cell.box.x0, cell.box.x1) <= 0) continue;
    bool before = false, behind = false;
    for (const NumberToken& t : doc.tokens[i]) {
      if (!t.amount_like() || t.amount.percent) continue;
      (t.box.x0 < mark->box.x0 ? before : behind) = true;
    }
    if (before && behind) return true;
  }
  return false;
}

// Under a heading, an amount inside the column of descriptions is a remark about an item, no sum.
bool is_sum(const Document& doc, std::size_t i, const Heading& heading) {
  if (!is_sum(doc, i) || (!doc.sum_labels[i] && tax_in_column(doc, i, heading))) return false;
  auto text = std::ranges::find_if(
      heading.cells, [](const HeadingCell& c) { return !c.roles.empty() && c.roles.front() == Role::description; });
  auto price = std::ranges::find_if(text, heading.cells.end(), [](const HeadingCell& c) {
    return !c.roles.empty() &&
           (c.roles.front() == Role::unit_price || c.roles.front() == Role::quantity || c.roles.front() == Role::net);
  });
  if (text == heading.cells.end() || price == heading.cells.end()) return true;
  if (doc.sum_labels[i] || only_sum(doc, i)) return true;
  return std::ranges::any_of(doc.tokens[i], [&](const NumberToken& t) {
    const TextLine& line = doc.lines[i];
    bool in_text = t.box.x0 > text->box.x0 && t.box.x1 < price->box.x0;
    bool close = t.first > 0 && t.box.x0 - line.words[t.first - 1].box.x1 < letter_height(line);
    return t.amount_like() && !(in_text && close);
  });
}

// Whether the last amount of the line stands in a side column right of the table.
bool beside(const std::vector<NumberToken>& tokens, std::int32_t limit) {
  const NumberToken* last = nullptr;
  for (const NumberToken& t : tokens)
    if (t.amount_like()) last = &t;
  return last && last->box.x0 >= limit;
}

const Heading* heading_at(const Document& doc, std::size_t line) {
  auto next = std::ranges::upper_bound(doc.headings, line, {}, &Heading::first);
  if (next == doc.headings.begin() || (next - 1)->last < line) return nullptr;
  return &*(next - 1);
}

// Whether `b` ends a table headed by `a`: labels of another kind.
bool ends_table(const Heading& b) { return b.known() >= 2 && b.cells.size() >= 3; }

bool has_letters(const TextLine& line) {
  return std::ranges::any_of(line.words, [](const layout::Word& w) {
    return std::ranges::any_of(fold(w.text), [](char c) { return c >= 'a' && c <= 'z'; });
  });
}

// Sums in a row with their labels in a row of their own, above or below: the line that names them.
std::optional<std::size_t> label_line(const Document& doc, std::size_t i) {
  auto amounts = std::ranges::count_if(doc.tokens[i], [](const NumberToken& t) { return t.amount_like(); });
  if (amounts < 2) return std::nullopt;
  TextLine rest = doc.lines[i];  // without the numbers and their currencies
  for (const NumberToken& t : doc.tokens[i])
    for (std::size_t w = t.first; w <= t.last; ++w) rest.words[w].text.clear();
  if (has_letters(rest)) return std::nullopt;
  auto names = [&](std::size_t at) {
    if (doc.lines[at].page != doc.lines[i].page || has_amount(doc.tokens[at])) return false;
    std::int32_t gap = std::max(doc.lines[i].box.y0 - doc.lines[at].box.y1, doc.lines[at].box.y0 - doc.lines[i].box.y1);
    RowWords w = row_words(fold(doc.lines[at].text()));
    return gap < 2 * letter_height(doc.lines[i]) && w.total && layout::cells({doc.lines[at]}, 100).size() >= 2;
  };
  if (i > 0 && names(i - 1)) return i - 1;
  if (i + 1 < doc.lines.size() && names(i + 1)) return i + 1;
  return std::nullopt;
}

// An amount that is wrapped in a table whose cells are centred stands half a row above its label: the line of that.
std::optional<std::size_t> half_row_label(const Document& doc, std::size_t i) {
  if (!has_amount(doc.tokens[i]) || has_letters(doc.lines[i])) return std::nullopt;
  auto overlaps = [&](std::size_t other) {
    const Box &a = doc.lines[i].box, &b = doc.lines[other].box;
    return doc.lines[other].page == doc.lines[i].page && has_letters(doc.lines[other]) &&
           overlap(a.y0, a.y1, b.y0, b.y1) * 5 > letter_height(doc.lines[i]) && b.x1 < a.x0;
  };
  if (i + 1 < doc.lines.size() && overlaps(i + 1)) return i + 1;
  if (i > 0 && overlaps(i - 1)) return i - 1;
  return std::nullopt;
}

// The last amount of a line, in the column of line amounts where the line is an item's.
const NumberToken* last_amount(const std::vector<NumberToken>& tokens) {
  const NumberToken* last = nullptr;
  for (const NumberToken& t : tokens)
    if (t.amount_like() && t.stand != Stand::embedded && t.stand != Stand::leading) last = &t;
  return last;
}

// Where the items begin that end at `end`: the first line whose amount ends where most do, with the text right above
// it. Addresses and facts before that hold numbers too.
std::size_t first_item(const Document& doc, std::size_t end) {
  std::vector<std::pair<std::int32_t, std::size_t>> edges;  // right edge, line
  for (std::size_t i = 0; i < end; ++i)
    if (const NumberToken* t = doc.repeated[i] ? nullptr : last_amount(doc.tokens[i])) edges.emplace_back(t->box.x1, i);
  std::ranges::sort(edges);
  std::size_t most = 0, first = 0;
  for (std::size_t low = 0, high = 0; high < edges.size(); ++high) {
    std::int32_t reach = letter_height(doc.lines[edges[high].second]);
    while (edges[high].first - edges[low].first > reach) ++low;
    if (high - low + 1 < most) continue;  // of equal ones the one farther right
    most = high - low + 1;
    first = edges[low].second;
    for (std::size_t i = low; i <= high; ++i) first = std::min(first, edges[i].second);
  }
  if (most * 2 < edges.size()) return 0;  // no column of amounts
  for (int step = 0; step < 3 && first > 0; ++step) {
    const TextLine &above = doc.lines[first - 1], &line = doc.lines[first];
    if (above.page != line.page || line.box.y0 - above.box.y1 > letter_height(line)) break;
    --first;
  }
  return first;
}

// Page headers and footers; a row with an amount only where the same amount stands on another page: the rows of a
// table over two pages may well stand at the same height and differ in their numbers alone.
std::vector<bool> page_edges(const Document& doc, const std::vector<layout::Page>& pages) {
  std::vector<bool> out = layout::repeated(doc.lines, pages);
  std::map<std::string, std::set<int>> seen;
  for (std::size_t i = 0; i < out.size(); ++i)
    if (out[i] && has_amount(doc.tokens[i])) seen[doc.lines[i].text()].insert(doc.lines[i].page);
  for (std::size_t i = 0; i < out.size(); ++i)
    if (out[i] && has_amount(doc.tokens[i])) out[i] = seen[doc.lines[i].text()].size() > 1;
  return out;
}

// The right end of the table. An amount of the first item may reach beyond it, right-aligned under a label that begins
// at the left of its column.
std::int32_t right_end(const Document& doc, const Heading& heading, std::size_t first) {
  const std::int32_t limit = heading.right_limit();
  while (first < doc.lines.size() && !has_amount(doc.tokens[first])) ++first;
  if (first == doc.lines.size() || limit == INT32_MAX) return limit;
  std::int32_t end = limit;
  for (const NumberToken& t : doc.tokens[first])
    if (t.money() && t.stand == Stand::free && t.box.x0 < limit) end = std::max(end, t.box.x1);
  return end;
}

// The lines from `from` on under the heading of `body`.
void gather(const Document& doc, std::size_t from, Body& body) {
  const Heading& own = *body.heading;
  const std::int32_t limit = body.right = right_end(doc, own, from);
  bool &summed = body.summed, &ended = body.ended;
  for (std::size_t i = from; i < doc.lines.size(); ++i) {
    if (const Heading* other = heading_at(doc, i)) {
      bool own_again = same_heading(own, *other);
      summed = !own_again && (summed || ends_table(*other));
      ended = !own_again && (ended || ends_table(*other));
      for (; ended && i < other->last; ++i) body.totals.push_back(i);  // "Rate  Base  Tax  |  Total 12.00"
      if (ended) body.totals.push_back(i);
      if (own_again) i = other->last;
      if (own_again || ended) continue;
    }
    if (doc.repeated[i]) continue;
    if (beside(doc.tokens[i], limit) && is_sum(doc, i)) {
      body.totals.push_back(i);
      (summed ? body.after : body.rows).push_back(i);
    } else if (is_sum(doc, i, own)) {
      body.totals.push_back(i);
      summed = summed || !doc.words[i].carried;
    } else if (ended) {
      if (has_amount(doc.tokens[i])) body.totals.push_back(i);
    } else {
      (summed ? body.after : body.rows).push_back(i);
    }
  }
}

}  // namespace

Document read_document(const std::vector<layout::Page>& pages) {
  Document doc;
  doc.lines = layout::text_lines(pages);
  for (std::size_t i = 0; i < doc.lines.size(); ++i) doc.tokens.push_back(number_tokens(doc.lines, i));
  doc.repeated = page_edges(doc, pages);
  for (std::size_t i = 0; i < doc.lines.size(); ++i) {
    doc.words.push_back(row_words(label_text(doc.lines[i], doc.tokens[i])));
    if (auto label = half_row_label(doc, i)) doc.words[i] = row_words(fold(doc.lines[*label].text()));
  }
  doc.headings = find_headings(doc.lines, doc.tokens);
  doc.sum_labels.resize(doc.lines.size());
  for (std::size_t i = 0; i < doc.lines.size(); ++i) {
    const Heading* above = i > 0 ? heading_at(doc, i - 1) : nullptr;
    if (above && above->over_items()) continue;  // items right under their heading
    if (auto label = label_line(doc, i)) doc.words[i].total = doc.sum_labels[*label] = true;
  }
  return doc;
}

Body body_below(const Document& doc, std::size_t heading) {
  Body body;
  const Heading& own = doc.headings[heading];
  body.heading = own;
  for (std::size_t i = 0; i < own.first; ++i)  // totals in a box above or beside the table
    if (!doc.repeated[i] && is_sum(doc, i)) body.totals.push_back(i);
  gather(doc, own.last + 1, body);
  return body;
}

Body body_going_on(const Document& doc, const Heading& own, bool ended) {
  Body body;
  body.heading = own;
  body.heading->first = body.heading->last = 0;
  body.on_earlier_page = true;
  body.summed = body.ended = ended;
  gather(doc, 0, body);
  return body;
}

Body body_above_totals(const Document& doc) {
  Body body;
  std::size_t first_sum = 0;
  while (first_sum < doc.lines.size() && (!is_sum(doc, first_sum) || doc.words[first_sum].carried)) ++first_sum;
  for (std::size_t i = first_item(doc, first_sum); i < first_sum; ++i)
    if (!doc.repeated[i] && !is_sum(doc, i)) body.rows.push_back(i);
  for (std::size_t i = first_sum; i < doc.lines.size(); ++i)
    if (has_amount(doc.tokens[i])) body.totals.push_back(i);
  return body;
}

}  // namespace ap::extract::lines
