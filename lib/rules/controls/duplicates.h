// Control DUPLICATE_INVOICE: the same invoice under other bytes.
//
// Rung D2 of the duplicate ladder: same vendor, same number after normalising, same total, same currency. Exact
// repeats of the bytes (D0) are recognised when they come in. A stage looks up documents with the same InvoiceKey and
// asks same_vendor() about each; what is left are the candidates in Facts.
#pragma once

#include "rules/rule.h"

namespace ap::rules {

// What two records of one invoice share whoever read them. The vendor is compared afterwards, because one copy may
// state a tax number and another only a name.
struct InvoiceKey {
  std::string number, gross, currency;
  bool operator==(const InvoiceKey&) const = default;
};

// nullopt when the document states too little: a number (a receipt: its date), a total and a currency.
std::optional<InvoiceKey> invoice_key(const Invoice& invoice);

// Upper case; without blanks . - / # _, prefixes (INV, RE, RG, NO, INVOICE, RECHNUNG ...) and leading zeros.
// "Inv. No. 00-4711" -> "4711". Never empty for a number that has a letter or digit.
std::string normalized_number(std::string_view number);

// What makes two invoices of one vendor, in words ("tax number DE136695976"); nullopt when nothing does.
std::optional<std::string> same_vendor(const Invoice& a, const Invoice& b);

Outcome check_duplicates(const Invoice& invoice, const Facts& facts);

}  // namespace ap::rules
