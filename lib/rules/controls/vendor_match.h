// Which of our vendors the seller of an invoice is. Pure.
//
// By tax number, then by account, then by name and address (likeness of trigrams, core/names.h). Nothing is decided
// where two vendors fit alike: a person then says which it is.
#pragma once

#include <vector>

#include "core/invoice.h"
#include "rules/known.h"

namespace ap::rules {

// `vendors`: whoever shares a tax number, account or name with the invoice, and those with a similar name. `accounts`:
// accounts of theirs with the stated IBAN.
VendorChoice choose_vendor(const Invoice& invoice, const std::vector<Vendor>& vendors,
                           const std::vector<VendorAccount>& accounts);

// All numbers under which a vendor is known to tax offices and registers.
std::vector<std::string> tax_numbers(const Vendor& vendor);

// How alike a name and the vendor's names are, in thousandths. A name that holds all words of the other is 900 alike.
int name_likeness(const std::string& name, const Vendor& vendor);
int name_likeness(const std::string& name, const std::string& other);

}  // namespace ap::rules
