// The lexical forms of XML Schema part 2 that values of UBL and CII have. All take blanks around (whiteSpace collapse)
// and are exact about the rest. Pure, thread-safe.
#pragma once

#include <string_view>

namespace ap::einvoice {

bool is_xs_decimal(std::string_view text);  // [+-]? digits with at most one point, any number of them
bool is_xs_date(std::string_view text);     // a day of the calendar, with or without a time zone
bool is_xs_time(std::string_view text);     // hh:mm:ss with fraction and time zone if any
bool is_xs_date_time(std::string_view text);
bool is_xs_boolean(std::string_view text);  // true false 1 0
bool is_base64(std::string_view text);      // with blanks between, padded

}  // namespace ap::einvoice
