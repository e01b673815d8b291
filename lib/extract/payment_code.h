// Payment codes on pages: what a banking app would pay when it reads them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/decimal.h"
#include "layout/packed_pages.h"

namespace ap::extract {

// "" and nullopt: the code does not say.
struct PaymentCode {
  std::string kind;  // EPC, Swiss QR
  std::string iban, currency, reference;
  std::optional<Decimal> amount;
  int page = 0;
};

// EPC069-12 (BCD, versions 001 and 002) and the Swiss QR bill (SPC, version 2); nullopt for any other code or a broken
// one.
std::optional<PaymentCode> read_payment_code(std::string_view text);

// All of them on the pages, in order, each once.
std::vector<PaymentCode> payment_codes(const layout::PackedPages& pages);

}  // namespace ap::extract
