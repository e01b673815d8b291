#include "extract/lines_choice.h"

#include <algorithm>

#include "extract/lines_list.h"
#include "extract/lines_roles.h"
#include "extract/lines_sums.h"

namespace ap::extract::lines {
namespace {

// How well the whole holds together; the counts are capped so that a long wrong table does not win by length.
void judge(Candidate& c, const LineHints& hints) {
  const auto& items = c.reading.items;
  if (items.empty()) return;
  Decimal sum = sum_of(items), adjusted = sum + sum_of(c.reading.adjustments);
  auto total = [&](const Decimal& v) {
    return !v.is_zero() && (names(c.totals, v) || std::ranges::find(c.reading.sums, v) != c.reading.sums.end() ||
                            (hints.net && *hints.net == v) || (hints.gross && *hints.gross == v));
  };
  c.sum_closes = total(sum) || total(adjusted);
  // "Frais de port 23.60": the net is the sum of the lines with an amount that is printed with the totals.
  Decimal rest = hints.net ? (*hints.net - sum).abs() : Decimal();
  bool nearly = !c.sum_closes && !rest.is_zero() && rest * Decimal(4L) < sum.abs() && names(c.totals, rest);
  int checked = 0, described = 0;
  int& closing = c.closing;
  for (const Item& i : items) {
    closing += i.closes;
    checked += i.checked;
    described += !i.line.description.empty();
  }
  int n = static_cast<int>(items.size());
  c.score = 500 * c.sum_closes + 400 * nearly + 300 * closing / n + 40 * std::min(closing, 6) + 100 * described / n +
            20 * std::min(n, 10) - 150 * (checked - closing) / n;
  bool known =
      (hints.net && (sum == *hints.net || adjusted == *hints.net)) || (hints.gross && sum == *hints.gross) || nearly;
  c.score += 200 * known;
  // Rows under a known heading say what they are; rows that nothing supports are no invoice lines.
  bool headed = c.reading.assignment.headed;
  c.score += 150 * headed;
  if (!c.sum_closes && closing == 0 && !headed) c.score = 0;
}

constexpr int kUnproved = 20;  // of the rows of a slip that nothing supports

}  // namespace

NumberStyle style_of(const Document& doc) {
  std::vector<std::string> printed;
  for (const auto& tokens : doc.tokens)
    for (const NumberToken& t : tokens)
      if (t.money()) printed.push_back(t.text);
  return usual_style(printed);
}

Decimal sum_of(const std::vector<Item>& items) {
  Decimal sum;
  for (const Item& item : items)
    if (item.line.net) sum += *item.line.net;
  return sum;
}

bool names(const std::vector<Amount>& totals, const Decimal& value) {
  return std::ranges::any_of(totals, [&](const Amount& t) {
    return std::ranges::any_of(t.readings, [&](const AmountReading& r) { return r.value.abs() == value.abs(); });
  });
}

Candidate read_table(const Document& doc, Body body, const LineHints& hints) {
  Candidate c;
  Grid grid = build_grid(doc, body);
  if (auto sums = sum_lines(grid, hints); !sums.empty()) {
    leave_out(body, sums);
    grid = build_grid(doc, body);
  }
  c.totals = totals_of(doc, body);
  c.heading = body.heading;
  c.ended = body.ended;
  Assignment assignment = assign_roles(grid, body.heading, c.totals, hints);
  c.reading = read_items(doc, body, grid, assignment, hints);
  judge(c, hints);
  return c;
}

std::vector<Candidate> candidates(const Document& doc, const LineHints& hints) {
  std::vector<Candidate> out;
  constexpr std::size_t kMostTables = 24;  // of different headings
  for (std::size_t h = 0; h < doc.headings.size() && out.size() < kMostTables; ++h) {
    const Heading& own = doc.headings[h];
    if (!own.over_items() && !(own.over_numbers && !own.over_taxes())) continue;
    bool continued = false;
    for (std::size_t before = 0; before < h; ++before)
      continued = continued || same_heading(doc.headings[before], doc.headings[h]);
    if (!continued) out.push_back(read_table(doc, body_below(doc, h), hints));
  }
  // A table whose rows hold together needs no rival; a list may find its carried sums.
  auto sound = [](const Candidate& c) {
    bool holds = c.closing * 2 >= std::ssize(c.reading.items) || c.sum_closes;
    return c.reading.assignment.headed && holds && !c.reading.items.empty();
  };
  if (std::ranges::any_of(out, [&](const Candidate& c) { return sound(c); })) return out;
  out.push_back(read_table(doc, body_above_totals(doc), hints));
  Candidate list;
  Body above = body_above_totals(doc);
  list.totals = totals_of(doc, above);
  list.reading = read_list(doc, hints);
  judge(list, hints);
  list.score += hints.receipt ? 60 : -50;  // a table says more than a list, but for the slip of a till
  // Most rows of a slip are worth telling when one of them was not read.
  if (hints.receipt && list.score < kUnproved && list.reading.items.size() > 1) list.score = kUnproved;
  out.push_back(std::move(list));
  return out;
}

}  // namespace ap::extract::lines
