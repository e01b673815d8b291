#include "extract/totals_stack.h"

#include <algorithm>

namespace ap::extract::reading {
namespace {

constexpr std::size_t kWindow = 9;  // amounts looked back (or ahead) from a total
constexpr int kMostRowsApart = 14;
constexpr std::size_t kMostStacks = 60;
constexpr std::size_t kMostMoney = 3000;
constexpr std::size_t kMostSteps = 3;

// Amounts that can be sums of money, in the order of the sheet.
std::vector<int> money(const Context& context) {
  std::vector<int> out;
  const auto& list = context.amounts.list;
  for (std::size_t a = 0; a < list.size() && out.size() < kMostMoney; ++a)
    if (!list[a].percent && (list[a].decimals() == 2 || list[a].currency) && !list[a].value.is_zero())
      out.push_back(static_cast<int>(a));
  return out;
}

class StackFinder {
 public:
  explicit StackFinder(const Context& context) : list_(context.amounts.list), money_(money(context)) {}

  std::vector<Stack> find() {
    for (std::size_t g = 2; g < money_.size() && out_.size() < kMostStacks; ++g) {
      std::size_t from = g > kWindow ? g - kWindow : 0;
      while (from < g && !near(money_[from], money_[g])) ++from;
      for (std::size_t n = from; n + 1 < g; ++n) taxes(n, n + 1, g, Decimal(), 0);
    }
    return std::move(out_);
  }

 private:
  Decimal size(int a) const { return list_[a].value.abs(); }
  bool near(int a, int b) const {
    return list_[a].page == list_[b].page && list_[b].row - list_[a].row <= kMostRowsApart;
  }

  bool with_rate(int a) const {
    return std::ranges::any_of(list_, [&](const Amount& other) { return other.percent && other.row == list_[a].row; });
  }

  // Adds taxes from `at` on to what there is until the total is reached.
  void taxes(std::size_t n, std::size_t at, std::size_t g, const Decimal& sum, int count) {
    int net = money_[n], gross = money_[g];
    for (std::size_t t = at; t < g && out_.size() < kMostStacks; ++t) {
      Decimal tax = size(money_[t]);
      if (tax * Decimal(100L) > size(net) * Decimal(35L)) continue;
      if (count > 0 && !(with_rate(money_[t]) && with_rate(money_[at - 1])) && list_[money_[t]].row != list_[net].row)
        continue;
      Decimal together = sum + tax;
      int index = count == 0 ? money_[t] : -1;
      if (size(net) + together == size(gross))
        out_.push_back({net, index, gross, size(net), together, size(gross)});
      else if (count < 2 && size(net) + together < size(gross))
        taxes(n, t + 1, g, together, count + 1);
    }
  }

  const std::vector<Amount>& list_;
  std::vector<int> money_;
  std::vector<Stack> out_;
};

// A column of amounts with its sum below: "charges 2,793.00, VAT 558.60, fees 45.00, total 3,396.60".
class ColumnFinder {
 public:
  ColumnFinder(const Context& context, const std::vector<bool>& is_tax)
      : list_(context.amounts.list), is_tax_(is_tax), money_(money(context)) {}

  std::vector<Stack> find() {
    for (std::size_t g = 3; g < money_.size() && out_.size() < kMostStacks; ++g) add_up(g);
    return std::move(out_);
  }

 private:
  bool above(const Amount& amount, const Amount& below) const {
    return amount.page == below.page && amount.row < below.row && below.row - amount.row <= kMostRowsBetween &&
           std::abs(amount.box.x1 - below.box.x1) <= below.box.height();
  }

  // Backwards from the sum until it is reached. Two amounts are a net and a tax and no column.
  void add_up(std::size_t g) {
    const Amount& sum = list_[money_[g]];
    const Amount* lower = &sum;
    Decimal all, taxes;
    int amounts = 0, tax = -1, tax_count = 0;
    for (std::size_t a = g; a-- > 0 && amounts < kMostInColumn;) {
      const Amount& amount = list_[money_[a]];
      if (amount.row == lower->row || std::abs(amount.box.x1 - lower->box.x1) > lower->box.height()) continue;
      if (!above(amount, *lower)) return;
      lower = &amount;
      ++amounts;
      all += amount.value;
      if (is_tax_[money_[a]]) taxes += amount.value, tax = money_[a], ++tax_count;
      if (all != sum.value) continue;
      if (tax_count > 0 && amounts - tax_count > 1)
        out_.push_back({-1, tax_count == 1 ? tax : -1, money_[g], (all - taxes).abs(), taxes.abs(), all.abs()});
      return;
    }
  }

  static constexpr int kMostInColumn = 60, kMostRowsBetween = 6;
  const std::vector<Amount>& list_;
  const std::vector<bool>& is_tax_;
  std::vector<int> money_;
  std::vector<Stack> out_;
};

class ChainFinder {
 public:
  ChainFinder(const Context& context, const Decimal& total, const std::optional<Decimal>& target)
      : list_(context.amounts.list), money_(money(context)), total_(total), target_(target) {
    if (std::ranges::none_of(money_, [&](int a) { return list_[a].value.abs() == total; })) take_whole();
    for (std::size_t start = 0; start < money_.size(); ++start) {
      if (list_[money_[start]].value.abs() != total) continue;
      negative_ = list_[money_[start]].value.is_negative();
      std::vector<std::pair<int, Decimal>> steps;
      best_ = {};
      follow(start, start + 1, total, steps);
      if (!best_.steps.empty()) found_.push_back(best_);
    }
    std::ranges::stable_sort(found_, std::ranges::greater(), [](const Chain& chain) { return chain.steps.size(); });
  }

  const std::vector<Chain>& found() const { return found_; }

 private:
  // Where the total is printed without decimals or sign, as in yen, so is what stands in line with it.
  void take_whole() {
    const auto total =
        std::ranges::find_if(list_, [&](const Amount& a) { return !a.percent && a.value.abs() == total_; });
    if (total == list_.end()) return;
    money_.clear();
    for (std::size_t a = 0; a < list_.size() && money_.size() < kMostMoney; ++a)
      if (!list_[a].percent && !list_[a].value.is_zero() && list_[a].page == total->page &&
          std::abs(list_[a].box.x1 - total->box.x1) <= total->box.height())
        money_.push_back(static_cast<int>(a));
  }

  void follow(std::size_t start, std::size_t at, const Decimal& now, std::vector<std::pair<int, Decimal>>& steps) {
    if (!steps.empty() && steps.size() >= best_.steps.size()) end(start, at, now, steps);
    if (steps.size() == kMostSteps) return;
    for (std::size_t a = at; a < money_.size() && a <= start + kWindow; ++a) {
      const Amount& amount = list_[money_[a]];
      if (amount.page != list_[money_[start]].page || amount.row - list_[money_[start]].row > kMostRowsApart) break;
      Decimal change = negative_ ? -amount.value : amount.value;
      if (change.abs() == list_[money_[start]].value.abs()) continue;
      // "Deposit 50.00" below the total is taken off though it has no sign.
      for (const Decimal& step : {change, -change}) {
        steps.emplace_back(money_[a], step);
        follow(start, a + 1, now + step, steps);
        steps.pop_back();
      }
    }
  }

  // The result is the next amount of money, or the one after it.
  void end(std::size_t start, std::size_t at, const Decimal& now, const std::vector<std::pair<int, Decimal>>& steps) {
    for (std::size_t e = at; e < money_.size() && e < at + 2; ++e) {
      const Amount& amount = list_[money_[e]];
      if (amount.page != list_[money_[start]].page || amount.row - list_[money_[start]].row > kMostRowsApart) return;
      if (amount.value.abs() == now && now > Decimal(0L) && (target_ ? now == *target_ : now != total_) &&
          (best_.steps.empty() || steps.size() > best_.steps.size())) {
        best_ = {money_[e], steps};
        return;
      }
    }
  }

  const std::vector<Amount>& list_;
  std::vector<int> money_;
  const Decimal& total_;
  const std::optional<Decimal>& target_;
  bool negative_ = false;
  Chain best_;  // from the start that is followed
  std::vector<Chain> found_;
};

}  // namespace

std::vector<Stack> find_stacks(const Context& context) { return StackFinder(context).find(); }

std::vector<Stack> find_columns(const Context& context, const std::vector<bool>& is_tax) {
  return ColumnFinder(context, is_tax).find();
}

std::vector<Chain> find_chains(const Context& context, const Decimal& total, const std::optional<Decimal>& target) {
  return ChainFinder(context, total, target).found();
}

}  // namespace ap::extract::reading
