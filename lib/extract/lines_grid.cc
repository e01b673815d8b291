// Columns by alignment, records by order.
#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "extract/lines_table.h"

namespace ap::extract::lines {
namespace {

using layout::overlap;
using layout::TextLine;

std::vector<NumberToken> tokens_of(const Document& doc, const std::vector<std::size_t>& rows, std::int32_t limit) {
  std::vector<NumberToken> out;
  for (std::size_t line : rows)
    for (const NumberToken& t : doc.tokens[line])
      if (t.stand != Stand::embedded && t.box.x0 < limit) out.push_back(t);
  return out;
}

struct Span {
  std::int32_t x0, x1;
  int count;
};

// Spans that overlap become one column.
std::vector<Span> merge_spans(std::vector<Span> spans) {
  std::ranges::sort(spans, {}, &Span::x0);
  std::vector<Span> out;
  for (const Span& s : spans) {
    if (!out.empty() && s.x0 < out.back().x1) {
      out.back().x1 = std::max(out.back().x1, s.x1);
      out.back().count += s.count;
    } else {
      out.push_back(s);
    }
  }
  return out;
}

using Tokens = std::vector<const NumberToken*>;

// Two tokens of one line, if that is more than a rare accident: a number that recognition broke in two cuts no column.
std::optional<std::pair<const NumberToken*, const NumberToken*>> crowded(const Tokens& tokens) {
  std::map<std::size_t, const NumberToken*> seen;
  std::optional<std::pair<const NumberToken*, const NumberToken*>> out;
  std::size_t pairs = 0;
  for (const NumberToken* t : tokens) {
    auto [at, fresh] = seen.try_emplace(t->line, t);
    if (fresh) continue;
    if (!out) out = std::pair(at->second, t);
    ++pairs;
  }
  return pairs * 8 > seen.size() ? out : std::nullopt;
}

// Columns from numbers that overlap; a column that holds two numbers of one line is cut between their centres. Each
// cut leaves at least one token on either side, so this ends.
std::vector<Span> column_spans(const Tokens& tokens) {
  std::vector<Span> spans, out;
  for (const NumberToken* t : tokens) spans.push_back({t->box.x0, t->box.x1, 1});
  for (const Span& s : merge_spans(std::move(spans))) {
    Tokens inside;
    std::ranges::copy_if(tokens, std::back_inserter(inside),
                         [&](const NumberToken* t) { return t->box.x0 >= s.x0 && t->box.x1 <= s.x1; });
    auto pair = crowded(inside);
    std::int32_t left = pair ? std::min(pair->first->box.center_x(), pair->second->box.center_x()) : 0;
    std::int32_t right = pair ? std::max(pair->first->box.center_x(), pair->second->box.center_x()) : 0;
    if (left == right) {
      out.push_back(s);
      continue;
    }
    std::int32_t cut = left + (right - left + 1) / 2;
    auto high = std::stable_partition(inside.begin(), inside.end(),
                                      [cut](const NumberToken* t) { return t->box.center_x() < cut; });
    std::ranges::copy(column_spans({inside.begin(), high}), std::back_inserter(out));
    std::ranges::copy(column_spans({high, inside.end()}), std::back_inserter(out));
  }
  return out;
}

// Leading whole numbers ("1 Superdrachen") and amounts at the end of a text join a column they lie in; the former
// make one where several stand below each other.
void add_leading(const std::vector<NumberToken>& tokens, std::vector<Span>& spans) {
  std::vector<Span> loose;
  std::set<std::size_t> rows;
  for (const NumberToken& t : tokens)
    if (t.money()) rows.insert(t.line);
  for (const NumberToken& t : tokens) {
    if (t.stand == Stand::free) continue;
    auto in = std::ranges::find_if(spans, [&](const Span& s) { return overlap(s.x0, s.x1, t.box.x0, t.box.x1) > 0; });
    if (in != spans.end())
      ++in->count;
    else
      loose.push_back({t.box.x0, t.box.x1, 1});
  }
  for (const Span& s : merge_spans(std::move(loose)))
    if (s.count >= 2 || rows.size() == 1) spans.push_back(s);
  std::ranges::sort(spans, {}, &Span::x0);
}

std::optional<std::size_t> heading_of(const Span& s, const Heading& heading) {
  std::optional<std::size_t> best;
  std::int32_t most = -2000;  // a label may stand up to 20 points beside its numbers
  for (std::size_t i = 0; i < heading.cells.size(); ++i) {
    const Box& box = heading.cells[i].box;
    std::int32_t shared = overlap(s.x0, s.x1, box.x0, box.x1);
    if (shared <= most || (shared < 0 && heading.cells[i].roles.empty())) continue;
    most = shared;
    best = i;
  }
  return best;
}

// Two columns under one label: the one that lies better under it keeps it.
void settle_headings(std::vector<Column>& columns, const Heading& heading) {
  for (std::size_t a = 0; a < columns.size(); ++a) {
    for (std::size_t b = a + 1; b < columns.size(); ++b) {
      if (!columns[a].heading || columns[a].heading != columns[b].heading) continue;
      const Box& box = heading.cells[*columns[a].heading].box;
      std::int32_t sa = overlap(columns[a].x0, columns[a].x1, box.x0, box.x1);
      std::int32_t sb = overlap(columns[b].x0, columns[b].x1, box.x0, box.x1);
      // "Qty Unit" over a quantity and a price: the left one is the quantity.
      const auto& roles = heading.cells[*columns[a].heading].roles;
      bool both = std::ranges::find(roles, Role::quantity) != roles.end() &&
                  std::ranges::find(roles, Role::unit) != roles.end();
      (both || sa >= sb ? columns[b] : columns[a]).heading.reset();
    }
  }
}

// Left of the label that follows the one of descriptions.
bool in_descriptions(const Column& c, const Heading& heading) {
  for (std::size_t h = 0; h + 1 < heading.cells.size(); ++h) {
    const HeadingCell& label = heading.cells[h];
    if (label.roles.empty() || label.roles.front() != Role::description) continue;
    if (c.x0 >= label.box.x0 && c.x1 < heading.cells[h + 1].box.x0) return true;
  }
  return false;
}

// Labels in the middle or at the left of wide columns whose numbers stand at the right: a number may lie nearer to the
// next label than to its own. Where some column stands under no label at all, labels and columns are matched in order,
// each to one, with the least distance between their middles. Left alone where a column would get no label.
// Figures within descriptions, which few rows have, are left out.
void match_in_order(std::vector<Column>& all, const Heading& heading) {
  int most = 0;
  for (const Column& c : all) most = std::max(most, c.count);
  std::vector<Column> columns;
  for (const Column& c : all)
    if (2 * c.count >= most && !in_descriptions(c, heading)) columns.push_back(c);
  const std::size_t n = columns.size(), m = heading.cells.size();
  auto under = [&](const Column& c) {
    return std::ranges::any_of(heading.cells,
                               [&](const HeadingCell& h) { return overlap(c.x0, c.x1, h.box.x0, h.box.x1) > 0; });
  };
  if (n < 3 || m < n || std::ranges::all_of(columns, under)) return;
  constexpr std::int64_t kFar = INT64_MAX / 4;
  std::vector<std::vector<std::int64_t>> cost(n + 1, std::vector<std::int64_t>(m + 1, kFar));
  std::ranges::fill(cost[0], 0);
  auto distance = [&](std::size_t c, std::size_t h) -> std::int64_t {
    const Box& box = heading.cells[h].box;
    const bool passed = (h > 0 && heading.cells[h - 1].box.x0 > columns[c].x0) ||
                        (h + 1 < m && heading.cells[h + 1].box.x1 < columns[c].x1);
    // "Service  Count  @  Amount", and "@" is no label: prices stand under none, quantities not under "Service".
    const auto& roles = heading.cells[h].roles;
    if (passed || (!roles.empty() && roles.front() == Role::description)) return kFar;
    return std::abs((columns[c].x0 + columns[c].x1) / 2 - box.center_x());
  };
  for (std::size_t c = 1; c <= n; ++c)
    for (std::size_t h = c; h <= m; ++h)
      cost[c][h] = std::min(cost[c][h - 1], std::min(kFar, cost[c - 1][h - 1] + distance(c - 1, h - 1)));
  if (cost[n][m] >= kFar) return;
  for (std::size_t c = n, h = m; c > 0; --h) {
    if (cost[c][h] == cost[c][h - 1]) continue;
    columns[--c].heading = h - 1;
  }
  for (Column& c : all) {
    auto same = std::ranges::find(columns, c.x0, &Column::x0);
    if (same != columns.end())
      c = *same;
    else if (std::ranges::find(columns, c.heading, &Column::heading) != columns.end())
      c.heading.reset();
  }
}

bool is_key(const Column& c, const std::optional<Heading>& heading) {
  if (!heading || !c.heading) return false;
  const auto& roles = heading->cells[*c.heading].roles;
  return !roles.empty() &&
         (roles.front() == Role::quantity || roles.front() == Role::unit_price || roles.front() == Role::net);
}

// Numbers under the heading of descriptions, or under none, belong to texts: they begin no record.
bool begins_record(const Column& c, const std::optional<Heading>& heading) {
  if (!heading) return true;
  if (!c.heading) return false;
  const auto& roles = heading->cells[*c.heading].roles;
  return roles.empty() || roles.front() != Role::description;
}

// A column that most records fill, or whose heading says that it matters: met again, it begins a new record.
bool is_major(const Column& c, int most, const std::optional<Heading>& heading) {
  return c.count * 3 >= most || is_key(c, heading);
}

// Puts the tokens of one line into the record under way, or into a new one where a major column is taken already.
void place_line(const Document& doc, const std::vector<std::pair<std::size_t, std::size_t>>& placed,
                const std::vector<bool>& major, const std::vector<bool>& key, const std::optional<Heading>& heading,
                Grid& grid) {
  std::size_t line = grid.tokens[placed.front().first].line;
  bool fresh = grid.records.empty();
  if (!fresh) {
    const Record& last = grid.records.back();
    const TextLine& before = doc.lines[last.last_row];
    bool complete = true;  // all columns of quantity, price and amount are filled: only a close line may add to it
    for (std::size_t c = 0; c < key.size(); ++c) complete = complete && (!key[c] || last.cells[c]);
    complete = complete && std::ranges::count(key, true) >= 2;
    std::int32_t reach = letter_height(before) * (complete ? 3 : 12) / 2;
    fresh = before.page != doc.lines[line].page || doc.lines[line].box.y0 - before.box.y1 > reach;
    for (auto [token, column] : placed) fresh = fresh || (major[column] && last.cells[column]);
    // Without a heading, figures of a text are no part of the item in the row below that has words of its own.
    auto amount = [&](std::size_t token) { return grid.tokens[token].amount_like(); };
    const auto& words = doc.lines[line].words;
    bool worded =
        std::any_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(grid.tokens[placed.front().first].first),
                    [](const layout::Word& w) { return fold(w.text).find_first_of("aeiouy") != std::string::npos; });
    fresh = fresh ||
            (!heading && worded && std::ranges::any_of(placed, amount, &std::pair<std::size_t, std::size_t>::first) &&
             std::ranges::none_of(last.cells, [&](const auto& cell) { return cell && amount(*cell); }));
  }
  if (fresh &&
      std::ranges::none_of(placed, [&](const auto& p) { return begins_record(grid.columns[p.second], heading); }))
    return;
  if (fresh) grid.records.push_back({std::vector<std::optional<std::size_t>>(grid.columns.size()), line, line});
  Record& record = grid.records.back();
  for (auto [token, column] : placed)
    if (!record.cells[column]) record.cells[column] = token;
  record.last_row = line;
}

void build_records(const Document& doc, const std::optional<Heading>& heading, Grid& grid) {
  int most = 0;
  for (const Column& c : grid.columns) most = std::max(most, c.count);
  std::vector<bool> major, key;
  for (const Column& c : grid.columns) major.push_back(is_major(c, most, heading));
  for (const Column& c : grid.columns) key.push_back(is_key(c, heading));
  std::vector<std::pair<std::size_t, std::size_t>> placed;  // token, column
  for (std::size_t i = 0; i < grid.tokens.size(); ++i) {
    const NumberToken& t = grid.tokens[i];
    auto column = std::ranges::max_element(grid.columns, {},
                                           [&](const Column& c) { return overlap(c.x0, c.x1, t.box.x0, t.box.x1); });
    if (column != grid.columns.end() && overlap(column->x0, column->x1, t.box.x0, t.box.x1) > 0)
      placed.emplace_back(i, column - grid.columns.begin());
    bool line_ends = i + 1 == grid.tokens.size() || grid.tokens[i + 1].line != t.line;
    if (!line_ends || placed.empty()) continue;
    place_line(doc, placed, major, key, heading, grid);
    placed.clear();
  }
}

}  // namespace

Grid build_grid(const Document& doc, const Body& body) {
  Grid grid;
  grid.tokens = tokens_of(doc, body.rows, body.right);
  Tokens free;
  for (const NumberToken& t : grid.tokens)
    if (t.stand == Stand::free) free.push_back(&t);
  std::vector<Span> spans = column_spans(free);
  add_leading(grid.tokens, spans);
  for (const Span& s : spans) {
    Column column{s.x0, s.x1, std::nullopt, s.count};
    if (body.heading) column.heading = heading_of(s, *body.heading);
    grid.columns.push_back(column);
  }
  if (body.heading) settle_headings(grid.columns, *body.heading);
  if (body.heading) match_in_order(grid.columns, *body.heading);
  build_records(doc, body.heading, grid);
  return grid;
}

Grid later_rows(const Document& doc, const Body& body, const Grid& grid) {
  Grid later;
  later.columns = grid.columns;
  later.tokens = tokens_of(doc, body.after, body.right);
  build_records(doc, body.heading, later);
  return later;
}

}  // namespace ap::extract::lines
