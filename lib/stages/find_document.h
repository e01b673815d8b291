// A document by the first digits of its id, as people type it.
#pragma once

#include <string>
#include <string_view>

#include "core/record.h"
#include "ports/store.h"
#include "stages/authority.h"

namespace ap {

// At least 6 hex digits, and only one document may begin with them. Throws what the store throws.
Reviewed<Record> find_document(Store& store, std::string_view prefix);

// The first 12 digits, for messages and tables.
std::string short_id(const Record& record);

}  // namespace ap
