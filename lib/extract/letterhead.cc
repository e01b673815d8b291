#include "extract/letterhead.h"

#include <algorithm>

#include "extract/legal_form.h"
#include "extract/text.h"

namespace ap::extract::reading {

// A name and its address in one run of words: "Acme Lda. Zona Industrial, Lote 55 4000-322 Porto".
int before_address(const Context& context, int cell, Span part) {
  const Cell& c = context.sheet.cells[cell];
  if (c.last - c.first < 6 || !town_in(context.sheet, c.first, c.last)) return part.last;
  for (int t = part.first + 1; t < part.last; ++t) {
    if (count_digits(context.sheet.tokens[t].folded) > 0) return t;
    if (!is_legal_form(context.sheet, t) || context.sheet.tokens[t].folded == "&") continue;
    return end_of_form(context.sheet, t, part.last);
  }
  return part.last;
}

Span through_form(const Sheet& sheet, const std::vector<Span>& parts) {
  constexpr std::size_t kMostParts = 3;
  if (has_legal_form(sheet, parts[0].first, parts[0].last)) return parts[0];
  for (std::size_t i = 1; i < std::min(parts.size(), kMostParts); ++i) {
    for (int t = parts[i].first; t < parts[i].last; ++t)
      if (count_digits(sheet.tokens[t].folded) > 0) return parts[0];
    if (parts[i].last - parts[i].first > 1 && is_legal_form(sheet, parts[i].last - 1))
      return {parts[0].first, parts[i].last};
  }
  return parts[0];
}

// Words beside an amount are a total's, however big they are.
bool beside_amount(const Context& context, const Cell& cell) {
  const Row& row = context.sheet.rows[cell.row];
  for (int t = context.sheet.cells[row.first].first; t < context.sheet.cells[row.last - 1].last; ++t)
    if (int a = context.amounts.at_token[t]; a >= 0 && context.amounts.list[a].decimals() == 2) return true;
  return false;
}

// "Tacoma, WA 98402": the town of an address, not a name.
bool names_town(const std::vector<PartyBlock>& blocks, Span name) {
  return std::ranges::any_of(blocks, [&](const PartyBlock& block) {
    return block.town && block.town->city.first <= name.first && name.first < block.town->city.last;
  });
}

bool begins_with_word_of_label(const Context& context, int cell) {
  return context.labels.any(cell) && count_digits(context.sheet.cell_text(cell)) == 0 &&
         std::ranges::all_of(context.labels.by_cell[cell], [&](int h) {
           const LabelHit& hit = context.labels.hits[h];
           // "Van Houwelingen", "Van den Berg": the little word before many a name in Dutch.
           const bool particle = hit.role == Role::seller && context.sheet.tokens[hit.first].folded == "van";
           return !hit.colon && hit.after > 0 && hit.words == 1 &&
                  (hit.role == Role::other_id || hit.role == Role::contract || hit.role == Role::delivery_party ||
                   hit.role == Role::column_item || particle);
         });
}

bool captioned(const Context& context, int cell) {
  const Sheet& sheet = context.sheet;
  const int above = cell_above(sheet, cell, 60);
  if (above < 0 || std::abs(sheet.cells[above].box.x0 - sheet.cells[cell].box.x0) > sheet.cells[cell].box.height() / 3)
    return false;
  return std::ranges::any_of(context.labels.by_cell[above], [&](int h) {
    const LabelHit& hit = context.labels.hits[h];
    const bool fact = (hit.role >= Role::number && hit.role <= Role::other_id) || hit.role == Role::payment_reference;
    return fact && hit.before == 0 && hit.after == 0;
  });
}

bool opens_page(const Context& context, const LabelHit& hit) {
  return context.sheet.cells[hit.cell].row == 0 && !hit.colon && hit.words == 1 && hit.after > 0 &&
         hit.role < Role::column_item && count_digits(context.sheet.cell_text(hit.cell)) == 0;
}

bool named_beside(const Context& context, int cell) {
  return cell > context.sheet.rows[context.sheet.cells[cell].row].first &&
         context.labels.has(cell - 1, Role::contact) && is_label_cell(context.labels, cell - 1);
}

bool asks_number(const Sheet& sheet, const LabelHit& hit) {
  return hit.last < sheet.cells[hit.cell].last &&
         in_list(trim(sheet.tokens[hit.last].folded, ".:"), "no nr num numero number nummer numer id c #");
}

namespace {

bool a_bank(const Sheet& sheet, int cell) {
  for (int t = sheet.cells[cell].first; t < sheet.cells[cell].last; ++t)
    for (std::string_view word : runs(sheet.tokens[t].folded))
      if (word.ends_with("bank") || word.ends_with("bankas") || word.ends_with("sparkasse") ||
          word.ends_with("kassa") ||
          in_list(word, "banka banca banque banco bankia caixa caisse caja raiffeisen sparkassen bank bnp kbc ing"))
        return true;
  return false;
}

}  // namespace

// "Bank: Severn & Co. Bank": the name of the seller's bank.
bool names_bank(const Context& context, int cell) {
  auto of_account = [&](int at, bool bank) {
    return std::ranges::any_of(context.labels.by_cell[at], [&](int h) {
      const LabelHit& hit = context.labels.hits[h];
      return ((bank && hit.role == Role::bank) || hit.role == Role::iban || hit.role == Role::bic) && hit.before == 0;
    });
  };
  if (of_account(cell, true)) return true;
  // "Volksbank Mittelhessen eG" over "IBAN DE18 ..."
  const int below = cell_below(context.sheet, cell, 60);
  return below >= 0 && of_account(below, false) && a_bank(context.sheet, cell);
}

// Register, tax or contact details stand on the row or the one below it.
bool footer_details(const Context& context, int row) {
  for (int r = row; r < std::min(row + 2, static_cast<int>(context.sheet.rows.size())); ++r) {
    if (context.sheet.rows[r].page != context.sheet.rows[row].page) break;
    for (int c = context.sheet.rows[r].first; c < context.sheet.rows[r].last; ++c)
      for (int h : context.labels.by_cell[c]) {
        Role role = context.labels.hits[h].role;
        if (role == Role::registration || role == Role::vat_id || role == Role::tax_number || role == Role::phone ||
            role == Role::iban)
          return true;
      }
  }
  return false;
}

bool before_own_number(const Context& context, Span name) {
  const int cell = context.sheet.tokens[name.first].cell;
  if (context.sheet.cells[cell].first != name.first || name.last - name.first < 2) return false;
  const std::string_view end = context.sheet.tokens[name.last - 1].folded;
  if (end.ends_with('.') && end.size() > 5) return false;  // "Per pin betaald. Btw NL..."
  const bool numbered = std::ranges::any_of(
      context.tax_ids, [&](const Identifier& id) { return id.cell == cell && !id.buyers && id.first >= name.last; });
  return numbered && std::ranges::any_of(context.labels.by_cell[cell], [&](int h) {
           const LabelHit& hit = context.labels.hits[h];
           return hit.first == name.last && (hit.role == Role::vat_id || hit.role == Role::registration);
         });
}

bool asks_attention(const Sheet& sheet, int cell) {
  for (int t = sheet.cells[cell].first; t < sheet.cells[cell].last; ++t)
    if (in_list(trim(sheet.tokens[t].folded, ".,:()"), "attn att attention z.hd hd handen t.a.v tav")) return true;
  return false;
}

bool sent_to_a_person(const Sheet& sheet, const PartyBlock& block) {
  return std::ranges::any_of(block.cells, [&](int cell) { return asks_attention(sheet, cell); });
}

bool stands_below(const Box& above, const Box& below) {
  std::int32_t gap = below.y0 - above.y1;
  return gap >= -200 && gap < 6 * above.height() + 1500 && std::min(above.x1, below.x1) > std::max(above.x0, below.x0);
}

// Four cells and more, none with a figure, over a row of as many: headings of a table ("Visit  Patient  Treatment S$").
bool columns_row(const Sheet& sheet, int row) {
  constexpr int kFewest = 4;
  const Row& head = sheet.rows[row];
  if (head.last - head.first < kFewest || row + 1 >= static_cast<int>(sheet.rows.size())) return false;
  for (int c = head.first; c < head.last; ++c)
    if (count_digits(sheet.cell_text(c)) > 0) return false;
  return sheet.rows[row + 1].last - sheet.rows[row + 1].first >= kFewest;
}

}  // namespace ap::extract::reading
