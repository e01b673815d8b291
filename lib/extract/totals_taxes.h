// Which rows that state a tax are the breakdown of the document. Internal to totals.cc.
#pragma once

#include <optional>
#include <vector>

#include "extract/totals_search.h"

namespace ap::extract::reading {

// The rows whose taxes add up to `tax`; among several such choices the one whose bases add up to `net` and that has the
// most rows with a basis. Where none adds up: the rows as they are when they are one or no total is known, else none.
std::vector<TaxRow> choose_breakdown(const SumSearch& search, const std::optional<Decimal>& net,
                                     const std::optional<Decimal>& tax);

}  // namespace ap::extract::reading
