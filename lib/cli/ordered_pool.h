// Work on several items at once, results in the order of the items, memory bounded by the number of jobs. With one job
// it all happens one after the other on the calling thread.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace ap::cli {

// `next` gives the items; one thread at a time calls it, and it may block. `work` runs on `jobs` threads. `emit` gets
// the results in order, on the calling thread. The first exception of any of them ends the run: `cancel` must then
// make a blocked `next` return, items in work are finished, and the exception is thrown to the caller.
template <class In, class Out>
class OrderedPool {
 public:
  std::function<std::optional<In>()> next;
  std::function<Out(In)> work;
  std::function<void(Out)> emit;
  std::function<void()> cancel;

  // With one job, as many items as `ahead` may be taken before they are worked on: `prepare` sees them whenever the
  // first is due. Only for a `next` that does not block. When `stopped` says so, those that wait are left.
  std::size_t ahead = 1;
  std::function<void(std::deque<In>& waiting)> prepare = {};
  std::function<bool()> stopped = {};

  void run(int jobs) {
    if (jobs == 1) {
      // One after the other needs no second thread, nor the waking of one for every item.
      try {
        run_alone();
      } catch (...) {
        cancel();
        throw;
      }
      return;
    }
    // Items taken and not yet emitted: enough that one slow item does not idle the others at once.
    window_ = 4 * jobs;
    running_ = jobs;
    std::vector<std::jthread> threads;
    try {
      for (int i = 0; i < jobs; ++i) threads.emplace_back([this] { labour(); });
      emit_all();
    } catch (...) {
      stop();
      throw;  // the threads are joined on the way
    }
  }

 private:
  struct Result {
    std::optional<Out> out;
    std::exception_ptr error;
  };

  void run_alone() {
    std::deque<In> waiting;
    for (bool more = true; !(ahead > 1 && stopped && stopped());) {
      while (more && waiting.size() < ahead) {
        std::optional<In> item = next();
        more = item.has_value();
        if (item) waiting.push_back(std::move(*item));
      }
      if (waiting.empty()) return;
      if (prepare) prepare(waiting);
      In item = std::move(waiting.front());
      waiting.pop_front();
      emit(work(std::move(item)));
    }
  }

  void stop() {
    {
      std::lock_guard lock(mutex_);
      stopped_ = true;
    }
    changed_.notify_all();
    cancel();
  }

  // Takes the next item and its place in the order; nullopt when there are no more.
  std::optional<std::pair<std::int64_t, In>> take() {
    std::lock_guard turn(source_);
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return stopped_ || ended_ || taken_ - emitted_ < window_; });
      if (stopped_ || ended_) return std::nullopt;
    }
    std::optional<In> item = next();
    std::lock_guard lock(mutex_);
    if (!item) {
      ended_ = true;
      return std::nullopt;
    }
    return std::pair(taken_++, std::move(*item));
  }

  void labour() {
    for (;;) {
      Result result;
      std::int64_t place = -1;
      try {
        auto item = take();
        if (!item) break;
        place = item->first;
        result.out.emplace(work(std::move(item->second)));
      } catch (...) {
        result.error = std::current_exception();
      }
      std::lock_guard lock(mutex_);
      // An error of the source comes after everything that was taken.
      if (place < 0) ended_ = true;
      results_[place < 0 ? taken_++ : place] = std::move(result);
      changed_.notify_all();
    }
    std::lock_guard lock(mutex_);
    --running_;
    changed_.notify_all();
  }

  void emit_all() {
    for (;;) {
      Result result;
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return results_.contains(emitted_) || running_ == 0; });
        auto found = results_.find(emitted_);
        if (found == results_.end()) return;
        result = std::move(found->second);
        results_.erase(found);
      }
      if (result.error) std::rethrow_exception(result.error);
      emit(std::move(*result.out));
      std::lock_guard lock(mutex_);
      ++emitted_;
      changed_.notify_all();
    }
  }

  std::mutex source_, mutex_;
  std::condition_variable changed_;
  std::map<std::int64_t, Result> results_;
  std::int64_t taken_ = 0, emitted_ = 0, window_ = 1;
  int running_ = 0;
  bool ended_ = false, stopped_ = false;
};

}  // namespace ap::cli
