// The number of a document whose label no table knows: by its shape, by being quoted again, and by what stands beside
// it.
//
// Pure and thread-safe.
#pragma once

#include <string_view>
#include <vector>

#include "extract/choice.h"
#include "extract/context.h"

namespace ap::extract::reading {

// Digits, and no comma or sign of a mail address.
bool plausible_number(std::string_view value);

// `token` belongs to one of `ids`.
bool is_identifier(const std::vector<Identifier>& ids, int token);

// Letters and digits that may number a document, and nothing else we know.
bool may_number(const Context& context, int token);

// Adds what stands in the head of the first page and is quoted again further down, as the reference to pay with or in
// the foot of the page.
void quoted_again(const Context& context, Choice& choice);

// Adds the sign under which a public body books what is paid: German notices of fees bear no other number.
void public_body(const Context& context, Choice& choice);

// Adds what stands in the title, right before a date, or with words of its own among facts that are dates. Weights are
// low: a person shall look.
void beside_dates(const Context& context, Choice& choice);

}  // namespace ap::extract::reading
