// Numbers on text lines: joined over words ("1 234,56 €"), with their unit ("3 Stk") and how they stand in the text.
//
// Pure and thread-safe.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/evidence.h"
#include "extract/amount_reading.h"
#include "layout/structure.h"

namespace ap::extract::lines {

// How a number stands among words: in a table, numbers that are cells are free; numbers inside phrases are embedded.
enum class Stand {
  free,      // nothing close on either side
  leading,   // a word follows closely, none stands before: "1 Superdrachen"
  trailing,  // a word stands closely before, none follows: "COFFEE 3.50"
  embedded,  // words closely on both sides
};

struct NumberToken {
  Amount amount;
  Box box;                          // of the number with sign, currency and unit
  std::size_t line = 0;             // index into the list of lines
  std::size_t first = 0, last = 0;  // words of the line, both included, unit too
  Stand stand = Stand::free;
  std::string unit;                  // as printed, when a known unit follows; "" none
  std::string text;                  // as printed
  Confidence confidence = kCertain;  // the lowest of its words

  // Whether it looks like an amount of money: two decimals or a currency.
  bool money() const { return !amount.percent && (amount.decimals() == 2 || !amount.currency.empty()); }
  // Also whole amounts with grouped thousands, as of currencies without cents.
  bool amount_like() const { return money() || (!amount.percent && (amount.readings.size() > 1 || grouped())); }
  bool grouped() const {
    return amount.readings.front().style != NumberStyle::any && amount.readings.front().value.scale() == 0;
  }
};

// The numbers of lines[index], from left to right. Dates, times, and numbers inside ids are none; a line of more words
// than any table has is looked at as text alone.
std::vector<NumberToken> number_tokens(const std::vector<layout::TextLine>& lines, std::size_t index);

// The median letter height of the words of a line.
std::int32_t letter_height(const layout::TextLine& line);

}  // namespace ap::extract::lines
