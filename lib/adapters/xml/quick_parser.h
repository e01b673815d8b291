// The short way from the text of an ordinary XML document to its tree: one pass, no nodes in between.
//
// It knows what e-invoices are made of: a declaration, elements, attributes, text with references, comments. Of anything
// else, and of every fault, it says nothing but that it is not ordinary: then parse_xml() takes the long way, which
// knows all of XML and has the words for what is wrong. Both give the same tree where both give one.
#pragma once

#include <optional>

#include "adapters/xml/encoding.h"
#include "adapters/xml/parser.h"
#include "einvoice/tree.h"

namespace ap::xml {

// `text` is changed, also where nullopt comes back. Its bytes are UTF-8 without null bytes. Depth costs no stack.
// Thread-safe: no state outside the call.
std::optional<einvoice::Tree> parse_quickly(const Utf8Text& text, const XmlLimits& limits);

}  // namespace ap::xml
