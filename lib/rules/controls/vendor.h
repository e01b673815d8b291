// Controls of groups vendor and bank: who sends the bill, to whom, and where the money would go. They compare with
// master data (Facts::known) and say what is missing where there is none.
#pragma once

#include "rules/rule.h"

namespace ap::rules {

// Addressed to one of our entities, by tax number, name or address; and not our own sales invoice.
Outcome check_buyer(const Invoice& invoice, const Facts& facts);
// One vendor fits; else the nearest are named.
Outcome check_vendor_known(const Invoice& invoice, const Facts& facts);
Outcome check_vendor_active(const Invoice& invoice, const Facts& facts);
// Seller, payee, account holder, bank and country against the entries of the loaded lists.
Outcome check_sanctions(const Invoice& invoice, const Facts& facts);
Outcome check_vendor_currency(const Invoice& invoice, const Facts& facts);
// Check digits, and for a known vendor the numbers on file.
Outcome check_tax_ids(const Invoice& invoice, const Facts& facts);
// The invoice with those of its month, quarter or year against the vendor's limit.
Outcome check_spend(const Invoice& invoice, const Facts& facts);
// Due date and discounts against the agreed terms (controls/payment_terms.h).
Outcome check_terms(const Invoice& invoice, const Facts& facts);
// The stated account against those on file and in force today.
Outcome check_bank_details(const Invoice& invoice, const Facts& facts);

// ---- shared by other families

// "V1001 Stadtwerke Osterkamp"
std::string vendor_name(const Vendor& vendor);
// Why there is no vendor to compare with: nothing loaded, or none fits.
std::unexpected<Skipped> no_vendor(const Facts& facts);
// Which of our entities is billed, by tax number, name or address; nullptr when none is. Points into `known`.
const OwnEntity* buying_entity(const Invoice& invoice, const Known& known);
// gross, else payable.
const std::optional<Decimal>& bill_total(const Invoice& invoice);

}  // namespace ap::rules
