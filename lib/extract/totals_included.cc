#include "extract/totals_included.h"

#include <algorithm>

#include "extract/text.h"

namespace ap::extract::reading {
namespace {

bool says_included(const Token& token) {
  static const WordSet words(
      "includes included including incl inclus incluse dont incluido incluye comprende compresa incluida inbegrepen "
      "waarvan enthalten enthaltene darin varav heraf toho inkl inklusive");
  return std::ranges::any_of(runs(token.folded), [](std::string_view word) { return words.has(word); });
}

}  // namespace

const LabelHit* tax_in_brackets(const Context& context, const Amount& amount) {
  const Sheet& sheet = context.sheet;
  const Cell& cell = sheet.cells[amount.cell];
  const int before = amount.first - 1;
  if (amount.decimals() != 2 || before <= cell.first || !sheet.tokens[before].folded.starts_with('(') ||
      !says_included(sheet.tokens[before]))
    return nullptr;
  for (int t = amount.last; t < std::min(amount.last + 3, cell.last); ++t)
    if (const LabelHit* tax = context.labels.covering(sheet, t); tax && tax->role == Role::tax) return tax;
  return nullptr;
}

bool said_included(const Context& context, const Amount& amount, const LabelHit* tax_label) {
  if (tax_in_brackets(context, amount)) return true;
  if (!tax_label || tax_label->before > 1) return false;
  for (int t = std::max(context.sheet.cells[tax_label->cell].first, tax_label->first - 1); t < tax_label->last; ++t)
    if (says_included(context.sheet.tokens[t])) return true;
  return false;
}

}  // namespace ap::extract::reading
