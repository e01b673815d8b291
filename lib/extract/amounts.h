// Numbers as printed, in all their readings.
//
// "1.234" may be a thousand or a decimal, "1 234,56" is one number in two words, "120,-" and "(35,13)" and "12,00-"
// are amounts too. Each candidate lists every reading; which one holds is decided per document from the numbers that
// have only one reading (Convention), and by arithmetic where that is silent.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/decimal.h"
#include "extract/sheet.h"

namespace ap::extract::reading {

// The decimal mark of a document.
enum class Mark : unsigned char { unknown, point, comma };

struct Reading {
  Decimal value;
  Mark mark = Mark::unknown;  // what the decimal mark is, if this reading holds; unknown: the reading does not say
};

struct PrintedNumber {
  std::vector<Reading> readings;  // best first when the convention is unknown; empty: no number
  bool negative = false;          // sign, trailing minus or parentheses; the readings carry the sign
  bool currency = false;          // a currency sign or code is glued to it
  bool percent = false;
  std::string currency_code;  // ISO 4217 when the glued sign names one
};

// Reads one word. Nothing is repaired: a word with other characters in it is no number.
PrintedNumber parse_number(std::string_view text);

struct Amount {
  Decimal value;                // under the convention of the document
  std::vector<Decimal> others;  // other readings
  int first = 0, last = 0;      // tokens, last is one past the end, currency words included
  int cell = 0, row = 0, page = 0;
  Box box;
  bool percent = false, negative = false, currency = false;
  bool derived = false;  // only one of several ways to cut the words ("2 500,00": 500,00)

  int decimals() const { return value.scale(); }
};

struct Amounts {
  std::vector<Amount> list;   // in the order of the sheet
  std::vector<int> at_token;  // index into `list` of the amount whose number starts or lies there, -1 none
  Mark mark = Mark::unknown;
};

// `taken` marks tokens that are something else for sure (dates, IBANs). `language` settles a document without a
// single telling number. `habit`: the decimal mark that this vendor is known for; it decides before all else.
Amounts find_amounts(const Sheet& sheet, const std::vector<bool>& taken, std::string_view language,
                     Mark habit = Mark::unknown);

// ISO 4217 code of a sign or code as printed ("€", "Kč", "RM", "CHF"), "" when it is none.
std::string currency_code_of(std::string_view text);

}  // namespace ap::extract::reading
