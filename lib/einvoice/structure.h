// The grammar of UBL 2.1 Invoice and CreditNote and of CII D16B, as strict as their schemas in what EN 16931 uses:
// order, number and names of elements, their namespaces, required and known attributes, and the form of values.
//
// One pass over the tree in document order, without recursion; time linear in the size of the document. What the
// grammar calls "any" (transport, catalogue, signatures) and below unknown elements is not looked into. A fault never
// stops anything: rules that can still be evaluated are. Code lists are the business of the rule sets. Thread-safe.
#pragma once

#include <vector>

#include "core/finding.h"
#include "einvoice/tree.h"

namespace ap::einvoice {

// What a structure finding is about; ids and texts for people stand in rules/structure/table.h.
//   AP-ST-ORDER     an element stands behind one that must follow it
//   AP-ST-REPEATED  more than one where one is allowed
//   AP-ST-MISSING   an element or attribute that must be there is not
//   AP-ST-UNEXPECTED an element, attribute or text that the grammar does not have at this place
//   AP-ST-NUMBER, AP-ST-DATE, AP-ST-VALUE  the value has not the form of its type
//
// Adds findings of set `structure`, in document order, at most kMostFaults. A value that `findings` names already (the
// mapping met it) is not named again. Nothing for trees of another syntax.
void check_structure(const Tree& tree, std::vector<Finding>& findings);

inline constexpr std::size_t kMostFaults = 100;

}  // namespace ap::einvoice
