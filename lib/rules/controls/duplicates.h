// Control DUPLICATE_INVOICE: the same invoice under other bytes, rungs D1 to D11 of the duplicate ladder.
//
// Exact repeats of the bytes (D0) are recognised when they come in. A stage seeks documents under the keys of
// duplicate_profile.h and asks find_repeats() about them; what is left are the candidates in Facts.
// Invoices that recur with equal amounts, corrections and bills made again after a credit note are no repeats.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rules/controls/duplicate_profile.h"
#include "rules/rule.h"

namespace ap::rules {

// A document that goes before the one in question.
struct EarlierInvoice {
  std::string document_id;
  std::int64_t order = 0;  // of arrival
  DuplicateProfile profile;
};

// The likeliest originals, surest first, at most three. `others` are all documents found under the keys of `own`, and
// those found under more_keys().
std::vector<DuplicateCandidate> find_repeats(const DuplicateProfile& own, const std::vector<EarlierInvoice>& others);

// Where the original of an amount split up would stand: keys of the sums of `own` and documents of the same vendor
// and days among `others`. Empty when there are none.
std::vector<std::uint64_t> more_keys(const DuplicateProfile& own, const std::vector<EarlierInvoice>& others);

Outcome check_duplicates(const Invoice& invoice, const Facts& facts);

}  // namespace ap::rules
