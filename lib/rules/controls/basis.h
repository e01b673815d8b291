// What each control had before it besides the document: limits with their origin, master data with the import they come
// from, earlier documents. Kept in the record (x_basis), so that a decision can be followed when all that has changed.
// Pure, safe to share between threads.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/record.h"
#include "rules/registry.h"

namespace ap::rules {

// What a control consults: names of limits (rules/limits.h) and kinds of facts, parted by blanks; "" nothing but the
// document. nullopt: there is no such control.
std::optional<std::string_view> consults(std::string_view rule);

// For the controls of `result` that ran over the invoice. `origins`: where each limit was set.
Basis basis_of(const Invoice& invoice, const RunResult& result, const Facts& facts,
               const std::map<std::string, std::string>& origins);

}  // namespace ap::rules
