#include "cli/signals.h"

#include <doctest/doctest.h>
#include <signal.h>

#include <chrono>
#include <thread>

TEST_CASE("a signal is seen at once by who asks, and within a millisecond by who asks between small documents") {
  ap::cli::StopSignals stop;
  CHECK(stop.requested_lately() == 0);
  ::raise(SIGTERM);
  const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  int seen = 0;
  while (seen == 0 && std::chrono::steady_clock::now() < patience) seen = stop.requested_lately();
  CHECK(seen == SIGTERM);
  CHECK(stop.requested() == SIGTERM);

  ap::cli::StopSignals other;
  CHECK(other.requested_lately() == 0);
  ::raise(SIGINT);
  CHECK(other.requested() == SIGINT);
  CHECK(other.requested_lately() == SIGINT);
}
