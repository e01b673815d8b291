#include "extract/labels_qualified.h"

#include <algorithm>

#include "extract/text.h"

namespace ap::extract::reading {
namespace {

// `next` goes on where `hit` ended, with nothing but a stroke between them.
bool slashed(const Sheet& sheet, const LabelHit& hit, const LabelHit& next) {
  if (next.last <= hit.last || next.first + 1 < hit.last) return false;
  if (next.first < hit.last) return sheet.tokens[next.first].folded.find('/') != std::string::npos;
  bool stroke = false;
  for (int t = hit.last; t < next.first; ++t) {
    if (sheet.tokens[t].folded != "/") return false;
    stroke = true;
  }
  return stroke || sheet.tokens[hit.last - 1].folded.ends_with('/') || sheet.tokens[next.first].folded[0] == '/';
}

}  // namespace

void join_slashed(const Sheet& sheet, Labels& labels) {
  for (LabelHit& hit : labels.hits) {  // "Application / invoice 77"
    const bool title = hit.role == Role::title_invoice || hit.role == Role::number;
    if (title && hit.before == 1 && hit.first > 1 && sheet.tokens[hit.first - 1].folded == "/") hit.before = 0;
  }
  for (const auto& own : labels.by_cell)
    for (std::size_t i = 0; i < own.size(); ++i)
      for (std::size_t k = 0; k < own.size(); ++k) {
        const LabelHit& hit = labels.hits[own[i]];
        LabelHit& next = labels.hits[own[k]];
        const bool credit = next.role == Role::title_credit || next.role == Role::title_other;  // "Invoice/Credit note"
        if (i != k && !credit && slashed(sheet, hit, next)) next.before = std::min(next.before, hit.before);
      }
}

}  // namespace ap::extract::reading
