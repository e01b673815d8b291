// The rule sets of e-invoices over the document itself, for records whose invoice came from e-invoice XML.
#pragma once

#include <string>
#include <vector>

#include "core/finding.h"
#include "core/record.h"
#include "stages/validate.h"

namespace ap {

struct EInvoiceCheck {
  bool read = false;  // the XML was read again: its findings of form replace earlier ones
  std::vector<Finding> findings;
  Checks checks;
  std::string document_type_code;  // UNTDID 1001, "" when not read
};

// What a reading with rule sets found, taken out of it: findings, checks, type code.
EInvoiceCheck taken_check(EInvoiceReading& reading);

// Nothing for a record that is no e-invoice, or with RuleSets::none. Where the document cannot be had again, the rule
// sets asked for are listed as not run.
EInvoiceCheck check_einvoice(const Record& record, const ValidatePorts& ports, const ValidateOptions& options);

}  // namespace ap
