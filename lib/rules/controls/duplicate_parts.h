// An invoice billed again in parts: two or three documents of a few days whose totals add up to an earlier one.
// Pure, safe to share between threads.
#pragma once

#include <vector>

#include "rules/controls/duplicates.h"

namespace ap::rules {

// The total `own` would complete, for every document or pair of documents it may be a part with.
struct PartSum {
  std::vector<const EarlierInvoice*> with;
  Decimal total;
};
std::vector<PartSum> part_sums(const DuplicateProfile& own, const std::vector<EarlierInvoice>& others);

// Originals whose total `own` and others add up to, when more than the sum speaks for it: the same day, order, number
// or lines. An amount that the vendor bills again and again proves nothing.
std::vector<DuplicateCandidate> find_split(const DuplicateProfile& own, const std::vector<EarlierInvoice>& others);

}  // namespace ap::rules
