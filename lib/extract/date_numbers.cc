#include "extract/date_numbers.h"

#include <algorithm>

#include "extract/relate.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

bool numbers(Role role) { return role == Role::number || role == Role::title_invoice || role == Role::title_credit; }

// "8/01/2026": slashes only, as running numbers within a month and year have.
bool slashed(const std::string& folded) {
  return std::ranges::count(folded, '/') == 2 && folded.find('.') == std::string::npos;
}

// "FAKTURA nr 9/02/2026": words that ask for a number before it.
bool asks_for_number(const Sheet& sheet, const LabelHit& hit) {
  return hit.role == Role::number && !hit.weak &&
         in_list(trim(sheet.tokens[hit.last - 1].folded, ".:#-()"), "no nr n num number nummer numero cislo c numer");
}

bool other_day(const Dates& dates, int date) {
  return std::ranges::any_of(
      dates.list, [&](const PrintedDate& other) { return !other.bare && other.date() != dates.list[date].date(); });
}

bool is_named_issue(const Sheet& sheet, const Labels& labels, const Dates& dates, int except) {
  for (const LabelHit& hit : labels.hits) {
    if (hit.role != Role::issue_date || hit.weak) continue;
    for (const Place& place : places(sheet, labels, hit, 1))
      for (int t = place.first; t < place.stop; ++t)
        if (dates.at_token[t] >= 0 && dates.at_token[t] != except) return true;
  }
  return false;
}

}  // namespace

void mark_date_numbers(const Sheet& sheet, const Labels& labels, Dates& dates) {
  for (const LabelHit& hit : labels.hits) {
    if (!numbers(hit.role) || hit.last >= sheet.cells[hit.cell].last) continue;
    int date = dates.at_token[hit.last];
    if (date < 0 || dates.list[date].last != hit.last + 1 || !slashed(sheet.tokens[hit.last].folded)) continue;
    if (is_named_issue(sheet, labels, dates, date) || (asks_for_number(sheet, hit) && other_day(dates, date)))
      dates.list[date].bare = true;
  }
}

}  // namespace ap::extract::reading
