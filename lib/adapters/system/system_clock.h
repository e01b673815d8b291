// Time and randomness of the machine.
#pragma once

#include <array>
#include <cstddef>
#include <mutex>
#include <optional>

#include "ports/clock.h"

namespace ap::system {

// Thread-safe. `as_of`: what today() says instead of the local civil day.
class SystemClock : public Clock {
 public:
  explicit SystemClock(std::optional<Date> as_of = std::nullopt) : as_of_(as_of) {}
  std::int64_t now_ms() const override;
  std::int64_t monotonic_ms() const override;
  Date today() const override;
  std::string random_hex(int bytes) override;

 private:
  std::optional<Date> as_of_;
  std::mutex mutex_;
  std::array<unsigned char, 512> pool_;  // random bytes that are not given out yet: its last `left_`
  std::size_t left_ = 0;
};

}  // namespace ap::system
