#include "rules/controls/units.h"

#include <algorithm>
#include <array>

#include "core/names.h"

namespace ap::rules {
namespace {

// What a unit measures and how many thousandths of the smallest one it is.
struct Unit {
  std::string_view name;  // code, or printed word after text_key()
  char kind;              // c pieces, m mass, l length, v volume, t time, a area, e energy
  std::int64_t size;
};

constexpr auto kUnits = std::to_array<Unit>({
    {"C62", 'c', 1},          {"H87", 'c', 1},        {"EA", 'c', 1},        {"PCE", 'c', 1},
    {"NAR", 'c', 1},          {"XPP", 'c', 1},        {"ZZ", 'c', 1},        {"PCS", 'c', 1},
    {"PC", 'c', 1},           {"STK", 'c', 1},        {"STCK", 'c', 1},      {"STUCK", 'c', 1},
    {"ST", 'c', 1},           {"SZT", 'c', 1},        {"UN", 'c', 1},        {"UNIT", 'c', 1},
    {"UNITS", 'c', 1},        {"PZ", 'c', 1},         {"PIECE", 'c', 1},     {"STUKS", 'c', 1},
    {"NPR", 'c', 2},          {"PR", 'c', 2},         {"DZN", 'c', 12},      {"CEN", 'c', 100},
    {"GRO", 'c', 144},        {"MIL", 'c', 1000},     {"MGM", 'm', 1},       {"GRM", 'm', 1000},
    {"G", 'm', 1000},         {"KGM", 'm', 1000000},  {"KG", 'm', 1000000},  {"DTN", 'm', 100000000},
    {"TNE", 'm', 1000000000}, {"T", 'm', 1000000000}, {"MMT", 'l', 1},       {"MM", 'l', 1},
    {"CMT", 'l', 10},         {"CM", 'l', 10},        {"MTR", 'l', 1000},    {"M", 'l', 1000},
    {"LM", 'l', 1000},        {"KMT", 'l', 1000000},  {"KTM", 'l', 1000000}, {"KM", 'l', 1000000},
    {"MLT", 'v', 1},          {"ML", 'v', 1},         {"CLT", 'v', 10},      {"LTR", 'v', 1000},
    {"L", 'v', 1000},         {"HLT", 'v', 100000},   {"MTQ", 'v', 1000000}, {"SEC", 't', 1},
    {"MIN", 't', 60},         {"HUR", 't', 3600},     {"H", 't', 3600},      {"STD", 't', 3600},
    {"HRS", 't', 3600},       {"HOUR", 't', 3600},    {"HOURS", 't', 3600},  {"CMK", 'a', 1},
    {"MTK", 'a', 10000},      {"KWH", 'e', 1},        {"MWH", 'e', 1000},    {"GWH", 'e', 1000000},
});

const Unit* find(std::string_view key) {
  auto found = std::ranges::find(kUnits, key, &Unit::name);
  return found == kUnits.end() ? nullptr : &*found;
}

}  // namespace

std::optional<UnitRatio> unit_ratio(std::string_view from, std::string_view to) {
  std::string a = text_key(from), b = text_key(to);
  if (a.empty() || b.empty() || a == b) return UnitRatio{};
  const Unit *left = find(a), *right = find(b);
  if (left == nullptr || right == nullptr || left->kind != right->kind) return std::nullopt;
  return UnitRatio{left->size, right->size};
}

}  // namespace ap::rules
