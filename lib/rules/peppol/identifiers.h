// Check digits of identifiers as Peppol's rules compute them (PEPPOL-COMMON-R040 to R050 and the national rules). They
// take the text after blanks were normalised and never fail; what has another form is simply not valid. Pure.
#pragma once

#include <string_view>

namespace ap::rules::peppol {

bool is_gln(std::string_view id);                     // 0088: digits, last one weighted 3, 1 from the right
bool is_norwegian_organisation(std::string_view id);  // 0192: nine digits, modulus 11
bool is_danish_cvr(std::string_view id);              // 0184: eight digits, DK before them or not
bool is_belgian_enterprise(std::string_view id);      // 0208: ten digits, modulus 97
bool is_italian_ipa(std::string_view id);             // 0201: six letters or digits
bool is_italian_tax_code(std::string_view id);        // 0210, 9907: 16 characters in a pattern, or 11 digits
bool is_italian_vat(std::string_view id);             // 0211: IT and 11 digits, Luhn; anything without IT passes
bool is_swedish_organisation(std::string_view id);    // 0007: ten digits, Luhn
bool is_australian_business(std::string_view id);     // 0151: eleven digits, modulus 89
bool is_greek_tax_number(std::string_view id);        // nine digits, modulus 11; what follows is not looked at
bool has_swedish_check_digit(std::string_view id);    // as above, without a look at the length

// Letters, check digits and modulus 97 of ISO 13616; blanks are dropped first. Lengths per country are not looked at.
bool is_iban(std::string_view text);

}  // namespace ap::rules::peppol
