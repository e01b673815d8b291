#include "stages/received.h"

#include <charconv>

#include "core/date.h"

namespace ap {
namespace {

// Two digits at `at`, below `limit`; -1 otherwise.
int two_digits(std::string_view text, std::size_t at, int limit) {
  int value = -1;
  auto [end, error] = std::from_chars(text.data() + at, text.data() + at + 2, value);
  return error == std::errc() && end == text.data() + at + 2 && value < limit ? value : -1;
}

}  // namespace

std::optional<std::int64_t> parse_rfc3339(std::string_view text) {
  if (text.size() < 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text.back() != 'Z')
    return std::nullopt;
  auto day = Date::parse(text.substr(0, 10));
  int hour = two_digits(text, 11, 24), minute = two_digits(text, 14, 60), second = two_digits(text, 17, 60);
  if (!day || hour < 0 || minute < 0 || second < 0) return std::nullopt;
  return (std::int64_t(day->days()) * 86400 + hour * 3600 + minute * 60 + second) * 1000;
}

std::string age_text(std::int64_t milliseconds) {
  if (milliseconds < 0) return "-";
  std::int64_t seconds = milliseconds / 1000;
  if (seconds < 120) return std::to_string(seconds) + " s";
  if (seconds < 7200) return std::to_string(seconds / 60) + " min";
  if (seconds < 2 * 86400) return std::to_string(seconds / 3600) + " h";
  return std::to_string(seconds / 86400) + " d";
}

}  // namespace ap
