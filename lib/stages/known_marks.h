// Marks that documents, vendors and the ledger share; for bills.cc and known.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/master_kinds.h"

namespace ap {

// Tax numbers and name; an account may be shared by many sellers (factoring) and is none.
std::vector<std::string> seller_marks(const Party& seller);
std::vector<std::string> vendor_marks(const Vendor& vendor);

// "number:4711@tax:DE1" for each party; empty when the number says nothing.
std::vector<std::string> joined_marks(std::string_view kind, std::string_view number,
                                      const std::vector<std::string>& parties);

// Numbers in a text that may hold several, parted by blanks, commas, semicolons, | or +.
std::vector<std::string> orders_in(std::string_view text);

}  // namespace ap
