// Which currency a country pays in. Pure, thread-safe.
#pragma once

#include <string_view>

namespace ap::extract {

// ISO 4217 code for an ISO 3166 country ("EL" for Greece too), "" when it is not listed.
std::string_view home_currency(std::string_view country);

}  // namespace ap::extract
