#include "ports/clock.h"

#include <array>
#include <cstdio>

namespace ap {

std::string rfc3339(std::int64_t ms_since_epoch) {
  std::int64_t seconds = ms_since_epoch / 1000;
  auto day = int(seconds / 86400), rest = int(seconds % 86400);
  std::array<char, 40> buffer;
  std::snprintf(buffer.data(), buffer.size(), "%sT%02d:%02d:%02dZ", Date::from_days(day).str().c_str(), rest / 3600,
                rest / 60 % 60, rest % 60);
  return buffer.data();
}

}  // namespace ap
