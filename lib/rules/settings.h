// Limits and thresholds of the controls, with the defaults of the program. Documented in ap.toml(5).
#pragma once

#include <map>
#include <set>
#include <string>

#include "core/decimal.h"
#include "core/evidence.h"

namespace ap::rules {

struct Settings {
  // Groups that must have run for the route `approve`.
  std::set<std::string> required_controls = {"arithmetic", "identifiers", "data", "dates", "duplicates"};

  // Amounts, in units of the invoice's currency.
  Decimal total_tolerance = Decimal::scaled(1, 2);  // SUBTOTAL_MISMATCH, TOTAL_MISMATCH: differences up to this pass
  Decimal tax_tolerance = Decimal::scaled(1, 2);    // TAX_MISMATCH: residual that still counts as closed

  // EXCESSIVE_AMOUNT: gross above this is held; the limit of a currency goes before the general one.
  Decimal amount_limit = 50000;
  std::map<std::string, Decimal> amount_limits;  // keyed by ISO 4217 code

  int old_invoice_days = 365;  // OLD_INVOICE: older than this is held

  // LOW_CONFIDENCE: a key field below its threshold is held. Parts per thousand.
  // Calibrated on documents of layouts that the weights never saw: where every key field passes, fewer than one in 200 of
  // them is wrong. A credit note taken for an invoice costs twice, so its kind must be surer.
  Confidence confidence = 930;
  std::map<std::string, Confidence> confidences = {{"type", 950}};  // keyed by the path inside the invoice
};

}  // namespace ap::rules
