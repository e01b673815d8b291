// What the controls know besides the invoice: vendor, orders, receipts and earlier bills, asked of the store by a few
// indexed queries; and the bill that a document adds to the ledger.
#pragma once

#include "core/record.h"
#include "ports/store.h"
#include "rules/known.h"

namespace ap {

// Facts about the record's invoice as of `today`. Earlier bills are those that arrived before it and were neither
// refused nor found to be repeats. `store` may be nullptr: then Known::missing says so. Throws what the store throws.
rules::Known gather_known(const Record& record, Store* store, const Date& today);

// nullopt for a record without invoice or id.
std::optional<Bill> bill_of(const Record& record);

}  // namespace ap
