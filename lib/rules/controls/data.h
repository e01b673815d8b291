// Controls of group data: what must be there, in which form, and how surely it was read.
#pragma once

#include <span>

#include "rules/rule.h"

namespace ap::rules {

// Fields without which a document of this type cannot be paid. Source: directive 2006/112/EC art. 226 (full
// invoices) and 226b (receipts need less); EN 16931-1 BR-02 to BR-07.
Outcome check_required_fields(const Invoice& invoice, const Facts& facts);

// Codes that exist, dates in order, rates between 0 and 100, text without control characters.
Outcome check_field_formats(const Invoice& invoice, const Facts& facts);

// An invoice or credit note without lines: nothing to match, code or explain the total with.
Outcome check_lines_present(const Invoice& invoice, const Facts& facts);

// Key fields below their threshold of Settings, those without evidence included.
Outcome check_confidence(const Invoice& invoice, const Facts& facts);

// UNTDID 1001 codes of documents that ask for no payment: order, offer, pro-forma, delivery note, statement.
Outcome check_is_invoice(const Invoice& invoice, const Facts& facts);

// Paths whose confidence decides whether people must look, for this type of document.
std::span<const std::string_view> key_fields(InvoiceType type);

}  // namespace ap::rules
