#include "extract/lines_heading.h"

#include <algorithm>
#include <array>
#include <set>

namespace ap::extract::lines {
namespace {

using layout::TextLine;

bool has_digit(const std::string& text) {
  return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool has_amount(const std::vector<NumberToken>& tokens) {
  return std::ranges::any_of(tokens, [](const NumberToken& t) { return t.amount_like(); });
}

// "Quantity Unit Price GST Amount AUD": labels of narrow columns stand no farther apart than the words of one. Cuts the
// words from `at` on into labels of a quantity, a price, a rate and an amount, in that order; false where a word is
// left.
bool cut_labels(const layout::Cell& cell, std::size_t at, std::vector<HeadingCell>& out) {
  constexpr std::size_t kMostOfLabel = 3;
  constexpr std::array kOrder = {Role::quantity, Role::unit_price, Role::tax_rate, Role::net};
  auto place = [&](const HeadingCell& label) {
    return std::ranges::find(kOrder, label.roles.front()) - kOrder.begin();
  };
  if (at == cell.words.size()) return true;
  HeadingCell label{cell.words[at].box, "", {}};
  for (std::size_t end = at; end < std::min(at + kMostOfLabel, cell.words.size()); ++end) {
    label.box = unite(label.box, cell.words[end].box);
    label.label += (end > at ? " " : "") + fold(cell.words[end].text);
    label.roles = is_heading(label.label) ? roles_of_heading(label.label) : std::vector<Role>();
    if (label.roles.empty() || place(label) == std::ssize(kOrder)) continue;
    if (!out.empty() && place(label) <= place(out.back())) continue;
    out.push_back(label);
    std::size_t next = end + 1;
    while (next < cell.words.size() && !currency_of(cell.words[next].text).empty())
      out.back().box = unite(out.back().box, cell.words[next++].box);
    if (cut_labels(cell, next, out)) return true;
    out.pop_back();
  }
  return false;
}

std::vector<HeadingCell> split_labels(const layout::Cell& cell) {
  constexpr std::size_t kMostWords = 8;
  std::vector<HeadingCell> out;
  if (cell.words.size() < 3 || cell.words.size() > kMostWords || is_heading(fold(cell.text()))) return out;
  if (!cut_labels(cell, 0, out) || out.size() < 2) out.clear();
  return out;
}

// Labels of one line: cut at gaps wider than a blank, joined again where the whole is a known label ("Unit  Price").
std::vector<HeadingCell> labels_of(const TextLine& line) {
  std::vector<HeadingCell> out;
  if (line.words.empty()) return out;
  std::int32_t height = letter_height(line);
  for (const layout::Cell& cell : layout::cells({line}, 55)) {
    // "@" is the price of one.
    std::string label = cell.text() == "@" ? "each" : fold(cell.text());
    if (label.empty()) continue;
    if (auto parts = split_labels(cell); !parts.empty()) {
      std::ranges::move(parts, std::back_inserter(out));
      continue;
    }
    if (!out.empty() && cell.box.x0 - out.back().box.x1 < height * 12 / 10) {
      std::string joined = out.back().label + " " + label;
      bool unit = is_heading(label) && roles_of_heading(label).front() == Role::unit;  // "Qty  Unit" may be two columns
      if (is_heading(joined) && !unit) {
        out.back() = {unite(out.back().box, cell.box), joined, roles_of_heading(joined)};
        continue;
      }
    }
    // What holds digits is no label, whatever words stand beside them: "10 Stk", "0 %".
    out.push_back({cell.box, label, has_digit(label) ? std::vector<Role>() : roles_of_heading(label)});
  }
  return out;
}

// The words left of the first amount.
TextLine before_amounts(const TextLine& line, const std::vector<NumberToken>& tokens) {
  TextLine out{line.page, line.box, line.words};
  for (const NumberToken& t : tokens)
    if (t.amount_like() && t.first < out.words.size()) out.words.resize(t.first);
  return out;
}

int known_roles(const std::vector<HeadingCell>& cells) {
  std::set<Role> roles;
  for (const HeadingCell& c : cells)
    if (!c.roles.empty()) roles.insert(c.roles.front());
  return static_cast<int>(roles.size());
}

// Whether a neighbouring line belongs to the heading: no numbers, short labels that stand over or under its columns.
bool joins(const Heading& heading, const std::vector<HeadingCell>& labels, const TextLine& line) {
  if (has_digit(line.text()) || labels.size() > heading.cells.size() + 1) return false;
  int fitting = 0, known = 0;
  for (const HeadingCell& l : labels) {
    bool over = std::ranges::any_of(heading.cells, [&](const HeadingCell& c) {
      return layout::overlap(c.box.x0, c.box.x1, l.box.x0, l.box.x1) > 0;
    });
    fitting += over;
    known += !l.roles.empty() || l.label.size() <= 4;
    if (std::ranges::count(l.label, ' ') > 3) return false;
  }
  return known > 0 && fitting + known >= static_cast<int>(labels.size());
}

// Labels of two lines beside labels of one, centred: the lines overlap, and no digit is among them.
bool half_row(const TextLine& upper, const TextLine& lower) {
  return layout::overlap(upper.box.y0, upper.box.y1, lower.box.y0, lower.box.y1) * 5 > letter_height(lower) &&
         !has_digit(upper.text()) && !has_digit(lower.text());
}

// Adds labels of a line above (`above`) or below: into the column they overlap most, or as columns of their own.
void merge(Heading& heading, const std::vector<HeadingCell>& labels, bool above) {
  for (const HeadingCell& l : labels) {
    HeadingCell* best = nullptr;
    std::int32_t most = 0;
    for (HeadingCell& c : heading.cells) {
      std::int32_t shared = layout::overlap(c.box.x0, c.box.x1, l.box.x0, l.box.x1);
      if (shared <= most) continue;
      best = &c;
      most = shared;
    }
    if (!best) {
      heading.cells.push_back(l);
      continue;
    }
    best->label = above ? l.label + " " + best->label : best->label + " " + l.label;
    best->box = unite(best->box, l.box);
    best->roles = roles_of_heading(best->label);
  }
  std::ranges::sort(heading.cells, {}, [](const HeadingCell& c) { return c.box.x0; });
}

// Whether numbers of the line below stand under different labels, an amount under the last one.
bool stands_over(const std::vector<HeadingCell>& cells, const std::vector<NumberToken>& below) {
  std::set<std::size_t> met;
  bool last = false;
  for (const NumberToken& t : below) {
    if (t.stand == Stand::embedded) continue;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (layout::overlap(cells[c].box.x0, cells[c].box.x1, t.box.x0, t.box.x1) <= 0) continue;
      met.insert(c);
      last = last || (c + 1 == cells.size() && t.amount_like());
    }
  }
  return last && met.size() >= 2;
}

// A row of short labels that no list needs to know: numbers begin in columns right under it.
bool is_label_row(const std::vector<HeadingCell>& cells, const TextLine& line) {
  if (cells.size() < 3 || cells.size() > 14 || has_digit(line.text())) return false;
  return std::ranges::all_of(
      cells, [](const HeadingCell& c) { return c.label.size() <= 28 && std::ranges::count(c.label, ' ') <= 3; });
}

// Marks what stands over numbers: the first line below with free numbers, if it is near, decides.
void look_below(Heading& h, const std::vector<TextLine>& lines, const std::vector<std::vector<NumberToken>>& tokens) {
  constexpr std::size_t kReach = 4;  // lines: a description may stand between labels and numbers
  for (std::size_t i = h.last + 1; i < lines.size() && i <= h.last + kReach && lines[i].page == h.page; ++i) {
    if (lines[i].box.y0 - lines[h.last].box.y1 > letter_height(lines[h.last]) * 6) return;
    if (!has_amount(tokens[i])) continue;
    h.over_numbers = stands_over(h.cells, tokens[i]);
    return;
  }
}

// A heading of one and of two lines, all centred: "Contract | % | This" over "Item | Description" over "value |
// complete | claim".
void take_half_rows(Heading& h, const std::vector<TextLine>& lines,
                    const std::vector<std::vector<NumberToken>>& tokens) {
  constexpr std::size_t kMost = 2;
  if (!is_label_row(h.cells, lines[h.first])) return;
  Heading whole = h;
  for (std::size_t at = h.last + 1; at < lines.size() && at <= h.last + kMost; ++at) {
    auto labels = labels_of(lines[at]);
    if (lines[at].page != h.page || has_amount(tokens[at]) || !half_row(lines[at - 1], lines[at]) ||
        std::ranges::any_of(labels, [](const HeadingCell& c) { return std::ranges::count(c.label, ' ') > 3; }))
      break;
    merge(whole, labels, false);
    whole.last = at;
  }
  if (whole.last > h.last && known_roles(whole.cells) >= 3) h = whole;
}

}  // namespace

bool Heading::has(Role role) const {
  return std::ranges::any_of(cells,
                             [role](const HeadingCell& c) { return !c.roles.empty() && c.roles.front() == role; });
}

int Heading::known() const { return known_roles(cells); }

bool Heading::over_items() const {
  auto may = [this](Role role) {
    return std::ranges::any_of(
        cells, [role](const HeadingCell& c) { return std::ranges::find(c.roles, role) != c.roles.end(); });
  };
  // The amount may bear a label that no list has, where enough others are known.
  bool amount = may(Role::net) || may(Role::gross) || may(Role::unit_price) ||
                (over_numbers && known() >= 3 && cells.back().roles.empty());
  bool what = has(Role::description) || has(Role::quantity) || may(Role::item_id) || may(Role::position);
  return amount && what && !over_taxes() && known() >= 2;
}

bool Heading::over_taxes() const {
  constexpr std::size_t kMostCells = 6;  // item tables with tax columns have more
  return cells.size() <= kMostCells && (has(Role::tax_amount) || has(Role::tax_rate)) && !has(Role::quantity) &&
         !has(Role::description) && !has(Role::unit_price);
}

std::int32_t Heading::right_limit() const {
  if (cells.empty() || (!has(Role::net) && !has(Role::gross))) return INT32_MAX;
  std::int32_t end = 0;
  for (const HeadingCell& c : cells)
    if (!c.roles.empty()) end = std::max(end, c.box.x1);
  // Numbers may stand right of a label that begins at the left of its column: as far as the labels are apart.
  constexpr std::int32_t kMostBeyond = 4000;
  std::int32_t apart = 0;
  if (cells.size() > 1) apart = cells.back().box.x0 - cells[cells.size() - 2].box.x1;
  return end + std::max(cells.back().box.height() * 3 / 2, std::min(apart, kMostBeyond));
}

std::vector<Heading> find_headings(const std::vector<TextLine>& lines,
                                   const std::vector<std::vector<NumberToken>>& tokens) {
  std::vector<Heading> out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].words.size() < 2 || lines[i].words.size() > 40) continue;
    bool amounts = has_amount(tokens[i]);
    Heading h{lines[i].page, i, i, labels_of(amounts ? before_amounts(lines[i], tokens[i]) : lines[i])};
    if (!amounts) take_half_rows(h, lines, tokens);
    if (!amounts && is_label_row(h.cells, lines[i])) look_below(h, lines, tokens);
    // Amounts of a side column may stand on its line; then it takes more to be a heading.
    if (h.over_numbers && known_roles(h.cells) < 2) {
      i = h.last;
      out.push_back(std::move(h));
      continue;
    }
    if (h.cells.size() < 2 || known_roles(h.cells) < (amounts ? 3 : 2) || (amounts && !h.over_items())) continue;
    // A sentence that happens to hold such words is mostly unknown.
    auto known_cells = std::ranges::count_if(h.cells, [](const HeadingCell& c) { return !c.roles.empty(); });
    if (known_cells * 2 < static_cast<std::ptrdiff_t>(h.cells.size()) && !h.over_numbers) continue;
    auto near = [&](std::size_t a, std::size_t b) {
      std::int32_t gap = lines[b].box.y0 - lines[a].box.y1;
      return lines[a].page == lines[b].page && gap < letter_height(lines[i]);
    };
    for (int step = 0; step < 4 && h.first > 0 && near(h.first - 1, h.first); ++step) {
      std::size_t at = h.first - 1;
      if (!out.empty() && out.back().last >= at) break;
      auto labels = labels_of(lines[at]);
      bool same = half_row(lines[at], lines[h.first]);
      if (has_amount(tokens[at]) || !(same || joins(h, labels, lines[at]))) break;
      merge(h, labels, true);
      h.first = at;
    }
    for (int step = 0; step < 4 && h.last + 1 < lines.size() && near(h.last, h.last + 1); ++step) {
      std::size_t at = h.last + 1;
      auto labels = labels_of(lines[at]);
      bool same = half_row(lines[h.last], lines[at]);
      if (has_amount(tokens[at]) || !(same || joins(h, labels, lines[at]))) break;
      merge(h, labels, false);
      h.last = at;
    }
    if (!h.over_numbers && !amounts) look_below(h, lines, tokens);
    i = h.last;
    out.push_back(std::move(h));
  }
  return out;
}

bool same_heading(const Heading& a, const Heading& b) {
  int same = 0;
  for (const HeadingCell& x : a.cells)
    same += std::ranges::any_of(b.cells, [&](const HeadingCell& y) { return x.label == y.label; });
  return same * 10 >= static_cast<int>(std::max(a.cells.size(), b.cells.size())) * 6;
}

}  // namespace ap::extract::lines
