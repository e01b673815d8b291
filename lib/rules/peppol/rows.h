// The rows of the set, visible at compile time, and its parts.
#pragma once

#include "rules/einvoice/report.h"

namespace ap::rules::peppol {

inline constexpr RuleInfo kPeppol[] = {
#include "rules/peppol/rows.inc"
};

consteval Row row(std::string_view id) { return row_of(kPeppol, id); }

void check_ubl(const einvoice::Tree& tree, Report& report);
void check_cii(const einvoice::Tree& tree, Report& report);
void check_identifiers(const einvoice::Tree& tree, Report& report);   // PEPPOL-COMMON-..
void check_nordic_ubl(const einvoice::Tree& tree, Report& report);    // NO, DK, SE, IS
void check_southern_ubl(const einvoice::Tree& tree, Report& report);  // IT, GR, NL
void check_national_cii(const einvoice::Tree& tree, Report& report);  // NO, DK, IT, SE, NL

// The country of a party: the prefix of its VAT number, else of the representative's, else that of the address; XX if
// none.
std::string supplier_country(const einvoice::Tree& tree);
std::string customer_country_ubl(const einvoice::Tree& tree);
// The country of an address in UBL ("AccountingSupplierParty"), as it stands.
std::string_view address_country_ubl(const einvoice::Tree& tree, einvoice::N role);
// Both parties have German addresses.
bool german_parties_ubl(const einvoice::Tree& tree);
// XPath's number(): not a number is nullopt.
std::optional<Decimal> number(std::string_view text);

}  // namespace ap::rules::peppol
