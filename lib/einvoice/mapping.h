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

// Where a field stands: an element, or an attribute of it. The path as text is made when it is asked for: path_of().
struct Place {
  std::uint32_t within = 0;  // index into Mapping::prefixes
  std::string_view name;     // of the field below it; a literal of the program
  NodeId id = kNoNode;
  N attribute = N::none;
};
std::string path_of(const Tree& tree, const Place& place);

struct Mapping {
  std::string syntax;              // ubl, cii; "" when the tree is no e-invoice
  std::string profile;             // BT-24: CustomizationID or guideline id
  std::string document_type_code;  // BT-3, UNTDID 1001
  Invoice invoice;
  std::vector<std::string> prefixes = {""};  // "seller.", "lines[2]."
  std::vector<Place> places;                 // of every field read
  std::vector<NodeId> taken;                 // elements whose text went into a field
  std::vector<Finding> findings;

  std::string field_of(const Place& place) const { return prefixes[place.within] + std::string(place.name); }
};

// UBL 2.1 Invoice or CreditNote, CII D16B, or ZUGFeRD 1; an empty mapping for anything else.
Mapping map_invoice(const Tree& tree);

Mapping map_ubl(const Tree& tree);
Mapping map_cii(const Tree& tree);

// Cash discounts in lines such as #SKONTO#TAGE=14#PROZENT=2.25# of payment terms (XRechnung 3.0, BR-DE-18).
std::vector<CashDiscount> discounts_in(std::string_view terms);

// True for codes of UNTDID 1001 that EN 16931 counts as credit notes.
bool is_credit_note_code(std::string_view code);

}  // namespace ap::einvoice
