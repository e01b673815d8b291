// The index of repeats: what is kept of each document so that the same invoice under other bytes is found again, and
// the search in it (control DUPLICATE_INVOICE).
//
// A document is noted when it has been extracted, in order of the records, so that whoever validates a later document
// sees every earlier one however many work at once; it is noted again after a correction. Throws what the store throws.
#pragma once

#include <optional>
#include <vector>

#include "core/record.h"
#include "ports/store.h"
#include "rules/rule.h"

namespace ap {

// What the index keeps of the record; nullopt for one without an invoice or an id.
std::optional<IndexEntry> index_entry(const Record& record);

// Notes a record in the store, and its bill in the ledger (stages/known.h); does nothing for a record without an entry.
void note_for_duplicates(Store& store, const Record& record);

// Makes the index anew from all records when the store's is of another version; cheap when it is not. The search below
// does it by itself.
void refresh_duplicate_index(Store& store);

// What may be the same invoice, surest first. An earlier arrival counts unless it was rejected or is an exact repeat
// itself; a later one only when it has been let through already, which happens when this one could not be read in
// time. Of a document that is not in the store everything there came first.
std::vector<rules::DuplicateCandidate> find_duplicates(Store& store, const Record& record);

}  // namespace ap
