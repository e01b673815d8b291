#include "report/figures.h"

#include <algorithm>

namespace ap::report {
namespace {

bool is_ready(const DocumentFacts& d) {
  return d.state == State::exported || (d.state == State::validated && d.route == Route::approve);
}

// A document that people must look at, or had to.
bool is_exception(const DocumentFacts& d) {
  return d.state == State::failed || d.route == Route::review || d.route == Route::reject || d.touched;
}

void add_worth(Worth& worth, const DocumentFacts& d, std::int64_t times = 1) {
  worth.documents += times;
  if (!d.total) {
    worth.without_total += times;
    return;
  }
  Decimal& sum = worth.totals[d.currency];
  sum += *d.total * Decimal(times);
}

// Nearest rank: the smallest value that at least `percent` of the sorted values do not exceed.
std::int64_t percentile(const std::vector<std::int64_t>& sorted, std::size_t percent) {
  std::size_t rank = (sorted.size() * percent + 99) / 100;
  return sorted[std::max<std::size_t>(rank, 1) - 1];
}

}  // namespace

std::optional<Decimal> Share::ratio() const {
  if (n == 0) return std::nullopt;
  return Decimal::divide(Decimal(count), Decimal(n), 3);
}

void KpiCollector::add(const DocumentFacts& d) {
  if (d.carrier) {
    ++kpis_.carriers;
    return;
  }
  ++kpis_.documents;
  ++kpis_.by_state[{d.state, d.route}];
  if (d.exact_repeats > 0) add_worth(kpis_.exact_repeats, d, d.exact_repeats);
  if (!d.route && d.state != State::failed) return;
  for (Share* share : {&kpis_.touchless, &kpis_.first_pass, &kpis_.exceptions}) ++share->n;
  bool ready = is_ready(d), touchless = ready && !d.touched;
  kpis_.touchless.count += touchless;
  kpis_.first_pass.count += touchless && d.validations <= 1;
  kpis_.exceptions.count += is_exception(d);
  for (const std::string& code : d.holding) ++kpis_.exception_codes[code];
  if (d.duplicate && !ready) add_worth(kpis_.duplicates, d);
  if (ready) add_worth(kpis_.ready, d);
  if (d.state == State::exported) add_worth(kpis_.exported, d);
  if (d.route == Route::review) add_worth(kpis_.in_review, d);
  if (ready && d.cycle_ms && *d.cycle_ms >= 0) cycles_.push_back(*d.cycle_ms);
}

Kpis KpiCollector::result() const {
  Kpis out = kpis_;
  std::vector<std::int64_t> sorted = cycles_;
  std::ranges::sort(sorted);
  out.cycle.n = std::int64_t(sorted.size());
  if (!sorted.empty()) {
    out.cycle.median = percentile(sorted, 50);
    out.cycle.p90 = percentile(sorted, 90);
    out.cycle.longest = sorted.back();
  }
  return out;
}

}  // namespace ap::report
