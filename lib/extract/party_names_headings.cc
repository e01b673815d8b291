// A heading and the firm behind it in one piece of text.
#include <algorithm>
#include <cstdlib>

#include "extract/legal_form.h"
#include "extract/party_names.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

// The lines below begin under the word behind the label, not under the label: "Supplier Acme Ltd" over "5 Rata Street".
bool hangs(const Sheet& sheet, const LabelHit& hit) {
  const Box &label = sheet.tokens[hit.first].box, &value = sheet.tokens[hit.last].box;
  const std::int32_t slack = value.height() / 2;
  const Cell& own = sheet.cells[hit.cell];
  if (!hit.colon && in_list(sheet.tokens[hit.first].folded, "van von de da di")) return false;  // of names as well
  auto under = [&](const Cell& cell) {
    return cell.box.y0 >= own.box.y1 - slack && cell.box.y0 < own.box.y1 + 3 * slack &&
           std::abs(cell.box.x0 - value.x0) < slack;
  };
  return own.first == hit.first && value.x0 - label.x0 > 4 * slack && std::ranges::any_of(sheet.cells, under);
}

}  // namespace

bool heads_firm(const Sheet& sheet, const LabelHit& hit, int last) {
  constexpr int kLongWord = 11;
  if (!hit.weak && hangs(sheet, hit)) return true;
  const bool telling = hit.words > 1 || count_letters(sheet.tokens[hit.first].folded) >= kLongWord;
  return telling && !hit.weak && has_legal_form(sheet, hit.last, last);
}

}  // namespace ap::extract::reading
