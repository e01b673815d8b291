#include "extract/lines.h"

#include <algorithm>

#include "extract/lines_choice.h"
#include "extract/lines_grade.h"
#include "extract/lines_rest.h"
#include "extract/lines_slip.h"

namespace ap::extract {

using namespace lines;

void make_positive(LineTable& table) {
  if (!table.sum || !table.sum->is_negative()) return;
  for (Line& line : table.lines) {
    if (line.net) line.net = -*line.net;
    bool by_price = line.unit_price && line.unit_price->is_negative();
    if (by_price)
      line.unit_price = line.unit_price->abs();
    else if (line.quantity && line.quantity->is_negative() && line.net && !line.net->is_negative())
      line.quantity = line.quantity->abs();
  }
  table.sum = -*table.sum;
}

LineTable extract_lines(const std::vector<layout::Page>& pages, const LineHints& given) {
  LineTable table;
  Document doc = read_document(given.receipt ? with_factors_apart(pages) : pages);
  LineHints hints = given;
  if (hints.style == NumberStyle::any) hints.style = style_of(doc);
  std::vector<Candidate> all = candidates(doc, hints);
  auto best = std::ranges::max_element(all, {}, &Candidate::score);
  if (best == all.end() || best->score <= 0) return table;
  take_rest(doc, hints, {}, best->reading);
  const Grade grade{best->sum_closes, best->reading.assignment.headed};
  for (const Item& item : best->reading.items) {
    put(table, item);
    for (const auto& [field, evidence] : item.evidence)
      grade(field, table.lines.back(), item.closes, table.evidence[path_of(table.lines.size() - 1) + field]);
  }
  table.sum = sum_of(best->reading.items);
  table.sum_closes = best->sum_closes;
  table.gross_prices = given.gross && *table.sum == *given.gross && given.net != given.gross;
  table.style = best->reading.assignment.style;
  table.regions = best->reading.regions;
  for (const Item& item : best->reading.adjustments) put_adjustment(table, item);
  return table;
}

}  // namespace ap::extract
