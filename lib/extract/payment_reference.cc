#include "extract/payment_reference.h"

#include <algorithm>
#include <string>

#include "core/identifiers.h"
#include "extract/choice.h"
#include "extract/header.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

bool all_alnum(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || is_upper(c); });
}

// The structured reference that begins at a token; `last` is set behind it. "" when there is none.
std::string structured_at(const Sheet& sheet, const Cell& cell, int t, int& last) {
  const std::string& head = sheet.tokens[t].text;
  bool rf = head.size() >= 4 && head.starts_with("RF") && is_digit(head[2]) && is_digit(head[3]);
  bool marked = head.starts_with("+++") || head.starts_with("***");
  bool digits = count_digits(head) == static_cast<int>(head.size());
  if (!rf && !marked && !digits) return "";
  std::string joined, best;
  for (int end = t; end < cell.last && end < t + 8; ++end) {
    std::string_view piece = trim(sheet.tokens[end].text, ".,;:");
    if (rf && !all_alnum(piece)) break;
    if (digits && count_digits(piece) != static_cast<int>(piece.size())) break;
    joined += piece;
    if (joined.size() > 32) break;
    bool found = (rf && joined.size() >= 7 && check_reference(joined, ReferenceScheme::iso11649)) ||
                 (marked && joined.size() > 12 && joined.ends_with(joined.substr(0, 3)) &&
                  check_reference(joined, ReferenceScheme::belgian)) ||
                 (digits && joined.size() == 27 && check_reference(joined, ReferenceScheme::swiss_qrr));
    if (found) best = joined, last = end + 1;
  }
  return best;
}

void structured(const Context& context, Choice& choice) {
  for (const Cell& cell : context.sheet.cells) {
    for (int t = cell.first; t < cell.last;) {
      int last = t + 1;
      std::string value = structured_at(context.sheet, cell, t, last);
      if (!value.empty()) choice.add(value, 1.1, t, last, How::checksum);
      t = last;
    }
  }
}

// A heading of a table of items: what stands below it belongs to the items.
bool in_table_head(const Context& context, int cell) {
  const Row& row = context.sheet.rows[context.sheet.cells[cell].row];
  int columns = 0;
  for (int c = row.first; c < row.last; ++c)
    columns += context.labels.has(c, Role::column_item) || context.labels.has(c, Role::column_quantity) ||
               context.labels.has(c, Role::column_price) || context.labels.has(c, Role::column_amount);
  return columns >= 2;
}

// The invoice's own number is what most sellers ask for: seen again behind a label of quoting, it is the reference.
IdText value_at(const Context& context, int first, int last) {
  int end = first;
  while (end < last && end < first + 8 && count_digits(context.sheet.tokens[end].folded) > 0 &&
         context.dates.at_token[end] < 0)
    ++end;
  if (end == first) return id_at(context, first, last);
  std::string value = context.sheet.text(first, end, " .,:;");
  if (count_digits(value) < 2 || value.find('%') != std::string::npos || value.find('@') != std::string::npos)
    return {};
  return {value, first, end};
}

// Words that ask to quote what follows in the sentence: "quoting 749/10", "avec la communication ...".
bool asks_to_quote(const Sheet& sheet, int t) {
  return in_list(trim(sheet.tokens[t].folded, ".,:"),
                 "quoting quote communication kenmerk mededeling verwendungszweck betreff causale concepto tytulem "
                 "referensen referens vermelding");
}

}  // namespace

void read_payment_reference(const Context& context, Draft& draft) {
  const Sheet& sheet = context.sheet;
  Choice choice;
  structured(context, choice);
  for (const LabelHit& hit : context.labels.hits) {
    if (hit.role != Role::payment_reference) continue;
    double strength = label_strength(hit);
    if (hit.before > 2 && asks_to_quote(sheet, hit.first)) strength = std::max(strength, 0.7);
    for (const Place& place : places(sheet, context.labels, hit, 1)) {
      if (place.relation == Relation::below && in_table_head(context, hit.cell)) break;
      IdText id = value_at(context, place.first, place.relation == Relation::same_cell ? place.stop : place.last);
      if (id.value.empty()) continue;
      auto inside = [&](const Identifier& other) { return other.first <= id.first && id.first < other.last; };
      if (std::ranges::any_of(context.ibans, inside) || std::ranges::any_of(context.tax_ids, inside)) break;
      choice.add(id.value, strength * (place.relation == Relation::below ? 0.85 : 1.0), id.first, id.last, How::label,
                 hit);
      break;
    }
  }
  choice.put(draft, "payment.reference", 0.5);
}

}  // namespace ap::extract::reading
