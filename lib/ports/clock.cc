#include "ports/clock.h"

namespace ap {

std::string rfc3339(std::int64_t ms_since_epoch) {
  std::int64_t seconds = ms_since_epoch / 1000;
  auto day = int(seconds / 86400), rest = int(seconds % 86400);
  std::string text = Date::from_days(day).str();
  char mark = 'T';
  for (int part : {rest / 3600, rest / 60 % 60, rest % 60}) {
    text += mark;
    text += static_cast<char>('0' + part / 10);
    text += static_cast<char>('0' + part % 10);
    mark = ':';
  }
  return text += 'Z';
}

}  // namespace ap
