#include "extract/receipt_sums.h"

#include <algorithm>
#include <string>

#include "extract/receipt_likeness.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

constexpr double kSupposed = 0.5;        // of a digit that looks like another
constexpr double kBeforeRounding = 0.9;  // of what proves the sum that was rounded
constexpr std::size_t kMostNamed = 12;   // amounts with one label; a slip has few
constexpr std::size_t kMostInSum = 40;   // rows of a column that are added up

// The tax that a printed rate makes of the gross, to a hundredth.
bool makes_of(const Amount& rate, const Decimal& gross, const Decimal& tax) {
  if (!rate.percent || rate.value.is_negative() || rate.value.is_zero()) return false;
  const Decimal whole = Decimal(100L) + rate.value;
  return (gross * rate.value - tax * whole).abs() <= whole * Decimal::scaled(1, 2);
}

}  // namespace

SlipSums::SlipSums(const Context& context, const SlipAmounts& slip, const SumWeights& weights)
    : context_(context), slip_(slip), weights_(weights), rows_(find_tax_rows(context, weights)) {
  in_table_.assign(list().size(), false);
  in_column_.assign(list().size(), false);
  last_in_row_.assign(list().size(), false);
  for (std::size_t a = 0; a < list().size(); ++a) {
    bool money = !list()[a].percent && list()[a].decimals() == 2;
    if (!money) continue;
    if (!column_.empty() && list()[column_.back()].row == list()[a].row)
      column_.back() = a;
    else
      column_.push_back(a);
  }
  for (std::size_t a : column_) last_in_row_[a] = true;
  for (const LabelHit& hit : context.labels.hits)
    if (hit.role == Role::rounding && hit.before == 0) rounding_rows_.push_back(context.sheet.cells[hit.cell].row);
  for (std::size_t r : named(kRounding, 0.3)) rounding_rows_.push_back(list()[r].row);
  paid();
  three_in_a_row();
  net_plus_tax();
  table();
  round();
  columns();
  running_sums();
}

double SlipSums::part(std::size_t amount) const {
  double out = 0;
  if (in_table_[amount]) out += 0.35;
  if (in_column_[amount]) out += 0.2;
  if (!last_in_row_[amount]) out += 0.2;
  return out;
}

std::vector<std::size_t> SlipSums::named(Sum sum, double least) const {
  std::vector<std::size_t> out;
  for (std::size_t a = 0; a < list().size() && out.size() < kMostNamed; ++a)
    if (weights_.of[a][sum] > least && !list()[a].percent) out.push_back(a);
  return out;
}

// Readings of cash or change. What is counted out in coins ends in five or nothing; where another digit was read, the
// one that looks like it may stand there.
std::vector<RepairedAmount> SlipSums::coins(std::size_t amount) const {
  std::vector<RepairedAmount> out = slip_.readings(amount);
  for (std::size_t i = 0, count = out.size(); i < count; ++i) {
    if (out[i].value.scale() != 2) continue;
    const std::string text = out[i].value.str();
    const Decimal last = Decimal::scaled(text.back() - '0', 2);
    const bool less = out[i].value.is_negative();
    if (std::string_view("3689").find(text.back()) == std::string_view::npos) continue;
    for (const Decimal& coin : {Decimal(), Decimal::scaled(5, 2)}) {
      const Decimal change = coin - last;
      out.push_back({less ? out[i].value - change : out[i].value + change, out[i].quality * kSupposed});
    }
  }
  return out;
}

// Cash given less change. A card pays the total itself.
void SlipSums::paid() {
  auto cash = named(kCash, 0.2), change = named(kChange, 0.2);
  for (std::size_t i = 1; i < column_.size(); ++i) {  // what stands above the change is what was given
    bool named_so = std::find(cash.begin(), cash.end(), column_[i - 1]) != cash.end();
    bool change_given = weights_.of[column_[i]][kChange] > 0.4 && !list()[column_[i]].value.is_zero();
    if (change_given && !named_so && weights_.of[column_[i - 1]][kGross] < 0.3) cash.push_back(column_[i - 1]);
  }
  for (std::size_t c : cash) {
    if (!slip_.usable(c)) continue;
    for (std::size_t d : change) {
      if (d == c || list()[d].decimals() != 2) continue;
      for (const RepairedAmount& given : coins(c))
        for (const RepairedAmount& back : coins(d)) {
          if (given.value <= back.value.abs()) continue;
          double weight = (back.value.is_zero() ? 0.3 : 0.5) * given.quality * back.quality;
          paid_.push_back({given.value - back.value.abs(), weight});
          implied_.push_back(paid_.back().value);
        }
    }
    if (change.empty()) paid_.push_back({list()[c].value, 0.2 * slip_.quality[c]});
  }
}

void SlipSums::net_plus_tax() {
  for (std::size_t n : named(kNet, 0.25))
    for (std::size_t t : named(kTax, 0.25)) {
      if (n == t || !slip_.usable(n) || !slip_.usable(t)) continue;
      if (list()[n].row == list()[t].row && rows_.size() > 1) continue;
      for (const RepairedAmount& net : slip_.readings(n))
        for (const RepairedAmount& tax : slip_.readings(t)) {
          if (tax.value * Decimal(2L) > net.value) continue;
          split_.push_back({net.value + tax.value, 0.35 * net.quality * tax.quality});
          implied_.push_back(split_.back().value);
        }
    }
  for (std::size_t t : named(kTax, 0.25)) {  // "Moms 25 % (44,72)  11,18"
    if (!slip_.usable(t) || !last_in_row_[t]) continue;
    for (const Amount& basis : list())
      if (basis.row == list()[t].row && basis.value.is_negative() && basis.decimals() == 2 &&
          list()[t].value * Decimal(2L) < basis.value.abs()) {
        split_.push_back({basis.value.abs() + list()[t].value, 0.35 * slip_.quality[t]});
        implied_.push_back(split_.back().value);
      }
  }
  for (std::size_t r : named(kRounding, 0.2)) {
    const Decimal& rounding = list()[r].value;
    if (rounding.is_zero()) continue;
    for (std::size_t a = 0; a < list().size(); ++a)
      if (slip_.usable(a) && std::max({weights_.of[a][kGross], weights_.of[a][kPayable], weights_.of[a][kNet]}) > 0.3)
        implied_.push_back(rounded(a, r));
  }
}

// The gross sums of all rows of the tax table.
void SlipSums::table() {
  Decimal sum;
  int rows = 0;
  for (const TaxRow& row : rows_) {
    if (row.basis < 0 || row.tax < 0) continue;
    auto basis = static_cast<std::size_t>(row.basis), tax = static_cast<std::size_t>(row.tax);
    sum += list()[basis].value.abs() + list()[tax].value.abs();
    rows += !list()[tax].value.is_zero();
    for (int a : {row.basis, row.tax, row.gross})
      if (a >= 0) in_table_[static_cast<std::size_t>(a)] = true;
  }
  if (rows == 1)
    for (const TaxRow& row : rows_)
      if (row.gross >= 0) in_table_[static_cast<std::size_t>(row.gross)] = false;
  if (rows > 0) table_.push_back({sum, rows > 1 ? 0.45 : 0.35});
}

void SlipSums::items(const Decimal& value, std::size_t lines, std::size_t proved) {
  double weight = lines > 1 ? (proved == lines ? 0.45 : 0.35) : 0.05;
  for (std::size_t a = 0; a < list().size(); ++a) {
    if (list()[a].value != value) continue;
    if (weights_.of[a][kTax] > 0.3 || in_table_[a]) return;
    if (last_in_row_[a] && larger_total_below(a)) weight *= 0.4;
  }
  columns_.push_back({value, weight});
}

// Total, cash and change one below the other, whatever their labels have become.
void SlipSums::three_in_a_row() {
  for (std::size_t i = 0; i + 2 < column_.size(); ++i) {
    std::size_t total = column_[i], cash = column_[i + 1], change = column_[i + 2];
    if (!slip_.usable(total) || !slip_.usable(cash) || !slip_.usable(change)) continue;
    if (weights_.of[change][kTax] > 0.3) continue;
    for (const RepairedAmount& due : slip_.readings(total))
      for (const RepairedAmount& given : slip_.readings(cash))
        for (const RepairedAmount& back : slip_.readings(change))
          if (due.value + back.value == given.value)
            paid_.push_back({due.value, 0.45 * due.quality * given.quality * back.quality});
  }
}

bool SlipSums::total_row(int row) const {
  const Row& cells = context_.sheet.rows[row];
  for (int c = cells.first; c < cells.last; ++c)
    if (context_.labels.has(c, Role::gross) || context_.labels.has(c, Role::payable)) return true;
  return false;
}

// Sub-total, charges, tax and rounding down to the row of the total, whose own amount may be unreadable.
void SlipSums::running_sums() {
  for (std::size_t n = 0; n < column_.size(); ++n) {
    if (weights_.of[column_[n]][kNet] < 0.25 || !slip_.usable(column_[n])) continue;
    Decimal sum = list()[column_[n]].value;
    double quality = slip_.quality[column_[n]];
    std::size_t next = n + 1;
    int parts = 0;  // that are not nothing
    int last = std::min(list()[column_[n]].row + 8, static_cast<int>(context_.sheet.rows.size()));
    for (int row = list()[column_[n]].row + 1; row < last; ++row) {
      bool named_net = next > n + 2 && next < column_.size() && list()[column_[next]].row == row &&
                       weights_.of[column_[next]][kNet] > 0.3;  // "Net total" below tax and rounding
      if (total_row(row) || named_net) {
        double sure = 0.4 * quality;
        if (parts > 1 && next < column_.size() && list()[column_[next]].row == row)
          sure = std::max(sure, 0.4 * supposed(column_[next], sum));
        if (next > n + 1) leads_to(sum, sure, list()[column_[n]].value);
        break;
      }
      if (next >= column_.size() || list()[column_[next]].row != row) continue;
      std::size_t a = column_[next++];
      if (next > n + 3 && printed_as(a, sum)) {  // two parts and more lead to what stands here, whatever it is called
        leads_to(sum, 0.45 * quality, list()[column_[n]].value);
        break;
      }
      if (weights_.of[a][kRounding] > 0.3 && list()[a].value.abs() > kMostRounding) {  // a figure was misread
        quality *= 0.5;
        continue;
      }
      bool less = weights_.of[a][kAllowance] > 0.3 && !list()[a].value.is_negative();
      sum += less ? -list()[a].value : list()[a].value;
      parts += !list()[a].value.is_zero();
      quality *= list()[a].value.is_zero() ? 1.0 : slip_.quality[a];
    }
  }
}

// Several parts that lead to within one digit of what stands in the row of the total are hardly an accident.
double SlipSums::supposed(std::size_t amount, const Decimal& sum) const {
  return damaged_likeness(context_.sheet.text(list()[amount].first, list()[amount].last), sum) >= 0.6 ? 0.85 : 0;
}

// What adds up to the sub-total speaks for what the sub-total leads to.
void SlipSums::leads_to(const Decimal& total, double weight, const Decimal& subtotal) {
  for (Witness& column : columns_) {
    if (column.value != subtotal || total == subtotal) continue;
    weight += 0.5 * column.weight;
    column.weight *= 0.4;
  }
  split_.push_back({total, weight});
  implied_.push_back(total);
}

// Every amount at the end of a row that the rows right above it add up to.
void SlipSums::columns() {
  for (std::size_t i = 2; i < column_.size(); ++i) {
    std::size_t a = column_[i];
    if (!slip_.usable(a) || in_table_[a]) continue;
    for (const RepairedAmount& reading : slip_.readings(a)) {
      double weight = column_above(i, reading);
      if (weight > 0) columns_.push_back({reading.value, larger_total_below(a) ? 0.4 * weight : weight});
    }
  }
}

bool SlipSums::printed_as(std::size_t amount, const Decimal& value) const {
  return std::ranges::any_of(slip_.readings(amount), [&](const RepairedAmount& r) { return r.value == value; });
}

// Then what adds up is a sub-total.
bool SlipSums::larger_total_below(std::size_t amount) const {
  for (std::size_t b : column_) {
    const auto& w = weights_.of[b];
    if (list()[b].row > list()[amount].row && slip_.quality[b] > 0.8 && list()[b].value > list()[amount].value &&
        std::max(w[kGross], w[kPayable]) > 0.5 && w[kCash] < 0.3 && w[kOtherSum] < 0.4 && !in_table_[b])
      return true;
  }
  return false;
}

// What the rows above add up to, one of them perhaps in another of its readings.
double SlipSums::column_above(std::size_t index, const RepairedAmount& total) {
  const Decimal& value = total.value;
  Decimal sum;
  double quality = total.quality;
  int terms = 0;
  for (std::size_t i = index; i-- > 0 && index - i <= kMostInSum;) {
    std::size_t a = column_[i];
    if (list()[a].page != list()[column_[index]].page) break;
    if (weights_.of[a][kCash] > 0.3 || weights_.of[a][kChange] > 0.3) continue;
    if (list()[a].value.is_zero() || list()[a].value == value) continue;
    sum += list()[a].value;
    quality = std::min(quality, slip_.quality[a]);
    ++terms;
    const double repaired = terms >= 2 ? closing(i, index, value - sum) : 0;
    if (repaired > 0) {
      for (std::size_t k = i; k < index && quality * repaired > 0.8; ++k)
        if (list()[column_[k]].value != value) in_column_[column_[k]] = true;
      return (terms > 2 ? 0.45 : 0.4) * quality * repaired;
    }
    if (sum > value + value) break;
  }
  return 0;
}

// 1 where nothing is missing; the quality of another reading of one of the amounts that makes up for it; 0 none.
double SlipSums::closing(std::size_t first, std::size_t last, const Decimal& missing) const {
  if (missing.is_zero()) return 1.0;
  double best = 0;
  for (std::size_t i = first; i < last; ++i)
    for (const RepairedAmount& other : slip_.others[column_[i]])
      if (other.value - list()[column_[i]].value == missing) best = std::max(best, other.quality);
  return best;
}

double SlipSums::proof(const Decimal& value, const std::optional<Decimal>& before) const {
  double total = 0;
  for (const auto* witnesses : {&paid_, &split_, &table_, &columns_}) {
    double best = 0;
    for (const Witness& w : *witnesses) {
      if (w.value == value) best = std::max(best, w.weight);
      if (before && w.value == *before && witnesses != &paid_) best = std::max(best, kBeforeRounding * w.weight);
    }
    total += best;
  }
  return total + std::max(taxed(value), before ? kBeforeRounding * taxed(*before) : 0.0);
}

// A tax included at a printed rate is what that rate makes of the total.
double SlipSums::taxed(const Decimal& value) const {
  double best = 0;
  for (std::size_t t : named(kTax, 0.25))
    if (slip_.usable(t) && list()[t].value >= Decimal::scaled(20, 2) && included(t, value))
      best = std::max(best, 0.25 * slip_.quality[t]);
  return best;
}

bool SlipSums::was_paid(const Decimal& value) const {
  return std::any_of(paid_.begin(), paid_.end(), [&](const Witness& w) { return w.value == value && w.weight > 0.25; });
}

// "incl. 21 %  8,72": what that rate makes of the gross, to a hundredth.
bool SlipSums::included(std::size_t tax, const Decimal& gross) const {
  return std::ranges::any_of(list(), [&](const Amount& rate) {
    return rate.row == list()[tax].row && makes_of(rate, gross, list()[tax].value);
  });
}

// "di cui IVA  10,09" where articles bear one rate.
bool SlipSums::included_at_any_rate(std::size_t tax, const Decimal& gross) const {
  return std::ranges::any_of(list(), [&](const Amount& rate) { return makes_of(rate, gross, list()[tax].value); });
}

// "incl. 22 %  4,44" over "incl. 10 %  0,52": what bears these taxes at these rates is the gross, as near as cents
// tell.
std::optional<Decimal> SlipSums::included_in_all(const Decimal& gross) const {
  constexpr int kScale = 6;
  std::vector<Decimal> rates;
  Decimal tax, borne, slack;
  for (const Amount& rate : list()) {
    const bool plausible = rate.percent && !rate.value.is_zero() && !rate.value.is_negative() && rate.value < 40;
    if (!plausible || std::ranges::find(rates, rate.value) != rates.end()) continue;
    const Amount* of_rate = nullptr;
    for (std::size_t a = 0; a < list().size(); ++a)
      if (list()[a].row == rate.row && last_in_row_[a] && slip_.usable(a) && weights_.of[a][kTax] > 0.25)
        of_rate = &list()[a];
    if (of_rate == nullptr) continue;
    rates.push_back(rate.value);
    const Decimal factor = Decimal::divide(Decimal(100L) + rate.value, rate.value, kScale);
    tax += of_rate->value;
    borne += of_rate->value * factor;
    slack += factor * Decimal::scaled(5, 3);
  }
  if (rates.size() < 2 || tax >= gross || (borne - gross).abs() > slack + Decimal::scaled(1, 2)) return std::nullopt;
  return tax;
}

std::optional<SlipSums::Split> SlipSums::net_and_tax(const Decimal& gross) const {
  Decimal net, tax;
  const TaxRow* only = nullptr;
  int rows = 0;
  for (const TaxRow& row : rows_) {
    if (row.basis < 0 || row.tax < 0) continue;
    net += list()[static_cast<std::size_t>(row.basis)].value.abs();
    tax += list()[static_cast<std::size_t>(row.tax)].value.abs();
    only = &row;
    ++rows;
  }
  if (rows > 0 && net + tax == gross) return Split{net, tax, rows == 1 ? only->basis : -1, rows == 1 ? only->tax : -1};
  for (std::size_t t = 0; t < list().size(); ++t)
    if (slip_.usable(t) && included(t, gross))
      return Split{gross - list()[t].value, list()[t].value, -1, static_cast<int>(t)};
  for (std::size_t t : named(kTax, 0.5))  // the rate stands beside the articles
    if (slip_.usable(t) && last_in_row_[t] && included_at_any_rate(t, gross))
      return Split{gross - list()[t].value, list()[t].value, -1, static_cast<int>(t)};
  if (auto all = included_in_all(gross)) return Split{gross - *all, *all, -1, -1};
  for (std::size_t t : named(kTax, 0.25)) {
    if (!slip_.usable(t) || list()[t].value * Decimal(3L) > gross) continue;
    for (std::size_t n = 0; n < list().size(); ++n)
      if (n != t && slip_.usable(n) && list()[n].value + list()[t].value == gross)
        return Split{list()[n].value, list()[t].value, static_cast<int>(n), static_cast<int>(t)};
  }
  return std::nullopt;
}

}  // namespace ap::extract::reading
