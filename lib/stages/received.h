// When a document came in, for ages and cycle times. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/record.h"

namespace ap {

// Milliseconds since 1970 of "2026-11-22T19:00:00Z", with or without fractions of a second; nullopt for anything else.
std::optional<std::int64_t> parse_rfc3339(std::string_view text);

inline std::optional<std::int64_t> received_ms(const Record& record) {
  return parse_rfc3339(record.source.received_at);
}

// "45 s", "12 min", "5 h", "3 d"; "-" when negative.
std::string age_text(std::int64_t milliseconds);

}  // namespace ap
