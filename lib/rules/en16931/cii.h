// The parts of EN 16931 for CII D16B; each looks at the whole tree and reports into its table.
#pragma once

#include "rules/einvoice/report.h"

namespace ap::rules::en16931 {

void check_cii_business(const einvoice::Tree& tree, Report& report);  // BR-.., BR-CO-.., BR-DEC-..
void check_cii_vat(const einvoice::Tree& tree, Report& report);       // BR-S-.. to BR-O-.., BR-B-..
void check_cii_codes(const einvoice::Tree& tree, Report& report);     // BR-CL-..
void check_cii_syntax(const einvoice::Tree& tree, Report& report);    // CII-..; table: cii_syntax_table()

}  // namespace ap::rules::en16931
