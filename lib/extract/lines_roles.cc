#include "extract/lines_roles.h"

#include <algorithm>
#include <array>

namespace ap::extract::lines {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::size_t kMostRecords = 60;  // enough to decide; a long table need not be tried whole
constexpr std::size_t kMostColumns = 12;

Decimal whole(std::int64_t n) { return Decimal(n); }

// What the numbers of one column look like, in per cent of its tokens.
struct Look {
  int integer = 0, two_decimals = 0, more_decimals = 0, percent = 0, currency = 0, unit = 0, filled = 0;
  int whole = 0;   // no decimals printed
  int tenths = 0;  // one at most
  int padded = 0;  // a whole number with decimals that say nothing: "24.000", "5,00"
  int count = 0;
  bool counts_up = false;  // 1 2 3 or 10 20 30
};

using Values = std::vector<std::vector<std::optional<Decimal>>>;  // [record][column]

struct Search {
  const Grid& grid;
  const std::optional<Heading>& heading;
  const LineHints& hints;
  NumberStyle style;
  Values values;
  std::vector<Look> looks;
  std::vector<bool> sums;  // per column: its sum is one of the totals
};

Look look_of(const Grid& grid, const Values& values, std::size_t column) {
  Look look;
  int n = 0, steps = 0;
  std::optional<Decimal> first, last;
  for (std::size_t r = 0; r < values.size(); ++r) {
    const auto& cell = grid.records[r].cells[column];
    if (!cell) continue;
    const NumberToken& t = grid.tokens[*cell];
    ++n;
    const Decimal& v = *values[r][column];
    look.integer += v.scale() == 0 && t.amount.currency.empty();
    look.two_decimals += v.scale() == 2;
    look.more_decimals += v.scale() > 2;
    look.whole += v.scale() == 0;
    look.tenths += v.scale() <= 1;
    look.padded += v.scale() > 0 && v.normalized().scale() <= 0;
    look.percent += t.amount.percent;
    look.currency += !t.amount.currency.empty();
    look.unit += !t.unit.empty();
    if (last && v.scale() == 0 && (v - *last == whole(1) || v - *last == whole(10))) ++steps;
    if (!first) first = v;
    last = v;
  }
  if (n == 0) return look;
  for (int* share : {&look.integer, &look.two_decimals, &look.more_decimals, &look.percent, &look.currency, &look.unit,
                     &look.whole, &look.tenths, &look.padded})
    *share = *share * 100 / n;
  look.count = n;
  look.filled = n * 100 / static_cast<int>(values.size());
  look.counts_up =
      (n == 1 && *first == whole(1)) || (n > 1 && steps == n - 1 && (*first == whole(1) || *first == whole(10)));
  return look;
}

// What the heading says of a role for a column: likely, possible, or something else.
int heading_prior(const Search& s, std::size_t column, Role role) {
  if (!s.heading) return 0;
  const auto& under = s.grid.columns[column].heading;
  // A column without a known label, where another column bears the label of this role.
  if (!under || s.heading->cells[*under].roles.empty()) return s.heading->has(role) ? -120 : 0;
  const auto& roles = s.heading->cells[*under].roles;
  if (roles.front() == role) return 200;
  if (std::ranges::find(roles, role) != roles.end()) return 120;
  // One label over numbers with their units, or over the number of units: "Unid." over 4, 5 and 50.
  if (role == Role::quantity && roles.front() == Role::unit &&
      (s.looks[column].unit >= 50 ||
       (s.looks[column].filled >= 60 && !s.heading->has(Role::quantity) && is_heading(s.heading->cells[*under].label))))
    return 80;
  bool money = role == Role::net || role == Role::gross;
  bool other_money = roles.front() == Role::gross || roles.front() == Role::net;
  return money && other_money ? 60 : -150;
}

int look_prior(const Look& look, Role role) {
  switch (role) {
    case Role::quantity:
      return look.integer / 2 + look.unit * 4 / 5 - look.currency - (look.counts_up && look.count > 1 ? 40 : 0);
    case Role::unit_price:
      return look.two_decimals / 2 + look.more_decimals / 2 + look.currency / 4 - look.unit / 2;
    case Role::net:
      return look.two_decimals * 4 / 5 + look.currency / 4 - look.unit - look.more_decimals;
    default:
      return 0;
  }
}

bool usable(const Search& s, std::size_t column) { return s.looks[column].percent < 50 && s.looks[column].filled > 0; }

// What the decimals say of which factor is the quantity: prices come in the currency's smallest unit, quantities in
// any, and where a form prints decimals for quantities nearly all of them are noughts.
int decimals_prior(const Search& s, std::size_t quantity, std::size_t price, std::size_t net) {
  const Look &q = s.looks[quantity], &p = s.looks[price], &n = s.looks[net];
  int score = (q.padded - p.padded) / 2;
  // Pieces are whole and prices have cents: where either way closes, that decides, whatever the headings are taken for.
  if (q.whole >= 80 && p.two_decimals >= 80) score += 90;
  if (p.whole >= 80 && q.two_decimals >= 80) score -= 90;
  // "7,5" hours at "950,00".
  if (q.tenths >= 80 && p.two_decimals >= 80 && n.two_decimals >= 80) score += 60;
  if (p.tenths >= 80 && q.two_decimals >= 80 && n.two_decimals >= 80) score -= 60;
  bool cents_less = n.whole >= 90;  // yen
  if (cents_less) score += p.whole - q.whole;
  return score;
}

struct Triple {
  std::size_t quantity = kNone, price = kNone, net = kNone;
  int score = 0, closing = 0, checkable = 0;
};

int rows_with(const Search& s, std::size_t column) {
  return static_cast<int>(std::ranges::count_if(s.values, [&](const auto& row) { return row[column].has_value(); }));
}

void count_closing(const Search& s, Triple& t) {
  if (t.quantity == kNone || t.price == kNone) return;
  for (const auto& row : s.values) {
    if (!row[t.quantity] || !row[t.price] || !row[t.net]) continue;
    ++t.checkable;
    t.closing += product_closes(*row[t.quantity], *row[t.price], *row[t.net]);
  }
}

void score_triple(const Search& s, Triple& t) {
  t.score = heading_prior(s, t.net, Role::net) + look_prior(s.looks[t.net], Role::net) + 2 * s.looks[t.net].filled;
  t.score += static_cast<int>(t.net) * 10;  // amounts stand to the right
  if (s.sums[t.net]) t.score += 300;
  if (t.quantity != kNone)
    t.score += heading_prior(s, t.quantity, Role::quantity) + look_prior(s.looks[t.quantity], Role::quantity) +
               s.looks[t.quantity].filled / 4;
  if (t.price != kNone)
    t.score += heading_prior(s, t.price, Role::unit_price) + look_prior(s.looks[t.price], Role::unit_price) +
               s.looks[t.price].filled / 4;
  if (t.quantity != kNone && t.price != kNone)
    t.score += decimals_prior(s, t.quantity, t.price, t.net) - 15 * (t.quantity > t.price);
  count_closing(s, t);
  if (t.quantity != kNone && s.looks[t.quantity].counts_up && s.looks[t.quantity].count > 1 &&
      t.closing * 2 < t.checkable)
    t.score -= 200;  // positions, not quantities
  // A product that holds in one row of many is chance: the share is taken of the rows with an amount, too.
  if (t.checkable > 0) t.score += 800 * t.closing / (t.checkable + rows_with(s, t.net)) - 60 * (t.closing == 0);
}

std::vector<Triple> triples(const Search& s) {
  std::vector<Triple> out;
  std::vector<std::size_t> columns;
  for (std::size_t c = 0; c < s.grid.columns.size() && columns.size() < kMostColumns; ++c)
    if (usable(s, c)) columns.push_back(c);
  std::vector<std::size_t> or_none = columns;
  or_none.push_back(kNone);
  for (std::size_t net : columns) {
    for (std::size_t quantity : or_none) {
      for (std::size_t price : or_none) {
        if (net == quantity || net == price || (quantity == price && price != kNone)) continue;
        Triple t{quantity, price, net};
        score_triple(s, t);
        out.push_back(t);
      }
    }
  }
  std::ranges::stable_sort(out, [](const Triple& a, const Triple& b) { return a.score > b.score; });
  return out;
}

// Records that close when `column` holds a discount or the quantity that the price is for.
struct Helper {
  std::size_t column = kNone;
  Role role = Role::none;
  DiscountKind kind = DiscountKind::none;
  int closing = 0;
};

bool closes_with(const Search& s, const Triple& t, const Helper& h, const std::vector<std::optional<Decimal>>& row) {
  if (!row[t.quantity] || !row[t.price] || !row[t.net]) return false;
  const Decimal &q = *row[t.quantity], &p = *row[t.price], &n = *row[t.net];
  if (!row[h.column] || row[h.column]->is_zero()) return product_closes(q, p, n);
  Decimal x = row[h.column]->abs();
  if (h.role == Role::factor) return product_closes(q * x, p, n);
  if (h.role == Role::base_quantity) return product_closes(q, Decimal::divide(p, x, 8), n);
  if (h.kind == DiscountKind::percent)
    return x < whole(100) && product_closes(q, p * (whole(100) - x) * Decimal::scaled(1, 2), n);
  (void)s;
  return (q * p - x).rounded(2) == n.rounded(2) || product_closes(q, p - x, n);
}

Helper best_helper(const Search& s, const Triple& t) {
  Helper best;
  best.closing = t.closing;
  if (t.quantity == kNone || t.price == kNone || t.closing == t.checkable) return best;
  for (std::size_t c = 0; c < s.grid.columns.size(); ++c) {
    if (c == t.quantity || c == t.price || c == t.net || s.looks[c].filled == 0) continue;
    for (Helper h : {Helper{c, Role::discount, DiscountKind::percent}, Helper{c, Role::discount, DiscountKind::amount},
                     Helper{c, Role::base_quantity, DiscountKind::none}, Helper{c, Role::factor, DiscountKind::none}}) {
      if (h.role == Role::factor && heading_prior(s, c, h.role) <= 0) continue;  // many numbers multiply by chance
      for (const auto& row : s.values) h.closing += closes_with(s, t, h, row);
      if (h.closing > best.closing) best = h;
    }
  }
  return best;
}

// A percentage in a text ("fuel surcharge 14.5 %") is no rate of a tax: without a label, most are the document's.
bool may_be_rates(const Search& s, std::size_t column) {
  if (s.hints.rates.empty()) return true;
  std::size_t known = 0, all = 0;
  for (const auto& row : s.values) {
    if (!row[column]) continue;
    ++all;
    known += std::ranges::find(s.hints.rates, *row[column]) != s.hints.rates.end();
  }
  return known * 2 >= all;
}

// Roles of the columns that neither quantity, price nor net use.
Role other_role(const Search& s, const Assignment& a, std::size_t column) {
  const Look& look = s.looks[column];
  auto taken = [&](Role role) { return std::ranges::find(a.roles, role) != a.roles.end(); };
  Role said = Role::none;
  if (s.heading && s.grid.columns[column].heading) {
    const auto& roles = s.heading->cells[*s.grid.columns[column].heading].roles;
    if (!roles.empty()) said = roles.front();
  }
  if (said == Role::quantity || said == Role::unit_price || said == Role::net) said = Role::none;
  if (said == Role::discount) return Role::none;  // it does not close as one
  if (said == Role::description && look.counts_up) said = Role::position;
  if (said != Role::none && said != Role::description && !taken(said)) return said;
  if (look.counts_up && !taken(Role::position)) return Role::position;
  if (look.percent >= 50 && !taken(Role::tax_rate) && may_be_rates(s, column)) return Role::tax_rate;
  return Role::none;
}

bool is_total(const Decimal& sum, const std::vector<Amount>& totals, const LineHints& hints) {
  if (sum.is_zero()) return false;
  auto equal = [&](const Decimal& v) { return v.abs() == sum.abs(); };
  if ((hints.net && equal(*hints.net)) || (hints.gross && equal(*hints.gross))) return true;
  return std::ranges::any_of(totals, [&](const Amount& t) {
    return std::ranges::any_of(t.readings, [&](const AmountReading& r) { return equal(r.value); });
  });
}

Search prepare(const Grid& grid, const std::optional<Heading>& heading, const std::vector<Amount>& totals,
               const LineHints& hints, NumberStyle style) {
  Search s{grid, heading, hints, style, {}, {}, {}};
  std::size_t columns = grid.columns.size();
  std::vector<Decimal> sums(columns);
  for (std::size_t r = 0; r < grid.records.size(); ++r) {
    std::vector<std::optional<Decimal>> row;
    for (std::size_t c = 0; c < columns; ++c) {
      row.push_back(value_at(grid, grid.records[r], c, style));
      if (row.back()) sums[c] += *row.back();
    }
    if (r < kMostRecords) s.values.push_back(std::move(row));
  }
  for (std::size_t c = 0; c < columns; ++c) {
    s.looks.push_back(look_of(grid, s.values, c));
    s.sums.push_back(is_total(sums[c], totals, hints));
  }
  return s;
}

}  // namespace

std::optional<std::size_t> Assignment::column(Role role) const {
  auto at = std::ranges::find(roles, role);
  if (at == roles.end()) return std::nullopt;
  return static_cast<std::size_t>(at - roles.begin());
}

std::optional<Decimal> value_at(const Grid& grid, const Record& record, std::size_t column, NumberStyle style) {
  if (!record.cells[column]) return std::nullopt;
  const Amount& amount = grid.tokens[*record.cells[column]].amount;
  auto value = amount.as(style);
  return value ? value : amount.readings.front().value;
}

bool product_closes(const Decimal& quantity, const Decimal& price, const Decimal& net) {
  Decimal off = ((quantity * price).abs() - net.abs()).abs();
  if (off <= Decimal::scaled(1, 2)) return true;
  // Currencies without cents round to whole units.
  if (net.scale() == 0 && price.scale() == 0 && quantity.scale() > 0)
    return off < whole(1) && off * whole(50) < net.abs();
  // The printed price may be rounded: half its last place, times the quantity, but never more than 0.2 %.
  if (price.scale() < 2) return false;
  Decimal slack = quantity.abs() * Decimal::scaled(5, price.scale() + 1) + Decimal::scaled(1, 2);
  return off <= slack && off * whole(500) <= net.abs();
}

Assignment assign_roles(const Grid& grid, const std::optional<Heading>& heading, const std::vector<Amount>& totals,
                        const LineHints& hints, NumberStyle style) {
  Assignment best;
  best.style = style;
  best.roles.assign(grid.columns.size(), Role::none);
  if (grid.records.empty() || grid.columns.empty()) return best;
  Search s = prepare(grid, heading, totals, hints, style);
  std::vector<Triple> tries = triples(s);
  if (tries.empty()) return best;
  constexpr std::size_t kLookCloser = 12;
  Triple chosen;
  Helper helper;
  int top = INT32_MIN;
  for (std::size_t i = 0; i < tries.size() && i < kLookCloser; ++i) {
    Helper h = best_helper(s, tries[i]);
    int score = tries[i].score;
    if (h.column != kNone) {
      int said = heading_prior(s, h.column, h.role);
      score += 800 * (h.closing - tries[i].closing) / (tries[i].checkable + rows_with(s, tries[i].net)) +
               (said > 0 ? 60 : -40);
    }
    if (score <= top) continue;
    top = score;
    chosen = tries[i];
    helper = h;
  }
  best.score = top;
  best.closing = helper.closing;
  best.checkable = chosen.checkable;
  best.sum_closes = s.sums[chosen.net];
  best.roles[chosen.net] = Role::net;
  best.headed = heading_prior(s, chosen.net, Role::net) > 0;
  if (chosen.quantity != kNone) best.roles[chosen.quantity] = Role::quantity;
  if (chosen.price != kNone) best.roles[chosen.price] = Role::unit_price;
  if (helper.column != kNone) {
    best.roles[helper.column] = helper.role;
    best.discount = helper.kind;
  }
  for (std::size_t c = 0; c < best.roles.size(); ++c)
    if (best.roles[c] == Role::none) best.roles[c] = other_role(s, best, c);
  return best;
}

Assignment assign_roles(const Grid& grid, const std::optional<Heading>& heading, const std::vector<Amount>& totals,
                        const LineHints& hints) {
  if (hints.style != NumberStyle::any) return assign_roles(grid, heading, totals, hints, hints.style);
  Assignment comma = assign_roles(grid, heading, totals, hints, NumberStyle::comma);
  Assignment point = assign_roles(grid, heading, totals, hints, NumberStyle::point);
  return point.score > comma.score ? point : comma;
}

}  // namespace ap::extract::lines
