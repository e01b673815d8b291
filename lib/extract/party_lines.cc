#include "extract/party_lines.h"

#include <algorithm>
#include <cstdlib>

#include "extract/legal_form.h"
#include "extract/party_blocks.h"
#include "extract/party_names.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

bool aligned(const Box& a, const Box& b) {
  std::int32_t slack = std::max(std::max(a.height(), b.height()) / 2, 300);
  return std::abs(a.x0 - b.x0) <= slack || std::abs(a.x1 - b.x1) <= slack ||
         std::abs(a.center_x() - b.center_x()) <= slack;
}

int neighbour(const Sheet& sheet, int cell, int reach, int step) {
  const Cell& from = sheet.cells[cell];
  for (int r = from.row + step; r >= 0 && r < static_cast<int>(sheet.rows.size()); r += step) {
    const Row& row = sheet.rows[r];
    if (row.page != sheet.rows[from.row].page) return -1;
    std::int32_t gap = step < 0 ? from.box.y0 - row.box.y1 : row.box.y0 - from.box.y1;
    std::int32_t height = std::max(from.box.height(), 600);
    if (gap > height * reach / 100) return -1;
    int best = -1;
    for (int c = row.first; c < row.last; ++c)
      if (aligned(sheet.cells[c].box, from.box) && (best < 0 || std::abs(sheet.cells[c].box.x0 - from.box.x0) <
                                                                    std::abs(sheet.cells[best].box.x0 - from.box.x0)))
        best = c;
    if (best >= 0) return best;
  }
  return -1;
}

}  // namespace

int cell_above(const Sheet& sheet, int cell, int reach) { return neighbour(sheet, cell, reach, -1); }
int cell_below(const Sheet& sheet, int cell, int reach) { return neighbour(sheet, cell, reach, 1); }

bool foreign_line(const Context& context, int cell) {
  const Sheet& sheet = context.sheet;
  const Cell& c = sheet.cells[cell];
  if (heading_row(context, c.row)) return true;
  for (int t = c.first; t < c.last; ++t) {
    if (int d = context.dates.at_token[t]; d >= 0 && !context.dates.list[d].bare) return true;
    const std::string& text = sheet.tokens[t].folded;
    if (text.find('@') != std::string::npos || text.starts_with("www.") || text.starts_with("http")) return true;
    if (int a = context.amounts.at_token[t];
        a >= 0 && (context.amounts.list[a].percent || context.amounts.list[a].currency))
      return true;
  }
  for (int h : context.labels.by_cell[cell]) {
    const LabelHit& hit = context.labels.hits[h];
    if (hit.before > 0) continue;
    switch (hit.role) {
      case Role::phone:
      case Role::fax:
      case Role::email:
      case Role::vat_id:
      case Role::iban:
      case Role::number:
      case Role::bic:
        if (hit.colon || hit.words > 1 || (hit.after > 0 && hit.after <= 6 && count_digits(sheet.cell_text(cell)) > 3))
          return true;
        break;
      case Role::title_invoice:
      case Role::title_credit:
      case Role::title_other:
      case Role::title_receipt:
        if (hit.after <= 2) return true;
        break;
      default:
        if (hit.colon && !party_role(hit.role) && hit.role != Role::name && hit.role != Role::address &&
            hit.role != Role::contact)
          return true;
    }
  }
  return false;
}

bool names_road(const Sheet& sheet, Span part) {
  constexpr std::string_view kRoads =
      "road rd rd. street st. lane avenue ave drive way square terrace rue avenue boulevard place chemin strasse str. "
      "weg platz gasse allee via viale piazza corso calle avenida plaza rua praca straat laan plein ulica ul. gatan";
  return in_list(trim(sheet.tokens[part.first].folded, ",."), kRoads) ||
         in_list(trim(sheet.tokens[part.last - 1].folded, ","), kRoads);
}

bool names_zone(const Sheet& sheet, Span part) {
  if (has_legal_form(sheet, part.first, part.last)) return false;
  return in_list(trim(sheet.tokens[part.first].folded, ",:"),
                 "za zi zac zae z.a. z.i. z.a.c. zone pol. poligono p.i. parque loc. loc localita lieu-dit lieudit "
                 "lugar sitio osiedle os. sidliste gewerbegebiet industriegebiet industriepark gewerbepark "
                 "bedrijventerrein industrieterrein bp b.p. postfach postbus box postboks po p.o. apartado skr.");
}

bool within_address(const Context& context, int cell) {
  const Sheet& sheet = context.sheet;
  if (!office_line(sheet, cell)) return false;
  const int above = cell_above(sheet, cell, 80);
  return above >= 0 && !foreign_line(context, above) && !is_label_cell(context.labels, above);
}

bool number_line(const Context& context, int cell) {
  const Sheet& sheet = context.sheet;
  const int above = cell_above(sheet, cell, 80);
  if (above < 0 || foreign_line(context, above) || is_label_cell(context.labels, above)) return false;
  return std::ranges::any_of(context.labels.by_cell[cell], [&](int h) {
    const LabelHit& hit = context.labels.hits[h];
    return hit.before == 0 && hit.after > 0 &&
           (hit.role == Role::vat_id || hit.role == Role::registration || hit.role == Role::tax_number);
  });
}

bool behind_caption(const Context& context, int cell) {
  const Sheet& sheet = context.sheet;
  const Cell& c = sheet.cells[cell];
  if (cell == sheet.rows[c.row].first || looks_like_street(sheet, c.first, c.last)) return false;
  return std::ranges::any_of(context.labels.by_cell[cell - 1], [&](int h) {
    const LabelHit& hit = context.labels.hits[h];
    return party_role(hit.role) && hit.before == 0 && hit.after == 0 && !hit.weak;
  });
}

bool capital_line(const Context& context, int cell) {
  const Cell& c = context.sheet.cells[cell];
  if (c.last - c.first > 9) return false;
  for (int t = c.first; t < c.last; ++t)
    for (std::string_view run : runs(context.sheet.tokens[t].folded))
      if (in_list(run, "capital capitale kapital kapitaal stammkapital grundkapital aktiekapital")) return true;
  return false;
}

bool salutations(const Sheet& sheet, int cell) {
  const Cell& c = sheet.cells[cell];
  constexpr std::string_view kTitles = "dr prof dipl.-ing dipl ing mag dott ir drs mgr";  // "Herrn Dr." over the name
  for (int t = c.first; t < c.last; ++t)
    if (!salutation(sheet.tokens[t].folded) && !(t > c.first && in_list(trim(sheet.tokens[t].folded, "."), kTitles)))
      return false;
  return true;
}

bool other_value(const Context& context, int cell) {
  const Sheet& sheet = context.sheet;
  int left = cell - 1;
  if (left < sheet.rows[sheet.cells[cell].row].first) return false;
  if (!sheet.tokens[sheet.cells[left].last - 1].text.ends_with(':')) return false;
  for (int h : context.labels.by_cell[left]) {
    Role role = context.labels.hits[h].role;
    if (role == Role::name || role == Role::address || party_role(role)) return false;
  }
  return true;
}

Span capitals_over(const Context& context, Span name) {
  const Sheet& sheet = context.sheet;
  if (name.empty() || has_legal_form(sheet, name.first, name.last)) return {};
  const Cell& own = sheet.cells[sheet.tokens[name.first].cell];
  const int above = own.row - 1;
  if (above < 0 || sheet.rows[above].page != sheet.rows[own.row].page) return {};
  if (above > 0 && sheet.rows[above - 1].page == sheet.rows[above].page) return {};
  const Row& row = sheet.rows[above];
  const Cell& head = sheet.cells[row.first];
  const bool middle = std::min(head.box.x1, own.box.x1) > std::max(head.box.x0, own.box.x0);
  if (row.last - row.first != 1 || !middle || own.box.y0 - head.box.y1 > own.box.height()) return {};
  auto capitals = [&](int t) { return std::ranges::none_of(plain(sheet.tokens[t].text), is_lower); };
  for (int t = head.first; t < head.last; ++t)
    if (!capitals(t)) return {};
  if (capitals(name.first) || foreign_line(context, row.first)) return {};
  const Span over = name_in(context, head.first, head.last);
  return over.last - over.first >= 2 ? over : Span{};
}

std::optional<Town> across_gap(const Sheet& sheet, int index) {
  const Cell& c = sheet.cells[index];
  const int next = index + 1;
  if (next >= sheet.rows[c.row].last || sheet.cells[next].box.x0 - c.box.x1 > 2 * c.box.height()) return {};
  for (int t = c.first; t < c.last; ++t)
    if (count_letters(sheet.tokens[t].folded) > 1) return {};
  auto town = town_in(sheet, c.first, sheet.cells[next].last);
  return town && town->postal.last <= c.last ? town : std::nullopt;
}

bool in_account(const Context& context, const Town& town) {
  return std::ranges::any_of(context.ibans, [&](const Identifier& iban) {
    return town.postal.first < iban.last && iban.first < town.postal.last;
  });
}

bool item_row(const Context& context, int row) {
  const Sheet& sheet = context.sheet;
  int amounts = 0;
  const int end = sheet.cells[sheet.rows[row].last - 1].last;
  for (int t = sheet.cells[sheet.rows[row].first].first; t < end; ++t)
    if (int a = context.amounts.at_token[t]; a >= 0 && context.amounts.list[a].first == t)
      amounts += context.amounts.list[a].decimals() == 2;
  return amounts >= 2;
}

bool captions_row(const Context& context, int cell) {
  const Row& row = context.sheet.rows[context.sheet.cells[cell].row];
  if (!context.labels.any(cell)) return false;
  for (int c = row.first; c < row.last; ++c)
    if (context.labels.value_above[c]) return true;
  return false;
}

std::optional<Town> town_in_small_letters(const Context& context, int cell) {
  const Sheet& sheet = context.sheet;
  const Cell& c = sheet.cells[cell];
  auto small = [&](int at) {
    const std::string text = plain(sheet.cell_text(at));
    return std::ranges::none_of(text, is_upper);
  };
  constexpr int kMostWords = 4, kDigits = 5;
  const std::string& code = sheet.tokens[c.first].text;
  if (c.last - c.first < 2 || c.last - c.first > kMostWords || count_digits(code) != kDigits || code.size() != kDigits)
    return {};
  for (int t = c.first + 1; t < c.last; ++t)
    if (count_digits(sheet.tokens[t].folded) > 0) return {};
  const int street = cell_above(sheet, cell, 80);
  if (street < 0 || !small(cell) || !small(street) || foreign_line(context, street)) return {};
  const Cell& line = sheet.cells[street];
  if (!looks_like_street(sheet, line.first, line.last) || cell_above(sheet, street, 80) < 0) return {};
  Town town;
  town.postal = {c.first, c.first + 1};
  town.postal_code = code;
  town.city = {c.first + 1, c.last};
  return town;
}

int centred_over(const Sheet& sheet, int index) {
  const int row = sheet.cells[index].row;
  if (row == 0 || sheet.rows[row - 1].page != sheet.rows[row].page) return -1;
  const Row &own = sheet.rows[row], &over = sheet.rows[row - 1];
  const bool middle = std::abs(own.box.center_x() - over.box.center_x()) < own.box.height() / 2;
  const bool close = own.box.y0 - over.box.y1 < own.box.height();
  return over.last - over.first == 1 && middle && close ? over.first : -1;
}

int over_trade(const Context& context, int index, int trade) {
  const Sheet& sheet = context.sheet;
  const int top = cell_above(sheet, trade, 80);
  if (top < 0 || foreign_line(context, trade) || sheet.rows[sheet.cells[top].row].page > 0) return -1;
  const auto size = [&](int cell) { return sheet.tokens[sheet.cells[cell].first].font_size; };
  const bool alike = size(trade) * 10 <= size(index) * 11, bigger = size(top) * 10 > size(trade) * 13;
  const bool head = sheet.cells[top].box.y0 < sheet.page_of_cell(top).height / 4;
  return alike && bigger && head ? top : -1;
}

bool one_heading(const Sheet& sheet, int above, int below, int address) {
  const Token &one = sheet.tokens[sheet.cells[above].first], &two = sheet.tokens[sheet.cells[below].first];
  const Box &high = sheet.cells[above].box, &low = sheet.cells[below].box;
  const int own = sheet.tokens[sheet.cells[address].first].font_size;
  return one.bold == two.bold && one.font_size == two.font_size && two.font_size * 10 >= own * 13 &&
         low.y0 - high.y1 < low.height() && count_digits(sheet.cell_text(above)) == 0;
}

bool in_county(const Sheet& sheet, const Town& town) {
  return !town.city.empty() && in_list(sheet.tokens[town.city.first].folded, "co. county");
}

bool over_bigger(const Context& context, Span name, int next) {
  if (name.empty() || has_legal_form(context.sheet, name.first, name.last)) return false;
  const Cell& c = context.sheet.cells[next];
  return context.sheet.tokens[c.first].font_size * 10 >= context.sheet.tokens[name.first].font_size * 13 &&
         !name_in(context, c.first, c.last).empty() && !looks_like_street(context.sheet, c.first, c.last);
}

}  // namespace ap::extract::reading
