// By how much people changed what was read as an amount, all corrections of a document together.
//
// What was read first is the yardstick, so that a limit cannot be passed by several small steps; a new reading begins
// anew. To enter an amount that was not read is no adjustment: there is nothing that it differs from, and another
// person must approve it all the same. To clear one adjusts it by all of it.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/decimal.h"
#include "core/record.h"
#include "ports/store.h"

namespace ap {

struct Adjustment {
  std::string field, from, to;  // to: "" when it was cleared
  Decimal by;                   // without sign
  std::string currency;         // of the document as corrected
};

// Field -> what was read before the first correction since the last reading, "" where nothing was; by the journal.
// Values that are gone (core/journal.h) are left out.
std::map<std::string, std::string> first_read(Store& store, const std::string& document_id);

// The adjustment of the largest amount that `after` makes of `before`, with what `first` says was read before that.
// Amounts are totals, amounts and bases of taxes, allowances and charges, nets and prices of lines. Another currency or
// the change between invoice and credit note adjusts the whole amount, the latter twice. nullopt: there is none.
std::optional<Adjustment> largest_adjustment(const Record& before, const Record& after,
                                             const std::map<std::string, std::string>& first);

}  // namespace ap
