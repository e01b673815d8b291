#include "extract/totals_search.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "extract/text.h"
#include "extract/totals_included.h"

namespace ap::extract::reading {
namespace {
// More amounts than any invoice has: such pages are not searched for unlabelled sums.
constexpr std::size_t kMostValues = 4000;
constexpr std::size_t kMostPicks = 12;
constexpr std::size_t kMostAdjustments = 4;
constexpr std::size_t kMostRows = 8;

void add(std::vector<Pick>& out, const Pick& pick) {
  for (Pick& known : out) {
    if (*known.value != *pick.value) continue;
    if (known.amount < 0) known.amount = pick.amount;
    known.weight = std::max(known.weight, pick.weight) + 0.05;
    return;
  }
  out.push_back(pick);
}

void keep_best(std::vector<Pick>& picks) {
  std::ranges::stable_sort(picks, [](const Pick& a, const Pick& b) { return a.weight > b.weight; });
  if (picks.size() > kMostPicks) picks.resize(kMostPicks);
}

void add_once(std::vector<Decimal>& out, const Decimal& value) {
  if (std::ranges::find(out, value) == out.end()) out.push_back(value);
}

// Every subset of `amounts`, added up: one discount, the other, both. Zero is among them.
std::vector<Decimal> subset_sums(const std::vector<Decimal>& amounts) {
  std::vector<Decimal> sums = {Decimal()};
  for (const Decimal& amount : amounts)
    for (std::size_t s = 0, end = sums.size(); s < end; ++s) sums.push_back(sums[s] + amount);
  return sums;
}

// The tax is some whole or half per cent of the net, to a hundredth.
bool round_rate(const Decimal& net, const Decimal& tax) {
  for (long halves = 1; halves <= 60; ++halves)
    if ((net * Decimal(halves) - tax * Decimal(200L)).abs() <= Decimal(2L)) return true;
  return false;
}

Odds sorted(const std::map<Decimal, double>& odds) {
  Odds out(odds.begin(), odds.end());
  std::ranges::stable_sort(out, [](const auto& a, const auto& b) { return a.second > b.second; });
  return out;
}

}  // namespace

std::optional<Decimal> Triple::net_value() const {
  if (net.value || !tax.value || !gross.value) return net.value;
  return *gross.value - *tax.value;
}

std::optional<Decimal> Triple::tax_value() const {
  if (tax.value || !net.value || !gross.value) return tax.value;
  return *gross.value - *net.value;
}

double share_of(const Odds& odds, const std::optional<Decimal>& value) {
  for (const auto& [known, share] : odds)
    if (value && known == *value) return std::min(share, 0.999);
  return 0;
}

Pick SumSearch::named(Sum sum, double least) const {
  Pick best;
  for (const Value& v : values_.all())
    if (v.named(sum) >= least && v.named(sum) > best.weight) best = {v.at[sum], v.size, v.named(sum)};
  return best;
}

SumSearch::SumSearch(const Context& context, const LineSums& lines)
    : context_(context),
      lines_(lines),
      weights_(weigh_sums(context)),
      rows_(find_tax_rows(context, weights_)),
      values_(context, weights_),
      judge_(context, values_, facts_) {
  std::set<Decimal> rates;
  for (const Amount& a : list())
    if (a.percent && a.value > Decimal(0L) && a.value <= Decimal(30L)) rates.insert(a.value.normalized());
  facts_.rates.assign(rates.begin(), rates.end());
  facts_.zero_rate = std::ranges::any_of(list(), [](const Amount& a) { return a.percent && a.value.is_zero(); });
  for (const LabelHit& hit : context.labels.hits) facts_.exempt |= hit.role == Role::exempt;
  included_ = included_tax();
  gather_rows();
  gather_lines();
  gather_payables();
  gather_stacks();
  facts_.cents = std::ranges::any_of(values_.all(), &Value::cents);
}

// Sums of the tax amounts: the tax of the document when the breakdown is complete. A breakdown may be printed twice
// (as a table and among the totals), and two taxes may have the same rate and amount (CGST and SGST): all readings.
void SumSearch::gather_rows() {
  std::set<std::pair<Decimal, Decimal>> seen;
  Decimal once, tabled, named, basis;
  int with_basis = 0;
  // A discount may leave less than nothing at one rate: its row counts against the others.
  bool all_negative =
      std::ranges::all_of(rows_, [&](const TaxRow& row) { return list()[row.tax].value.is_negative(); });
  auto of = [&](int amount) { return all_negative ? size_of(amount) : list()[amount].value; };
  for (const TaxRow& row : rows_) {
    add_once(facts_.row_taxes, size_of(row.tax));
    if (row.basis >= 0) add_once(facts_.bases, size_of(row.basis));
    (row.basis >= 0 ? tabled : named) += of(row.tax);
    if (!seen.insert({row.rate.normalized(), size_of(row.tax)}).second) continue;
    once += of(row.tax);
    if (row.basis >= 0) basis += of(row.basis), ++with_basis;
  }
  facts_.several_rows = seen.size() > 1;
  for (const Decimal& sum : {once, tabled, named})
    if (sum > Decimal(0L)) add_once(facts_.row_sums, sum);
  gather_parts_of_rows();
  // Several taxes on one basis (GST and PST): the basis counts once.
  if (facts_.bases.size() == 1) basis = facts_.bases.front();
  if (with_basis > 0 && with_basis == static_cast<int>(seen.size())) facts_.basis_sum = basis;
}

// Lines that state a rate look like rows of taxes. Those that together are what lies between a named net and a named
// total are the real ones.
void SumSearch::gather_parts_of_rows() {
  if (rows_.size() < 2 || facts_.row_taxes.size() > kMostRows) return;
  std::vector<Decimal> nets, totals;
  for (const Value& value : values_.all()) {
    if (std::max(value.named(kNet), value.named(kLines)) >= 0.4) nets.push_back(value.size);
    if (std::max(value.named(kGross), value.named(kPayable)) >= 0.4) totals.push_back(value.size);
  }
  for (const Decimal& part : subset_sums(facts_.row_taxes))
    for (const Decimal& net : nets)
      if (!part.is_zero() && std::ranges::find(totals, net + part) != totals.end()) add_once(facts_.row_sums, part);
}

// Nets that follow from the lines: less allowances, more charges, as far as labels name them.
void SumSearch::gather_lines() {
  std::vector<Decimal> less, more;
  for (const Value& value : values_.all()) {
    if (value.named(kAllowance) >= 0.35 && !value.size.is_zero()) less.push_back(value.size);
    if (value.named(kCharge) >= 0.35 && !value.size.is_zero()) more.push_back(value.size);
  }
  facts_.lines_sum = lines_.sum ? std::optional(lines_.sum->abs()) : std::nullopt;
  if (lines_.sum) add_once(facts_.from_lines, lines_.sum->abs() - lines_.allowances + lines_.charges);
  less.resize(std::min(less.size(), kMostAdjustments));
  more.resize(std::min(more.size(), kMostAdjustments));
  auto minus = subset_sums(less), plus = subset_sums(more);
  for (const Decimal& a : minus) {
    for (const Decimal& c : plus) {
      if (facts_.lines_sum) add_once(facts_.from_lines, *facts_.lines_sum - a + c);
      if (a.is_zero() && c.is_zero()) continue;
      for (const Value& value : values_.all())
        if (std::max(value.named(kLines), value.named(kNet)) >= 0.3 && a < value.size)
          add_once(facts_.from_named_lines, value.size - a + c);
    }
  }
}

void SumSearch::gather_payables() {
  for (const Value& value : values_.all()) {
    if (value.named(kPayable) >= 0.4) facts_.payables.push_back(value.size);
    if (value.size.is_zero()) continue;
    if (std::max(value.named(kPrepaid), value.named(kRounding)) >= 0.3) facts_.steps.push_back(-value.size);
    if (std::max(value.named(kOtherSum), value.named(kRounding)) >= 0.3) facts_.steps.push_back(value.size);
  }
}

// Amounts that add up. Two lines and the sum of the lines do so too: they are no net and tax unless labels say so.
void SumSearch::gather_stacks() {
  facts_.stacks = find_stacks(context_);
  auto is_line = [&](const Decimal& size) {
    return std::ranges::any_of(lines_.nets, [&](const Decimal& net) { return net.abs() == size; });
  };
  // Of several "taxes" together none is named: three items and their sum.
  auto named_rows = [&](const Decimal& tax) {
    return std::ranges::find(facts_.row_sums, tax) != facts_.row_sums.end();
  };
  const bool untaxed = facts_.row_sums.empty() && names_no_tax(values_);
  std::erase_if(facts_.stacks, [&](const Stack& stack) {
    // What a correction replaces, an old balance and what is to be paid with it.
    if (weights_.of[stack.gross][kOtherSum] >= 1 || (untaxed && !stack.tax_size.is_zero())) return true;
    if (stack.tax < 0)
      return facts_.lines_sum && stack.gross_size == *facts_.lines_sum && is_line(stack.net_size) &&
             (!facts_.row_sums.empty() || facts_.zero_rate) && !named_rows(stack.tax_size);
    return (facts_.exempt || !round_rate(stack.net_size, stack.tax_size)) && facts_.lines_sum &&
           stack.gross_size == *facts_.lines_sum && weights_.of[stack.tax][kTax] < 0.3 && is_line(stack.net_size) &&
           is_line(stack.tax_size);
  });
  std::vector<bool> is_tax;
  for (const auto& label : weights_.of) is_tax.push_back(label[kTax] >= 0.5 && label[kTax] >= label[kNet]);
  for (const Stack& column : find_columns(context_, is_tax)) facts_.stacks.push_back(column);
}

// Lines that state their own tax stack up as well: the larger the total, the likelier it is the document's.
double SumSearch::stack_weight(const Stack& stack) const {
  if (stack.gross_size == values_.largest()) return 0.5;
  return stack.gross_size + stack.gross_size > values_.largest() ? 0.4 : 0.1;
}

std::vector<Pick> SumSearch::net_picks() const {
  std::vector<Pick> out;
  for (const Value& v : values_.all()) {
    double w = std::max({v.named(kNet), 0.6 * v.named(kLines), 0.45 * v.named(kGross)}) - 0.4 * v.other();
    int at = v.named(kNet) > 0 ? v.at[kNet] : v.named(kLines) > 0 ? v.at[kLines] : v.first;
    if (w > 0) add(out, {at, v.size, w});
  }
  for (const TaxRow& row : rows_)
    if (row.basis >= 0) add(out, {row.basis, size_of(row.basis), 0.3 * row.weight});
  auto follows = [&](const Decimal& net, double weight) {
    if (net.is_zero() || net.is_negative()) return;
    const Value* printed = values_.find(net);
    add(out, {printed ? printed->last : -1, net, printed ? weight : weight * 0.6});
  };
  if (facts_.basis_sum) follows(*facts_.basis_sum, 0.6);
  for (const Decimal& net : facts_.from_lines) follows(net, 0.5);
  for (const Decimal& net : facts_.from_named_lines)
    if (values_.find(net)) follows(net, 0.3);
  for (const Stack& stack : facts_.stacks) add(out, {stack.net, stack.net_size, stack_weight(stack)});
  keep_best(out);
  return out;
}

std::vector<Pick> SumSearch::tax_picks() const {
  std::vector<Pick> out;
  for (const Value& v : values_.all()) {
    double w = v.named(kTax) - 0.4 * v.other();
    if (w > 0) add(out, {v.at[kTax], v.size, w});
  }
  for (const TaxRow& row : rows_) add(out, {row.tax, size_of(row.tax), 0.5 * row.weight});
  for (const Decimal& sum : facts_.row_sums) {
    const Value* printed = values_.find(sum);
    add(out, {printed && printed->named(kTax) > 0 ? printed->at[kTax] : -1, sum, facts_.several_rows ? 0.7 : 0.25});
  }
  for (const Stack& stack : facts_.stacks) add(out, {stack.tax, stack.tax_size, stack_weight(stack)});
  keep_best(out);
  return out;
}

// Named totals, the largest amount, and what is printed where a net and a tax, or a tax and its rate, lead to.
std::vector<Pick> SumSearch::gross_picks(const std::vector<Pick>& net, const std::vector<Pick>& tax) const {
  std::vector<Pick> out;
  for (const Value& v : values_.all()) {
    double w = std::max({v.named(kGross), 0.75 * v.named(kPayable), 0.35 * v.named(kNet), 0.2 * v.named(kLines)});
    if (v.size == values_.largest() && (v.cents || v.currency)) w = std::max(w + 0.15, 0.2);
    w -= 0.4 * v.other();
    int at = v.named(kGross) > 0 ? v.at[kGross] : v.named(kPayable) > 0 ? v.at[kPayable] : v.last;
    if (w > 0) add(out, {at, v.size, w});
  }
  for (const TaxRow& row : rows_)
    if (row.gross >= 0) add(out, {row.gross, size_of(row.gross), 0.2});
  for (const Pick& n : net)
    for (const Pick& t : tax)
      if (const Value* v = t.value->is_zero() ? nullptr : values_.find(*n.value + *t.value))
        add(out, {v->named(kGross) > 0 ? v->at[kGross] : v->last, v->size, 0.35});
  if (values_.all().size() <= kMostValues)
    for (const Pick& t : tax)
      for (const Value& v : values_.all())
        if (!t.value->is_zero() && v.size > *t.value && v.cents && t.weight >= 0.25 &&
            rate_fits(v.size - *t.value, *t.value))
          add(out, {v.last, v.size, 0.25});
  for (const Stack& stack : facts_.stacks) add(out, {stack.gross, stack.gross_size, stack_weight(stack)});
  std::erase_if(out, [](const Pick& pick) { return pick.value->is_zero(); });
  keep_best(out);
  return out;
}

// What lies between the sum of the lines and the net, and is printed as a discount, is no tax.
bool SumSearch::is_allowance(const Decimal& between) const {
  const Value* printed = between.is_zero() || between.is_negative() ? nullptr : values_.find(between);
  return printed && printed->named(kAllowance) >= 0.35 && printed->named(kTax) < 0.35;
}

// "Total 1,234.00, includes GST of 160.96": the tax that a label says to be in the total; zero where none does.
Decimal SumSearch::included_tax() const {
  Decimal found;
  for (std::size_t a = 0; a < list().size(); ++a) {
    const LabelHit* hit = weights_.of[a][kTax] >= 0.6 ? weights_.hit[a][kTax] : nullptr;
    if (list()[a].decimals() != 2 || !said_included(context_, list()[a], hit)) continue;
    if (!found.is_zero()) return {};  // several rates
    found = size(a);
  }
  return found;
}

// Another tax than the one that is said to be included, or a net that is not what is left.
bool SumSearch::is_without(const Pick& net, const Pick& tax, const Pick& gross) const {
  if (tax.value ? *tax.value != included_ : !net.value || *net.value + included_ != *gross.value) return true;
  return net.value && *net.value + included_ != *gross.value;
}

// CGST and SGST, each with its own total in a table, and the total of both named above it.
bool SumSearch::is_part_of_taxes(const Triple& triple) const {
  const std::optional<Decimal> net = triple.net_value(), tax = triple.tax_value();
  if (!net || !tax) return false;
  Decimal taxes;
  bool own = false;
  for (const TaxRow& row : rows_) {
    if (row.basis < 0 || size_of(row.basis) != *net) continue;
    taxes += size_of(row.tax);
    own |= size_of(row.tax) == *tax;
  }
  const Value* whole = own && taxes != *tax ? values_.find(*net + taxes) : nullptr;
  return whole && std::max(whole->named(kGross), whole->named(kPayable)) >= 0.4;
}

// "7 % 147.66 10.34 158.00" over "19 % 46.05 8.75 54.80": the rows together are the total that is named.
bool SumSearch::is_one_rate(const Triple& triple) const {
  const std::optional<Decimal> net = triple.net_value(), tax = triple.tax_value();
  std::set<Decimal> rates;
  Decimal whole;
  bool own = false;
  for (const TaxRow& row : rows_) {
    if (row.basis < 0 || !rates.insert(row.rate.normalized()).second) continue;
    whole += size_of(row.basis) + size_of(row.tax);
    own |= net && tax && size_of(row.basis) == *net && size_of(row.tax) == *tax;
  }
  const Value* named = own && rates.size() > 1 ? values_.find(whole) : nullptr;
  return named && std::max(named->named(kGross), named->named(kPayable)) >= 0.4;
}

void SumSearch::enumerate(const std::vector<Pick>& net, const std::vector<Pick>& tax, const std::vector<Pick>& gross) {
  auto scores = [&](const std::vector<Pick>& picks, auto part) {
    std::vector<double> out;
    for (const Pick& pick : picks) {
      TripleFeatures f{};
      (judge_.*part)(pick, f);
      out.push_back(triple_score(f));
    }
    return out;
  };
  auto of_net = scores(net, &TripleJudge::net), of_tax = scores(tax, &TripleJudge::tax),
       of_gross = scores(gross, &TripleJudge::gross);
  for (std::size_t g = 0; g < gross.size(); ++g) {
    for (std::size_t n = 0; n < net.size(); ++n) {
      for (std::size_t t = 0; t < tax.size(); ++t) {
        if (tax[t].value && *tax[t].value >= *gross[g].value) continue;
        if (net[n].amount >= 0 && net[n].amount == tax[t].amount) continue;
        if (!included_.is_zero() && included_ * Decimal(3L) < *gross[g].value && is_without(net[n], tax[t], gross[g]))
          continue;
        if (!tax[t].value && net[n].value && is_allowance(*gross[g].value - *net[n].value)) continue;
        Triple triple{net[n], tax[t], gross[g], 0, false};
        if (is_part_of_taxes(triple) || is_one_rate(triple)) continue;
        TripleFeatures f{};
        judge_.together(triple, f);
        triple.score = of_gross[g] + of_net[n] + of_tax[t] + triple_score(f);
        all_.push_back(triple);
      }
    }
  }
}

void SumSearch::weigh_odds() {
  double most = -1000, total = 0;
  for (const Triple& triple : all_) most = std::max(most, triple.score);
  std::map<Decimal, double> gross, net, tax;
  for (const Triple& triple : all_) {
    double odds = std::exp(triple.score - most);
    total += odds;
    gross[*triple.gross.value] += odds;
    if (auto value = triple.net_value()) net[*value] += odds;
    if (auto value = triple.tax_value()) tax[*value] += odds;
  }
  for (auto* odds : {&gross, &net, &tax})
    for (auto& [value, weight] : *odds) weight /= total;
  gross_odds_ = sorted(gross);
  net_odds_ = sorted(net);
  tax_odds_ = sorted(tax);
}

Triple SumSearch::decode() {
  auto net = net_picks(), tax = tax_picks(), gross = gross_picks(net, tax);
  net.emplace_back();
  tax.emplace_back();
  enumerate(net, tax, gross);
  if (all_.empty()) return {};
  weigh_odds();
  Triple best = *std::ranges::max_element(all_, {}, &Triple::score);
  best.closes = best.net.value && best.tax.value && !best.tax.value->is_zero() &&
                *best.net.value + *best.tax.value == *best.gross.value;
  return best;
}

std::vector<Triple> SumSearch::best(std::size_t most) const {
  std::vector<Triple> out = all_;
  std::ranges::stable_sort(out, [](const Triple& a, const Triple& b) { return a.score > b.score; });
  if (out.size() > most) out.resize(most);
  return out;
}

}  // namespace ap::extract::reading
