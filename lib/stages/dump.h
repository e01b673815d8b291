// Everything a store holds, as lines of text: to compare two stores, and to look inside one.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "ports/store.h"

namespace ap {

// Calls `line` for each arrival, record, event and batch, as one JSON object without line end, in the order of the
// store. Two stores with equal dumps are equal for every command.
void dump_store(Store& store, const std::function<void(std::string_view line)>& line);

// SHA-256 over the dump.
std::string dump_digest(Store& store);

}  // namespace ap
