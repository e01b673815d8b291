#include "extract/lines.h"

#include <algorithm>

#include "extract/lines_items.h"
#include "extract/lines_list.h"
#include "extract/lines_rest.h"
#include "extract/lines_roles.h"
#include "extract/lines_slip.h"
#include "extract/lines_sums.h"
#include "extract/lines_table.h"

namespace ap::extract {
namespace {

using namespace lines;

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

// A reading of the lines with what speaks for it.
struct Candidate {
  Reading reading;
  std::vector<Amount> totals;
  bool sum_closes = false;
  int closing = 0;  // rows in which quantity x price = net
  int score = 0;
};

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

Candidate read_table(const Document& doc, Body body, const LineHints& hints) {
  Candidate c;
  Grid grid = build_grid(doc, body);
  if (auto sums = sum_lines(grid, hints); !sums.empty()) {
    leave_out(body, sums);
    grid = build_grid(doc, body);
  }
  c.totals = totals_of(doc, body);
  Assignment assignment = assign_roles(grid, body.heading, c.totals, hints);
  c.reading = read_items(doc, body, grid, assignment, hints);
  judge(c, hints);
  return c;
}

constexpr int kUnproved = 20;  // of the rows of a slip that nothing supports

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

void put(LineTable& table, const Item& item) {
  std::string path = "lines[" + std::to_string(table.lines.size()) + "].";
  for (const auto& [field, evidence] : item.evidence) table.evidence[path + field] = evidence;
  table.lines.push_back(item.line);
}

// "2 x 50.00 = 100.00", with what lowers or divides it; only for rows whose product holds.
std::string product_of(const Line& l) {
  std::string out = l.quantity->str() + " x " + l.unit_price->str();
  if (l.price_base_quantity) out += " / " + l.price_base_quantity->str();
  if (l.discount) out += " less " + l.discount->str();
  return out + " = " + l.net->str();
}

// A quantity of one that no page prints, set where neither it nor a price stands in the row.
bool supposed(const Item& item, std::string_view field, const Evidence& e) {
  return field == "quantity" && e.how == How::arithmetic && !item.line.unit_price;
}

// Confidence by what holds: the row's own product, the sum of all rows. The sum speaks for the amounts alone; a factor
// without its product rests on the heading above it.
void grade(Item& item, bool sum_closes, bool headed) {
  for (auto& [field, e] : item.evidence) {
    bool factor = field == "quantity" || field == "unit_price";
    bool amount = field == "net" || factor;
    bool by_sum = sum_closes && (!factor || item.closes || headed);
    int base = supposed(item, field, e) ? 500
               : amount                 ? (item.closes && by_sum ? 990
                                           : by_sum              ? 950
                                           : item.closes         ? 930
                                                                 : 700)
               : sum_closes             ? 930
                                        : 850;
    if (amount && item.closes && item.line.quantity && item.line.unit_price && item.line.net)
      e.proof = product_of(item.line);
    if (amount && by_sum) e.proof += e.proof.empty() ? "the lines add up" : "; the lines add up";
    if (e.how == How::arithmetic) base = base * 9 / 10;
    e.confidence = item.closes && sum_closes && amount ? base : base * std::max(e.confidence, 500) / 1000;
  }
}

// "Transport 22,35" among the totals, where the lines make the net with it.
void take_rest(const Document& doc, const LineHints& hints, Reading& reading) {
  if (!hints.net || reading.items.empty()) return;
  const Decimal sum = sum_of(reading.items), rest = *hints.net - sum - sum_of(reading.adjustments);
  if (rest.is_zero() || sum == *hints.net || (hints.gross && sum == *hints.gross)) return;
  if (auto row = row_of_rest(doc, reading.items, rest)) reading.adjustments.push_back(std::move(*row));
}

}  // namespace

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
  if (hints.style == NumberStyle::any) {
    std::vector<std::string> printed;
    for (const auto& tokens : doc.tokens)
      for (const NumberToken& t : tokens)
        if (t.money()) printed.push_back(t.text);
    hints.style = usual_style(printed);
  }
  std::vector<Candidate> all = candidates(doc, hints);
  auto best = std::ranges::max_element(all, {}, &Candidate::score);
  if (best == all.end() || best->score <= 0) return table;
  take_rest(doc, hints, best->reading);
  for (Item& item : best->reading.items) {
    grade(item, best->sum_closes, best->reading.assignment.headed);
    put(table, item);
  }
  table.sum = sum_of(best->reading.items);
  table.sum_closes = best->sum_closes;
  table.gross_prices = given.gross && *table.sum == *given.gross && given.net != given.gross;
  table.style = best->reading.assignment.style;
  table.regions = best->reading.regions;
  for (const Item& item : best->reading.adjustments) {
    AllowanceCharge a;
    a.charge = !item.words.discount;
    a.amount = item.line.net->abs();
    a.reason = item.line.description;
    auto evidence = item.evidence.find("net");
    std::string path = "allowances_charges[" + std::to_string(table.allowances_charges.size()) + "].";
    table.evidence[path + "amount"] = evidence->second;
    if (auto d = item.evidence.find("description"); d != item.evidence.end())
      table.evidence[path + "reason"] = d->second;
    table.allowances_charges.push_back(std::move(a));
  }
  return table;
}

}  // namespace ap::extract
