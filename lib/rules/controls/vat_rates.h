// Rates of value added (or goods and services) tax per country and day.
//
// From the acts of each country, as published by the European Commission ("VAT rates applied in the Member States",
// Taxes in Europe database) and the national tax administrations. Covers supplies from 2012 on; regional rates are
// listed with their country. Countries whose tax is local (US) are not listed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "core/decimal.h"

namespace ap::rules {

// True when the table covers the country (ISO 3166).
bool vat_rates_listed(std::string_view country);

// True when `rate` (percent) was in force there on that day.
bool vat_rate_known(std::string_view country, const Decimal& rate, const Date& day);

// Rates in force, as text ("19", "7"), in table order.
std::vector<std::string> vat_rates_on(std::string_view country, const Date& day);

}  // namespace ap::rules
