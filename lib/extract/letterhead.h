// What the words of letterhead and footer are, where names of firms are looked for. Pure, for parties.cc.
#pragma once

#include <vector>

#include "extract/context.h"
#include "extract/party_blocks.h"

namespace ap::extract::reading {

// Where the name ends that begins at `part.first`, when its cell holds name and address in one run of words:
// "Acme Lda. Zona Industrial, Lote 55 4000-322 Porto". part.last when it does not.
int before_address(const Context& context, int cell, Span part);

// The first part of a line, with those behind it up to the legal form where they are one name: "Amendoeira & Filhos,
// Turismo Rural, Lda. - EN 222 - 5130-311 Pesqueira".
Span through_form(const Sheet& sheet, const std::vector<Span>& parts);

// An amount stands on the row: words beside it are a total's, however big they are.
bool beside_amount(const Context& context, const Cell& cell);

// The words are the town of an address ("Tacoma, WA 98402"), not a name.
bool names_town(const std::vector<PartyBlock>& blocks, Span name);

// The cell names the seller's bank: "Bank: Severn & Co. Bank".
bool names_bank(const Context& context, int cell);

// The value of a caption right above it that names something else than a party: "Reference" over "Boundary east".
bool captioned(const Context& context, int cell);

// The cell's labels are single words with more behind them and without figures, as "Chantier" of "Chantier naval
// Beraud": words of names as much as labels.
bool begins_with_word_of_label(const Context& context, int cell);

// A word of a label that opens the page, with no figures behind it for it to name: "Data Hagglov" in the first row.
bool opens_page(const Context& context, const LabelHit& hit);

// The cell left of this one is the caption of a contact: "Handled by    Linnea Akerblom".
bool named_beside(const Context& context, int cell);

// The label asks for the number of a party, not for its name: "Sold-to no. ..... C114".
bool asks_number(const Sheet& sheet, const LabelHit& hit);

// Register, tax or contact details stand on the row or the one below it.
bool footer_details(const Context& context, int row);

// The name begins its cell, and its own numbers follow it there: "Dunmoyle Systems VAT No. IE 9915079U". So firms sign
// at the foot, with a legal form or without.
bool before_own_number(const Context& context, Span name);

// "Attn: Accounts" stands in the cell, in the block: nobody writes that under an own name.
bool asks_attention(const Sheet& sheet, int cell);
bool sent_to_a_person(const Sheet& sheet, const PartyBlock& block);

// A sender's line above the recipient's window.
bool stands_below(const Box& above, const Box& below);

// The row is the headings of a table, as far as its shape says so.
bool columns_row(const Sheet& sheet, int row);

}  // namespace ap::extract::reading
