#include "extract/choice.h"

#include <algorithm>
#include <cmath>

namespace ap::extract::reading {

void Choice::add(Option option) {
  for (Option& known : options_) {
    if (known.value != option.value) continue;
    double both = std::max(known.score, option.score) + 0.1;
    double strength = std::max(known.strength, option.strength);
    int seen = known.seen + 1;
    if (option.score > known.score) known = std::move(option);
    known.score = both;
    known.strength = strength;
    known.seen = seen;
    return;
  }
  options_.push_back(std::move(option));
}

bool Choice::has(std::string_view value) const {
  return std::ranges::any_of(options_, [&](const Option& option) { return option.value == value; });
}

const Option& Choice::best() const {
  return *std::max_element(options_.begin(), options_.end(),
                           [](const Option& a, const Option& b) { return a.score < b.score; });
}

double Choice::margin() const {
  const Option& first = best();
  double next = 0;
  for (const Option& option : options_)
    if (&option != &first) next = std::max(next, option.score);
  return first.score - next;
}

bool Choice::put(Draft& draft, std::string_view path, double least, double most) const {
  if (empty() || best().score < least) return false;
  const Option& first = best();
  std::vector<Option> others = options_;
  std::erase_if(others, [&](const Option& o) { return o.value == first.value || o.score < 0.1; });
  std::stable_sort(others.begin(), others.end(), [](const Option& a, const Option& b) { return a.score > b.score; });
  if (others.size() > 3) others.resize(3);
  double sure = std::min(probability(first.score, margin()), most);
  std::vector<Alternative> alternatives;
  for (const Option& o : others)
    alternatives.push_back(
        {o.value,
         to_confidence((1 - sure) * o.score / std::max(first.score, 0.01) / static_cast<double>(others.size())),
         why_lost(draft.words(o.label_first, o.label_last), o.score, first.score)});
  draft.put(path, first.value, first.first, first.last, first.how, sure, std::move(alternatives));
  draft.sign(path, {first.score, margin(), first.strength, 0, first.seen});
  draft.explain(path, draft.words(first.label_first, first.label_last), "weight " + two_places(first.score),
                first.proof);
  return true;
}

std::string two_places(double value) {
  auto hundredths = std::lround((value > -99.0 ? std::min(value, 99.0) : -99.0) * 100);
  std::string digits = std::to_string(std::abs(hundredths) % 100);
  return (hundredths < 0 ? "-" : "") + std::to_string(std::abs(hundredths) / 100) + (digits.size() < 2 ? ".0" : ".") +
         digits;
}

std::string why_lost(const std::string& label, double score, double best) {
  std::string by = label.empty() ? "" : "label '" + label + "', ";
  return by + "weight " + two_places(score) + " against " + two_places(best);
}

double probability(double score, double margin) {
  return 1.0 / (1.0 + std::exp(-(-1.2 + 3.2 * std::min(score, 1.4) + 2.4 * std::min(margin, 0.8))));
}

}  // namespace ap::extract::reading
