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

}  // namespace ap::extract::reading
