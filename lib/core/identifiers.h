// Checks of identifiers by their own form and check digits. Nothing here asks a register whether a number exists.
//
// Pure functions, safe to share between threads. All accept what people print: lower case, blanks, and the
// separators . - / that a number's form does not need.
#pragma once

#include <expected>
#include <string>
#include <string_view>

namespace ap {

// Upper case, with blanks (no-break ones too) and . - / removed: "de 89 3704" -> "DE893704".
std::string compact_identifier(std::string_view text);

// Fine, or what is wrong with it, as part of a sentence: "its check digits do not agree".
using IdentifierCheck = std::expected<void, std::string>;

// ---- bank details

// ISO 13616: country, length and structure of the national part (SWIFT IBAN registry), ISO 7064 mod 97-10.
IdentifierCheck check_iban(std::string_view text);
inline bool valid_iban(std::string_view text) { return check_iban(text).has_value(); }

// Swiss and Liechtenstein IBANs whose institution number is 30000 to 31999: they require a QR reference.
bool is_qr_iban(std::string_view iban);

// ISO 9362: 8 or 11 characters, the country a known one. Not whether the bank exists.
IdentifierCheck check_bic(std::string_view text);

// The country letters of a well-formed BIC or IBAN ("DE"), "" otherwise.
std::string bic_country(std::string_view bic);
std::string iban_country(std::string_view iban);

// United States bank routing number: nine digits, weights 3 7 1, mod 10.
IdentifierCheck check_aba(std::string_view text);

// ---- tax numbers

enum class TaxIdVerdict {
  valid,           // form and check digits agree
  wrong_check,     // the form is right, the check digits are not
  malformed,       // not a number of that country
  unknown_scheme,  // no country, or one whose numbers are not known here: nothing can be said
};

struct TaxIdCheck {
  TaxIdVerdict verdict = TaxIdVerdict::unknown_scheme;
  std::string country;   // ISO 3166 of the scheme used; "GR" also for the prefix EL
  std::string number;    // compact, with its prefix where it has one: "DE136695976"
  std::string expected;  // the form in words, for messages: "DE and 9 digits"
};

// A VAT or sales-tax number of the EU, GB, XI, CH, LI, NO, IN, AU, NZ, CA, BR, MX or US. The country is read from the
// prefix; `country` (ISO 3166, may be "") stands in where the number has none.
TaxIdCheck check_tax_id(std::string_view text, std::string_view country = "");

// French establishment number of 14 digits (Luhn; La Poste's own sum of digits).
IdentifierCheck check_siret(std::string_view text);

// ---- payment references

enum class ReferenceScheme { none, iso11649, swiss_qrr, belgian, finnish, estonian, norwegian, swedish, danish, dutch };

std::string_view to_string(ReferenceScheme scheme);

// Which structured scheme a reference is written in: by its own mark (RF, +++, +71<), else by the country and kind of
// the account it is paid to. `none` when it may be free text.
ReferenceScheme reference_scheme(std::string_view reference, std::string_view iban);

// Checks the reference as one of that scheme. Free text (`none`) is always fine.
IdentifierCheck check_reference(std::string_view reference, ReferenceScheme scheme);

// ---- things and places

// GTIN-8, -12, -13, -14 and GLN (13 digits): GS1 mod 10, weights 3 and 1.
IdentifierCheck check_gtin(std::string_view text);
IdentifierCheck check_gln(std::string_view text);

// ISO 17442: 20 characters, mod 97-10.
IdentifierCheck check_lei(std::string_view text);

}  // namespace ap
