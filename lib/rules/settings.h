// Limits and thresholds of the controls, with the defaults of the program. Documented in ap.toml(5).
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "core/decimal.h"
#include "core/evidence.h"

namespace ap::rules {

struct Settings {
  // Groups that must have run for the route `approve`.
  std::set<std::string> required_controls = {"arithmetic", "identifiers", "data", "dates",
                                             "duplicates", "vendor",      "bank"};

  // Amounts, in units of the invoice's currency.
  Decimal total_tolerance = Decimal::scaled(1, 2);  // SUBTOTAL_MISMATCH, TOTAL_MISMATCH: differences up to this pass
  Decimal tax_tolerance = Decimal::scaled(1, 2);    // TAX_MISMATCH: residual that still counts as closed

  // EXCESSIVE_AMOUNT: gross above this is held; the limit of a currency goes before the general one.
  Decimal amount_limit = 50000;
  std::map<std::string, Decimal> amount_limits;  // keyed by ISO 4217 code

  int old_invoice_days = 365;  // OLD_INVOICE: older than this is held

  // LOW_CONFIDENCE: a key field below its threshold is held. Parts per thousand.
  // Calibrated on documents of layouts that the weights never saw: where every key field passes, fewer than one in 200
  // of them is wrong. A credit note taken for an invoice costs twice, so its kind must be surer; and what was wrong on
  // looks at first sight was mostly who sells.
  Confidence confidence = 930;
  // Keyed by the path inside the invoice.
  std::map<std::string, Confidence> confidences = {{"type", 950}, {"seller.name", 970}};

  // PO_* and GRN_*: how far above order and receipt one may go; a vendor may have its own. Absolute limits hold beside
  // the percentages, the stricter of both; nullopt: none.
  Decimal price_percent = 2, amount_percent = 5, quantity_percent = 5, receipt_percent = 10;
  std::optional<Decimal> price_absolute, amount_absolute, quantity_absolute;
  Decimal extra_cost_limit = 0;  // PO_MISMATCH: lines that are on no order pass up to this sum

  int sanctions_likeness = 900;  // SANCTIONS_HIT: thousandths from which a name is a hit
  int terms_tolerance_days = 0;  // PAYMENT_TERMS_VIOLATION: due dates so many days off pass

  int anomaly_percent = 50, anomaly_count = 3;  // AMOUNT_ANOMALY: distance from the mean of at least so many invoices
  int split_percent = 10, split_days = 7;       // SPLIT_SUSPECTED: so close below a limit, so many days apart
};

}  // namespace ap::rules
