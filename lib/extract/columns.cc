#include "extract/columns.h"

#include <algorithm>
#include <cstdlib>

#include "extract/amounts.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

constexpr int kRowsAround = 3;           // rows looked at above and below
constexpr std::int32_t kSamePlace = 60;  // hundredths of a point

// A cell that is not the first of its row begins at `x`.
bool column_at(const Sheet& sheet, int row, std::int32_t x) {
  for (int c = sheet.rows[row].first + 1; c < sheet.rows[row].last; ++c)
    if (std::abs(sheet.cells[c].box.x0 - x) <= kSamePlace) return true;
  return false;
}

// A word stands across `x` there: no column ends before it.
bool crossed(const Sheet& sheet, int row, std::int32_t x) {
  for (int c = sheet.rows[row].first; c < sheet.rows[row].last; ++c)
    if (sheet.cells[c].box.x0 < x - kSamePlace && sheet.cells[c].box.x1 > x + kSamePlace) return true;
  return false;
}

// Rows next to `row` that begin a column at `x`, up to the first one that runs across it.
int witnesses(const Sheet& sheet, int row, std::int32_t x, int step) {
  int found = 0;
  std::int32_t edge = step < 0 ? sheet.rows[row].box.y0 : sheet.rows[row].box.y1;
  for (int r = row + step, looked = 0; looked < kRowsAround && r >= 0 && r < static_cast<int>(sheet.rows.size());
       r += step, ++looked) {
    const Row& other = sheet.rows[r];
    const std::int32_t gap = step < 0 ? edge - other.box.y1 : other.box.y0 - edge;
    if (other.page != sheet.rows[row].page || gap > 2 * sheet.rows[row].box.height()) break;
    if (column_at(sheet, r, x))
      ++found;
    else if (crossed(sheet, r, x))
      break;
    edge = step < 0 ? other.box.y0 : other.box.y1;
  }
  return found;
}

// All letters have one width: places agree by chance in such print.
bool monospaced(const Sheet& sheet, int row) {
  std::int32_t least = 0, most = 0;
  const int end = sheet.cells[sheet.rows[row].last - 1].last;
  for (int t = sheet.cells[sheet.rows[row].first].first; t < end; ++t) {
    const std::string& text = sheet.tokens[t].text;
    auto letters = std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; });
    if (letters < 3) continue;
    const std::int32_t width = sheet.tokens[t].box.width() / static_cast<std::int32_t>(letters);
    least = least == 0 ? width : std::min(least, width);
    most = std::max(most, width);
  }
  return most > 0 && (most - least) * 100 <= most * 4;
}

bool money_sign(const Token& token) {
  return token.text == "$" || token.text == "-" || in_list(token.folded, "kr kr.") ||
         !currency_code_of(token.text).empty();
}

// "6 565,07 $": figures of different rows stand at the same place, and what is one amount stays one.
bool one_amount(const Token& before, const Token& here) {
  if (money_sign(before) || money_sign(here) || here.folded == "%") return true;
  const bool group = before.folded.size() <= 4 && count_digits(before.folded) > 0 && count_letters(before.folded) == 0;
  return group && here.folded.size() >= 3 && count_digits(here.folded.substr(0, 3)) == 3;
}

bool cut_at(const Sheet& sheet, int row, int token) {
  const Token &before = sheet.tokens[token - 1], &here = sheet.tokens[token];
  if (one_amount(before, here)) return false;
  if (here.box.x0 - before.box.x1 < 100) return false;
  const int above = witnesses(sheet, row, here.box.x0, -1), below = witnesses(sheet, row, here.box.x0, 1);
  return (above > 0 && below > 0) || above + below >= 2;
}

}  // namespace

void part_columns(Sheet& sheet) {
  std::vector<int> cuts;
  for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
    if (monospaced(sheet, static_cast<int>(r))) continue;
    for (int c = sheet.rows[r].first; c < sheet.rows[r].last; ++c)
      for (int t = sheet.cells[c].first + 1; t < sheet.cells[c].last; ++t)
        if (cut_at(sheet, static_cast<int>(r), t)) cuts.push_back(t);
  }
  if (cuts.empty()) return;
  std::vector<Cell> cells;
  std::size_t next = 0;
  for (Row& row : sheet.rows) {
    const int first = static_cast<int>(cells.size());
    for (int c = row.first; c < row.last; ++c) {
      Cell cell = sheet.cells[c];
      const int end = cell.last;
      for (; next < cuts.size() && cuts[next] < end; ++next) {
        cell.last = cuts[next];
        cells.push_back(cell);
        cell.first = cuts[next];
      }
      cell.last = end;
      cells.push_back(cell);
    }
    row.first = first;
    row.last = static_cast<int>(cells.size());
  }
  for (std::size_t c = 0; c < cells.size(); ++c) {
    cells[c].box = sheet.box(cells[c].first, cells[c].last);
    for (int t = cells[c].first; t < cells[c].last; ++t) sheet.tokens[t].cell = static_cast<int>(c);
  }
  sheet.cells = std::move(cells);
}

}  // namespace ap::extract::reading
