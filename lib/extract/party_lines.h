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

// "Buyer" stands left of the cell, alone in its own, and the cell is no street: an address begins here.
bool behind_caption(const Context& context, int cell);

// "Herrn", "Gent.ma Sig.ra": nothing but what stands before a name.
bool salutations(const Sheet& sheet, int cell);

// The value of another label on its row: "Ansprechpartner:   Max Mustermann".
bool other_value(const Context& context, int cell);

// "OM SAI ROADWAYS", the first line of the page, over "Transport Contractors & Fleet Owners" and the address: capitals
// set the name off from what the firm does, `name`. Empty where nothing of the kind stands there.
Span capitals_over(const Context& context, Span name);

// "641 37  KATRINEHOLM": two blanks stand between code and town in the forms of the Nordic posts.
std::optional<Town> across_gap(const Sheet& sheet, int index);

// The groups of an account look like postal codes.
bool in_account(const Context& context, const Town& town);

// Figures that many an article has as well: "CNMG 120408", "4410 Bracket", "81414 Screw".
bool item_row(const Context& context, int row);

// A label in a row of captions below their values: what stands above belongs to it.
bool captions_row(const Context& context, int cell);

// "01127 dresden" under "grossenhainer str. 118": a town of an address that is written in small letters throughout.
std::optional<Town> town_in_small_letters(const Context& context, int cell);

// The only cell of the row right above, in the middle over all of the row: a telephone stands behind the address.
// -1 where there is none.
int centred_over(const Sheet& sheet, int index);

// A line of trade in the type of the address `index` between it and a name in far bigger print: "J. T. Wainwright &
// Sons" over "Builders and Contractors Est. 1961" over "Quarry Yard, Hebden Bridge". -1 where there is none.
int over_trade(const Context& context, int index, int trade);

// Two lines in the same type, far bigger than the address: a name that was too long for one of them.
bool one_heading(const Sheet& sheet, int above, int below, int address);

// "Slane, Co. Meath C15 XY47": what was taken for the town is a county, and what stands before it the town.
bool in_county(const Sheet& sheet, const Town& town);

// "Librairie scolaire" over "Les Trois Plumes" in far bigger print: what it is, and its name.
bool over_bigger(const Context& context, Span name, int next);

}  // namespace ap::extract::reading
