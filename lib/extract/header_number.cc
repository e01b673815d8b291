#include <algorithm>

#include "extract/address.h"
#include "extract/date_places.h"
#include "extract/header.h"
#include "extract/number_guess.h"
#include "extract/party_lines.h"
#include "extract/recognised.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

bool filler(std::string_view folded) {
  std::string_view word = trim(folded, ".:#-()");
  return word.empty() || in_list(word, "no nr n num number nummer numero cislo c numer id is lautet ist");
}

// "RE", "INV", "FA", "2024/": what may stand before the digits as a word of its own.
bool id_prefix(const Token& token) {
  std::string text = plain(token.text);
  if (text.size() > 6 || text.empty()) return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return is_upper(c) || c == '-' || c == '/' || c == '.'; }) &&
         is_upper(text[0]);
}

bool is_joint(const Token& token) { return token.folded == "-" || token.folded == "/"; }

// "n" and a small "o" behind it, as LaTeX sets a numero sign.
bool raised_o(const Sheet& sheet, int token, int first) {
  return token > first && sheet.tokens[token].folded == "o" && sheet.tokens[token - 1].folded == "n";
}

// "n2 8639", "N? 8639": the raised o of a numero sign, recognised as a figure before the number itself.
bool misread_sign(const Sheet& sheet, int token, int stop) {
  const Token& sign = sheet.tokens[token];
  const bool looks = sign.folded.size() == 2 && sign.folded[0] == 'n' && sign.confidence < kCertain &&
                     std::string_view("290*?%").find(sign.folded[1]) != std::string_view::npos;
  return looks && token + 1 < stop && count_digits(sheet.tokens[token + 1].folded) >= 3;
}

// "FV 2024/05/6": a number that begins with year and month, behind letters that are no label.
bool numbered_by_day(const Context& context, int prefix, int token) {
  constexpr int kYear = 4;
  const std::string& text = context.sheet.tokens[token].folded;
  return prefix + 1 == token && id_prefix(context.sheet.tokens[prefix]) &&
         !context.labels.covering(context.sheet, prefix) && text.find('/') == kYear &&
         count_digits(text.substr(0, kYear)) == kYear;
}

}  // namespace

IdText id_at(const Context& context, int first, int stop) {
  const Sheet& sheet = context.sheet;
  int t = first;
  while (t < stop && (filler(sheet.tokens[t].folded) || raised_o(sheet, t, first) || misread_sign(sheet, t, stop))) ++t;
  int start = t;
  if (t + 1 < stop && count_digits(sheet.tokens[t].folded) == 0 &&
      (id_prefix(sheet.tokens[t]) || is_joint(sheet.tokens[t])))
    ++t;
  if (t + 1 < stop && t > start && is_joint(sheet.tokens[t])) ++t;
  if (t >= stop || count_digits(sheet.tokens[t].folded) == 0) return {};
  int date = context.dates.at_token[t];
  if (date >= 0 && !context.dates.list[date].bare && !numbered_by_day(context, start, t)) return {};
  int amount = context.amounts.at_token[t];
  if (amount >= 0 && (context.amounts.list[amount].percent || context.amounts.list[amount].currency)) return {};
  int end = t + 1;
  while (end < stop) {
    const Token& next = sheet.tokens[end];
    const std::string& before = sheet.tokens[end - 1].folded;
    bool tied =
        before.ends_with('-') || before.ends_with('/') || next.folded.starts_with('-') || next.folded.starts_with('/');
    bool number = count_digits(next.folded) > 0;
    // Boxes of recognised words are as tall as their figures, those of a text layer as tall as the type.
    const int fifths = next.confidence < kCertain ? 3 : 2;
    bool digits_go_on = count_digits(next.folded) == static_cast<int>(next.folded.size()) && next.folded.size() >= 2 &&
                        next.box.x0 - sheet.tokens[end - 1].box.x1 < next.box.height() * fifths / 5;
    if (context.dates.at_token[end] >= 0) break;
    if (!(tied && (number || is_joint(next))) && !digits_go_on) break;
    ++end;
  }
  while (end > t + 1 && is_joint(sheet.tokens[end - 1])) --end;  // "003318 - Lent term"
  std::string value = sheet.text(start, end);
  std::string_view core = trim(value, " .,:;#()[]*");
  if (core.empty() || core.size() > 40) return {};
  const bool recognised = sheet.confidence(start, end) < kCertain;
  return {recognised ? with_usual_prefix(std::string(core)) : std::string(core), start, end};
}

namespace {

double relation_factor(const Place& place) {
  switch (place.relation) {
    case Relation::same_cell:
      return 1.0;
    case Relation::right:
      return 0.95 - 0.15 * place.distance;
    case Relation::below:
      return 0.85 - 0.3 * place.distance;
    case Relation::above:
      return 0.85;
  }
  return 0;
}

// "8.50", "1.250,00": an amount, whatever stands above it.
bool money(const Context& context, const IdText& id) {
  int amount = context.amounts.at_token[id.first];
  if (amount < 0 || id.last - id.first > 1) return false;
  const Amount& a = context.amounts.list[amount];
  return a.decimals() == 2 && a.value < Decimal(1'000'000L);
}

// "#", "No." over the numbers of the lines: a heading of the item table.
bool heads_items(const Context& context, const LabelHit& hit) {
  const Row& row = context.sheet.rows[context.sheet.cells[hit.cell].row];
  auto column = [&](int h) {
    const Role role = context.labels.hits[h].role;
    return role >= Role::column_item && role <= Role::column_amount;
  };
  std::ptrdiff_t columns = 0;
  for (int c = row.first; c < row.last; ++c)
    if (c != hit.cell) columns += std::ranges::count_if(context.labels.by_cell[c], column);
  return columns >= 2;
}

// A bare "No." counts as the document's only next to its title.
bool near_title(const Sheet& sheet, const DocumentKind& kind, int cell) {
  if (kind.title_cell < 0) return false;
  const Cell &title = sheet.cells[kind.title_cell], &here = sheet.cells[cell];
  if (sheet.rows[title.row].page != sheet.rows[here.row].page) return false;
  return std::abs(here.box.center_y() - title.box.center_y()) < 5 * title.box.height() && here.row - title.row <= 3 &&
         here.row >= title.row;
}

}  // namespace

namespace {

// "FATTURA progressivo 20267 del 16-09-2026": a word or two stand between the title and the number.
IdText id_behind_words(const Context& context, int first, int stop) {
  constexpr int kMostWords = 2;
  int t = first;
  while (t < stop && t < first + kMostWords && count_digits(context.sheet.tokens[t].folded) == 0) ++t;
  const bool ends =
      t + 1 >= stop || context.dates.at_token[t + 1] >= 0 ||
      in_list(trim(context.sheet.tokens[t + 1].folded, ".,:"), "del vom of dated date du de van z ze af den");
  if (t == first || t >= stop || !ends || !may_number(context, t)) return {};
  return id_at(context, t, t + 1);
}

// "NC 2026/22", "FT A/118": two letters for the kind of document, which Portuguese programs print within the number.
bool document_sign(const Sheet& sheet, const LabelHit& hit, const Place& place, const IdText& id) {
  return hit.words == 1 && hit.last - hit.first == 1 && !hit.colon && place.relation == Relation::same_cell &&
         id.first == hit.last && in_list(sheet.tokens[hit.first].text, "NC FT FR FS ND VD FAC") &&
         id.value.find('/') != std::string::npos;
}

// "22 Chapel Row" right of the title, "31000 Toulouse", "#4 - 2210 Keating Cross Rd.": figures and words behind them.
bool house_number(const Context& context, const Place& place, const IdText& id) {
  if (id.first == place.first && id.last < place.last && town_in(context.sheet, place.first, place.last)) return true;
  if (place.last - id.last > 1 && names_road(context.sheet, {id.last, place.last})) return true;
  if (id.first != place.first || id.value.size() > 4 || id.last >= place.last) return false;
  const Token& next = context.sheet.tokens[id.last];
  return context.dates.at_token[id.last] < 0 && count_letters(next.folded) > 2 &&
         !in_list(trim(next.folded, ".,:"), "del vom dated date van from");
}

// "Facture F24-0338 du 30/09/2024": the number follows its title at once, and its day follows the number.
bool dated_behind(const Context& context, const Place& place, const IdText& id) {
  if (id.first != place.first || id.last >= place.last || count_digits(id.value) < 3) return false;
  for (int t = id.last; t < std::min(id.last + 2, place.last); ++t)
    if (int date = context.dates.at_token[t]; date >= 0 && !context.dates.list[date].bare) return true;
  return false;
}

// "BILLING DATE" over "SALES ORDER" over "NO.": captions of one column, each alone in its cell.
bool listed_with_date(const Context& context, const LabelHit& number) {
  const Sheet& sheet = context.sheet;
  constexpr int kReach = 6;
  const Cell& own = sheet.cells[number.cell];
  return std::ranges::any_of(context.labels.hits, [&](const LabelHit& hit) {
    const Cell& cell = sheet.cells[hit.cell];
    return hit.role == Role::issue_date && hit.before == 0 && hit.after == 0 &&
           sheet.rows[cell.row].page == sheet.rows[own.row].page && std::abs(cell.row - own.row) <= kReach &&
           (std::abs(cell.box.x0 - own.box.x0) < own.box.height() / 3 ||
            std::abs(cell.box.x1 - own.box.x1) < own.box.height() / 3);
  });
}

// "21 Jalan Besar #04-12": floor and door, in the line of a street.
bool unit_of_building(const Sheet& sheet, const LabelHit& hit) {
  return hit.before > 0 && hit.last - hit.first == 1 && sheet.tokens[hit.first].folded.starts_with('#') &&
         looks_like_street(sheet, sheet.cells[hit.cell].first, hit.first);
}

// "FACTURA   FECHA   CLIENTE": the title heads a column of a strip.
bool beside_date_heading(const Context& context, const LabelHit& title) {
  const Row& row = context.sheet.rows[context.sheet.cells[title.cell].row];
  for (int c = row.first; c < row.last; ++c)
    if (c != title.cell && context.labels.has(c, Role::issue_date)) return true;
  return false;
}

// "FAKTURA KORYGUJACA   Data wystawienia: 18.11.2024": what stands behind the title in its cell is another label.
bool label_follows(const Context& context, const LabelHit& title) {
  return std::ranges::any_of(context.labels.by_cell[title.cell], [&](int h) {
    const LabelHit& next = context.labels.hits[h];
    return next.first == title.last && next.colon;
  });
}

// "FACTURA" over "F26-0118": a cell that is nothing but a number, right under a title that stands alone.
bool number_below(const Context& context, const LabelHit& title, const Place& place) {
  const Sheet& sheet = context.sheet;
  const Cell& cell = sheet.cells[place.cell];
  const bool alone = title.after == 0 || label_follows(context, title);
  if (title.before > 0 || !alone || place.distance > 0) return false;
  IdText id = id_at(context, cell.first, cell.last);
  if (id.first != cell.first || id.last != cell.last || cell.last - cell.first > 3) return false;
  if (count_digits(id.value) < 2 || !plausible_number(id.value) || town_in(sheet, cell.first, cell.last)) return false;
  const bool plain = count_digits(id.value) == static_cast<int>(id.value.size());
  return !plain || id.value.size() >= 4 || (id.value.size() == 3 && beside_date_heading(context, title));
}

}  // namespace

void read_number(const Context& context, const DocumentKind& kind, Draft& draft) {
  const Sheet& sheet = context.sheet;
  Choice choice;
  for (const LabelHit& hit : context.labels.hits) {
    bool title = hit.role == Role::title_invoice || hit.role == Role::title_credit ||
                 (hit.role == Role::title_receipt && kind.type == InvoiceType::receipt) ||
                 (hit.role == Role::title_other && kind.other && hit.first == kind.first &&
                  sheet.tokens[hit.first].folded.starts_with("pro"));  // "PRO FORMA INVOICE PF-2291"
    if (hit.role != Role::number && !title) continue;
    if ((hit.weak || hit.last - hit.first == 1) && (heads_items(context, hit) || unit_of_building(sheet, hit)))
      continue;
    double strength = label_strength(hit);
    bool credit = credit_words(sheet, hit) || context.labels.has(hit.cell, Role::title_credit);
    if (kind.type == InvoiceType::credit_note) strength += credit ? 0.15 : hit.weak ? 0 : -0.3;
    const bool corrected = kind.type == InvoiceType::credit_note && of_corrected(context, hit);
    if (corrected) strength -= 0.4;
    if (hit.weak && hit.role == Role::number) {
      bool alone = hit.before == 0 || context.labels.has(hit.cell, Role::title_invoice) ||
                   context.labels.has(hit.cell, Role::title_credit);
      bool other = hit.last < sheet.cells[hit.cell].last && count_digits(sheet.tokens[hit.last].folded) == 0 &&
                   count_letters(sheet.tokens[hit.last].folded) > 1;  // "N° BL"
      strength = near_title(sheet, kind, hit.cell) && alone && !other ? 0.65 : 0.15;
      if (hit.colon && hit.before == 0 && (hit.words > 1 || sheet.tokens[hit.first].folded.size() > 4))
        strength = std::max(strength, 0.5);  // "Beleg:", "Doc. ref.:"
      else if (hit.before == 0 && hit.words > 1)
        strength = std::max(strength, 0.45);  // "Dok.nr" beside its value
      else if (hit.before == 0 && hit.after == 0 &&
               (beside_date_heading(context, hit) || listed_with_date(context, hit)))
        strength = std::max(strength, 0.5);  // "No.   Date   Customer" over their values
    }
    if (title) strength = hit.before == 0 ? (hit.colon ? 0.8 : hit.after <= 3 ? 0.6 : 0.4) : 0.2;
    for (const Place& place : places(sheet, context.labels, hit, 1)) {
      if (title && place.relation == Relation::below && !number_below(context, hit, place)) continue;
      int stop = place.relation == Relation::same_cell ? place.stop : place.last;
      IdText id = id_at(context, place.first, stop);
      const bool behind_words = title && id.value.empty() && place.relation == Relation::same_cell;
      if (behind_words) id = id_behind_words(context, place.first, stop);
      if (id.value.empty() || !plausible_number(id.value) || money(context, id)) continue;
      if (document_sign(sheet, hit, place, id)) id = {sheet.text(hit.first, id.last, " .,:;#"), hit.first, id.last};
      const bool beside = title ? place.relation == Relation::right : hit.weak && hit.words == 1;
      if (beside && house_number(context, place, id)) continue;
      // "Folio no.      12 Harbour Street": the number stands above, an address beside.
      if (place.relation == Relation::right && id.first == place.first && id.last < place.last &&
          looks_like_street(sheet, place.first, place.last))
        continue;
      if (is_identifier(context.ibans, id.first) || is_identifier(context.tax_ids, id.first)) continue;
      double score = strength * relation_factor(place);
      if (place.first != id.first && place.relation != Relation::same_cell) score -= 0.1;
      if (sheet.page_of_cell(place.cell).number > 1) score -= 0.1;
      if (id.value.size() < 3) score -= 0.3;
      // "Nr" over the 1 of the first item, in a table whose other headings are unknown.
      if (hit.weak && id.value.size() < 3 && place.relation == Relation::below) continue;
      if (behind_words) score -= 0.15;
      if (title && !corrected && !behind_words && place.relation == Relation::same_cell &&
          dated_behind(context, place, id))
        score = std::max(score, 0.65);
      choice.add(id.value, score, id.first, id.last, place.relation == Relation::below ? How::layout : How::label, hit);
      break;
    }
  }
  if (choice.empty() || choice.best().score < 0.35) public_body(context, choice);
  if (choice.empty() || choice.best().score < 0.35) quoted_again(context, choice);
  if (choice.empty() || choice.best().score < 0.2) beside_dates(context, choice);
  choice.put(draft, "number", 0.12);
}

namespace {

// "Your order", "Ihre Bestellung": the number that the buyer gave, not the seller's own.
bool buyers_own(const Sheet& sheet, const LabelHit& hit) {
  for (int t = hit.first; t < hit.last; ++t)
    if (in_list(trim(sheet.tokens[t].folded, ".:"),
                "your ihre ihr votre vos su vostro vs uw panstwa vossa ert er jeres deres vase customer kunden"))
      return true;
  return false;
}

// "Purchase order", "Bestellnummer": orders are placed by the buyer; an "Auftrag" or "order no" may be the seller's.
bool order_placed(const Sheet& sheet, const LabelHit& hit) {
  for (int t = hit.first; t < hit.last; ++t)
    for (std::string_view stem :
         {"purchase", "bestell", "bestel", "inkoop", "inkop", "indkob", "rekvis", "compra", "acquisto", "po-", "p.o"})
      if (sheet.tokens[t].folded.starts_with(stem) || trim(sheet.tokens[t].folded, ".:#") == "po") return true;
  return false;
}

// "Victoria BC V8V 1B2"
bool postal_code(const Sheet& sheet, int cell, const IdText& id) {
  const auto town = town_in(sheet, sheet.cells[cell].first, sheet.cells[cell].last);
  return town && town->postal.first <= id.first && id.first < town->postal.last;
}

void read_reference(const Context& context, Role role, std::string_view path, Draft& draft) {
  Choice choice;
  for (const LabelHit& hit : context.labels.hits) {
    if (hit.role != role) continue;
    double strength = label_strength(hit);
    if (hit.words == 1 && hit.before > 0 && !hit.colon) strength -= 0.3;
    bool worded = false;  // "Order  verbal": what is below belongs to something else
    for (const Place& place : places(context.sheet, context.labels, hit, 1)) {
      if (worded && place.relation == Relation::below) break;
      int stop = place.relation == Relation::same_cell ? place.stop : place.last;
      IdText id = id_at(context, place.first, stop);
      // "7 Order   8 Your number": the boxes of a form are numbered, and the value stands below.
      if (id.value.size() == 1 && place.relation == Relation::right) continue;
      if (id.value.empty() || is_identifier(context.ibans, id.first) || is_identifier(context.tax_ids, id.first)) {
        const bool figures = count_digits(context.sheet.text(place.first, place.last)) > 0;
        if (place.relation == Relation::right && figures) break;
        worded |= place.relation == Relation::same_cell && place.stop > place.first &&
                  count_letters(context.sheet.text(place.first, place.stop)) > 2;
        continue;
      }
      if (postal_code(context.sheet, place.cell, id)) continue;
      double score = strength * relation_factor(place);
      if (path == "purchase_order" && buyers_own(context.sheet, hit)) score += 0.15;
      if (path == "purchase_order" && order_placed(context.sheet, hit)) score += 0.1;
      const layout::Page& page = context.sheet.page_of_token(id.first);
      if (page.number == 1 && context.sheet.tokens[id.first].box.y0 < page.height * 2 / 5) score += 0.1;
      if (path == "purchase_order" && squeeze(id.value).starts_with("PO")) score += 0.2;
      const bool sales_order = squeeze(id.value).starts_with("SO") &&
                               count_digits(id.value) + 2 >= static_cast<int>(squeeze(id.value).size());
      if (path == "purchase_order" && sales_order && !order_placed(context.sheet, hit)) score -= 0.2;
      choice.add(id.value, score, id.first, id.last, place.relation == Relation::below ? How::layout : How::label, hit);
      break;
    }
  }
  if (choice.empty() || choice.best().value == draft.invoice().number) return;
  choice.put(draft, path, 0.4);
}

}  // namespace

void read_references(const Context& context, const DocumentKind& kind, Draft& draft) {
  read_reference(context, Role::order, "purchase_order", draft);
  read_reference(context, Role::contract, "contract", draft);
  read_reference(context, Role::buyer_reference, "buyer_reference", draft);
  // "Your reference" is what the buyer gave with the order; where no order is named it stands for it.
  bool named = draft.has("purchase_order") && !squeeze(draft.invoice().buyer_reference).starts_with("PO");
  if (!named && draft.has("buyer_reference")) read_reference(context, Role::buyer_reference, "purchase_order", draft);
  read_reference(context, Role::preceding, "preceding_invoice", draft);
  if (kind.type != InvoiceType::credit_note || draft.has("preceding_invoice")) return;
  // A credit note that names an "invoice no" beside its own number means the invoice it corrects.
  Choice choice;
  for (const LabelHit& hit : context.labels.hits) {
    if ((hit.role != Role::number && hit.role != Role::title_invoice) || hit.weak || credit_words(context.sheet, hit))
      continue;
    for (const Place& place : places(context.sheet, context.labels, hit, 1)) {
      IdText id = id_at(context, place.first, place.stop);
      if (id.value.empty() || id.value == draft.invoice().number) continue;
      choice.add(id.value, 0.7 * label_strength(hit) * relation_factor(place), id.first, id.last, How::label, hit);
      break;
    }
  }
  choice.put(draft, "preceding_invoice", 0.3);
}

}  // namespace ap::extract::reading
