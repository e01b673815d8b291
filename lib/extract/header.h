// The head of the invoice: number, dates, references, currency.
#pragma once

#include "extract/choice.h"
#include "extract/context.h"
#include "extract/doctype.h"

namespace ap::extract::reading {

void read_number(const Context& context, const DocumentKind& kind, Draft& draft);
void read_dates(const Context& context, Draft& draft);
void read_references(const Context& context, const DocumentKind& kind, Draft& draft);
// False where a sign was taken for the money of the most usual country, because nothing tells which: a bare "$".
bool read_currency(const Context& context, Draft& draft);

// An identifier behind a label: the token with a digit, with a short prefix before it ("RE 2024-17") and what a dash
// or slash ties to it. Empty when the words there are none.
struct IdText {
  std::string value;
  int first = 0, last = 0;
};
IdText id_at(const Context& context, int first, int stop);

}  // namespace ap::extract::reading
