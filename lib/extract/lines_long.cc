#include "extract/lines_long.h"

#include <algorithm>
#include <charconv>

#include "extract/lines_grade.h"
#include "extract/lines_rest.h"

namespace ap::extract {

using namespace lines;

namespace {

// "lines[12].net": the line and the field.
std::optional<std::pair<std::size_t, std::string_view>> line_of(std::string_view path) {
  constexpr std::string_view kBegin = "lines[";
  if (!path.starts_with(kBegin)) return std::nullopt;
  std::size_t line = 0;
  const auto [end, error] = std::from_chars(path.data() + kBegin.size(), path.data() + path.size(), line);
  if (error != std::errc{}) return std::nullopt;
  return std::pair(line, path.substr(static_cast<std::size_t>(end - path.data()) + 2));
}

std::optional<Candidate> best_of(std::vector<Candidate> all) {
  auto best = std::ranges::max_element(all, {}, &Candidate::score);
  if (best == all.end() || best->score <= 0) return std::nullopt;
  return std::move(*best);
}

}  // namespace

// Under the heading that is known, or the best there is. Rows behind a sub-total at the foot of an earlier page need no
// proof: a heading or rows of the same form follow.
std::optional<Candidate> LongTable::next(const Document& doc, const LineHints& hints) {
  if (begun_ && heading_) return read_table(doc, body_going_on(doc, *heading_, ended_), hints);
  return best_of(candidates(doc, hints));
}

void LongTable::take(const std::vector<layout::Page>& pages, bool last) {
  if (complete_) return;
  const Document doc = read_document(pages);
  if (hints_.style == NumberStyle::any) hints_.style = style_of(doc);
  LineHints hints = hints_;
  if (begun_) {
    // What is still wanted can be told on the last pages alone.
    hints.before = sum_;
    const auto left = [&](const std::optional<Decimal>& total) {
      return total && last ? std::optional(*total - sum_) : std::nullopt;
    };
    hints.net = left(hints_.net), hints.gross = left(hints_.gross);
  }
  std::optional<Candidate> found = next(doc, hints);
  if (!found) return;
  if (last) take_rest(doc, hints_, sum_ + adjusted_, found->reading);
  add(*found);
}

void LongTable::add(const Candidate& found) {
  if (!begun_) {
    heading_ = found.heading;
    headed_ = found.reading.assignment.headed;
    table_.style = found.reading.assignment.style;
    begun_ = true;
  }
  ended_ = found.ended;
  for (const Item& item : found.reading.items) {
    put(table_, item);
    closes_.push_back(item.closes);
    sum_ += item.line.net.value_or(Decimal());
  }
  for (const Item& item : found.reading.adjustments) {
    put_adjustment(table_, item);
    adjusted_ += item.line.net.value_or(Decimal());
  }
  for (const Amount& total : found.totals)
    for (const AmountReading& reading : total.readings) totals_.push_back(reading.value.abs());
  std::ranges::copy(found.reading.sums, std::back_inserter(totals_));
  std::ranges::copy(found.reading.regions, std::back_inserter(table_.regions));
  complete_ = (hints_.net && *hints_.net == sum_) || (hints_.gross && *hints_.gross == sum_);
}

bool LongTable::is_total(const Decimal& sum) const {
  if (sum.is_zero()) return false;
  return (hints_.net && *hints_.net == sum) || (hints_.gross && *hints_.gross == sum) ||
         std::ranges::find(totals_, sum.abs()) != totals_.end();
}

LineTable LongTable::finish() {
  if (table_.lines.empty()) return {};
  table_.sum = sum_;
  table_.sum_closes = is_total(sum_) || is_total(sum_ + adjusted_);
  table_.gross_prices = hints_.gross && sum_ == *hints_.gross && hints_.net != hints_.gross;
  const Grade grade{table_.sum_closes, headed_};
  for (auto& [path, evidence] : table_.evidence)
    if (auto at = line_of(path)) grade(at->second, table_.lines[at->first], closes_[at->first], evidence);
  return std::move(table_);
}

}  // namespace ap::extract
