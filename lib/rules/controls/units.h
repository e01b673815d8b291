// Units of quantities (UN/ECE Rec 20 and 21, and the words that are printed for them) and how they convert. Pure.
#pragma once

#include <optional>
#include <string_view>

#include "core/decimal.h"

namespace ap::rules {

// `of` / `per` units of the one are one unit of the other, both whole.
struct UnitRatio {
  Decimal of = 1, per = 1;
};

// How many `to` one `from` is: kilogram to gram gives 1000/1. Units that are not stated, or are the same word, are
// taken as equal. nullopt: they cannot be compared (boxes and pieces).
std::optional<UnitRatio> unit_ratio(std::string_view from, std::string_view to);

}  // namespace ap::rules
