#include "extract/date_places.h"

#include <algorithm>

#include "extract/text.h"

namespace ap::extract::reading {
namespace {

bool has_date(const Context& context, const Cell& cell) {
  for (int t = cell.first; t < cell.last; ++t)
    if (context.dates.at_token[t] >= 0) return true;
  return false;
}

// Under one another, edges or middles in line.
bool in_line(const Box& a, const Box& b) {
  const std::int32_t slack = a.height();
  return std::abs(a.x0 - b.x0) < slack || std::abs(a.x1 - b.x1) < slack ||
         std::abs(a.center_x() - b.center_x()) < slack;
}

// An amount of money stands on the row.
bool priced(const Context& context, int row) {
  return std::ranges::any_of(context.amounts.list, [&](const Amount& a) { return a.row == row && a.decimals() == 2; });
}

}  // namespace

bool of_another(const Context& context, const PrintedDate& date) {
  const Cell& cell = context.sheet.cells[date.cell];
  return date.first > cell.first && context.sheet.tokens[date.first].folded.starts_with('(') &&
         count_digits(context.sheet.tokens[date.first - 1].folded) > 2;
}

bool of_next_time(const Context& context, const PrintedDate& date) {
  constexpr int kReach = 4;  // words before the date
  static const WordSet words(
      "erstmals erstmalig next prochaine prochain prossima prossimo proxima proximo nasta naeste nastepna nastepny "
      "pristi");
  const Cell& cell = context.sheet.cells[date.cell];
  for (int t = std::max(cell.first, date.first - kReach); t < date.first; ++t) {
    if (context.dates.at_token[t] >= 0) return false;
    for (std::string_view word : runs(context.sheet.tokens[t].folded))
      if (words.has(word)) return true;
  }
  return false;
}

bool reduced(const Context& context, const PrintedDate& date) {
  const Sheet& sheet = context.sheet;
  const Cell& cell = sheet.cells[date.cell];
  int stop = cell.last;
  // Recognition may see a wider gap between the words.
  if (cell.last < static_cast<int>(sheet.tokens.size()) && sheet.tokens[cell.last].confidence < kCertain) {
    const Cell& next = sheet.cells[sheet.tokens[cell.last].cell];
    if (next.row == cell.row && next.box.x0 - cell.box.x1 < 2 * cell.box.height()) stop = next.last;
  }
  for (int t = date.last; t < std::min(stop, date.last + 5) && context.dates.at_token[t] < 0; ++t)
    if (in_list(trim(sheet.tokens[t].folded, ".,:;()"),
                "skonto discount escompte descuento sconto korting rabat desconto kassarabatt sleva kontantrabat"))
      return true;
  return false;
}

bool place_and_date(const Context& context, const PrintedDate& date) {
  const Cell& cell = context.sheet.cells[date.cell];
  int after = date.last;
  if (after < cell.last && in_list(context.sheet.tokens[after].folded, "r. r roku")) ++after;  // "15 maja 2025 r."
  const bool ends = after == cell.last || in_list(context.sheet.tokens[after].folded, "· | / - • *");
  int town_end = date.first;
  if (town_end - 1 > cell.first &&
      in_list(context.sheet.tokens[town_end - 1].folded, "li le den am the dnia dne op a el il il, den. d. dato this"))
    --town_end;
  if (town_end == cell.first || town_end - cell.first > 3 || !ends) return false;
  for (int t = cell.first; t < town_end; ++t)
    if (count_digits(context.sheet.tokens[t].folded) > 0 || context.labels.covering(context.sheet, t)) return false;
  return context.sheet.tokens[town_end - 1].text.ends_with(',');
}

bool alone_in_head(const Context& context, const PrintedDate& date) {
  const Cell& cell = context.sheet.cells[date.cell];
  const Row& row = context.sheet.rows[cell.row];
  const layout::Page& page = context.sheet.page_of_cell(date.cell);
  return row.last - row.first == 1 && cell.first == date.first && cell.last == date.last && page.number == 1 &&
         cell.box.y0 < page.height * 45 / 100;
}

bool column_of_items(const Context& context, const LabelHit& heading, const PrintedDate& date) {
  const Sheet& sheet = context.sheet;
  const Row& head = sheet.rows[sheet.cells[heading.cell].row];
  for (int c = head.first; c < head.last; ++c)
    if (c != heading.cell && context.labels.has(c, Role::column_item)) return true;
  // A second date in the column, on a row with its price.
  const Cell& value = sheet.cells[date.cell];
  for (int r = value.row + 1; r < std::min(value.row + 4, static_cast<int>(sheet.rows.size())); ++r) {
    if (sheet.rows[r].page != sheet.rows[value.row].page) break;
    for (int c = sheet.rows[r].first; c < sheet.rows[r].last; ++c)
      if (in_line(sheet.cells[c].box, value.box) && has_date(context, sheet.cells[c]) && priced(context, r) &&
          priced(context, value.row))
        return true;
  }
  return false;
}

bool day_of_item(const Context& context, const PrintedDate& date) {
  constexpr int kReach = 3;  // rows
  const Sheet& sheet = context.sheet;
  const Cell& own = sheet.cells[date.cell];
  auto begins = [&](int row, int cell) {
    return cell == sheet.rows[row].first && context.dates.at_token[sheet.cells[cell].first] >= 0 &&
           priced(context, row);
  };
  if (date.first != own.first || !begins(own.row, date.cell)) return false;
  const int last = std::min(own.row + kReach, static_cast<int>(sheet.rows.size()) - 1);
  for (int r = std::max(0, own.row - kReach); r <= last; ++r) {
    if (r == own.row || sheet.rows[r].page != sheet.rows[own.row].page) continue;
    const int first = sheet.rows[r].first;
    if (begins(r, first) && in_line(sheet.cells[first].box, own.box)) return true;
  }
  return false;
}

bool opens_period(const Context& context, std::size_t date) {
  const auto& list = context.dates.list;
  if (date + 1 >= list.size() || list[date + 1].first != list[date].last + 1) return false;
  if (list[date + 1].date() <= list[date].date()) return false;
  return in_list(context.sheet.tokens[list[date].last].folded, "bis to au al till tot t/m do a ate til hasta - –");
}

bool deducted(const Context& context, const LabelHit& hit) {
  return hit.before > 0 && priced(context, context.sheet.cells[hit.cell].row);
}

namespace {
constexpr std::string_view kOurs =
    "our your unsere unserer unseren ihre ihrer notre votre nuestra vuestra nostra vostra nossa vossa onze uw vores "
    "jeres var er nasza naszej panstwa nase nasi vase vasi";
}  // namespace

bool credit_words(const Sheet& sheet, const LabelHit& hit) {
  for (int t = hit.first; t < hit.last; ++t)
    for (std::string_view stem : {"credit", "avoir", "gutschrift", "korrektur", "storno", "rectific", "abono",
                                  "creditn", "koryg", "korekt", "kredit", "dobropis", "oprav", "adjust"})
      if (sheet.tokens[t].folded.find(stem) != std::string::npos) return true;
  return false;
}

bool of_corrected(const Context& context, const LabelHit& hit) {
  const Sheet& sheet = context.sheet;
  if (credit_words(sheet, hit)) return false;
  const Cell& cell = sheet.cells[hit.cell];
  // Behind the title the first number is the document's own: "Gutschrift (389) Nr. 4711 zu Rechnung Nr. 4650".
  for (int h : context.labels.by_cell[hit.cell]) {
    const LabelHit& title = context.labels.hits[h];
    if (title.role != Role::title_credit || title.before > 0 || title.first >= hit.first) continue;
    for (int t = title.last; t < hit.first; ++t) {
      if (count_digits(sheet.tokens[t].folded) > 1 && !sheet.tokens[t].folded.starts_with('(')) return true;
      if (in_list(sheet.tokens[t].folded, kOurs)) return true;  // "Storno unserer Rechnung RE-4650"
    }
    return false;
  }
  if (hit.before > 0) return true;
  const std::string_view opens = trim(sheet.tokens[cell.first].folded, ".:");
  return in_list(opens, kOurs) ||
         in_list(opens,
                 "ref reference rif riferimento referencia referenz referentie referens original ursprungliche vedr "
                 "vedrorende avser betreft betr concerne concerning regarding re zu zur do k for to");
}

}  // namespace ap::extract::reading
