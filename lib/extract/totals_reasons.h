// In words, what decided about the totals: the features of the hypothesis that won, and of one that lost. Internal to
// totals.cc.
#pragma once

#include <string>

#include "extract/totals_features.h"
#include "extract/totals_search.h"

namespace ap::extract::reading {

// The arithmetic that holds for it: "100.00 + 19.00 = 119.00; 19 % of 100.00 is 19.00". "" when none does.
std::string proofs_of(const Triple& triple, const TripleFeatures& features, const TripleFacts& facts);

// The features that weighed against it: "100.00 + 19.00 is not 120.00; it is no total by its label". "" when none did.
std::string doubts_of(const Triple& triple, const TripleFeatures& features);

}  // namespace ap::extract::reading
