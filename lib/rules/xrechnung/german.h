// The German rules, which stand twice: as BR-DE-.. in XRechnung 3.0 and as DE-R-.. in Peppol for parties that are both
// in Germany. The rows come from the set that asks.
#pragma once

#include <optional>
#include <string_view>

#include "rules/einvoice/report.h"

namespace ap::rules::xrechnung {

// Rows of one set; the number is that of BR-DE.
struct GermanRows {
  Row de1, de2, de3, de4, de5, de6, de7, de8, de9, de10, de11, de14, de15, de16, de17, de18, de19, de20, de22, de23a,
      de23b, de24a, de24b, de25a, de25b, de26, de27, de28, de30, de31;
  std::optional<Row> url;  // BR-TMP-2
};

void check_german_ubl(const einvoice::Tree& tree, const GermanRows& rows, Report& report);
void check_german_cii(const einvoice::Tree& tree, const GermanRows& rows, Report& report);

// Payment terms whose lines beginning with # are all cash discounts in the agreed form, with a line break after the
// last.
bool discounts_well_formed(std::string_view terms);
bool is_email(std::string_view text);
bool has_three_digits(std::string_view text);
// Two or more characters of a scheme, then a colon.
bool is_absolute_url(std::string_view text);
// One of the categories for which the seller must be registered.
bool is_taxed_category(std::string_view code);
bool is_german_document_type(std::string_view code);

}  // namespace ap::rules::xrechnung
