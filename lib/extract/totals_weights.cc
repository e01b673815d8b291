#include <algorithm>

#include "extract/corrected_rows.h"
#include "extract/text.h"
#include "extract/totals.h"
#include "extract/totals_included.h"

namespace ap::extract::reading {
namespace {

int sum_of(Role role) {
  switch (role) {
    case Role::net:
      return kNet;
    case Role::tax:
      return kTax;
    case Role::gross:
      return kGross;
    case Role::payable:
      return kPayable;
    case Role::prepaid:
      return kPrepaid;
    case Role::rounding:
      return kRounding;
    case Role::lines_total:
      return kLines;
    case Role::allowance:
      return kAllowance;
    case Role::charge:
      return kCharge;
    case Role::other_amount:
      return kOtherSum;
    case Role::cash:
      return kCash;
    case Role::change:
      return kChange;
    case Role::withheld:
      return kWithheld;
    default:
      return -1;
  }
}

bool column_word(Role role) {
  return role == Role::column_item || role == Role::column_quantity || role == Role::column_price ||
         role == Role::column_amount;
}

class Weigher {
 public:
  explicit Weigher(const Context& context) : context_(context) {
    out_.of.resize(context.amounts.list.size());
    out_.hit.resize(context.amounts.list.size());
    rows_.resize(context.sheet.rows.size());
    for (std::size_t a = 0; a < context.amounts.list.size(); ++a)
      if (!context.amounts.list[a].percent) rows_[context.amounts.list[a].row].push_back(static_cast<int>(a));
  }

  SumWeights weigh() {
    for (const LabelHit& hit : context_.labels.hits) {
      if (sum_of(hit.role) < 0) continue;
      if (!beside(hit) && !behind(hit)) under(hit);
    }
    return std::move(out_);
  }

 private:
  const Amount& amount(int a) const { return context_.amounts.list[a]; }

  void credit(int a, const LabelHit& hit, double weight) {
    auto sum = static_cast<std::size_t>(sum_of(hit.role));
    double& w = out_.of[a][sum];
    if (weight > w) w = weight, out_.hit[a][sum] = &hit;
  }

  // Another amount label between this one and the amount takes it away.
  bool taken_away(const LabelHit& hit, int before_token) const {
    for (int c = hit.cell; c <= context_.sheet.tokens[before_token].cell; ++c)
      for (int h : context_.labels.by_cell[c]) {
        const LabelHit& other = context_.labels.hits[h];
        if (other.first > before_token) return false;
        if (other.first >= hit.last && other.last <= before_token && sum_of(other.role) >= 0 &&
            (c != hit.cell || other.colon || c == context_.sheet.tokens[before_token].cell))
          return true;
      }
    return false;
  }

  double strength(const LabelHit& hit) const {
    double s = label_strength(hit);
    if (hit.words >= 3) s += 0.1;
    // The label of a sum stands alone; amounts inside prose ("Netto 30 Tage") do not follow a label.
    if (hit.before > 2) s *= 0.5;
    // "Total Pages", "Total Qty": something else is totalled.
    return s;
  }

  // "./. 1. Abschlag (netto 10.000,00 / MwSt. 1.900,00)   11.900,00": what the amount of the row is made of.
  bool bracketed(const LabelHit& hit, const Amount& a) const {
    if (a.cell != hit.cell) return false;
    int open = 0;
    for (int t = hit.last; t <= a.first; ++t) {
      const std::string& text = context_.sheet.tokens[t].text;
      open += static_cast<int>(std::ranges::count(text, '('));
      if (t < a.first) open -= static_cast<int>(std::ranges::count(text, ')'));
    }
    return open > 0;
  }

  bool beside(const LabelHit& hit) {
    int row = context_.sheet.cells[hit.cell].row;
    std::vector<int> right;
    for (int a : rows_[row]) {
      if (amount(a).first < hit.last || (rows_[row].back() != a && bracketed(hit, amount(a)))) continue;
      if (taken_away(hit, amount(a).first) || right.size() > 20) break;
      right.push_back(a);
    }
    // "TVQ 9,975 % (1088 337 214": figures that go on in the row of the label are no amount where one stands beside it.
    bool figures = std::ranges::all_of(
        right, [&](int a) { return amount(a).decimals() == 0 && !amount(a).currency && amount(a).cell == hit.cell; });
    if (auto half = figures ? slanted(hit) : std::vector<int>(); !half.empty()) right = half;
    if (right.empty()) return false;
    double s = strength(hit);
    for (std::size_t i = 0; i < right.size(); ++i) {
      const Amount& a = amount(right[i]);
      double w = s;
      if (i + 1 < right.size()) w *= 0.6;
      if (a.decimals() == 0 && !a.currency) w *= i + 1 < right.size() ? 0.3 : 0.7;
      // Inside a running sentence the words between label and amount count against it.
      int between = a.first - hit.last;
      if (a.cell == hit.cell) w -= 0.05 * std::max(0, between - 2);
      credit(right[i], hit, std::max(w, 0.02));
    }
    return true;
  }

  // Where the words stand to the right of the amounts: the cell before the label is nothing but an amount.
  bool behind(const LabelHit& hit) {
    const Sheet& sheet = context_.sheet;
    int row = sheet.cells[hit.cell].row, before = hit.cell - 1;
    if (hit.before > 0 || before < sheet.rows[row].first) return false;
    for (int a : rows_[row]) {
      if (amount(a).cell != before || amount(a).first != sheet.cells[before].first ||
          amount(a).last != sheet.cells[before].last || (amount(a).decimals() != 2 && !amount(a).currency))
        continue;
      credit(a, hit, 0.7 * strength(hit));
      return true;
    }
    return false;
  }

  // On a slanting scan the amount may have fallen into the next row; in a table whose cells are centred, one that is
  // wrapped stands half a row higher than its label.
  std::vector<int> slanted(const LabelHit& hit) const {
    std::vector<int> out;
    const Sheet& sheet = context_.sheet;
    const Cell& cell = sheet.cells[hit.cell];
    const int reach = sheet.tokens[hit.first].confidence == kCertain ? 7 : 9;  // tenths of the height
    for (int r : {cell.row - 1, cell.row + 1}) {
      if (r < 0 || r >= static_cast<int>(rows_.size()) || sheet.rows[r].page != sheet.rows[cell.row].page) continue;
      bool labelled = false;
      for (int c = sheet.rows[r].first; c < sheet.rows[r].last; ++c)
        for (int h : context_.labels.by_cell[c]) labelled |= sum_of(context_.labels.hits[h].role) >= 0;
      for (int a : rows_[r])
        if (!labelled && amount(a).box.x0 > cell.box.x1 &&
            std::abs(amount(a).box.center_y() - cell.box.center_y()) < cell.box.height() * reach / 10)
          out.push_back(a);
      if (!out.empty()) break;
    }
    return out;
  }

  bool item_heading(int row) const {
    int columns = 0;
    for (int c = context_.sheet.rows[row].first; c < context_.sheet.rows[row].last; ++c)
      for (int h : context_.labels.by_cell[c])
        if (column_word(context_.labels.hits[h].role) && context_.labels.hits[h].before == 0) {
          ++columns;
          break;
        }
    return columns >= 3;
  }

  void under(const LabelHit& hit) {
    const Sheet& sheet = context_.sheet;
    const Cell& cell = sheet.cells[hit.cell];
    double s = strength(hit) * (item_heading(cell.row) ? 0.25 : 0.8);
    std::int32_t height = cell.box.height(), bottom = cell.box.y1;
    int found = 0;
    for (int r = cell.row + 1; r < static_cast<int>(sheet.rows.size()) && found < 6; ++r) {
      const Row& row = sheet.rows[r];
      if (row.page != sheet.rows[cell.row].page || row.box.y0 - bottom > height * 3) break;
      for (int a : rows_[r]) {
        const Box& box = amount(a).box;
        std::int32_t overlap = std::min(box.x1, cell.box.x1) - std::max(box.x0, cell.box.x0);
        bool aligned = std::abs(box.x1 - cell.box.x1) < height || std::abs(box.x0 - cell.box.x0) < height;
        if (overlap < std::min(box.width(), cell.box.width()) / 4 && !aligned) continue;
        bool plain_integer = amount(a).decimals() == 0 && !amount(a).currency;
        credit(a, hit, s * (plain_integer ? 0.4 : 1.0) * (1.0 - 0.08 * found));
        bottom = std::max(bottom, box.y1);
        ++found;
        break;
      }
    }
  }

  const Context& context_;
  SumWeights out_;
  std::vector<std::vector<int>> rows_;
};

// True for rate x basis = tax as printed, to a hundredth; in `whole` units of a currency without cents, to one of them.
bool taxes(const Decimal& rate, const Decimal& basis, const Decimal& tax, bool whole = false) {
  Decimal exact = basis.abs() * rate;
  return (exact - tax.abs() * Decimal(100L)).abs() <= Decimal(whole ? 99L : 1L) && !basis.is_zero() &&
         (basis.is_negative() == tax.is_negative() || tax.is_zero());
}

bool plausible_rate(const Amount& a) { return a.value >= Decimal(0L) && a.value <= Decimal(50L) && a.decimals() <= 4; }

// "State tax 2.9 % 75.28, City of Denver 4.81 % 124.87, RTD 1 % 25.96": taxes whose names say nothing stand right below
// or above one that is named, and are their rates of the same basis.
class NamelessTaxes {
 public:
  NamelessTaxes(const Context& context, const SumWeights& weights, std::vector<TaxRow>& rows)
      : list_(context.amounts.list), weights_(weights), rows_(rows) {}

  void add() {
    for (std::size_t i = 0, named = rows_.size(); i < named; ++i) {
      if (rows_[i].basis >= 0 || weights_.of[rows_[i].tax][kTax] < 0.4) continue;
      for (std::size_t b = 0; b < list_.size() && rows_[i].basis < 0; ++b) take(i, static_cast<int>(b));
    }
  }

 private:
  const Amount& at(int a) const { return list_[a]; }

  void take(std::size_t row, int basis) {
    const TaxRow named = rows_[row];
    if (at(basis).percent || at(basis).decimals() != 2 || at(basis).row >= at(named.tax).row || named.rate.is_zero() ||
        weights_.of[basis][kNet] < 0.3 || !taxes(named.rate, at(basis).value, at(named.tax).value))
      return;
    const std::size_t known = rows_.size();
    for (int way : {1, -1})
      for (int line = at(named.tax).row + way; tax_in(line, basis); line += way) {
      }
    if (rows_.size() > known) rows_[row].basis = basis;
  }

  bool tax_in(int line, int basis) {
    int rate = -1, tax = -1;
    for (std::size_t a = 0; a < list_.size(); ++a) {
      if (list_[a].row != line) continue;
      int& found = list_[a].percent ? rate : tax;
      if (found >= 0) return false;
      found = static_cast<int>(a);
    }
    if (rate < 0 || tax < 0 || at(tax).decimals() != 2 || at(tax).value <= Decimal(0L)) return false;
    const auto& label = weights_.of[tax];
    if (std::max({label[kAllowance], label[kCharge], label[kPrepaid], label[kGross], label[kPayable], label[kNet],
                  label[kWithheld], label[kOtherSum]}) > 0.2 ||
        !taxes(at(rate).value, at(basis).value, at(tax).value))
      return false;
    auto known = std::ranges::find(rows_, tax, &TaxRow::tax);
    if (known != rows_.end()) return true;
    rows_.push_back({at(rate).value, rate, basis, tax, -1, 0.6});
    return true;
  }

  const std::vector<Amount>& list_;
  const SumWeights& weights_;
  std::vector<TaxRow>& rows_;
};

}  // namespace

SumWeights weigh_sums(const Context& context) {
  SumWeights out = Weigher(context).weigh();
  constexpr double kSaid = 0.9;
  for (std::size_t a = 0; a < out.of.size(); ++a)
    if (const LabelHit* tax = tax_in_brackets(context, context.amounts.list[a])) {  // behind the total in its cell
      out.of[a] = {}, out.hit[a] = {};
      out.of[a][kTax] = kSaid, out.hit[a][kTax] = tax;
    }
  const std::vector<bool> stated = stated_rows(context.sheet);
  for (std::size_t a = 0; a < out.of.size(); ++a) {
    if (!stated[context.amounts.list[a].row]) continue;
    out.of[a] = {}, out.hit[a] = {};
    out.of[a][kOtherSum] = 1;
  }
  return out;
}

std::vector<TaxRow> find_tax_rows(const Context& context, const SumWeights& weights) {
  const auto& list = context.amounts.list;
  std::vector<TaxRow> out;
  for (std::size_t begin = 0; begin < list.size();) {
    std::size_t end = begin;
    while (end < list.size() && list[end].row == list[begin].row) ++end;
    TaxRow best;
    if (end - begin > 30 || weights.of[begin][kOtherSum] >= 1) begin = end;  // no row of an invoice, or an old state
    for (std::size_t r = begin; r < end; ++r) {
      if (!plausible_rate(list[r])) continue;
      for (std::size_t b = begin; b < end; ++b) {
        for (std::size_t t = begin; t < end; ++t) {
          if (b == r || t == r || b == t || list[b].percent || list[t].percent || list[t].decimals() > 3) continue;
          if (list[b].decimals() != list[t].decimals()) continue;
          const bool yen = list[r].percent && list[t].decimals() == 0 && weights.of[t][kTax] > 0 &&
                           list[t].value.abs() > Decimal(99L);
          if (!taxes(list[r].value, list[b].value, list[t].value, yen)) continue;
          // A plain number is a rate only in a column of taxes; quantities and prices often multiply by chance.
          if (!list[r].percent && (weights.of[t][kTax] <= 0 || list[t].decimals() != 2 || list[b].decimals() < 2 ||
                                   list[r].value > Decimal(30L)))
            continue;
          double weight = (list[r].percent ? 0.6 : 0.1) + weights.of[t][kTax] + 0.5 * weights.of[b][kNet] +
                          (list[t].decimals() == 2 ? 0.2 : 0.0);
          if (list[t].value.is_zero()) weight -= 0.4;
          if (list[t].value == list[b].value) weight -= 0.3;
          if (weight <= best.weight) continue;
          best = {list[r].value, static_cast<int>(r), static_cast<int>(b), static_cast<int>(t), -1, weight};
        }
      }
    }
    if (best.tax >= 0) {
      for (std::size_t g = begin; g < end; ++g)
        if (!list[g].percent && list[g].value == list[best.basis].value + list[best.tax].value &&
            static_cast<int>(g) != best.basis && static_cast<int>(g) != best.tax)
          best.gross = static_cast<int>(g);
    } else {  // a label and a rate: "VAT 20 %   24.00"
      for (std::size_t r = begin; r < end; ++r) {
        if (!list[r].percent || !plausible_rate(list[r])) continue;
        for (std::size_t t = r + 1; t < end; ++t)
          if (!list[t].percent && weights.of[t][kTax] > 0.25 && weights.of[t][kTax] > best.weight)
            best = {list[r].value, static_cast<int>(r), -1, static_cast<int>(t), -1, weights.of[t][kTax]};
        for (std::size_t t = begin - std::min<std::size_t>(begin, 2); t < std::min(end + 2, list.size()); ++t) {
          const LabelHit* hit = list[t].percent ? nullptr : weights.hit[t][kTax];  // it stands half a row higher
          if (hit && list[t].row != list[r].row && context.sheet.cells[hit->cell].row == list[r].row &&
              std::abs(list[t].row - list[r].row) == 1 && weights.of[t][kTax] > std::max(0.25, best.weight))
            best = {list[r].value, static_cast<int>(r), -1, static_cast<int>(t), -1, weights.of[t][kTax]};
        }
      }
    }
    if (best.tax >= 0 && best.weight > 0.3) out.push_back(best);
    begin = end;
  }
  // "z toho DPH 12 %  396,43" and "Základ 12 %  3 303,57": the basis of a rate has a row of its own.
  auto has_rate = [&](const Amount& amount, const Decimal& rate) {
    return std::ranges::any_of(
        list, [&](const Amount& other) { return other.percent && other.row == amount.row && other.value == rate; });
  };
  auto taken = [&](std::size_t b) {
    return std::ranges::any_of(out, [&](const TaxRow& row) { return row.basis == static_cast<int>(b); });
  };
  for (TaxRow& row : out)
    for (std::size_t b = 0; b < list.size() && row.basis < 0; ++b)
      if (!list[b].percent && !taken(b) && weights.of[b][kNet] >= 0.3 && list[b].row != list[row.tax].row &&
          list[b].page == list[row.tax].page && !list[row.tax].value.is_zero() &&
          taxes(row.rate, list[b].value, list[row.tax].value) && has_rate(list[b], row.rate))
        row.basis = static_cast<int>(b);
  NamelessTaxes(context, weights, out).add();
  double most = 0;
  for (const TaxRow& row : out) most = std::max(most, row.weight);
  if (most >= 1.2) std::erase_if(out, [](const TaxRow& row) { return row.weight < 0.55; });
  return out;
}

}  // namespace ap::extract::reading
