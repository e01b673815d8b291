// Controls of group clearing: prepayments that a final invoice must deduct, credit notes and the invoices they correct.
#pragma once

#include "rules/rule.h"

namespace ap::rules {

// Prepayments billed for the same orders that neither this invoice nor an earlier one deducts.
Outcome check_prepayments(const Invoice& invoice, const Facts& facts);

// A credit note that names no invoice we know of this vendor, or gives back more than is left of it.
Outcome check_credit_note(const Invoice& invoice, const Facts& facts);

// What an invoice takes off for prepayments: the prepaid total, or lines below zero that say so.
Decimal deducted_prepayments(const Invoice& invoice);

// True for type 386, and for titles and lines that say so in words (Anzahlungsrechnung, facture d'acompte).
bool is_prepayment(const Invoice& invoice, const EvidenceMap& evidence, std::string_view document_type_code);

}  // namespace ap::rules
