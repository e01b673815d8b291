// An e-invoice tree read into the model of EN 16931 with the place in the XML of every field.
//
// Amounts keep the scale of the XML. What has not the form that its field needs (a number that is none, a date that no
// calendar has) stays absent and gives a finding of set `structure`. Pure functions, thread-safe.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/finding.h"
#include "core/invoice.h"
#include "einvoice/tree.h"

namespace ap::einvoice {

struct Mapping {
  std::string syntax;              // ubl, cii; "" when the tree is no e-invoice
  std::string profile;             // BT-24: CustomizationID or guideline id
  std::string document_type_code;  // BT-3, UNTDID 1001
  Invoice invoice;
  std::vector<std::pair<std::string, std::string>> paths;  // field, path in the XML
  std::vector<Finding> findings;
};

// UBL 2.1 Invoice or CreditNote, CII D16B, or ZUGFeRD 1; an empty mapping for anything else.
Mapping map_invoice(const Tree& tree);

Mapping map_ubl(const Tree& tree);
Mapping map_cii(const Tree& tree);

// True for codes of UNTDID 1001 that EN 16931 counts as credit notes.
bool is_credit_note_code(std::string_view code);

}  // namespace ap::einvoice
