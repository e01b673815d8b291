// Rules of Peppol that the XRechnung set repeats, on UBL. The rows come from the set that asks; an absent row is not
// part of that set.
#pragma once

#include <optional>

#include "rules/einvoice/report.h"

namespace ap::rules::peppol {

// Rows and tolerances of one set. Names are those of the rules: r040 is PEPPOL-EN16931-R040.
struct SharedRows {
  Row r001, r005, r008, r010, r020, r040, r041, r042, r043, r044, r046, r053, r054, r055, r061, r101, r110, r111, r120,
      r121, r130;
  std::optional<Row> r043_price;  // CII: the indicator of a price discount, where it is a rule of its own
  Decimal slack;                  // of R040 and R120
};

// The rows of a table in which the rules have their usual ids.
#define AP_SHARED_ROWS(row, r043_first, r043_second, tolerance)                                                     \
  ::ap::rules::peppol::SharedRows {                                                                                 \
    row("PEPPOL-EN16931-R001"), row("PEPPOL-EN16931-R005"), row("PEPPOL-EN16931-R008"), row("PEPPOL-EN16931-R010"), \
        row("PEPPOL-EN16931-R020"), row("PEPPOL-EN16931-R040"), row("PEPPOL-EN16931-R041"),                         \
        row("PEPPOL-EN16931-R042"), row(r043_first), row("PEPPOL-EN16931-R044"), row("PEPPOL-EN16931-R046"),        \
        row("PEPPOL-EN16931-R053"), row("PEPPOL-EN16931-R054"), row("PEPPOL-EN16931-R055"),                         \
        row("PEPPOL-EN16931-R061"), row("PEPPOL-EN16931-R101"), row("PEPPOL-EN16931-R110"),                         \
        row("PEPPOL-EN16931-R111"), row("PEPPOL-EN16931-R120"), row("PEPPOL-EN16931-R121"),                         \
        row("PEPPOL-EN16931-R130"), r043_second, tolerance                                                          \
  }

void check_shared_ubl(const einvoice::Tree& tree, const SharedRows& rows, Report& report);

// CII; R008, R044 and R046 exist there in XRechnung only, with `german`.
void check_shared_cii(const einvoice::Tree& tree, const SharedRows& rows, bool german, Report& report);

// Elements without children and without text (R008).
void check_empty_elements(const einvoice::Tree& tree, Row rule, einvoice::N except, Report& report);

}  // namespace ap::rules::peppol
