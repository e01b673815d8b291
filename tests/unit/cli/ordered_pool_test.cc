#include "cli/ordered_pool.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>

using ap::cli::OrderedPool;

namespace {

struct Counting {
  int next_number = 0, last = 0;
  std::vector<int> emitted;
  std::atomic<int> in_work{0}, most_in_work{0}, cancelled{0};
  OrderedPool<int, int> pool;

  explicit Counting(int items) : last(items) {
    pool.next = [this]() -> std::optional<int> {
      if (next_number == last) return std::nullopt;
      return next_number++;
    };
    pool.work = [this](int number) {
      int now = ++in_work;
      most_in_work = std::max(most_in_work.load(), now);
      // Later items are done first.
      std::this_thread::sleep_for(std::chrono::microseconds(number % 7 == 0 ? 2000 : 50));
      --in_work;
      return number * 10;
    };
    pool.emit = [this](int result) { emitted.push_back(result); };
    pool.cancel = [this] { ++cancelled; };
  }
};

}  // namespace

TEST_CASE("results come in the order of the items whatever the number of jobs") {
  for (int jobs : {1, 4, 9}) {
    Counting run(200);
    run.pool.run(jobs);
    REQUIRE(run.emitted.size() == 200);
    for (int i = 0; i < 200; ++i) CHECK(run.emitted[std::size_t(i)] == i * 10);
    CHECK(run.most_in_work <= jobs);
  }
}

TEST_CASE("items are not taken far ahead of the slowest one") {
  Counting run(100);
  int furthest_ahead = 0;
  run.pool.emit = [&](int result) { furthest_ahead = std::max(furthest_ahead, run.next_number - result / 10); };
  run.pool.run(2);
  CHECK(furthest_ahead <= 4 * 2 + 1);
}

TEST_CASE("an error of the work is thrown after the results before it") {
  Counting run(50);
  auto work = run.pool.work;
  run.pool.work = [&](int number) {
    if (number == 20) throw std::runtime_error("bad item");
    return work(number);
  };
  CHECK_THROWS_WITH(run.pool.run(4), "bad item");
  CHECK(run.emitted.size() == 20);
  CHECK(run.cancelled == 1);
}

TEST_CASE("an error of the source is thrown after all that was taken") {
  Counting run(50);
  auto next = run.pool.next;
  run.pool.next = [&]() -> std::optional<int> {
    if (run.next_number == 30) throw std::runtime_error("source gone");
    return next();
  };
  CHECK_THROWS_WITH(run.pool.run(3), "source gone");
  CHECK(run.emitted.size() == 30);
}

TEST_CASE("an error while printing stops the run and wakes the source") {
  Counting run(1000);
  run.pool.emit = [&](int result) {
    if (result == 50) throw std::string("closed");
    run.emitted.push_back(result);
  };
  CHECK_THROWS_AS(run.pool.run(4), std::string);
  CHECK(run.emitted.size() == 5);
  CHECK(run.cancelled == 1);
  CHECK(run.next_number < 100);
}

TEST_CASE("nothing to do ends at once") {
  Counting run(0);
  run.pool.run(4);
  CHECK(run.emitted.empty());
}

TEST_CASE("with one job items are looked at before their turn, and those that wait are left when it is to stop") {
  Counting run(50);
  std::size_t most_waiting = 0, looks = 0;
  run.pool.ahead = 8;
  run.pool.prepare = [&](std::deque<int>& waiting) {
    most_waiting = std::max(most_waiting, waiting.size());
    if (waiting.front() == static_cast<int>(looks)) ++looks;
  };
  SUBCASE("all are worked on in their order") {
    run.pool.run(1);
    REQUIRE(run.emitted.size() == 50);
    for (int i = 0; i < 50; ++i) CHECK(run.emitted[std::size_t(i)] == i * 10);
    CHECK(most_waiting == 8);
    CHECK(looks == 50);
  }
  SUBCASE("none is begun after the word to stop") {
    run.pool.stopped = [&] { return run.emitted.size() == 5; };
    run.pool.run(1);
    CHECK(run.emitted.size() == 5);
  }
}
