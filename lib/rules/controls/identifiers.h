// Controls of group identifiers: what carries check digits must agree with them. A number that the document does not
// state passes; whether it ought to be there is a question of group data.
#pragma once

#include "rules/rule.h"

namespace ap::rules {

// ISO 13616, length and structure per country.
Outcome check_payment_iban(const Invoice& invoice, const Facts& facts);

// ISO 9362, and that bank and account are of one country.
Outcome check_payment_bic(const Invoice& invoice, const Facts& facts);

// ISO 11649, Swiss QR and national references, where the reference or its account says that it is one.
Outcome check_payment_reference(const Invoice& invoice, const Facts& facts);

}  // namespace ap::rules
