#include "extract/relate.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "extract/text.h"

namespace ap::extract::reading {
namespace {

// Roles that never end the value of another label: they are words of values as well.
bool ends_value(const LabelHit& hit) {
  switch (hit.role) {
    case Role::none:
    case Role::column_item:
    case Role::column_amount:
    case Role::column_price:
    case Role::column_quantity:
    case Role::title_invoice:
    case Role::title_other:
    case Role::title_credit:
    case Role::title_receipt:
    case Role::seller:
    case Role::buyer:
    case Role::address:
    case Role::bank:
      return hit.colon;
    default:
      return hit.colon || hit.words > 1 || !hit.weak;
  }
}

int stop_of(const Labels& labels, int cell, int first, int last) {
  int stop = last;
  for (int h : labels.by_cell[cell]) {
    const LabelHit& hit = labels.hits[h];
    if (hit.first >= first && hit.first < stop && ends_value(hit)) stop = hit.first;
  }
  return stop;
}

// A row of three headings and more, without figures, and the row right below it with at most as many values: what
// stands in the heading's column though neither edge agrees ("Échéance" to the left, its date to the right). -1: none.
int in_column(const Sheet& sheet, const Labels& labels, const LabelHit& hit) {
  const Cell& cell = sheet.cells[hit.cell];
  const Row& headings = sheet.rows[cell.row];
  if (hit.before > 0 || hit.after > 0 || headings.last - headings.first < 3) return -1;
  if (cell.row + 1 >= static_cast<int>(sheet.rows.size())) return -1;
  const Row& values = sheet.rows[cell.row + 1];
  if (values.page != headings.page || values.last - values.first > headings.last - headings.first) return -1;
  if (values.box.y0 - headings.box.y1 > cell.box.height() * 2) return -1;
  for (int c = headings.first; c < headings.last; ++c)
    if (count_digits(sheet.cell_text(c)) > 0) return -1;
  const std::int32_t slack = cell.box.height();
  const std::int32_t end = hit.cell + 1 < headings.last ? sheet.cells[hit.cell + 1].box.x0 : INT32_MAX - slack;
  int found = -1;
  for (int c = values.first; c < values.last; ++c) {
    if (sheet.cells[c].box.x0 < cell.box.x0 - slack || sheet.cells[c].box.x1 > end + slack) continue;
    if (found >= 0 || is_label_cell(labels, c)) return -1;
    found = c;
  }
  return found;
}

void below(const Sheet& sheet, const Labels& labels, const LabelHit& hit, int rows, std::vector<Place>& out) {
  const Cell& cell = sheet.cells[hit.cell];
  Box label = sheet.box(hit.first, hit.last);
  if (hit.after == 0) label = unite(label, cell.box);
  std::int32_t height = cell.box.height();
  int found = 0;
  std::int32_t bottom = cell.box.y1;
  bool ended = false;
  for (int r = cell.row + 1; r < static_cast<int>(sheet.rows.size()) && found < rows && !ended; ++r) {
    const Row& row = sheet.rows[r];
    if (row.page != sheet.rows[cell.row].page || row.box.y0 - bottom > height * 5 / 2 + 300) break;
    for (int c = row.first; c < row.last; ++c) {
      const Box& box = sheet.cells[c].box;
      bool overlaps = std::min(box.x1, label.x1) - std::max(box.x0, label.x0) > 0;
      bool aligned = std::abs(box.x0 - label.x0) < height || std::abs(box.x1 - label.x1) < height;
      if (!overlaps && !aligned) continue;
      if (box.y0 < cell.box.y0 + height / 2) continue;
      ended = is_label_cell(labels, c);
      if (ended && r == cell.row + 1) return;
      if (ended) break;
      const Cell& value = sheet.cells[c];
      out.push_back({Relation::below, c, value.first, value.last, stop_of(labels, c, value.first, value.last), found});
      bottom = std::max(bottom, box.y1);
      ++found;
      break;
    }
  }
  const int column = found > 0 ? -1 : in_column(sheet, labels, hit);
  if (column < 0) return;
  const Cell& value = sheet.cells[column];
  out.push_back(
      {Relation::below, column, value.first, value.last, stop_of(labels, column, value.first, value.last), 0});
}

bool of_header(Role role) { return role >= Role::number && role <= Role::other_id; }

// A caption in a column of its own beside the item table: its value stands right below it, not in the item's row that
// happens to be level with it. -1 when it is none.
int beside_items(const Sheet& sheet, const Labels& labels, const LabelHit& hit) {
  constexpr int kFewestCells = 3;  // of a row of items, beside the caption
  const Cell& cell = sheet.cells[hit.cell];
  const Row& row = sheet.rows[cell.row];
  if (!of_header(hit.role) || hit.before > 0 || hit.after > 0 || hit.cell != row.first) return -1;
  if (row.last - row.first <= kFewestCells) return -1;
  const int next = cell.row + 1;
  if (next >= static_cast<int>(sheet.rows.size()) || sheet.rows[next].page != row.page) return -1;
  const int value = sheet.rows[next].first;
  const Cell& below = sheet.cells[value];
  const std::int32_t height = cell.box.height();
  const bool under = std::abs(below.box.x0 - cell.box.x0) < height / 3 && below.box.y0 - cell.box.y1 < height &&
                     below.box.x1 < sheet.cells[hit.cell + 1].box.x0;
  return under && count_digits(sheet.cell_text(value)) > 1 && !is_label_cell(labels, value) ? value : -1;
}

// "Belegnummer / Datum" beside "90913 / 12.03.2025": from `first` on nothing but a sign that joins and another label.
bool joint_label(const Sheet& sheet, const Labels& labels, int cell, int first) {
  if (!in_list(sheet.tokens[first].folded, "/ &")) return false;
  return std::ranges::any_of(labels.by_cell[cell], [&](int h) {
    const LabelHit& next = labels.hits[h];
    return next.first == first + 1 && next.last == sheet.cells[cell].last;
  });
}

// Running text that breaks behind a label goes on where the next line begins. -1 when it does not.
int wrapped(const Sheet& sheet, const LabelHit& hit) {
  const Cell& cell = sheet.cells[hit.cell];
  const int next = hit.cell + 1;
  if (hit.after > 0 || hit.before < 4 || next != sheet.rows[cell.row].last ||
      next >= static_cast<int>(sheet.cells.size()))
    return -1;
  const Cell& below = sheet.cells[next];
  const bool near = sheet.rows[below.row].page == sheet.rows[cell.row].page &&
                    below.box.y0 - cell.box.y1 < cell.box.height() && std::abs(below.box.x0 - cell.box.x0) < 1500;
  return near ? next : -1;
}

// A label beside a value of two lines is level with neither: "Customer" between "PRAIRIE FEEDERS LLC / 880 OLD MILL RD"
// and "ASSARIA KS 67416". The first cell right of it in the row above that reaches down to it; -1 when there is none.
int straddled(const Sheet& sheet, const Labels& labels, const LabelHit& hit) {
  const Cell& cell = sheet.cells[hit.cell];
  if (hit.after > 0 || hit.before > 0 || hit.cell + 1 != sheet.rows[cell.row].last || cell.row == 0) return -1;
  const int next = cell.row + 1;
  const Row& over = sheet.rows[cell.row - 1];
  if (next >= static_cast<int>(sheet.rows.size()) || over.page != sheet.rows[next].page) return -1;
  for (int c = over.first; c < over.last; ++c) {
    const Box& box = sheet.cells[c].box;
    if (box.x0 < cell.box.x1) continue;
    if (box.y1 <= cell.box.y0 || is_label_cell(labels, c)) return -1;
    for (int b = sheet.rows[next].first; b < sheet.rows[next].last; ++b)  // the second line begins where the first does
      if (std::abs(sheet.cells[b].box.x0 - box.x0) < 200 && sheet.cells[b].box.y0 < cell.box.y1) return c;
    return -1;
  }
  return -1;
}

// The nearest cell above a caption.
void above(const Sheet& sheet, const LabelHit& hit, std::vector<Place>& out) {
  const Cell& cell = sheet.cells[hit.cell];
  for (int r = cell.row - 1; r >= 0 && sheet.rows[r].page == sheet.rows[cell.row].page; --r) {
    for (int c = sheet.rows[r].first; c < sheet.rows[r].last; ++c) {
      const Cell& value = sheet.cells[c];
      if (std::min(value.box.x1, cell.box.x1) <= std::max(value.box.x0, cell.box.x0)) continue;
      out.push_back({Relation::above, c, value.first, value.last, value.last, 0});
      return;
    }
  }
}

}  // namespace

double label_strength(const LabelHit& hit) {
  double strength = hit.weak ? 0.45 : 0.75;
  if (hit.words > 1) strength += 0.15;
  if (hit.colon) strength += 0.15;
  if (hit.before == 0 && hit.after == 0) strength += 0.1;
  strength -= 0.12 * std::min(hit.before, 4);
  if (!hit.colon && hit.before > 0 && hit.after > 3) strength -= 0.15;
  return std::clamp(strength, 0.05, 1.0);
}

bool is_label_cell(const Labels& labels, int cell) {
  for (int h : labels.by_cell[cell]) {
    const LabelHit& hit = labels.hits[h];
    if (hit.before > 0) continue;
    if (hit.colon || (hit.words > 1 && !hit.weak && hit.after <= 3) || hit.after == 0) return true;
  }
  return false;
}

bool labels_only(const Sheet& sheet, const Labels& labels, int cell) {
  int from = sheet.cells[cell].first;
  for (int h : labels.by_cell[cell]) {
    if (labels.hits[h].weak) continue;
    for (; from < labels.hits[h].first; ++from)
      if (count_letters(sheet.tokens[from].folded) + count_digits(sheet.tokens[from].folded) > 0) return false;
    from = std::max(from, labels.hits[h].last);
  }
  for (; from < sheet.cells[cell].last; ++from)
    if (count_letters(sheet.tokens[from].folded) + count_digits(sheet.tokens[from].folded) > 0) return false;
  return true;
}

std::vector<Place> places(const Sheet& sheet, const Labels& labels, const LabelHit& hit, int rows) {
  std::vector<Place> out;
  const Cell& cell = sheet.cells[hit.cell];
  if (labels.value_above[hit.cell]) {
    above(sheet, hit, out);
    return out;
  }
  if (labels.value_before[hit.cell] && hit.after == 0) {
    if (hit.first > cell.first) return {{Relation::same_cell, hit.cell, cell.first, hit.first, hit.first, 0}};
    const Cell& left = sheet.cells[hit.cell - 1];
    return {{Relation::right, hit.cell - 1, left.first, left.last, left.last, 0}};
  }
  if (const int own = beside_items(sheet, labels, hit); own >= 0) {
    const Cell& value = sheet.cells[own];
    return {{Relation::below, own, value.first, value.last, stop_of(labels, own, value.first, value.last), 0}};
  }
  int first = hit.last;
  // "Rif. ordine cliente", "VAT no. customer": the party's word belongs to the label.
  for (int h : labels.by_cell[hit.cell]) {
    const LabelHit& next = labels.hits[h];
    if (next.first == first && (next.role == Role::buyer || next.role == Role::seller) && next.words == 1 &&
        next.last < cell.last)
      first = next.last;
  }
  auto sign = [&](const std::string& word) {  // ":", "(yours):"
    return word.find_first_not_of(":.-#= ") == std::string::npos ||
           (word.starts_with('(') && word.find(')') != std::string::npos && count_digits(word) == 0);
  };
  while (first < cell.last && sign(sheet.tokens[first].folded)) ++first;
  if (first < cell.last)
    out.push_back({Relation::same_cell, hit.cell, first, cell.last, stop_of(labels, hit.cell, first, cell.last), 0});
  const Row& row = sheet.rows[cell.row];
  int distance = 0;
  bool blocked = !out.empty() && out[0].stop < out[0].last &&
                 !(of_header(hit.role) && joint_label(sheet, labels, hit.cell, first));
  for (int c = hit.cell + 1; c < row.last && distance < 3 && !blocked; ++c) {
    const Cell& value = sheet.cells[c];
    if (is_label_cell(labels, c)) break;
    if (sheet.text(value.first, value.last).find_first_not_of(":.-# ") == std::string::npos) continue;
    out.push_back(
        {Relation::right, c, value.first, value.last, stop_of(labels, c, value.first, value.last), distance++});
  }
  if (const int c = out.empty() ? straddled(sheet, labels, hit) : -1; c >= 0) {
    const Cell& value = sheet.cells[c];
    out.push_back({Relation::right, c, value.first, value.last, stop_of(labels, c, value.first, value.last), 0});
  }
  if (int next = wrapped(sheet, hit); next >= 0 && !is_label_cell(labels, next)) {
    const Cell& value = sheet.cells[next];
    out.push_back(
        {Relation::same_cell, next, value.first, value.last, stop_of(labels, next, value.first, value.last), 0});
  }
  below(sheet, labels, hit, rows, out);
  return out;
}

}  // namespace ap::extract::reading
