// What the lines near an address are: part of it, or of something else. Pure, for party_blocks.cc.
#pragma once

#include "extract/address.h"
#include "extract/context.h"

namespace ap::extract::reading {

// A line that ends a stack of name and address lines when going up: a date, an amount, a mail address, another label.
bool foreign_line(const Context& context, int cell);

// "ZA du Pont", "Pol. Ind. Malpica": an estate, where a street could stand.
bool names_zone(const Sheet& sheet, Span part);

// "Drogheda Road", "Rue Haute": a street without a number.
bool names_road(const Sheet& sheet, Span part);

// "t.a.v. Ms de Wit" below the name of a firm is a line of the address, whatever it labels elsewhere.
bool within_address(const Context& context, int cell);

// A tax or register number between name and street: the address goes on above it.
bool number_line(const Context& context, int cell);

// "SARL au capital de 40 000 EUR": between the name and its address.
bool capital_line(const Context& context, int cell);

// "Herrn", "Gent.ma Sig.ra": nothing but what stands before a name.
bool salutations(const Sheet& sheet, int cell);

// The value of another label on its row: "Ansprechpartner:   Max Mustermann".
bool other_value(const Context& context, int cell);

}  // namespace ap::extract::reading
