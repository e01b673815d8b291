// Legal forms of firms: "GmbH", "S.r.l.", "Sp. z o.o.", "Sdn Bhd". Pure, thread-safe.
#pragma once

#include <string_view>

#include "extract/sheet.h"

namespace ap::extract::reading {

// A legal form is among the tokens, behind the first one. A weight ("1 kg") is none.
bool has_legal_form(const Sheet& sheet, int first, int last);
bool has_legal_form(std::string_view name);

// One past the legal form that begins with the token, of several words in part: "S.A. de C.V.", "GmbH & Co. KG".
int end_of_form(const Sheet& sheet, int token, int last);

// The token alone is a legal form.
bool is_legal_form(const Sheet& sheet, int token);

// "SAS", "Sociedade Unipessoal, Lda.": words of legal forms and nothing else, one at least.
bool only_form(const Sheet& sheet, int first, int last);

}  // namespace ap::extract::reading
