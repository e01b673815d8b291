// What the parts of one document say about the same things: the pages of a hybrid against its XML, payment codes
// against both, and the form of the hybrid itself. Pure.
#pragma once

#include <vector>

#include "core/evidence.h"
#include "core/finding.h"
#include "ports/reader.h"

namespace ap {

// HYBRID_MISMATCH: an amount, date, number or account that XML and pages say differently: header, totals, breakdown by
// rate, lines. `page` is what was read from the pages alone, with its evidence; a doubtful reading accuses nobody, nor
// does a value that the other side has too, in another place. Names both values. `kept`: what the XML says beyond the
// model.
std::vector<Finding> compare_with_pages(const Invoice& xml, const std::vector<layout::Page>& pages, const Invoice& page,
                                        const EvidenceMap& evidence, const std::vector<KeptValue>& kept = {});

// QR_MISMATCH: a payment code whose IBAN, amount or currency is not that of the invoice.
std::vector<Finding> compare_with_codes(const Invoice& invoice, const layout::PackedPages& pages);

// HYBRID_FORM: name and relationship of the attachment and the XMP metadata against Factur-X 1.0 and ZUGFeRD 2, or
// ZUGFeRD 1.
std::vector<Finding> check_hybrid_form(const Attachment& attachment, std::string_view xmp,
                                       const EInvoiceReading& reading);

}  // namespace ap
