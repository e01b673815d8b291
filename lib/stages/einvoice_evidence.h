// The evidence of an e-invoice: it says everything of itself, so that each value is its own evidence, and certain. And
// the print by which a copy is known, which is made of the same values.
#pragma once

#include "core/content_printer.h"
#include "core/evidence.h"
#include "core/invoice.h"

namespace ap {

// An entry for each field that has a value; the printer gets the values in the order of the table.
EvidenceMap evidence_of_einvoice(const Invoice& invoice, ContentPrinter& printer);

}  // namespace ap
