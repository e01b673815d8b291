#include "extract/labels_guess.h"

#include <algorithm>
#include <cstdlib>

#include "extract/dates.h"
#include "extract/relate.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

// Stems in eleven languages, folded. A stem of three letters or fewer is a whole word.
constexpr std::string_view kOrder =
    "order ordre ordin ord commande cde pedido encomenda enc zamow zam objedn obj bestel requis rekvis rekv indkob "
    "inkop inkoop po bc abruf marche o/c orden requisic";
constexpr std::string_view kDocument =
    "invoice inv faktur fakt fact factur rechnung rech fattur fatt fatur bill beleg document dokum dok doc bilag piece "
    "nota note credit kredit gutschrift avoir voucher folio memo ticket factuur rekening regning korekt "
    "transaction";
constexpr std::string_view kNumber =
    "no nr n num numero nummer number numer cislo ref reference referenz referens id # c kenmerk progressivo serial "
    "lfd laufende";
constexpr std::string_view kParty =
    "kund client cliente customer klant klient zakaz odberat debit account konto buyer supplier liefer fourn provee "
    "forn dodav leveran deliver livr konsum member contract vertrag project projekt vehicle meter";
constexpr std::string_view kPay =
    "pay payment settle due zahl fallig begleich payer payable regler regl echeanc exigib pagar pago pagable vencim "
    "vence venc "
    "pagam pagare saldar scad betaal betal voldoen verval plat zaplat uhrad splat forfal liquid";
constexpr std::string_view kLimit =
    "by before until bis am zum avant le antes entro data date datum dato fecha limite limit last latest op voor "
    "uiterlijk fore senest senast do dne ate dag dato termin termine deadline on frist tag den el il terminen";
constexpr std::string_view kDate = "date datum data fecha dt dato dat tag dag";
constexpr std::string_view kIssue =
    "issue emis emit ausstell ausgestellt udsted utstall utfard wystaw vystav opgemaakt etabli expedic raised dated";
// What makes it another date or no field at all.
constexpr std::string_view kOther =
    "order deliver ship liefer livr entrega consegna lever dostaw dodan print druck tax bestel commande pedido ordine "
    "zamow method methode metodo terms method betingel vilkar bedingung conditions condic condiz podmink warunk art "
    "zahlungsart sposob zpusob mode modalit forma total summe amount betrag montant importe importo belop kwota";

bool has_stem(const std::vector<std::string_view>& words, std::string_view stems) {
  while (!stems.empty()) {
    auto blank = stems.find(' ');
    std::string_view stem = stems.substr(0, blank);
    for (std::string_view word : words)
      if (stem.size() <= 3 ? word == stem : word.starts_with(stem)) return true;
    stems = blank == std::string_view::npos ? std::string_view() : stems.substr(blank + 1);
  }
  return false;
}

// The words that begin the cell as a label, and how many tokens they take; none when the cell begins otherwise.
struct Opening {
  std::vector<std::string_view> words;
  int last = 0;
  bool colon = false;
};

// "Kredit nr. VF 9375": the two or three capitals behind the word for a number are the value's, not the label's.
bool series(const Sheet& sheet, int first, int figures) {
  if (figures - first < 2) return false;
  const std::string letters = plain(sheet.tokens[figures - 1].text);
  return (letters.size() == 2 || letters.size() == 3) && std::ranges::all_of(letters, is_upper) &&
         has_stem(runs(sheet.tokens[figures - 2].folded), kNumber);
}

Opening opening_of(const Sheet& sheet, int first, int last) {
  Opening out;
  for (int t = first; t < last && t < first + 6; ++t) {
    const std::string& text = sheet.tokens[t].folded;
    bool leader = text.size() > 2 && text.find_first_not_of("._") == std::string::npos;  // "Number ........ VF 17"
    if (text == ":" || (leader && !out.words.empty())) {
      out.last = t + 1, out.colon = true;
      return out;
    }
    if (count_digits(text) > 0) {  // "Requisition BE677390", "Last date for payment 14 Jan 2027": words and one value
      const bool one_date = last - t <= 4 && !match_date(fold(sheet.text(t, last))).readings.empty();
      if (out.words.empty() || (last - t > 2 && !one_date)) return {};
      out.last = t;
      if (series(sheet, first, t)) --out.last, out.words.pop_back();
      return out;
    }
    for (std::string_view run : runs(text)) out.words.push_back(run);
    if (text.ends_with(':')) {
      out.last = t + 1, out.colon = true;
      return out;
    }
  }
  if (last - first > 4) return {};
  out.last = last;
  return out;
}

bool known(const Labels& labels, int cell) {
  return std::ranges::any_of(labels.by_cell[cell], [&](int h) {
    const LabelHit& hit = labels.hits[h];
    return hit.before == 0 && !hit.weak && (hit.words > 1 || hit.after == 0 || hit.colon);
  });
}

// The nearest cell straight above within a line's height, -1 when there is none.
int close_above(const Sheet& sheet, int index) {
  const Cell& cell = sheet.cells[index];
  for (int r = cell.row - 1; r >= 0 && sheet.rows[r].page == sheet.rows[cell.row].page; --r) {
    const Row& row = sheet.rows[r];
    // Boxes of recognised words are as high as their letters: "Fakturadatum" is lower than "13.11.26" over it.
    const bool recognised = sheet.tokens[cell.first].confidence < kCertain;
    const std::int32_t height = recognised ? std::max(cell.box.height(), row.box.height()) : cell.box.height();
    if (cell.box.y0 - row.box.y1 > height * 12 / 10) return -1;
    for (int c = row.first; c < row.last; ++c) {
      const Box& box = sheet.cells[c].box;
      std::int32_t slack = cell.box.height() / 2;
      bool in_line = std::abs(box.x0 - cell.box.x0) < slack || std::abs(box.x1 - cell.box.x1) < slack ||
                     std::abs(box.center_x() - cell.box.center_x()) < slack;
      if (in_line) return c;
    }
  }
  return -1;
}

bool role_with_value(Role role) {
  return role == Role::number || role == Role::issue_date || role == Role::due_date || role == Role::order ||
         role == Role::other_id || role == Role::buyer_reference || role == Role::delivery_date ||
         role == Role::tax_date || role == Role::contract || role == Role::vat_id || role == Role::buyer_vat_id ||
         role == Role::preceding;
}

// A date where the label names one, else anything with digits.
bool fits(const Sheet& sheet, const Labels& labels, int label, int value) {
  std::string text = fold(sheet.cell_text(value));
  if (count_digits(text) == 0) return false;
  bool dated = labels.has(label, Role::issue_date) || labels.has(label, Role::due_date) ||
               labels.has(label, Role::delivery_date) || labels.has(label, Role::tax_date);
  return !dated || !match_date(text).readings.empty();
}

// "C346" over "Customer": a caption of another kind, with its own value above it.
bool below_value(const Sheet& sheet, const Labels& labels, int label) {
  const int value = close_above(sheet, label);
  return value >= 0 && count_digits(sheet.cell_text(value)) > 0 && !is_label_cell(labels, value) &&
         count_digits(sheet.cell_text(label)) == 0;
}

// The cell is a label of a header field and nothing else.
bool caption(const Sheet& sheet, const Labels& labels, int cell) {
  if (count_digits(sheet.cell_text(cell)) > 0) return false;
  return std::ranges::any_of(labels.by_cell[cell], [&](int h) {
    const LabelHit& hit = labels.hits[h];
    return role_with_value(hit.role) && hit.before == 0 && hit.after == 0;
  });
}

}  // namespace

namespace {

// "Documentnr", "Belegnummer"
bool ends_in_number(const std::vector<std::string_view>& words) {
  return std::ranges::any_of(words, [](std::string_view word) {
    return word.size() > 5 && (word.ends_with("nr") || word.ends_with("nummer") || word.ends_with("number"));
  });
}

}  // namespace

std::optional<Role> role_by_stems(const std::vector<std::string_view>& words) {
  if (words.empty() || words.size() > 6) return std::nullopt;
  bool dated = has_stem(words, kDate);
  if (has_stem(words, kPay) && has_stem(words, kLimit) && !has_stem(words, kOther)) return Role::due_date;
  if (has_stem(words, kIssue) && !has_stem(words, kParty)) return Role::issue_date;
  if (dated && has_stem(words, kDocument) && !has_stem(words, kOther)) return Role::issue_date;
  if (dated) return std::nullopt;
  bool order_sign = words.size() == 2 && words[0] == "o" && words[1] == "c";  // "O/C"
  if ((has_stem(words, kOrder) || order_sign) && words.size() <= 4) return Role::order;
  bool numbered = has_stem(words, kNumber) || ends_in_number(words);
  if (has_stem(words, kDocument) && numbered && !has_stem(words, kParty) && !has_stem(words, kOther))
    return Role::number;
  return std::nullopt;
}

namespace {

void add_first(Labels& labels, const LabelHit& hit) {
  labels.by_cell[hit.cell].insert(labels.by_cell[hit.cell].begin(), static_cast<int>(labels.hits.size()));
  labels.hits.push_back(hit);
}

// "Mietrechnung", "Eindfactuur": what a document calls itself, in the languages that compound.
bool compound_title(std::string_view folded) {
  return folded.size() > 9 &&
         (folded.ends_with("rechnung") || folded.ends_with("factuur") || folded.ends_with("faktura"));
}

}  // namespace

namespace {

int end_of_part(const Sheet& sheet, int first, int last) {
  while (first < last && sheet.tokens[first].text != "|") ++first;
  return first;
}

// "Belegnummer / Datum": both sides of the stroke are labels, and two values are asked for.
bool two_labels(const Sheet& sheet, const Labels& labels, int cell, int first, int last) {
  for (int t = first + 1; t + 1 < last; ++t) {
    if (sheet.tokens[t].folded != "/") continue;
    bool left = false, right = false;
    for (int h : labels.by_cell[cell]) {
      const LabelHit& hit = labels.hits[h];
      left |= !hit.weak && hit.first == first && hit.last == t;
      right |= hit.first == t + 1 && hit.last == last;
    }
    if (left && right) return true;
  }
  return false;
}

// What the words from `first` on ask for by their stems; a strong label that begins there stays.
void guess_label(const Sheet& sheet, Labels& labels, int cell, int first, int last) {
  const bool begins = first == sheet.cells[cell].first;
  last = begins ? last : std::min(last, end_of_part(sheet, first, last));
  auto inside = [&](int h) { return labels.hits[h].first >= first && labels.hits[h].first < last; };
  if (!begins && std::ranges::any_of(labels.by_cell[cell], [&](int h) {
        return inside(h) && labels.hits[h].first == first && !labels.hits[h].weak;
      }))
    return;
  if (two_labels(sheet, labels, cell, first, last)) return;
  Opening opening = opening_of(sheet, first, last);
  auto role = role_by_stems(opening.words);
  if (!role) return;
  LabelHit hit;
  hit.role = *role;
  hit.weak = true;
  hit.cell = cell;
  hit.first = first;
  hit.last = opening.last;
  hit.words = static_cast<int>(opening.words.size());
  hit.after = std::min(last - opening.last, 40);
  hit.colon = opening.colon;
  for (int h : labels.by_cell[cell])
    if (inside(h) && labels.hits[h].first < hit.last) labels.hits[h].role = Role::none;
  std::erase_if(labels.by_cell[cell], [&](int h) { return labels.hits[h].role == Role::none; });
  if (begins) return add_first(labels, hit);
  labels.by_cell[cell].push_back(static_cast<int>(labels.hits.size()));
  labels.hits.push_back(hit);
}

}  // namespace

void guess_labels(const Sheet& sheet, Labels& labels) {
  for (std::size_t c = 0; c < sheet.cells.size(); ++c) {
    int index = static_cast<int>(c);
    const Token& head = sheet.tokens[sheet.cells[c].first];
    if (labels.by_cell[c].empty() || labels.hits[labels.by_cell[c].front()].first > sheet.cells[c].first)
      if (compound_title(trim(head.folded, ":.,")) && sheet.cells[c].last - sheet.cells[c].first <= 6)
        add_first(labels, {.role = Role::title_invoice,
                           .cell = index,
                           .first = sheet.cells[c].first,
                           .last = sheet.cells[c].first + 1,
                           .words = 1,
                           .after = sheet.cells[c].last - sheet.cells[c].first - 1,
                           .colon = head.text.ends_with(':')});
    if (!known(labels, index)) guess_label(sheet, labels, index, sheet.cells[c].first, sheet.cells[c].last);
    // "Date 3 May 2026 | Due 2 June 2026": strokes set labels apart in one cell.
    for (int t = sheet.cells[c].first; t < sheet.cells[c].last; ++t)
      if (sheet.tokens[t].text == "|" && sheet.tokens[t].confidence == kCertain)
        guess_label(sheet, labels, index, t + 1, end_of_part(sheet, t + 1, sheet.cells[c].last));
  }
}

namespace {

// The words before the label, in its cell or as the whole cell left of it, are what it asks for: "675-26 Doc No".
bool asks_before(const Sheet& sheet, const Labels& labels, int index, const LabelHit& hit) {
  const Cell& cell = sheet.cells[index];
  if (!role_with_value(hit.role) || hit.after > 0 || hit.colon || hit.before > 1) return false;
  int first = cell.first, last = hit.first;
  if (hit.first == cell.first) {
    if (index == sheet.rows[cell.row].first || labels.any(index - 1)) return false;
    const Cell& left = sheet.cells[index - 1];
    if (cell.box.x0 - left.box.x1 > 2 * cell.box.height()) return false;
    first = left.first, last = left.last;
  }
  if (last - first > 4) return false;
  std::string value = fold(sheet.text(first, last));
  if (value.size() < 3 && count_digits(value) == static_cast<int>(value.size())) return false;  // "4 Document ref"
  bool dated = hit.role == Role::issue_date || hit.role == Role::due_date || hit.role == Role::delivery_date;
  return count_digits(value) > 0 && (dated ? !match_date(value).readings.empty() : last - first <= 2);
}

}  // namespace

// "675-26 Doc No" over "2. November 2026 Date of invoice": values one below the other, each with its label behind it.
void mark_trailing(const Sheet& sheet, Labels& labels) {
  labels.value_before.assign(sheet.cells.size(), false);
  std::vector<int> found;
  for (std::size_t c = 0; c < sheet.cells.size(); ++c) {
    int index = static_cast<int>(c);
    if (std::ranges::any_of(labels.by_cell[c],
                            [&](int h) { return asks_before(sheet, labels, index, labels.hits[h]); }))
      found.push_back(index);
  }
  auto left_edge = [&](int c) {
    bool own = labels.hits[labels.by_cell[c].front()].first > sheet.cells[c].first;
    return sheet.cells[own ? c : c - 1].box.x0;
  };
  for (int c : found)
    labels.value_before[c] = std::ranges::any_of(found, [&](int other) {
      const Box &a = sheet.cells[c].box, &b = sheet.cells[other].box;
      return other != c && sheet.rows[sheet.cells[c].row].page == sheet.rows[sheet.cells[other].row].page &&
             std::abs(left_edge(c) - left_edge(other)) < a.height() && std::abs(a.y0 - b.y0) < 8 * a.height();
    });
}

void mark_captions(const Sheet& sheet, Labels& labels) {
  labels.value_above.assign(sheet.cells.size(), false);
  std::vector<int> found;
  for (std::size_t c = 0; c < sheet.cells.size(); ++c) {
    int index = static_cast<int>(c);
    if (!caption(sheet, labels, index)) continue;
    int value = close_above(sheet, index);
    if (value < 0 || !fits(sheet, labels, index, value) || is_label_cell(labels, value)) continue;
    // A value that has a label of its own, to the left or above, is not this one's.
    int left = value - 1;
    if (left >= sheet.rows[sheet.cells[value].row].first && is_label_cell(labels, left)) continue;
    int above = close_above(sheet, value);
    const bool own = above >= 0 && is_label_cell(labels, above) && !labels.value_above[above];
    if (own && (caption(sheet, labels, above) || !below_value(sheet, labels, above))) continue;
    labels.value_above[c] = true;
    found.push_back(index);
  }
  // One alone is an accident: an address that ends above a label. They stand in a row or in a column.
  for (int c : found) {
    bool company = std::ranges::any_of(found, [&](int other) {
      const Cell &a = sheet.cells[c], &b = sheet.cells[other];
      return other != c && (a.row == b.row || std::abs(a.box.x0 - b.box.x0) < a.box.height());
    });
    if (!company) labels.value_above[c] = false;
  }
}

}  // namespace ap::extract::reading
