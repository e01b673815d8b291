#include "extract/lines_text.h"

#include <algorithm>
#include <cstdlib>
#include <set>

namespace ap::extract::lines {
namespace {

using layout::Cell;
using layout::overlap;
using layout::TextLine;

// A lone sign beside a number of the item: "x", "=", "@", a currency.
bool is_sign(const Document& doc, std::size_t line, std::size_t w,
             const std::set<std::pair<std::size_t, std::size_t>>& used) {
  const std::string& text = doc.lines[line].words[w].text;
  std::string folded = fold(text);
  if (!folded.empty() && folded != "x" && currency_of(text).empty()) return false;
  return used.contains({line, w + 1}) || (w > 0 && used.contains({line, w - 1}));
}

// Words of a line that no role claims, as cells.
std::vector<Cell> text_cells(const Document& doc, std::size_t line, std::int32_t limit,
                             const std::set<std::pair<std::size_t, std::size_t>>& used) {
  TextLine rest{doc.lines[line].page, {}, {}};
  for (std::size_t w = 0; w < doc.lines[line].words.size(); ++w)
    if (!used.contains({line, w}) && doc.lines[line].words[w].box.x0 < limit && !is_sign(doc, line, w, used))
      rest.words.push_back(doc.lines[line].words[w]);
  if (rest.words.empty()) return {};
  return layout::cells({rest}, 90);
}

// Letters and no figure: words, and no number of a line.
bool is_position(const std::string& text) {
  constexpr std::ptrdiff_t kMostLetters = 4;
  auto letter = [](char c) { return ((c | 32) >= 'a' && (c | 32) <= 'z') || (c & 0x80); };
  return std::ranges::count_if(text, letter) <= kMostLetters ||
         std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// A word without figures, or several words: what an item is called.
bool is_wording(const Cell& cell) {
  auto letters = [](const std::string& text) {
    return std::ranges::count_if(text, [](char c) { return ((c | 32) >= 'a' && (c | 32) <= 'z') || (c & 0x80); });
  };
  auto figures = [](const std::string& text) {
    return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
  };
  auto words =
      std::ranges::count_if(cell.words, [&](const auto& w) { return letters(w.text) > 2 && !figures(w.text); });
  return words > 1 || (words == 1 && !figures(cell.text()));
}

// The label that a text cell stands under, or the nearest one; `shared`: how far they overlap, below zero how far they
// are apart.
struct Under {
  std::optional<std::size_t> label;
  std::int32_t shared = INT32_MIN;
};

Under under(const Cell& cell, const Heading& heading) {
  Under best;
  for (std::size_t h = 0; h < heading.cells.size(); ++h) {
    const Box& box = heading.cells[h].box;
    std::int32_t shared = overlap(cell.box.x0, cell.box.x1, box.x0, box.x1);
    if (shared > best.shared) best = {h, shared};
  }
  return best;
}

// What a text cell is by the heading it stands under. `described`: the label under which the items are described,
// where their words say so and not its own.
Role role_of_text(const Cell& cell, const std::optional<Heading>& heading,
                  const std::optional<std::size_t>& described) {
  if (!heading) return unit_code(cell.text()) ? Role::unit : Role::description;
  const Under at = under(cell, *heading);
  Role best = Role::description;
  if (at.label) best = heading->cells[*at.label].roles.empty() ? Role::none : heading->cells[*at.label].roles.front();
  if (described && at.label == described) return Role::description;
  if (described && best == Role::description && at.shared > 0) return Role::item_id;
  if (at.shared <= 0 && is_wording(cell)) return Role::description;
  if (best == Role::position && !is_position(cell.text())) return Role::description;
  // Where no column is for descriptions they stand above or below the item numbers.
  bool none = !described && !heading->has(Role::description);
  if (best == Role::item_id && none && is_wording(cell)) return Role::description;
  if (best == Role::none && none) return Role::description;  // an unknown label
  bool texty = best == Role::description || best == Role::item_id || best == Role::unit || best == Role::date ||
               best == Role::position || best == Role::order_line;
  if (at.shared <= 0 && !texty) return Role::description;
  return best;
}

void append(std::string& to, const std::string& text) {
  if (!to.empty()) to += ' ';
  to += text;
}

void note(Item& item, const char* field, const Cell& cell) {
  auto [at, fresh] = item.evidence.try_emplace(field);
  Evidence& e = at->second;
  e.how = How::layout;
  if (fresh) {
    e.page = cell.page;
    e.box = cell.box;
    e.confidence = kCertain;
  } else if (e.box && e.page == cell.page) {
    e.box = unite(*e.box, cell.box);
  }
  for (const layout::Word& w : cell.words) e.confidence = std::min(e.confidence, w.confidence);
  append(e.text, cell.text());
}

void take_cell(Item& item, const Cell& cell, Role role) {
  Line& line = item.line;
  std::string text = cell.text();
  if (role == Role::unit || role == Role::quantity) {
    auto code = unit_code(text);
    if (line.unit.empty() && (code || role == Role::unit)) {
      line.unit = code.value_or(text);
      note(item, "unit", cell);
    }
  } else if (role == Role::item_id && line.item_id.empty()) {
    line.item_id = text;
    note(item, "item_id", cell);
  } else if (role == Role::position && line.id.empty() && text.size() <= 6) {
    line.id = text;
    note(item, "id", cell);
  } else if (role == Role::description) {
    append(line.description, text);
    note(item, "description", cell);
  }
}

// Lines of the body between two lines, both excluded.
std::vector<std::size_t> between(const std::vector<std::size_t>& rows, std::size_t after, std::size_t before) {
  auto first = std::ranges::upper_bound(rows, after);
  auto last = std::ranges::lower_bound(rows, before);
  return first < last ? std::vector<std::size_t>(first, last) : std::vector<std::size_t>();
}

struct Frame {
  const Document& doc;
  const Body& body;
  std::set<std::pair<std::size_t, std::size_t>> used;  // line, word of tokens with a role
  std::optional<std::size_t> described;                // label of the column that describes the items, see below
  bool margin = false;                                 // what stands left of all labels is no part of the table

  std::vector<Cell> cells(std::size_t line) const {
    auto out = text_cells(doc, line, body.right, used);
    if (margin) std::erase_if(out, [&](const Cell& c) { return c.box.x1 < body.heading->cells.front().box.x0; });
    return out;
  }
  bool has_description(std::size_t line) const {
    return std::ranges::any_of(
        cells(line), [&](const Cell& c) { return role_of_text(c, body.heading, described) == Role::description; });
  }
  bool has_words(std::size_t line) const {
    return std::ranges::any_of(cells(line), [](const Cell& c) {
      return !unit_code(c.text()) && std::ranges::count_if(c.text(), [](char l) { return (l | 32) >= 'a'; }) > 2;
    });
  }
  std::int32_t gap(std::size_t above, std::size_t below) const {
    return doc.lines[below].box.y0 - doc.lines[above].box.y1;
  }
  bool same_page(std::size_t a, std::size_t b) const { return doc.lines[a].page == doc.lines[b].page; }

  // Rows of text above `row`, which has numbers alone: in a table whose cells are centred they stand half a row higher
  // than the numbers. `after`: the last row of the item before. In order.
  std::vector<std::size_t> centred_above(const std::vector<std::size_t>& all, std::size_t after,
                                         std::size_t row) const {
    std::vector<std::size_t> out, text = between(all, after, row);
    if (text.empty() || has_words(row)) return out;
    auto overlaps = [&](std::size_t above, std::size_t below) {
      return same_page(above, below) &&
             doc.lines[below].box.y0 - doc.lines[above].box.y1 < -letter_height(doc.lines[above]) * 2 / 10;
    };
    for (std::size_t at = row; !text.empty() && has_description(text.back()); text.pop_back()) {
      bool nearer = same_page(after, text.back()) && flows(text.back(), at) &&
                    gap(after, text.back()) > gap(text.back(), at) + letter_height(doc.lines[at]) * 2 / 10;
      if (!(at == row ? overlaps(text.back(), row) : nearer)) break;
      out.insert(out.begin(), at = text.back());
    }
    return out;
  }

  // Whether `next` goes on from `from` without a gap wider than between wrapped lines.
  bool flows(std::size_t from, std::size_t next) const {
    return same_page(from, next) && std::abs(gap(from, next)) < letter_height(doc.lines[from]) * 9 / 10;
  }
};

std::set<std::pair<std::size_t, std::size_t>> used_words(const Grid& grid, const Assignment& assignment,
                                                         const std::vector<Record>& records) {
  std::set<std::pair<std::size_t, std::size_t>> used;
  for (const Record& r : records)
    for (std::size_t c = 0; c < r.cells.size(); ++c) {
      if (!r.cells[c] || (assignment.roles[c] == Role::none && grid.tokens[*r.cells[c]].stand != Stand::free)) continue;
      const NumberToken& t = grid.tokens[*r.cells[c]];
      if (assignment.roles[c] == Role::none && t.amount.decimals() == 0 && t.amount.currency.empty()) continue;
      for (std::size_t w = t.first; w <= t.last; ++w) used.insert({t.line, w});
    }
  return used;
}

// The label under which most items have their words, where no label says "description" or only item numbers stand under
// the one that does.
std::optional<std::size_t> described_under(const Frame& frame, const std::vector<Item>& items) {
  if (!frame.body.heading) return std::nullopt;
  const auto& labels = frame.body.heading->cells;
  std::vector<std::size_t> worded(labels.size());
  for (const Item& item : items) {
    std::set<std::size_t> met;
    for (const Cell& cell : frame.cells(item.first_row))
      if (Under at = under(cell, *frame.body.heading); at.label && at.shared > 0 && is_wording(cell))
        met.insert(*at.label);
    for (std::size_t label : met) ++worded[label];
  }
  auto said = std::ranges::find_if(
      labels, [](const HeadingCell& c) { return !c.roles.empty() && c.roles.front() == Role::description; });
  if (said != labels.end() && worded[static_cast<std::size_t>(said - labels.begin())] > 0) return std::nullopt;
  auto most = std::ranges::max_element(worded);
  if (most == worded.end() || *most * 3 < items.size() * 2) return std::nullopt;
  auto label = static_cast<std::size_t>(most - worded.begin());
  bool unit = !labels[label].roles.empty() && labels[label].roles.front() == Role::unit;
  return unit ? std::nullopt : std::optional(label);
}

// Facts of the invoice may stand in a column left of the table. They do where the items are described in the column
// that the heading has for that.
bool has_margin(const Frame& frame, const std::vector<Item>& items) {
  if (!frame.body.heading) return false;
  std::size_t worded = 0;
  for (const Item& item : items)
    worded += std::ranges::any_of(frame.cells(item.first_row), [&](const Cell& cell) {
      Under at = under(cell, *frame.body.heading);
      return at.label && at.shared > 0 && is_wording(cell) &&
             role_of_text(cell, frame.body.heading, frame.described) == Role::description;
    });
  return worded * 3 >= items.size() * 2;
}

// Text that stands before the numbers of the first item and not after those of the last.
bool text_comes_first(const Frame& frame, const std::vector<Item>& items) {
  int above = 0, below = 0, beside = 0;
  for (const Item& item : items) {
    beside += frame.has_description(item.first_row);
    auto next = std::ranges::upper_bound(frame.body.rows, item.last_row);
    below += next != frame.body.rows.end() && frame.flows(item.last_row, *next) && frame.has_description(*next);
    auto row = std::ranges::lower_bound(frame.body.rows, item.first_row);
    if (row == frame.body.rows.begin() || row == frame.body.rows.end()) continue;
    std::size_t previous = *(row - 1);
    above += frame.flows(previous, item.first_row) && frame.has_description(previous);
  }
  return beside * 2 < static_cast<int>(items.size()) && above * 2 > static_cast<int>(items.size()) && above >= below;
}

// A description ends where a gap is wider than between wrapped lines, also when other columns go on beside it.
void take_rows(const Frame& frame, const std::vector<std::size_t>& rows, Item& item) {
  std::optional<Box> last;
  for (std::size_t row : rows) {
    std::int32_t reach = letter_height(frame.doc.lines[row]) * 9 / 10;
    for (const Cell& cell : frame.cells(row)) {
      Role role = role_of_text(cell, frame.body.heading, frame.described);
      if (role == Role::description) {
        if (last && cell.box.y0 - last->y1 >= reach) continue;
        last = last ? unite(*last, cell.box) : cell.box;
      }
      take_cell(item, cell, role);
    }
  }
}

}  // namespace

void attach_text(const Document& doc, const Body& body, const Grid& grid, const Assignment& assignment,
                 const std::vector<Record>& records, std::vector<Item>& items) {
  if (items.empty()) return;
  Frame frame{doc, body, used_words(grid, assignment, records)};
  frame.described = described_under(frame, items);
  frame.margin = has_margin(frame, items);
  bool first = text_comes_first(frame, items);
  std::vector<std::size_t> all = body.rows;
  std::ranges::copy(body.after, std::back_inserter(all));
  std::ranges::sort(all);
  for (std::size_t i = 0; i < items.size(); ++i) {
    std::size_t begin = items[i].first_row, end = items[i].last_row;
    std::vector<std::size_t> rows;
    if (first) {
      std::size_t limit = i > 0 ? records[i - 1].last_row : body.heading ? body.heading->last : 0;
      auto text = between(all, limit, begin);
      for (std::size_t at = begin; !text.empty() && frame.flows(text.back(), at); text.pop_back()) {
        at = text.back();
        rows.insert(rows.begin(), at);
      }
    }
    if (!first && i > 0) rows = frame.centred_above(all, records[i - 1].last_row, begin);
    rows.push_back(begin);
    std::ranges::copy(between(all, begin, end), std::back_inserter(rows));
    if (end != begin) rows.push_back(end);
    if (!first) {
      std::size_t limit = i + 1 < records.size() ? records[i + 1].first_row : doc.lines.size();
      if (i + 1 < records.size())
        if (auto next = frame.centred_above(all, end, limit); !next.empty()) limit = next.front();
      std::size_t at = end;
      for (std::size_t next : between(all, end, limit)) {
        if (!frame.flows(at, next)) break;
        rows.push_back(at = next);
      }
    }
    take_rows(frame, rows, items[i]);
    items[i].first_row = rows.front();
    items[i].last_row = rows.back();
  }
}

}  // namespace ap::extract::lines
