// The parts of EN 16931 for UBL; each looks at the whole tree and reports into its table.
#pragma once

#include "rules/einvoice/report.h"

namespace ap::rules::en16931 {

void check_ubl_business(const einvoice::Tree& tree, Report& report);  // BR-.., BR-CO-.., BR-DEC-..
void check_ubl_vat(const einvoice::Tree& tree, Report& report);       // BR-S-.. to BR-O-.., BR-B-..
void check_ubl_codes(const einvoice::Tree& tree, Report& report);     // BR-CL-..
void check_ubl_syntax(const einvoice::Tree& tree, Report& report);    // UBL-..; table: ubl_syntax_table()

// TaxScheme/ID is VAT, whatever its case and the blanks around it.
bool is_vat(einvoice::Element scheme_holder);

}  // namespace ap::rules::en16931
