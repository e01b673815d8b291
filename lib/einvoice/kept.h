// Extensions and whatever else an e-invoice says that has no field in the model: kept aside, not lost.
#pragma once

#include <vector>

#include "core/record.h"
#include "einvoice/mapping.h"
#include "einvoice/tree.h"
#include "einvoice/xml_node.h"

namespace ap::einvoice {

inline constexpr std::size_t kMostKept = 2000;             // values
inline constexpr std::size_t kMostKeptBytes = 256 * 1024;  // of all values together; embedded files are seldom less

// Every value and attribute of the tree that `mapping` did not take into the model, with its path, in document order.
// What every writer puts there anyway (tax scheme VAT, the invoice's own currency, date formats) is left out. Beyond
// the limits the rest is left out, and `complete` becomes false.
std::vector<KeptValue> kept_values(const Tree& tree, const Mapping& mapping, bool& complete);

// Puts kept values into a document of the same root element; what is there already stays.
void restore(XmlNode& root, const std::vector<KeptValue>& kept);

}  // namespace ap::einvoice
