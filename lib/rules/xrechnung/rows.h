// The rows of the set, visible at compile time.
#pragma once

#include "rules/einvoice/report.h"

namespace ap::rules::xrechnung {

inline constexpr RuleInfo kXRechnung[] = {
#include "rules/xrechnung/rows.inc"
};

consteval Row row(std::string_view id) { return row_of(kXRechnung, id); }

void check_extension(const einvoice::Tree& tree, Report& report);
void check_vehicles(const einvoice::Tree& tree, Report& report);  // clean vehicles directive (CVD)

// Identifiers of the profile (BT-24).
inline constexpr std::string_view kCius = "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0";
inline constexpr std::string_view kExtension =
    "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0#conformant#urn:xeinkauf.de:kosit:extension:"
    "xrechnung_3.0";
inline constexpr std::string_view kVehicles =
    "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0#compliant#urn:xeinkauf.de:kosit:xrechnung:"
    "cvd_0.9";

}  // namespace ap::rules::xrechnung
