// A document by the first digits of its id, as people type it.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "core/error.h"
#include "core/record.h"
#include "ports/store.h"

namespace ap {

// Why an action was not done. Kinds: usage (something is missing on the command line), no_input (no such document),
// permission (another person must do it), bad_input (the document does not allow it).
struct Refusal {
  ErrorKind kind = ErrorKind::bad_input;
  std::string message;  // with what to do instead
};

// At least 6 hex digits, and only one document may begin with them. Throws what the store throws.
std::expected<Record, Refusal> find_document(Store& store, std::string_view prefix);

// The first 12 digits, for messages and tables.
std::string short_id(const Record& record);

}  // namespace ap
