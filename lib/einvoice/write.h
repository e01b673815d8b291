// The model of EN 16931 written as UBL 2.1 or CII D16B. Reading what was written gives the same model.
//
// What the document says beyond the model (`kept`) is put back where the syntax is the one it came from and the model
// that would be read back stays the same. Pure functions, thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/invoice.h"
#include "core/record.h"
#include "einvoice/tree.h"
#include "einvoice/xml_node.h"

namespace ap::einvoice {

struct Writing {
  const Invoice& invoice;
  std::string_view profile;                      // BT-24; "" leaves it out
  const std::vector<KeptValue>* kept = nullptr;  // values without a field (kept.h) of an e-invoice
  // True for documents that were no e-invoice: what the syntax demands and every invoice has by its nature is filled in
  // (type code, tax scheme, "payment means not defined"). Never amounts, dates, parties.
  bool complete = false;
};

std::string write_ubl(const Writing& what);
std::string write_cii(const Writing& what);

// The documents as nodes, without what was kept.
XmlNode ubl_nodes(const Writing& what);
XmlNode cii_nodes(const Writing& what);

// How the invoice is written in UBL: as an invoice or as a credit note.
Syntax ubl_syntax(const Invoice& invoice);

}  // namespace ap::einvoice
