// Work on several items at once, results in the order of the items: what makes --jobs N give the bytes of --jobs 1.
#pragma once

#include <deque>
#include <future>
#include <optional>

namespace ap {

// Calls next() for items until it gives nullopt, work(item) for up to `jobs` items at once, and take(result) in the
// order of the items. next and take run on the calling thread. At most `jobs` items are held. The first exception ends
// it, after the work under way has come to its end.
template <class Next, class Work, class Take>
void in_order(int jobs, Next next, Work work, Take take) {
  using Item = typename decltype(next())::value_type;
  using Result = decltype(work(std::declval<Item>()));
  if (jobs <= 1) {
    while (auto item = next()) take(work(std::move(*item)));
    return;
  }
  std::deque<std::future<Result>> under_way;
  auto take_first = [&] {
    auto result = under_way.front().get();
    under_way.pop_front();
    take(std::move(result));
  };
  while (auto item = next()) {
    if (int(under_way.size()) >= jobs) take_first();
    under_way.push_back(
        std::async(std::launch::async, [&work, item = std::move(*item)]() mutable { return work(std::move(item)); }));
  }
  while (!under_way.empty()) take_first();
}

}  // namespace ap
