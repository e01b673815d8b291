// A clock that stands still until told, and randomness that counts.
#pragma once

#include <atomic>
#include <cstdio>

#include "ports/clock.h"

namespace ap::test {

class FixedClock : public Clock {
 public:
  std::int64_t now = 1'795'633'200'000;  // 2026-11-25T19:00:00Z
  std::int64_t now_ms() const override { return now; }
  std::int64_t monotonic_ms() const override { return now; }
  Date today() const override { return Date::from_days(int(now / 86'400'000)); }
  std::string random_hex(int bytes) override {
    std::string hex(std::size_t(bytes) * 2, '0');
    auto digits = std::to_string(++counter_);
    return hex.replace(hex.size() - digits.size(), digits.size(), digits);
  }

 private:
  std::atomic<int> counter_{0};
};

}  // namespace ap::test
