// What recognition of pictures regularly makes of signs that it hardly ever sees: legal forms, the ampersand between
// two names, the raised letter behind "N" for number, dust within long numbers, letters at the head of a document's
// number. Only words that no other reading than the mended one makes sense of are changed, and what was changed counts
// as doubtful.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/sheet.h"

namespace ap::extract::reading {

// `row`: the words of a row from left to right. Words of a text layer stay.
void mend_recognised(std::vector<Token>& row);

// "1,252,16" -> "1.252,16": of a point and a comma recognition made two commas, or two points. Groups of thousands end
// in three figures, so that the last mark can be none but the decimal one. "\u2018120" -> "120": a speck or the end of
// a rule in front. "" where it is neither. For what is no number as it was read.
std::string mended_amount(std::string_view read);

// "S1/2026/17" -> "SI/2026/17", "1NV-5" -> "INV-5": where the letters in front make a usual prefix of an invoice's
// number and nothing but signs that look alike are exchanged; else as it is.
std::string with_usual_prefix(const std::string& number);

}  // namespace ap::extract::reading
