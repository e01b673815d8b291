// Seller and buyer: who they are, where they live, and what belongs to each.
//
// Address blocks are found by their line of postal code and town. Who is who comes from labels ("Bill to",
// "Lieferant"), from the sender's line above a recipient's window, from letterhead and footer (tax id, register, bank
// details, mail address stand beside the seller), and from place.
#pragma once

#include <string>
#include <vector>

#include "extract/context.h"

namespace ap::extract::reading {

// Returns the names, squeezed, that may be the seller's.
std::vector<std::string> read_parties(const Context& context, Draft& draft);

}  // namespace ap::extract::reading
