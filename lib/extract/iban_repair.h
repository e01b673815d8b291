// Account and tax numbers in which recognition took a letter for a figure, or a figure for a letter.
#pragma once

#include <string>
#include <string_view>

namespace ap::extract::reading {

// `compact`: letters and digits as read, in capitals. The one IBAN whose form and check digits hold (ISO 13616) and
// that differs from it only in characters that look alike (core/look_alikes.h), at most three of them; "" when there
// is none or more than one. The check digits rule out 96 of 97 wrong guesses, no more: whoever uses it must doubt it.
std::string repaired_iban(std::string_view compact);

// The same for a tax number with a prefix, or of India, which are the ones with a form and check digits of their own:
// "F115083902" -> "FI15083902", "DE13669S976" -> "DE136695976". A check digit rules out some nine of ten wrong guesses;
// that a figure or a letter must stand there rules out most others.
std::string repaired_tax_id(std::string_view compact);

// "[T50" -> "IT50", "|E36" -> "IE36": a stroke at the beginning is an I. Anything else as it is.
std::string with_letters_in_front(std::string text);

}  // namespace ap::extract::reading
