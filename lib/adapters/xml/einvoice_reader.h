// Reads the bytes of an e-invoice (UBL 2.1, CII D16B, ZUGFeRD 1) into the model, with the place of each field in the
// XML and the findings of the structure check and of the rule sets asked for. To be called where foreign bytes may be
// parsed: inside the sandbox. Thread-safe.
#pragma once

#include <expected>

#include "adapters/xml/parser.h"
#include "ports/reader.h"

namespace ap::xml {

// Fails with unreadable for what is not XML, resource_limit beyond `limits`, unsupported_type for XML of another kind.
std::expected<EInvoiceReading, ReadFailure> read_einvoice(Bytes bytes, const EInvoiceOptions& options,
                                                          const XmlLimits& limits = {});

}  // namespace ap::xml
