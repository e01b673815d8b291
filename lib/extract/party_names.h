// What is a name among the lines of an address or a letterhead, and where it ends. Pure, for the rooms of the parties.
#pragma once

#include "extract/address.h"
#include "extract/context.h"

namespace ap::extract::reading {

// The tokens without what cannot begin or end a name: labels, salutations, separators. Empty when no name is left.
Span name_in(const Context& context, int first, int last);

// "Herrn", "Messrs", "Spett.le": the word stands before the name of whom one writes to.
bool salutation(std::string_view folded);
// One of them that stands before a person's name in an address: "Monsieur", "Frau".
bool greets_person(std::string_view folded);

// A line of an address that names an office or a person and no firm: "The Directors", "Accounts Payable",
// "z. Hd. Frau Huber", "c/o Acme Ltd".
bool office_line(const Sheet& sheet, int cell);
bool office_words(const Sheet& sheet, int first, int last);  // the same of some words of a line

// `next` carries on the name in `name`: a legal form, a name joined by "&", the second of two lines set alike and
// unlike `after` (-1: nothing below), or what a name such as "Comunidad de propietarios" needs to be one.
bool carries_on_name(const Sheet& sheet, Span name, int next, int after);

// The cell says below a bigger name what the firm does ("Attorneys at Law"), or stands below a firm's bigger name.
bool tagline(const Sheet& sheet, int cell, Span name);

// A heading and a firm in one piece of text, up to the token `last`: "Factuur aan Groothandel Waterland B.V.". Only
// words that no name begins with: "Client Earth Ltd" is a name.
bool heads_firm(const Sheet& sheet, const LabelHit& hit, int last);

// Seller, buyer, place of delivery, payee.
bool party_role(Role role);

// A row of the headings of a table of items: no name stands there.
bool heading_row(const Context& context, int row);

// More words than names have, or a full stop behind words in small letters ("We hereby submit our invoice.").
bool looks_like_sentence(const Sheet& sheet, Span name);

// One word behind a salutation names a person of a firm ("Gast: Hr. Nordmann") that begins at `first`.
bool surname_only(const Sheet& sheet, int first, Span name);

}  // namespace ap::extract::reading
