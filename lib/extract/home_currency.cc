#include "extract/home_currency.h"

#include "extract/text.h"

namespace ap::extract {
namespace {

struct Home {
  std::string_view currency, countries;
};
constexpr Home kHomes[] = {
    {"EUR", "AT BE CY DE EE ES FI FR GR EL HR IE IT LT LU LV MT NL PT SI SK"},
    {"GBP", "GB"},
    {"CHF", "CH LI"},
    {"SEK", "SE"},
    {"DKK", "DK"},
    {"NOK", "NO"},
    {"PLN", "PL"},
    {"CZK", "CZ"},
    {"HUF", "HU"},
    {"RON", "RO"},
    {"BGN", "BG"},
    {"USD", "US"},
    {"CAD", "CA"},
    {"AUD", "AU"},
    {"NZD", "NZ"},
    {"INR", "IN"},
    {"JPY", "JP"},
    {"SGD", "SG"},
    {"MYR", "MY"},
    {"MXN", "MX"},
    {"BRL", "BR"},
    {"ZAR", "ZA"},
};

}  // namespace

std::string_view home_currency(std::string_view country) {
  for (const Home& home : kHomes)
    if (!country.empty() && reading::in_list(country, home.countries)) return home.currency;
  return "";
}

}  // namespace ap::extract
