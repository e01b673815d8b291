// Address blocks on the pages, with the name above the address and the label that says whose it is.
#pragma once

#include <optional>
#include <vector>

#include "extract/address.h"
#include "extract/context.h"

namespace ap::extract::reading {

struct PartyBlock {
  Span name, name_more, street, country_words;  // name_more: the name's second line
  std::optional<Town> town;
  std::string country;
  std::vector<int> cells;  // from the name down to the country
  Box box;
  int page = 0;             // index of the page
  Role label = Role::none;  // seller, buyer, delivery_party, payee
  double label_strength = 0;
  bool addressed = false;  // a salutation stands above the name ("Herrn", "Messrs")
  bool one_line = false;   // "Acme Ltd, 1 High Street, London SW1A 1AA": a sender's line or a footer
};

std::vector<PartyBlock> find_party_blocks(const Context& context);

// The nearest cell above (below) that shares the left edge, the middle or the right edge, at most `reach` hundredths
// of its height away; -1 when there is none.
int cell_above(const Sheet& sheet, int cell, int reach = 160);
int cell_below(const Sheet& sheet, int cell, int reach = 160);

}  // namespace ap::extract::reading
