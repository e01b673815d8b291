// Whose address stands alone in the head of a page: the window of a letter, or the sender's own. A part of
// PartyCandidates.
#include <algorithm>

#include "extract/party_candidates.h"
#include "extract/party_names.h"
#include "extract/text.h"

namespace ap::extract::reading {

// A label of a title or a value stands in the cell; words of goods ("Water") are words of names as well.
bool PartyCandidates::names_a_field(int cell) const {
  return std::ranges::any_of(context_.labels.by_cell[cell], [&](int h) {
    const Role role = context_.labels.hits[h].role;
    return role < Role::column_item && role != Role::none && role != Role::charge && role != Role::bank;
  });
}

// "Acme AB, Box 19, 185 21 Vaxholm. Org.nr 559011-2237": name, address and the numbers of a firm in one line.
bool PartyCandidates::is_imprint(const PartyBlock& block) const {
  if (!block.one_line || block.name.empty() || height_of(block.box, block.page) < 0.25) return false;
  const int cell = block.cells.front();
  return context_.labels.has(cell, Role::registration) || context_.labels.has(cell, Role::vat_id) ||
         std::ranges::any_of(context_.tax_ids, [&](const Identifier& id) { return id.cell == cell && !id.buyers; });
}

// The only address of the head, below words in bigger print that have no word in common with its name: "Plains Water"
// over "Kookaburra Motel Pty Ltd". A firm's own address bears its name or says how to reach it.
bool PartyCandidates::under_a_name(const PartyBlock& block) const {
  const bool only = std::ranges::none_of(blocks_, [&](const PartyBlock& other) {
    return &other != &block && other.page == 0 && !other.name.empty() && height_of(other.box, 0) < 0.6;
  });
  if (!only || block.page > 0 || block.name.empty()) return false;
  const Token& own = sheet_.tokens[block.name.first];
  for (std::size_t i = 0; i < sheet_.cells.size(); ++i) {
    const Cell& cell = sheet_.cells[i];
    if (cell.box.y1 > block.box.y0 || sheet_.rows[cell.row].page > 0) break;
    const Token& head = sheet_.tokens[cell.first];
    const bool bolder = head.bold && !own.bold && head.font_size >= own.font_size;
    if (head.font_size * 10 < own.font_size * 13 && !bolder) continue;
    Span name = name_in(context_, cell.first, cell.last);
    if (name.empty() || name.last - name.first < 2 || names_a_field(static_cast<int>(i))) continue;
    bool common = false;
    for (int t = name.first; t < name.last; ++t) {
      const std::string word = squeeze(plain(sheet_.tokens[t].text));
      common |= word.size() > 3 && squeeze(plain(sheet_.text(block.name.first, block.name.last))).contains(word);
    }
    if (!common) return true;
  }
  return false;
}

// Nothing but an address, while another one in the head of the page has what a sender gives.
bool PartyCandidates::is_window(const PartyBlock& block) const {
  if (has_details(block) || has_tax_id(block)) return false;
  if (under_a_name(block)) return true;
  if (std::ranges::any_of(blocks_, [&](const PartyBlock& other) { return is_imprint(other) && other.page == 0; }))
    return true;
  return std::ranges::any_of(blocks_, [&](const PartyBlock& other) {
    return &other != &block && other.page == 0 && !other.one_line && other.label == Role::none && !other.name.empty() &&
           height_of(other.box, 0) < 0.5 && (has_details(other) || has_tax_id(other));
  });
}

}  // namespace ap::extract::reading
