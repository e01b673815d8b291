#include "extract/totals_values.h"

#include <algorithm>

namespace ap::extract::reading {

double Value::other() const {
  return std::max({label[kOtherSum], label[kCash], label[kChange], label[kPrepaid], label[kAllowance], label[kCharge],
                   label[kRounding]});
}

Values::Values(const Context& context, const SumWeights& weights) {
  const auto& list = context.amounts.list;
  for (std::size_t a = 0; a < list.size(); ++a) {
    const Amount& amount = list[a];
    if (amount.percent) continue;
    auto [entry, fresh] = by_size_.insert({amount.value.abs(), static_cast<int>(all_.size())});
    int index = static_cast<int>(a);
    if (fresh) {
      all_.push_back({.size = amount.value.abs(), .first = index});
      all_.back().at.fill(index);
    }
    Value& value = all_[entry->second];
    for (int sum = 0; sum < kSums; ++sum) {
      if (weights.of[a][sum] <= value.label[sum]) continue;
      value.label[sum] = weights.of[a][sum];
      value.at[sum] = index;
    }
    value.last = index;
    ++value.times;
    value.currency |= amount.currency;
    value.bold |= context.sheet.tokens[amount.first].bold;
    value.cents |= amount.decimals() == 2;
    any_currency_ |= amount.currency;
  }
  for (const Value& value : all_)
    if ((value.cents || value.currency) && std::max(value.label[kOtherSum], value.label[kCash]) <= 0.5)
      largest_ = std::max(largest_, value.size);
}

const Value* Values::find(const Decimal& size) const {
  auto found = by_size_.find(size);
  return found == by_size_.end() ? nullptr : &all_[found->second];
}

bool names_no_tax(const Values& values) {
  constexpr double kNamed = 0.5, kHinted = 0.2;
  bool nothing = false;
  for (const Value& value : values.all()) {
    if (!value.size.is_zero() && value.named(kTax) >= kHinted) return false;
    nothing |= value.size.is_zero() && value.named(kTax) >= kNamed;
  }
  return nothing;
}

}  // namespace ap::extract::reading
