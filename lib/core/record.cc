#include "core/record.h"

#include <algorithm>
#include <array>

namespace ap {
namespace {

// One table per enumeration: the position is the value.
constexpr std::array<std::string_view, 5> kStates{"received", "extracted", "validated", "exported", "failed"};
constexpr std::array<std::string_view, 4> kRoutes{"approve", "review", "reject", "duplicate"};
constexpr std::array<std::string_view, 3> kSeverities{"info", "warning", "error"};
constexpr std::array<std::string_view, 8> kHows{"label",    "layout", "einvoice", "arithmetic",
                                                "checksum", "vendor", "qr",       "correction"};
static_assert(kStates.size() == std::size_t(State::failed) + 1);
static_assert(kRoutes.size() == std::size_t(Route::duplicate) + 1);
static_assert(kSeverities.size() == std::size_t(Severity::error) + 1);
static_assert(kHows.size() == std::size_t(How::correction) + 1);

template <class Enum, std::size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& names, std::string_view text) {
  auto it = std::find(names.begin(), names.end(), text);
  if (it == names.end()) return std::nullopt;
  return Enum(it - names.begin());
}

}  // namespace

std::string_view to_string(State state) { return kStates[std::size_t(state)]; }
std::string_view to_string(Route route) { return kRoutes[std::size_t(route)]; }
std::string_view to_string(Severity severity) { return kSeverities[std::size_t(severity)]; }
std::string_view to_string(How how) { return kHows[std::size_t(how)]; }
std::optional<State> state_from(std::string_view text) { return find<State>(kStates, text); }
std::optional<Route> route_from(std::string_view text) { return find<Route>(kRoutes, text); }
std::optional<Severity> severity_from(std::string_view text) { return find<Severity>(kSeverities, text); }
std::optional<How> how_from(std::string_view text) { return find<How>(kHows, text); }

Box unite(const Box& a, const Box& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

}  // namespace ap
