// Lists of codes that invoices use: countries and currencies. Pure, safe to share between threads.
#pragma once

#include <string_view>

namespace ap {

// ISO 3166-1 alpha-2 in capitals; also XI (Northern Ireland) and XK (Kosovo), which invoices use.
bool known_country(std::string_view code);

// ISO 4217 alphabetic code in capitals, funds and metals included.
bool known_currency(std::string_view code);

// Decimals of the smallest unit after ISO 4217: 0 for JPY, 2 for EUR, 3 for KWD; 2 where the code is unknown.
int minor_units(std::string_view currency);

}  // namespace ap
