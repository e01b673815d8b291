// Names of XML elements and attributes as small numbers, so that rules compare integers and never strings.
//
// N::InvoiceLine is the element InvoiceLine of the vocabulary at hand (UBL or CII): namespaces are settled when the
// tree is built, and a name in a foreign namespace never gets one of these numbers. Numbers from N::first_unknown up
// are given out per document. The list is generated: scripts/generate-einvoice-names.
#pragma once

#include <cstdint>
#include <string_view>

namespace ap::einvoice {

enum class N : std::uint16_t {
  none,
#define AP_NAME(name) name,
#include "einvoice/names.inc"
#undef AP_NAME
  first_unknown
};

// The number of a known name, or N::none.
N find_name(std::string_view name);

// The text of a known name; "" for N::none and beyond.
std::string_view name_text(N name);

}  // namespace ap::einvoice
