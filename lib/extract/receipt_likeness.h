// Whether damaged print may stand for an amount that is expected in its place. Pure.
#pragma once

#include <string_view>

#include "core/decimal.h"

namespace ap::extract::reading {

// How well a damaged print may stand for `value`: 1 the same digits, 0.6 one digit mistaken or lost, 0.4 the decimals
// lost, 0 otherwise.
double damaged_likeness(std::string_view printed, const Decimal& value);

}  // namespace ap::extract::reading
