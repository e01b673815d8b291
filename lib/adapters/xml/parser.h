// Bytes of unknown intent to an einvoice::Tree. Ordinary documents go the short way (quick_parser.h); all others, and
// whatever is wrong with one, are read by pugixml, which expands no entities and fetches nothing; what it
// lets pass but XML forbids is refused here: a document type, undeclared prefixes and entities, broken text, several
// roots. Depth costs no stack. Thread-safe: no state outside the call.
#pragma once

#include <cstddef>
#include <expected>

#include "core/digest.h"
#include "einvoice/tree.h"
#include "ports/reader.h"

namespace ap::xml {

// What one document may cost. A document beyond a limit is refused with ReadFailureKind::resource_limit.
struct XmlLimits {
  std::size_t bytes = 256u << 20;
  std::size_t elements = 20'000'000;
  std::size_t depth = 100;       // UBL and CII need 12 and 11
  std::size_t attributes = 100;  // of one element, namespace declarations included
};

std::expected<einvoice::Tree, ReadFailure> parse_xml(Bytes bytes, const XmlLimits& limits = {});

// The long way alone, with pugixml, which the short way (quick_parser.h) is measured by.
std::expected<einvoice::Tree, ReadFailure> parse_thoroughly(Bytes bytes, const XmlLimits& limits = {});

}  // namespace ap::xml
