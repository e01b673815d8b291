// The evidence of an e-invoice: it says everything of itself, so that each value is its own evidence, and certain.
#pragma once

#include "core/evidence.h"
#include "core/invoice.h"

namespace ap {

// An entry for each field that has a value. Pure.
EvidenceMap evidence_of_einvoice(const Invoice& invoice);

}  // namespace ap
