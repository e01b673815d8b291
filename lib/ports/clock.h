// Time and randomness come in through here, so that the same input gives the same output.
#pragma once

#include <cstdint>
#include <string>

#include "core/date.h"

namespace ap {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual std::int64_t now_ms() const = 0;        // milliseconds since 1970-01-01 UTC
  virtual std::int64_t monotonic_ms() const = 0;  // for durations; origin unspecified
  virtual Date today() const = 0;                 // --as-of, or the local civil day
  virtual std::string random_hex(int bytes) = 0;  // 2 x bytes lower-case hex digits; thread-safe
};

// "2026-11-22T19:00:00Z"
std::string rfc3339(std::int64_t ms_since_epoch);

}  // namespace ap
