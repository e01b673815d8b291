// The key under which a store finds documents that may be the same invoice (control DUPLICATE_INVOICE).
//
// Set when a document has been extracted, in order of the records, so that whoever validates a later document sees
// every earlier one however many work at once; set again after a correction.
#pragma once

#include <optional>

#include "core/record.h"
#include "ports/store.h"

namespace ap {

// nullopt when the record states too little. The vendor is not part of it: copies of one invoice may name it in
// different ways, so candidates are compared by rules::same_vendor().
std::optional<BusinessKey> business_key(const Record& record);

// Notes the key of a record, and its bill in the ledger (stages/known.h); does nothing for a record without one, or without an id.
void note_business_key(Store& store, const Record& record);

}  // namespace ap
